import ArgumentParser
import Leads

/// What the columns of an imported file are, where their names do not say it.
struct ImportOptions: ParsableArguments {
  @Flag(help: "The file holds leads. Default: seen from its columns.")
  var leads = false

  @Flag(help: "The file holds events. Default: seen from its columns.")
  var events = false

  @Option(
    help: ArgumentHelp(
      "The column with the ids of the leads, or that says whose an event is. Default: found by its usual names.",
      valueName: "column"))
  var id: String?

  @Option(help: ArgumentHelp("Leads: the column with their e-mail addresses.", valueName: "column"))
  var email: String?

  @Option(help: ArgumentHelp("Leads: the column that says when a lead was created.", valueName: "column"))
  var createdAt: String?

  @Option(help: ArgumentHelp("Leads: the column that says when a row was last changed.", valueName: "column"))
  var updatedAt: String?

  @OptionGroup var outcome: OutcomeOptions

  @Option(help: ArgumentHelp("With --outcome: the column that says when it was known.", valueName: "column"))
  var closedAt: String?

  @Option(help: ArgumentHelp("With --outcome: the column with the values of deals.", valueName: "column"))
  var value: String?

  @Option(help: ArgumentHelp("Events: the column with their names.", valueName: "column"))
  var eventName: String?

  @Option(help: ArgumentHelp("Events: the column that says when they happened.", valueName: "column"))
  var eventTime: String?

  @Flag(help: "Read 03/04/2025 as the third of April.")
  var dayFirst = false

  mutating func validate() throws {
    if leads, events { throw ValidationError("--leads and --events: a file holds one or the other.") }
    if outcome.outcome == nil, closedAt != nil || value != nil {
      throw ValidationError("--closed-at and --value need --outcome COLUMN.")
    }
  }

  /// Whether anything was said about the columns.
  private var saysSomething: Bool {
    leads || events || dayFirst
      || [id, email, createdAt, updatedAt, outcome.outcome, eventName, eventTime].contains { $0 != nil }
  }

  /// What the columns of a file are: as the options say, else as the last file of this heading was read, else by their
  /// names.
  ///
  /// - Parameters:
  ///   - kept: the mapping of the last file of this heading.
  ///   - asked: the names that models in use read.
  /// - Returns: the mapping, and whether it is the kept one.
  func mapping(
    _ path: String, kept: ImportMapping?, delimiter: UInt8?, asked: (attributes: [String], properties: [String])
  ) throws -> (mapping: ImportMapping, isKept: Bool) {
    if let kept, !saysSomething { return (kept, true) }
    let heading = try RowFile(path: path, delimiter: delimiter).heading
    let isEvents = try events || !leads && Self.looksLikeEvents(heading)
    let mapping =
      isEvents
      ? try eventMapping(path, delimiter, asked.properties) : try leadMapping(path, delimiter, asked.attributes)
    return (mapping, false)
  }

  private func leadMapping(_ path: String, _ delimiter: UInt8?, _ asked: [String]) throws -> ImportMapping {
    let named = [("email", email), ("created_at", createdAt), ("updated_at", updatedAt)]
      .reduce(into: [:]) { $0[$1.0] = $1.1 }
    let file = try LeadFile(path: path, idColumn: id, named: named, delimiter: delimiter)
    func column(_ name: String?, or usual: String) throws -> String? {
      let name = name ?? (file.heading.columns.contains(usual) ? usual : nil)
      return try name.map { file.heading.columns[try file.heading.column(named: $0)] }
    }
    var mapping = ImportMapping(.leads, id: file.idColumn)
    // What `leadline export` wrote says what became of leads.
    mapping.outcome = try column(outcome.outcome, or: Export.prefix + "outcome")
    mapping.closedAt = try column(closedAt, or: Export.prefix + "closed_at")
    mapping.value = try column(value, or: Export.prefix + "value")
    mapping.won = outcome.won
    mapping.lost = outcome.lost
    mapping.dayFirst = dayFirst
    let isAddress = try file.heading.column(ofAttribute: "email").map { file.heading.columns[$0] } == file.idColumn
    try mapping.name(
      file.heading, besides: isAddress ? [] : [file.idColumn], asked: named.keys.sorted() + asked, usual: true)
    return mapping
  }

  private func eventMapping(_ path: String, _ delimiter: UInt8?, _ asked: [String]) throws -> ImportMapping {
    let named = [(ColumnNames.Role.eventLead, id), (.eventName, eventName), (.eventTime, eventTime)]
      .reduce(into: [:]) { $0[$1.0] = $1.1 }
    let file = try EventFile(path: path, named: named, delimiter: delimiter)
    var mapping = ImportMapping(.events, id: file.leadColumn)
    mapping.name = file.nameColumn
    mapping.time = file.timeColumn
    mapping.dayFirst = dayFirst
    try mapping.name(
      file.heading, besides: [file.leadColumn, file.nameColumn, file.timeColumn], asked: asked, usual: false)
    return mapping
  }

  /// Whether a heading has what events have, and nothing that only leads have.
  private static func looksLikeEvents(_ heading: FileHeading) throws -> Bool {
    for role in [ColumnNames.Role.eventLead, .eventName, .eventTime] where try heading.column(for: role) == nil {
      return false
    }
    let ofLeads = ["first_name", "last_name", "company", "job_title", "phone", "lead_source", "company_size"]
    return try ofLeads.allSatisfy { try heading.column(ofAttribute: $0) == nil }
  }
}
