/// Points of a score, in whole thousandths; at most 10 000 points either way.
///
/// Worth is counted in billionths: thousandths times a weight in millionths. Sums of integers do not depend on their
/// order, which is why every engine gives the same score.
public struct Points: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The points times a thousand.
  public let thousandths: Int64

  /// Billionths of a point in one point.
  @inlinable public static var billionthsPerPoint: Int64 { 1_000_000_000 }
  /// Billionths of a point in a thousandth of a point: the weight of an undecayed occurrence.
  @inlinable public static var fullWeight: Int64 { 1_000_000 }
  /// The largest magnitude, in points.
  @inlinable public static var limit: Int64 { 10_000 }

  /// Points of so many thousandths. Precondition: at most `limit` points either way.
  public init(thousandths: Int64) {
    precondition(abs(thousandths) <= Self.limit * 1000)
    self.thousandths = thousandths
  }

  /// Whole points. Precondition: at most `limit` either way.
  public init(_ points: Int) { self.init(thousandths: Int64(points) * 1000) }

  /// Points written as a decimal with at most three places; nil for any other text or a number beyond the limit.
  public init?(_ text: String) {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard !digits.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      parts[0].count <= 6
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let places = decimals.prefix(3)
    guard decimals.dropFirst(3).allSatisfy({ $0 == "0" }), let whole = Int64(parts[0]),
      let fraction = Int64(places + String(repeating: "0", count: 3 - places.count))
    else { return nil }
    let thousandths = whole * 1000 + fraction
    guard thousandths <= Self.limit * 1000 else { return nil }
    self.init(thousandths: isNegative ? -thousandths : thousandths)
  }

  /// The points in billionths.
  public var billionths: Int64 { thousandths * Self.fullWeight }

  /// By size.
  public static func < (a: Points, b: Points) -> Bool { a.thousandths < b.thousandths }

  /// `2.5`, `-15`.
  public var description: String { Self.text(thousandths: thousandths) }

  /// The integer that is reported for a sum in billionths: rounded, halves up.
  @inline(__always)
  public static func reported(_ billionths: Int64) -> Int64 {
    let shifted = billionths + billionthsPerPoint / 2
    let quotient = shifted / billionthsPerPoint
    return shifted < 0 && quotient * billionthsPerPoint != shifted ? quotient - 1 : quotient
  }

  /// A worth in billionths as a decimal of at most `places` places, rounded, halves away from zero: `+12.5`.
  public static func text(billionths: Int64, places: Int = 1, signed: Bool = false) -> String {
    let unit = places == 0 ? billionthsPerPoint : places == 1 ? 100_000_000 : places == 2 ? 10_000_000 : 1_000_000
    let magnitude = (billionths.magnitude + unit.magnitude / 2) / unit.magnitude
    let perPoint = UInt64(billionthsPerPoint / unit)
    let whole = magnitude / perPoint
    var fraction = String(magnitude % perPoint)
    fraction = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = magnitude == 0 ? "" : billionths < 0 ? "-" : signed ? "+" : ""
    return sign + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func text(thousandths: Int64) -> String { text(billionths: thousandths * fullWeight, places: 3) }
}
