/// The digits of a telephone number, as far as two ways to write it have them in common.
///
///     PhoneKey("+49 (0)89 1234567")?.text   // "0049891234567"
///     PhoneKey("089 / 123 45 67")?.text     // "0891234567"
///
/// An international prefix is written `00`; a zero in brackets behind it goes. A number without one stays national: which
/// country it belongs to is not guessed. An extension (`ext. 12`, `x12`, `#12`) is left out, and of several numbers the
/// first counts.
public struct PhoneKey: Sendable, Hashable {
  /// The digits as ASCII.
  public let bytes: [UInt8]

  /// The fewest digits of a number, the international prefix not counted.
  static let fewestDigits = 7
  /// The most digits of a number, by E.164, and some for a way out of the country.
  static let mostDigits = 18

  /// The number in a text; nil if there is none, or one that nobody has (`0000000`, `1234567`). Constant time: longer
  /// than 64 bytes is none.
  public init?(_ text: Span<UInt8>) {
    let range = text.trimmedRange
    guard range.count <= 64 else { return nil }
    var digits: [UInt8] = []
    var isInternational = false
    var index = range.lowerBound
    scan: while index < range.upperBound {
      let byte = text[index]
      switch byte {
      case 0x30...0x39: digits.append(byte)
      case UInt8(ascii: "+"):
        if !digits.isEmpty { break scan }
        isInternational = true
      case UInt8(ascii: "("):
        // `(0)` is dialled only inside the country.
        if index + 2 < range.upperBound, text[index + 1] == 0x30, text[index + 2] == UInt8(ascii: ")"),
          isInternational || digits.starts(with: [0x30, 0x30])
        {
          index += 2
        }
      case UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: " "), 9: break
      case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "#"), UInt8(ascii: "x"), UInt8(ascii: "X"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        // A further number, or an extension; before any digit it is a word.
        if digits.isEmpty { return nil }
        break scan
      default:
        // A no-break space or another dash; any other letter means that this is no number.
        let length = text.whiteSpaceLength(at: index, before: range.upperBound)
        if length > 0 {
          index += length - 1
        } else if byte == 0xE2, index + 2 < range.upperBound, text[index + 1] == 0x80, 0x90...0x95 ~= text[index + 2] {
          index += 2
        } else {
          return nil
        }
      }
      index += 1
    }
    if !isInternational, digits.starts(with: [0x30, 0x30]), digits.count > 2 {
      isInternational = true
      digits.removeFirst(2)
    }
    guard Self.fewestDigits...Self.mostDigits ~= digits.count, !Self.isInvented(digits) else { return nil }
    bytes = isInternational ? [0x30, 0x30] + digits : digits
  }

  /// The number in a text, in the same way.
  public init?(_ text: String) { self.init(text.utf8.span) }

  /// The digits as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// One digit over and over, or digits that only count up or down.
  private static func isInvented(_ digits: [UInt8]) -> Bool {
    let steps = zip(digits, digits.dropFirst()).map { (Int($1) - Int($0) + 10) % 10 }
    return Set(steps).count == 1 && [0, 1, 9].contains(steps[0])
  }
}
