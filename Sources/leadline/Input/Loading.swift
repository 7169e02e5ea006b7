import Conditions
import Foundation
import Leads
import Scoring

/// Reads leads and events for a model.
struct Loading {
  /// The models that the leads were read for.
  let modelFiles: [ModelFile]
  let asOf: AsOf
  let population: Population
  /// The column with the ids.
  let idColumn: String
  /// The columns of the leads' file.
  let columns: [String]
  /// What the models take as optional and the files do not have.
  let lacking: [String]
  /// What was merged, in a sentence; nil if nothing was to be.
  private(set) var merged: String?
  /// What could not be used, by file.
  let rejects: [RejectLog]

  /// Opens the files, checks that they have what the models and `condition` need, and reads them.
  ///
  /// - Parameters:
  ///   - modelFiles: the models, one or more, that agree on types and placeholders (`ModelFile.sharesColumns`).
  ///   - wanted: attributes that are kept besides, if the file has them.
  init(
    leads path: String, _ modelFiles: [ModelFile], _ options: InputOptions, also condition: Condition? = nil,
    wanted: [Attribute] = [], showsNames: Bool = true
  ) throws {
    self.modelFiles = modelFiles
    asOf = try options.time.moment()
    let settings = try options.settings(for: modelFiles[0].model)
    let delimiter = try options.file.delimiterByte()
    let leadFile = try LeadFile(
      path: path, idColumn: options.id, named: options.namedAttributes, delimiter: delimiter)
    idColumn = leadFile.idColumn
    columns = leadFile.heading.columns
    let eventFile = try options.events.map {
      try EventFile(path: $0, leadColumn: options.id, named: options.namedRoles, delimiter: delimiter)
    }
    for modelFile in modelFiles { try Self.checkNames(modelFile, leadFile, eventFile) }
    lacking = try Self.lacking(modelFiles, leadFile, eventFile)

    let models = modelFiles.map(\.model)
    var attributes = models.flatMap(\.attributes).unified
    let properties = models.flatMap(\.properties).unified
    try Self.add(condition, to: &attributes, leadFile, outcomes: models[0].outcomeTypes.keys.sorted())
    // Names are kept only where people will read them.
    let also =
      wanted + (options.dedupe == nil ? [] : Merging.attributes)
      + (eventFile?.joinsByEmail == true ? [Attribute("email", .text)] : [])
      + (showsNames ? LeadNames.attributes.map { Attribute($0, .text) } : [])
    try Self.add(also, to: &attributes, leadFile)

    let writer = try options.rejects.map { try RejectWriter(path: $0) }
    let handler = writer.map { writer -> @Sendable (Reject) -> Void in { writer.write($0) } }
    let leadRejects = RejectLog(handler: handler)
    let reading = Progress(reading: path)
    var leads = try leadFile.read(attributes, settings: settings, rejects: leadRejects) { reading.add($0) }
    reading.end()
    if leads.count == 0 {
      throw FileProblem(
        path,
        leadRejects.rejectedCount == 0 ? "there are no leads in it, only a heading" : "none of its rows can be used",
        hint: leadRejects.categories.first.map {
          "\($0.name), first on line \($0.examples[0].line): \($0.examples[0].reason.description)"
        })
    }
    if let path = options.dedupe {
      let merging = Merging(leads)
      try merging.write(to: path)
      merging.report(path: path)
      merged = merging.sentence
      leads = merging.merged
    }
    var logs = [leadRejects]
    var read: Population
    if let eventFile, let path = options.events {
      let eventRejects = RejectLog(handler: handler)
      let reading = Progress(reading: path)
      let (events, kinds) = try eventFile.read(
        for: leads, properties: properties, settings: settings, rejects: eventRejects
      ) { reading.add($0) }
      reading.end()
      logs.append(eventRejects)
      read = Population(leads: leads, events: events, kinds: kinds)
    } else {
      read = Population(leads: leads)
    }
    for model in models { read = read.adding(likelihoodsFor: model, asOf: asOf, threads: options.threads) }
    population = read
    try writer?.finish()
    rejects = logs
  }

  /// Throws, with every place, if the model reads what the files do not have.
  private static func checkNames(_ modelFile: ModelFile, _ leadFile: LeadFile, _ eventFile: EventFile?) throws {
    let optional = modelFile.model.optionalAttributes
    var issues = try modelFile.model.attributes.filter { attribute in
      // A derived attribute is as good as its source, which the model reads too.
      try !optional.contains(attribute.name) && DerivedAttribute(named: attribute.name) == nil
        && !leadFile.has(attribute.name)
    }.map { attribute in
      modelFile.unknown(attribute.name, "attribute", in: leadFile.heading)
    }
    if let eventFile {
      issues += try modelFile.model.properties.filter { property in
        try !optional.contains(property.name) && !eventFile.has(property.name)
      }.map { property in
        modelFile.unknown(property.name, "property", in: eventFile.heading)
      }
    }
    if !issues.isEmpty { throw modelFile.issues(issues) }
  }

