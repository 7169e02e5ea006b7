import GRDB
import Store

/// What is derived from the ledger: scores and their history, stages, crossings.
extension SQLiteLedger {
  func score(of lead: LeadNumber, model: Int64) throws -> ScoreRecord? {
    let select = try query(
      """
      SELECT model, lead, day, outcome, score, stage FROM scores
      WHERE model = ?1 AND lead = ?2 AND outcome IS NOT NULL
      """)
    select.bind(1, model)
    select.bind(2, lead.value)
    return try select.first(Self.score)
  }

  func forEachScore(model: Int64, _ body: (ScoreRecord) throws -> Void) throws {
    let select = try query(
      """
      SELECT model, lead, day, outcome, score, stage FROM scores
      WHERE model = ?1 AND outcome IS NOT NULL ORDER BY lead
      """)
    select.bind(1, model)
    try forEach(select, Self.score, body)
  }

  func ranking(model: Int64, stage: String?, after: (score: Int64, lead: LeadNumber)?, limit: Int) throws
    -> [ScoreRecord]
  {
    // Of all the rows SQLite keeps no more than a page while it goes through them.
    let tables =
      stage == nil ? "scores s" : "lifecycles l CROSS JOIN scores s ON l.stage = ?5 AND s.lead = l.lead"
    let select = try query(
      """
      SELECT s.model, s.lead, s.day, s.outcome, s.score, s.stage FROM \(tables)
      WHERE s.model = ?1 AND s.score IS NOT NULL
        AND (?2 IS NULL OR s.score < ?2 OR (s.score = ?2 AND s.lead > ?3))
      ORDER BY s.score DESC, s.lead LIMIT ?4
      """)
    select.bind(1, model)
    select.bind(2, after?.score)
    select.bind(3, after?.lead.value)
    select.bind(4, Int64(max(0, limit)))
    if let stage { try select.bind(5, stage) }
    return try select.rows(Self.score)
  }

  private static func score(_ row: Query) -> ScoreRecord {
    ScoreRecord(
      model: row.int(0), lead: LeadNumber(row.int(1)), day: row.int(2), outcome: row.text(3), score: row.optionalInt(4),
      stage: row.optionalText(5))
  }

  func history(of lead: LeadNumber, model: Int64, limit: Int) throws -> [ScoreChange] {
    let last = try query("SELECT history FROM scores WHERE model = ?1 AND lead = ?2")
    last.bind(1, model)
    last.bind(2, lead.value)
    var next = try last.first { $0.optionalInt(0) } ?? nil
    let select = try query(
      """
      SELECT previous, "commit", model, lead, at, cause_kind, cause, outcome FROM history WHERE number = ?1
      """)
    var changes: [ScoreChange] = []
    while let number = next, changes.count < limit {
      select.bind(1, number)
      let found = try select.first { row in
        next = row.optionalInt(0)
        return ScoreChange(
          commit: row.int(1), model: row.int(2), lead: LeadNumber(row.int(3)), at: row.int(4),
          cause: Cause(try row.value(5), row.int(6)), outcome: row.text(7))
      }
      guard let found else { throw StoreProblem(.damaged, "the history of lead \(lead.value) breaks off") }
      changes.append(found)
    }
    return changes
  }

  func lifecycle(of lead: LeadNumber) throws -> LifecycleRecord? {
    let select = try query("SELECT lead, stage, since, leaving_since FROM lifecycles WHERE lead = ?1")
    select.bind(1, lead.value)
    return try select.first(Self.lifecycle)
  }

  func forEachLifecycle(_ body: (LifecycleRecord) throws -> Void) throws {
    let select = try query("SELECT lead, stage, since, leaving_since FROM lifecycles ORDER BY lead")
    try forEach(select, Self.lifecycle, body)
  }

  private static func lifecycle(_ row: Query) -> LifecycleRecord {
    LifecycleRecord(
      lead: LeadNumber(row.int(0)), stage: row.optionalText(1), since: row.int(2), leavingSince: row.optionalInt(3))
  }

  func crossings(of lead: LeadNumber, limit: Int) throws -> [Crossing] {
    let select = try query(Self.crossings + " WHERE lead = ?1 ORDER BY number DESC LIMIT ?2")
    select.bind(1, lead.value)
    select.bind(2, Int64(max(0, limit)))
    return try select.rows(Self.crossing)
  }

  func crossings(after number: Int64, limit: Int) throws -> [Crossing] {
    let select = try query(Self.crossings + " WHERE number > ?1 ORDER BY number LIMIT ?2")
    select.bind(1, number)
    select.bind(2, Int64(max(0, limit)))
    return try select.rows(Self.crossing)
  }

  private static let crossings =
    "SELECT number, model, lead, at, what, \"from\", \"to\", is_up, cause_kind, cause FROM crossings"

  private static func crossing(_ row: Query) throws -> Crossing {
    Crossing(
      number: row.int(0), model: row.int(1), lead: LeadNumber(row.int(2)), at: row.int(3), what: row.text(4),
      from: row.optionalText(5), to: row.optionalText(6), isUp: row.int(7) != 0,
      cause: Cause(try row.value(8), row.int(9)))
  }
}
