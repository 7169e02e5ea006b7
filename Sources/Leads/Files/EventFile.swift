/// A file of events, one record each: open, its heading known, its records still to be read.
public struct EventFile: Sendable {
  /// The columns it has.
  public var heading: FileHeading { file.heading }
  /// The names of the columns that say who, what and when.
  public let leadColumn: String, nameColumn: String, timeColumn: String
  /// Whether the events name their leads by e-mail address.
  public let joinsByEmail: Bool
  private let file: RecordFile
  private let columns: [Int]

  /// Opens the file and finds the columns for the lead, the event's name and its time.
  ///
  /// - Parameters:
  ///   - leadColumn: the column with the leads' ids, if there is one of that name; else the first with a usual name.
  ///   - named: columns by the roles that they play, where they have no usual name.
  public init(
    path: String, leadColumn: String? = nil, named: [ColumnNames.Role: String] = [:], delimiter: UInt8? = nil
  ) throws(FileProblem) {
    try self.init(
      path: path, leadColumn: leadColumn, named: named, delimiter: delimiter, blockSize: RecordFile.blockSize)
  }

  init(
    path: String, leadColumn: String? = nil, named: [ColumnNames.Role: String] = [:], delimiter: UInt8? = nil,
    blockSize: Int
  ) throws(FileProblem) {
    let file = try RecordFile(path: path, delimiter: delimiter, blockSize: blockSize)
    let heading = file.heading
    self.file = file
    let lead: Int
    if named[.eventLead] == nil, let leadColumn, let found = try? heading.column(named: leadColumn) {
      lead = found
    } else {
      lead = try Self.find(.eventLead, "the lead of an event", heading, named)
    }
    let name = try Self.find(.eventName, "the name of an event", heading, named)
    let time = try Self.find(.eventTime, "the time of an event", heading, named)
    columns = [lead, name, time]
    self.leadColumn = heading.columns[lead]
    nameColumn = heading.columns[name]
    timeColumn = heading.columns[time]
    joinsByEmail = ColumnNames.keys(forAttribute: "email").contains(ColumnNames.key(heading.columns[lead]))
  }

  private static func find(
    _ role: ColumnNames.Role, _ what: String, _ heading: FileHeading, _ named: [ColumnNames.Role: String]
  ) throws(FileProblem) -> Int {
    if let column = named[role] { return try heading.column(named: column) }
    if let index = try heading.column(for: role) { return index }
    let names = heading.columns.filter { !$0.isEmpty }.prefix(12).joined(separator: ", ")
    throw FileProblem(
      heading.path, "no column looks like \(what)",
      hint: "call it \"\(ColumnNames.usual(role)[0])\"; the file has: \(names)")
  }

  /// Whether events may have this property.
  public func has(_ property: String) throws(FileProblem) -> Bool {
    if heading.isOpen { return true }
    return try heading.column(ofAttribute: property) != nil
  }

  /// Reads the events of these leads, with these properties.
  ///
  /// Events of unknown leads, without a name, or without a time go to `rejects`. If `joinsByEmail`, the table needs its
  /// `email` column. Memory: 8 bytes for each event at the end, 10 while reading.
  public func read(
    for leads: LeadTable, properties: [Attribute], settings: ReadingSettings, rejects: RejectLog,
    progress: (@Sendable (Int) -> Void)? = nil
  ) throws -> (log: EventLog, kinds: EventKinds) {
    var wanted = columns.map { RecordFile.Source.column($0) }
    var known: [(attribute: Attribute, columnName: String)] = []
    for property in properties {
      guard let column = try heading.source(ofAttribute: property.name) else { continue }
      wanted.append(column)
      known.append((property, heading.name(of: column, attribute: property.name)))
    }
    let typed = known
    let lookup = joinsByEmail ? LeadLookup(emails: leads) : LeadLookup(ids: leads)
    let shardCount = (leads.count + EventLog.leadsPerShard - 1) / EventLog.leadsPerShard
    let names = (lead: leadColumn, event: nameColumn, time: timeColumn)
    var (consumers, _) = try file.read(
      wanted, threads: settings.threads, rejects: rejects, progress: progress
    ) {
      EventConsumer(
        lookup: lookup, columnNames: names, buckets: Array(repeating: EventBucket(), count: shardCount),
        settings: settings, properties: typed)
    }
    let (kinds, renumbered) = EventKinds.joined(
      consumers.map(\.kinds), properties: known.map(\.attribute), settings: settings)
    var log = EventLog(leadCount: leads.count)
    // Shard by shard, giving back what has been taken, so that the events are not held twice.
    let batch = max(1, settings.threads)
    for first in stride(from: 0, to: shardCount, by: batch) {
      let shards = first..<min(first + batch, shardCount)
      let parts = shards.map { shard in
        consumers.indices.map { worker in
          var bucket = EventBucket()
          swap(&bucket, &consumers[worker].buckets[shard])
          return bucket
        }
      }
      let empty = shards.map { log.shards[$0] }
      let filled = parallel(count: shards.count, threads: settings.threads) { index in
        var shard = empty[index]
        shard.fill(from: parts[index], kinds: renumbered)
        return shard
      }
      for (shard, full) in zip(shards, filled) { log.shards[shard] = full }
    }
    return (log, kinds)
  }
}

/// Finds the lead that an event names.
struct LeadLookup: Sendable {
  private let pool: TextPool
  /// For each code the lead's row; nil if they are the same.
  private let rows: [UInt32]?
  /// What records were called that were merged into a lead.
  private let aliases: LeadAliases

