/// Numbers from the cells of files, as people and spreadsheets write them.
///
/// | text | number | because |
/// |---|---|---|
/// | `4711`, `-12.5`, `+3e2` | 4711, -12.5, 300 | plain |
/// | `1,234.50`, `1.234,50` | 1234.5 | of comma and dot the last is the decimal mark |
/// | `1,234`, `1,23`, `0,123` | 1234, 1.23, 0.123 | commas with three digits after each group, another single one is decimal |
/// | `1.234`, `1.234.567` | 1.234, 1234567 | a single dot is decimal, several group |
/// | `1 234,5`, `1'234.5`, `1_234` | 1234.5, 1234.5, 1234 | spaces, apostrophes and underscores only group |
/// | `$1,234.50`, `1.234,50 €`, `CHF 12` | 1234.5, 1234.5, 12 | one currency symbol or code, before or after |
/// | `12 %` | 12 | a percent sign changes nothing |
/// | `(1,234.50)`, `−5` | -1234.5, -5 | the accounting negative, and the minus sign of Unicode |
///
/// Groups are of three digits, and one number uses one kind of separator to group. Before an exponent nothing groups,
/// so `1,234E+05` (a German spreadsheet's) is 123 400. White space around the text and between its parts does not
/// count.
///
/// Not numbers: the empty text, `NaN`, `inf`, hexadecimal, numbers in other digits than 0 to 9 or with words (`12
/// apples`, `1k`), ranges (`1-2`), two signs, and whatever is too large for a Double.
extension Double {
  /// Reads the number of a cell from UTF-8 text; nil if the text is no number, which includes bytes that are no UTF-8.
  ///
  /// The result is finite and the Double nearest to the decimal number written; a negative zero becomes 0.
  ///
  /// - Complexity: a few nanoseconds for plain integers and decimals; constant for any text but the white space around.
  public init?(cell text: Span<UInt8>) {
    if let plain = Self.plain(text) {
      self = plain
      return
    }
    guard let marked = Self.marked(text) else { return nil }
    self = marked
  }

  /// Reads the number of a cell from a string, in the same way.
  public init?(cell text: String) {
    self.init(cell: text.utf8.span)
  }

  /// The currency symbol or code in the text of an amount, as it stands there: `€` for `1.234,50 €`; nil if there is none.
  public static func currency(ofCell text: String) -> String? { CurrencyMarks.mark(in: text.utf8.span) }

  /// The number of a text of any form. Kept apart, so that its memory is not set up for plain numbers.
  @inline(never)
  private static func marked(_ text: Span<UInt8>) -> Double? {
    guard let marks = NumberMarks(text), let numeral = DecimalNumeral(text.extracting(marks.body)) else { return nil }
    guard let size = numeral.value else { return nil }
    return marks.isNegative && size != 0 ? -size : size
  }

  /// The number of a text of digits with at most a minus sign and a dot; nil leaves it to the careful way.
  @inline(__always)
  private static func plain(_ text: Span<UInt8>) -> Double? {
    let count = text.count
    guard 1...18 ~= count else { return nil }  // more could overflow the mantissa
    let isNegative = text[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var mantissa: UInt64 = 0
    var point = -1
    var index = start
    while index < count {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
      } else if digit == UInt8(ascii: ".") &- UInt8(ascii: "0"), point < 0 {
        point = index
      } else {
        return nil
      }
      index += 1
    }
    guard count - start > (point < 0 ? 0 : 1) else { return nil }  // at least one digit
    let exponent = point < 0 ? 0 : point + 1 - count
    guard let size = DecimalNumeral.exact(mantissa, timesTenToThe: exponent) else { return nil }
    return isNegative && mantissa != 0 ? -size : size
  }
}
