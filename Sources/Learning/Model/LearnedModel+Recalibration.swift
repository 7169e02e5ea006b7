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
