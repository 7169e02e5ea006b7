import Service
import Store
import Testing
import Tracking

@Suite struct AmendingTests {
  let clock = TestClock("2026-03-10T12:00:00Z")

  @Test func aMergeThatIsTakenBackLeavesBothAsTheyWere() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [
        Said.identify("ada", ["employees": "12"]), Said.track("demo_request", user: "ada"),
        Said.identify("bob", ["employees": "500"]),
      ], source: 1)
    let before = (try await workspace.outcome(of: "ada"), try await workspace.outcome(of: "bob"))
    let ada = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    let bob = try #require(try await workspace.lead(known: Identity(.userID, "bob")))
    try await workspace.merge(bob, ada, actor: "test")
    // The later change of the size holds, and the request counts.
    #expect(
      try await workspace.outcome(of: "bob")
        == #"{"fit":20,"engagement":40,"total":60,"total_band":"hot","stage":"sql"}"#)
    #expect(try await workspace.isRight())
    try await workspace.unmerge(max(ada, bob), actor: "test")
    #expect(try await workspace.outcome(of: "ada") == before.0)
    #expect(try await workspace.outcome(of: "bob") == before.1)
    #expect(try await workspace.isRight())
  }

  @Test func anEventThatIsLabelledAnewCountsOrDoesNot() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest([Said.track("demo_request", user: "ada")], source: 1)
    let ada = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    let event = try #require(try await workspace.lead(ada)?.acts.first?.event)
    try await workspace.label(ada, events: [event.number], .bot, actor: "test")
    #expect(try await workspace.outcome(of: "ada")?.contains(#""engagement":0"#) == true)
    try await workspace.label(ada, events: [event.number], .person, actor: "test")
    #expect(try await workspace.outcome(of: "ada")?.contains(#""engagement":40"#) == true)
    #expect(try await workspace.isRight())
  }
}
