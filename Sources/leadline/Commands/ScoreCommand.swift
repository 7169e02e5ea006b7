import ArgumentParser
import Conditions
import Leads
import Learning
import Scoring

/// `leadline score`
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Scores leads by a model, written or learned, and shows the best, with the reasons."
  )

  @Argument(help: "The leads: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var leads: String

  @Option(help: ArgumentHelp("The model.", valueName: "file"), completion: .file())
  var model: String?

  @Option(
    help: ArgumentHelp(
      "Instead of --model: a model that was learned by leadline train. In a --model it is a score: { learned: FILE }.",
      valueName: "file.learned"),
    completion: .file())
  var learned: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var forecast: ForecastOptions

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only leads of whom this holds, such as \"stage = 'mql' and country = 'US'\".", valueName: "condition"))
  var condition: String?

  @Option(help: ArgumentHelp("How many leads to show.", valueName: "n"))
  var top = 15

  @Option(help: ArgumentHelp("Write the scores of all leads to this file: .csv or .jsonl.", valueName: "file"))
  var out: String?

  @Option(
    help: ArgumentHelp("Write a page about the scores, to read and to pass on, to this file: .html.", valueName: "file")
  )
  var report: String?

  mutating func validate() throws {
    try ReportWriter.validate(report)
    guard top >= 0 else { throw ValidationError("--top must not be negative.") }
    guard (model == nil) != (learned == nil) else {
      throw ValidationError("Give either --model FILE or --learned FILE.")
    }
    if learned != nil, condition != nil || report != nil {
      throw ValidationError("--where and --report need --model.")
    }
    if model != nil, forecast.value.column != nil { throw ValidationError("--value needs --learned.") }
    if let out, !["csv", "jsonl"].contains(where: { out.lowercased().hasSuffix(".\($0)") }), !out.hasPrefix("/dev/") {
      throw ValidationError("--out \(out): the name must end in .csv or .jsonl.")
    }
  }

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: [("--out", out), ("--report", report), ("--forecast", forecast.forecast)] + input.outputs,
      inputs: [("the leads", leads), ("--events", input.events), ("--model", model), ("--learned", learned)])
    if let learned {
      try LearnedScoring(leads: leads, model: learned, input: input, forecast: forecast, top: top, out: out).run()
    }
    guard let model else { return }
    let modelFile = try ModelFile(path: model, utcOffset: try input.time.offsetSeconds())
    let filter = try condition.map { try LeadFilter($0, modelFile.model, utcOffset: try input.time.offsetSeconds()) }
    // Opened first: where nothing can be written, nobody should wait for the scores.
    let file = try out.map { try SafeFile(path: $0) }
    let page = try report.map { try ReportWriter(path: $0) }
    let loading = try Loading(
      leads: leads, [modelFile], input, also: filter?.attributeCondition,
      wanted: page == nil ? [] : ReportWriter.segments, showsNames: top > 0 || page != nil)
    let population = loading.population
    let scores = ScoringEngine(modelFile.model).scores(
      of: population, asOf: loading.asOf, options: .init(threads: input.threads, reasons: true))
    let rows = population.leads.rowsByID().filter { filter?.holds(for: $0, scores, population.leads) ?? true }
    if let out, let file {
      try ResultWriter(scores, population, isJSON: out.lowercased().hasSuffix(".jsonl"))
        .write(rows, to: file, threads: input.threads)
      try file.finish()
    }
    try page?.write(scores, population, rows, filter: condition, findings: ReportWriter.findings(of: loading))
    if out?.hasPrefix("/dev/") != true { try show(rows, scores, population) }
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
          "model \(name)\(scores.model.version.prefix(8)), as of \(day)\(input.time.asOf == nil ? " (now)" : "")", .dim)
    )
    if let out { try Terminal.write("\(rows.count.formatted()) leads written to \(out)") }
    if let report { try Terminal.write("the report is in \(report)") }
  }
}
