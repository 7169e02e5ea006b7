/// Why nothing can be learned.
public enum TrainingProblem: Error, Sendable, Hashable {
  /// There are fewer leads won or lost than a model needs.
  case tooFew(won: Int, lost: Int, needed: Int)
  /// No attribute and no event says anything.
  case nothingToLearnFrom
}
