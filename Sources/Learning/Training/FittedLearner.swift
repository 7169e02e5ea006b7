import BoostedTrees
import Statistics

/// A learner fitted to some rows.
struct FittedLearner {
  let learner: Learner
  let features: FeatureSet
  let body: LearnedModel.Body
  /// The rows that it was fitted to.
  let codes: CodeTable
  /// Its coefficients, if it has such.
  var table: RegressionTable?

  /// For each feature, and each pair behind them, what it gives to a row of the rows it was fitted to, in log-odds.
  var partNames: [String] {
    let names = features.features.map(\.name)
    guard case .tables(let tables) = body else { return names }
    return names + tables.pairs.map { "\(names[$0.first]) with \(names[$0.second])" }
  }
}
