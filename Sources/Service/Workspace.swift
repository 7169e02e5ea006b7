import Leads
import Logging
import Scoring
import Store
import Synchronization
import Tracking

/// One company's leads, scores and models, kept current: what a server serves.
///
///     let workspace = try await Workspace(store: store, clock: clock, logger: logger)
///     let receipt = try await workspace.ingest(messages, source: key.number)
///
/// Several processes may have workspaces on one store. Nothing that counts is only in here: what is held in memory is
/// a cache, brought up to date in every transaction from the ledger's commits.
public final class Workspace: Sendable {
  /// What a workspace goes by.
  public struct Settings: Sendable, Hashable {
    /// Seconds east of UTC at which days begin.
    public var utcOffset: Int64 = 0
    /// The most threads for work on all leads.
    public var threads = 1
    /// The most messages that wait for the writer; what is more is refused until there is room.
    public var queueLimit = 50_000
    /// The most messages that one transaction takes.
    public var groupLimit = 2_000
    /// The most leads that one step of the nightly sweep takes.
    public var sweepStep = 2_048

    /// The usual settings.
    public init() {}
  }

  /// What it keeps everything in.
  public let store: any Store
  /// What it goes by.
  public let settings: Settings
  /// Those who listen to crossings as they happen.
  public let stream: LiveStream
  /// Figures about how it does.
  let metrics = WorkspaceMetrics()
  let logger: Logger
  private let clock: @Sendable () -> Int64
  private let live: Mutex<LiveContent?>
  private let queue: IngestQueue

  /// A workspace on a store. Reads the whole ledger once: O(ledger).
  ///
  /// - Parameter clock: seconds since 1970.
  /// - Throws: `StoreProblem`; `ModelIssues` if a model in use cannot be read.
  public init(
    store: any Store, settings: Settings = Settings(), clock: @escaping @Sendable () -> Int64, logger: Logger
  ) async throws {
    self.store = store
    self.settings = settings
    self.clock = clock
    self.logger = logger
    stream = LiveStream(store)
    queue = IngestQueue(limit: settings.queueLimit, groupLimit: settings.groupLimit)
    let utcOffset = settings.utcOffset
    live = Mutex(try await store.read { ledger in try LiveContent(reading: ledger, utcOffset: utcOffset) })
  }

  /// Figures about how it does, in Prometheus' text format.
  public var metricsText: String { metrics.text(waiting: queue.depth) }

  /// The moment, never before the ledger's last one.
  func now(_ head: LedgerHead) -> Int64 { max(clock(), head.at) }

  /// The moment by the clock.
  var clockNow: Int64 { clock() }

  // MARK: Transactions

  /// Runs a writing transaction with what is held in memory, which is up to date within it.
  ///
  /// What the work says has changed is taken over once it is committed; if it is not, nothing happened.
  func transact<T: Sendable>(
    _ work: @escaping @Sendable (inout LiveContent, any LedgerWriting) throws -> Transacted<T>
  ) async throws -> T {
    let done = try await store.write { [self] ledger -> Transacted<T> in
      try live.withLock { content in
        // Taken out, so that there is one owner and nothing is copied.
        var current = try content.take() ?? LiveContent(reading: ledger, utcOffset: settings.utcOffset)
        try current.catchUp(ledger, utcOffset: settings.utcOffset)
        let kinds = current.ledger.lastKind
        do {
          let done = try work(&current, ledger)
          content = current
          return done
        } catch {
          // What is ahead of the ledger is dropped, and read anew by whoever comes next.
          if !current.isAhead {
            current.ledger.forgetKinds(after: kinds)
            content = current
          }
          throw error
        }
      }
    }
    live.withLock { content in
      guard let change = done.change else { return }
      content?.apply(change)
    }
    if done.change?.found.crossings.isEmpty == false { stream.committed() }
    return done.value
  }

