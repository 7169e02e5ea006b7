import GRDB
import Store

/// What is known of leads, as it can be read.
extension SQLiteLedger: LedgerReading {
  // MARK: Where the ledger stands

  func head() throws -> LedgerHead {
    let head = try query("SELECT \"commit\", at, number, lead FROM head").first { row in
      var head = LedgerHead()
      head.commit = row.int(0)
      head.at = row.int(1)
      head.number = row.int(2)
      head.lead = row.int(3)
      return head
    }
    guard let head else { throw StoreProblem(.damaged, "the ledger has lost its head") }
    return head
  }

  func commits(after number: Int64, limit: Int) throws -> [Commit] {
    let select = try query("SELECT number, at, leads FROM commits WHERE number > ?1 ORDER BY number LIMIT ?2")
    select.bind(1, number)
    select.bind(2, Int64(max(0, limit)))
    return try select.rows { row in
      var leads: [LeadNumber]?
      if let bytes = row.optionalBytes(2) {
        leads = LeadList.leads(from: bytes)
        if leads == nil { throw StoreProblem(.damaged, "commit \(row.int(0)) does not say which leads it touched") }
      }
      return Commit(number: row.int(0), at: row.int(1), leads: leads)
    }
  }

  // MARK: Leads

  func leads(of identities: [Identity]) throws -> [Identity: LeadNumber] {
    let select = try query("SELECT lead FROM identities WHERE kind = ?1 AND value = ?2")
    var found: [Identity: LeadNumber] = [:]
    for identity in identities {
      select.bind(1, Int64(identity.kind.rawValue))
      try select.bind(2, identity.value)
      if let lead = try select.first({ LeadNumber($0.int(0)) }) { found[identity] = lead }
    }
    return found
  }

  func identities(of lead: LeadNumber) throws -> [Identity] {
    let select = try query("SELECT kind, value FROM identities WHERE lead = ?1 ORDER BY kind, value")
    select.bind(1, lead.value)
    return try select.rows { try Identity($0.value(0), $0.text(1)) }
  }

  func lead(_ number: LeadNumber) throws -> LeadRecord? {
    let select = try query("SELECT number, created_at, merged_into FROM leads WHERE number = ?1")
    select.bind(1, number.value)
    return try select.first(Self.lead)
  }

  func merged(into lead: LeadNumber) throws -> [LeadNumber] {
    let select = try query("SELECT number FROM leads WHERE merged_into = ?1 ORDER BY number")
    select.bind(1, lead.value)
    return try select.rows { LeadNumber($0.int(0)) }
  }

  func forEachLead(_ body: (LeadRecord) throws -> Void) throws {
    try forEach(query("SELECT number, created_at, merged_into FROM leads ORDER BY number"), Self.lead, body)
  }

  func forEachIdentity(_ kind: Identity.Kind, _ body: (String, LeadNumber) throws -> Void) throws {
    let select = try query("SELECT value, lead FROM identities WHERE kind = ?1")
    select.bind(1, Int64(kind.rawValue))
    defer { select.reset() }
    while try select.step() { try body(select.text(0), LeadNumber(select.int(1))) }
  }

  private static func lead(_ row: Query) -> LeadRecord {
    LeadRecord(
      LeadNumber(row.int(0)), createdAt: row.int(1), mergedInto: row.optionalInt(2).map { LeadNumber($0) })
  }

  // MARK: Events

  func events(of lead: LeadNumber) throws -> [EventRecord] {
    let select = try query(
      "SELECT lead, at, number, kind, label, source FROM events WHERE lead = ?1 ORDER BY at, number")
    select.bind(1, lead.value)
    return try select.rows(Self.event)
  }

  func events(of lead: LeadNumber, from: Int64, through: Int64) throws -> [EventRecord] {
    let select = try query(
      """
      SELECT lead, at, number, kind, label, source FROM events WHERE lead = ?1 AND at BETWEEN ?2 AND ?3 ORDER BY at, number
      """)
    select.bind(1, lead.value)
    select.bind(2, from)
    select.bind(3, through)
    return try select.rows(Self.event)
  }

