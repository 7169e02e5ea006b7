import GRDB
import GRDBSQLite
import Synchronization

/// Moves what was committed from the log to its places in the file, beside the writer instead of in its way.
///
/// SQLite would do that at the end of whichever transaction fills the log, which then takes a hundred times as long as the
/// others. Here another connection does most of it while transactions go on; what they added meanwhile is little, is moved
/// between two transactions, and lets the log begin anew.
final class Checkpointer: Sendable {
  private struct State {
    /// The pages that this process wrote since the last move began.
    var pages = 0
    var isRunning = false
  }

  private let threshold: Int
  private let writer: DatabasePool
  private let mover: DatabaseQueue
  private let state = Mutex(State())

  /// A checkpointer for a ledger.
  ///
  /// - Parameter threshold: the number of pages in the log from which they are moved.
  init(path: String, writer: DatabasePool, threshold: Int, configuration: GRDB.Configuration) throws {
    self.threshold = threshold
    self.writer = writer
    var configuration = configuration
    configuration.label = "ledger.checkpointer"
    mover = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Counts what the writing connection has written since it was asked last, and begins to move it if it is enough.
  func committed(on connection: Database) {
    var (written, highest): (CInt, CInt) = (0, 0)
    sqlite3_db_status(connection.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &written, &highest, 1)
    let begins = state.withLock { state in
      state.pages += Int(written)
      guard state.pages >= threshold, !state.isRunning else { return false }
      state.pages = 0
      state.isRunning = true
      return true
    }
    guard begins else { return }
    mover.asyncWriteWithoutTransaction { [self] connection in
      // Another process at the same work, or a failing disk: the next commits will ask again.
      _ = try? connection.checkpoint(.passive)
      writer.asyncWriteWithoutTransaction { [self] connection in
        _ = try? connection.checkpoint(.passive)
        state.withLock { $0.isRunning = false }
      }
    }
  }
}
