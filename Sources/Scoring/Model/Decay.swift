#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the points of an event fade as the event ages.
///
///     Decay.halfLife(days: 14).weight(ageInDays: 28)   // 250_000 millionths
///
/// Decay never changes the sign of points and never increases their size. An event that should stop counting needs a
/// window, not a decay. Weights are integers, so that every engine agrees.
public enum Decay: Sendable, Hashable {
  /// The points keep their value for ever.
  case none
  /// The weight halves every so many days: `floor(10⁶ × 2^(−d/H) + ½)`.
  case halfLife(days: Int)
  /// The weight falls evenly to nothing in so many days: `max(0, floor(10⁶ × (1 − d/D) + ½))`.
  case linear(days: Int)
  /// So many per cent of what is left go every so many days: `floor(10⁶ × (1 − P/100)^floor(d/E) + ½)`.
  case percent(Double, everyDays: Int)

  /// The weight of an occurrence of this age, in millionths.
  public func weight(ageInDays age: Int) -> Int64 {
    switch self {
    case .none: Points.fullWeight
    case .halfLife(let days): Int64((1e6 * pow(2, -Double(age) / Double(days)) + 0.5).rounded(.down))
    case .linear(let days): max(0, Int64((1e6 * (1 - Double(age) / Double(days)) + 0.5).rounded(.down)))
    case .percent(let percent, let days):
      Int64((1e6 * pow(1 - percent / 100, Double(age / days)) + 0.5).rounded(.down))
    }
  }

  /// Events cannot be older, in days: they start in 1970 and end in 2106.
  static let oldestAge = 49_711

  /// The weights by age, up to the first age from which they no longer change; the last is the weight of all later ages.
  ///
  /// - Parameter windowDays: from this age on the weight is 0; nil for no window.
  func weights(windowDays: Int?) -> [Int64] {
    var weights: [Int64] = []
    let end = min(windowDays ?? Self.oldestAge, Self.oldestAge)
    if self == .none, windowDays == nil { return [Points.fullWeight] }
    for age in 0..<end {
      let weight = weight(ageInDays: age)
      weights.append(weight)
      if weight == 0 { break }
    }
    if weights.last != 0, windowDays != nil { weights.append(0) }
    return weights
  }
}
