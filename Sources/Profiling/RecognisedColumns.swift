import Leads

/// Which columns of a file hold which attributes, by their usual names.
struct RecognisedColumns: Sendable {
  /// The column with the ids of leads, if one has a usual name or was named.
  let idIndex: Int?
  /// Whether the user named it.
  let isIDNamed: Bool
  private let columns: [String: Int]
  private let names: [Int: String]

  /// The attributes that are looked for; of two for one column the first wins.
  static let attributes = [
    "email", "created_at", "updated_at", "phone", "mobile", "company", "website", "job_title", "company_size",
    "annual_revenue", "lead_source", "industry", "country", "state", "city", "seniority", "department", "first_name",
    "last_name", "name", "stage", "owner", "opted_in", "budget",
  ]

  /// Names of `updated_at`, which decides whose values are the newest when duplicates are merged.
  private static let updatedNames = [
    "updated_at", "last modified date", "last modified", "modified", "updated", "update time", "last updated",
    "modified date", "modified on", "last modified on", "lastmodifieddate", "date modified",
  ]

  init(_ heading: FileHeading, _ settings: ProfileSettings) throws(FileProblem) {
    var columns: [String: Int] = [:]
    var names: [Int: String] = [:]
    for attribute in Self.attributes {
      let candidates = attribute == "updated_at" ? Self.updatedNames : [attribute]
      // Two columns that read alike are a finding of their own.
      let found = candidates.lazy.compactMap { try? heading.column(ofAttribute: $0) }.first
      guard let index = found, names[index] == nil else { continue }
      columns[attribute] = index
      names[index] = attribute
    }
    if let named = settings.idColumn {
      idIndex = try heading.column(named: named)
      isIDNamed = true
    } else {
      let usual = try? heading.column(for: .leadID)
      // A person's name or address that a usual name hits by chance is no id.
      idIndex = usual.flatMap { names[$0] == nil ? $0 : nil }
      isIDNamed = false
    }
    self.columns = columns
    self.names = names
  }

  /// The column of an attribute, or nil.
  func column(_ attribute: String) -> Int? { columns[attribute] }

  /// The attribute that a column holds, or nil.
  func name(of column: Int) -> String? { names[column] }
}
