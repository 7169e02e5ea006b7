/// Splits blocks into records and gives the wanted values to a consumer.
struct RecordWorker<Consumer: RecordConsumer> {
  var keepsAllRejects = false
  private let format: FileFormat
  private let width: Int
  /// For each column of the heading the position of its field, or -1.
  private var slots: [Int]
  private var fields: [RecordFile.Field]
  private var report = BlockReport()
  // CSV: the original text of values that were rewritten in place, for the rejects.
  private var rewritten: [(start: Int, bytes: [UInt8])] = []
  /// Fields that have the value of an earlier one.
  private var copies: [(from: Int, to: Int)] = []
  // JSON: which members are wanted, by path as met.
  private var members = TextPool()
  private var memberSlots: [MemberSlot] = []
  private var wantedKeys: [String: MemberSlot] = [:]
  private var ranks: [Int]

  /// Which field a member is for, or -1; of two members for one field that with the lower rank counts.
  private struct MemberSlot {
    var field = -1
    var rank = 0
  }

  init(heading: FileHeading, format: FileFormat, sources: [RecordFile.Source]) {
    self.format = format
    width = heading.columns.count
    slots = Array(repeating: -1, count: heading.columns.count)
    fields = Array(repeating: RecordFile.Field(), count: sources.count)
    ranks = Array(repeating: 0, count: sources.count)
    for (field, source) in sources.enumerated() {
      let keys: [String]
      switch source {
      case .column(let column):
        keys = [ColumnNames.key(heading.columns[column])]
        if slots[column] >= 0 { copies.append((slots[column], field)) } else { slots[column] = field }
      case .members(let names):
        keys = names
      }
      if format != .jsonLines { continue }
      for (rank, key) in keys.enumerated() {
        if let other = wantedKeys[key]?.field {
          if rank == 0, !copies.contains(where: { $0.to == field }) { copies.append((other, field)) }
        } else {
          wantedKeys[key] = MemberSlot(field: field, rank: 2 * rank)
        }
      }
    }
  }

  /// Gives the records of a block to the consumer.
  mutating func take(_ block: inout Block, _ consumer: inout Consumer) -> BlockReport {
    report = BlockReport(index: block.index, keepsAll: keepsAllRejects)
    consumer.startBlock(block.index)
    if let problem = block.problem {
      report.add(problem, line: 0, record: { Self.text(block.bytes[..<block.end]) })
      report.lines = 1
      return report
    }
    if block.isWindows1252 {
      let converted = Windows1252.utf8(of: block.bytes[..<block.end])
      block.end = converted.count
      block.bytes = converted + [UInt8](repeating: 0, count: Block.padding)
    }
    switch format {
    case .csv(let delimiter): takeCSV(&block.bytes, end: block.end, CSVScanner(delimiter: delimiter), &consumer)
    case .jsonLines: takeJSON(&block.bytes, end: block.end, &consumer)
    }
    report.order()
    return report
  }

  // MARK: CSV

  private mutating func takeCSV(
    _ bytes: inout [UInt8], end: Int, _ scanner: CSVScanner, _ consumer: inout Consumer
  ) {
    var rejected: [RejectReason] = []
    var position = 0
    var line = 0
    while position < end {
      let start = position
      let found = takeFields(&bytes, from: start, end: end, scanner)
      position = found.end
      if found.count == 1, found.isEmpty, width > 1 || bytes[start] <= 13 {
        line += 1
        continue
      }
      if found.isBroken {
        rejected.append(.unclosedQuote)
      } else if found.count == width || found.isEmptyBeyondWidth {
        for copy in copies { fields[copy.to] = fields[copy.from] }
        consumer.take(bytes.span, fields.span, at: Self.place(start, line), &rejected)
      } else if found.count < width {
        rejected.append(.tooFewValues(found: found.count, expected: width))
      } else {
        rejected.append(.tooManyValues(found: found.count, expected: width))
      }
      if !rejected.isEmpty { hand(&rejected, over: bytes, start..<position, line: line) }
      if !rewritten.isEmpty {
        // While it is still known what stood there.
        settle(&consumer, bytes, current: start..<position) { Self.endOfRecord(in: bytes, from: $0, end: end, scanner) }
        rewritten.removeAll(keepingCapacity: true)
      }
      line += 1 + found.lineFeedsInside
    }
    settle(&consumer, bytes, current: nil) { Self.endOfRecord(in: bytes, from: $0, end: end, scanner) }
    report.lines = line
  }

