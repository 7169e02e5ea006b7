import Foundation
import SQLiteStore
import Store
import StoreTesting
import Testing

/// Copies of ledgers.
@Suite struct BackupTests {
  @Test func aCopyHoldsEverythingAndIsOneFileOfItsOwner() async throws {
    try await withLedgerPath { path in
      let before = try await SQLiteFileTests.filled(path)
      let store = try SQLiteStore(path: path)
      let copy = path + ".backup"
      let summary = try await store.backup(to: copy)
      let counted = try await store.summary()
      #expect(summary.head == counted.head && summary.events == counted.events && summary.leads == counted.leads)
      #expect(summary.events > 0 && summary.leads > 0 && summary.bytes > 0)
      let directory = URL(filePath: path).deletingLastPathComponent()
      let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
      #expect(names == ["ledger.db", "ledger.db-shm", "ledger.db-wal", "ledger.db.backup"])
      #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
      let restored = path + ".restored"
      #expect(try await SQLiteStore.restore(copy, to: restored).head == summary.head)
      #expect(try await SQLiteStore(path: restored).read { try LedgerDump.lines(of: $0) } == before)
    }
  }

  @Test func aCopyIsOfOneStateWhileOthersWrite() async throws {
    try await withLedgerPath { path in
      let store = try SQLiteStore(path: path)
      try await SQLiteFileTests.addEvents(1000, to: store)
      let writing = Task {
        var rounds = 0
        while !Task.isCancelled, rounds < 500 {
          try await SQLiteFileTests.addEvents(100, to: store)
          rounds += 1
        }
      }
      for round in 1...5 {
        let summary = try await store.backup(to: path + ".backup")
        #expect(summary.events == 900 + 100 * summary.head.commit, "round \(round)")
        #expect(summary.head.number == summary.events, "round \(round)")
      }
      writing.cancel()
      try await writing.value
    }
  }

  @Test func aLedgerIsNotRestoredOverAnother() async throws {
    try await withLedgerPath { path in
      let store = try SQLiteStore(path: path)
      try await SQLiteFileTests.addEvents(10, to: store)
      let copy = path + ".backup"
      _ = try await store.backup(to: copy)
      try await SQLiteFileTests.addEvents(10, to: store)
      await #expect(throws: StoreProblem.self) { _ = try await SQLiteStore.restore(copy, to: path) }
      #expect(try await SQLiteFileTests.eventCount(store) == 20)
      await #expect(throws: StoreProblem.self) { _ = try await SQLiteStore.restore(path + ".none", to: path + ".new") }
      #expect(!FileManager.default.fileExists(atPath: path + ".new"))
    }
  }

  @Test func aCopyThatCannotBeWrittenLeavesTheOldOne() async throws {
    try await withLedgerPath { path in
      let store = try SQLiteStore(path: path)
      let problem = await #expect(throws: StoreProblem.self) {
        _ = try await store.backup(to: path + "-none/ledger.backup")
      }
      #expect(problem?.message.contains("No such file") == true)
    }
  }
}
