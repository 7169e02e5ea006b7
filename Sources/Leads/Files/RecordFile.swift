import Synchronization

/// A CSV or JSON Lines file whose heading has been read and whose records are still to come, once.
final class RecordFile: Sendable {
  let path: String
  let format: FileFormat
  let heading: FileHeading
  /// Lines before the first record.
  private let linesBefore: Int
  private let reader: Mutex<BlockReader>

  /// How much of a file is read at once, and the longest that a record can be.
  static let blockSize = 4 << 20

  /// Opens a file, recognises its format and reads its heading.
  init(
    path: String, delimiter: UInt8? = nil, blockSize: Int = RecordFile.blockSize
  ) throws(FileProblem) {
    self.path = path
    var reader = BlockReader(source: try ByteSource(path: path), format: .jsonLines, blockSize: blockSize)
    let start = try reader.peek()
    var format = try FileFormat.recognised(in: start, path: path)
    if let delimiter, case .csv = format { format = .csv(delimiter: delimiter) }
    reader.setFormat(format)
    switch format {
    case .jsonLines:
      linesBefore = 0
      let names = Self.names(inJSONLines: start)
      if names.isEmpty {
        throw FileProblem(
          path, "none of its first lines is a JSON object with a member",
          hint: "Leadline reads JSON Lines, an object on each line: jq -c . FILE.json > FILE.jsonl")
      }
      heading = FileHeading(path: path, columns: names, isOpen: true)
    case .csv(let delimiter):
      let (names, length, lines) = try Self.csvHeading(
        start, isWhole: reader.hasReadAll, delimiter: delimiter, path: path)
      reader.drop(length)
      linesBefore = lines
      heading = FileHeading(path: path, columns: names, isOpen: false)
    }
    self.format = format
    self.reader = Mutex(reader)
  }

  // MARK: Headings

  private static func csvHeading(
    _ start: [UInt8], isWhole: Bool, delimiter: UInt8, path: String
  ) throws(FileProblem) -> (names: [String], length: Int, lines: Int) {
    var bytes = start
    if bytes.last != 10 { bytes.append(10) }
    let end = bytes.count
    bytes.append(contentsOf: [UInt8](repeating: 0, count: Block.padding))
    let scanner = CSVScanner(delimiter: delimiter)
    var position = 0
    var names: [String] = []
    var lines = 1
    if FileFormat.excelDelimiter(in: start) != nil {
      position = (bytes.firstIndex(of: 10) ?? 0) + 1
      lines += 1
    }
    while true {
      if position >= end {
        // There were only empty lines.
        throw FileProblem(path, "the file is empty", hint: "it needs a heading and at least one row")
      }
      let field = scanner.field(in: bytes.span.bytes, from: position, end: end)
      if field.isUnclosed || field.isBroken {
        throw FileProblem(path, "line \(lines): a column name starts with a quote that is not closed")
      }
      lines += bytes[field.range].count { $0 == 10 }
      let range = field.needsRewriting ? CSVScanner.rewrite(&bytes, field.range) : field.range
      let raw = bytes[range]
      let text = String(validating: raw, as: UTF8.self) ?? String(decoding: Windows1252.utf8(of: raw), as: UTF8.self)
      names.append(String(decoding: Array(text.utf8)[Array(text.utf8).span.trimmedRange], as: UTF8.self))
      position = field.terminator + 1
      if bytes[field.terminator] == 10 {
        if names.contains(where: { !$0.isEmpty }) { break }
        names = []
        lines += 1
      }
    }
    if position > start.count, !isWhole {
      throw FileProblem(path, "the heading is longer than \(start.count >> 20) MiB", hint: "is this a CSV file?")
    }
    if names.count > 10_000 { throw FileProblem(path, "the heading has \(names.count) columns; the limit is 10,000") }
    return (names, min(position, start.count), lines)
  }

  /// The members of the first records, in the order in which they appear.
  private static func names(inJSONLines start: [UInt8]) -> [String] {
    var bytes = start
    var names: [String] = []
    var known: Set<[UInt8]> = []
    var position = 0
    var records = 0
    while position < bytes.count, records < 1000, names.count < 10_000 {
      guard let end = bytes[position...].firstIndex(of: 10) ?? (records == 0 ? bytes.count : nil) else { break }
      _ = JSONScanner.members(of: &bytes, from: position, to: end) { path, _ in
        if known.insert(path).inserted { names.append(String(decoding: path, as: UTF8.self)) }
      }
      position = end + 1
      records += 1
    }
    // The members of `properties` and its like go by their own names too, unless the object itself has that name.
    var seen: Set<String> = []
    return names.map(Self.withoutWrapper).filter { seen.insert($0).inserted }
  }

  /// `url` for `properties.url`: the wrappers that event streams put around an event's properties.
  static func withoutWrapper(_ path: String) -> String {
    for wrapper in ["properties.", "traits.", "attributes.", "context.traits."] where path.hasPrefix(wrapper) {
      return String(path.dropFirst(wrapper.count))
    }
    return path
  }

  // MARK: Records

  /// Where a wanted value comes from.
  enum Source: Hashable {
    /// A position in the heading.
    case column(Int)
    /// The members of these names, as keys, of which the first known one counts: for members of JSON objects that the
    /// first records do not have.
    case members([String])
  }

  /// Where a wanted value stands in its block; empty if the record does not have it.
  struct Field {
    var start: UInt32 = 0
    var end: UInt32 = 0

    @inline(__always) var range: Range<Int> { Int(start)..<Int(end) }
    @inline(__always) var isEmpty: Bool { start == end }
  }

  /// Reads all records with as many workers as `threads`, and returns the consumers with what they took.
  ///
  /// - Parameter sources: where the wanted values come from; a record's fields come in this order.
  /// - Returns: the consumers, and for each block the line of the file, from 1, on which it starts.
  func read<Consumer: RecordConsumer>(
    _ sources: [Source], threads: Int, rejects: RejectLog, progress: (@Sendable (Int) -> Void)? = nil,
    _ makeConsumer: @Sendable () -> Consumer
  ) throws -> (consumers: [Consumer], firstLines: [Int]) {
    let reports = Mutex(ReportQueue(path: path, linesBefore: linesBefore, log: rejects))
    let consumers = try parallel(count: max(1, threads), threads: threads) { _ in
      var consumer = makeConsumer()
      var worker = RecordWorker<Consumer>(heading: self.heading, format: self.format, sources: sources)
      worker.keepsAllRejects = rejects.keepsAll
      var block = Block()
      while try self.reader.withLock({ reader throws(FileProblem) in try reader.next(&block) }) {
        let report = worker.take(&block, &consumer)
        reports.withLock { $0.add(report) }
        progress?(block.end)
      }
      return consumer
    }
    return (consumers, reports.withLock { $0.firstLines })
  }
}

/// Where a record stands in its block.
struct RecordPlace: Sendable {
  /// Its first byte.
  var start: UInt32
  /// Its line, from 0.
  var line: Int32
}

/// Takes the records of some of a file's blocks, on one thread.
protocol RecordConsumer: Sendable {
  /// Records of this block follow. Blocks of one consumer come in ascending order, with gaps.
  mutating func startBlock(_ index: Int)
  /// Takes a record, or rejects it, or values in it. It may put off some of the work until `settle`.
  mutating func take(
    _ bytes: Span<UInt8>, _ fields: Span<RecordFile.Field>, at place: RecordPlace, _ rejected: inout [RejectReason])
  /// Does what was put off, while the block is still there, and returns the records that are rejected after all.
  mutating func settle(_ bytes: Span<UInt8>) -> [(place: RecordPlace, reason: RejectReason)]
}
