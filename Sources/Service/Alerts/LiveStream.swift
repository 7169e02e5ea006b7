import Store

/// Passes crossings on to whoever watches, as they are committed.
///
///     let watcher = try await live.subscribe(after: lastEventID)
///     for try await crossings in watcher { ... }
///
/// Nothing is kept for a watcher: each reads on from the number of the last crossing that it had, from the newest ones that
/// are held in memory or, if it is slow or was away, from the store. So a watcher may be as slow as it likes, misses nothing, and
/// holds nobody up. What other processes commit arrives as well, within the time between two looks at the store.
public actor LiveStream {
  /// A crossing with what was reported of the lead when it was read.
  public struct Entry: Sendable, Hashable {
    /// The crossing; its number is the id by which a watcher can go on later.
    public var crossing: Crossing
    /// It as a JSON object, without who the lead is.
    public var json: String
  }

  /// The stream takes no more watchers.
  public struct TooMany: Error, Sendable, Hashable {}

  private let store: any Store
  private let pollMilliseconds: Int
  private let most: Int
  private let held: Int
  private let batch = 256
  /// The newest crossings, in order, at most `held`.
  private var newest: [Entry] = []
  /// Crossings up to this number are in `newest` if they are above `floor`.
  private var last: Int64 = 0
  private var floor: Int64 = 0
  /// The versions of models by number, as far as they were met.
  private var versions: [Int64: String] = [:]
  private var waiting: [Int64: CheckedContinuation<Void, Never>] = [:]
  private var watchers = 0
  private var nextWaiter: Int64 = 0
  private var isRunning = false
  private var isStopped = false
  private let nudges: AsyncStream<Void>
  private let nudge: AsyncStream<Void>.Continuation

  /// A stream of a store's crossings; `run()` keeps it going.
  ///
  /// - Parameters:
  ///   - pollMilliseconds: the time between two looks for what other processes committed.
  ///   - watchers: how many may watch at the same time.
  ///   - held: how many crossings are held in memory.
  public init(_ store: any Store, pollMilliseconds: Int = 1000, watchers: Int = 1000, held: Int = 4096) {
    self.store = store
    self.pollMilliseconds = pollMilliseconds
    most = watchers
    self.held = held
    (nudges, nudge) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Says that crossings were committed; to be called after the commit. Returns at once.
  public nonisolated func committed() { nudge.yield() }

  /// How many watch now.
  public var watcherCount: Int { watchers }

  // MARK: Reading the store

  /// Reads crossings as they are committed, until the task is cancelled.
  ///
  /// A store that cannot be read for a while only delays them.
  public func run() async {
    let clock = Task { [nudge, pollMilliseconds] in
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(pollMilliseconds))
        nudge.yield()
      }
    }
    defer { clock.cancel() }
    await start()
    for await _ in nudges {
      if Task.isCancelled { break }
      try? await readOn()
    }
    isStopped = true
    wakeAll()
  }

  private func start() async {
    while !isRunning && !Task.isCancelled {
      if let head = try? await store.read({ try $0.head() }) {
        (last, floor, isRunning) = (head.number, head.number, true)
        wakeAll()
      } else {
        try? await Task.sleep(for: .milliseconds(pollMilliseconds))
      }
    }
  }

  private func readOn() async throws {
    while true {
      let entries = try await read(after: last)
      guard let end = entries.last else { return }
      newest += entries
      last = end.crossing.number
      if newest.count > held {
        floor = newest[newest.count - held - 1].crossing.number
        newest.removeFirst(newest.count - held)
      }
      wakeAll()
    }
  }

  private func read(after number: Int64) async throws -> [Entry] {
    let (batch, known) = (batch, versions)
    let (entries, versions) = try await store.read { ledger in
      var versions = known
      let entries = try ledger.crossings(after: number, limit: batch).map { crossing in
        if versions[crossing.model] == nil {
          for model in try ledger.models() { versions[model.number] = model.version }
        }
        let outcome = try ledger.score(of: crossing.lead, model: crossing.model)?.outcome ?? ""
        let version = versions[crossing.model] ?? ""
        let json = CrossingMessage.data(crossing, AlertedLead(), outcome: outcome, version: version)
        return Entry(crossing: crossing, json: json)
      }
      return (entries, versions)
    }
    self.versions = versions
    return entries
  }

  // MARK: Watching

  /// Begins to watch.
  ///
  /// - Parameter number: the last crossing that the watcher had; nil to see only what is new.
  public func subscribe(after number: Int64? = nil) async throws -> Watcher {
    if watchers >= most { throw TooMany() }
    watchers += 1
    while !isRunning && !isStopped && !Task.isCancelled { await change() }
    return Watcher(self, after: number ?? last)
  }

  /// The crossings behind a number; waits until there are some. Nil once the stream has stopped.
  fileprivate func next(after number: Int64) async throws -> [Entry]? {
    while true {
      if isStopped || Task.isCancelled { return nil }
      if number < floor {
        let entries = try await read(after: number)
        if !entries.isEmpty { return entries }
      } else if number < last {
        let start = newest.partitioningIndex { $0.crossing.number > number }
        if start < newest.count { return Array(newest[start...].prefix(batch)) }
      }
      await change()
    }
  }

  fileprivate func leave() { watchers -= 1 }

  /// Returns when something changed, or the task is cancelled.
  private func change() async {
    let id = nextWaiter
    nextWaiter += 1
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled || isStopped { continuation.resume() } else { waiting[id] = continuation }
      }
    } onCancel: {
      Task { await self.wake(id) }
    }
  }

  private func wake(_ id: Int64) { waiting.removeValue(forKey: id)?.resume() }

  private func wakeAll() {
    let all = waiting.values
    waiting = [:]
    for continuation in all { continuation.resume() }
  }
}

extension LiveStream {
  /// Somebody who watches: batches of crossings, in order, without gaps.
  public final class Watcher: AsyncSequence, Sendable {
    /// What it gives.
    public typealias Element = [Entry]

    private let stream: LiveStream
    private let start: Int64

    init(_ stream: LiveStream, after number: Int64) {
      self.stream = stream
      start = number
    }

    deinit {
      let stream = stream
      Task { await stream.leave() }
    }

    /// Reads on from where the watcher began; made once.
    public func makeAsyncIterator() -> Iterator { Iterator(watcher: self, number: start) }

    /// Reads batches.
    public struct Iterator: AsyncIteratorProtocol {
      let watcher: Watcher
      var number: Int64

      /// The next crossings; nil once the stream has stopped or the task is cancelled.
      public mutating func next() async throws -> [Entry]? {
        let entries = try await watcher.stream.next(after: number)
        if let end = entries?.last { number = end.crossing.number }
        return entries
      }
    }
  }
}

extension Array {
  /// The first position whose element passes, if all behind it do; by halving.
  fileprivate func partitioningIndex(_ passes: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
