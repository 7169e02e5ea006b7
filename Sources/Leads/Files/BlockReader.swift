/// A run of whole records of a file, cut so that several workers can read one file.
struct Block {
  /// Position among the file's blocks, from 0.
  var index = 0
  /// The records, then `Block.padding` bytes that may be read but mean nothing.
  var bytes: [UInt8] = []
  /// Where the records end; each ends in a line feed.
  var end = 0
  /// Whether the bytes are Windows-1252 and still to be converted.
  var isWindows1252 = false
  /// Set if the block is no records but one piece that cannot be read as such.
  var problem: RejectReason?

  /// So that eight bytes can be read at once anywhere in the records.
  static let padding = 16
}

/// Cuts a file into blocks of whole records. A record may hold line feeds inside of quotes.
struct BlockReader {
  private let source: ByteSource
  private var format: FileFormat
  private let blockSize: Int
  /// The start of a record whose end has not been read yet.
  private var carry: [UInt8] = []
  private var nextIndex = 0
  private var isAtEnd = false
  private var encoding = Encoding.undecided

  private enum Encoding { case undecided, utf8, windows1252 }

  /// What is longer than a block cannot be a record; a quote left open somewhere would swallow the file.
  init(source: ByteSource, format: FileFormat, blockSize: Int = 4 << 20) {
    self.source = source
    self.format = format
    self.blockSize = blockSize
  }

  /// Sets the format once it is known from the first block.
  mutating func setFormat(_ format: FileFormat) { self.format = format }

  /// The file's first bytes, which stay to be read.
  mutating func peek() throws(FileProblem) -> [UInt8] {
    if carry.isEmpty && !isAtEnd {
      carry = [UInt8](repeating: 0, count: blockSize)
      let count = try source.read(into: &carry, at: 0, count: blockSize)
      isAtEnd = count < blockSize
      carry.removeLast(blockSize - count)
      usesCarriageReturns = Self.endsLinesInCarriageReturns(carry, isWhole: isAtEnd)
      if usesCarriageReturns { Self.replaceCarriageReturns(in: &carry, from: 0, to: carry.count) }
    }
    return carry
  }

  /// Whether the first line ends in a carriage return alone, as in files of old Macs; line ends within quotes do not count.
  private static func endsLinesInCarriageReturns(_ bytes: [UInt8], isWhole: Bool) -> Bool {
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 10 { return false }
      // The last byte may be the first of a CR LF that the block cuts.
      if byte == 13 { return index + 1 < bytes.count ? bytes[index + 1] != 10 : isWhole }
    }
    return false
  }

  /// Whether `peek` gave the whole file.
  var hasReadAll: Bool { isAtEnd }

  /// Takes the first bytes, which a heading filled, out of what is still to be read.
  mutating func drop(_ count: Int) { carry.removeFirst(count) }

  /// Files of old Macs end their lines in a carriage return alone.
  private var usesCarriageReturns = false

  /// Fills a block with the next records; false at the end of the file.
  mutating func next(_ block: inout Block) throws(FileProblem) -> Bool {
    let room = max(blockSize, carry.count) + 1
    if block.bytes.count < room + Block.padding {
      block.bytes = [UInt8](repeating: 0, count: room + Block.padding)
    }
    var filled = carry.count
    block.bytes.replaceSubrange(0..<filled, with: carry)
    carry.removeAll(keepingCapacity: true)
    if !isAtEnd, filled < blockSize {
      let wanted = blockSize - filled
      let count = try source.read(into: &block.bytes, at: filled, count: wanted)
      isAtEnd = count < wanted
      if usesCarriageReturns { Self.replaceCarriageReturns(in: &block.bytes, from: filled, to: filled + count) }
      filled += count
    }
    if filled == 0 { return false }
    if isAtEnd, block.bytes[filled - 1] != 10 {
      block.bytes[filled] = 10
      filled += 1
    }
    block.index = nextIndex
    block.problem = nil
    nextIndex += 1
    block.end = format.endOfLastRecord(in: block.bytes.span, upTo: filled)
    if block.end == 0 {
      try setAsideUnreadable(&block, filled: filled)
    } else {
      carry.append(contentsOf: block.bytes[block.end..<filled])
      settleEncoding(block.bytes, end: block.end)
    }
    block.isWindows1252 = encoding == .windows1252
    return true
  }

  /// No record ends in the block: a quote was not closed, or a line is longer than can be.
  private mutating func setAsideUnreadable(_ block: inout Block, filled: Int) throws(FileProblem) {
    if let lineFeed = block.bytes[..<filled].firstIndex(of: 10) {
      block.end = lineFeed + 1
      block.problem = .unclosedQuote
      carry.append(contentsOf: block.bytes[block.end..<filled])
      return
    }
    block.end = filled
    block.problem = .tooLong(limit: blockSize)
    // Read on to the end of this line, keeping none of it.
    var scratch = [UInt8](repeating: 0, count: 1 << 16)
    while !isAtEnd {
      let count = try source.read(into: &scratch, at: 0, count: scratch.count)
      isAtEnd = count < scratch.count
      if usesCarriageReturns { Self.replaceCarriageReturns(in: &scratch, from: 0, to: count) }
      if let lineFeed = scratch[..<count].firstIndex(of: 10) {
        carry.append(contentsOf: scratch[(lineFeed + 1)..<count])
        return
      }
    }
  }

  /// Decides on the encoding with the first records that are not plain ASCII; they end in a line feed, so no character
  /// is cut.
  private mutating func settleEncoding(_ bytes: [UInt8], end: Int) {
    guard encoding == .undecided, !ByteSearch.isASCII(bytes.span.bytes, upTo: end) else { return }
    encoding = Windows1252.isLikely(bytes[..<end]) ? .windows1252 : .utf8
  }

  private static func replaceCarriageReturns(in bytes: inout [UInt8], from start: Int, to end: Int) {
    for i in start..<end where bytes[i] == 13 { bytes[i] = 10 }
  }
}
