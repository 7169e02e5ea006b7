import Conditions
import Foundation
import Leads
import Scoring

/// Reads leads and events for a model.
struct Loading {
  let modelFile: ModelFile
  let asOf: AsOf
  let population: Population
  /// The column with the ids.
  let idColumn: String
  /// What could not be used, by file.
  let rejects: [RejectLog]
  /// Attributes that tell a person who a lead is, those that the file has.
  let nameColumns: [String]

  /// Attributes that tell a person who a lead is.
  private static let naming = ["name", "first_name", "last_name", "company", "email"]

  /// Opens the files, checks that they have what the model and `condition` need, and reads them.
  init(leads path: String, _ modelFile: ModelFile, _ options: InputOptions, also condition: Condition? = nil) throws {
    self.modelFile = modelFile
    asOf = try options.moment()
    let model = modelFile.model
    let settings = try options.settings(for: model)
    let delimiter = try options.delimiterByte()
    let leadFile = try LeadFile(path: path, idColumn: options.id, delimiter: delimiter)
    idColumn = leadFile.idColumn
    let eventFile = try options.events.map { try EventFile(path: $0, leadColumn: options.id, delimiter: delimiter) }
    try Self.checkNames(modelFile, leadFile, eventFile)

    var attributes = model.attributes
    try Self.add(condition, to: &attributes, leadFile)
    if eventFile?.joinsByEmail == true, !attributes.contains(where: { $0.name == "email" }) {
      attributes.append(Attribute("email", .text))
    }
    nameColumns = try Self.naming.filter { try leadFile.heading.column(ofAttribute: $0) != nil }
    for name in nameColumns where !attributes.contains(where: { $0.name == name }) {
      attributes.append(Attribute(name, .text))
    }

    let writer = try options.rejects.map { try RejectWriter(path: $0) }
    let handler = writer.map { writer -> @Sendable (Reject) -> Void in { writer.write($0) } }
    let leadRejects = RejectLog(handler: handler)
    let reading = Progress(reading: path)
    let leads = try leadFile.read(attributes, settings: settings, rejects: leadRejects) { reading.add($0) }
    reading.end()
    if leads.count == 0 {
      throw FileProblem(
        path,
        leadRejects.rejectedCount == 0 ? "there are no leads in it, only a heading" : "none of its rows can be used",
        hint: leadRejects.categories.first.map {
          "\($0.name), first on line \($0.examples[0].line): \($0.examples[0].reason.description)"
        })
    }
    var logs = [leadRejects]
    if let eventFile, let path = options.events {
      let eventRejects = RejectLog(handler: handler)
      let reading = Progress(reading: path)
      let (events, kinds) = try eventFile.read(
        for: leads, properties: model.properties, settings: settings, rejects: eventRejects
      ) { reading.add($0) }
      reading.end()
      logs.append(eventRejects)
      population = Population(leads: leads, events: events, kinds: kinds)
    } else {
      population = Population(leads: leads)
    }
    try writer?.finish()
    rejects = logs
  }

  /// Throws, with every place, if the model reads what the files do not have.
  private static func checkNames(_ modelFile: ModelFile, _ leadFile: LeadFile, _ eventFile: EventFile?) throws {
    var issues = try modelFile.model.attributes.filter { try !leadFile.has($0.name) }.map { attribute in
      modelFile.unknown(attribute.name, "attribute", in: leadFile.heading)
    }
    if let eventFile {
      issues += try modelFile.model.properties.filter { try !eventFile.has($0.name) }.map { property in
        modelFile.unknown(property.name, "property", in: eventFile.heading)
      }
    }
    if !issues.isEmpty { throw modelFile.issues(issues) }
  }

  private static func add(_ condition: Condition?, to attributes: inout [Attribute], _ leadFile: LeadFile) throws {
    var needed: [Attribute] = []
    condition?.visitOperands { needed.append(Attribute($0.attribute, $0.type ?? .text)) }
    for attribute in needed where !attributes.contains(where: { $0.name == attribute.name }) {
      guard try leadFile.has(attribute.name) else {
        throw InputProblem(
          message: "--where: the leads have no attribute \"\(attribute.name)\"",
          hint: nearest(to: attribute.name, among: leadFile.heading.columns).map { "did you mean \"\($0)\"?" })
      }
      attributes.append(attribute)
    }
  }

  /// Says on standard error what could not be used.
  func reportRejects(file: String?) {
    for log in rejects {
      for category in log.categories {
        let first = category.examples[0]
        let kind = category.keepsRecord ? "note" : "rejected"
        let count = category.count.formatted()
        Terminal.writeError(
          "\(kind): \(first.path): \(count) × \(category.name), first on line \(first.line): \(first.reason.description)"
        )
      }
    }
    if let file, rejects.contains(where: { !$0.categories.isEmpty }) {
      Terminal.writeError("      all of them, with line and reason, are in \(file)")
    }
  }
}

extension Loading {
  /// Says on standard error what makes the scores less than they could be: no events, or a moment long after them.
  func reportDoubts(_ options: InputOptions) {
    let about = modelFile.model.scores.filter { $0.tag == nil }.flatMap(\.rules).count { rule in
      if case .attributes = rule.body { false } else { true }
    }
    if options.events == nil {
      if about > 0 {
        Terminal.writeError("note: without --events the \(about) rules about what leads did cannot see anything")
      }
      return
    }
    let newest = population.events.shards.compactMap { $0.events.max()?.secondsSince1970 }.max()
    guard options.asOf == nil, let newest else { return }
    let instant = Instant(secondsSince1970: Int64(newest))
    let age = asOf.ageInDays(of: instant)
    if age > 14 {
      Terminal.writeError(
        "note: the newest event is \(age) days old; to score as things stood then, add --as-of \(instant.description.prefix(10))"
      )
    }
  }
}

extension ModelFile {
  /// The issue that a file lacks what the model reads; created_at may be lacking if only idle rules want it.
  func unknown(_ name: String, _ noun: String, in heading: FileHeading) -> ModelIssue {
    let place = model.firstUse(of: name, in: text)
    let hint =
      nearest(to: name, among: heading.columns).map { "did you mean \"\($0)\"?" }
      ?? "the file has: \(heading.columns.filter { !$0.isEmpty }.prefix(20).joined(separator: ", "))"
    return ModelIssue(
      "\(heading.path) has no \(noun) \"\(name)\"", hint: hint, line: place.line, column: place.column)
  }
}

extension ScoringModel {
  /// Where a name first stands in the model's text, as a word of its own.
  func firstUse(of name: String, in text: String) -> (line: Int, column: Int) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line[...]
      while let found = rest.range(of: name) {
        let before = found.lowerBound == line.startIndex ? nil : line[line.index(before: found.lowerBound)]
        let after = found.upperBound == line.endIndex ? nil : line[found.upperBound]
        let isWord = { (character: Character?) in character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
        let isComment = line[..<found.lowerBound].contains("#")
        if !isWord(before), !isWord(after), !isComment {
          return (index + 1, line.distance(from: line.startIndex, to: found.lowerBound) + 1)
        }
        rest = line[found.upperBound...]
      }
    }
    return (0, 0)
  }
}
