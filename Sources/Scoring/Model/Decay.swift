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
    // In integers, because doubles miss the halves of many a `days`.
    case .linear(let days):
      age >= days ? 0 : (2 * Points.fullWeight * Int64(days - age) + Int64(days)) / (2 * Int64(days))
    case .percent(let percent, let days):
      Int64((1e6 * pow(1 - percent / 100, Double(age / days)) + 0.5).rounded(.down))
    }
  }

  /// The weights by age, up to the first age from which they no longer change; the last is the weight of all later ages.
  ///
  /// - Parameters:
  ///   - windowDays: from this age on the weight is 0; nil for no window.
  ///   - oldestAge: no event is older, in days.
  func weights(windowDays: Int?, oldestAge: Int) -> [Int64] {
    var weights: [Int64] = []
    let allAges = max(0, oldestAge) + 1
    let end = min(windowDays ?? .max, allAges)
    if self == .none, end == allAges { return [Points.fullWeight] }
    for age in 0..<end {
      let weight = weight(ageInDays: age)
      weights.append(weight)
      if weight == 0 { break }
    }
    if weights.last != 0, end < allAges { weights.append(0) }
    return weights
  }
}