  init(ids leads: LeadTable) {
    pool = leads.ids
    rows = nil
    aliases = leads.aliases
  }

  /// By e-mail address, folded; of several leads with one address the first.
  init(emails leads: LeadTable) {
    var pool = TextPool()
    var rows: [UInt32] = []
    let column = leads.column("email")?.text
    for row in 0..<leads.count {
      guard let email = column?.folded(row) else { continue }
      if Int(pool.code(of: email.span)) == rows.count { rows.append(UInt32(row)) }
    }
    self.pool = pool
    self.rows = rows
    aliases = leads.emailAliases
  }

  @inline(__always)
  func row(of name: Span<UInt8>) -> UInt32? {
    guard let rows else { return pool.find(name) ?? aliases.row(of: name) }
    var folded: [UInt8] = []
    name.appendFolded(to: &folded)
    return pool.find(folded.span).map { rows[Int($0)] } ?? aliases.row(of: folded.span)
  }
}

/// Takes the records of events.
///
/// Finding an event's lead among a million is a look-up in memory that is far away. Done one record at a time the
/// processor would wait for each; so the look-ups of many records are put off and done together, many under way at once.
struct EventConsumer: RecordConsumer {
  let lookup: LeadLookup
  let columnNames: (lead: String, event: String, time: String)
  var buckets: [EventBucket]
  let settings: ReadingSettings
  var kinds = KindPool()
  private let properties: [(attribute: Attribute, columnName: String)]
  private let hasTypedProperties: Bool
  /// For each kind the properties whose values are not of their type.
  private var badValues: [[RejectReason]] = []
  private var pending: [Pending] = []
  private var late: [(place: RecordPlace, reason: RejectReason)] = []

  /// An event whose lead has not been found yet.
  private struct Pending: Sendable {
    var lead: RecordFile.Field
    var place: RecordPlace
    var event: Event
  }

  private static let batch = 512

  init(
    lookup: LeadLookup, columnNames: (lead: String, event: String, time: String), buckets: [EventBucket],
    settings: ReadingSettings, properties: [(attribute: Attribute, columnName: String)]
  ) {
    self.lookup = lookup
    self.columnNames = columnNames
    self.buckets = buckets
    self.settings = settings
    self.properties = properties
    hasTypedProperties = properties.contains { $0.attribute.type != .text }
    pending.reserveCapacity(Self.batch)
  }

  mutating func startBlock(_ index: Int) {}

  mutating func take(
    _ bytes: Span<UInt8>, _ found: Span<RecordFile.Field>, at place: RecordPlace, _ rejected: inout [RejectReason]
  ) {
    let raw = bytes.extracting(found[0].range)
    let trimmed = raw.trimmedRange
    if trimmed.isEmpty {
      rejected.append(.missingID(column: columnNames.lead))
      return
    }
    if bytes.extracting(found[1].range).trimmedRange.isEmpty {
      rejected.append(.missingEventName(column: columnNames.event))
      return
    }
    let time = bytes.extracting(found[2].range)
    if time.trimmedRange.isEmpty {
      rejected.append(.missingInstant(column: columnNames.time))
      return
    }
    guard let instant = Instant(time, dayFirst: settings.dayFirst, offset: settings.utcOffset),
      Event.instants.contains(instant.secondsSince1970)
    else {
      rejected.append(.badInstant(column: columnNames.time, text: sample(time)))
      return
    }
    let kind = kinds.code(of: bytes, found)
    if hasTypedProperties {
      if Int(kind) == badValues.count { badValues.append(badValues(bytes, found)) }
      if !badValues[Int(kind)].isEmpty { rejected += badValues[Int(kind)] }
    }
    let start = found[0].start
    pending.append(
      Pending(
        lead: RecordFile.Field(
          start: start + UInt32(truncatingIfNeeded: trimmed.lowerBound),
          end: start + UInt32(truncatingIfNeeded: trimmed.upperBound)),
        place: place, event: Event(secondsSince1970: instant.secondsSince1970, kind: kind)))
    if pending.count == Self.batch { findLeads(bytes) }
  }

  @inline(never)
  private func badValues(_ bytes: Span<UInt8>, _ found: Span<RecordFile.Field>) -> [RejectReason] {
    var reasons: [RejectReason] = []
    for (index, property) in properties.enumerated() {
      var builder = ColumnBuilder(property.attribute, columnName: property.columnName, settings: settings)
      if let reason = builder.append(bytes.extracting(found[3 + index].range)) { reasons.append(reason) }
    }
    return reasons
  }

  mutating func settle(_ bytes: Span<UInt8>) -> [(place: RecordPlace, reason: RejectReason)] {
    findLeads(bytes)
    if late.isEmpty { return [] }
    defer { late = [] }
    return late
  }

  private mutating func findLeads(_ bytes: Span<UInt8>) {
    for next in pending {
      let name = bytes.extracting(next.lead.range)
      if let lead = lookup.row(of: name) {
        buckets[Int(lead) / EventLog.leadsPerShard].append(
          lead: UInt16(truncatingIfNeeded: Int(lead) % EventLog.leadsPerShard), next.event)
      } else {
        late.append((next.place, .unknownLead(sample(name))))
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  @inline(never)
  private func sample(_ text: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    for i in 0..<min(text.count, 80) { bytes.append(text[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
