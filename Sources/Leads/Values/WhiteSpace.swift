/// White space around and inside the texts of a file, as Unicode defines it (`White_Space`), read from UTF-8 bytes.
///
/// Exports hide more than the space bar in their cells: spreadsheets leave no-break spaces, browsers put a narrow
/// one (U+202F) between the time and `PM`. Bytes that are not UTF-8 are simply not white space.
extension Span where Element == UInt8 {
  /// The positions of the text without the white space on both sides. This is the one way in which texts are trimmed.
  ///
  ///     let cell = text.extracting(text.trimmedRange)
  ///
  /// - Complexity: linear in the white space, not in the text.
  @inline(__always)
  public var trimmedRange: Range<Int> {
    // Most texts begin and end in a visible ASCII character.
    if count > 0, self[0] &- 0x21 < 0x5E, self[count - 1] &- 0x21 < 0x5E { return 0..<count }
    return carefullyTrimmedRange
  }

  @inline(never)
  private var carefullyTrimmedRange: Range<Int> {
    var lower = 0
    var upper = count
    while lower < upper {
      let length = whiteSpaceLength(at: lower, before: upper)
      if length == 0 { break }
      lower += length
    }
    while lower < upper {
      let length = whiteSpaceLength(endingAt: upper, from: lower)
      if length == 0 { break }
      upper -= length
    }
    return lower..<upper
  }

  /// The number of bytes of the white space character that starts at `index`; 0 if none does.
  ///
  /// - Parameter end: Bytes from here on are not looked at; at most `count`.
  func whiteSpaceLength(at index: Int, before end: Int) -> Int {
    let first = self[index]
    if first < 0x80 { return isASCIIWhiteSpace(first) ? 1 : 0 }
    if index + 2 <= end, isWhiteSpace(first, self[index + 1]) { return 2 }
    if index + 3 <= end, isWhiteSpace(first, self[index + 1], self[index + 2]) { return 3 }
    return 0
  }

  /// The number of bytes of the white space character whose last byte is `end - 1`; 0 if none ends there.
  ///
  /// - Parameter start: Bytes before this one are not looked at; less than `end`.
  func whiteSpaceLength(endingAt end: Int, from start: Int) -> Int {
    let last = self[end - 1]
    if last < 0x80 { return isASCIIWhiteSpace(last) ? 1 : 0 }
    if end - 2 >= start, isWhiteSpace(self[end - 2], last) { return 2 }
    if end - 3 >= start, isWhiteSpace(self[end - 3], self[end - 2], last) { return 3 }
    return 0
  }
}

/// Tabulator, line feed, vertical tabulator, form feed, carriage return and space.
private func isASCIIWhiteSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

/// U+0085 (next line) and U+00A0 (no-break space).
private func isWhiteSpace(_ first: UInt8, _ second: UInt8) -> Bool {
  first == 0xC2 && (second == 0x85 || second == 0xA0)
}

/// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
private func isWhiteSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  switch (first, second) {
  case (0xE1, 0x9A): third == 0x80
  case (0xE2, 0x80): (0x80...0x8A).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
  case (0xE2, 0x81): third == 0x9F
  case (0xE3, 0x80): third == 0x80
  default: false
  }
}
