/// One piece of a text that may name a moment.
enum InstantToken: Equatable {
  /// A run of digits: its value, which is meaningless from 19 digits on, and how many digits were written, up to 255.
  case number(Int64, digits: UInt8)
  /// The English name of a month, or its first three letters: 1 to 12.
  case month(Int)
  case weekday
  case am, pm
  /// UTC, GMT or Z.
  case utc
  /// The letter between an ISO date and its time.
  case t
  /// One or more characters of white space.
  case space
  /// One of `- / . , : +`.
  case mark(UInt8)
  /// Everything in the parentheses at the end, as in `GMT+0200 (CEST)`.
  case comment
  case end
}

/// A text that may name a moment, cut into pieces of known meaning.
///
///     InstantTokens("1 Jul 2025")   // number(1), space, month(7), space, number(2025), end
///
/// A text with an unknown word or character has no tokens, so the grammar meets nothing that it does not know. The
/// pieces lie in place: reading allocates nothing. A grammar takes them from the front.
struct InstantTokens {
  /// More bytes or pieces than any accepted form has, so that a novel in a date column costs nothing.
  private static let longestText = 128
  private static let mostTokens = 32

  private var tokens = InlineArray<32, InstantToken>(repeating: .end)
  private var count = 0
  private var position = 0

  /// Cuts a text without white space around it; nil if a piece is unknown or the text is too long.
  init?(_ text: Span<UInt8>) {
    guard text.count <= Self.longestText else { return nil }
    var index = 0
    while index < text.count {
      guard count < Self.mostTokens - 1 else { return nil }  // the last one stays `end`
      guard let (token, length) = Self.token(at: index, in: text) else { return nil }
      tokens[count] = token
      count += 1
      index += length
    }
  }

  // MARK: Taking pieces from the front

  /// The first piece that is not taken yet; `end` after the last.
  var current: InstantToken { tokens[position] }

  /// The piece after `current`.
  var next: InstantToken { position + 1 < Self.mostTokens ? tokens[position + 1] : .end }

  /// Whether all pieces are taken.
  var isAtEnd: Bool { current == .end }

  /// Takes so many pieces, but never the end.
  mutating func advance(by pieces: Int = 1) {
    position = min(position + pieces, count)
  }

  /// Puts all pieces back.
  mutating func restart() {
    position = 0
  }

  /// Takes this very piece if it comes next, and says whether it did.
  mutating func take(_ token: InstantToken) -> Bool {
    guard current == token else { return false }
    advance()
    return true
  }

  /// Takes a comma, white space, or both in this order.
  mutating func takeSeparator() -> Bool {
    let comma = take(.mark(UInt8(ascii: ",")))
    let space = take(.space)
    return comma || space
  }

  mutating func takeMark() -> UInt8? {
    guard case .mark(let mark) = current else { return nil }
    advance()
    return mark
  }

  /// Takes a number that is written with so many digits.
  mutating func takeNumber(digits allowed: ClosedRange<UInt8>) -> Int? {
    guard case .number(let number, let digits) = current, allowed.contains(digits) else { return nil }
    advance()
    return Int(number)
  }

  // MARK: Cutting

  /// The piece that starts at `index`, and its length in bytes.
  private static func token(at index: Int, in text: Span<UInt8>) -> (InstantToken, length: Int)? {
    switch text[index] {
    case 0x30...0x39:
      return number(at: index, in: text)
    case 0x41...0x5A, 0x61...0x7A:
      return word(at: index, in: text)
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: "+"):
      return (.mark(text[index]), 1)
    case UInt8(ascii: "("):
      return text[text.count - 1] == UInt8(ascii: ")") ? (.comment, text.count - index) : nil
    default:
      var length = 0
      while index + length < text.count {
        let more = text.whiteSpaceLength(at: index + length, before: text.count)
        if more == 0 { break }
        length += more
      }
      return length == 0 ? nil : (.space, length)
    }
  }

  private static func number(at index: Int, in text: Span<UInt8>) -> (InstantToken, length: Int) {
    var value: Int64 = 0
    var end = index
    while end < text.count, 0x30...0x39 ~= text[end] {
      value = value &* 10 &+ Int64(text[end] &- 0x30)
      end += 1
    }
    return (.number(value, digits: UInt8(clamping: end - index)), end - index)
  }

  private static func word(at index: Int, in text: Span<UInt8>) -> (InstantToken, length: Int)? {
    var key: UInt64 = 0
    var end = index
    while end < text.count, 0x61...0x7A ~= text[end] | 0x20 {
      key = InstantWords.key(key, adding: text[end])
      end += 1
    }
    guard end - index <= InstantWords.longest, let token = InstantWords.token(of: key) else { return nil }
    return (token, end - index)
  }
}
