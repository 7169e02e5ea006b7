import Scoring
import Service
import Store
import Testing
import Tracking

@Suite struct ModelsTests {
  let clock = TestClock("2026-03-10T12:00:00Z")
  let generous = plainModel.replacing("points: 40", with: "points: 70")

  private func workspace() async throws -> Workspace {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [Said.track("demo_request", user: "ada"), Said.track("page_view", user: "bob")], source: 1)
    return workspace
  }

  private func stages(_ workspace: Workspace, _ user: String) async throws -> (stage: String?, crossings: Int) {
    let number = try #require(try await workspace.lead(known: Identity(.userID, user)))
    let view = try #require(try await workspace.lead(number))
    return (view.standing?.stage, view.crossings.count)
  }

  @Test func aQuietPublishMovesStagesAndTellsNobody() async throws {
    let workspace = try await workspace()
    let before = try await stages(workspace, "ada")
    #expect(before.stage == "mql")
    let draft = try await workspace.draft(generous, author: "ada")
    #expect(try await workspace.publish(draft.number, actor: "ada") == 1)
    let after = try await stages(workspace, "ada")
    #expect(after.stage == "sql")
    #expect(after.crossings == before.crossings)
    #expect(try await workspace.outcome(of: "ada")?.contains(#""total":70"#) == true)
    #expect(try await workspace.isRight())
    #expect(try await workspace.models().map(\.status) == [.retired, .champion])
  }

  @Test func anAnnouncedPublishTellsWhoMoved() async throws {
    let workspace = try await workspace()
    let draft = try await workspace.draft(generous, author: "ada")
    try await workspace.publish(draft.number, .announced, actor: "ada")
    let number = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    let newest = try #require(try await workspace.lead(number)?.crossings.first)
    #expect(newest.cause == Cause(.publish, draft.number))
    #expect(newest.from == "mql")
    #expect(newest.to == "sql")
    #expect(newest.isUp)
  }

  @Test func fromNowOnLeavesStagesUntilSomethingHappens() async throws {
    let workspace = try await workspace()
    let draft = try await workspace.draft(generous, author: "ada")
    try await workspace.publish(draft.number, .fromNow, actor: "ada")
    #expect(try await stages(workspace, "ada").stage == "mql")
    _ = try await workspace.ingest(
      [Said.track("page_view", user: "ada", properties: #"{"url":"/pricing"}"#)], source: 1)
    #expect(try await stages(workspace, "ada").stage == "sql")
  }

  @Test func revertingBringsBackWhatWasBefore() async throws {
    let workspace = try await workspace()
    let before = try await workspace.outcome(of: "ada")
    let draft = try await workspace.draft(generous, author: "ada")
    try await workspace.publish(draft.number, actor: "ada")
    // Something happens meanwhile, which the old version never saw.
    _ = try await workspace.ingest([Said.identify("bob", ["employees": "12"])], source: 1)
    #expect(try await workspace.revert(actor: "ada") == 1)
    #expect(try await workspace.outcome(of: "ada") == before)
    #expect(try await workspace.outcome(of: "bob")?.contains(#""fit":10"#) == true)
    #expect(try await workspace.isRight())
  }

  @Test func aChallengerIsScoredInTheShadow() async throws {
    let workspace = try await workspace()
    let draft = try await workspace.draft(generous, author: "ada")
    try await workspace.challenge(draft.number, actor: "ada")
    _ = try await workspace.ingest([Said.track("demo_request", user: "eve")], source: 1)
    let number = try #require(try await workspace.lead(known: Identity(.userID, "eve")))
    let shadow = try await workspace.store.read { try $0.score(of: number, model: draft.number) }
    #expect(shadow?.score == 70)
    #expect(try await stages(workspace, "eve").stage == "mql")
    #expect(try await workspace.isRight())
  }

  @Test func whatAPublishWouldDoIsSaidBefore() async throws {
    let workspace = try await workspace()
    let impact = try await workspace.impact(of: generous)
    let comparison = try #require(impact.comparison)
    #expect(comparison.movedCount == 1)
    #expect(comparison.stages.first { $0.name == "sql" }?.entered == 1)
    #expect(impact.leads.count == 2)
    #expect(try await stages(workspace, "ada").stage == "mql")
    // A model that reads what no model in use does.
    let other = plainModel.replacing("by: employees", with: "by: headcount")
    #expect(try await workspace.impact(of: other).scores.count == 2)
  }

  @Test func fourEyesSeeMoreThanTwo() async throws {
    let workspace = try await workspace()
    try await workspace.setFourEyes(true, actor: "boss")
    let draft = try await workspace.draft(generous, author: "ada")
    try await workspace.propose(draft.number, actor: "ada")
    await #expect(throws: ModelRefusal.needsAnother(author: "ada")) {
      try await workspace.publish(draft.number, actor: "ada")
    }
    try await workspace.publish(draft.number, actor: "bob")
    #expect(try await workspace.models().last?.status == .champion)
  }

  @Test func aModelWithErrorsIsNoDraft() async throws {
    let workspace = try await workspace()
    await #expect(throws: ModelIssues.self) { try await workspace.draft("leadline: 1\nscores: {}", author: "ada") }
    #expect(try await workspace.models().count == 1)
  }
}
