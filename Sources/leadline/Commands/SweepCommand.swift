import ArgumentParser
import Leads
import Scoring

/// `leadline sweep`
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Tries a number of a model at several values and says what each would do.",
    discussion: """
      leadline sweep model.yaml leads.csv --events events.csv \\
        --vary 'engagement.Pricing page.points=0..20 by 5' --capacity 40

      What can be varied: SCORE.RULE.points, SCORE.RULE.points.ENTRY of a table, .max, .min, .within and .decay (in
      days), .count, and SCORE.GROUP.max. Values: 0..20, 0..20 by 5, or 0,5,10. Several --vary try all combinations.
      """)

  @Argument(help: "The model.", completion: .file())
  var model: String

  @Argument(help: "The leads: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var leads: String

  @Option(help: ArgumentHelp("What to vary, and its values.", valueName: "path=values"))
  var vary: [String]

  @OptionGroup var input: InputOptions
  @OptionGroup var outcomes: OutcomeOptions

  @Option(help: ArgumentHelp("The last stage that sales works. Default: the first.", valueName: "stage"))
  var line: String?

  @Option(help: ArgumentHelp("How many new leads sales can work in a week.", valueName: "leads"))
  var capacity: Int?

  @Flag(help: "Print the results as CSV.")
  var csv = false

  /// How many combinations of values are tried at most.
  static let mostCombinations = 1000

  mutating func validate() throws {
    if vary.isEmpty {
      throw ValidationError("--vary is missing: say what to vary, such as --vary 'fit.Senior.points=0..20'.")
    }
    try CompareCommand.checkCapacity(capacity)
  }

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: input.outputs,
      inputs: [("the leads", leads), ("--events", input.events), ("the model", model)])
    let modelFile = try ModelFile(path: model, utcOffset: try input.time.offsetSeconds())
    let variations = try variations(of: modelFile.model)
    let models = try variants(of: modelFile.model, variations)
    if let line, !modelFile.model.stages.contains(where: { $0.name == line }) {
      throw InputProblem(
        message: "--line \(line): the model has no such stage",
        hint: "there are: \(modelFile.model.stages.map(\.name).joined(separator: ", "))")
    }
    let loading = try Loading(
      leads: leads, [modelFile], input, wanted: outcomes.wanted + [Attribute("created_at", .instant)],
      showsNames: false)
    let population = loading.population
    let known = try outcomes.values(of: population.leads, columns: loading.columns)
    let base = ScoringEngine(modelFile.model).scores(
      of: population, asOf: loading.asOf, options: .init(threads: input.threads, keepsSums: true))
    var rows = [heading(variations, modelFile.model, hasOutcomes: known != nil)]
    for (values, variant) in models {
      let comparison = ModelComparison(
        from: base, to: variant, population, lineStage: line, outcomes: known, moverCount: 0, threads: input.threads)
      rows.append(
        values.map(\.description)
          + row(comparison, hasOutcomes: known != nil, isBase: variant.scores == modelFile.model.scores))
    }
    if csv {
      for row in rows { try Terminal.write(row.map { Self.csv($0) }.joined(separator: ",")) }
    } else {
      try Terminal.write(
        Terminal.styled(
          "\(population.leads.count.formatted()) leads as of \(loading.asOf.instant); moves are counted against \(model) as it is",
          .dim))
      try TextTable(rows, leading: []).write()
    }
    loading.reportRejects(file: input.rejects)
    loading.reportDoubts(input)
  }

  private func variations(of model: ScoringModel) throws -> [Variation] {
    var variations: [Variation] = []
    var count = 1
    for text in vary {
      let variation: Variation
      do {
        variation = try Variation(text, of: model)
      } catch {
        throw InputProblem(message: "--vary \(text): \(error.message)", hint: error.hint)
      }
      if variations.contains(where: { $0.varies(theSameAs: variation) }) {
        throw InputProblem(
          message: "--vary \(text): \(variation.name) is varied twice", hint: "give all its values in one --vary")
      }
      variations.append(variation)
      count *= variation.values.count
      guard count <= Self.mostCombinations else {
        throw InputProblem(
          message:
            "--vary: these are \(count.formatted()) combinations or more, and at most \(Self.mostCombinations.formatted()) are tried",
          hint: "take larger steps, such as 0..20 by 5")
      }
    }
    return variations
  }

  /// All combinations, the last variation's values changing fastest. Fails before any work if one of them is no model.
  private func variants(
    of model: ScoringModel, _ variations: [Variation]
  ) throws -> [(values: [Points], model: ScoringModel)] {
    var variants: [(values: [Points], model: ScoringModel)] = [([], model)]
    for variation in variations {
      var more: [(values: [Points], model: ScoringModel)] = []
      for (values, variant) in variants {
        for value in variation.values {
          do throws(Variation.Problem) {
            more.append((values + [value], try variation.applied(value, to: variant)))
          } catch {
            throw InputProblem(message: "--vary: \(error.message)", hint: error.hint)
          }
        }
      }
      variants = more
    }
    return variants
  }

  // MARK: The table

  private func heading(_ variations: [Variation], _ model: ScoringModel, hasOutcomes: Bool) -> [String] {
    var heading = variations.map(\.name)
    heading += model.stages.map(\.name)
    if !model.stages.isEmpty { heading += ["above the line", "come", "go", "a week"] }
    if capacity != nil, !model.stages.isEmpty { heading.append("too many") }
    if hasOutcomes, !model.stages.isEmpty { heading.append("close rate") }
    return heading + ["rise", "fall", csv ? "note" : ""]
  }

  private func row(_ comparison: ModelComparison, hasOutcomes: Bool, isBase: Bool) -> [String] {
    func number(_ count: Int) -> String { csv ? String(count) : count.formatted() }
    func decimal(_ number: Double) -> String { csv ? number.plainDescription : ComparisonText.decimal(number) }
    var row: [String] = []
    for stage in comparison.new.model.stages {
      row.append(number(comparison.stages.first { $0.name == stage.name }?.after ?? 0))
    }
    if let line = comparison.line {
      row += [number(line.after), number(line.entered), number(line.left)]
      row.append(line.perWeek.map { decimal($0.after) } ?? "")
      if let capacity {
        row.append(line.perWeek.map { decimal(max(0, $0.after - Double(capacity))) } ?? "")
      }
      if hasOutcomes {
        row.append(csv ? line.afterRate.share.map { "\($0)" } ?? "" : ComparisonText.rate(line.afterRate))
      }
    }
    return row + [number(comparison.rising), number(comparison.falling), isBase ? "as it is" : ""]
  }

  private static func csv(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendCSV(text)
    return String(decoding: bytes, as: UTF8.self)
  }
}
