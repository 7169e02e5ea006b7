import GRDB
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Putting a copy in the place of a ledger.
extension SQLiteStore {
  /// Makes a ledger from a copy in the place of one that is there.
  ///
  /// The copy is checked and copied first, beside the old ledger, which keeps its name until then; should anything fail,
  /// it has it still, or again.
  ///
  /// - Throws: `StoreProblem`: the copy cannot be used, or somebody works on the old ledger (`busy`).
  public static func restore(_ copy: String, replacing path: String) async throws -> LedgerSummary {
    let fresh = path + ".restoring"
    for end in ["", "-wal", "-shm"] { _ = unlink(fresh + end) }
    defer { for end in ["", "-wal", "-shm"] { _ = unlink(fresh + end) } }
    let summary = try await restore(copy, to: fresh)
    let old = path + ".replaced"
    let guarding = try exclusive(path)
    guard rename(path, old) == 0 else { throw LedgerFile.failure(path) }
    // What is left of an old log would be taken for the new ledger's.
    for end in ["-wal", "-shm"] where rename(path + end, old + end) != 0 && errno != ENOENT {
      let failure = LedgerFile.failure(path + end)
      _ = rename(old, path)
      throw failure
    }
    guard link(fresh, path) == 0 else {
      let failure = LedgerFile.failure(path)
      for end in ["", "-wal", "-shm"] { _ = rename(old + end, path + end) }
      throw failure
    }
    try? guarding?.close()
    for end in ["", "-wal", "-shm"] { _ = unlink(old + end) }
    return summary
  }

  /// Holds a ledger that nobody else has open, all of it in its file; nil if it is too damaged to be held.
  private static func exclusive(_ path: String) throws -> DatabaseQueue? {
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        // Leaving the log needs the file for oneself: whoever has it open, reading or not, is in the way.
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
        // In this mode the lock is kept when the transaction has ended.
        try database.execute(sql: "BEGIN EXCLUSIVE; COMMIT")
      }
      return queue
    } catch let error as DatabaseError {
      let problem = StoreProblem(code: error.extendedResultCode.rawValue, message: error.message)
      switch problem.kind {
      case .damaged: return nil
      case .busy: throw StoreProblem(.busy, "\(path) is in use: stop the server, and whatever else works on it, first")
      default: throw problem
      }
    }
  }
}
