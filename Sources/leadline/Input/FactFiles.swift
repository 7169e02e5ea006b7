import Leads
import Scoring

/// Leads and events read without a scoring model: for learning, and for scoring by what was learned.
struct FactFiles {
  let population: Population
  /// The columns of the leads' file.
  let columns: [String]
  /// Attributes and properties that were asked for and that the files do not have.
  let lacking: [String]
  /// What could not be used, by file.
  let rejects: [RejectLog]

  /// Reads these attributes of the leads and these properties of the events.
  ///
  /// - Parameter properties: nil for all that the events have, as texts.
  init(leads path: String, _ options: InputOptions, attributes: [Attribute], properties: [Attribute]?) throws {
    let settings = ReadingSettings(
      dayFirst: options.time.dayFirst, utcOffset: try options.time.offsetSeconds(), threads: options.threads)
    let delimiter = try options.file.delimiterByte()
    let leadFile = try LeadFile(
      path: path, idColumn: options.id, named: options.namedAttributes, delimiter: delimiter)
    columns = leadFile.heading.columns
    let eventFile = try options.events.map {
      try EventFile(path: $0, leadColumn: options.id, named: options.namedRoles, delimiter: delimiter)
    }
    var wanted: [Attribute] = []
    let merging = options.dedupe == nil ? [] : Merging.attributes
    for attribute in attributes + merging + (eventFile?.joinsByEmail == true ? [Attribute("email", .text)] : [])
    where !wanted.contains(where: { $0.name == attribute.name }) {
      // A derived attribute needs its source, as text.
      if let source = DerivedAttribute(named: attribute.name)?.source, !wanted.contains(where: { $0.name == source }) {
        wanted.append(Attribute(source, .text))
      }
      wanted.append(attribute)
    }
    let writer = try options.rejects.map { try RejectWriter(path: $0) }
    let handler = writer.map { writer -> @Sendable (Reject) -> Void in { writer.write($0) } }
    let leadRejects = RejectLog(handler: handler)
    let reading = Progress(reading: path)
    var leads = try leadFile.read(wanted, settings: settings, rejects: leadRejects) { reading.add($0) }
    reading.end()
    if leads.count == 0 { throw FileProblem(path, "there are no leads in it that can be used") }
    if let path = options.dedupe {
      let merging = Merging(leads)
      try merging.write(to: path)
      merging.report(path: path)
      leads = merging.merged
    }
    var logs = [leadRejects]
    var lacking = attributes.map(\.name).filter { leads.column($0) == nil }
    if let eventFile, let path = options.events {
      let eventRejects = RejectLog(handler: handler)
      let known = properties ?? Self.properties(of: eventFile)
      let reading = Progress(reading: path)
      let (events, kinds) = try eventFile.read(
        for: leads, properties: known, settings: settings, rejects: eventRejects
      ) { reading.add($0) }
      reading.end()
      logs.append(eventRejects)
      lacking += known.map(\.name).filter { kinds.column($0) == nil }
      population = Population(leads: leads, events: events, kinds: kinds)
    } else {
      population = Population(leads: leads)
    }
    try writer?.finish()
    self.lacking = lacking
    rejects = logs
  }

  /// The columns of events that say more than who, what and when.
  private static func properties(of file: EventFile) -> [Attribute] {
    let roles = [file.leadColumn, file.nameColumn, file.timeColumn]
    return file.heading.columns.filter { !roles.contains($0) && !$0.isEmpty }.map { Attribute($0, .text) }
  }

  /// Says on standard error what could not be used.
  func reportRejects(file: String?) { rejects.report(file: file) }
}
