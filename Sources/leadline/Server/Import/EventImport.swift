import Leads
import Service
import Store

/// A file of events as the ledger takes it.
struct EventImport: Sendable {
  /// The events, by the leads of `leads`.
  let log: EventLog
  /// The leads, in ascending order.
  let leads: [LeadNumber]
  /// The kinds that the events refer to.
  let kinds: [EventKind]

  /// Reads the events of the leads that a ledger knows; those of others go to `rejects`.
  init(
    _ path: String, _ mapping: ImportMapping, _ store: any Store, delimiter: UInt8?, utcOffset: Int64, threads: Int,
    rejects: RejectLog
  ) async throws {
    let named = [ColumnNames.Role.eventLead: mapping.id, .eventName: mapping.name, .eventTime: mapping.time]
      .compactMapValues { $0 }
    let file = try EventFile(path: path, named: named, delimiter: delimiter)
    let kinds: [Identity.Kind] = file.joinsByEmail ? [.email] : [.recordID, .userID, .anonymousID]
    var known: [(id: String, lead: LeadNumber)] = []
    for kind in kinds {
      known += try await store.read { ledger in
        var all: [(id: String, lead: LeadNumber)] = []
        try ledger.forEachIdentity(kind) { all.append(($0, $1)) }
        return all
      }
    }
    // An id of a record goes before a user's of the same text.
    var seen: Set<String> = []
    known = known.filter { seen.insert($0.id).inserted }.sorted { ($0.lead, $0.id) < ($1.lead, $1.id) }
    var ids = TextPool()
    for (id, _) in known { _ = ids.code(of: id.utf8Span.span) }
    var table = LeadTable(ids: ids)
    if file.joinsByEmail {
      table.add(
        "email", .text(TextColumn(codes: (0..<UInt32(known.count)).map { $0 }, pool: ids, placeholders: .onlyEmpty)))
    }
    let reading = Progress(reading: path)
    let settings = ReadingSettings(
      placeholders: .onlyEmpty, dayFirst: mapping.dayFirst, utcOffset: utcOffset, threads: threads)
    let properties = mapping.columns.map { Attribute($0.column, .text) }
    let (log, found) = try file.read(for: table, properties: properties, settings: settings, rejects: rejects) {
      reading.add($0)
    }
    reading.end()
    self.log = log
    leads = known.map(\.lead)
    self.kinds = Self.kinds(found, mapping)
  }

  /// The kinds as the tracking API would have them: a name, and the properties that have a value as JSON.
  private static func kinds(_ kinds: EventKinds, _ mapping: ImportMapping) -> [EventKind] {
    let properties = kinds.properties.compactMap { attribute, column -> (name: [UInt8], column: TextColumn)? in
      guard case .text(let text) = column else { return nil }
      var name: [UInt8] = []
      name.appendJSON((mapping.attribute(of: attribute.name) ?? attribute.name).utf8)
      return (name + [UInt8(ascii: ":")], text)
    }
    return (0..<kinds.count).map { kind in
      var json: [UInt8] = []
      for (name, column) in properties {
        let code = column.codes[kind]
        if column.isMissing[Int(code)] { continue }
        json.append(json.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
        json.append(contentsOf: name)
        json.appendJSON(column.pool.text(code).utf8)
      }
      if !json.isEmpty { json.append(UInt8(ascii: "}")) }
      return EventKind(kinds.name(kind), properties: String(decoding: json, as: UTF8.self))
    }
  }
}
