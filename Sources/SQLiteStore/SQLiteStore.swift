import GRDB
import Store

/// A store in one file, kept by SQLite.
///
///     let store = try SQLiteStore(path: "leadline.db")
///     let head = try await store.read { try $0.head() }
///
/// Any number of processes may use one file on one machine. Readers see the state of the last commit before they began
/// and hold up nobody; writers wait for each other. A commit is on the disk when `write` returns.
public final class SQLiteStore: Store {
  /// What may be done with the file.
  public enum Access: Sendable {
    /// Read and write; the file is made if it is not there, and brought up to date if it is older.
    case readWrite
    /// Only read a file that is there.
    case readOnly
  }

  /// How it is kept.
  public struct Settings: Sendable {
    /// The memory for pages that the writing connection holds, in bytes.
    public var cacheBytes = 64 << 20
    /// How much of the file is read through the memory map of the system, in bytes.
    public var mapBytes = 1 << 30
    /// From how many pages in the log on they are moved to their places in the file, in the background.
    public var checkpointPages = 16_384
    /// How long to wait for another writer, in seconds.
    public var busySeconds = 10.0
    /// The most bytes that the file may grow to; nil for no limit but the disk.
    public var maximumBytes: Int64?

    /// The settings that measured best (`Documentation/Decisions/0014-the-ledgers-layout.md`).
    public init() {}
  }

  /// Where the file is.
  public let path: String
  let database: any DatabaseWriter
  private let known = KnownNames()
  private let checkpointer: Checkpointer?

  /// Opens the ledger in a file.
  ///
  /// A new file can be read and written by its owner only. A file that is no ledger, or that a newer program made, is left as it is.
  ///
  /// - Throws: `StoreProblem`.
  public init(path: String, access: Access = .readWrite, settings: Settings = Settings()) throws {
    self.path = path
    do {
      switch access {
      case .readWrite:
        try LedgerFile.prepare(path)
        let pool = try LedgerFile.openPool(path, settings)
        database = pool
        checkpointer = try Checkpointer(
          path: path, writer: pool, threshold: settings.checkpointPages,
          configuration: LedgerFile.configuration(settings))
      case .readOnly:
        try LedgerFile.check(path)
        database = try LedgerFile.openReadOnly(path, settings)
        checkpointer = nil
      }
    } catch {
      throw StoreProblem.translating(error)
    }
  }

  /// Runs a reading transaction.
  public func read<T: Sendable>(_ work: @escaping @Sendable (any LedgerReading) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      database.asyncRead { [known] connection in
        continuation.resume(
          with: Result {
            do { return try work(SQLiteLedger(connection.get(), known: known)) } catch {
              throw StoreProblem.translating(error)
            }
          })
      }
    }
  }

  /// Runs a writing transaction. It goes on to its end even if the task that asked for it is cancelled.
  public func write<T: Sendable>(_ work: @escaping @Sendable (any LedgerWriting) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      database.asyncWriteWithoutTransaction { [known, checkpointer] connection in
        let result = Result { try Self.transaction(on: connection, known: known, work) }
        continuation.resume(with: result)
        checkpointer?.committed(on: connection)
      }
    }
  }

  /// Runs work in a transaction, and makes known what it added once it is committed.
  private static func transaction<T>(
    on connection: Database, known: KnownNames, _ work: (any LedgerWriting) throws -> T
  ) throws -> T {
    let ledger = SQLiteLedger(connection, known: known)
    var result: T?
    do {
      try connection.inTransaction(.immediate) {
        result = try work(ledger)
        return .commit
      }
    } catch {
      throw StoreProblem.translating(error)
    }
    known.add(kinds: ledger.kinds, attributes: ledger.attributes)
    guard let result else { throw StoreProblem(.other, "the transaction was not run") }
    return result
  }
}
