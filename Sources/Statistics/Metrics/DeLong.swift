#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Areas under the ROC curves of several models on the same leads, and how far chance alone could move them.
///
///     let areas = DeLong(scores: [ours, theirs], outcomes: outcomes)
///     areas?.difference(0, 1).p   // how probable so large a difference is if both are as good
///
/// Leads are independent of each other, and both models have scored the same ones: that is what makes small differences
/// tell. Not for models that were learned from these leads.
///
/// Sources: E. DeLong, D. DeLong and D. Clarke-Pearson, "Comparing the areas under two or more correlated receiver
/// operating characteristic curves", Biometrics 44, 1988; X. Sun and W. Xu, "Fast implementation of DeLong's algorithm",
/// IEEE Signal Processing Letters 21, 2014, for the computation by ranks.
public struct DeLong: Sendable {
  /// For each model its area.
  public let areas: [Double]
  /// The covariances of the areas, models × models.
  public let covariances: [[Double]]

  /// The areas of models by the scores that each gave, one to each lead. nil if a score is NaN, or unless at least two
  /// leads were won and two lost. O(models × n log n).
  public init?(scores: [[Double]], outcomes: [Bool]) {
    precondition(scores.allSatisfy { $0.count == outcomes.count })
    let won = outcomes.indices.filter { outcomes[$0] }
    let lost = outcomes.indices.filter { !outcomes[$0] }
    if won.count < 2 || lost.count < 2 || scores.contains(where: { $0.contains(where: \.isNaN) }) { return nil }
    let (m, n) = (Double(won.count), Double(lost.count))
    // For each lead that was won the share of the lost below it, and for each lost one the share of the won above it.
    let placements = scores.map { scores -> (won: [Double], lost: [Double]) in
      let all = Self.midranks(scores)
      let ofWon = Self.midranks(won.map { scores[$0] })
      let ofLost = Self.midranks(lost.map { scores[$0] })
      return (
        zip(won, ofWon).map { (all[$0] - $1) / n }, zip(lost, ofLost).map { 1 - (all[$0] - $1) / m }
      )
    }
    let areas = placements.map { $0.won.reduce(0, +) / m }
    self.areas = areas
    covariances = placements.indices.map { a in
      placements.indices.map { b in
        Self.covariance(placements[a].won, placements[b].won) / m
          + Self.covariance(placements[a].lost, placements[b].lost) / n
      }
    }
  }

  /// The area of a model with its interval of 95 %, within 0 and 1.
  public func estimate(_ model: Int) -> Estimate {
    let reach = Self.quantile * max(0, covariances[model][model]).squareRoot()
    return Estimate(areas[model], low: max(0, areas[model] - reach), high: min(1, areas[model] + reach))
  }

  /// By how much one area is larger than another.
  public struct Difference: Sendable, Hashable, Codable {
    /// The difference with its interval of 95 %.
    public var estimate: Estimate
    /// Its standard error.
    public var standardError: Double
    /// How probable so large a difference is by chance, on both sides.
    public var p: Double
  }

  /// The area of a model less that of another.
  public func difference(_ model: Int, _ other: Int) -> Difference {
    let value = areas[model] - areas[other]
    let variance = covariances[model][model] + covariances[other][other] - 2 * covariances[model][other]
    // Rounding can leave a little of what is nothing.
    let error = variance > 1e-18 ? variance.squareRoot() : 0
    let p = error > 0 ? erfc(abs(value) / error / 2.0.squareRoot()) : abs(value) < 1e-12 ? 1 : 0
    let reach = Self.quantile * error
    return Difference(
      estimate: Estimate(value, low: value - reach, high: value + reach), standardError: error, p: p)
  }

  /// That of the normal distribution at 97.5 %.
  private static let quantile = 1.959963984540054

  /// The ranks from 1, equal numbers sharing the mean of theirs.
  private static func midranks(_ numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }

  private static func covariance(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    return zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) } / (n - 1)
  }
}
