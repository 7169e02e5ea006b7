#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether two shares differ by more than chance.
public enum TwoProportions {
  /// How probable so large a difference is if both are one, by the pooled z test on both sides; 1 if nothing varies.
  public static func p(won a: Int, of n: Int, won b: Int, of m: Int) -> Double {
    guard n > 0, m > 0 else { return 1 }
    let pooled = Double(a + b) / Double(n + m)
    let variance = pooled * (1 - pooled) * (1 / Double(n) + 1 / Double(m))
    if variance <= 0 { return 1 }
    let z = (Double(a) / Double(n) - Double(b) / Double(m)) / variance.squareRoot()
    return erfc(abs(z) / 2.0.squareRoot())
  }
}