  func forEachEvent(_ body: (EventRecord) throws -> Void) throws {
    let select = try query("SELECT lead, at, number, kind, label, source FROM events ORDER BY lead, at, number")
    try forEach(select, Self.event, body)
  }

  func kind(_ number: Int64) throws -> EventKind? {
    let select = try query("SELECT name, properties FROM kinds WHERE number = ?1")
    select.bind(1, number)
    return try select.first { EventKind($0.text(0), properties: $0.text(1)) }
  }

  func number(of kind: EventKind) throws -> Int64? {
    let select = try query("SELECT number FROM kinds WHERE digest = ?1 AND name = ?2 AND properties = ?3")
    select.bind(1, digest(of: kind))
    try select.bind(2, kind.name)
    try select.bind(3, kind.properties)
    return try select.first { $0.int(0) }
  }

  func forEachKind(after number: Int64, _ body: (Int64, EventKind) throws -> Void) throws {
    let select = try query("SELECT number, name, properties FROM kinds WHERE number > ?1 ORDER BY number")
    select.bind(1, number)
    defer { select.reset() }
    while try select.step() { try body(select.int(0), EventKind(select.text(1), properties: select.text(2))) }
  }

  private static func event(_ row: Query) throws -> EventRecord {
    EventRecord(
      lead: LeadNumber(row.int(0)), at: row.int(1), number: row.int(2), kind: row.int(3), label: try row.value(4),
      source: row.int(5))
  }

  // MARK: Changes, outcomes, messages

  func changes(of lead: LeadNumber) throws -> [AttributeChange] {
    let select = try query(
      "SELECT lead, attribute, at, number, value, source FROM changes WHERE lead = ?1 ORDER BY attribute, at, number")
    select.bind(1, lead.value)
    return try select.rows(change)
  }

  func forEachChange(_ body: (AttributeChange) throws -> Void) throws {
    let select = try query(
      "SELECT lead, attribute, at, number, value, source FROM changes ORDER BY lead, attribute, at, number")
    try forEach(select, change, body)
  }

  private func change(_ row: Query) throws -> AttributeChange {
    AttributeChange(
      lead: LeadNumber(row.int(0)), attribute: try attributeName(row.int(1)), at: row.int(2), number: row.int(3),
      value: row.optionalText(4), source: row.int(5))
  }

  func outcomes(of lead: LeadNumber) throws -> [OutcomeRecord] {
    let select = try query(
      "SELECT lead, at, number, outcome, value, source FROM outcomes WHERE lead = ?1 ORDER BY at, number")
    select.bind(1, lead.value)
    return try select.rows(Self.outcome)
  }

  func forEachOutcome(_ body: (OutcomeRecord) throws -> Void) throws {
    let select = try query("SELECT lead, at, number, outcome, value, source FROM outcomes ORDER BY lead, at, number")
    try forEach(select, Self.outcome, body)
  }

  private static func outcome(_ row: Query) -> OutcomeRecord {
    OutcomeRecord(
      lead: LeadNumber(row.int(0)), at: row.int(1), number: row.int(2), outcome: row.text(3),
      value: row.optionalDouble(4), source: row.int(5))
  }

  func messages(_ ids: [Int64]) throws -> [Int64: Int64] {
    let select = try query("SELECT content FROM messages WHERE id = ?1")
    var found: [Int64: Int64] = [:]
    for id in ids {
      select.bind(1, id)
      if let content = try select.first({ $0.int(0) }) { found[id] = content }
    }
    return found
  }

  // MARK: Rows one by one

  /// Hands the rows of a statement to a closure, one by one.
  func forEach<Row>(_ query: Query, _ row: (Query) throws -> Row, _ body: (Row) throws -> Void) throws {
    defer { query.reset() }
    while try query.step() { try body(row(query)) }
  }
}
