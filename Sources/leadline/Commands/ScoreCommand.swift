import ArgumentParser
import Conditions
import Leads
import Scoring

/// `leadline score`
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Scores leads by a model and shows the best, with the reasons.")

  @Argument(help: "The leads: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var leads: String

  @Option(help: ArgumentHelp("The model.", valueName: "file"), completion: .file())
  var model: String

  @OptionGroup var input: InputOptions

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only leads of whom this holds, such as \"stage = 'mql' and country = 'US'\".", valueName: "condition"))
  var condition: String?

  @Option(help: ArgumentHelp("How many leads to show.", valueName: "n"))
  var top = 15

  @Option(help: ArgumentHelp("Write the scores of all leads to this file: .csv or .jsonl.", valueName: "file"))
  var out: String?

  mutating func validate() throws {
    guard top >= 0 else { throw ValidationError("--top must not be negative.") }
    if let out, !["csv", "jsonl"].contains(where: { out.lowercased().hasSuffix(".\($0)") }), !out.hasPrefix("/dev/") {
      throw ValidationError("--out \(out): the name must end in .csv or .jsonl.")
    }
  }

  func run() throws {
    let modelFile = try ModelFile(path: model, utcOffset: try input.offsetSeconds())
    let filter = try condition.map { try LeadFilter($0, modelFile.model, utcOffset: try input.offsetSeconds()) }
    let loading = try Loading(leads: leads, modelFile, input, also: filter?.attributeCondition)
    let population = loading.population
    let scores = ScoringEngine(modelFile.model).scores(
      of: population, asOf: loading.asOf, options: .init(threads: input.threads, reasons: true))
    let rows = population.leads.rowsByID().filter { filter?.holds(for: $0, scores, population.leads) ?? true }
    if let out {
      let file = try SafeFile(path: out)
      try ResultWriter(scores, population.leads, isJSON: out.lowercased().hasSuffix(".jsonl"))
        .write(rows, to: file, threads: input.threads)
      try file.finish()
    }
    try show(rows, scores, population)
    loading.reportRejects(file: input.rejects)
    loading.reportDoubts(input)
  }

  /// Shows the best of the leads, how the scores are spread, and where the file is.
  private func show(_ rows: [Int], _ scores: Scores, _ population: Population) throws {
    if rows.isEmpty {
      try Terminal.write("No lead fits --where.")
      return
    }
    let best = Ranking(scores: scores).top(top, of: rows)
    if !best.isEmpty { try ScoreTable(scores, population).write(best) }
    try Distribution(scores: scores, isFiltered: condition != nil).write(rows)
    let name = scores.model.name.isEmpty ? "" : "“\(scores.model.name)” "
    let day = scores.asOf.instant.description
    try Terminal.write(
      "\n"
        + Terminal.styled(
          "model \(name)\(scores.model.version.prefix(8)), as of \(day)\(input.asOf == nil ? " (now)" : "")", .dim))
    if let out { try Terminal.write("\(rows.count.formatted()) leads written to \(out)") }
  }
}

/// Which leads a person asked for: a condition on attributes and on what the model says.
struct LeadFilter {
  let condition: Condition
  private let outcomes: [String: AttributeType]
  private let asOf: AsOf

  init(_ text: String, _ model: ScoringModel, utcOffset: Int64) throws {
    var outcomes = model.outcomeTypes
    if !model.stages.isEmpty { outcomes["stage"] = .text }
    self.outcomes = outcomes
    asOf = AsOf(Instant(secondsSince1970: 0), utcOffset: utcOffset)
    do {
      condition = try Condition.parsed(text, Condition.Vocabulary(utcOffset: utcOffset))
    } catch {
      let mark = "\n  \(text)\n  \(String(repeating: " ", count: error.offset))^"
      throw InputProblem(message: "--where: \(error.message)\(mark)", hint: error.hint)
    }
  }

  /// The part of the condition that reads attributes, for loading; nil if it reads only outcomes.
  var attributeCondition: Condition? {
    var tests: [Condition] = []
    condition.visitOperands { operand in
      if outcomes[operand.attribute] == nil { tests.append(.test(Test(operand, .known))) }
    }
    return tests.isEmpty ? nil : .all(tests)
  }

  func holds(for lead: Int, _ scores: Scores, _ leads: LeadTable) -> Bool {
    condition.holds(asOf: scores.asOf) { name in
      outcomes[name] == nil ? leads.value(name, of: lead) : scores.outcome(name, of: lead)
    }
  }
}

extension Scores {
  /// What a name stands for among a lead's outcomes.
  func outcome(_ name: String, of lead: Int) -> Value {
    if name == "stage" { return stageName(of: lead).map { .text($0) } ?? .missing }
    if name == "matrix" { return matrix(of: lead).map { .text($0) } ?? .missing }
    if name == "grade" { return grade(of: lead).map { .text($0) } ?? .missing }
    if let index = model.scores.firstIndex(where: { $0.name == name }) {
      return score(index, of: lead).map { .number(Double($0)) } ?? .missing
    }
    if let bands = model.bands.first(where: { "\(model.scores[$0.score].name)_band" == name }) {
      return band(bands, of: lead).map { .text($0) } ?? .missing
    }
    return .missing
  }
}
