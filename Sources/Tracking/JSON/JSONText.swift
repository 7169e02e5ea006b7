/// What JSON's texts and values say, of text that a `JSONCursor` has gone through.
package enum JSONText {
  /// The text between two quotes, its escapes resolved. Half of a surrogate pair stands for nothing known: U+FFFD.
  static func unescaped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    for i in range where bytes[i] == UInt8(ascii: "\\") { return resolved(bytes, range) }
    return bytes.string(range)
  }

  @inline(never)
  private static func resolved(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      let letter = bytes[position]
      position += 1
      switch letter {
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "b"): text.append(8)
      case UInt8(ascii: "f"): text.append(12)
      case UInt8(ascii: "u"): text += String(scalar(bytes, &position, range.upperBound)).utf8
      default: text.append(letter)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The scalar of one escape, or of two that are a surrogate pair, behind `\u`.
  private static func scalar(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Unicode.Scalar {
    let high = hexadecimal(bytes, at: position) ?? 0xFFFD
    position += 4
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, position + 6 <= end, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u"), let low = hexadecimal(bytes, at: position + 2),
      0xDC00..<0xE000 ~= low
    else { return "\u{FFFD}" }
    position += 6
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  /// The number of four hexadecimal digits. Precondition: four bytes are there.
  static func hexadecimal(_ bytes: Span<UInt8>, at position: Int) -> UInt32? {
    var value: UInt32 = 0
    for i in position..<position + 4 {
      let digit: UInt8
      switch bytes[i] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[i] - 48
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[i] - 87
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[i] - 55
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Appends a value without the spaces outside of its texts; everything else is as it was sent.
  static func appendCompact(_ bytes: Span<UInt8>, _ range: Range<Int>, to compact: inout [UInt8]) {
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      switch bytes[position] {
      case UInt8(ascii: "\""): position = textEnd(bytes, from: position + 1)
      case 0x20, 0x0A, 0x0D, 0x09:
        bytes.append(start..<position, to: &compact)
        position &+= 1
        start = position
      default: position &+= 1
      }
    }
    bytes.append(start..<position, to: &compact)
  }

  /// Appends a text as JSON, in quotes.
  package static func append(_ text: String, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
      case 0x0A: json += Array("\\n".utf8)
      case 0x0D: json += Array("\\r".utf8)
      case 0x09: json += Array("\\t".utf8)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        json += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: json.append(byte)
      }
    }
    json.append(UInt8(ascii: "\""))
  }

  /// Behind the closing quote of a text that is known to be closed.
  @inline(__always)
  static func textEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while bytes[position] != UInt8(ascii: "\"") { position &+= bytes[position] == UInt8(ascii: "\\") ? 2 : 1 }
    return position &+ 1
  }
}

/// The members of an object that a `JSONCursor` has gone through, in their order.
///
///     var members = JSONMembers(bytes, object)
///     while let (name, value) = members.next(bytes) { … }
struct JSONMembers {
  private var position: Int

  /// The members of an object. Precondition: a brace stands at the start of the range.
  init(_ object: Range<Int>) {
    position = object.lowerBound + 1
  }

  /// The next member: the place of its name, without quotes, and that of its value.
  mutating func next(_ bytes: Span<UInt8>) -> (name: Range<Int>, value: Range<Int>)? {
    skip(bytes, and: UInt8(ascii: ","))
    guard bytes[position] == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    position = JSONText.textEnd(bytes, from: start)
    let name = start..<position - 1
    skip(bytes, and: UInt8(ascii: ":"))
    let value = position
    skipValue(bytes)
    return (name, value..<position)
  }

  @inline(__always)
  private mutating func skip(_ bytes: Span<UInt8>, and mark: UInt8) {
    while bytes[position] <= 0x20 || bytes[position] == mark { position += 1 }
  }

  private mutating func skipValue(_ bytes: Span<UInt8>) {
    switch bytes[position] {
    case UInt8(ascii: "\""): position = JSONText.textEnd(bytes, from: position + 1)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      var depth = 0
      repeat {
        switch bytes[position] {
        case UInt8(ascii: "\""): position = JSONText.textEnd(bytes, from: position + 1)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          position += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          position += 1
        default: position += 1
        }
      } while depth > 0
    default:
      while position < bytes.count, !Self.endsWord(bytes[position]) { position += 1 }
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }
}
