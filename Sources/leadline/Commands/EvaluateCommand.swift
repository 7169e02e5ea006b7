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

  @OptionGroup var card: CardOptions

  mutating func validate() throws {
    if let recalibrate, !recalibrate.hasSuffix(".learned"), !recalibrate.hasPrefix("/dev/") {
      throw ValidationError("--recalibrate \(recalibrate): the name must end in .learned.")
    }
  }

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: [("--recalibrate", recalibrate)] + input.outputs,
      inputs: [("the leads", leads), ("--events", input.events), ("the model", model)])
    let learned = try LearnedFile(path: model).model
    let file = try recalibrate.map { try SafeFile(path: $0) }
    let writer = CardWriter(card)
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
    evaluated.evaluation = evaluation
    evaluated.evaluation?.describeSegments(
      Training.Outcome(
        model: learned, rows: Array(probabilities.indices), probabilities: probabilities, outcomes: data.leads.outcomes),
      data)
    try writer.write(evaluated, learner: learned.learner)
    if !card.json { try compare(learned.card, evaluation, data.leads) }
    if let file, let recalibrate {
      try file.write(try LearnedModelFile.bytes(of: try recalibrated(learned, margins, data.leads)))
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
  private func compare(_ old: ModelCard, _ new: Evaluation, _ leads: TrainingLeads) throws {
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

  private func recalibrated(_ model: LearnedModel, _ margins: [Int64], _ leads: TrainingLeads) throws -> LearnedModel {
    let won = leads.outcomes.count { $0 }
    guard won >= Training.floor, leads.outcomes.count - won >= Training.floor else {
      throw InputProblem(
        message:
          "--recalibrate: there are \(won) won and \(leads.outcomes.count - won) lost leads; it needs at least \(Training.floor) of each"
      )
    }
    return model.recalibrated(margins: margins, leads.outcomes)
  }
}
