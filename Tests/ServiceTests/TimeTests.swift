import Service
import Store
import Testing
import Tracking

@Suite struct TimeTests {
  let clock = TestClock("2026-03-10T12:00:00Z")

  @Test func midnightChangesScoresThatNobodyTouched() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest([Said.track("demo_request", user: "ada")], source: 1)
    try await workspace.sweep()
    clock.advance(days: 10)
    #expect(try await workspace.sweep() == 1)
    // Half of forty after one half-life.
    #expect(try await workspace.outcome(of: "ada")?.contains(#""engagement":20"#) == true)
    #expect(try await workspace.sweep() == 0)
    clock.advance(days: 20)
    try await workspace.sweep()
    // An eighth of forty, less twenty for a month of quiet, and no less than nothing.
    #expect(try await workspace.outcome(of: "ada")?.contains(#""engagement":0"#) == true)
    #expect(try await workspace.isRight())
    let lead = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    let view = try #require(try await workspace.lead(lead))
    #expect(view.history.map(\.cause.kind) == [.day, .day, .event])
    #expect(view.crossings.filter { $0.what == "stage" }.map(\.to) == ["known", "mql"])
  }

  @Test func aSweepIsDoneInStepsAndGoesOnWhereItStopped() async throws {
    let store = MemoryStore()
    let workspace = try await makeWorkspace(store, clock) { $0.sweepStep = 3 }
    _ = try await workspace.ingest((0..<10).map { Said.track("demo_request", user: "u\($0)") }, source: 1)
    clock.advance(days: 10)
    #expect(try await workspace.sweep() == 10)
    clock.advance(days: 10)
    // Another process, which never saw the first day.
    let other = try await makeWorkspace(store, clock) { $0.sweepStep = 4 }
    #expect(try await other.sweep() == 10)
    #expect(try await workspace.sweep() == 0)
    #expect(try await workspace.isRight())
  }

  @Test func aClockThatIsSetBackStandsStill() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest([Said.track("demo_request", user: "ada")], source: 1)
    clock.advance(days: -30)
    _ = try await workspace.ingest([Said.track("demo_request", user: "bob")], source: 1)
    try await workspace.sweep()
    #expect(try await workspace.outcome(of: "bob")?.contains(#""engagement":40"#) == true)
    #expect(try await workspace.isRight())
    let moments = try await workspace.store.read { try $0.commits(after: 0, limit: 100).map(\.at) }
    #expect(moments == moments.sorted())
  }
}
