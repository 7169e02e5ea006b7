import Leads
import SQLiteStore
import Service
import Store
import TestSupport
import Testing
import Tracking

/// Files become what the ledger says, once, and can be taken back.
@Suite struct ImportingTests {
  let clock = TestClock("2026-03-10T12:00:00Z")

  private func lead(
    _ id: String, email: String? = nil, employees: String? = nil, title: String? = nil, at: Int64? = nil,
    outcome: String? = nil
  ) -> ImportedLead {
    let traits = [("email", email), ("employees", employees), ("job_title", title)].compactMap { name, value in
      value.map { TrackedMessage.Trait(name, $0) }
    }
    let message = TrackedMessage(
      messageID: "\(id) \(traits) \(outcome ?? "")", recordID: id, act: .identify, traits: traits, at: at)
    return ImportedLead(
      message, createdAt: at, outcome: outcome.map { ImportedLead.Outcome($0, at: at ?? clock.now, value: 1200) })
  }

  private func take(
    _ rows: [ImportedLead], _ workspace: Workspace, isQuiet: Bool = true, isTrial: Bool = false
  ) async throws -> (job: Int64, counts: ImportCounts) {
    let job = isTrial ? 0 : try await workspace.beginImport("leads.csv")
    let work = Import(job: job, isQuiet: isQuiet, isTrial: isTrial)
    let counts = try await workspace.importLeads(count: rows.count, work, row: { rows[$0] })
    if !isTrial { try await workspace.endImport(job, actor: "test") }
    return (job, counts)
  }

  private func take(
    events: [(id: String, name: String, at: Int64)], _ workspace: Workspace
  ) async throws -> (job: Int64, counts: ImportCounts) {
    let names = Set(events.map(\.name)).sorted()
    let ids = Array(Set(events.map(\.id))).map { Identity(.recordID, $0) }
    let known = try await workspace.store.read { try $0.leads(of: ids) }
    let leads = known.values.sorted()
    let log = EventLog(
      leadCount: leads.count,
      events: try events.map { event in
        let lead = try #require(known[Identity(.recordID, event.id)])
        return (
          try #require(leads.firstIndex(of: lead)),
          Event(secondsSince1970: event.at, kind: UInt32(try #require(names.firstIndex(of: event.name))))
        )
      })
    let job = try await workspace.beginImport("events.csv")
    let counts = try await workspace.importEvents(log, of: leads, kinds: names.map { EventKind($0) }, Import(job: job))
    try await workspace.endImport(job, actor: "test")
    return (job, counts)
  }

  private func outcome(_ id: String, _ workspace: Workspace) async throws -> String? {
    #expect(try await workspace.isRight())
    guard let lead = try await workspace.lead(known: Identity(.recordID, id)) else { return nil }
    return try await workspace.lead(lead)?.score?.outcome
  }

  /// Everything but what says when and how often somebody looked.
  private func facts(_ store: any Store) async throws -> [String] {
    try await store.read { ledger in
      var all: [String] = []
      try ledger.forEachEvent { all.append("\($0)") }
      try ledger.forEachChange { all.append("\($0)") }
      try ledger.forEachOutcome { all.append("\($0)") }
      try ledger.forEachIdentity(.recordID) { all.append("\($0) \($1)") }
      return all
    }
  }

  @Test func aFileBecomesScoresAndItsReplayChangesNothing() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    let rows = [
      lead("7", email: "ada@example.com", employees: "250", title: "VP Sales", at: clock.now - 86_400, outcome: "won"),
      lead("8", employees: "12"),
    ]
    let first = try await take(rows, workspace)
    #expect(first.counts.taken == 2)
    #expect(first.counts.newLeads == 2)
    #expect(first.counts.changes == 4)
    #expect(first.counts.outcomes == 1)
    let events = [
      ("7", "demo_request", clock.now - 3600), ("7", "demo_request", clock.now - 3600), ("8", "page_view", 5),
    ]
    #expect(try await take(events: events, workspace).counts.taken == 3)
    #expect(
      try await outcome("7", workspace) == #"{"fit":50,"engagement":40,"total":90,"total_band":"hot","stage":"sql"}"#)
    #expect(
      try await outcome("8", workspace) == #"{"fit":10,"engagement":0,"total":10,"total_band":"cold","stage":"known"}"#)
    let before = try await facts(workspace.store)
    clock.advance(seconds: 100)
    let again = try await take(rows, workspace)
    #expect(again.counts.taken == 0)
    #expect(again.counts.known == 2)
    #expect(try await take(events: events, workspace).counts.known == 3)
    #expect(try await facts(workspace.store) == before)
    // A file that grew brings what is new in it.
    #expect(try await take(events: events + [("8", "page_view", 6)], workspace).counts.taken == 1)
  }

  @Test func anOldFileDoesNotUndoWhatIsNewer() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    let rows = [lead("7", employees: "5")]
    _ = try await take(rows, workspace)
    clock.advance(seconds: 60)
    _ = try await take([lead("7", employees: "500")], workspace)
    clock.advance(seconds: 60)
    _ = try await take(rows, workspace)
    #expect(try await outcome("7", workspace)?.contains(#""fit":20"#) == true)
  }

