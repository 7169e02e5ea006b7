#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the groups of a variable say about the odds to be won.
///
/// Source: N. Siddiqi, "Credit Risk Scorecards", 2006, chapter 6, with half a lead in each cell so that none is empty.
public enum WeightOfEvidence {
  /// For each group ln of its share of the won ones over its share of the lost ones.
  public static func weights(_ groups: [(won: Double, lost: Double)], smoothing: Double = 0.5) -> [Double] {
    let won = groups.reduce(0) { $0 + $1.won + smoothing }
    let lost = groups.reduce(0) { $0 + $1.lost + smoothing }
    return groups.map { log(($0.won + smoothing) / won / (($0.lost + smoothing) / lost)) }
  }

  /// The information value: how far won and lost are apart by this variable. Below 0.02 it says nothing.
  public static func informationValue(_ groups: [(won: Double, lost: Double)], smoothing: Double = 0.5) -> Double {
    let won = groups.reduce(0) { $0 + $1.won + smoothing }
    let lost = groups.reduce(0) { $0 + $1.lost + smoothing }
    return zip(groups, weights(groups, smoothing: smoothing)).reduce(0) { sum, group in
      sum + ((group.0.won + smoothing) / won - (group.0.lost + smoothing) / lost) * group.1
    }
  }
}
