import GRDB
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file of a ledger: made, recognised, opened.
enum LedgerFile {
  /// What SQLite's `application_id` says of a ledger: "Lead".
  static let applicationID: Int32 = 0x4c65_6164

  /// The migrations, in order.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerV1()
    return migrator
  }

  // MARK: Making and recognising

  /// Makes a file that is not there, and refuses one that is something else.
  static func prepare(_ path: String) throws {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 {
      close(file)
    } else if errno != EEXIST || access(path, W_OK) != 0 {
      // SQLite would only say that it cannot open the file.
      throw failure(path)
    }
    if size(of: path) == 0 { try mark(path) }
    try check(path)
  }

  /// Writes into an empty file that it is a ledger, before anything else is in it.
  private static func mark(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
    try queue.close()
  }

  /// Refuses a file that is no ledger.
  static func check(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    // A file that died while it was made is put right by SQLite from its journal.
    if access(path + "-journal", F_OK) == 0 { return }
    guard pread(file, &header, 100, 0) == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoreProblem(.damaged, "\(path) is not a ledger, and no database of SQLite")
    }
    guard header[68..<72].reduce(0, { $0 << 8 | Int32($1) }) == applicationID else {
      throw StoreProblem(.damaged, "\(path) is a database of another program, not a ledger")
    }
  }

  private static func size(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// What the system says of a file that it does not open.
  static func failure(_ path: String) -> StoreProblem {
    let code = errno
    let kind: StoreProblem.Kind =
      switch code {
      case EACCES, EPERM, EROFS: .readOnly
      case ENOSPC, EDQUOT: .full
      default: .other
      }
    return StoreProblem(kind, "\(path): \(String(cString: strerror(code)))")
  }

  // MARK: Opening

  /// Opens a ledger for reading and writing, and brings its layout up to date.
  static func openPool(_ path: String, _ settings: SQLiteStore.Settings) throws -> DatabasePool {
    let pool = try DatabasePool(path: path, configuration: configuration(settings))
    try pool.writeWithoutTransaction { database in
      // GRDB turns to NORMAL when it turns to the write-ahead log. The checkpointer moves pages long before SQLite does.
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA cache_size = -\(settings.cacheBytes >> 10);
          PRAGMA wal_autocheckpoint = \(settings.checkpointPages * 8);
          """)
      if let maximum = settings.maximumBytes {
        let pageSize = try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 4096
        try database.execute(sql: "PRAGMA max_page_count = \(max(1, maximum / pageSize))")
      }
    }
    try checkVersion(pool, path)
    do {
      try migrator.migrate(pool)
    } catch {
      // Another process may have been faster.
      guard try pool.read(migrator.hasCompletedMigrations) else { throw error }
    }
    return pool
  }

  /// Opens a ledger for reading alone.
  static func openReadOnly(_ path: String, _ settings: SQLiteStore.Settings) throws -> DatabaseQueue {
    var configuration = configuration(settings)
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try checkVersion(queue, path)
    guard try queue.read(migrator.hasCompletedMigrations) else {
      throw StoreProblem(
        .other, "\(path) was made by an older program; open it for writing once to bring it up to date")
    }
    return queue
  }

  static func configuration(_ settings: SQLiteStore.Settings) -> GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.label = "ledger"
    configuration.busyMode = .timeout(settings.busySeconds)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = \(settings.mapBytes)")
    }
    return configuration
  }

  private static func checkVersion(_ reader: some DatabaseReader, _ path: String) throws {
    guard try !reader.read(migrator.hasBeenSuperseded) else {
      throw StoreProblem(.newer, "\(path) was made by a newer version of Leadline")
    }
  }
}