  /// What is optional and not there, but for what only idle rules would use.
  private static func lacking(
    _ modelFiles: [ModelFile], _ leadFile: LeadFile, _ eventFile: EventFile?
  ) throws -> [String] {
    var names: [String] = []
    for model in modelFiles.map(\.model) {
      for attribute in model.attributes where model.optionalAttributes.contains(attribute.name) {
        if attribute.name != "created_at", try !leadFile.has(attribute.name) { names.append(attribute.name) }
      }
      for property in model.properties where model.optionalAttributes.contains(property.name) {
        if let eventFile, try !eventFile.has(property.name) { names.append(property.name) }
      }
    }
    return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Adds what the file has of these.
  private static func add(_ wanted: [Attribute], to attributes: inout [Attribute], _ leadFile: LeadFile) throws {
    for attribute in wanted {
      let derived = DerivedAttribute(named: attribute.name)
      guard try leadFile.heading.column(ofAttribute: derived?.source ?? attribute.name) != nil else { continue }
      if let derived { attributes.require(Attribute(derived.source, .text)) }
      attributes.require(attribute)
    }
  }

  private static func add(
    _ condition: Condition?, to attributes: inout [Attribute], _ leadFile: LeadFile, outcomes: [String]
  ) throws {
    var needed: [Attribute] = []
    condition?.visitOperands { operand in
      needed.append(Attribute(operand.attribute, operand.type ?? operand.derivedFunction?.type ?? .any))
      if let derived = DerivedAttribute(named: operand.attribute) { needed.append(Attribute(derived.source, .text)) }
    }
    for attribute in needed {
      let isKnown =
        try DerivedAttribute(named: attribute.name) != nil || attributes.contains { $0.name == attribute.name }
        || leadFile.has(attribute.name)
      guard isKnown else {
        throw InputProblem(
          message: "--where: neither the leads nor the model's results have \"\(attribute.name)\"",
          hint: nearest(to: attribute.name, among: leadFile.heading.columns + outcomes).map {
            "did you mean \"\($0)\"?"
          })
      }
      attributes.require(attribute)
      let type = attributes.first { $0.name == attribute.name }?.type
      if attribute.type != .any, let type, type != attribute.type {
        let how = type == .any ? "only asks whether it is known" : "reads it as \(type.withArticle)"
        throw InputProblem(
          message: "--where reads \(attribute.name) as \(attribute.type.withArticle), and the model \(how)")
      }
    }
  }

  /// Says on standard error what could not be used.
  func reportRejects(file: String?) { rejects.report(file: file) }
}

extension [Attribute] {
  /// Each attribute once, with the one type that fits all who want it.
  fileprivate var unified: [Attribute] {
    reduce(into: []) { $0.require($1) }
  }

  /// Adds an attribute; one of which only the presence was wanted so far becomes a text where that is wanted. No other
  /// type will do, because a value that is none of it would count as missing.
  fileprivate mutating func require(_ attribute: Attribute) {
    guard let index = firstIndex(where: { $0.name == attribute.name }) else {
      append(attribute)
      return
    }
    if self[index].type == .any, attribute.type == .text { self[index].type = .text }
  }
}

extension Loading {
  /// Says on standard error what makes the scores less than they could be: no events, a moment long after them, or
  /// events that the moment leaves out.
  func reportDoubts(_ options: InputOptions) {
    if !lacking.isEmpty {
      Terminal.writeError(
        "note: the files have no \(lacking.joined(separator: ", ")), so \(lacking.count == 1 ? "it is" : "they are") missing for every lead"
      )
    }
    let about = modelFiles.flatMap(\.model.scores).filter { $0.tag == nil }.flatMap(\.rules).count { rule in
      if case .attributes = rule.body { false } else { true }
    }
    if options.events == nil {
      for source in Set(modelFiles.flatMap(\.model.scores).compactMap(\.learned)) where source.readsEvents {
        Terminal.writeError(
          "note: \(source.file) was learned with events; without --events it takes every lead for inactive")
      }
      let rules = about == 1 ? "rule" : "\(about) rules"
      if about > 0 {
        Terminal.writeError("note: without --events the \(rules) about what leads did cannot see anything")
      }
      return
    }
    guard let span = population.events.span(around: asOf.instant) else { return }
    let age = asOf.ageInDays(of: span.newest)
    if options.time.asOf == nil, age > 14 {
      Terminal.writeError(
        "note: the newest event is \(age) days old; to score as things stood then, add --as-of \(span.newest.description.prefix(10))"
      )
    }
    if span.later > 0 {
      let events = span.later == 1 ? "1 event lies" : "\(span.later.formatted()) events lie"
      Terminal.writeError(
        "note: \(events) after the moment of scoring, up to \(span.newest), and \(span.later == 1 ? "does" : "do") not count"
      )
    }
  }
}

extension ModelFile {
  /// The issue that a file lacks what the model reads.
  func unknown(_ name: String, _ noun: String, in heading: FileHeading) -> ModelIssue {
    let place = model.places[name]
    let hint =
      nearest(to: name, among: heading.columns).map { "did you mean \"\($0)\"?" }
      ?? "the file has: \(heading.columns.filter { !$0.isEmpty }.prefix(20).joined(separator: ", "))"
    return ModelIssue(
      "\(heading.path) has no \(noun) \"\(name)\"", hint: hint, line: place?.line ?? 0, column: place?.column ?? 0)
  }
}
