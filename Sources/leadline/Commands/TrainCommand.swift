import ArgumentParser
import Foundation
import Leads
import Learning

/// `leadline train`
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learns from won and lost leads how likely a lead is to be won, and says how good that is.",
    discussion: """
      leadline train leads.csv --outcome Converted --out close.learned
      leadline train leads.csv --events events.csv --outcome deal_won --horizon 90d --report card.html
      leadline train leads.csv --outcome Converted --inference --eliminate 15
      leadline score leads.csv --learned close.learned --out scores.csv
      leadline train leads.csv --outcome Converted --increasing visits --out close.learned

      Attributes that look as if they were filled after the outcome are named and left out.
      """)

  @Argument(help: "Leads whose outcomes are known: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var leads: String

  @OptionGroup var input: InputOptions
  @OptionGroup var outcome: LearningOutcomeOptions
  @OptionGroup var value: DealValueOptions
  @OptionGroup var capacity: CapacityOptions

  @Option(
    help: ArgumentHelp(
      "auto, logistic, additive or trees; auto takes the simplest that is as good as the best.", valueName: "learner"))
  var learner = "auto"

  @Flag(help: "Learn also from attributes that look as if they were filled after the outcome.")
  var keepLeaks = false

  @Option(help: ArgumentHelp("A column not to learn from; may be given several times.", valueName: "column"))
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "A column of numbers of which more never makes a lead less likely; may be given several times.",
      valueName: "column"))
  var increasing: [String] = []

  @Option(
    help: ArgumentHelp(
      "A column of numbers of which more never makes a lead more likely; may be given several times.",
      valueName: "column"))
  var decreasing: [String] = []

  @Option(help: ArgumentHelp("The seed of all chance: the same seed gives the same file.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("Write the learned model to this file: .learned.", valueName: "file"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Learn only what rules can say, and write it as a scoring model that can be edited: .yaml.", valueName: "file"))
  var rules: String?

  @OptionGroup(title: "Logistic regression") var regression: RegressionOptions
  @OptionGroup var card: CardOptions

  mutating func validate() throws {
    guard learner == "auto" || Learner(rawValue: learner) != nil else {
      throw ValidationError("--learner \(learner): expected auto, logistic, additive or trees.")
    }
    if regression.areGiven, learner != "auto", learner != "logistic" {
      throw ValidationError(
        "--learner \(learner): --inference, --eliminate, --penalty and --features are those of --learner logistic.")
    }
    if rules != nil, regression.settings.columns == .raw {
      throw ValidationError("--rules: rules have points for ranges of numbers; use --features bins.")
    }
    if rules != nil, learner == "trees" {
      throw ValidationError("--rules: trees cannot be written as rules; use --learner additive or logistic.")
    }
    if !(increasing + decreasing).isEmpty, learner == "logistic" {
      throw ValidationError(
        "--increasing and --decreasing: logistic regression cannot be held to a direction; use additive or trees.")
    }
    if let both = increasing.first(where: decreasing.contains) {
      throw ValidationError("--increasing and --decreasing: \(both) cannot be both.")
    }
    if let out, !out.hasSuffix(".learned"), !out.hasPrefix("/dev/") {
      throw ValidationError("--out \(out): the name must end in .learned.")
    }
    if let rules, ![".yaml", ".yml"].contains(where: rules.hasSuffix), !rules.hasPrefix("/dev/") {
      throw ValidationError("--rules \(rules): the name must end in .yaml.")
    }
  }

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: [("--out", out), ("--rules", rules), ("--report", card.report)] + input.outputs,
      inputs: [("the leads", leads), ("--events", input.events)])
    let file = try out.map { try SafeFile(path: $0) }
    let rulesFile = try rules.map { try SafeFile(path: $0) }
    let writer = try CardWriter(card)
    let training = try TrainingInput(leads, input, outcome, without: without, value: value)
    let result = try Self.learned(from: training, try settings(training))
    var model = result.model
    model.card.skipped.insert(
      contentsOf: training.skipped.map { ModelCard.Skipped(attribute: $0.attribute, reason: $0.reason) }, at: 0)
    model.card.evaluation?.describeSegments(result, training)
    if let file {
      try file.write(try LearnedModelFile.bytes(of: model))
      try file.finish()
    }
    if let rulesFile {
      guard let text = model.rules(name: "Learned from \(URL(filePath: leads).lastPathComponent)")?.text else {
        throw InputProblem(
          message: "--rules: this model cannot be written as rules", hint: "use --learner additive or logistic")
      }
      try rulesFile.write(Array(text.utf8))
      try rulesFile.finish()
    }
    try writer.write(model.card, learner: model.learner, leads: leads)
    if !card.json, let history = model.history { try HistoryText(history).write() }
    if out == "/dev/stdout" || card.json { return }
    if let out {
      try Terminal.write("\nthe model is in \(out); to use it: leadline score LEADS --learned \(out.quotedForShell)")
    }
    if let rules { try Terminal.write("the rules are in \(rules)") }
    try writer.writePlace()
    training.facts.reportRejects(file: input.rejects)
  }

  /// Which way the model may go with which number. Throws where a column has no order, or is not learned from.
  private func directions(_ input: TrainingInput) throws -> [String: Direction] {
    let table = input.facts.population.leads
    var directions: [String: Direction] = [:]
    for (option, names, direction) in [
      ("--increasing", increasing, Direction.increasing), ("--decreasing", decreasing, .decreasing),
    ] {
      for name in names {
        func problem(_ message: String, _ hint: String?) -> InputProblem {
          InputProblem(message: "\(option) \(name): \(message)", hint: hint)
        }
        guard let column = table.column(name) else {
          if let skipped = input.skipped.first(where: { $0.attribute == name }) {
            throw problem("this column is not learned from: \(skipped.reason)", nil)
          }
          throw problem(
            "the leads have no such column",
            nearest(to: name, among: table.attributes.map(\.name)).map { "did you mean \"\($0)\"?" })
        }
        if input.excluded.contains(name) { throw problem("this column is not learned from", nil) }
        guard case .number = column else {
          throw problem(
            "this column is read as \(column.type.withArticle), and only numbers have more and less",
            "make its values numbers, or leave the option out")
        }
        directions[name] = direction
      }
    }
    return directions
  }

  private func settings(_ input: TrainingInput) throws -> Training.Settings {
    var settings = Training.Settings()
    settings.learner = Learner(rawValue: learner)
    if learner == "auto" { settings.learner = regression.areGiven ? .logistic : rules != nil ? .additive : nil }
    settings.logistic = regression.settings
    settings.seed = seed
    settings.threads = self.input.threads
    settings.excluded = input.excluded
    settings.excludedEvents = input.excludedEvents
    settings.keepsLeaks = keepLeaks
    settings.isForRules = rules != nil
    settings.capacity = capacity.weekly(input.facts.population.leads, asOf: try self.input.time.moment())
    settings.directions = try directions(input)
    return settings
  }

  /// Learns, and says in words what is missing where nothing can be learned.
  static func learned(from input: TrainingInput, _ settings: Training.Settings) throws -> Training.Outcome {
    do {
      return try Training(settings, input.facts.population, input.leads).run()
    } catch TrainingProblem.tooFew(let won, let lost, let needed) {
      throw InputProblem(
        message: "there are \(won) won and \(lost) lost leads; a model needs at least \(needed) of each",
        hint: "leadline suggest shows shrunken close rates, which need fewer")
    } catch TrainingProblem.nothingToLearnFrom {
      throw InputProblem(
        message: "no attribute and no event is left to learn from",
        hint: "add columns or --events FILE, or keep suspicious columns with --keep-leaks")
    }
  }
}
