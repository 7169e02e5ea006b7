/// What stands around the digits of a number: a sign, a currency, a percent sign, the parentheses of accountants.
///
///     NumberMarks("(1,234.50 €)")   // negative, around "1,234.50"
///
/// Each may be there once, in any order and with white space between: `-$5`, `$-5`, `$ (5)`, `(5 €)`. Parentheses need
/// their partner and exclude a sign; a percentage has no currency. It does not judge what is between the marks.
struct NumberMarks {
  /// Positions of the text without its marks; may be empty.
  let body: Range<Int>
  let isNegative: Bool

  /// Finds the marks of a text; nil if they contradict each other.
  init?(_ text: Span<UInt8>) {
    let bounds = text.trimmedRange
    var lower = bounds.lowerBound
    var upper = bounds.upperBound
    guard upper - lower <= Self.longestText else { return nil }
    var seen: Seen = []
    while lower < upper {
      guard let (mark, length) = Self.markBefore(in: text, lower..<upper) else { break }
      guard seen.note(mark) else { return nil }
      lower += length
    }
    while lower < upper {
      guard let (mark, length) = Self.markAfter(in: text, lower..<upper) else { break }
      guard seen.note(mark) else { return nil }
      upper -= length
    }
    guard seen.contains(.opening) == seen.contains(.closing) else { return nil }
    guard !seen.contains(.sign) || !seen.contains(.opening) else { return nil }
    guard !seen.contains(.currency) || !seen.contains(.percent) else { return nil }
    body = lower..<upper
    isNegative = seen.contains(.minus) || seen.contains(.opening)
  }

  /// No number that a person or a spreadsheet writes is longer, in bytes; the largest Double has 309 digits.
  private static let longestText = 512

  private static func markBefore(in text: Span<UInt8>, _ range: Range<Int>) -> (Seen, length: Int)? {
    let first = text[range.lowerBound]
    if 0x30...0x39 ~= first { return nil }
    if first == UInt8(ascii: "+") { return (.sign, 1) }
    if first == UInt8(ascii: "(") { return (.opening, 1) }
    let minus = text.minusLength(at: range.lowerBound, before: range.upperBound)
    if minus > 0 { return ([.sign, .minus], minus) }
    let space = text.whiteSpaceLength(at: range.lowerBound, before: range.upperBound)
    if space > 0 { return ([], space) }
    let currency = CurrencyMarks.length(startOf: text, range)
    return currency > 0 ? (.currency, currency) : nil
  }

  private static func markAfter(in text: Span<UInt8>, _ range: Range<Int>) -> (Seen, length: Int)? {
    let last = text[range.upperBound - 1]
    if 0x30...0x39 ~= last { return nil }
    if last == UInt8(ascii: "%") { return (.percent, 1) }
    if last == UInt8(ascii: ")") { return (.closing, 1) }
    let space = text.whiteSpaceLength(endingAt: range.upperBound, from: range.lowerBound)
    if space > 0 { return ([], space) }
    let currency = CurrencyMarks.length(endOf: text, range)
    return currency > 0 ? (.currency, currency) : nil
  }

  /// The marks found so far. White space is the empty set.
  private struct Seen: OptionSet {
    let rawValue: UInt8
    static let sign = Seen(rawValue: 1)
    static let minus = Seen(rawValue: 2)
    static let currency = Seen(rawValue: 4)
    static let percent = Seen(rawValue: 8)
    static let opening = Seen(rawValue: 16)
    static let closing = Seen(rawValue: 32)

    /// Adds a mark; false if it was there before.
    mutating func note(_ mark: Seen) -> Bool {
      guard isDisjoint(with: mark) else { return false }
      formUnion(mark)
      return true
    }
  }
}

extension Span where Element == UInt8 {
  /// The number of bytes of a minus sign, `-` or U+2212, at a position; 0 if there is none.
  func minusLength(at index: Int, before end: Int) -> Int {
    if self[index] == UInt8(ascii: "-") { return 1 }
    guard index + 3 <= end, self[index] == 0xE2, self[index + 1] == 0x88, self[index + 2] == 0x92 else { return 0 }
    return 3
  }
}
