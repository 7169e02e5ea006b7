/// Finds the values of a CSV file (RFC 4180), leniently: a quote counts only at the start of a value, and what follows
/// a closing quote belongs to the value.
///
/// But a value of several lines with text behind its closing quote is none: most likely its quote was never closed, and
/// what looks like the closing one opens another value, lines below. Only its first line is lost then.
struct CSVScanner {
  let delimiter: UInt8
  private let delimiters: UInt64

  private static let lineFeeds = ByteSearch.pattern(10)
  private static let quotes = ByteSearch.pattern(UInt8(ascii: "\""))
  private static let quote = UInt8(ascii: "\"")

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    delimiters = ByteSearch.pattern(delimiter)
  }

  /// One value.
  struct FoundField {
    /// Where its text stands, quotes left out.
    var range: Range<Int>
    /// Where the delimiter or line feed behind it stands.
    var terminator: Int
    /// Whether it has doubled quotes, or text behind a closing quote, and must be rewritten.
    var needsRewriting = false
    /// Whether it began with a quote that is not closed before `end`. Such a field also needs rewriting, so that nobody has
    /// to ask each one.
    var isUnclosed = false
    /// Whether it began with a quote that is closed, if at all, by another value's. The record ends with the line then,
    /// at `terminator`. It needs rewriting as well.
    var isBroken = false
  }

  /// The value that starts at `start`. A line feed must stand at `end - 1`, and `Block.padding` bytes behind it.
  @inline(__always)
  func field(in bytes: RawSpan, from start: Int, end: Int) -> FoundField {
    if start < end, bytes.unsafeLoad(fromByteOffset: start, as: UInt8.self) == Self.quote {
      return quotedField(in: bytes, from: start, end: end)
    }
    let terminator = self.terminator(in: bytes, from: start, end: end)
    return FoundField(range: start..<lineEnd(terminator, after: start, in: bytes), terminator: terminator)
  }

  @inline(__always)
  private func terminator(in bytes: RawSpan, from start: Int, end: Int) -> Int {
    var position = start
    while position < end {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      let found = ByteSearch.marks(word, delimiters) | ByteSearch.marks(word, Self.lineFeeds)
      if found != 0 { return position + found.trailingZeroBitCount / 8 }
      position += 8
    }
    return end
  }

  /// A line may end in CR LF; the carriage return is not part of its last value.
  @inline(__always)
  private func lineEnd(_ terminator: Int, after start: Int, in bytes: RawSpan) -> Int {
    if terminator > start, bytes.unsafeLoad(fromByteOffset: terminator - 1, as: UInt8.self) == 13,
      bytes.unsafeLoad(fromByteOffset: terminator, as: UInt8.self) == 10
    {
      return terminator - 1
    }
    return terminator
  }

  @inline(never)
  private func quotedField(in bytes: RawSpan, from start: Int, end: Int) -> FoundField {
    var position = start + 1
    var hasDoubledQuotes = false
    while true {
      while position < end {
        let found = ByteSearch.marks(
          bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self), Self.quotes)
        if found != 0 {
          position += found.trailingZeroBitCount / 8
          break
        }
        position += 8
      }
      if position >= end {
        return FoundField(range: start..<end, terminator: end, needsRewriting: true, isUnclosed: true)
      }
      if position + 1 < end, bytes.unsafeLoad(fromByteOffset: position + 1, as: UInt8.self) == Self.quote {
        hasDoubledQuotes = true
        position += 2
        continue
      }
      break
    }
    if position + 1 < end, let lineFeed = brokenLine(in: bytes, from: start, closing: position) {
      return FoundField(range: start..<lineFeed, terminator: lineFeed, needsRewriting: true, isBroken: true)
    }
    let terminator = terminator(in: bytes, from: position + 1, end: end)
    let rest = lineEnd(terminator, after: position + 1, in: bytes)
    if rest > position + 1 {
      return FoundField(range: start..<rest, terminator: terminator, needsRewriting: true)
    }
    if hasDoubledQuotes { return FoundField(range: start..<position + 1, terminator: terminator, needsRewriting: true) }
    return FoundField(range: start + 1..<position, terminator: terminator)
  }

  /// The first line feed of a quoted value if it has one and text stands behind its closing quote.
  private func brokenLine(in bytes: RawSpan, from start: Int, closing: Int) -> Int? {
    let behind = bytes.unsafeLoad(fromByteOffset: closing + 1, as: UInt8.self)
    if behind == delimiter || behind <= 0x20 { return nil }
    for i in start..<closing where bytes.unsafeLoad(fromByteOffset: i, as: UInt8.self) == 10 { return i }
    return nil
  }

  /// Rewrites a quoted value in place, without its quotes, and returns where it stands now.
  @inline(never)
  static func rewrite(_ bytes: inout [UInt8], _ range: Range<Int>) -> Range<Int> {
    var write = range.lowerBound
    var read = range.lowerBound + 1
    var isInside = true
    while read < range.upperBound {
      let byte = bytes[read]
      read += 1
      if isInside, byte == quote {
        if read < range.upperBound, bytes[read] == quote {
          read += 1
        } else {
          isInside = false
          continue
        }
      }
      bytes[write] = byte
      write += 1
    }
    return range.lowerBound..<write
  }
}
