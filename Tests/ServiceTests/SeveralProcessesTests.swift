import Service
import Store
import Testing
import TestSupport
import Tracking

/// Workspaces on one store stand for processes on one database: nothing that one of them holds in memory may be wrong.
@Suite struct SeveralProcessesTests {
  @Test(arguments: 1...12)
  func whateverTheyDoInTurnScoresAreWhatTheLedgerSays(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let clock = TestClock("2026-03-10T23:50:00Z")
    let store = MemoryStore()
    let workspaces = [
      try await makeWorkspace(store, clock) { $0.sweepStep = 7 }, try await makeWorkspace(store, clock),
    ]
    for step in 0..<60 {
      let workspace = workspaces[Int.random(in: 0...1, using: &generator)]
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: clock.advance(days: Int64.random(in: 0...3, using: &generator), seconds: 300)
      case 1: try await workspace.sweep()
      default:
        let messages = (0..<Int.random(in: 1...6, using: &generator)).map { _ in Self.message(step, &generator, clock) }
        _ = try await workspace.ingest(messages, source: 1)
      }
    }
    for workspace in workspaces { try await workspace.sweep() }
    for workspace in workspaces { #expect(try await workspace.isRight(), "seed \(seed)") }
    let (standings, crossings) = try await store.read { ledger in
      var standings: [Int64: String?] = [:]
      try ledger.forEachLifecycle { standings[$0.lead.value] = $0.stage }
      return (standings, try ledger.crossings(after: 0, limit: 10_000))
    }
    // Crossings of a lead follow on each other, and the last one leads to where it stands.
    var stages: [Int64: String?] = [:]
    for crossing in crossings where crossing.what == "stage" {
      if let before = stages[crossing.lead.value] { #expect(before == crossing.from, "seed \(seed)") }
      stages[crossing.lead.value] = crossing.to
    }
    for (lead, stage) in stages where standings[lead] != nil { #expect(standings[lead] == stage, "seed \(seed)") }
  }

  private static func message(_ step: Int, _ generator: inout SeededGenerator, _ clock: TestClock) -> TrackedMessage {
    let user = "u\(Int.random(in: 0..<12, using: &generator))"
    let browser = "b\(Int.random(in: 0..<8, using: &generator))"
    let isKnown = Bool.random(using: &generator)
    let at = clock.now - Int64.random(in: 0...86_400 * 20, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      return Said.identify(
        user, anonymous: browser, at: at,
        [
          "email": "\(user.prefix(2))@\(Bool.random(using: &generator) ? "example.com" : "rival.example")",
          "employees": String(Int.random(in: 1...400, using: &generator)),
          "job_title": ["VP Sales", "Student", "CEO", "Select"][Int.random(in: 0..<4, using: &generator)],
        ])
    case 1: return Said.track("demo_request", user: isKnown ? user : nil, anonymous: browser, at: at)
    default:
      return Said.track(
        "page_view", user: isKnown ? user : nil, anonymous: browser, at: at,
        properties:
          #"{"url":"/\#(["pricing", "about", "docs"][Int.random(in: 0..<3, using: &generator)])","n":\#(step)}"#)
    }
  }
}
