import GRDB
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Checking, copying and restoring a ledger.
extension SQLiteStore {
  /// What the ledger holds.
  public func summary() async throws -> LedgerSummary { try await inspect { try $0.summary() } }

  /// What is wrong with the file, in words; empty if nothing is.
  ///
  /// Reads the whole file once, beside others who read and write.
  ///
  /// - Parameter thorough: whether to compare indexes with tables, and facts with what they refer to, too: several times
  ///   the time.
  public func integrityProblems(thorough: Bool = false) async throws -> [String] {
    do {
      return try await inspect { try $0.problems(isThorough: thorough) }
    } catch let problem as StoreProblem where problem.kind == .damaged {
      return [problem.message]
    }
  }

  /// Copies the ledger as it is now to a file, while others go on to read and write.
  ///
  /// The copy is one file that its owner alone can read. It is checked and on the disk before it takes its name; a file that has
  /// the name is replaced.
  ///
  /// - Returns: what the copy holds.
  public func backup(to path: String) async throws -> LedgerSummary {
    try await inspect { try LedgerCopy.make(from: $0.database, at: path, replacing: true) }
  }

  /// What a ledger in a file holds, after checking it: what has to be known before it is restored.
  ///
  /// - Throws: `StoreProblem`: not a ledger, damaged, newer, or not there.
  public static func check(_ path: String) async throws -> LedgerSummary {
    let store = try SQLiteStore(path: path, access: .readOnly)
    let problems = try await store.integrityProblems()
    guard problems.isEmpty else {
      throw StoreProblem(.damaged, "\(path) is damaged: \(problems.prefix(3).joined(separator: "; "))")
    }
    return try await store.summary()
  }

  /// Makes a ledger from a copy. The copy is checked first, and stays as it is.
  ///
  /// - Throws: `StoreProblem`, if the copy cannot be used or there is something at the path already.
  public static func restore(_ copy: String, to path: String) async throws -> LedgerSummary {
    _ = try await check(copy)
    let store = try SQLiteStore(path: copy, access: .readOnly)
    let summary = try await store.inspect { try LedgerCopy.make(from: $0.database, at: path, replacing: false) }
    // Opened once, so that it is brought up to date now and not when somebody waits for it.
    _ = try SQLiteStore(path: path)
    return summary
  }

  /// Runs work in a reading transaction, with SQLite's own means.
  func inspect<T: Sendable>(_ work: @escaping @Sendable (SQLiteLedger) throws -> T) async throws -> T {
    try await read { ledger in
      guard let ledger = ledger as? SQLiteLedger else { throw StoreProblem(.other, "not a ledger of SQLite") }
      return try work(ledger)
    }
  }
}

/// A copy of a ledger in the making.
private enum LedgerCopy {
  /// Copies, checks and names a file.
  static func make(from source: Database, at path: String, replacing isReplacing: Bool) throws -> LedgerSummary {
    let partial = path + ".partial"
    _ = unlink(partial)
    let file = open(partial, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw LedgerFile.failure(partial) }
    defer {
      close(file)
      for end in ["", "-journal", "-wal", "-shm"] { _ = unlink(partial + end) }
    }
    try fill(partial, from: source)
    let summary = try checked(partial)
    guard fsync(file) == 0 else { throw LedgerFile.failure(partial) }
    if isReplacing {
      guard rename(partial, path) == 0 else { throw LedgerFile.failure(path) }
    } else {
      // Unlike a renaming, a link does not replace what is there.
      guard link(partial, path) == 0 else { throw LedgerFile.failure(path) }
    }
    try syncDirectory(of: path)
    return summary
  }

  /// Copies all pages, and leaves the copy without a log beside it.
  private static func fill(_ path: String, from source: Database) throws {
    let copy = try DatabaseQueue(path: path)
    try copy.writeWithoutTransaction { database in
      try source.backup(to: database)
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    try copy.close()
  }

  private static func checked(_ path: String) throws -> LedgerSummary {
    try LedgerFile.openReadOnly(path, SQLiteStore.Settings()).read { database in
      let ledger = SQLiteLedger(database, known: KnownNames())
      let problems = try ledger.problems(isThorough: false)
      guard problems.isEmpty else {
        throw StoreProblem(.damaged, "the ledger is damaged: \(problems.prefix(3).joined(separator: "; "))")
      }
      return try ledger.summary()
    }
  }

  private static func syncDirectory(of path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let directory = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    let handle = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw LedgerFile.failure(directory) }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw LedgerFile.failure(directory) }
  }
}
