/// Goes through JSON text (RFC 8259) strictly, byte by byte, and builds nothing.
///
/// There are two ways of being wrong. What breaks the grammar is thrown: nothing behind it can be trusted, because
/// nobody knows where the next value starts. What is against our own bounds, such as deep nesting or a name given twice,
/// is noted in `refusal`, and the cursor goes on: the next message of a batch is readable all the same.
struct JSONCursor {
  /// The byte to be read next.
  var position: Int
  /// Where the text ends.
  let end: Int
  let bounds: JSONBounds
  /// The first thing that is well-formed but not accepted, since `startValue`.
  private(set) var refusal: JSONFault?
  /// Whether a text had bytes that are not ASCII, since `startValue`.
  private(set) var hasNonASCII = false
  /// Digests of the names that the objects around the cursor have so far.
  private var names: [UInt64] = []

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let quotes = ones &* UInt64(UInt8(ascii: "\""))
  private static let backslashes = ones &* UInt64(UInt8(ascii: "\\"))
  private static let spaces = ones &* 0x20

  /// A cursor at the start of a range.
  init(_ range: Range<Int>, bounds: JSONBounds) {
    position = range.lowerBound
    end = range.upperBound
    self.bounds = bounds
    names.reserveCapacity(64)
  }

  /// Forgets what was noted of earlier values.
  mutating func startValue() {
    refusal = nil
    hasNonASCII = false
    names.removeAll(keepingCapacity: true)
  }

  mutating func refuse(_ message: String, at position: Int) {
    if refusal == nil { refusal = JSONFault(message: message, position: position) }
  }

