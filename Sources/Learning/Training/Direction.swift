/// Which way a model may go with a number, where somebody who knows the business says so.
public enum Direction: String, Sendable, Hashable, Codable {
  /// More of it never makes a lead less likely to be won.
  case increasing
  /// More of it never makes a lead more likely to be won.
  case decreasing

  /// 1 upwards, -1 downwards.
  var sign: Int { self == .increasing ? 1 : -1 }
}

extension FeatureSet {
  /// For each feature 1, -1, or 0 for either way; only numbers have a direction, and their missing values have none.
  func signs(_ directions: [String: Direction]) -> [Int] {
    features.map { feature in
      guard case .number(let attribute) = feature.source else { return 0 }
      return directions[attribute]?.sign ?? 0
    }
  }
}

/// The nearest sequence that goes one way only: pools neighbours that go the other way into their mean.
///
/// Source: M. Ayer et al., "An empirical distribution function for sampling with incomplete information", 1955.
enum OneWay {
  /// The sequence of least weighted squared distance that never goes against `sign`. O(count). Precondition: weights above 0.
  static func nearest(to values: [Float], weights: [Float], sign: Int) -> [Float] {
    var pools: [(mean: Float, weight: Float, count: Int)] = []
    for (value, weight) in zip(values, weights) {
      pools.append((value, weight, 1))
      while pools.count > 1 {
        let (a, b) = (pools[pools.count - 2], pools[pools.count - 1])
        if sign > 0 ? a.mean <= b.mean : a.mean >= b.mean { break }
        let weight = a.weight + b.weight
        pools.removeLast(2)
        pools.append(((a.mean * a.weight + b.mean * b.weight) / weight, weight, a.count + b.count))
      }
    }
    return pools.flatMap { Array(repeating: $0.mean, count: $0.count) }
  }
}
