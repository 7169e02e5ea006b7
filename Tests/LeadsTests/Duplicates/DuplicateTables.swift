@testable import Leads

/// A table of text columns from rows in the order of `heading`; the ids are `1`, `2` and so on.
func duplicateTable(_ heading: [String], _ rows: [[String]]) -> LeadTable {
  var table = leadTable((0..<rows.count).map { String($0 + 1) })
  for (position, name) in heading.enumerated() { table.add(name, textColumn(rows.map { $0[position] })) }
  return table
}

func textColumn(_ texts: [String]) -> Column {
  var pool = TextPool()
  let codes = texts.map { pool.code(of: $0.utf8.span) }
  return .text(TextColumn(codes: codes, pool: pool, placeholders: .usual))
}

/// The ids of each group of duplicates.
func groups(_ heading: [String], _ rows: [[String]]) -> [[Int]] {
  DuplicateFinder().duplicates(in: duplicateTable(heading, rows)).groups.map { $0.rows.map { $0 + 1 } }
}
