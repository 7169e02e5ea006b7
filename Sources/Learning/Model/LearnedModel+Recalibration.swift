import Leads
import Scoring
import Statistics

extension LearnedModel {
  /// The model with probabilities that fit other outcomes; the order of leads stays.
  ///
  /// - Parameter margins: the margins of leads, in millionths, with their outcomes.
  public func recalibrated(margins: [Int64], _ outcomes: [Bool]) -> LearnedModel {
    var chance = SplitMix64(seed: 0, stream: "recalibration", number: 0)
    let folds = Folds.stratified(outcomes, folds: 5, using: &chance)
    var model = self
    model.calibration = Calibration.chosen(margins: margins.map { Double($0) / 1e6 }, outcomes: outcomes, folds: folds)
    model.ladder = LikelihoodLadder(model.calibration)
    model.card.calibration = "\(model.calibration.name), from \(outcomes.count) later leads"
    return model
  }
}

extension LearnedScorer {
  /// The margins of observations, each as of its own moment, in millionths of log-odds.
  public static func margins(
    _ model: LearnedModel, _ population: Population, _ observations: Observations
  ) -> [Int64] {
    let names = model.features.sources.map { LevelNames($0, population) }
    let table = RawTable(model.features.sources, population, observations)
    return model.margins(of: model.features.codes(of: table, names))
  }
}

extension Training {
  /// Attributes and events that look as if they came after the outcome; none below the floor of leads.
  public static func leaks(
    _ population: Population, _ leads: TrainingLeads, without attributes: Set<String>, events: Set<String>
  ) -> [Leak] {
    let won = leads.outcomes.count { $0 }
    guard won >= floor, leads.outcomes.count - won >= floor else { return [] }
    let catalog = FeatureCatalog(population, without: attributes, events: events)
    let split = Split(leads, folds: 5, seed: 0)
    return LeakDetector(Examples(catalog.sources, population, leads), split).leaks(of: catalog, population)
  }
}
