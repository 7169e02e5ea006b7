import Foundation
import Leads
import Learning
import Profiling
import Scoring

/// Leads with their outcomes, read to learn from.
struct TrainingInput {
  let facts: FactFiles
  let leads: TrainingLeads
  /// Attributes and events that must not be learned from.
  let excluded: Set<String>, excludedEvents: Set<String>
  /// The values of deals, by lead; nil if no column was named.
  let values: DealValues?
  /// Columns that are not learned from, with the reason.
  let skipped: [(attribute: String, reason: String)]

  /// Reads the files.
  ///
  /// - Parameter known: attributes and properties that a model reads; nil to find out what can be learned from.
  init(
    _ path: String, _ input: InputOptions, _ outcome: LearningOutcomeOptions, without: [String] = [],
    value: DealValueOptions? = nil, known: LearnedModel? = nil
  ) throws {
    let asOf = try input.time.moment()
    let rows = try RowFile(path: path, delimiter: try input.file.delimiterByte())
    let heading = rows.heading
    let isColumn = heading.columns.contains(outcome.name)
    if !isColumn, heading.columns.count < 2 {
      throw FileProblem(
        path, "this does not look like a table: its first line is the single value \"\(heading.columns.first ?? "")\"",
        hint: "leads are CSV with a heading, or JSON Lines; --delimiter says what separates the values")
    }
    if !isColumn, input.events == nil {
      throw InputProblem(
        message: "--outcome \(outcome.name): the leads have no such column",
        hint: nearest(to: outcome.name, among: heading.columns).map { "did you mean \"\($0)\"?" }
          ?? "for an event that means won, give --events FILE too")
    }
    for column in without + [outcome.closedAt].compactMap({ $0 }) where !heading.columns.contains(column) {
      throw InputProblem(
        message: "the leads have no column \"\(column)\"",
        hint: nearest(to: column, among: heading.columns).map { "did you mean \"\($0)\"?" })
    }
    try value?.check(heading.columns)
    let reserved = Set([outcome.name] + [outcome.closedAt, input.id, value?.column].compactMap { $0 } + without)
    var attributes: [Attribute]
    var sources: Set<String> = []
    if let known {
      attributes = known.attributes.compactMap(\.attribute)
      skipped = []
    } else {
      let learnable = try Self.learnable(rows, path, input, asOf, reserved)
      attributes = learnable.attributes
      skipped = learnable.skipped
      sources = learnable.sources
    }
    let learnable = Set(attributes.map(\.name)).subtracting(sources)
    if isColumn { attributes.append(Attribute(outcome.name, .text)) }
    if let column = outcome.closedAt { attributes.append(Attribute(column, .instant)) }
    if let column = value?.column, !attributes.contains(where: { $0.name == column }) {
      attributes.append(Attribute(column, .text))
    }
    if !attributes.contains(where: { $0.name == "created_at" }) { attributes.append(Attribute("created_at", .instant)) }
    facts = try FactFiles(
      leads: path, input, attributes: attributes, properties: known.map { $0.properties.compactMap(\.attribute) })
    let outcomes = OutcomeReading(outcome, facts.population, columns: facts.columns, asOf: asOf)
    var leads = try isColumn ? outcomes.fromColumn() : outcomes.fromEvents(named: input.time.asOf != nil)
    values = value?.column.map { [table = facts.population.leads] in DealValues($0, table) }
    if let values {
      values.report()
      leads.history.wonValues = Self.wonValues(values, leads)
    }
    self.leads = leads
    // What was read for another purpose, such as finding duplicates, is not learned from.
    excluded = Set(facts.population.leads.attributes.map(\.name)).subtracting(learnable)
    excludedEvents = isColumn ? [] : [String(decoding: outcome.name.foldedUTF8, as: UTF8.self)]
  }

  /// What won deals brought, each lead once.
  private static func wonValues(_ values: DealValues, _ leads: TrainingLeads) -> DealHistory.WonValues? {
    let won = Set(leads.outcomes.indices.filter { leads.outcomes[$0] }.map { leads.observations.leads[$0] }).sorted()
    return DealHistory.WonValues(column: values.column, won.map { values.amounts[$0] })
  }

  private static func learnable(
    _ rows: RowFile, _ path: String, _ input: InputOptions, _ asOf: AsOf, _ reserved: Set<String>
  ) throws -> LearnableColumns {
    let settings = ReadingSettings(
      dayFirst: input.time.dayFirst, utcOffset: try input.time.offsetSeconds(), threads: input.threads)
    let reading = Progress(reading: path)
    let table = try rows.read(settings: settings, rejects: RejectLog()) { reading.add($0) }
    reading.end()
    if table.count == 0 { throw FileProblem(path, "there are no rows in it that can be used") }
    let profile = try Profile(
      of: table, settings: ProfileSettings(asOf: asOf, reading: settings, idColumn: input.id))
    return LearnableColumns(profile, reserved: reserved)
  }
}
