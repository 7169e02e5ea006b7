@testable import Leads
@testable import Profiling

/// The moment as of which the tests look at files: noon of 1 July 2026, UTC.
let testMoment = AsOf(Instant(secondsSince1970: 1_782_907_200))

/// A table of these rows, which stand on the lines from 2 on.
func rowTable(_ heading: [String], _ rows: [[String]]) -> RowTable {
  let columns = heading.indices.map { position in
    var pool = TextPool()
    let codes = rows.map { pool.code(of: $0[position].utf8.span) }
    return TextColumn(codes: codes, pool: pool, placeholders: .usual)
  }
  return RowTable(
    heading: FileHeading(path: "test.csv", columns: heading, isOpen: false), columns: columns,
    lines: rows.indices.map { UInt32($0 + 2) })
}

func profile(
  _ heading: [String], _ rows: [[String]], dayFirst: Bool = false, id: String? = nil, threads: Int = 1
) throws -> Profile {
  try Profile(
    of: rowTable(heading, rows),
    settings: ProfileSettings(
      asOf: testMoment, reading: ReadingSettings(dayFirst: dayFirst, threads: threads), idColumn: id))
}

/// A profile of a single column beside ids.
func profile(_ name: String, _ values: [String], dayFirst: Bool = false) throws -> Profile {
  try profile(["id", name], values.enumerated().map { ["L\($0 + 1)", $1] }, dayFirst: dayFirst)
}

/// What a text is read as.
func readText(_ text: String) -> ReadText { ReadText(text.utf8.span, ReadingSettings()) }

/// Whether a text looks as if it stood for nothing.
func isSuspicious(_ text: String, _ attribute: String?) -> Bool {
  readText(text).traits.contains(.junkEmail) || SuspiciousTexts.contains(text.utf8.span, attribute: attribute)
}

func spellingKey(_ text: String) -> [UInt8]? { Spellings.key(text.utf8.span) }

func isDamaged(_ text: String) -> Bool { Mojibake.isPresent(in: text.utf8.span) }

extension Profile {
  /// The findings of a kind, about a column if one is given.
  func findings(_ kind: Finding.Kind, _ column: String? = nil) -> [Finding] {
    findings.filter { $0.kind == kind && (column == nil || $0.columns.contains(column ?? "")) }
  }

  func column(_ name: String) -> ColumnProfile? { columns.first { $0.name == name } }
}
