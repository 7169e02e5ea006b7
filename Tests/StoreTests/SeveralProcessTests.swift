import Foundation
import SQLiteStore
import Store
import Testing

/// Other processes at the same file, and what is left when they die.
@Suite struct SeveralProcessTests {
  @Test func commitsOfOtherProcessesAreSeenAndNoneIsLost() async throws {
    try await withLedgerPath { path in
      let store = try SQLiteStore(path: path)
      let writers = try (1...2).map { try Writer(path: path, number: $0, count: 60) }
      for round in 0..<30 {
        try await store.write { ledger in
          var head = try ledger.head()
          head.commit += 1
          head.number += 1
          let kind = try ledger.numberAdding(EventKind("round \(round)"))
          try ledger.insert(events: [
            EventRecord(lead: LeadNumber(1), at: 0, number: head.number, kind: kind, source: 3)
          ])
          try ledger.append(Commit(number: head.commit, at: 0, leads: nil), head: head)
        }
      }
      let committed = try writers.flatMap { try $0.finish() }
      #expect(committed.count == 120)
      let (head, commits, events) = try await store.read { ledger in
        var events: [Int64: Int] = [:]
        try ledger.forEachEvent { events[$0.source, default: 0] += 1 }
        return (try ledger.head(), try ledger.commits(after: 0, limit: 1000), events)
      }
      #expect(head.commit == 150)
      #expect(commits.map(\.number) == Array(1...150))
      #expect(Set(committed).count == 120)
      #expect(events == [1: 600, 2: 600, 3: 30])
      // A kind that several processes added at once is one kind.
      let kinds = try await store.read { ledger in
        var names: [String] = []
        try ledger.forEachKind(after: 0) { names.append($1.name) }
        return names
      }
      #expect(kinds.count == 50)
      #expect(Set(kinds).count == 50)
      #expect(try await store.integrityProblems(thorough: true) == [])
    }
  }

  @Test func whatIsLeftAfterAKillIsWhole() async throws {
    try await withLedgerPath { path in
      var acknowledged: Set<Int64> = []
      for cycle in 1...8 {
        let writer = try Writer(path: path, number: cycle, count: .max)
        acknowledged.formUnion(try writer.kill(afterLines: cycle * 7 % 11 + 1))
        let store = try SQLiteStore(path: path)
        let (commits, events) = try await store.read { ledger in
          var events = 0
          try ledger.forEachEvent { _ in events += 1 }
          return (try ledger.commits(after: 0, limit: .max).map(\.number), events)
        }
        #expect(acknowledged.isSubset(of: Set(commits)), "cycle \(cycle)")
        #expect(commits == Array(1...Int64(commits.count)), "cycle \(cycle)")
        #expect(events == commits.count * 10, "cycle \(cycle)")
        #expect(try await store.integrityProblems(thorough: true) == [], "cycle \(cycle)")
      }
      #expect(acknowledged.count >= 8)
    }
  }
}

/// A process that writes.
private final class Writer {
  private let process = Process()
  private let output = Pipe()

  init(path: String, number: Int, count: Int) throws {
    process.executableURL = Self.executable
    process.arguments = [path, "\(number)", "\(count)"]
    process.standardOutput = output
    try process.run()
  }

  /// Waits for its end, and returns the numbers of its commits.
  func finish() throws -> [Int64] {
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Self.numbers(in: data)
  }

  /// Kills it in the middle of its work once it has committed some transactions, and returns all that it acknowledged.
  func kill(afterLines lines: Int) throws -> [Int64] {
    let handle = output.fileHandleForReading
    var data = Data()
    while Self.numbers(in: data).count < lines {
      let more = handle.availableData
      guard !more.isEmpty else { break }
      data += more
    }
    #expect(process.isRunning)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    data += try handle.readToEnd() ?? Data()
    return Self.numbers(in: data)
  }

  private static func numbers(in data: Data) -> [Int64] {
    // The last line may be cut off.
    String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .compactMap { Int64($0) }
  }

  private static let executable: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let directory = (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
    return directory.appending(path: "store-writer")
  }()
}
