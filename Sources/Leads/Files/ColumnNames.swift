/// How columns are found: by a name written in any way, and by the usual names that CRMs give in their exports.
public enum ColumnNames {
  /// A name without case, spaces and punctuation: `Company Size`, `company_size` and `companySize` are one.
  public static func key(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  /// What a column can be besides an attribute.
  public enum Role: Sendable, Hashable, CaseIterable {
    /// The id of a lead in a file of leads.
    case leadID
    /// The lead that an event belongs to.
    case eventLead
    /// The name of an event.
    case eventName
    /// When an event happened.
    case eventTime
  }

  /// The usual names of a role, the most telling first. Exports of HubSpot, Salesforce, Pipedrive, Marketo and Close,
  /// and the event streams of Segment, Mixpanel and Amplitude.
  public static func usual(_ role: Role) -> [String] {
    switch role {
    case .leadID:
      [
        "lead_id", "id", "record id", "record id - contact", "contact id", "lead", "hs_object_id", "vid", "prospect id",
        "marketo lead id", "lead - id", "person - id", "person id", "18 digit id", "lead id 18", "customer id",
        "user id", "uuid", "deal - id",
        "lead number", "contact", "key",
      ]
    case .eventLead:
      [
        "lead_id", "contact id", "record id", "record id - contact", "associated contact id", "person id",
        "prospect id", "who id", "whoid", "marketo lead id",
        "user id", "customer id", "distinct_id", "anonymous id", "contact_id", "vid", "hs_object_id", "lead", "contact",
        // An event has an id of its own, so an address says more than a bare `id`.
        "email", "e-mail", "email address", "id", "primary attribute value",
      ]
    case .eventName:
      [
        "type", "event", "event_name", "event name", "event type", "activity type", "activity_type", "activity",
        "action", "name", "kind", "_type", "engagement type",
      ]
    case .eventTime:
      [
        "at", "timestamp", "time", "occurred at", "event time", "event_timestamp", "activity date", "activity_at",
        "date", "datetime", "created at",
        "created date", "create date", "date created", "date_created", "sent at", "received at", "original timestamp",
        "due date",
      ]
    }
  }

  /// Groups of names that mean one attribute; the first is the name that models use.
  static let attributes: [[String]] = [
    [
      "email", "e-mail", "email address", "work email", "primary email", "person - email", "email - work",
      "contact email", "emails", "person - email - work", "primary_contact_primary_email", "email 1",
    ],
    [
      "created_at", "create date", "created date", "date created", "created", "lead created", "lead - lead created",
      "person - person created", "created time", "createdate", "lead created date", "created on", "lead created on",
      "lead - lead created on",
    ],
    [
      "updated_at", "last modified date", "last modified", "modified date", "lastmodifieddate", "hs_lastmodifieddate",
      "last updated", "last updated at", "updated", "date modified", "modified on", "update time", "date_updated",
      "updated on", "lead - update time", "person - update time",
    ],
    [
      "phone", "phone number", "telephone", "primary phone", "person - phone", "phone - work", "contact phone",
      "person - phone - work", "primary_contact_primary_phone",
    ],
    ["mobile", "mobile phone", "mobile phone number", "cell"],
    ["website", "website url", "web site", "url", "company domain name", "domain"],
    [
      "company", "company name", "account name", "organization", "organisation", "organization name",
      "lead - organization", "person - organization", "lead_name", "associated company", "company / account",
    ],
    [
      "job_title", "title", "job title", "position", "person - job title", "contact title", "jobtitle",
      "primary_contact_title",
    ],
    [
      "company_size", "number of employees", "employees", "no. of employees", "no of employees", "employee count",
      "headcount", "numemployees", "numberofemployees", "company - number of employees",
    ],
    ["annual_revenue", "revenue", "annual revenue", "company annual revenue"],
    [
      "lead_source", "source", "original source", "original traffic source", "lead - source channel", "lead source",
      "person source",
    ],
    ["industry", "company industry", "sector", "organization - industry"],
    ["country", "country/region", "country/territory", "billing country", "mailing country", "country code"],
    ["state", "state/region", "state/province", "region", "billing state/province"],
    ["city", "billing city", "mailing city"],
    ["seniority", "seniority level", "job level", "management level"],
    ["department", "job function", "function", "department name"],
    ["first_name", "first name", "given name", "firstname", "person - first name", "primary_contact_first_name"],
    [
      "last_name", "last name", "surname", "family name", "lastname", "person - last name", "primary_contact_last_name",
    ],
    ["name", "full name", "contact name", "lead - title", "person - name", "primary_contact_name", "display name"],
    ["stage", "lead stage", "lead status", "lifecycle stage", "status", "lead - status", "status_label"],
    ["owner", "lead owner", "contact owner", "person - owner", "record owner"],
    ["opted_in", "opt in", "email opt in", "marketing opt in", "consent"],
    ["budget", "annual budget"],
  ]

  /// The name that models use for what a column usually holds, such as `job_title` for `Job Title`; nil if it is not known.
  public static func attribute(usuallyCalled column: String) -> String? {
    let key = key(column)
    return attributes.first { group in group.contains { Self.key($0) == key } }?.first
  }

  /// The names, as keys, by which an attribute may go; its own first.
  static func keys(forAttribute name: String) -> [String] {
    let own = key(name)
    guard let group = attributes.first(where: { group in group.contains { key($0) == own } }) else { return [own] }
    return [own] + group.map(key).filter { $0 != own }
  }
}

/// The columns that a file has.
public struct FileHeading: Sendable, Hashable {
  /// The file.
  public var path: String
  /// The names as written, in the order of the columns. A JSON Lines file has those of its first records.
  public var columns: [String]
  /// Whether further columns may appear later, as in JSON Lines.
  public var isOpen: Bool
  /// Columns that the user named, by attribute.
  public var named: [String: String] = [:]

