import GRDB
import Store

/// What can be done to facts, and to what is derived from them.
extension SQLiteLedger: LedgerWriting {
  // MARK: Leads

  func insert(leads: [LeadRecord]) throws {
    let insert = try query("INSERT INTO leads (number, created_at, merged_into) VALUES (?1, ?2, ?3)")
    for lead in leads {
      insert.bind(1, lead.number.value)
      insert.bind(2, lead.createdAt)
      insert.bind(3, lead.mergedInto?.value)
      try insert.run()
    }
  }

  func setMerged(_ lead: LeadNumber, into other: LeadNumber?) throws {
    let update = try query("UPDATE leads SET merged_into = ?2 WHERE number = ?1")
    update.bind(1, lead.value)
    update.bind(2, other?.value)
    try update.run()
    guard database.changesCount == 1 else { throw StoreProblem(.other, "there is no lead \(lead.value)") }
  }

  func insert(identities: [(identity: Identity, lead: LeadNumber, source: Int64)]) throws {
    let insert = try query("INSERT INTO identities (kind, value, lead, source) VALUES (?1, ?2, ?3, ?4)")
    for (identity, lead, source) in identities {
      insert.bind(1, Int64(identity.kind.rawValue))
      try insert.bind(2, identity.value)
      insert.bind(3, lead.value)
      insert.bind(4, source)
      try insert.run()
    }
  }

  // MARK: Facts

  func numberAdding(_ kind: EventKind) throws -> Int64 { try kindNumberAdding(kind) }

  func insert(events: [EventRecord]) throws {
    let insert = try query(
      "INSERT INTO events (lead, at, number, kind, label, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    for event in events {
      insert.bind(1, event.lead.value)
      insert.bind(2, event.at)
      insert.bind(3, event.number)
      insert.bind(4, event.kind)
      insert.bind(5, Int64(event.label.rawValue))
      insert.bind(6, event.source)
      try insert.run()
    }
  }

  func setLabel(of event: EventRecord, _ label: EventLabel) throws {
    let update = try query("UPDATE events SET label = ?4 WHERE lead = ?1 AND at = ?2 AND number = ?3")
    update.bind(1, event.lead.value)
    update.bind(2, event.at)
    update.bind(3, event.number)
    update.bind(4, Int64(label.rawValue))
    try update.run()
    guard database.changesCount == 1 else { throw StoreProblem(.other, "there is no event \(event.number)") }
  }

  func insert(changes: [AttributeChange]) throws {
    let insert = try query(
      "INSERT INTO changes (lead, attribute, at, number, value, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    for change in changes {
      insert.bind(1, change.lead.value)
      insert.bind(2, try attributeNumberAdding(change.attribute))
      insert.bind(3, change.at)
      insert.bind(4, change.number)
      try insert.bind(5, change.value)
      insert.bind(6, change.source)
      try insert.run()
    }
  }

  func insert(outcomes: [OutcomeRecord]) throws {
    let insert = try query(
      "INSERT INTO outcomes (lead, at, number, outcome, value, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    for outcome in outcomes {
      insert.bind(1, outcome.lead.value)
      insert.bind(2, outcome.at)
      insert.bind(3, outcome.number)
      try insert.bind(4, outcome.outcome)
      insert.bind(5, outcome.value)
      insert.bind(6, outcome.source)
      try insert.run()
    }
  }

  func insert(messages: [MessageKey]) throws {
    let insert = try query("INSERT INTO messages (id, content, source) VALUES (?1, ?2, ?3)")
    for message in messages {
      insert.bind(1, message.id)
      insert.bind(2, message.content)
      insert.bind(3, message.source)
      try insert.run()
    }
  }

  func removeFacts(ofSource source: Int64) throws -> [LeadNumber] {
    var touched: Set<LeadNumber> = []
    for table in ["events", "changes", "outcomes", "identities"] {
      let select = try query("SELECT DISTINCT lead FROM \(table) WHERE source = ?1")
      select.bind(1, source)
      touched.formUnion(try select.rows { LeadNumber($0.int(0)) })
    }
    for table in ["events", "changes", "outcomes", "identities", "messages"] {
      let delete = try query("DELETE FROM \(table) WHERE source = ?1")
      delete.bind(1, source)
      try delete.run()
    }
    return touched.sorted()
  }

