import GRDB

/// SQLite without the store, to do to a file what the store would not.
enum RawSQLite {
  static func run(_ path: String, _ text: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: text) }
    try queue.close()
  }
}
