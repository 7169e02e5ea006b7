import ArgumentParser
import Leads
import Scoring

/// `leadline compare`
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Says what a change of a model does: who moves, where to, and because of which rule.",
    discussion: """
      leadline compare old.yaml new.yaml leads.csv --events events.csv --capacity 40
      leadline compare old.yaml new.yaml leads.csv --outcome Converted
      """)

  @Argument(help: "The model as it is.", completion: .file())
  var old: String

  @Argument(help: "The model as it may become.", completion: .file())
  var new: String

  @Argument(help: "The leads: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var leads: String

  @OptionGroup var input: InputOptions
  @OptionGroup var outcomes: OutcomeOptions

  @Option(
    help: ArgumentHelp(
      "The last stage that sales works; whoever is in it or a better one is above the line. Default: the first.",
      valueName: "stage"))
  var line: String?

  @Option(help: ArgumentHelp("How many new leads sales can work in a week.", valueName: "leads"))
  var capacity: Int?

  @Option(help: ArgumentHelp("How many of the leads that move to show.", valueName: "n"))
  var top = 10

  @Option(help: ArgumentHelp("Write all leads whose stage or score changes to this file.", valueName: "file.csv"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Write a page about the comparison, to read and to pass on, to this file: .html.", valueName: "file"))
  var report: String?

  @Flag(help: "Print the comparison as JSON.")
  var json = false

  mutating func validate() throws {
    try ReportWriter.validate(report)
    guard top >= 0 else { throw ValidationError("--top must not be negative.") }
    try Self.checkCapacity(capacity)
    if let out, !out.lowercased().hasSuffix(".csv"), !out.hasPrefix("/dev/") {
      throw ValidationError("--out \(out): the name must end in .csv.")
    }
  }

  /// Throws if no team can have that capacity.
  static func checkCapacity(_ capacity: Int?) throws {
    guard let capacity else { return }
    guard capacity >= 0 else { throw ValidationError("--capacity must not be negative.") }
    guard capacity <= 1_000_000_000 else { throw ValidationError("--capacity must be at most 1,000,000,000.") }
  }

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: [("--out", out), ("--report", report)] + input.outputs,
      inputs: [("the leads", leads), ("--events", input.events), ("the old model", old), ("the new model", new)])
    let offset = try input.time.offsetSeconds()
    let oldFile = try ModelFile(path: old, utcOffset: offset)
    let newFile = try ModelFile(path: new, utcOffset: offset)
    try checkLine([oldFile.model, newFile.model])
    let file = try out.map { try SafeFile(path: $0) }
    let page = try report.map { try ReportWriter(path: $0) }
    let (comparison, loading) = try compared(oldFile, newFile)
    try page?.write(
      comparison, loading.population.leads, capacity: capacity, findings: ReportWriter.findings(of: loading))
    if let file {
      try MoverWriter(comparison, loading.population.leads).write(to: file)
      try file.finish()
    }
    if json {
      try Terminal.write(try ComparisonJSON(comparison, loading.population.leads, capacity: capacity, top: top).text)
    } else if out?.hasPrefix("/dev/") != true {
      try ComparisonText(comparison, loading.population.leads, capacity: capacity).write(top: top)
      if let out { try Terminal.write("\nleads that move are written to \(out)") }
    }
    loading.reportRejects(file: input.rejects)
    loading.reportDoubts(input)
  }

  private func compared(_ old: ModelFile, _ new: ModelFile) throws -> (ModelComparison, Loading) {
    let wanted = outcomes.wanted + [Attribute("created_at", .instant)]
    let isShared = old.sharesColumns(with: new)
    let loading = try Loading(leads: leads, isShared ? [new, old] : [new], input, wanted: wanted)
    let population = loading.population
    let options = ScoringEngine.Options(threads: input.threads, keepsSums: true)
    let outcomes = try outcomes.values(of: population.leads, columns: loading.columns)
    let moverCount = out == nil ? max(top, 25) : population.leads.count
    if isShared {
      let before = ScoringEngine(old.model).scores(of: population, asOf: loading.asOf, options: options)
      let comparison = ModelComparison(
        from: before, to: new.model, population, lineStage: line, outcomes: outcomes, moverCount: moverCount,
        threads: input.threads)
      return (comparison, loading)
    }
    // What the models read as different types, or miss differently, has to be read for each.
    if input.dedupe != nil {
      throw InputProblem(
        message: "--dedupe: the two models read the leads in different ways, so duplicates could differ too",
        hint: "give both models the same missing: and vocabulary:, or merge first with leadline score --dedupe")
    }
    let other = try Loading(leads: leads, [old], input, showsNames: false)
    let before = ScoringEngine(old.model).scores(of: other.population, asOf: loading.asOf, options: options)
    let after = ScoringEngine(new.model).scores(of: population, asOf: loading.asOf, options: options)
    let comparison = ModelComparison(
      from: before, to: after, population, oldPopulation: other.population, lineStage: line, outcomes: outcomes,
      moverCount: moverCount, threads: input.threads)
    return (comparison, loading)
  }

  private func checkLine(_ models: [ScoringModel]) throws {
    guard let line else { return }
    let names = models.flatMap { $0.stages.map(\.name) }
    if names.contains(line) { return }
    throw InputProblem(
      message: "--line \(line): neither model has such a stage",
      hint: nearest(to: line, among: names).map { "did you mean \"\($0)\"?" }
        ?? (names.isEmpty ? "add stages: to the models" : "there are: \(names.joined(separator: ", "))"))
  }
}