  func append(_ commit: Commit, head: LedgerHead) throws {
    try self.head().checkNext(commit, head: head)
    let insert = try query("INSERT INTO commits (number, at, leads) VALUES (?1, ?2, ?3)")
    insert.bind(1, commit.number)
    insert.bind(2, commit.at)
    try insert.bind(3, commit.leads.map { LeadList.bytes(of: $0) })
    try insert.run()
    let update = try query("UPDATE head SET \"commit\" = ?1, at = ?2, number = ?3, lead = ?4")
    update.bind(1, head.commit)
    update.bind(2, head.at)
    update.bind(3, head.number)
    update.bind(4, head.lead)
    try update.run()
  }

  // MARK: What is derived

  func put(scores: [ScoreRecord]) throws {
    let insert = try query(
      """
      INSERT INTO scores (model, lead, day, outcome, score, stage) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (model, lead) DO UPDATE
      SET day = excluded.day, outcome = excluded.outcome, score = excluded.score, stage = excluded.stage
      """)
    for score in scores {
      insert.bind(1, score.model)
      insert.bind(2, score.lead.value)
      insert.bind(3, score.day)
      try insert.bind(4, score.outcome)
      insert.bind(5, score.score)
      try insert.bind(6, score.stage)
      try insert.run()
    }
  }

  func removeScores(model: Int64) throws {
    // Rows at which a history ends stay, without scores.
    let delete = try query("DELETE FROM scores WHERE model = ?1 AND history IS NULL")
    delete.bind(1, model)
    try delete.run()
    let update = try query(
      """
      UPDATE scores SET day = 0, outcome = NULL, score = NULL, stage = NULL WHERE model = ?1 AND outcome IS NOT NULL
      """)
    update.bind(1, model)
    try update.run()
  }

  func insert(history: [ScoreChange]) throws {
    let last = try query("SELECT history FROM scores WHERE model = ?1 AND lead = ?2")
    let insert = try query(
      """
      INSERT INTO history (previous, "commit", model, lead, at, cause_kind, cause, outcome)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """)
    let link = try query(
      """
      INSERT INTO scores (model, lead, day, history) VALUES (?1, ?2, 0, ?3)
      ON CONFLICT (model, lead) DO UPDATE SET history = excluded.history
      """)
    for change in history {
      last.bind(1, change.model)
      last.bind(2, change.lead.value)
      insert.bind(1, try last.first { $0.optionalInt(0) } ?? nil)
      insert.bind(2, change.commit)
      insert.bind(3, change.model)
      insert.bind(4, change.lead.value)
      insert.bind(5, change.at)
      insert.bind(6, Int64(change.cause.kind.rawValue))
      insert.bind(7, change.cause.reference)
      try insert.bind(8, change.outcome)
      try insert.run()
      link.bind(1, change.model)
      link.bind(2, change.lead.value)
      link.bind(3, database.lastInsertedRowID)
      try link.run()
    }
  }

  func put(lifecycles: [LifecycleRecord]) throws {
    let insert = try query(
      """
      INSERT INTO lifecycles (lead, stage, since, leaving_since) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (lead) DO UPDATE
      SET stage = excluded.stage, since = excluded.since, leaving_since = excluded.leaving_since
      """)
    for record in lifecycles {
      insert.bind(1, record.lead.value)
      try insert.bind(2, record.stage)
      insert.bind(3, record.since)
      insert.bind(4, record.leavingSince)
      try insert.run()
    }
  }

  func insert(crossings: [Crossing]) throws {
    let insert = try query(
      """
      INSERT INTO crossings (number, model, lead, at, what, "from", "to", is_up, cause_kind, cause)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """)
    for crossing in crossings {
      insert.bind(1, crossing.number)
      insert.bind(2, crossing.model)
      insert.bind(3, crossing.lead.value)
      insert.bind(4, crossing.at)
      try insert.bind(5, crossing.what)
      try insert.bind(6, crossing.from)
      try insert.bind(7, crossing.to)
      insert.bind(8, crossing.isUp ? 1 : Int64(0))
      insert.bind(9, Int64(crossing.cause.kind.rawValue))
      insert.bind(10, crossing.cause.reference)
      try insert.run()
    }
  }
}
