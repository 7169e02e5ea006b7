/// A figure with the range in which it would lie for other leads of the same kind.
public struct Estimate: Sendable, Hashable, Codable {
  /// The figure.
  public var value: Double
  /// The middle 95 % of what resampled leads give.
  public var low: Double, high: Double

  /// A figure with its range.
  public init(_ value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }
}

/// Figures of leads drawn again and again from the same leads, with replacement.
///
/// Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, percentile intervals.
public struct Bootstrap: Sendable {
  /// How often leads are drawn.
  public var resamples = 200
  /// The seed of the draws.
  public var seed: UInt64

  /// Draws from this seed.
  public init(seed: UInt64, resamples: Int = 200) {
    self.seed = seed
    self.resamples = resamples
  }

  /// Figures of all rows with their ranges; nil where a figure is nil. A draw in which a figure is nil is left out.
  ///
  /// - Parameters:
  ///   - rows: the number of rows.
  ///   - figures: from how often each row was drawn the figures, always as many.
  public func estimates(rows: Int, _ figures: ([Int32]) -> [Double?]) -> [Estimate?] {
    let whole = figures(Array(repeating: 1, count: rows))
    var drawn = whole.map { _ in [Double]() }
    var chance = SplitMix64(seed: seed)
    for _ in 0..<resamples {
      var counts = [Int32](repeating: 0, count: rows)
      for _ in 0..<rows { counts[chance.below(rows)] += 1 }
      for (index, figure) in figures(counts).enumerated() { if let figure { drawn[index].append(figure) } }
    }
    return zip(whole, drawn).map { value, draws in
      guard let value, !draws.isEmpty else { return nil }
      let sorted = draws.sorted()
      return Estimate(value, low: Self.quantile(sorted, 0.025), high: Self.quantile(sorted, 0.975))
    }
  }

  /// The quantile of sorted numbers, of which there is one, between neighbours by their distance.
  public static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }
}