  @inline(__always)
  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
      default: return
      }
    }
  }

  @inline(__always)
  mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position &+= 1
    return true
  }

  /// Walks over the members of an object whose brace was taken, calling `found` with each name's digest and place, the
  /// cursor being at the value, which `found` has to take.
  @inline(__always)
  mutating func members(
    _ bytes: Span<UInt8>,
    _ found: (inout JSONCursor, _ digest: UInt64, _ name: Range<Int>) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    skipSpace(bytes)
    if take(UInt8(ascii: "}"), bytes) { return }
    let outer = names.count
    while true {
      skipSpace(bytes)
      let start = position
      guard take(UInt8(ascii: "\""), bytes) else { throw fault("a name in double quotes is expected", bytes) }
      let hasEscapes = try skipText(bytes)
      let name = start + 1..<position - 1
      let digest = hasEscapes ? Self.digest(escaped: bytes, name) : Self.digest(bytes, name)
      note(digest, name, outer, bytes)
      skipSpace(bytes)
      guard take(UInt8(ascii: ":"), bytes) else { throw fault("a colon is expected behind a name", bytes) }
      skipSpace(bytes)
      try found(&self, digest, name)
      skipSpace(bytes)
      if take(UInt8(ascii: ","), bytes) { continue }
      guard take(UInt8(ascii: "}"), bytes) else { throw fault("a comma or '}' is expected", bytes) }
      names.removeLast(names.count - outer)
      return
    }
  }

  /// Notes a name of the object whose names start at `outer`.
  @inline(__always)
  private mutating func note(_ digest: UInt64, _ name: Range<Int>, _ outer: Int, _ bytes: Span<UInt8>) {
    if names.count - outer >= bounds.members {
      return refuse("an object has more than \(bounds.members) members", at: name.lowerBound)
    }
    for i in outer..<names.count where names[i] == digest {
      return refuse("\(sample(bytes, name)) is given twice", at: name.lowerBound)
    }
    names.append(digest)
  }

  /// Passes over a value, whatever it is.
  mutating func skipValue(_ bytes: Span<UInt8>, depth: Int) throws(JSONFault) {
    guard position < end else { throw fault("a value is expected", bytes) }
    switch bytes[position] {
    case UInt8(ascii: "\""):
      position &+= 1
      _ = try skipText(bytes)
    case UInt8(ascii: "{"):
      guard depth < bounds.depth else { return try skipDeep(bytes) }
      position &+= 1
      try members(bytes) { (cursor: inout JSONCursor, _, _) throws(JSONFault) in
        try cursor.skipValue(bytes, depth: depth + 1)
      }
    case UInt8(ascii: "["):
      guard depth < bounds.depth else { return try skipDeep(bytes) }
      position &+= 1
      try elements(bytes) { (cursor: inout JSONCursor) throws(JSONFault) in
        try cursor.skipValue(bytes, depth: depth + 1)
      }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber(bytes)
    default: try skipWord(bytes)
    }
  }

  /// Walks over the elements of an array whose bracket was taken; `found` has to take each.
  @inline(__always)
  mutating func elements(
    _ bytes: Span<UInt8>, _ found: (inout JSONCursor) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    skipSpace(bytes)
    if take(UInt8(ascii: "]"), bytes) { return }
    while true {
      skipSpace(bytes)
      try found(&self)
      skipSpace(bytes)
      if take(UInt8(ascii: ","), bytes) { continue }
      guard take(UInt8(ascii: "]"), bytes) else { throw fault("a comma or ']' is expected", bytes) }
      return
    }
  }

  /// Passes over a value that nests too deep, counting its brackets.
  @inline(never)
  private mutating func skipDeep(_ bytes: Span<UInt8>) throws(JSONFault) {
    refuse("values nest deeper than \(bounds.depth)", at: position)
    var depth = 0
    repeat {
      guard position < end else { throw fault("a closing bracket is expected", bytes) }
      let byte = bytes[position]
      position &+= 1
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""): _ = try skipText(bytes)
      default: break
      }
    } while depth > 0
  }

  /// Passes over a text behind its opening quote, up to behind its closing one; whether it has escapes.
  @inline(__always)
  mutating func skipText(_ bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    var hasEscapes = false
    while true {
      while position &+ 8 <= end {
        let word = bytes.word(at: position)
        let quote = word ^ Self.quotes
        let backslash = word ^ Self.backslashes
        let special =
          ((quote &- Self.ones) & ~quote | (backslash &- Self.ones) & ~backslash | (word &- Self.spaces) & ~word)
          & Self.highs
        if special == 0 {
          if word & Self.highs != 0 { hasNonASCII = true }
          position &+= 8
          continue
        }
        // What stands before the first special byte.
        if word & Self.highs & (special & (0 &- special) &- 1) != 0 { hasNonASCII = true }
        position &+= special.trailingZeroBitCount >> 3
        break
      }
      guard position < end else { throw fault("a text is not closed", bytes) }
      let byte = bytes[position]
      position &+= 1
      if byte == UInt8(ascii: "\"") { return hasEscapes }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try skipEscape(bytes)
      } else if byte < 0x20 {
        position -= 1
        throw fault(
          byte == 0 ? "a text holds NUL" : "a text holds a control character that is not escaped", bytes)
      } else if byte >= 0x80 {
        hasNonASCII = true
      }
    }
  }

  /// Passes over an escape behind its backslash.
  @inline(never)
  private mutating func skipEscape(_ bytes: Span<UInt8>) throws(JSONFault) {
    guard position < end else { throw fault("a text is not closed", bytes) }
    let letter = bytes[position]
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position &+= 1
    case UInt8(ascii: "u"):
      guard position + 5 <= end, let unit = JSONText.hexadecimal(bytes, at: position + 1) else {
        throw fault("four hexadecimal digits are expected behind \\u", bytes)
      }
      if unit == 0 { refuse("a text holds NUL (\\u0000)", at: position - 1) }
      position &+= 5
    default: throw fault("a text holds an unknown escape", bytes)
    }
  }

  /// Passes over a number: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  @inline(__always)
  private mutating func skipNumber(_ bytes: Span<UInt8>) throws(JSONFault) {
    let isNegative = take(UInt8(ascii: "-"), bytes)
    if isNegative, position < end, bytes[position] == UInt8(ascii: "I") { return try skipWord(bytes) }
    if !take(UInt8(ascii: "0"), bytes) { try skipDigits(bytes) }
    if take(UInt8(ascii: "."), bytes) { try skipDigits(bytes) }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if !take(UInt8(ascii: "+"), bytes) { _ = take(UInt8(ascii: "-"), bytes) }
      try skipDigits(bytes)
    }
  }

  @inline(__always)
  private mutating func skipDigits(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = position
    while position < end, bytes[position] &- 48 < 10 { position &+= 1 }
    if position == start { throw fault("a digit is expected", bytes) }
  }

  private static let words: [(text: [UInt8], isJSON: Bool)] = [
    (Array("true".utf8), true), (Array("false".utf8), true), (Array("null".utf8), true), (Array("NaN".utf8), false),
    (Array("Infinity".utf8), false),
  ]

  /// Passes over `true`, `false` or `null`; and, refusing them, over the words that some libraries write for numbers
  /// that JSON does not have.
  private mutating func skipWord(_ bytes: Span<UInt8>) throws(JSONFault) {
    for word in Self.words where position + word.text.count <= end {
      guard bytes.equals(word.text, at: position..<position + word.text.count) else { continue }
      if !word.isJSON { refuse("\(String(decoding: word.text, as: UTF8.self)) is not JSON", at: position) }
      position += word.text.count
      return
    }
    throw fault("a value is expected", bytes)
  }

  /// A fault at the cursor, saying what stands there.
  func fault(_ expected: String, _ bytes: Span<UInt8>) -> JSONFault {
    let found: String
    if position >= end {
      found = "the text ends"
    } else if (0x21...0x7E).contains(bytes[position]) {
      found = "'\(Character(Unicode.Scalar(bytes[position])))' stands there"
    } else {
      found = "byte \(bytes[position]) stands there"
    }
    return JSONFault(message: "\(expected); \(found)", position: min(position, end))
  }

  /// The start of a text, for messages.
  func sample(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    "\"" + bytes.string(range.lowerBound..<min(range.upperBound, range.lowerBound + 60)) + "\""
  }

  @inline(__always)
  static func digest(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var digest = Digest()
    digest.combine(bytes, range)
    return digest.value
  }

  /// The digest of a name as it is meant: `"\u0061"` is `"a"`.
  @inline(never)
  private static func digest(escaped bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var digest = Digest()
    digest.combine(JSONText.unescaped(bytes, range))
    return digest.value
  }
}
