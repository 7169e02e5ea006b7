#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far probabilities are from what happened.
public enum ProbabilityLoss {
  /// The mean of −ln of the probability that was given to what happened; nil for no rows or NaN.
  ///
  /// Probabilities are kept within 2⁻⁵² of 0 and 1, as scikit-learn does.
  public static func logLoss(_ probabilities: [Double], _ outcomes: [Bool]) -> Double? {
    mean(probabilities, outcomes) { p, isWon in
      let kept = min(max(p, .ulpOfOne), 1 - .ulpOfOne)
      return -log(isWon ? kept : 1 - kept)
    }
  }

  /// The mean squared distance from 1 for won and 0 for lost; nil for no rows or NaN.
  public static func brier(_ probabilities: [Double], _ outcomes: [Bool]) -> Double? {
    mean(probabilities, outcomes) { p, isWon in (p - (isWon ? 1 : 0)) * (p - (isWon ? 1 : 0)) }
  }

  /// The mean log loss of margins in log-odds, without rounding anything to 0 or 1; nil for no rows or NaN.
  public static func logLoss(margins: [Double], _ outcomes: [Bool]) -> Double? {
    mean(margins, outcomes) { margin, isWon in
      let z = isWon ? -margin : margin
      return max(z, 0) + log1p(exp(-abs(z)))
    }
  }

  private static func mean(
    _ values: [Double], _ outcomes: [Bool], _ loss: (Double, Bool) -> Double
  ) -> Double? {
    precondition(values.count == outcomes.count)
    if values.isEmpty || values.contains(where: \.isNaN) { return nil }
    return zip(values, outcomes).reduce(0) { $0 + loss($1.0, $1.1) } / Double(values.count)
  }
}