  /// The position of a column named by the user, by exact name or else by key.
  public func column(named name: String) throws(FileProblem) -> Int {
    if let index = try find(ColumnNames.key(name), exactly: name) { return index }
    let known = columns.filter { !$0.isEmpty }.prefix(12).joined(separator: ", ")
    let suggestion = nearest(to: name, among: columns).map { "did you mean \"\($0)\"?" }
    throw FileProblem(path, "there is no column \"\(name)\"", hint: suggestion ?? "the file has: \(known)")
  }

  /// The position of an attribute's column: as named by the user, else under its own or a usual name; or nil.
  public func column(ofAttribute name: String) throws(FileProblem) -> Int? {
    if let column = named[name] { return try self.column(named: column) }
    for (position, key) in ColumnNames.keys(forAttribute: name).enumerated() {
      if let index = try find(key, exactly: position == 0 ? name : nil) { return index }
    }
    return nil
  }

  /// Where the values of an attribute come from: its column, or in an open heading whichever member appears later.
  func source(ofAttribute name: String) throws(FileProblem) -> RecordFile.Source? {
    if let index = try column(ofAttribute: name) { return .column(index) }
    return isOpen ? .members(ColumnNames.keys(forAttribute: name)) : nil
  }

  /// What the values of a source are called in messages.
  func name(of source: RecordFile.Source, attribute: String) -> String {
    if case .column(let index) = source { columns[index] } else { attribute }
  }

  /// The position of the column that plays a role, or nil.
  public func column(for role: ColumnNames.Role) throws(FileProblem) -> Int? {
    for name in ColumnNames.usual(role) {
      if let index = try find(ColumnNames.key(name), exactly: nil) { return index }
    }
    return nil
  }

  private func find(_ key: String, exactly name: String?) throws(FileProblem) -> Int? {
    if let name {
      let exact = columns.indices.filter { columns[$0] == name }
      if exact.count == 1 { return exact[0] }
    }
    if key.isEmpty { return nil }
    let found = columns.indices.filter { ColumnNames.key(columns[$0]) == key }
    if found.count > 1, !isOpen {
      let places = found.map { String($0 + 1) }.joined(separator: " and ")
      let names = Set(found.map { columns[$0] }).sorted().map { "\"\($0)\"" }.joined(separator: " and ")
      let problem = Set(found.map { columns[$0] }).count == 1 ? "\(names) more than once" : "\(names), which read alike"
      throw FileProblem(
        path, "the heading has \(problem) (columns \(places))",
        hint: "rename one of them, so that it is clear which one counts")
    }
    return found.first
  }
}
