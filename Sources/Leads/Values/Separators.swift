/// What may stand between the digits of a number.
enum Separator: Int {
  case comma, dot
  /// A space, U+00A0 or U+202F.
  case space
  /// `'` or U+2019.
  case apostrophe
  case underscore

  /// Only a comma or a dot can be a decimal mark; the others always group.
  var canBeDecimal: Bool { self == .comma || self == .dot }

  /// The separator at a position and its length in bytes.
  static func find(in text: Span<UInt8>, at index: Int) -> (Separator, length: Int)? {
    switch text[index] {
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "."): return (.dot, 1)
    case UInt8(ascii: " "): return (.space, 1)
    case UInt8(ascii: "'"): return (.apostrophe, 1)
    case UInt8(ascii: "_"): return (.underscore, 1)
    case 0xC2:
      return index + 2 <= text.count && text[index + 1] == 0xA0 ? (.space, 2) : nil
    case 0xE2:
      guard index + 3 <= text.count, text[index + 1] == 0x80 else { return nil }
      if text[index + 2] == 0xAF { return (.space, 3) }
      return text[index + 2] == 0x99 ? (.apostrophe, 3) : nil
    default:
      return nil
    }
  }
}

/// The separators of one number, noted from left to right, and what they must mean.
///
/// Commas and dots are read by how they are used in this one number:
///
/// 1. One kind of separator, with one to three digits before the first (not a 0 alone) and exactly three after each: it
///    groups. A single dot is the exception, it is decimal.
/// 2. A single comma or dot otherwise is decimal.
/// 3. Two kinds: the last separator is decimal and the only one of its kind, and the others group by threes.
/// 4. Before an exponent nothing groups.
///
/// Everything else is no number. Where a comma with three digits behind could be either, it groups; but nobody groups
/// a lead of a single 0, so `0,123` is 0.123.
struct Separators {
  /// How many digits have been noted.
  private(set) var digits = 0
  private var counts = InlineArray<5, Int>(repeating: 0)
  private var kinds = 0
  private var last: Separator?
  /// Digits since the last separator.
  private var run = 0
  /// Whether one to three digits lead, not a 0 alone, and three stand between each two separators.
  private var areGroups = true
  private var startsWithZero = false

  mutating func note(digit: UInt8) {
    if digits == 0 { startsWithZero = digit == UInt8(ascii: "0") }
    digits += 1
    run += 1
  }

  mutating func note(_ separator: Separator) {
    let isGroup = last == nil ? 1...3 ~= run && !(run == 1 && startsWithZero) : run == 3
    areGroups = areGroups && isGroup
    kinds += counts[separator.rawValue] == 0 ? 1 : 0
    counts[separator.rawValue] += 1
    last = separator
    run = 0
  }

  /// How many of the digits stand after the decimal mark; nil if the separators make no sense.
  func fractionDigits(hasExponent: Bool) -> Int? {
    guard let last else { return 0 }
    let isSingle = counts[last.rawValue] == 1
    let canBeDecimal = last.canBeDecimal && isSingle
    if kinds == 2 { return canBeDecimal && areGroups && !hasExponent ? run : nil }
    guard kinds == 1 else { return nil }
    if hasExponent || last == .dot && isSingle { return canBeDecimal ? run : nil }
    if areGroups && run == 3 { return 0 }
    return canBeDecimal ? run : nil
  }
}
