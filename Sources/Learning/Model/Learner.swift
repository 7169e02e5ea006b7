/// A way to learn a model, from the simplest to the least simple.
public enum Learner: String, Sendable, Hashable, Codable, CaseIterable {
  /// Logistic regression on bins.
  case logistic
  /// Sums of small tables, one for each feature and a few for pairs.
  case additive
  /// Boosted trees.
  case trees
}
