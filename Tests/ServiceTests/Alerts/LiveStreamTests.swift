import Service
import Store
import Testing

@Suite(.timeLimit(.minutes(2))) struct LiveStreamTests {
  let store = MemoryStore()

  /// Commits crossings of these numbers.
  private func commit(_ numbers: ClosedRange<Int64>) async throws {
    try await store.write { ledger in
      var head = try ledger.head()
      if head.lead == 0 {
        head.lead = 1
        try ledger.insert(leads: [LeadRecord(LeadNumber(1), createdAt: 1)])
      }
      try ledger.insert(
        crossings: numbers.map {
          Crossing(
            number: $0, model: 1, lead: LeadNumber(1), at: 1, what: "stage", from: nil, to: "mql", isUp: true,
            cause: Cause(.day))
        })
      head.number = numbers.upperBound
      head.commit += 1
      head.at = 1
      try ledger.append(Commit(number: head.commit, at: 1, leads: [LeadNumber(1)]), head: head)
    }
  }

  /// Reads from a watcher until it has had so many crossings.
  private func take(_ count: Int, _ watcher: LiveStream.Watcher) async throws -> [Int64] {
    var numbers: [Int64] = []
    for try await entries in watcher {
      numbers += entries.map(\.crossing.number)
      if numbers.count >= count { break }
    }
    return numbers
  }

  @Test func aWatcherSeesWhatIsCommittedWhileItWatches() async throws {
    try await commit(1...3)
    // The next look would be in an hour: it is the word of the commit that counts.
    let stream = LiveStream(store, pollMilliseconds: 3_600_000)
    let running = Task { await stream.run() }
    let watcher = try await stream.subscribe()
    try await commit(4...5)
    stream.committed()
    #expect(try await take(2, watcher) == [4, 5])
    running.cancel()
  }

  @Test func aWatcherGoesOnWhereItWas() async throws {
    try await commit(1...3)
    let stream = LiveStream(store, pollMilliseconds: 3_600_000)
    let running = Task { await stream.run() }
    let watcher = try await stream.subscribe(after: 1)
    try await commit(4...4)
    stream.committed()
    #expect(try await take(3, watcher) == [2, 3, 4])
    running.cancel()
  }

  @Test func whatAnotherProcessCommitsArrivesToo() async throws {
    let stream = LiveStream(store, pollMilliseconds: 20)
    let running = Task { await stream.run() }
    let watcher = try await stream.subscribe()
    try await commit(1...2)
    #expect(try await take(2, watcher) == [1, 2])
    running.cancel()
  }

  @Test func aSlowWatcherMissesNothingAndHoldsNobodyUp() async throws {
    let stream = LiveStream(store, pollMilliseconds: 20, held: 8)
    let running = Task { await stream.run() }
    let slow = try await stream.subscribe(after: 0)
    let quick = try await stream.subscribe(after: 0)
    for start in stride(from: 1, to: 1000, by: 50) as StrideTo<Int64> {
      try await commit(start...(start + 49))
      stream.committed()
    }
    #expect(try await take(1000, quick) == Array(1...1000))
    #expect(try await take(1000, slow) == Array(1...1000))
    running.cancel()
  }

  @Test func thereAreOnlySoManyWatchers() async throws {
    let stream = LiveStream(store, pollMilliseconds: 20, watchers: 1)
    let running = Task { await stream.run() }
    var watcher: LiveStream.Watcher? = try await stream.subscribe()
    #expect(watcher != nil)
    await #expect(throws: LiveStream.TooMany.self) { try await stream.subscribe() }
    watcher = nil
    while await stream.watcherCount > 0 { await Task.yield() }
    _ = try await stream.subscribe()
    running.cancel()
  }

  @Test func watchersAreDoneWhenTheStreamStops() async throws {
    let stream = LiveStream(store, pollMilliseconds: 20)
    let running = Task { await stream.run() }
    let watcher = try await stream.subscribe()
    let watching = Task { try await take(1, watcher) }
    running.cancel()
    #expect(try await watching.value == [])
  }
}
