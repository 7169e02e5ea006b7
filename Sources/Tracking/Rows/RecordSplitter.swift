/// Cuts a stream of bytes into records: lines, or rows of CSV whose quoted values may have lines of their own.
///
///     splitter.feed(chunk)
///     while let record = splitter.next() { … }
///     splitter.finish()                          // what stands behind the last line feed is a record too
///     while let record = splitter.next() { … }
///
/// It holds one record and what was fed last, no more: a record that is too long is passed over and reported.
public struct RecordSplitter: Sendable {
  /// A record.
  public enum Record: Sendable, Hashable {
    /// Its bytes, without the line's end, and the line on which it starts, from 1.
    case record([UInt8], line: Int)
    /// It was longer than is allowed.
    case tooLong(line: Int)
  }

  private let honoursQuotes: Bool
  private let maximumBytes: Int
  private var buffer: [UInt8] = []
  /// Where the record starts that is being read, and how far its end was looked for.
  private var start = 0
  private var position = 0
  private var isQuoted = false
  private var isFinished = false
  private var isTooLong = false
  private var line = 1
  private var lineFeeds = 0

  /// A splitter.
  ///
  /// - Parameters:
  ///   - honoursQuotes: whether line feeds between double quotes do not end a record, as in CSV.
  ///   - maximumBytes: how long a record may be.
  public init(honoursQuotes: Bool, maximumBytes: Int) {
    self.honoursQuotes = honoursQuotes
    self.maximumBytes = maximumBytes
  }

  /// Takes further bytes.
  public mutating func feed(_ bytes: Span<UInt8>) {
    if start > 0 {
      buffer.removeSubrange(..<start)
      position -= start
      start = 0
    }
    bytes.append(0..<bytes.count, to: &buffer)
  }

  /// Says that no more bytes come.
  public mutating func finish() { isFinished = true }

  /// The next record that is not empty; nil if more bytes are needed, or nothing is left.
  public mutating func next() -> Record? {
    while let range = nextRange() {
      let first = line
      line += lineFeeds
      lineFeeds = 0
      if isTooLong || range.count > maximumBytes {
        isTooLong = false
        return .tooLong(line: first)
      }
      var bytes = Array(buffer[range])
      if bytes.last == 13 { bytes.removeLast() }
      if first == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      if bytes.contains(where: { $0 > 0x20 }) { return .record(bytes, line: first) }
    }
    return nil
  }

  /// Where the next record stands, its line feed left out.
  private mutating func nextRange() -> Range<Int>? {
    while position < buffer.count {
      let byte = buffer[position]
      position += 1
      if byte == UInt8(ascii: "\""), honoursQuotes {
        isQuoted.toggle()
      } else if byte == 10 {
        lineFeeds += 1
        if !isQuoted {
          defer { start = position }
          return start..<position - 1
        }
      }
    }
    if position - start > maximumBytes {
      isTooLong = true
      start = position
    }
    guard isFinished, start < position || isTooLong else { return nil }
    isQuoted = false
    defer { start = position }
    return start..<position
  }
}
