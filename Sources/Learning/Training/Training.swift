import BoostedTrees
import Leads
import Scoring
import Statistics

/// Learns a model from leads that were won and lost.
///
/// Every learner is tried on leads that it has not seen; the figures of the model's card come from these trials. What is
/// served is then learned from all leads.
public struct Training: Sendable {
  /// What can be chosen.
  public struct Settings: Sendable {
    /// The learner; nil for the simplest that is within one standard error of the best.
    public var learner: Learner?
    /// The seed of all chance.
    public var seed: UInt64 = 0
    /// How many parts the leads are tried in.
    public var folds = 5
    /// The most threads.
    public var threads = 2
    /// Attributes that must not be used.
    public var excluded: Set<String> = []
    /// Events, folded, that must not be used.
    public var excludedEvents: Set<String> = []
    /// Whether attributes that look like leaks are used.
    public var keepsLeaks = false
    /// How many leads sales can work in a week, and how many come in; nil if nobody said.
    public var capacity: WeeklyCapacity?
    /// Numbers, by attribute, with which a model may go one way only. Logistic regression cannot be held to it.
    public var directions: [String: Direction] = [:]
    /// Whether only what the rules of a scoring model can say is learned: no pairs, and features that a rule asks for.
    public var isForRules = false
    /// What can be chosen of logistic regressions.
    public var logistic = LogisticSettings()

    /// The usual settings.
    public init() {}

    /// Whether a source serves what is learned.
    func uses(_ source: FeatureSource) -> Bool {
      if isForRules, !source.hasRule { return false }
      // Close rates of levels are learned from outcomes: the standard errors of a regression do not know that.
      if case .closeRate = source {
        return learner != .logistic || (logistic.columns == .bins && logistic.penalty != .none)
      }
      return true
    }
  }

  /// Won and lost leads that are needed, of each.
  public static let floor = 40

  /// What was chosen.
  public let settings: Settings
  let population: Population
  let leads: TrainingLeads

  /// A training on these leads. Throws if there are too few.
  public init(_ settings: Settings, _ population: Population, _ leads: TrainingLeads) throws(TrainingProblem) {
    let won = leads.outcomes.count { $0 }
    let lost = leads.outcomes.count - won
    guard won >= Self.floor, lost >= Self.floor else {
      throw .tooFew(won: won, lost: lost, needed: Self.floor)
    }
    self.settings = settings
    self.population = population
    self.leads = leads
  }

  /// A model, with the probabilities that it gave to leads that it had not seen.
  public struct Outcome: Sendable {
    /// The model.
    public var model: LearnedModel
    /// The rows that were tried, their probabilities and outcomes.
    public var rows: [Int], probabilities: [Double], outcomes: [Bool]

    /// A model and what it said of some rows.
    public init(model: LearnedModel, rows: [Int], probabilities: [Double], outcomes: [Bool]) {
      self.model = model
      self.rows = rows
      self.probabilities = probabilities
      self.outcomes = outcomes
    }
  }

  /// Learns the model.
  public func run() throws -> Outcome {
    let catalog = FeatureCatalog(population, without: settings.excluded, events: settings.excludedEvents)
    if catalog.sources.isEmpty { throw TrainingProblem.nothingToLearnFrom }
    let split = Split(leads, folds: settings.folds, seed: settings.seed)
    let all = Examples(catalog.sources, population, leads)
    let leaks = LeakDetector(all, split).leaks(of: catalog, population, leads)
    let suspects = Set(leaks.map(\.attribute))
    let honest = settings.keepsLeaks ? catalog.sources : Self.sources(catalog.sources, without: suspects)
    let without = honest.filter(settings.uses)
    if without.isEmpty { throw TrainingProblem.nothingToLearnFrom }
    let examples = without.count == catalog.sources.count ? all : Examples(without, population, leads)
    let learners =
      settings.learner.map { [$0] }
      ?? Learner.allCases.filter { settings.directions.isEmpty || $0 != .logistic }
    let trials = try learners.map { try Trial(of: $0, examples, split, settings) }
    let chosen = trials[Choice.simplestWithinOneError(trials.map(\.losses))]
    let calibrated = CalibratedTrial(chosen, split, leads.outcomes)
    var card = ModelCard(
      data: .init(
        known: leads.outcomes.count, won: leads.outcomes.count { $0 }, unknown: leads.unknown, outcome: leads.outcome,
        features: without.count))
    card.describe(trials, chosen: chosen, split)
    card.calibration = calibrated.calibration.name
    card.directions = settings.directions.isEmpty ? nil : settings.directions
    card.evaluation = Evaluation(
      calibrated.probabilities, calibrated.outcomes, seed: settings.seed, capacity: settings.capacity)
    card.leaks = leaks.map { leak in
      var leak = leak
      leak.isKept = settings.keepsLeaks
      return leak
    }
    card.skipped = catalog.skipped.map { .init(attribute: $0.attribute, reason: $0.reason) }
    card.describeTime(leads)
    if !leaks.isEmpty {
      let sources = settings.keepsLeaks ? Self.sources(catalog.sources, without: suspects) : catalog.sources
      let used = sources.filter(settings.uses)
      let others = used.count == catalog.sources.count ? all : Examples(used, population, leads)
      if !others.table.sources.isEmpty {
        let trial = try Trial(of: chosen.learner, others, split, settings)
        card.otherwise = .init(hasLeaks: !settings.keepsLeaks, rocAUC: trial.rocAUC, logLoss: trial.logLoss)
      }
    }
    let fitted = try chosen.fittedToAll(examples, settings)
    card.importance = FeatureImportance.all(of: fitted, leads.outcomes)
    card.regression = fitted.table
    var history = leads.history
    history.shift = DealHistory.shift(calibrated.probabilities, calibrated.outcomes, parts: split.foldOfRow)
    return Outcome(
      model: model(fitted, calibrated.calibration, card, history), rows: calibrated.rows,
      probabilities: calibrated.probabilities, outcomes: calibrated.outcomes)
  }

  /// The sources that do not read any of these attributes or events.
  private static func sources(_ sources: [FeatureSource], without suspects: Set<String>) -> [FeatureSource] {
    let dropsEvents = sources.contains { source in
      if case .events = source, let name = source.suspectName { suspects.contains(name) } else { false }
    }
    return sources.compactMap { source in
      switch source {
      case .blanks(let names):
        let left = names.filter { !suspects.contains($0) }
        return left.count >= 3 ? .blanks(attributes: left) : nil
      case .firstEvent, .lastEvent: return dropsEvents ? nil : source
      case .events(let selector, _) where selector.name == nil: return dropsEvents ? nil : source
      default: return source.suspectName.map(suspects.contains) == true ? nil : source
      }
    }
  }

  private func model(
    _ fitted: FittedLearner, _ calibration: Calibration, _ card: ModelCard, _ history: DealHistory
  ) -> LearnedModel {
    let names = Set(fitted.features.sources.flatMap(\.attributes))
    let properties = Set(
      fitted.features.sources.compactMap { source -> String? in
        if case .events(let selector, _) = source { selector.property } else { nil }
      })
    return LearnedModel(
      learner: fitted.learner, features: fitted.features, body: fitted.body, calibration: calibration,
      ladder: LikelihoodLadder(calibration),
      attributes: population.leads.attributes.filter { names.contains($0.name) }.map { .init($0) },
      properties: population.kinds.properties.map(\.attribute).filter { properties.contains($0.name) }.map {
        .init($0)
      },
      card: card, history: history)
  }
}
