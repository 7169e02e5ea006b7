import GRDBSQLite
import SQLiteStore
import Store

/// Writes through the store.
struct StoreWriter: BatchWriter {
  let store: SQLiteStore
  /// Whether messages, identities and kinds are looked up first.
  let looksUp: Bool

  func write(_ batch: Workload.Batch) async throws {
    try await store.write { [looksUp] ledger in
      var head = try ledger.head()
      if looksUp {
        let known = try ledger.messages(batch.messages.map(\.id))
        let leads = try ledger.leads(of: batch.identities)
        for kind in batch.kinds { _ = try ledger.numberAdding(kind) }
        precondition(known.isEmpty && !leads.isEmpty)
      }
      try ledger.insert(events: batch.events)
      try ledger.insert(messages: batch.messages)
      try ledger.put(scores: batch.scores)
      try ledger.insert(history: batch.history)
      head.commit += 1
      head.number += Int64(batch.events.count)
      try ledger.append(Commit(number: head.commit, at: head.at, leads: batch.events.map(\.lead)), head: head)
    }
  }
}

/// Writes the same rows to the same tables with prepared statements of SQLite alone.
struct BareSQLite: BatchWriter {
  private let connection: OpaquePointer
  private let begin: OpaquePointer
  private let commit: OpaquePointer
  private let event: OpaquePointer
  private let message: OpaquePointer
  private let score: OpaquePointer
  private let history: OpaquePointer

  init(_ path: String, _ settings: SQLiteStore.Settings) throws {
    connection = try Self.open(path)
    for pragma in [
      "journal_mode = WAL", "synchronous = FULL", "cache_size = -\(settings.cacheBytes >> 10)",
      "mmap_size = \(settings.mapBytes)", "wal_autocheckpoint = \(settings.checkpointPages)",
    ] {
      guard sqlite3_exec(connection, "PRAGMA \(pragma)", nil, nil, nil) == SQLITE_OK else {
        throw StoreProblem(.other, "PRAGMA \(pragma) failed")
      }
    }
    begin = try Self.prepare(connection, "BEGIN IMMEDIATE")
    commit = try Self.prepare(connection, "COMMIT")
    event = try Self.prepare(connection, "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)")
    message = try Self.prepare(connection, "INSERT INTO messages VALUES (?, ?, ?)")
    score = try Self.prepare(
      connection, "UPDATE scores SET day = ?, outcome = ?, score = ?, stage = ? WHERE model = ? AND lead = ?")
    history = try Self.prepare(connection, "INSERT INTO history VALUES (NULL, NULL, ?, ?, ?, ?, ?, ?, ?)")
  }

  /// Runs a statement in a file.
  static func run(_ text: String, in path: String) throws {
    let connection = try open(path)
    defer { sqlite3_close(connection) }
    guard sqlite3_exec(connection, text, nil, nil, nil) == SQLITE_OK else {
      throw StoreProblem(.other, String(cString: sqlite3_errmsg(connection)))
    }
  }

  private static func open(_ path: String) throws -> OpaquePointer {
    var connection: OpaquePointer?
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let connection else {
      throw StoreProblem(.other, "cannot open \(path)")
    }
    return connection
  }

  private static func prepare(_ connection: OpaquePointer, _ text: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, text, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw StoreProblem(.other, String(cString: sqlite3_errmsg(connection)))
    }
    return statement
  }

  func write(_ batch: Workload.Batch) throws {
    try step(begin)
    for row in batch.events {
      try step(event, [row.lead.value, row.at, row.number, row.kind, Int64(row.label.rawValue), row.source])
    }
    for row in batch.messages { try step(message, [row.id, row.content, row.source]) }
    for row in batch.scores {
      sqlite3_bind_int64(score, 1, row.day)
      bind(score, 2, row.outcome)
      sqlite3_bind_int64(score, 3, row.score ?? 0)
      bind(score, 4, row.stage ?? "")
      sqlite3_bind_int64(score, 5, row.model)
      sqlite3_bind_int64(score, 6, row.lead.value)
      try step(score)
    }
    for row in batch.history {
      bind(history, 7, row.outcome)
      try step(
        history,
        [row.commit, row.model, row.lead.value, row.at, Int64(row.cause.kind.rawValue), row.cause.reference])
    }
    try step(commit)
  }

  private func bind(_ statement: OpaquePointer, _ place: Int32, _ text: String) {
    sqlite3_bind_text(statement, place, text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
  }

  private func step(_ statement: OpaquePointer, _ numbers: [Int64] = []) throws {
    for (index, number) in numbers.enumerated() { sqlite3_bind_int64(statement, Int32(index + 1), number) }
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw StoreProblem(.other, String(cString: sqlite3_errmsg(connection))) }
  }
}
