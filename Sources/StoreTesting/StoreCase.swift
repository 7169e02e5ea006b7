import Store

/// Something that every store has to do: one case of the suite.
///
///     @Test(arguments: StoreSuite.cases) func memoryStore(case: StoreCase) async throws {
///       try await `case`.run(on: MemoryStore())
///     }
///
/// Cases know nothing of a test framework: they throw `StoreFailure`, so that the author of a store can run them anywhere.
public struct StoreCase: Sendable, CustomStringConvertible {
  /// What the store does, in words.
  public let description: String
  private let body: @Sendable (any Store) async throws -> Void

  init(_ description: String, _ body: @escaping @Sendable (any Store) async throws -> Void) {
    self.description = description
    self.body = body
  }

  /// Runs the case on an empty store.
  ///
  /// - Throws: `StoreFailure` if the store does something else, or what the store throws.
  public func run(on store: any Store) async throws { try await body(store) }
}

/// All that every store has to do.
public enum StoreSuite {
  /// The cases, each to be run on an empty store of its own.
  public static let cases: [StoreCase] =
    leadCases + factCases + removalCases + scoreCases + crossingCases + deliveryCases + workspaceCases
    + transactionCases + valueCases
}

/// A store did not do what stores do.
public struct StoreFailure: Error, CustomStringConvertible {
  /// What it did, and where that was noticed.
  public let description: String
}

/// Fails unless two values are equal.
func expect<T: Equatable>(
  _ actual: T, is expected: T, _ what: String = "", file: StaticString = #fileID, line: UInt = #line
) throws {
  guard actual != expected else { return }
  throw StoreFailure(
    description:
      "\(file):\(line): \(what.isEmpty ? "" : "\(what): ")\(shortened(actual)), expected \(shortened(expected))")
}

/// Fails unless two values that may be absent are equal.
func expect<T: Equatable>(
  _ actual: T?, is expected: T?, _ what: String = "", file: StaticString = #fileID, line: UInt = #line
) throws {
  try expect([actual], is: [expected], what, file: file, line: line)
}

/// Fails unless work throws a problem of the store.
func expectProblem(
  _ what: String, file: StaticString = #fileID, line: UInt = #line, _ work: () async throws -> Void
) async throws {
  do {
    try await work()
  } catch is StoreProblem {
    return
  }
  throw StoreFailure(description: "\(file):\(line): \(what) was not refused")
}

/// A value in at most a few lines.
private func shortened(_ value: some Any) -> String {
  let text = String(reflecting: value)
  return text.utf8.count <= 600 ? text : "\(text.prefix(600))… (\(text.utf8.count) bytes)"
}

extension Store {
  /// Runs a transaction that changes facts, and closes it with a commit at the moment of the head.
  func change(
    _ work: @escaping @Sendable (any LedgerWriting, inout LedgerHead) throws -> Void
  ) async throws {
    try await write { ledger in
      var head = try ledger.head()
      try work(ledger, &head)
      head.commit += 1
      try ledger.append(Commit(number: head.commit, at: head.at, leads: nil), head: head)
    }
  }

  /// Adds leads 1 to a number.
  func addLeads(_ count: Int64) async throws {
    try await change { ledger, head in
      try ledger.insert(leads: (1...count).map { LeadRecord(LeadNumber($0), createdAt: 1000 + $0) })
      head.lead = count
    }
  }
}

extension LedgerReading {
  /// All that a scan hands on.
  func all<Row>(_ scan: ((Row) throws -> Void) throws -> Void) rethrows -> [Row] {
    var rows: [Row] = []
    try scan { rows.append($0) }
    return rows
  }
}