  private static func place(_ start: Int, _ line: Int) -> RecordPlace {
    RecordPlace(start: UInt32(truncatingIfNeeded: start), line: Int32(truncatingIfNeeded: line))
  }

  /// Has the consumer finish what it put off, and hands over what it rejects after all.
  ///
  /// - Parameter current: the record of which `rewritten` says what stood there.
  private mutating func settle(
    _ consumer: inout Consumer, _ bytes: [UInt8], current: Range<Int>?, endOfRecord: (Int) -> Int
  ) {
    for (place, reason) in consumer.settle(bytes.span) {
      let start = Int(place.start)
      var reasons = [reason]
      if let current, start == current.lowerBound {
        hand(&reasons, over: bytes, current, line: Int(place.line))
      } else {
        report.add(reason, line: Int(place.line)) { Self.text(bytes[start..<endOfRecord(start)]) }
      }
    }
  }

  private static func endOfRecord(in bytes: [UInt8], from start: Int, end: Int, _ scanner: CSVScanner) -> Int {
    var position = start
    while position < end {
      let field = scanner.field(in: bytes.span.bytes, from: position, end: end)
      position = field.terminator + 1
      if field.terminator >= end || bytes[field.terminator] == 10 { break }
    }
    return min(position, end)
  }

  private struct FoundRecord {
    var count = 0
    var end = 0
    var lineFeedsInside = 0
    /// Whether its one value is empty.
    var isEmpty = false
    /// Whether it has more values than the heading, all of them empty.
    var isEmptyBeyondWidth = false
    /// Whether one of its values began with a quote that is not closed.
    var isBroken = false
  }

  @inline(__always)
  private mutating func takeFields(
    _ bytes: inout [UInt8], from start: Int, end: Int, _ scanner: CSVScanner
  ) -> FoundRecord {
    var record = FoundRecord()
    var position = start
    while true {
      let field = scanner.field(in: bytes.span.bytes, from: position, end: end)
      if field.range.lowerBound != position || field.needsRewriting {
        if field.isBroken || field.isUnclosed {
          // The block ends with a record, so a quote left open in it is one whose partner the reader saw to be another's.
          var lineEnd = position
          while bytes[lineEnd] != 10 { lineEnd += 1 }
          record.isBroken = true
          record.end = lineEnd + 1
          return record
        }
        for i in position..<field.terminator where bytes[i] == 10 { record.lineFeedsInside += 1 }
      }
      if record.count < width {
        let slot = slots[record.count]
        if slot >= 0 {
          let range = field.needsRewriting ? rewrite(&bytes, field.range) : field.range
          fields[slot] = RecordFile.Field(
            start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound))
        }
      } else {
        record.isEmptyBeyondWidth = (record.count == width || record.isEmptyBeyondWidth) && field.range.isEmpty
      }
      record.count += 1
      position = field.terminator + 1
      if field.terminator >= end || bytes[field.terminator] == 10 {
        record.isEmpty = record.count == 1 && field.range.isEmpty
        record.end = min(position, end)
        return record
      }
    }
  }

  private mutating func rewrite(_ bytes: inout [UInt8], _ range: Range<Int>) -> Range<Int> {
    rewritten.append((range.lowerBound, Array(bytes[range])))
    return CSVScanner.rewrite(&bytes, range)
  }

  // MARK: JSON Lines

  private mutating func takeJSON(_ bytes: inout [UInt8], end: Int, _ consumer: inout Consumer) {
    var position = 0
    var line = 0
    while position < end {
      let start = position
      // A line feed stands at the end of every block.
      var lineEnd = position
      while bytes[lineEnd] != 10 { lineEnd += 1 }
      position = lineEnd + 1
      takeObject(&bytes, start..<lineEnd, line: line, &consumer)
      line += 1
    }
    report.lines = line
  }

  private mutating func takeObject(
    _ bytes: inout [UInt8], _ range: Range<Int>, line: Int, _ consumer: inout Consumer
  ) {
    if bytes.span.extracting(range).trimmedRange.isEmpty { return }
    var rejected: [RejectReason] = []
    for i in fields.indices { fields[i] = RecordFile.Field() }
    let original = keepsAllRejects || bytes[range].contains(UInt8(ascii: "\\")) ? Array(bytes[range]) : nil
    let problem = JSONScanner.members(of: &bytes, from: range.lowerBound, to: range.upperBound) { path, value in
      let slot = self.slot(of: path)
      if slot.field >= 0, !value.isEmpty, fields[slot.field].isEmpty || slot.rank < ranks[slot.field] {
        fields[slot.field] = RecordFile.Field(start: UInt32(value.lowerBound), end: UInt32(value.upperBound))
        ranks[slot.field] = slot.rank
      }
    }
    if let problem {
      rejected.append(.notJSON(problem.message, at: problem.at))
    } else {
      for copy in copies { fields[copy.to] = fields[copy.from] }
      consumer.take(bytes.span, fields.span, at: Self.place(range.lowerBound, line), &rejected)
    }
    if let original { rewritten = [(range.lowerBound, original)] }
    if !rejected.isEmpty { hand(&rejected, over: bytes, range, line: line) }
    settle(&consumer, bytes, current: range) { _ in range.upperBound }
    rewritten.removeAll(keepingCapacity: true)
  }

  private mutating func slot(of path: [UInt8]) -> MemberSlot {
    if let code = members.find(path.span) { return memberSlots[Int(code)] }
    let name = String(decoding: path, as: UTF8.self)
    let bare = RecordFile.withoutWrapper(name)
    var slot = wantedKeys[ColumnNames.key(bare)] ?? MemberSlot()
    // A member of the object itself goes before one of the same name in a wrapper.
    if bare.utf8.count < name.utf8.count { slot.rank += 1 }
    // Objects whose members have ever new names are not worth remembering.
    if members.count < 10_000 {
      _ = members.code(of: path.span)
      memberSlots.append(slot)
    }
    return slot
  }

  // MARK: Rejects

  private mutating func hand(
    _ rejected: inout [RejectReason], over bytes: [UInt8], _ range: Range<Int>, line: Int
  ) {
    for reason in rejected {
      report.add(reason, line: line) {
        var record = Array(bytes[range])
        for (start, original) in rewritten {
          record.replaceSubrange(start - range.lowerBound..<start - range.lowerBound + original.count, with: original)
        }
        return Self.text(record[...])
      }
    }
    rejected.removeAll(keepingCapacity: true)
  }

  /// A record as text, without its line end; one of over 64 KiB is cut.
  private static func text(_ record: ArraySlice<UInt8>) -> String {
    var piece = record.prefix(1 << 16)
    while let last = piece.last, last == 10 || last == 13 { piece.removeLast() }
    return String(decoding: piece, as: UTF8.self)
  }
}