  @Test func nobodyIsToldUnlessThatIsWanted() async throws {
    for isQuiet in [true, false] {
      let workspace = try await makeWorkspace(MemoryStore(), clock)
      _ = try await workspace.ingest([Said.identify("ada", ["email": "ada@example.com"])], source: 1)
      let before = try await workspace.store.read { try $0.crossings(after: 0, limit: 100) }.count
      _ = try await take(
        [lead("7", email: "ada@example.com", employees: "250", title: "VP Sales")], workspace, isQuiet: isQuiet)
      // 50 points: from known to mql, and from cold to warm.
      #expect(try await outcome("7", workspace)?.contains(#""stage":"mql""#) == true)
      let after = try await workspace.store.read { try $0.crossings(after: 0, limit: 100) }.count
      #expect(after - before == (isQuiet ? 0 : 2))
    }
  }

  @Test func aTrialSaysWhatWouldHappenAndKeepsNothing() async throws {
    let store = MemoryStore()
    let workspace = try await makeWorkspace(store, clock)
    _ = try await take([lead("7", employees: "5")], workspace)
    let kept = try await facts(store)
    let (before, head) = try await store.read { (try $0.jobs(limit: 10), try $0.head()) }
    let trial = try await take([lead("7", employees: "5"), lead("8", employees: "9")], workspace, isTrial: true)
    #expect(trial.counts.taken == 1)
    #expect(trial.counts.known == 1)
    #expect(trial.counts.newLeads == 1)
    let (after, now) = try await store.read { (try $0.jobs(limit: 10), try $0.head()) }
    #expect(before == after)
    #expect(head == now)
    #expect(try await facts(store) == kept)
    #expect(try await take([lead("8", employees: "9")], workspace).counts.newLeads == 1)
  }

