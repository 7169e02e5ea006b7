import Statistics

extension LearnedModel {
  /// The model with probabilities that fit other outcomes; the order of leads stays.
  ///
  /// The lines of its card are drawn anew on these leads.
  ///
  /// - Parameters:
  ///   - margins: the margins of leads, in millionths, with their outcomes.
  ///   - capacity: if it is known, a line is drawn for it too.
  public func recalibrated(
    margins: [Int64], _ outcomes: [Bool], capacity: WeeklyCapacity? = nil
  ) -> LearnedModel {
    var chance = SplitMix64(seed: 0, stream: "recalibration", number: 0)
    let folds = Folds.stratified(outcomes, folds: 5, using: &chance)
    var model = self
    model.calibration = Calibration.chosen(margins: margins.map { Double($0) / 1e6 }, outcomes: outcomes, folds: folds)
    model.ladder = LikelihoodLadder(model.calibration)
    // Lines are probabilities, and these mean something else now.
    let probabilities = margins.map(model.probability(of:))
    if let evaluation = Evaluation(probabilities, outcomes, resamples: 1, capacity: capacity) {
      model.card.evaluation?.advice = evaluation.advice
    }
    model.card.calibration = "\(model.calibration.name), from \(outcomes.count) later leads"
    return model
  }
}
