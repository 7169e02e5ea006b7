#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the share of won leads depends on the group, by Pearson's test.
public enum ChiSquare {
  /// The statistic of a table of two columns, its degrees of freedom, and how probable so large a one is by chance.
  ///
  /// Groups without leads are left out; where nothing can vary, the statistic is 0 and p is 1.
  public static func test(_ groups: [(won: Double, lost: Double)]) -> (statistic: Double, freedom: Int, p: Double) {
    let filled = groups.filter { $0.won + $0.lost > 0 }
    let won = filled.reduce(0) { $0 + $1.won }
    let lost = filled.reduce(0) { $0 + $1.lost }
    guard filled.count > 1, won > 0, lost > 0 else { return (0, 0, 1) }
    let share = won / (won + lost)
    let statistic = filled.reduce(0.0) { sum, group in
      let expected = (group.won + group.lost) * share
      let distance = group.won - expected
      return sum + distance * distance * (1 / expected + 1 / (group.won + group.lost - expected))
    }
    return (statistic, filled.count - 1, upperTail(statistic, freedom: filled.count - 1))
  }

  /// The probability that a chi-square variable exceeds a value: Q(freedom / 2, value / 2).
  public static func upperTail(_ value: Double, freedom: Int) -> Double {
    if !(value > 0) { return 1 }
    return IncompleteGamma.upper(Double(freedom) / 2, value / 2)
  }
}

/// The regularised incomplete gamma function.
///
/// Source: W. Press et al., "Numerical Recipes", 2007, section 6.2: a series below a + 1, a continued fraction above.
enum IncompleteGamma {
  /// Q(a, x), the upper one, for a and x above 0.
  static func upper(_ a: Double, _ x: Double) -> Double {
    let front = exp(-x + a * log(x) - lgamma(a))
    if x >= a + 1 { return tail(a, x, front) }
    var term = 1 / a
    var sum = term
    var n = a
    for _ in 0..<500 {
      n += 1
      term *= x / n
      sum += term
      if abs(term) < abs(sum) * 1e-16 { break }
    }
    return 1 - sum * front
  }

  /// Q(a, x) for x ≥ a + 1, by Lentz's method.
  private static func tail(_ a: Double, _ x: Double, _ front: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1...500 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = an * d + b
      if abs(d) < tiny { d = tiny }
      c = b + an / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let step = d * c
      h *= step
      if abs(step - 1) < 1e-16 { break }
    }
    return front * h
  }
}