  /// What is held in memory, as of now: a value that does not change any more. The next transaction copies what it changes
  /// of it, so this is for work on all leads.
  func snapshot() async throws -> LiveContent {
    try await store.read { [self] ledger in
      try live.withLock { content in
        var current = try content.take() ?? LiveContent(reading: ledger, utcOffset: settings.utcOffset)
        defer { content = current }
        if try ledger.head().commit >= current.ledger.commit {
          try current.catchUp(ledger, utcOffset: settings.utcOffset)
        }
        return current
      }
    }
  }

  /// Looks at what is held in memory, brought up to date, without keeping any of it: while the work runs, nothing is
  /// written. For what is small.
  func look<T: Sendable>(_ work: @escaping @Sendable (LiveContent, LedgerHead) throws -> T) async throws -> T {
    try await store.read { [self] ledger in
      let head = try ledger.head()
      return try live.withLock { content in
        var current = try content.take() ?? LiveContent(reading: ledger, utcOffset: settings.utcOffset)
        defer { content = current }
        // This transaction may see less than what is held already.
        if head.commit >= current.ledger.commit { try current.catchUp(ledger, utcOffset: settings.utcOffset) }
        return try work(current, head)
      }
    }
  }

  /// Replaces what is held in memory, after something that changes what has to be held.
  func reload() async throws {
    let utcOffset = settings.utcOffset
    let fresh = try await store.read { ledger in try LiveContent(reading: ledger, utcOffset: utcOffset) }
    live.withLock { $0 = fresh }
  }
}

extension Workspace: Ingesting {
  /// Takes messages in, in their order; returns when they are on the disk, and scores are right.
  public func ingest(_ messages: [TrackedMessage], source: Int64) async throws(Refusal) -> Receipt {
    if messages.isEmpty { return Receipt() }
    return try await queue.submit(messages, source: source) { [weak self] group in
      guard let self else { throw Refusal.stopping }
      return try await self.take(group)
    }
  }

  /// Takes the messages of several calls into one transaction.
  private func take(_ messages: [(message: TrackedMessage, source: Int64)]) async throws -> [Intake.Fate] {
    return try await transact { [self] content, ledger in
      var head = try ledger.head()
      head.at = now(head)
      var intake = Intake(ledger, head: head, live: content.ledger, now: head.at)
      let fates = try intake.take(messages)
      return try finish(&intake, &content, ledger, fates)
    }
  }

  /// Writes what an intake took, scores those it touched, and closes the transaction.
  func finish<T: Sendable>(
    _ intake: inout Intake, _ content: inout LiveContent, _ ledger: any LedgerWriting, _ value: T,
    isQuiet: Bool = false,
    cause: Cause? = nil
  ) throws -> Transacted<T> {
    if intake.leads.isEmpty { return Transacted(value: value, change: nil) }
    let kinds = content.ledger.lastKind
    for (kind, number) in intake.kinds where number > kinds { content.ledger.add(number, kind) }
    try intake.write(content.ledger.scope)
    var head = intake.head
    head.commit += 1
    let touched = intake.touched
    let rescoring = Rescoring(
      models: content.models, asOf: AsOf(Instant(secondsSince1970: head.at), utcOffset: settings.utcOffset),
      commit: head.commit, isQuiet: isQuiet)
    metrics.transactions.add(1, ordering: .relaxed)
    metrics.rescored.add(touched.count, ordering: .relaxed)
    content.planner?.update(try ledger.subscriptions())
    let found = try rescoring.run(
      touched.keys.sorted(), left: intake.left.sorted(), cause: { cause ?? touched[$0] ?? Cause(.event) },
      live: content.ledger,
      staged: intake.staged, scores: content.scores, planner: content.planner, ledger, &head)
    try ledger.append(
      Commit(number: head.commit, at: head.at, leads: intake.leads.union(found.leads).sorted()), head: head)
    return Transacted(value: value, change: LiveChange(staged: intake.staged, found: found, commit: head.commit))
  }
}

/// What a transaction gives, and what has to be taken over into memory once it is committed.
struct Transacted<T: Sendable>: Sendable {
  var value: T
  var change: LiveChange?
}

/// A change of what is held in memory.
struct LiveChange: Sendable {
  var staged: StagedFacts
  var found: Rescored
  var commit: Int64
}
