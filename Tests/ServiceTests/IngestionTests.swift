import Service
import Store
import Testing
import Tracking

@Suite struct IngestionTests {
  let clock = TestClock("2026-03-10T12:00:00Z")

  @Test func whatALeadDoesAndIsBecomesItsScoresAtOnce() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [
        Said.identify("ada", ["email": "ada@example.com", "job_title": "VP Sales", "employees": "250"]),
        Said.track("page_view", user: "ada", properties: #"{"url":"/pricing"}"#),
        Said.track("page_view", user: "ada", properties: #"{"url":"/about"}"#),
      ], source: 1)
    // 30 for the title, 20 for the size, 10 for one of the two pages.
    #expect(
      try await workspace.outcome(of: "ada")
        == #"{"fit":50,"engagement":10,"total":60,"total_band":"hot","stage":"sql"}"#)
    #expect(try await workspace.isRight())
  }

  @Test func aReceiptCountsWhatWasTakenKnownAndRefused() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    let first = try await workspace.ingest(
      [
        Said.track("page_view", user: "a", id: "m1", content: 1),
        Said.track("page_view", user: "a", id: "m1", content: 1),
        Said.track("page_view", id: "m2"),
      ], source: 1)
    #expect(first.accepted == 1)
    #expect(first.repeated == 1)
    #expect(first.problems.map(\.index) == [2])
    let second = try await workspace.ingest([Said.track("page_view", user: "a", id: "m1", content: 1)], source: 1)
    #expect(second.repeated == 1)
    let other = try await workspace.ingest([Said.track("page_view", user: "a", id: "m1", content: 2)], source: 1)
    #expect(other.problems.count == 1)
    // The same id from another sender is another message.
    let elsewhere = try await workspace.ingest([Said.track("page_view", user: "a", id: "m1", content: 2)], source: 2)
    #expect(elsewhere.accepted == 1)
  }

  @Test func aBrowserBecomesThePersonWhoSaysWhoTheyAre() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [Said.track("page_view", anonymous: "b1", properties: #"{"url":"/pricing"}"#)], source: 1)
    _ = try await workspace.ingest([Said.identify("ada", ["employees": "12"])], source: 1)
    _ = try await workspace.ingest([Said.identify("ada", anonymous: "b1", [:])], source: 1)
    let browser = try #require(try await workspace.lead(known: Identity(.anonymousID, "b1")))
    let user = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    let view = try #require(try await workspace.lead(user))
    #expect(try await workspace.lead(browser)?.number == view.number)
    #expect(view.merged.count == 1)
    #expect(view.score?.outcome == #"{"fit":10,"engagement":10,"total":20,"total_band":"cold","stage":"known"}"#)
    #expect(try await workspace.isRight())
  }

  @Test func twoWhoShareABrowserStayTwo() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest([Said.identify("ada", anonymous: "b1", ["employees": "12"])], source: 1)
    _ = try await workspace.ingest([Said.identify("bob", anonymous: "b1", ["employees": "500"])], source: 1)
    let ada = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    let bob = try #require(try await workspace.lead(known: Identity(.userID, "bob")))
    #expect(try await workspace.lead(ada)?.number != workspace.lead(bob)?.number)
    #expect(try await workspace.outcome(of: "bob")?.contains(#""fit":20"#) == true)
    #expect(try await workspace.outcome(of: "ada")?.contains(#""fit":10"#) == true)
  }

  @Test func whatIsMergedTwiceInOneTransactionCountsAsAWhole() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [
        Said.identify("ada", ["email": "ada@example.com", "employees": "12"]),
        Said.identify("lovelace", ["email": "lovelace@example.com"]),
        Said.track("page_view", user: "countess", properties: #"{"url":"/pricing"}"#),
      ], source: 1)
    // The third becomes the second, and the second the first.
    _ = try await workspace.ingest(
      [
        Said.identify("countess", ["email": "lovelace@example.com"]),
        Said.identify("lovelace", ["email": "ada@example.com"]),
      ], source: 1)
    // 10 for the size that the first is known to have, 10 for the page that the third saw.
    #expect(
      try await workspace.outcome(of: "ada")
        == #"{"fit":10,"engagement":10,"total":20,"total_band":"cold","stage":"known"}"#)
    #expect(try await workspace.isRight())
  }

  @Test func oneAddressIsOnePersonAndTheirHistoriesAreOne() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [
        Said.identify("ada", ["email": "ada@example.com", "employees": "12"]),
        Said.track("page_view", user: "ada", properties: #"{"url":"/pricing"}"#),
        Said.track("page_view", user: "lovelace", properties: #"{"url":"/pricing"}"#),
        Said.identify("lovelace", ["email": "ADA@example.com "]),
      ], source: 1)
    #expect(
      try await workspace.outcome(of: "lovelace")
        == #"{"fit":10,"engagement":20,"total":30,"total_band":"warm","stage":"mql"}"#)
    #expect(try await workspace.isRight())
  }

  @Test func theActsOfProgramsAreKeptAndDoNotCount() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [Said.track("demo_request", user: "ada", isBot: true), Said.track("page_view", user: "ada")], source: 1)
    #expect(try await workspace.outcome(of: "ada")?.contains(#""engagement":0"#) == true)
    let number = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    #expect(try await workspace.lead(number)?.acts.count == 2)
  }

  @Test func anOlderChangeThatComesLaterDoesNotWin() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest([Said.identify("ada", at: clock.now - 10, ["employees": "500"])], source: 1)
    _ = try await workspace.ingest([Said.identify("ada", at: clock.now - 20, ["employees": "12"])], source: 1)
    #expect(try await workspace.outcome(of: "ada")?.contains(#""fit":20"#) == true)
    _ = try await workspace.ingest([Said.identify("ada", ["employees": nil])], source: 1)
    #expect(try await workspace.outcome(of: "ada")?.contains(#""fit":0"#) == true)
    #expect(try await workspace.isRight())
  }

  @Test func theFutureIsNow() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [Said.track("demo_request", user: "ada", at: clock.now + 86_400 * 400)], source: 1)
    #expect(try await workspace.outcome(of: "ada")?.contains(#""engagement":40"#) == true)
    let before = try await workspace.ingest([Said.track("demo_request", user: "ada", at: -1)], source: 1)
    #expect(before.problems.count == 1)
  }

  @Test func whatDoesNotFitIsRefusedAndNothingOfItIsKept() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock) { $0.queueLimit = 10 }
    let many = (0..<4).map { Said.track("page_view", user: "u\($0)") }
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<20 {
        group.addTask {
          do throws(Refusal) {
            _ = try await workspace.ingest(many, source: 1)
            return false
          } catch {
            return error == .overloaded(retryAfterSeconds: 1)
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    let kept = try await workspace.store.read { ledger in
      var count = 0
      try ledger.forEachEvent { _ in count += 1 }
      return count
    }
    #expect(kept == (20 - refused) * 4)
    #expect(refused > 0)
  }
}
