/// An e-mail address in small letters, cut into the part before the `@` and the labels of its domain.
///
/// Lives on the stack: 254 bytes are the longest address that mail can be sent to (RFC 5321, section 4.5.3.1). Only
/// ASCII is lowered; domains with other letters compare as they are written.
struct AddressParts: ~Copyable {
  /// The address in small letters; what follows it is 0.
  private(set) var bytes = InlineArray<256, UInt8>(repeating: 0)
  /// Positions of the part before the `@`.
  private(set) var local = 0..<0
  /// Positions of the part after the `@`.
  private(set) var domain = 0..<0
  /// Where the first and the last dot of the domain stand.
  private(set) var firstDot = -1
  private(set) var lastDot = -1

  private static let longestAddress = 254
  private static let longestLocal = 64
  private static let longestLabel = 63

  /// Takes an address apart; nil if mail could never reach it.
  ///
  /// - Parameter address: Without surrounding white space.
  init?(_ address: Span<UInt8>) {
    let count = address.count
    guard count <= Self.longestAddress else { return nil }
    var start = 0
    // After a dot, at the start, or after the `@` no further dot may come.
    var isAfterDot = true
    var sign = -1
    for i in 0..<count {
      var byte = address[i]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        byte |= 0x20
        isAfterDot = false
      case UInt8(ascii: "."):
        if isAfterDot { return nil }
        if sign >= 0 {
          guard Self.isLabel(start..<i, address) else { return nil }
          if firstDot < 0 { firstDot = i }
          lastDot = i
          start = i + 1
        }
        isAfterDot = true
      case UInt8(ascii: "@"):
        guard sign < 0, !isAfterDot, i <= Self.longestLocal else { return nil }
        sign = i
        start = i + 1
        isAfterDot = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        isAfterDot = false
      case 0x80...:
        // White space of other alphabets is no better than a space.
        if address.whiteSpaceLength(at: i, before: count) > 0 { return nil }
        isAfterDot = false
      default:
        guard sign < 0, Self.isAtom(byte) else { return nil }
        isAfterDot = false
      }
      bytes[i] = byte
    }
    guard sign >= 0, lastDot >= 0, Self.isLabel(start..<count, address) else { return nil }
    local = 0..<sign
    domain = sign + 1..<count
    guard isPossibleEnding else { return nil }
  }

  /// Whether a part of a domain is as long as it may be, and has no hyphen at an end.
  private static func isLabel(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    1...longestLabel ~= range.count && text[range.lowerBound] != UInt8(ascii: "-")
      && text[range.upperBound - 1] != UInt8(ascii: "-")
  }

  /// The other characters that stand before the `@` without quotes (RFC 5322, `atext`).
  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "!"),
      UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// Whether the last label can end a domain of the internet: letters, two at least, and not one that RFC 2606 reserves
  /// for what does not exist. `.example` is reserved too, but is what examples are written with.
  private var isPossibleEnding: Bool {
    let ending = lastDot + 1..<domain.upperBound
    guard ending.count >= 2 else { return false }
    let isPunycode = matches("xn--", at: ending.lowerBound)
    for i in ending where bytes[i] < 0x61 && !isPunycode { return false }
    switch ending.count {
    case 4: return !matches("test", at: ending.lowerBound)
    case 7: return !matches("invalid", at: ending.lowerBound)
    case 9: return !matches("localhost", at: ending.lowerBound)
    default: return true
    }
  }

  /// Whether these letters stand at a position; past the end stands nothing.
  func matches(_ letters: StaticString, at position: Int) -> Bool {
    guard position >= 0, position + letters.utf8CodeUnitCount <= domain.upperBound else { return false }
    return letters.withUTF8Buffer { buffer in
      for i in buffer.indices where bytes[position + i] != buffer[i] { return false }
      return true
    }
  }
}
