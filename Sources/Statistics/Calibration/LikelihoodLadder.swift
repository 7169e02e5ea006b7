/// The likelihood from 0 to 100 of a margin in fixed point: the number of thresholds that it reaches.
///
/// No exponential decides a score: two machines that add the same integers give the same likelihood.
public struct LikelihoodLadder: Sendable, Hashable, Codable {
  /// For each likelihood from 1 to 100 the least margin, in millionths of log-odds, that has it; ascending.
  public let thresholds: [Int64]

  /// Margins stay within these limits, in millionths of log-odds.
  static let limits: ClosedRange<Int64> = -1_000_000_000...1_000_000_000

  /// The ladder of a calibration: likelihood *k* from where the probability reaches (*k* − ½) %.
  ///
  /// A likelihood that is never reached has `Int64.max`. O(100 × log of the range).
  public init(_ calibration: Calibration) {
    thresholds = (1...100).map { likelihood in
      let needed = (Double(likelihood) - 0.5) / 100
      func reaches(_ margin: Int64) -> Bool { calibration.probability(of: Double(margin) / 1e6) >= needed }
      var (low, high) = (Self.limits.lowerBound, Self.limits.upperBound)
      guard reaches(high) else { return .max }
      if reaches(low) { return .min }
      while high - low > 1 {
        let middle = low + (high - low) / 2
        if reaches(middle) { high = middle } else { low = middle }
      }
      return high
    }
  }

  /// The likelihood of a margin in millionths of log-odds. O(log 100).
  public func likelihood(of margin: Int64) -> Int {
    var (low, high) = (0, thresholds.count)
    while low < high {
      let middle = (low + high) / 2
      if margin >= thresholds[middle] { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
