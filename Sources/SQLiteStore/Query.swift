import GRDB
import GRDBSQLite
import Store

/// A prepared statement that is bound and stepped without anything in between.
///
///     let query = try Query(database, "SELECT at FROM events WHERE lead = ?1")
///     query.bind(1, lead.value)
///     while try query.step() { times.append(query.int(0)) }
///
/// GRDB prepares and keeps the statement; its rows and arguments, which cost more than SQLite's own work on a narrow row, are
/// left out. Whoever does not step to the end calls `reset()`, or the next use does.
struct Query {
  private let database: Database
  /// Keeps the handle alive.
  private let statement: Statement
  private let handle: SQLiteStatement

  /// A statement from the connection's cache, or a new one if that one is being stepped further up the stack.
  init(_ database: Database, _ text: String) throws {
    var statement = try database.cachedStatement(sql: text)
    if sqlite3_stmt_busy(statement.sqliteStatement) != 0 { statement = try database.makeStatement(sql: text) }
    self.database = database
    self.statement = statement
    handle = statement.sqliteStatement
    sqlite3_clear_bindings(handle)
  }

  // MARK: Binding, by position from 1

  /// Binds a number, or NULL.
  func bind(_ place: Int32, _ value: Int64?) {
    if let value { sqlite3_bind_int64(handle, place, value) } else { sqlite3_bind_null(handle, place) }
  }

  /// Binds a number, or NULL.
  func bind(_ place: Int32, _ value: Double?) {
    if let value { sqlite3_bind_double(handle, place, value) } else { sqlite3_bind_null(handle, place) }
  }

  /// Binds a text, which may have NUL in it, or NULL.
  func bind(_ place: Int32, _ value: String?) throws {
    guard var value else {
      sqlite3_bind_null(handle, place)
      return
    }
    let code = value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        if let start = characters.baseAddress {
          sqlite3_bind_text(handle, place, start, Int32(clamping: characters.count), Self.copied)
        } else {
          sqlite3_bind_text(handle, place, "", 0, Self.copied)
        }
      }
    }
    guard code == SQLITE_OK else { throw problem() }
  }

  /// Binds bytes, or NULL.
  func bind(_ place: Int32, _ value: [UInt8]?) throws {
    guard let value else {
      sqlite3_bind_null(handle, place)
      return
    }
    let code = value.withUnsafeBytes { bytes in
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, place, 0)
        : sqlite3_bind_blob(handle, place, bytes.baseAddress, Int32(clamping: bytes.count), Self.copied)
    }
    guard code == SQLITE_OK else { throw problem() }
  }

  /// Has SQLite copy what it is given: `SQLITE_TRANSIENT`, which Swift does not import.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  // MARK: Stepping

  /// Goes to the next row. Returns false at the end, ready to be bound anew.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default: throw problem()
    }
  }

  /// Runs a statement without rows, and leaves it ready to be bound anew.
  func run() throws {
    guard sqlite3_step(handle) == SQLITE_DONE else { throw problem() }
    sqlite3_reset(handle)
  }

  /// Gives up the rest of the rows.
  func reset() { sqlite3_reset(handle) }

  /// The rows that are left, each by a closure.
  func rows<Row>(_ row: (Query) throws -> Row) throws -> [Row] {
    defer { reset() }
    var rows: [Row] = []
    while try step() { rows.append(try row(self)) }
    return rows
  }

  /// The next row by a closure, or nil if there is none.
  func first<Row>(_ row: (Query) throws -> Row) throws -> Row? {
    defer { reset() }
    return try step() ? try row(self) : nil
  }

  /// What went wrong, after which the statement can be used again.
  private func problem() -> StoreProblem {
    let code = sqlite3_extended_errcode(database.sqliteConnection)
    let problem = StoreProblem(code: code, message: database.lastErrorMessage)
    sqlite3_reset(handle)
    return problem
  }

  // MARK: Columns, from 0

  /// Whether a column is NULL.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// A number.
  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// A number, or nil for NULL.
  func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }

  /// A number, or nil for NULL.
  func optionalDouble(_ column: Int32) -> Double? { isNull(column) ? nil : sqlite3_column_double(handle, column) }

  /// A text.
  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A text, or nil for NULL.
  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// Bytes, or nil for NULL.
  func optionalBytes(_ column: Int32) -> [UInt8]? {
    guard !isNull(column) else { return nil }
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  /// A value of an enumeration that is kept as a number.
  func value<Value: RawRepresentable<Int>>(_ column: Int32, as type: Value.Type = Value.self) throws -> Value {
    guard let value = Value(rawValue: Int(int(column))) else {
      throw StoreProblem(.damaged, "the ledger has an unknown \(Value.self) in it: \(int(column))")
    }
    return value
  }
}
