import ArgumentParser
import Foundation
import Leads
import Learning
import Statistics

/// `leadline evaluate`
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Says how good a learned model is on leads whose outcomes are known by now.",
    discussion: """
      leadline evaluate close.learned newer-leads.csv --outcome Converted
      leadline evaluate close.learned newer-leads.csv --outcome Converted --recalibrate newer.learned
      leadline evaluate new.learned newer-leads.csv --outcome Converted --against old.learned

      Take leads that the model was not learned from, or it will look better than it is.
      """)

  @Argument(help: "The learned model.", completion: .file())
  var model: String

  @Argument(help: "Leads whose outcomes are known: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var leads: String

  @OptionGroup var input: InputOptions
  @OptionGroup var outcome: LearningOutcomeOptions
  @OptionGroup var value: DealValueOptions
  @OptionGroup var capacity: CapacityOptions

  @Option(
    help: ArgumentHelp(
      "Write the model with probabilities that fit these leads to this file: .learned. Its order of leads stays.",
      valueName: "file"))
  var recalibrate: String?

  @Option(
    help: ArgumentHelp(
      "Another learned model: say whether the difference on these leads is more than chance.", valueName: "model"),
    completion: .file())
  var against: String?

  @OptionGroup var card: CardOptions

  mutating func validate() throws {
    if let recalibrate, !recalibrate.hasSuffix(".learned"), !recalibrate.hasPrefix("/dev/") {
      throw ValidationError("--recalibrate \(recalibrate): the name must end in .learned.")
    }
  }

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: [("--recalibrate", recalibrate), ("--report", card.report)] + input.outputs,
      inputs: [("the leads", leads), ("--events", input.events), ("the model", model), ("--against", against)])
    let learned = try LearnedFile(path: model).model
    let other = try against.map { try LearnedFile(path: $0).model }
    let file = try recalibrate.map { try SafeFile(path: $0) }
    let writer = try CardWriter(card)
    let data = try TrainingInput(leads, input, outcome, value: value, known: learned)
    let margins = LearnedScorer.margins(learned, data.facts.population, data.leads.observations)
    let probabilities = margins.map(learned.probability(of:))
    let weekly = capacity.weekly(data.facts.population.leads, asOf: try input.time.moment())
    guard var evaluation = Evaluation(probabilities, data.leads.outcomes, capacity: weekly) else {
      throw InputProblem(message: "an evaluation needs leads that were won and leads that were lost")
    }
    evaluation.lines = Evaluation.lines(learned.card, probabilities, data.leads.outcomes)
    evaluation.revenue = data.values.flatMap { values in
      RevenueCheck(
        column: values.column, probabilities, values: data.leads.observations.leads.map { values.amounts[$0] },
        data.leads.outcomes, learned.history)
    }
    var evaluated = ModelCard(
      data: .init(
        known: data.leads.outcomes.count, won: data.leads.outcomes.count { $0 }, unknown: data.leads.unknown,
        outcome: data.leads.outcome, features: learned.features.features.count))
    evaluated.describePeriod(data.leads)
    // Figures of a handful of leads are chance: the card says how many are lacking.
    if evaluated.lacking == nil {
      evaluated.evaluation = evaluation
      evaluated.evaluation?.describeSegments(
        Training.Outcome(
          model: learned, rows: Array(probabilities.indices), probabilities: probabilities,
          outcomes: data.leads.outcomes), data)
    }
    if let other, let against {
      evaluated.rival = try rival(other, URL(filePath: against).lastPathComponent, probabilities, data.leads)
    }
    try writer.write(evaluated, learner: learned.learner, leads: leads, earlier: learned.card)
    if !card.json, evaluated.lacking == nil { try compare(learned.card, evaluation) }
    try writer.writePlace()
    if let file, let recalibrate {
      try file.write(try LearnedModelFile.bytes(of: try recalibrated(learned, margins, data.leads, weekly)))
      try file.finish()
      if !card.json { try Terminal.write("\nthe recalibrated model is in \(recalibrate)") }
    }
    let lacking = data.facts.lacking.filter { name in learned.attributes.contains { $0.name == name } }
    if !lacking.isEmpty {
      Terminal.writeError("note: the files have no \(lacking.joined(separator: ", ")), which the model reads")
    }
    data.facts.reportRejects(file: input.rejects)
  }

  /// Says how the figures stand to those that the model had when it was learned.
  private func compare(_ old: ModelCard, _ new: Evaluation) throws {
    guard let before = old.evaluation?.figure("ROC AUC"), let now = new.figure("ROC AUC") else { return }
    try Terminal.write(
      "\nWhen it was learned: ROC AUC \(CardText.decimals(before.value, 3)) (\(CardText.decimals(before.low, 3)) to \(CardText.decimals(before.high, 3))), close rate \(CardText.percent(old.data.baseRate)); here \(CardText.decimals(now.value, 3)) and \(CardText.percent(Double(new.won) / Double(new.count)))."
    )
    let p = TwoProportions.p(won: old.data.won, of: old.data.known, won: new.won, of: new.count)
    if p < 0.01, (new.figure("calibration error")?.low ?? 0) > 0.03 {
      try Terminal.write(
        Terminal.styled(
          "The close rate moved and the probabilities did not follow; --recalibrate FILE.learned sets them right.",
          .yellow))
    }
  }

  /// What another model says of the same leads. It may read other columns, so the files are read for it too.
  private func rival(
    _ other: LearnedModel, _ name: String, _ own: [Double], _ leads: TrainingLeads
  ) throws -> ModelCard.Rival? {
    let data = try TrainingInput(self.leads, input, outcome, known: other)
    guard data.leads.outcomes == leads.outcomes else {
      throw InputProblem(message: "--against \(name): the two models do not see the same leads in these files")
    }
    let margins = LearnedScorer.margins(other, data.facts.population, data.leads.observations)
    return ModelCard.Rival(name: name, own: own, other: margins.map(other.probability(of:)), leads.outcomes)
  }

  private func recalibrated(
    _ model: LearnedModel, _ margins: [Int64], _ leads: TrainingLeads, _ capacity: WeeklyCapacity?
  ) throws -> LearnedModel {
    let won = leads.outcomes.count { $0 }
    guard won >= Training.floor, leads.outcomes.count - won >= Training.floor else {
      throw InputProblem(
        message:
          "--recalibrate: there are \(won) won and \(leads.outcomes.count - won) lost leads; it needs at least \(Training.floor) of each"
      )
    }
    return model.recalibrated(margins: margins, leads.outcomes, capacity: capacity)
  }
}
