import Leads

/// What a single text looks like. A text can have several traits: `20250701` is a number and a moment.
struct TextTraits: OptionSet, Sendable {
  let rawValue: UInt32

  static let number = TextTraits(rawValue: 1)
  /// Digits after a leading zero, which a number would lose: `02139`.
  static let leadingZero = TextTraits(rawValue: 1 << 1)
  static let flag = TextTraits(rawValue: 1 << 2)
  static let instant = TextTraits(rawValue: 1 << 3)
  /// A moment written in digits alone, which may be a plain number as well.
  static let digitInstant = TextTraits(rawValue: 1 << 4)
  static let email = TextTraits(rawValue: 1 << 5)
  /// An address with capitals.
  static let capitalEmail = TextTraits(rawValue: 1 << 6)
  static let junkEmail = TextTraits(rawValue: 1 << 7)
  static let url = TextTraits(rawValue: 1 << 8)
  static let phone = TextTraits(rawValue: 1 << 9)
  /// Letters, digits and hyphens without spaces, with at least one digit.
  static let code = TextTraits(rawValue: 1 << 10)
  /// White space at the start or end.
  static let outerSpace = TextTraits(rawValue: 1 << 11)
  /// Characters that a wrong encoding left: `MÃ¼ller`, or U+FFFD.
  static let damaged = TextTraits(rawValue: 1 << 12)
  /// A number with a unit, a range or a plus: `5k`, `11-50`, `100+`.
  static let unit = TextTraits(rawValue: 1 << 13)
  /// More than six words, or more than 60 bytes.
  static let long = TextTraits(rawValue: 1 << 14)
  /// Digits alone.
  static let digits = TextTraits(rawValue: 1 << 15)

  static let all: [TextTraits] = (0..<16).map { TextTraits(rawValue: 1 << $0) }
}

/// A text with its traits, and what it was read as.
struct ReadText {
  private(set) var traits: TextTraits = []
  private(set) var number = Double.nan
  private(set) var instant: Instant?

  /// Reads a text that is not missing. Linear in its length.
  init(_ text: Span<UInt8>, _ settings: ReadingSettings) {
    let range = text.trimmedRange
    let inner = text.extracting(range)
    let bytes = ByteCounts(inner)
    if range.count < text.count { traits.insert(.outerSpace) }
    if bytes.isSuspect, Mojibake.isPresent(in: inner) { traits.insert(.damaged) }
    if bytes.words > 6 || inner.count > 60 { traits.insert(.long) }
    if inner.count > 256 { return }
    if Bool(cell: inner) != nil { traits.insert(.flag) }
    if bytes.at > 0 {
      if let key = EmailKey(inner) {
        traits.insert(.email)
        if key.isJunk { traits.insert(.junkEmail) }
        if bytes.capitals > 0 { traits.insert(.capitalEmail) }
      }
      return
    }
    if bytes.dots > 0 || bytes.colons > 0, bytes.spaces == 0, Self.isURL(inner) { traits.insert(.url) }
    if bytes.digits == 0 { return }
    let isDigits = bytes.digits == inner.count
    if isDigits { traits.insert(.digits) }
    if isDigits, inner.count > 1, inner[0] == UInt8(ascii: "0") { traits.insert(.leadingZero) }
    if let value = Double(cell: inner) {
      number = value
      traits.insert(.number)
    }
    if let moment = Instant(inner, dayFirst: settings.dayFirst, offset: settings.utcOffset) {
      instant = moment
      traits.insert(isDigits ? .digitInstant : .instant)
    }
    if bytes.others == 0, bytes.spaces == 0, bytes.dots == 0 { traits.insert(.code) }
    // A date has as many digits and marks as a telephone number.
    if !traits.contains(.instant), bytes.digits >= 7, PhoneKey(inner) != nil,
      !isDigits || traits.contains(.leadingZero)
    {
      traits.insert(.phone)
    }
    if traits.isDisjoint(with: [.number, .instant, .digitInstant, .phone, .url]), Self.isQuantity(inner) {
      traits.insert(.unit)
    }
  }

  /// `https://…`, `www.…`, or a bare domain with an optional path.
  private static func isURL(_ text: Span<UInt8>) -> Bool {
    func starts(_ prefix: StaticString) -> Bool {
      let prefix = Array("\(prefix)".utf8)
      guard text.count > prefix.count else { return false }
      return prefix.indices.allSatisfy { text[$0] | 0x20 == prefix[$0] | 0x20 }
    }
    if starts("http://") || starts("https://") || starts("www.") { return true }
    // A bare domain: letters somewhere, and two letters or more behind its last dot.
    var end = 0
    while end < text.count, text[end] != UInt8(ascii: "/") { end += 1 }
    var letters = 0
    var index = end
    while index > 0, 0x61...0x7A ~= text[index - 1] | 0x20 {
      letters += 1
      index -= 1
    }
    guard 2...24 ~= letters, index > 1, text[index - 1] == UInt8(ascii: ".") else { return false }
    for index in 0..<index - 1 {
      switch text[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): continue
      default: return false
      }
    }
    // `02.Medium` is a grade; a domain of only digits before the dot is too rare to matter.
    return (0..<index - 1).contains { 0x61...0x7A ~= text[$0] | 0x20 }
  }

  /// A number and then a unit, another number or a plus.
  private static func isQuantity(_ text: Span<UInt8>) -> Bool {
    guard text.count <= 32 else { return false }
    var index = 0
    while index < text.count, [0x3C, 0x3E, 0x7E, 0x24, 0x20].contains(text[index]) { index += 1 }
    let start = index
    while index < text.count, 0x30...0x39 ~= text[index] || [0x2C, 0x2E, 0x27].contains(text[index]) { index += 1 }
    guard index > start, index < text.count, text[start] != 0x30 || index == start + 1 else { return false }
    // What follows may be letters, a range's second number, a plus, a slash.
    for position in index..<text.count {
      switch text[position] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., 0x20, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x24, 0x25, 0x27:
        continue
      default: return false
      }
    }
    return true
  }
}

/// How many bytes of each sort a text has.
private struct ByteCounts {
  var digits = 0, capitals = 0, spaces = 0, words = 0, at = 0, dots = 0, colons = 0
  /// Neither letters, digits, hyphens, underscores, dots, colons nor spaces.
  var others = 0
  /// Whether bytes occur that a wrong encoding leaves.
  var isSuspect = false

  init(_ text: Span<UInt8>) {
    var wasSpace = true
    for index in text.indices {
      let byte = text[index]
      let isSpace = byte == 0x20 || 0x09...0x0D ~= byte
      if wasSpace, !isSpace { words += 1 }
      wasSpace = isSpace
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A: capitals += 1
      case 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case UInt8(ascii: "@"): at += 1
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: ":"): colons += 1
      case 0xC3, 0xEF:
        isSuspect = true
        others += 1
      case 0xC2:
        isSuspect = true
        others += 1
      default:
        if isSpace { spaces += 1 } else { others += 1 }
      }
    }
  }
}
