import Leads

/// What all findings are worded with.
struct FindingContext: Sendable {
  let table: RowTable
  let attributes: RecognisedColumns
  let summary: FileSummary
  let settings: ProfileSettings

  var noun: RowNoun { summary.noun }
  var rows: Int { table.count }

  /// How much a column usually matters to a score, 0 to 1.
  func importance(_ attribute: String?) -> Double {
    switch attribute {
    case "email", "created_at": 1
    case "company", "job_title", "company_size", "country", "industry", "lead_source": 0.8
    case "phone", "name", "first_name", "last_name", "website", "seniority", "department", "annual_revenue", "budget":
      0.6
    case nil: 0.3
    default: 0.4
    }
  }

  /// How much a finding about so many rows of a column weighs.
  func weight(_ rows: Int, _ scan: ColumnScan) -> Double {
    importance(scan.profile.attribute) * Double(rows) / Double(max(1, self.rows))
  }

  /// A column's name as sentences write it.
  func name(_ scan: ColumnScan) -> String { Self.quoted(scan.profile.name, position: scan.profile.position) }

  /// A column's name in quotes; of one without a name its place.
  static func quoted(_ name: String, position: Int) -> String {
    name.isEmpty ? "the \(ordinal(position)) column" : "\"\(Wording.shown(name.utf8.span))\""
  }

  private static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(Wording.count(number))\(ending)"
  }

  /// `7 leads`; the whole of the file as `all 9,240 leads`.
  func leads(_ count: Int) -> String { noun.count(count) }

  /// The verb for so many.
  static func verb(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }
}
