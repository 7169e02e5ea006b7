import FoundationEssentials
import SQLiteStore
import Store
import StoreTesting
import Testing

/// Both stores do what every store has to do.
@Suite struct StoreTests {
  @Test(arguments: StoreSuite.cases) func memoryStore(testCase: StoreCase) async throws {
    try await testCase.run(on: MemoryStore())
  }

  @Test(arguments: StoreSuite.cases) func sqliteStore(testCase: StoreCase) async throws {
    try await withLedgerPath { path in try await testCase.run(on: SQLiteStore(path: path)) }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func bothSayTheSame(seed: UInt64) async throws {
    try await withLedgerPath { path in
      try await RandomOperations(seed: seed, count: 50).compare(MemoryStore(), SQLiteStore(path: path))
    }
  }
}

/// Runs work with the path of a ledger in a directory of its own, which is removed.
func withLedgerPath(_ work: (String) async throws -> Void) async throws {
  let directory = FileManager.default.temporaryDirectory.appending(path: "leadline-store-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  try await work(directory.appending(path: "ledger.db").path)
}
