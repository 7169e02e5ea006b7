/// Leads of about the same probability, and how many of them were really won.
public struct CalibrationBin: Sendable, Hashable, Codable {
  /// The mean probability.
  public var expected: Double
  /// How many there are.
  public var count: Int
  /// How many of them were won.
  public var won: Int
  /// The share that was won.
  public var observed: Double { Double(won) / Double(count) }
}

/// How near probabilities come to what happened, by bins.
public struct CalibrationCurve: Sendable, Hashable, Codable {
  /// The bins that have leads, from the lowest probability up.
  public var bins: [CalibrationBin]

  /// How leads are put into bins.
  public enum Binning: Sendable, Hashable {
    /// The same number of leads in each bin; equal probabilities may be parted.
    case equalMass(Int)
    /// The same width for each bin, from 0 to 1.
    case equalWidth(Int)
  }

  /// The curve of some probabilities. Precondition: 1 or more bins. O(n log n).
  public init(_ probabilities: [Double], _ outcomes: [Bool], _ binning: Binning = .equalMass(10)) {
    precondition(probabilities.count == outcomes.count)
    let order = probabilities.indices.filter { !probabilities[$0].isNaN }
      .sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
    var sums: [Int: (p: Double, count: Int, won: Int)] = [:]
    for (rank, index) in order.enumerated() {
      let bin: Int
      switch binning {
      case .equalMass(let count): bin = rank * count / order.count
      case .equalWidth(let count): bin = min(max(Int(probabilities[index] * Double(count)), 0), count - 1)
      }
      let old = sums[bin] ?? (0, 0, 0)
      sums[bin] = (old.p + probabilities[index], old.count + 1, old.won + (outcomes[index] ? 1 : 0))
    }
    bins = sums.keys.sorted().map { key in
      let sum = sums[key]!
      return CalibrationBin(expected: sum.p / Double(sum.count), count: sum.count, won: sum.won)
    }
  }

  /// The expected calibration error: the distance between expected and observed close rate, weighted by leads.
  ///
  /// Source: M. Naeini, G. Cooper and M. Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning",
  /// AAAI 2015.
  public var error: Double {
    let count = bins.reduce(0) { $0 + $1.count }
    return bins.reduce(0) { $0 + abs($1.expected - $1.observed) * Double($1.count) } / Double(max(1, count))
  }
}
