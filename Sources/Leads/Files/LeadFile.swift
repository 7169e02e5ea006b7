/// A file of leads, one record each: open, its heading known, its records still to be read.
public struct LeadFile: Sendable {
  /// The columns it has.
  public let heading: FileHeading
  /// The name of the column that holds the ids.
  public let idColumn: String
  private let file: RecordFile
  private let idIndex: Int

  /// Opens the file and finds the ids: in the column named, else under a usual name, else the e-mail addresses.
  ///
  /// - Parameter named: columns by the attributes that they hold, where they have no usual name.
  public init(
    path: String, idColumn: String? = nil, named: [String: String] = [:], delimiter: UInt8? = nil
  ) throws(FileProblem) {
    try self.init(
      path: path, idColumn: idColumn, named: named, delimiter: delimiter, blockSize: RecordFile.blockSize)
  }

  init(
    path: String, idColumn: String? = nil, named: [String: String] = [:], delimiter: UInt8? = nil, blockSize: Int
  ) throws(FileProblem) {
    file = try RecordFile(path: path, delimiter: delimiter, blockSize: blockSize)
    var heading = file.heading
    for (attribute, column) in named {
      _ = try heading.column(named: column)
      heading.named[attribute] = column
    }
    self.heading = heading
    if let idColumn {
      idIndex = try heading.column(named: idColumn)
    } else if let found = try heading.column(for: .leadID) {
      idIndex = found
    } else if let email = try heading.column(ofAttribute: "email") {
      idIndex = email
    } else {
      let names = heading.columns.filter { !$0.isEmpty }.prefix(12).joined(separator: ", ")
      let hint =
        heading.columns.count == 1
        ? "only one column was found; values may be separated by , ; tab or |"
        : "name it with --id COLUMN; the file has: \(names)"
      throw FileProblem(path, "no column looks like the ids of the leads", hint: hint)
    }
    self.idColumn = heading.columns[idIndex]
  }

  /// Whether the file may have this attribute, under its own or a usual name.
  public func has(_ attribute: String) throws(FileProblem) -> Bool {
    if heading.isOpen { return true }
    return try heading.column(ofAttribute: attribute) != nil
  }

  /// Reads the leads and keeps these attributes; those that the file does not have are left out. Derived attributes
  /// are worked out from their sources, which must be among the attributes, as texts.
  ///
  /// Records without an id, with an id that came before, or of the wrong width go to `rejects`; so do values that are
  /// not of their attribute's type, but their leads stay. Memory follows the attributes kept.
  public func read(
    _ attributes: [Attribute], settings: ReadingSettings, rejects: RejectLog,
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> LeadTable {
    var columns = [RecordFile.Source.column(idIndex)]
    var sources: [(attribute: Attribute, name: String, field: Int)] = []
    for attribute in attributes where DerivedAttribute(named: attribute.name) == nil {
      guard let column = try heading.source(ofAttribute: attribute.name) else { continue }
      let field = columns.firstIndex(of: column) ?? columns.count
      if field == columns.count { columns.append(column) }
      sources.append((attribute, heading.name(of: column, attribute: attribute.name), field))
    }
    let wanted = sources
    let idName = idColumn
    let (consumers, firstLines) = try file.read(
      columns, threads: settings.threads, rejects: rejects, progress: progress
    ) {
      LeadConsumer(
        idColumn: idName,
        builders: wanted.map { ColumnBuilder($0.attribute, columnName: $0.name, settings: settings) },
        fields: wanted.map(\.field))
    }
    let (ids, rows) = joinedIDs(consumers, firstLines: firstLines, rejects: rejects)
    var table = LeadTable(ids: ids)
    let gathered = parallel(count: wanted.count, threads: settings.threads) { index in
      ColumnBuilder.column(of: consumers.map { $0.builders[index] }, rows: rows, settings: settings)
    }
    for (source, column) in zip(wanted, gathered) { table.add(source.attribute.name, column) }
    let derived = attributes.compactMap { DerivedAttribute(named: $0.name) }
    if !derived.isEmpty {
      table.derive(derived, by: Deriver(settings.vocabulary), threads: settings.threads)
    }
    return table
  }

  /// The ids in the order of the file, and which rows of the workers they come from. The first of an id wins.
  private func joinedIDs(
    _ consumers: [LeadConsumer], firstLines: [Int], rejects: RejectLog
  ) -> (ids: TextPool, rows: [RowRun]) {
    let runs = consumers.enumerated().flatMap { builder, consumer in
      consumer.blocks.indices.map { index in
        let next = index + 1 < consumer.blocks.count ? consumer.blocks[index + 1].firstRow : consumer.lines.count
        return (
          block: consumer.blocks[index].block,
          run: RowRun(builder: builder, rows: consumer.blocks[index].firstRow..<next)
        )
      }
    }
    var ids = TextPool()
    var lines: [Int] = []
    var kept: [RowRun] = []
    for (block, run) in runs.sorted(by: { $0.block < $1.block }) {
      let consumer = consumers[run.builder]
      let bytes = consumer.idBytes.span
      var start = run.rows.lowerBound
      for row in run.rows {
        let range = (row == 0 ? 0 : Int(consumer.idEnds[row - 1]))..<Int(consumer.idEnds[row])
        let id = bytes.extracting(range)
        let code = Int(ids.code(of: id))
        let line = firstLines[block] + Int(consumer.lines[row])
        if code == lines.count {
          lines.append(line)
          continue
        }
        let text = ids.text(UInt32(code))
        rejects.add(Reject(path: file.path, line: line, reason: .repeatedID(text, line: lines[code]), record: text))
        if start < row { kept.append(RowRun(builder: run.builder, rows: start..<row)) }
        start = row + 1
      }
      if start < run.rows.upperBound { kept.append(RowRun(builder: run.builder, rows: start..<run.rows.upperBound)) }
    }
    return (ids, kept)
  }
}

/// Takes the records of leads.
struct LeadConsumer: RecordConsumer {
  let idColumn: String
  var builders: [ColumnBuilder]
  let fields: [Int]
  var idBytes: [UInt8] = []
  var idEnds: [Int] = []
  /// For each row its line within its block.
  var lines: [Int32] = []
  var blocks: [(block: Int, firstRow: Int)] = []

  init(idColumn: String, builders: [ColumnBuilder], fields: [Int]) {
    self.idColumn = idColumn
    self.builders = builders
    self.fields = fields
  }

  mutating func startBlock(_ index: Int) { blocks.append((index, lines.count)) }

  func settle(_ bytes: Span<UInt8>) -> [(place: RecordPlace, reason: RejectReason)] { [] }

  mutating func take(
    _ bytes: Span<UInt8>, _ found: Span<RecordFile.Field>, at place: RecordPlace, _ rejected: inout [RejectReason]
  ) {
    let raw = bytes.extracting(found[0].range)
    let id = raw.extracting(raw.trimmedRange)
    if id.isEmpty {
      rejected.append(.missingID(column: idColumn))
      return
    }
    for i in id.indices { idBytes.append(id[i]) }
    idEnds.append(idBytes.count)
    lines.append(place.line)
    for i in builders.indices {
      if let reason = builders[i].append(bytes.extracting(found[fields[i]].range)) { rejected.append(reason) }
    }
  }
}