/// What became of a block: how many lines it had, and what was rejected, with lines counted from the block's first.
struct BlockReport: Sendable {
  var index = 0
  var lines = 0
  fileprivate(set) var rejects: [(line: Int, reason: RejectReason, record: String, count: Int)] = []
  private var keepsAll = false
  private var lastOfCategory: [String: (index: Int, kept: Int)] = [:]

  init(index: Int = 0, keepsAll: Bool = false) {
    self.index = index
    self.keepsAll = keepsAll
  }

  /// Brings what was rejected late to its place.
  mutating func order() {
    let ordered = rejects.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
    rejects = ordered.map(\.element)
  }

  /// Notes a reject. If nobody wants them all, those beyond the first few of a kind are only counted.
  mutating func add(_ reason: RejectReason, line: Int, record: () -> String) {
    if !keepsAll {
      let category = reason.category
      if let last = lastOfCategory[category], last.kept >= RejectLog.exampleCount {
        rejects[last.index].count += 1
        return
      }
      lastOfCategory[category] = (rejects.count, (lastOfCategory[category]?.kept ?? 0) + 1)
    }
    rejects.append((line, reason, record(), 1))
  }
}

/// Brings the reports of several workers into the order of the file, so that lines can be counted.
struct ReportQueue: Sendable {
  let path: String
  /// For each block so far the line on which it starts.
  private(set) var firstLines: [Int] = []
  private var linesBefore: Int
  private var next = 0
  private var waiting: [Int: BlockReport] = [:]
  private let log: RejectLog

  init(path: String, linesBefore: Int, log: RejectLog) {
    self.path = path
    self.linesBefore = linesBefore
    self.log = log
  }

  mutating func add(_ report: BlockReport) {
    waiting[report.index] = report
    while let report = waiting.removeValue(forKey: next) {
      firstLines.append(linesBefore + 1)
      for reject in report.rejects {
        log.add(
          Reject(path: path, line: linesBefore + reject.line + 1, reason: reject.reason, record: reject.record),
          count: reject.count)
      }
      linesBefore += report.lines
      next += 1
    }
  }
}
