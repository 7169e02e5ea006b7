/// Finds the wanted members of a JSON object on one line, without building a tree.
///
/// Members of nested objects are found by their path (`properties.url`); arrays and other nested values are passed over.
/// Text with escapes is rewritten in place. Lenient about what it passes over, strict about the object's shape.
struct JSONScanner {
  /// How deep values may nest.
  static let maximumDepth = 64

  /// What a value looked like.
  enum Kind { case text, other, null, container }

  /// Called for each member that is no container: its path and the place of its value in `bytes`.
  /// Returns nil, or what is wrong and where.
  static func members(
    of bytes: inout [UInt8], from start: Int, to end: Int, _ found: (_ path: [UInt8], _ value: Range<Int>) -> Void
  ) -> (message: String, at: Int)? {
    var cursor = Cursor(position: start, end: end)
    cursor.skipSpace(bytes)
    guard cursor.take(UInt8(ascii: "{"), bytes) else { return ("expected an object {...}", cursor.position - start) }
    var path: [UInt8] = []
    if let problem = object(&cursor, &bytes, &path, depth: 1, found) { return (problem, cursor.position - start) }
    cursor.skipSpace(bytes)
    return cursor.position == end ? nil : ("there is text behind the object", cursor.position - start)
  }

  private struct Cursor {
    var position: Int
    let end: Int

    @inline(__always)
    mutating func skipSpace(_ bytes: [UInt8]) {
      while position < end, bytes[position] <= 0x20 { position += 1 }
    }

    @inline(__always)
    mutating func take(_ byte: UInt8, _ bytes: [UInt8]) -> Bool {
      guard position < end, bytes[position] == byte else { return false }
      position += 1
      return true
    }
  }

  private static func object(
    _ cursor: inout Cursor, _ bytes: inout [UInt8], _ path: inout [UInt8], depth: Int,
    _ found: (_ path: [UInt8], _ value: Range<Int>) -> Void
  ) -> String? {
    if depth > maximumDepth { return "objects nest deeper than \(maximumDepth)" }
    cursor.skipSpace(bytes)
    if cursor.take(UInt8(ascii: "}"), bytes) { return nil }
    let outer = path.count
    while true {
      cursor.skipSpace(bytes)
      guard let key = text(&cursor, &bytes) else { return "expected a name in double quotes" }
      if outer > 0 { path.append(UInt8(ascii: ".")) }
      path.append(contentsOf: bytes[key])
      cursor.skipSpace(bytes)
      guard cursor.take(UInt8(ascii: ":"), bytes) else { return "expected ':' behind a name" }
      cursor.skipSpace(bytes)
      if cursor.take(UInt8(ascii: "{"), bytes) {
        if let problem = object(&cursor, &bytes, &path, depth: depth + 1, found) { return problem }
      } else {
        switch value(&cursor, &bytes) {
        case .success(let range): found(path, range)
        case .failure(let problem): return problem.message
        }
      }
      path.removeLast(path.count - outer)
      cursor.skipSpace(bytes)
      if cursor.take(UInt8(ascii: ","), bytes) { continue }
      if cursor.take(UInt8(ascii: "}"), bytes) { return nil }
      return "expected ',' or '}'"
    }
  }

  private struct Problem: Error { let message: String }

