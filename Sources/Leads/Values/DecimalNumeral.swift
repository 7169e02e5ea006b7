/// A decimal number without sign, as written: digits, separators, an exponent.
///
///     DecimalNumeral("1.234.567,5")?.value   // 1_234_567.5
///
/// Which separator groups and which is the decimal mark is decided from this text alone, by `Separators`. It is not a
/// decimal type: it only finds the nearest Double.
struct DecimalNumeral {
  /// All digits as one integer, meaningless if there are `longDigits`.
  private var mantissa: UInt64 = 0
  /// Powers of ten that the mantissa has to be multiplied by.
  private var exponent = 0
  /// The digits, if a UInt64 cannot hold them.
  private var longDigits: [UInt8] = []

  /// Reads a numeral; nil if the text is none.
  ///
  /// - Precondition: `text` is short, since a number of any length is read to its end.
  init?(_ text: Span<UInt8>) {
    var separators = Separators()
    var significantDigits = 0
    var index = 0
    scan: while index < text.count {
      switch text[index] {
      case 0x30...0x39:
        mantissa = mantissa &* 10 &+ UInt64(text[index] &- 0x30)
        significantDigits += significantDigits > 0 || text[index] != 0x30 ? 1 : 0
        separators.note(digit: text[index])
        index += 1
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        break scan
      default:
        guard let (kind, length) = Separator.find(in: text, at: index) else { return nil }
        separators.note(kind)
        index += length
      }
    }
    let hasExponent = index < text.count
    if hasExponent {
      guard let written = Self.exponent(in: text, from: index + 1) else { return nil }
      exponent = written
    }
    guard separators.digits > 0, let fraction = separators.fractionDigits(hasExponent: hasExponent) else { return nil }
    exponent -= fraction
    if significantDigits > 19 {
      for position in 0..<index where 0x30...0x39 ~= text[position] { longDigits.append(text[position]) }
    }
  }

  /// The nearest Double; nil if the number is too large for one.
  var value: Double? {
    if longDigits.isEmpty, let exact = Self.exact(mantissa, timesTenToThe: exponent) { return exact }
    let digits = longDigits.isEmpty ? String(mantissa) : String(decoding: longDigits, as: UTF8.self)
    guard let value = Double("\(digits)e\(exponent)"), value.isFinite else { return nil }
    return value
  }

  /// `mantissa × 10^exponent`, if that needs at most one rounding; else nil.
  ///
  /// Integers up to 2⁵³ and powers of ten up to 10²² are exact Doubles, so one multiplication or division of them is
  /// correctly rounded. Source: W. D. Clinger, "How to Read Floating Point Numbers Accurately", 1990.
  @inline(__always)
  static func exact(_ mantissa: UInt64, timesTenToThe exponent: Int) -> Double? {
    if mantissa == 0 { return 0 }
    if exponent == 0 { return Double(mantissa) }
    guard mantissa <= 1 << 53, -22...22 ~= exponent else { return nil }
    return exponent < 0 ? Double(mantissa) / powersOfTen[-exponent] : Double(mantissa) * powersOfTen[exponent]
  }

  private static let powersOfTen: InlineArray<23, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// The exponent after the `e`, which fills the rest of the text; limited to ±99 999, far beyond any Double.
  private static func exponent(in text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    var isNegative = false
    if index < text.count {
      let minus = text.minusLength(at: index, before: text.count)
      isNegative = minus > 0
      index += minus > 0 ? minus : text[index] == UInt8(ascii: "+") ? 1 : 0
    }
    guard index < text.count else { return nil }
    var size = 0
    while index < text.count {
      guard 0x30...0x39 ~= text[index] else { return nil }
      size = min(size * 10 + Int(text[index] &- 0x30), 99_999)
      index += 1
    }
    return isNegative ? -size : size
  }
}
