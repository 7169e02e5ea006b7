import Foundation
import SQLiteStore
import Store
import StoreTesting
import Testing

/// The file of a ledger in good and bad days.
@Suite struct SQLiteFileTests {
  @Test func everythingIsThereAfterReopening() async throws {
    try await withLedgerPath { path in
      let before = try await Self.filled(path)
      #expect(try await SQLiteStore(path: path).read { try LedgerDump.lines(of: $0) } == before)
      #expect(before.count > 100)
      let readOnly = try SQLiteStore(path: path, access: .readOnly)
      #expect(try await readOnly.read { try LedgerDump.lines(of: $0) } == before)
    }
  }

  @Test func aNewFileIsItsOwnersAlone() async throws {
    try await withLedgerPath { path in
      let store = try SQLiteStore(path: path)
      try await store.write { try $0.set(setting: "a", "b") }
      for end in ["", "-wal", "-shm"] {
        let mode = try FileManager.default.attributesOfItem(atPath: path + end)[.posixPermissions] as? Int
        #expect(mode == 0o600, "\(end)")
      }
    }
  }

  @Test func twoStoresOfOneFileSeeEachOthersCommits() async throws {
    try await withLedgerPath { path in
      let (one, two) = (try SQLiteStore(path: path), try SQLiteStore(path: path))
      for round in 1...10 as ClosedRange<Int64> {
        let (writer, reader) = round % 2 == 0 ? (one, two) : (two, one)
        #expect(try await writer.write { try $0.numberAdding(EventKind("round \(round)")) } == round)
        #expect(try await reader.write { try $0.numberAdding(EventKind("round \(round)")) } == round)
        #expect(try await reader.read { try $0.kind(round) } == EventKind("round \(round)"))
      }
    }
  }

  @Test func whatIsNoLedgerIsRefusedAndLeftAsItIs() async throws {
    try await withLedgerPath { path in
      let text = Data("id,email\n1,ada@example.com\n".utf8)
      try text.write(to: URL(filePath: path))
      for access in [SQLiteStore.Access.readWrite, .readOnly] {
        let problem = #expect(throws: StoreProblem.self) { try SQLiteStore(path: path, access: access) }
        #expect(problem?.kind == .damaged)
        #expect(problem?.message.contains("is not a ledger") == true)
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == text)
    }
  }

