import GRDB
import GRDBSQLite
import Store

extension StoreProblem {
  /// What a result code of SQLite means. SQLite's messages name tables and columns, never values.
  init(code: Int32, message: String?) {
    let kind: Kind =
      switch code & 0xff {
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_FULL: .full
      case SQLITE_READONLY, SQLITE_PERM: .readOnly
      case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
      default: .other
      }
    self.init(kind, message ?? "SQLite reports error \(code)")
  }

  /// An error as users of a store see it: those of SQLite translated, others as they are.
  static func translating(_ error: any Error) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    return StoreProblem(code: error.extendedResultCode.rawValue, message: error.message)
  }
}
