import Leads

/// What a file is about, and what can be done with it.
public struct FileSummary: Sendable {
  /// What the rows are.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    case leads, events, accounts, records
  }

  /// A column whose name Leadline knows.
  public struct Recognised: Sendable, Hashable {
    /// The attribute: `job_title`.
    public var attribute: String
    /// The column: `Title`.
    public var column: String
    /// What can be worked out from it, as conditions write it: `seniority(job_title)`.
    public var derived: [String]
  }

  /// A template that fits, and the columns that say so.
  public struct TemplateHint: Sendable, Hashable {
    /// Its name: `b2b-six-parts`.
    public var name: String
    /// The columns that speak for it.
    public var columns: [String]
  }

  /// How many rows were read.
  public let rowCount: Int
  /// How many columns there are.
  public let columnCount: Int
  /// What the rows most likely are.
  public let subject: Subject
  /// The column with the ids, if there is one.
  public let idColumn: String?
  /// The columns whose names Leadline knows, in the order of the file.
  public let recognised: [Recognised]
  /// Columns that may say how it ended with a lead, by which models can be compared.
  public let outcomes: [String]
  /// Families of templates that fit, the best first.
  public let templates: [TemplateHint]

  /// What a row is called.
  var noun: RowNoun {
    switch subject {
    case .leads: RowNoun(singular: "lead", plural: "leads")
    case .events: RowNoun(singular: "event", plural: "events")
    case .accounts: RowNoun(singular: "account", plural: "accounts")
    case .records: RowNoun(singular: "row", plural: "rows")
    }
  }

  init(_ table: RowTable, _ attributes: RecognisedColumns, _ scans: [ColumnScan]) {
    rowCount = table.count
    columnCount = table.columns.count
    idColumn = attributes.idIndex.map { table.heading.columns[$0] }
    recognised = scans.compactMap { scan in
      scan.profile.attribute.map {
        Recognised(attribute: $0, column: scan.profile.name, derived: Self.derived(from: $0))
      }
    }
    subject = Self.subject(table.heading, attributes, scans)
    outcomes = scans.filter(Self.isOutcome).map(\.profile.name)
    templates = Self.hints(scans)
  }

  // MARK: Guesses

  /// What conditions can work out from an attribute.
  private static func derived(from attribute: String) -> [String] {
    let functions: [DerivedFunction] =
      switch attribute {
      case "email": [.emailKind]
      case "job_title": [.seniority, .department]
      case "country", "phone": [.country]
      case "company_size": [.employees]
      case "first_name", "last_name", "name": [.keyboardWalk, .uncapitalised, .repeated]
      default: []
      }
    let own = functions.map { "\($0.rawValue)(\(attribute))" }
    return attribute == "email" ? own + ["domain(email)"] : own
  }

  private static func subject(
    _ heading: FileHeading, _ attributes: RecognisedColumns, _ scans: [ColumnScan]
  ) -> Subject {
    func scan(_ role: ColumnNames.Role) -> ColumnProfile? {
      (try? heading.column(for: role)).flatMap { $0 }.map { scans[$0].profile }
    }
    // Leads come back in events, and the names of events are few.
    if let lead = scan(.eventLead), let name = scan(.eventName), let time = scan(.eventTime),
      Set([lead.position, name.position, time.position]).count == 3, lead.filled >= 20,
      lead.distinct * 10 < lead.filled * 8, name.distinct <= 200, name.distinct * 5 < name.filled,
      time.type == .instant
    {
      return .events
    }
    let people = ["email", "first_name", "last_name", "name", "phone", "mobile", "job_title", "lead_source", "stage"]
    if people.contains(where: { attributes.column($0) != nil }) { return .leads }
    let idKey = attributes.idIndex.map { ColumnNames.key(heading.columns[$0]) } ?? ""
    if ["lead", "contact", "prospect", "person"].contains(where: idKey.contains) { return .leads }
    return attributes.column("company") != nil ? .accounts : .records
  }

  private static func isOutcome(_ scan: ColumnScan) -> Bool {
    let names: Set<String> = [
      "converted", "isconverted", "won", "iswon", "closedwon", "dealwon", "outcome", "result", "customer", "iscustomer",
      "purchased", "enrolled", "becamecustomer",
    ]
    guard names.contains(ColumnNames.key(scan.profile.name)) else { return false }
    return scan.profile.type == .flag || (scan.profile.type == .category && scan.profile.distinct <= 10)
  }

  /// Words in the names of columns, by the template that they speak for; a plural counts too.
  static let templates: [(name: String, words: Set<String>)] = [
    (
      "education",
      [
        "course", "specialization", "specialisation", "programme", "student", "university", "enrolled", "enrolment",
        "enrollment", "degree", "school", "semester",
      ]
    ),
    ("e-commerce", ["order", "cart", "purchase", "basket", "wishlist", "sku", "coupon", "refund"]),
    ("product-led-saas", ["trial", "plan", "signup", "login", "seat", "workspace", "activated", "subscription"]),
    ("mortgage", ["loan", "mortgage", "downpayment"]), ("insurance", ["policy", "insurance", "premium", "insured"]),
    ("financial-services", ["income", "creditscore", "deposit", "assets", "portfolio"]),
  ]

  /// The words of a column's name, folded.
  private static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func hints(_ scans: [ColumnScan]) -> [TemplateHint] {
    let filled = scans.filter { $0.profile.filled > 0 }
    let business: Set<String> = [
      "company", "job_title", "company_size", "industry", "annual_revenue", "seniority", "department",
    ]
    var hints: [TemplateHint] = []
    let found = filled.filter { $0.profile.attribute.map(business.contains) ?? false }.map(\.profile.name)
    if found.count >= 2 { hints.append(TemplateHint(name: "b2b-six-parts", columns: found)) }
    for (name, words) in templates {
      let columns = filled.map(\.profile.name).filter { column in
        Self.words(column).contains { word in
          words.contains(word) || (word.last == "s" && words.contains(String(word.dropLast())))
        }
      }
      if !columns.isEmpty { hints.append(TemplateHint(name: name, columns: columns)) }
    }
    // The one that most columns speak for first.
    return hints.enumerated().sorted {
      ($1.element.columns.count, $0.offset) < ($0.element.columns.count, $1.offset)
    }.map(\.element)
  }
}