  /// The place of a value; empty for null and for an array, which is passed over.
  private static func value(_ cursor: inout Cursor, _ bytes: inout [UInt8]) -> Result<Range<Int>, Problem> {
    guard cursor.position < cursor.end else {
      return .failure(Problem(message: "the line ends where a value should be"))
    }
    switch bytes[cursor.position] {
    case UInt8(ascii: "\""):
      return text(&cursor, &bytes).map { .success($0) } ?? .failure(Problem(message: "a text is not closed"))
    case UInt8(ascii: "["):
      return skipArray(&cursor, &bytes).map { .failure($0) } ?? .success(0..<0)
    default:
      let start = cursor.position
      while cursor.position < cursor.end, !isStructural(bytes[cursor.position]) { cursor.position += 1 }
      let range = start..<cursor.position
      let word = bytes[range]
      if word.elementsEqual("null".utf8) { return .success(0..<0) }
      guard word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) || startsLikeNumber(word) else {
        return .failure(Problem(message: "expected a value"))
      }
      return .success(range)
    }
  }

  private static func startsLikeNumber(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    return first == UInt8(ascii: "-") || 48...57 ~= first
  }

  private static func isStructural(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }

  private static func skipArray(_ cursor: inout Cursor, _ bytes: inout [UInt8]) -> Problem? {
    var depth = 0
    while cursor.position < cursor.end {
      switch bytes[cursor.position] {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        cursor.position += 1
        if depth > maximumDepth { return Problem(message: "values nest deeper than \(maximumDepth)") }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        cursor.position += 1
        if depth == 0 { return nil }
      case UInt8(ascii: "\""):
        if text(&cursor, &bytes) == nil { return Problem(message: "a text is not closed") }
      default:
        cursor.position += 1
      }
    }
    return Problem(message: "an array is not closed")
  }

  /// The place of a text without its quotes, its escapes resolved in place; nil if it is not closed or has a bad escape.
  private static func text(_ cursor: inout Cursor, _ bytes: inout [UInt8]) -> Range<Int>? {
    guard cursor.take(UInt8(ascii: "\""), bytes) else { return nil }
    let start = cursor.position
    while cursor.position < cursor.end {
      let byte = bytes[cursor.position]
      if byte == UInt8(ascii: "\"") {
        cursor.position += 1
        return start..<cursor.position - 1
      }
      if byte == UInt8(ascii: "\\") { return escapedText(from: start, &cursor, &bytes) }
      cursor.position += 1
    }
    return nil
  }

  @inline(never)
  private static func escapedText(from start: Int, _ cursor: inout Cursor, _ bytes: inout [UInt8]) -> Range<Int>? {
    var write = cursor.position
    while cursor.position < cursor.end {
      let byte = bytes[cursor.position]
      cursor.position += 1
      if byte == UInt8(ascii: "\"") { return start..<write }
      guard byte == UInt8(ascii: "\\") else {
        bytes[write] = byte
        write += 1
        continue
      }
      guard cursor.position < cursor.end else { return nil }
      let letter = bytes[cursor.position]
      cursor.position += 1
      let simple: UInt8
      switch letter {
      case UInt8(ascii: "n"): simple = 10
      case UInt8(ascii: "t"): simple = 9
      case UInt8(ascii: "r"): simple = 13
      case UInt8(ascii: "b"): simple = 8
      case UInt8(ascii: "f"): simple = 12
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): simple = letter
      case UInt8(ascii: "u"):
        guard let scalar = unicodeEscape(&cursor, bytes) else { return nil }
        // An escape of six bytes, or a pair of twelve, never grows.
        for unit in UTF8.encode(scalar)! {
          bytes[write] = unit
          write += 1
        }
        continue
      default: return nil
      }
      bytes[write] = simple
      write += 1
    }
    return nil
  }

  private static func unicodeEscape(_ cursor: inout Cursor, _ bytes: [UInt8]) -> Unicode.Scalar? {
    guard let high = fourDigits(&cursor, bytes) else { return nil }
    if let scalar = Unicode.Scalar(high) { return scalar }
    // A surrogate: its other half must follow, else it stands for nothing known.
    let back = cursor.position
    if cursor.take(UInt8(ascii: "\\"), bytes), cursor.take(UInt8(ascii: "u"), bytes),
      let low = fourDigits(&cursor, bytes), 0xD800..<0xDC00 ~= high, 0xDC00..<0xE000 ~= low
    {
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }
    cursor.position = back
    return "\u{FFFD}"
  }

  private static func fourDigits(_ cursor: inout Cursor, _ bytes: [UInt8]) -> UInt32? {
    guard cursor.position + 4 <= cursor.end else { return nil }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[cursor.position])).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
      cursor.position += 1
    }
    return value
  }
}
