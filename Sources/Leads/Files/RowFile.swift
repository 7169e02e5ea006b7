/// A file of records of any kind, open: every column is wanted, as text, and no column has to hold ids.
///
///     let table = try RowFile(path: "export.csv").read(settings: settings, rejects: rejects)
///
/// It is for looking at a file before anything is known of it. To score leads, read them with `LeadFile`.
public struct RowFile: Sendable {
  /// The columns it has.
  public var heading: FileHeading { file.heading }
  private let file: RecordFile

  /// Opens the file and reads its heading.
  public init(path: String, delimiter: UInt8? = nil) throws(FileProblem) {
    try self.init(path: path, delimiter: delimiter, blockSize: RecordFile.blockSize)
  }

  init(path: String, delimiter: UInt8?, blockSize: Int) throws(FileProblem) {
    file = try RecordFile(path: path, delimiter: delimiter, blockSize: blockSize)
  }

  /// Reads all records that have the form of the file; the others go to `rejects`. Of JSON Lines the members of the first
  /// thousand records are the columns.
  ///
  /// Memory: four bytes for each value, each distinct text of a column once, and four bytes for each record.
  public func read(
    settings: ReadingSettings, rejects: RejectLog, progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> RowTable {
    let names = heading.columns
    var (consumers, firstLines) = try file.read(
      names.indices.map { .column($0) }, threads: settings.threads, rejects: rejects, progress: progress
    ) {
      RowConsumer(names: names, settings: settings)
    }
    let runs = consumers.enumerated().flatMap { builder, consumer in
      consumer.blocks.indices.map { index in
        let next = index + 1 < consumer.blocks.count ? consumer.blocks[index + 1].firstRow : consumer.lines.count
        return (
          block: consumer.blocks[index].block,
          run: RowRun(builder: builder, rows: consumer.blocks[index].firstRow..<next)
        )
      }
    }.sorted { $0.block < $1.block }
    var lines: [UInt32] = []
    lines.reserveCapacity(consumers.reduce(0) { $0 + $1.lines.count })
    for (block, run) in runs {
      for line in consumers[run.builder].lines[run.rows] {
        lines.append(UInt32(clamping: firstLines[block] + Int(line)))
      }
    }
    // Some columns at a time, giving back what has been taken, so that the values are not held twice.
    var columns: [TextColumn] = []
    let batch = max(1, settings.threads)
    for first in stride(from: 0, to: names.count, by: batch) {
      let range = first..<min(first + batch, names.count)
      let parts = range.map { column in
        consumers.indices.map { worker in
          var builder = ColumnBuilder(.init(names[column], .text), columnName: names[column], settings: settings)
          swap(&builder, &consumers[worker].builders[column])
          return builder
        }
      }
      let ordered = runs.map(\.run)
      columns += parallel(count: range.count, threads: settings.threads) { index in
        ColumnBuilder.column(of: parts[index], rows: ordered, settings: settings)
      }.compactMap(\.text)
    }
    return RowTable(heading: heading, columns: columns, lines: lines)
  }
}

/// The records of a file, by columns of text.
public struct RowTable: Sendable {
  /// The names of the columns.
  public let heading: FileHeading
  /// The columns in the order of the heading, all of `count` rows.
  public let columns: [TextColumn]
  /// For each row the line of the file on which it starts, from 1.
  public let lines: [UInt32]

  /// A table. Precondition: a column for each name, and a line for each row.
  public init(heading: FileHeading, columns: [TextColumn], lines: [UInt32]) {
    precondition(columns.count == heading.columns.count && columns.allSatisfy { $0.codes.count == lines.count })
    self.heading = heading
    self.columns = columns
    self.lines = lines
  }

  /// The number of rows.
  public var count: Int { lines.count }
}

/// Takes all values of all records.
private struct RowConsumer: RecordConsumer {
  var builders: [ColumnBuilder]
  /// For each row its line within its block.
  var lines: [Int32] = []
  var blocks: [(block: Int, firstRow: Int)] = []

  init(names: [String], settings: ReadingSettings) {
    builders = names.map { ColumnBuilder(Attribute($0, .text), columnName: $0, settings: settings) }
  }

  mutating func startBlock(_ index: Int) { blocks.append((index, lines.count)) }

  func settle(_ bytes: Span<UInt8>) -> [(place: RecordPlace, reason: RejectReason)] { [] }

  mutating func take(
    _ bytes: Span<UInt8>, _ found: Span<RecordFile.Field>, at place: RecordPlace, _ rejected: inout [RejectReason]
  ) {
    lines.append(place.line)
    for i in builders.indices { _ = builders[i].append(bytes.extracting(found[i].range)) }
  }
}