  @Test func theDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() async throws {
    try await withLedgerPath { path in
      try RawSQLite.run(path, "CREATE TABLE t (a); INSERT INTO t VALUES (1);")
      let before = try Data(contentsOf: URL(filePath: path))
      let problem = #expect(throws: StoreProblem.self) { try SQLiteStore(path: path) }
      #expect(problem?.message.contains("another program") == true)
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  @Test func aLedgerOfANewerProgramIsRefused() async throws {
    try await withLedgerPath { path in
      _ = try await Self.filled(path)
      try RawSQLite.run(path, "INSERT INTO grdb_migrations VALUES ('V99+Future');")
      for access in [SQLiteStore.Access.readWrite, .readOnly] {
        let problem = #expect(throws: StoreProblem.self) { try SQLiteStore(path: path, access: access) }
        #expect(problem?.kind == .newer)
      }
    }
  }

  @Test func aFileThatIsNotThereIsNotMadeForReading() async throws {
    try await withLedgerPath { path in
      #expect(throws: StoreProblem.self) { try SQLiteStore(path: path, access: .readOnly) }
      #expect(!FileManager.default.fileExists(atPath: path))
      let problem = #expect(throws: StoreProblem.self) { try SQLiteStore(path: path + "/nowhere/ledger.db") }
      #expect(problem?.message.contains("No such file") == true)
    }
  }

  @Test func nothingIsWrittenToAStoreThatOnlyReads() async throws {
    try await withLedgerPath { path in
      _ = try await Self.filled(path)
      let store = try SQLiteStore(path: path, access: .readOnly)
      let problem = await #expect(throws: StoreProblem.self) { try await store.write { try $0.set(setting: "a", "b") } }
      #expect(problem?.kind == .readOnly)
    }
  }

  @Test func aFullDiskKeepsWhatWasCommittedAndGoesOnWhenThereIsRoom() async throws {
    try await withLedgerPath { path in
      var settings = SQLiteStore.Settings()
      settings.maximumBytes = 600_000
      let store = try SQLiteStore(path: path, settings: settings)
      var committed: Int64 = 0
      var problem: StoreProblem?
      while problem == nil, committed < 1000 {
        do {
          try await Self.addEvents(500, to: store)
          committed += 1
        } catch let thrown as StoreProblem {
          problem = thrown
        }
      }
      #expect(problem?.kind == .full)
      #expect(committed > 0 && committed < 1000)
      #expect(try await store.read { try $0.head().commit } == committed)
      #expect(try await Self.eventCount(store) == 500 * Int(committed))
      #expect(try await store.integrityProblems() == [])
      let roomy = try SQLiteStore(path: path)
      try await Self.addEvents(500, to: roomy)
      #expect(try await Self.eventCount(roomy) == 500 * Int(committed + 1))
    }
  }

  @Test func aLockedFileIsBusy() async throws {
    try await withLedgerPath { path in
      var settings = SQLiteStore.Settings()
      settings.busySeconds = 0.05
      let (one, two) = (try SQLiteStore(path: path), try SQLiteStore(path: path, settings: settings))
      let (started, finished) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      let holder = Task {
        try await one.write { ledger in
          try ledger.set(setting: "holder", "one")
          started.signal()
          finished.wait()
        }
      }
      await Self.wait(for: started)
      let problem = await #expect(throws: StoreProblem.self) { try await two.write { try $0.set(setting: "a", "b") } }
      #expect(problem?.kind == .busy)
      // Reading goes on meanwhile, in the state before.
      #expect(try await two.read { try $0.setting("holder") } == nil)
      finished.signal()
      try await holder.value
      #expect(try await two.read { try $0.setting("holder") } == "one")
    }
  }

  @Test(arguments: [4096, 40_960, 200_000]) func damageIsNoticed(place: Int) async throws {
    try await withLedgerPath { path in
      let store = try SQLiteStore(path: path)
      try await Self.addEvents(20_000, to: store)
      let copy = path + ".copy"
      _ = try await store.backup(to: copy)
      let handle = try FileHandle(forUpdating: URL(filePath: copy))
      try handle.seek(toOffset: UInt64(place))
      try handle.write(contentsOf: Data(repeating: 0xA5, count: 3000))
      try handle.close()
      let problem = await #expect(throws: StoreProblem.self) { _ = try await SQLiteStore.check(copy) }
      #expect(problem?.kind == .damaged)
    }
  }

  @Test func theLogIsMovedIntoTheFileInTheBackground() async throws {
    try await withLedgerPath { path in
      var settings = SQLiteStore.Settings()
      settings.checkpointPages = 20
      let store = try SQLiteStore(path: path, settings: settings)
      let before = try Self.size(path)
      // Some forty pages: more than the threshold, and less than that at which SQLite itself would act.
      try await Self.addEvents(5000, to: store)
      try await Self.addEvents(5, to: store)
      let deadline = ContinuousClock.now + .seconds(30)
      while try Self.size(path) <= before, ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(try Self.size(path) > before)
      #expect(try await Self.eventCount(store) == 5005)
      #expect(try await store.integrityProblems() == [])
    }
  }

  static func size(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  static func wait(for semaphore: DispatchSemaphore) async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        semaphore.wait()
        continuation.resume()
      }
    }
  }

  static func addEvents(_ count: Int64, to store: SQLiteStore) async throws {
    try await store.write { ledger in
      var head = try ledger.head()
      let kind = try ledger.numberAdding(EventKind("event"))
      try ledger.insert(
        events: (1...count).map {
          EventRecord(lead: LeadNumber($0 % 100 + 1), at: $0, number: head.number + $0, kind: kind)
        })
      head.number += count
      head.commit += 1
      try ledger.append(Commit(number: head.commit, at: 0, leads: nil), head: head)
    }
  }

  static func eventCount(_ store: SQLiteStore) async throws -> Int {
    try await store.read { ledger in
      var count = 0
      try ledger.forEachEvent { _ in count += 1 }
      return count
    }
  }

  /// Fills a ledger with a little of everything, and returns what can be read of it.
  static func filled(_ path: String) async throws -> [String] {
    let store = try SQLiteStore(path: path)
    try await RandomOperations(seed: 99, count: 120).compare(MemoryStore(), store)
    return try await store.read { try LedgerDump.lines(of: $0) }
  }
}
