#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a margin in log-odds becomes a probability; never decreasing.
public enum Calibration: Sendable, Hashable, Codable {
  /// The margin is right as it is.
  case none
  /// The margin is stretched and moved: 1 / (1 + exp(−(slope × margin + intercept))).
  case platt(slope: Double, intercept: Double)
  /// Steps: from each margin on, up to the next, the probability beside it. Below the first the first holds.
  case isotonic(margins: [Double], probabilities: [Double])

  /// The probability of a margin.
  public func probability(of margin: Double) -> Double {
    switch self {
    case .none: return 1 / (1 + exp(-margin))
    case .platt(let slope, let intercept): return 1 / (1 + exp(-(slope * margin + intercept)))
    case .isotonic(let margins, let probabilities):
      var (low, high) = (0, margins.count)
      while low < high {
        let middle = (low + high) / 2
        if margin >= margins[middle] { low = middle + 1 } else { high = middle }
      }
      return probabilities[max(0, low - 1)]
    }
  }

  /// The name that people read.
  public var name: String {
    switch self {
    case .none: "none"
    case .platt: "Platt"
    case .isotonic: "isotonic"
    }
  }
}

extension Calibration {
  /// Platt's scaling by Newton's method, or `none` if that says nothing.
  ///
  /// Won and lost count as a little less than certain, as in the source, so that separated classes stay finite.
  ///
  /// Source: H.-T. Lin, C.-J. Lin and R. Weng, "A note on Platt's probabilistic outputs for support vector machines",
  /// Machine Learning 68, 2007.
  public static func fittedPlatt(margins: [Double], outcomes: [Bool]) -> Calibration {
    let won = Double(outcomes.count { $0 })
    let lost = Double(outcomes.count) - won
    guard won > 0, lost > 0 else { return .none }
    let (high, low) = ((won + 1) / (won + 2), 1 / (lost + 2))
    var (slope, intercept) = (1.0, 0.0)
    func loss(_ slope: Double, _ intercept: Double) -> Double {
      zip(margins, outcomes).reduce(0) { sum, row in
        let z = slope * row.0 + intercept
        return sum + max(z, 0) + log1p(exp(-abs(z))) - (row.1 ? high : low) * z
      }
    }
    var current = loss(slope, intercept)
    for _ in 0..<100 {
      var (ga, gb, haa, hab, hbb) = (0.0, 0.0, 1e-12, 0.0, 1e-12)
      for (margin, isWon) in zip(margins, outcomes) {
        let p = 1 / (1 + exp(-(slope * margin + intercept)))
        let (g, h) = (p - (isWon ? high : low), p * (1 - p))
        ga += g * margin
        gb += g
        haa += h * margin * margin
        hab += h * margin
        hbb += h
      }
      let determinant = haa * hbb - hab * hab
      guard determinant > 0, abs(ga) + abs(gb) > 1e-10 * Double(margins.count) else { break }
      let (da, db) = ((hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant)
      var step = 1.0
      while step > 1e-8, loss(slope - step * da, intercept - step * db) > current { step /= 2 }
      slope -= step * da
      intercept -= step * db
      let next = loss(slope, intercept)
      if current - next < 1e-12 * abs(current) { break }
      current = next
    }
    // A falling line would turn the ranking round, which no calibration may.
    return slope > 0 && slope.isFinite && intercept.isFinite ? .platt(slope: slope, intercept: intercept) : .none
  }

  /// Isotonic regression by pooling neighbours that would fall. Rows of one margin are pooled first. O(n log n).
  ///
  /// The ends are drawn in by one lead of the average kind, so that nothing is called impossible or certain.
  ///
  /// Source: M. Ayer et al., "An empirical distribution function for sampling with incomplete information", 1955.
  public static func fittedIsotonic(margins: [Double], outcomes: [Bool]) -> Calibration {
    let order = margins.indices.sorted { margins[$0] < margins[$1] }
    guard let first = order.first else { return .none }
    var blocks: [(margin: Double, won: Double, count: Double)] = []
    var last = margins[first]
    for index in order {
      if blocks.isEmpty || margins[index] != last { blocks.append((margins[index], 0, 0)) }
      last = margins[index]
      blocks[blocks.count - 1].won += outcomes[index] ? 1 : 0
      blocks[blocks.count - 1].count += 1
    }
    var pooled: [(margin: Double, won: Double, count: Double)] = []
    for block in blocks {
      pooled.append(block)
      while pooled.count > 1 {
        let (a, b) = (pooled[pooled.count - 2], pooled[pooled.count - 1])
        if a.won * b.count < b.won * a.count { break }
        pooled.removeLast(2)
        pooled.append((a.margin, a.won + b.won, a.count + b.count))
      }
    }
    let base = (Double(outcomes.count { $0 }) + 0.5) / (Double(outcomes.count) + 1)
    let probabilities = pooled.map { block in
      block.won == 0 || block.won == block.count ? (block.won + base) / (block.count + 1) : block.won / block.count
    }
    // Drawing in the ends must not make them cross their neighbours.
    var rising = probabilities
    for index in rising.indices.dropFirst() { rising[index] = max(rising[index], rising[index - 1]) }
    return .isotonic(margins: pooled.map(\.margin), probabilities: rising)
  }

  /// The calibration that does best on rows that it was not fitted to: the simplest within one standard error of the
  /// least log loss.
  ///
  /// - Parameter folds: for each row its fold.
  public static func chosen(margins: [Double], outcomes: [Bool], folds: [UInt8]) -> Calibration {
    let fits: [([Double], [Bool]) -> Calibration] = [
      { _, _ in .none }, { fittedPlatt(margins: $0, outcomes: $1) }, { fittedIsotonic(margins: $0, outcomes: $1) },
    ]
    let losses = fits.map { fit -> [Double] in
      var losses = [Double](repeating: 0, count: margins.count)
      for fold in Set(folds).sorted() {
        let rest = margins.indices.filter { folds[$0] != fold }
        let fitted = fit(rest.map { margins[$0] }, rest.map { outcomes[$0] })
        for row in margins.indices where folds[row] == fold {
          let p = min(max(fitted.probability(of: margins[row]), 1e-9), 1 - 1e-9)
          losses[row] = -log(outcomes[row] ? p : 1 - p)
        }
      }
      return losses
    }
    return fits[Choice.simplestWithinOneError(losses)](margins, outcomes)
  }
}

extension Calibration {
  /// The least margin, in log-odds and to a millionth, at which a probability is reached; -1000 or 1000 if that is
  /// everywhere or nowhere.
  public func margin(of probability: Double) -> Double {
    var (low, high) = (-1000.0, 1000.0)
    while high - low > 1e-7 {
      let middle = (low + high) / 2
      if self.probability(of: middle) >= probability { high = middle } else { low = middle }
    }
    return high
  }
}
