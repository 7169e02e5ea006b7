import GRDB
import Store

/// What has to be told, and who works with the ledger with what.
extension SQLiteLedger {
  func subscriptions() throws -> [Subscription] {
    try query(
      """
      SELECT number, name, channel, target, condition, secret, hourly_limit, is_active FROM subscriptions ORDER BY number
      """
    ).rows { row in
      Subscription(
        number: row.int(0), name: row.text(1), channel: row.text(2), target: row.text(3), condition: row.text(4),
        secret: row.text(5), hourlyLimit: Int(row.int(6)), isActive: row.int(7) != 0)
    }
  }

  func dueDeliveries(at moment: Int64, limit: Int, besides busy: Set<Int64>) throws -> [Delivery] {
    // The states are written out so that SQLite sees that the partial indexes hold all that is asked for.
    let select = try query(
      """
      \(Self.deliveries) AS d WHERE state = 0 AND not_before <= ?1
        AND subscription NOT IN (SELECT value FROM json_each(?3)) AND NOT EXISTS (
        SELECT 1 FROM deliveries AS e
        WHERE e.subscription = d.subscription AND e.lead = d.lead AND e.state IN (0, 3) AND e.number < d.number)
      ORDER BY number LIMIT ?2
      """)
    select.bind(1, moment)
    select.bind(2, Int64(max(0, limit)))
    try select.bind(3, "[\(busy.sorted().map(String.init).joined(separator: ","))]")
    return try select.rows(Self.delivery)
  }

  func delivery(_ number: Int64) throws -> Delivery? {
    let select = try query(Self.deliveries + " WHERE number = ?1")
    select.bind(1, number)
    return try select.first(Self.delivery)
  }

  func deliveries(_ state: Delivery.State, subscription: Int64?, limit: Int) throws -> [Delivery] {
    let ofSubscription = subscription == nil ? "" : " AND subscription = ?2"
    let select = try query(
      "\(Self.deliveries) WHERE state = \(state.rawValue)\(ofSubscription) ORDER BY number DESC LIMIT ?1")
    select.bind(1, Int64(max(0, limit)))
    if let subscription { select.bind(2, subscription) }
    return try select.rows(Self.delivery)
  }

  func deliveryCount(subscription: Int64, since moment: Int64) throws -> Int {
    let select = try query("SELECT count(*) FROM deliveries WHERE subscription = ?1 AND tried_at >= ?2")
    select.bind(1, subscription)
    select.bind(2, moment)
    return Int(try select.first { $0.int(0) } ?? 0)
  }

  private static let deliveries =
    """
    SELECT number, subscription, crossing, lead, payload, state, attempts, not_before, tried_at, problem FROM deliveries
    """

  private static func delivery(_ row: Query) throws -> Delivery {
    Delivery(
      number: row.int(0), subscription: row.int(1), crossing: row.int(2), lead: LeadNumber(row.int(3)),
      payload: row.text(4), state: try row.value(5), attempts: Int(row.int(6)), notBefore: row.int(7),
      triedAt: row.optionalInt(8), problem: row.text(9))
  }

  // MARK: Models, keys, jobs

  func models() throws -> [ModelVersion] {
    try query(
      "SELECT number, text, version, status, author, created_at, published_at, note FROM models ORDER BY number"
    ).rows { row in
      ModelVersion(
        number: row.int(0), text: row.text(1), version: row.text(2), status: try row.value(3), author: row.text(4),
        createdAt: row.int(5), publishedAt: row.optionalInt(6), note: row.text(7))
    }
  }

  func learnedFiles() throws -> [LearnedFileRecord] {
    try query("SELECT number, name, created_at, is_published, note, NULL FROM learned_files ORDER BY number")
      .rows(Self.learnedFile)
  }

  func learnedFile(_ number: Int64) throws -> LearnedFileRecord? {
    let select = try query(
      "SELECT number, name, created_at, is_published, note, bytes FROM learned_files WHERE number = ?1")
    select.bind(1, number)
    return try select.first(Self.learnedFile)
  }

  private static func learnedFile(_ row: Query) -> LearnedFileRecord {
    LearnedFileRecord(
      number: row.int(0), name: row.text(1), bytes: row.optionalBytes(5) ?? [], createdAt: row.int(2),
      isPublished: row.int(3) != 0, note: row.text(4))
  }

  func keys() throws -> [AccessKey] {
    try query("SELECT number, name, scope, digest, prefix, created_at, revoked_at FROM keys ORDER BY number").rows {
      row in
      guard let scope = Scope(rawValue: row.text(2)) else {
        throw StoreProblem(.damaged, "key \(row.int(0)) has an unknown scope")
      }
      return AccessKey(
        number: row.int(0), name: row.text(1), scope: scope, digest: row.text(3), prefix: row.text(4),
        createdAt: row.int(5), revokedAt: row.optionalInt(6))
    }
  }

  func jobs(limit: Int) throws -> [Job] {
    let select = try query(
      "SELECT number, kind, subject, state, result, created_at, ended_at FROM jobs ORDER BY number DESC LIMIT ?1")
    select.bind(1, Int64(max(0, limit)))
    return try select.rows { row in
      Job(
        number: row.int(0), kind: row.text(1), subject: row.text(2), state: row.text(3), result: row.text(4),
        createdAt: row.int(5), endedAt: row.optionalInt(6))
    }
  }

  func audit(limit: Int) throws -> [AuditEntry] {
    let select = try query("SELECT at, actor, action, detail FROM audit ORDER BY number DESC LIMIT ?1")
    select.bind(1, Int64(max(0, limit)))
    return try select.rows { AuditEntry(at: $0.int(0), actor: $0.text(1), action: $0.text(2), detail: $0.text(3)) }
  }

  func setting(_ name: String) throws -> String? {
    let select = try query("SELECT value FROM settings WHERE name = ?1")
    try select.bind(1, name)
    return try select.first { $0.text(0) }
  }
}
