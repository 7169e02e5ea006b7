import GRDB
import Store

/// What can be done to deliveries, models, keys and jobs.
extension SQLiteLedger {
  func put(subscription: Subscription) throws -> Int64 {
    try put(
      into: "subscriptions",
      ["name", "channel", "target", "condition", "secret", "hourly_limit", "is_active"], number: subscription.number
    ) { row in
      try row.bind(2, subscription.name)
      try row.bind(3, subscription.channel)
      try row.bind(4, subscription.target)
      try row.bind(5, subscription.condition)
      try row.bind(6, subscription.secret)
      row.bind(7, Int64(subscription.hourlyLimit))
      row.bind(8, subscription.isActive ? 1 : Int64(0))
    }
  }

  func insert(deliveries: [Delivery]) throws {
    let insert = try query(
      """
      INSERT INTO deliveries
        (subscription, crossing, lead, payload, state, attempts, not_before, tried_at, problem)
      VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """)
    for delivery in deliveries {
      try bind(delivery, to: insert)
      try insert.run()
    }
  }

  func update(delivery: Delivery) throws {
    let update = try query(
      """
      UPDATE deliveries SET subscription = ?2, crossing = ?3, lead = ?4, payload = ?5, state = ?6, attempts = ?7,
        not_before = ?8, tried_at = ?9, problem = ?10
      WHERE number = ?1
      """)
    update.bind(1, delivery.number)
    try bind(delivery, to: update)
    try update.run()
    guard database.changesCount == 1 else { throw StoreProblem(.other, "there is no delivery \(delivery.number)") }
  }

  private func bind(_ delivery: Delivery, to query: Query) throws {
    query.bind(2, delivery.subscription)
    query.bind(3, delivery.crossing)
    query.bind(4, delivery.lead.value)
    try query.bind(5, delivery.payload)
    query.bind(6, Int64(delivery.state.rawValue))
    query.bind(7, Int64(delivery.attempts))
    query.bind(8, delivery.notBefore)
    query.bind(9, delivery.triedAt)
    try query.bind(10, delivery.problem)
  }

  // MARK: Models, keys, jobs

  func put(model: ModelVersion) throws -> Int64 {
    try put(
      into: "models", ["text", "version", "status", "author", "created_at", "published_at", "note"],
      number: model.number
    ) { row in
      try row.bind(2, model.text)
      try row.bind(3, model.version)
      row.bind(4, Int64(model.status.rawValue))
      try row.bind(5, model.author)
      row.bind(6, model.createdAt)
      row.bind(7, model.publishedAt)
      try row.bind(8, model.note)
    }
  }

  func put(learnedFile: LearnedFileRecord) throws -> Int64 {
    try put(
      into: "learned_files", ["name", "created_at", "is_published", "note", "bytes"], number: learnedFile.number
    ) { row in
      try row.bind(2, learnedFile.name)
      row.bind(3, learnedFile.createdAt)
      row.bind(4, learnedFile.isPublished ? 1 : Int64(0))
      try row.bind(5, learnedFile.note)
      try row.bind(6, learnedFile.bytes)
    }
  }

  func put(key: AccessKey) throws -> Int64 {
    try put(into: "keys", ["name", "scope", "digest", "prefix", "created_at", "revoked_at"], number: key.number) {
      row in
      try row.bind(2, key.name)
      try row.bind(3, key.scope.rawValue)
      try row.bind(4, key.digest)
      try row.bind(5, key.prefix)
      row.bind(6, key.createdAt)
      row.bind(7, key.revokedAt)
    }
  }

  func put(job: Job) throws -> Int64 {
    try put(into: "jobs", ["kind", "subject", "state", "result", "created_at", "ended_at"], number: job.number) { row in
      try row.bind(2, job.kind)
      try row.bind(3, job.subject)
      try row.bind(4, job.state)
      try row.bind(5, job.result)
      row.bind(6, job.createdAt)
      row.bind(7, job.endedAt)
    }
  }

  func insert(audit: AuditEntry) throws {
    let insert = try query("INSERT INTO audit (at, actor, action, detail) VALUES (?1, ?2, ?3, ?4)")
    insert.bind(1, audit.at)
    try insert.bind(2, audit.actor)
    try insert.bind(3, audit.action)
    try insert.bind(4, audit.detail)
    try insert.run()
  }

  func set(setting: String, _ value: String?) throws {
    let change = try query(
      value == nil
        ? "DELETE FROM settings WHERE name = ?1"
        : "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
    try change.bind(1, setting)
    if let value { try change.bind(2, value) }
    try change.run()
  }

  /// Adds a row (number 0) under the next number, or replaces the one of its number. The closure binds the columns from 2 on.
  private func put(
    into table: String, _ columns: [String], number: Int64, bind: (Query) throws -> Void
  ) throws -> Int64 {
    let places = columns.indices.map { "?\($0 + 2)" }.joined(separator: ", ")
    let updates = columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let insert = try query(
      """
      INSERT INTO \(table) (number, \(columns.joined(separator: ", "))) VALUES (?1, \(places))
      ON CONFLICT (number) DO UPDATE SET \(updates)
      """)
    insert.bind(1, number == 0 ? nil : number)
    try bind(insert)
    try insert.run()
    return number == 0 ? database.lastInsertedRowID : number
  }
}