  @Test func whatIsTakenBackWasNeverThere() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [
        Said.identify("ada", ["email": "ada@example.com", "employees": "12"]),
        Said.identify(anonymous: "browser", ["employees": "500"]), Said.track("demo_request", user: "ada"),
      ], source: 1)
    let ada = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    let before = try await workspace.lead(ada)?.score?.outcome
    var row = lead("7", email: "ada@example.com", employees: "250", title: "VP Sales", outcome: "won")
    // The file says that the browser is hers.
    row.message.userID = "ada"
    row.message.anonymousID = "tablet"
    let leads = try await take([row, lead("9", email: "new@example.com")], workspace)
    let events = try await take(events: [("7", "page_view", clock.now - 10)], workspace)
    #expect(try await workspace.lead(ada)?.score?.outcome != before)
    #expect(try await workspace.undoImport(events.job, actor: "test") == 1)
    #expect(try await workspace.undoImport(leads.job, actor: "test") == 2)
    #expect(try await workspace.lead(ada)?.score?.outcome == before)
    #expect(try await workspace.isRight())
    #expect(try await workspace.lead(known: Identity(.recordID, "7")) == nil)
    #expect(try await workspace.store.read { try $0.outcomes(of: ada) }.isEmpty)
    // A second time there is nothing to take back, and the file can be imported anew.
    #expect(try await workspace.undoImport(leads.job, actor: "test") == nil)
    #expect(try await take([row], workspace).counts.taken == 1)
    #expect(
      try await workspace.store.read { try $0.audit(limit: 100) }.contains { $0.action == "undo import \(leads.job)" })
  }

  @Test func leadsThatAFileMadeOnePersonAreTwoAgain() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    _ = try await workspace.ingest(
      [
        Said.identify("ada", ["employees": "12"]), Said.identify(nil, anonymous: "b", ["email": "ada@example.com"]),
      ], source: 1)
    let ada = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    let other = try #require(try await workspace.lead(known: Identity(.email, "ada@example.com")))
    var row = lead("7", email: "ada@example.com")
    row.message.userID = "ada"
    let done = try await take([row], workspace)
    #expect(done.counts.merges.map(\.lead) == [max(ada, other)])
    #expect(try await workspace.lead(max(ada, other))?.number == min(ada, other))
    _ = try await workspace.undoImport(done.job, actor: "test")
    #expect(try await workspace.lead(max(ada, other))?.number == max(ada, other))
    #expect(try await workspace.isRight())
  }

  @Test func theKeyOfACallerIsNotTakenForAnImport() async throws {
    let workspace = try await makeWorkspace(MemoryStore(), clock)
    let done = try await take([lead("7", employees: "5")], workspace)
    // A key with the number of the job.
    _ = try await workspace.ingest([Said.identify("ada", ["employees": "12"])], source: done.job)
    _ = try await workspace.undoImport(done.job, actor: "test")
    #expect(try await workspace.outcome(of: "ada")?.contains(#""fit":10"#) == true)
  }

  /// Files, events, their undoing and live messages, in two processes on one database: scores are what the ledger says.
  @Test(arguments: 1...8)
  func whateverIsImportedAndTakenBackScoresAreRight(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let store = MemoryStore()
    let workspaces = [try await makeWorkspace(store, clock), try await makeWorkspace(store, clock)]
    var jobs: [Int64] = []
    for _ in 0..<20 {
      let workspace = workspaces[Int.random(in: 0...1, using: &generator)]
      let id = { (generator: inout SeededGenerator) in String(Int.random(in: 0..<6, using: &generator)) }
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        let rows = (0..<4).map { _ in
          lead(
            id(&generator), email: "\(id(&generator))@example.com",
            employees: String(Int.random(in: 1...300, using: &generator)))
        }
        jobs.append(try await take(rows, workspace).job)
      case 1:
        var events: [(String, String, Int64)] = []
        for _ in 0..<6 {
          let id = id(&generator)
          if try await workspace.lead(known: Identity(.recordID, id)) == nil { continue }
          events.append((id, ["demo_request", "page_view"].randomElement(using: &generator) ?? "", clock.now - 60))
        }
        if !events.isEmpty { jobs.append(try await take(events: events, workspace).job) }
      case 2:
        if let job = jobs.randomElement(using: &generator) { _ = try await workspace.undoImport(job, actor: "test") }
      default:
        _ = try await workspace.ingest(
          [
            Said.identify(id(&generator), ["email": "\(id(&generator))@example.com"]),
            Said.track("demo_request", user: id(&generator)),
          ],
          source: 1)
      }
      for workspace in workspaces { #expect(try await workspace.isRight(), "seed \(seed)") }
    }
  }
}
