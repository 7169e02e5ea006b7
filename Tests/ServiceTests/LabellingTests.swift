import Service
import Store
import TestSupport
import Testing
import Tracking

/// What is taken for a person's act counts, and what turns out to be none counts no longer.
@Suite struct LabellingTests {
  let clock = TestClock("2026-03-10T12:00:00Z")

  /// 10 for each link that is followed, 3 for each mail that is opened, 1 for each page.
  static let model = """
    leadline: 1
    name: Mail
    scores:
      engagement:
        range: 0..1000
        rules:
          - { name: Click, on: email_clicked, points: 10 }
          - { name: Open, on: email_opened, points: 3 }
          - { name: Page, on: page_view, points: 1 }
    stages:
      - { name: hot, when: "engagement >= 20" }
      - { name: cold }
    """

  private func workspace(_ store: any Store = MemoryStore()) async throws -> Workspace {
    try await makeWorkspace(store, clock, model: Self.model)
  }

  private func click(_ link: String, at seconds: Int64 = 0, user: String = "ada") -> TrackedMessage {
    Said.track(
      "email_clicked", user: user, at: clock.now - 1000 + seconds,
      properties: #"{"campaign":"spring","url":"\#(link)"}"#)
  }

  private func open(at seconds: Int64 = 0) -> TrackedMessage {
    Said.track("email_opened", user: "ada", at: clock.now - 1000 + seconds, properties: #"{"campaign":"spring"}"#)
  }

  private func labels(_ workspace: Workspace) async throws -> [EventLabel] {
    let ada = try #require(try await workspace.lead(known: Identity(.userID, "ada")))
    return try await workspace.store.read { try $0.events(of: ada).map(\.label) }
  }

  private func points(_ workspace: Workspace) async throws -> String? {
    #expect(try await workspace.isRight())
    return try await workspace.outcome(of: "ada")
  }

  @Test(arguments: [true, false])
  func whoFollowsAllLinksAtOnceIsAScannerFromTheFirstLinkOn(together: Bool) async throws {
    let workspace = try await workspace()
    let clicks = [click("/a"), click("/b", at: 1), click("/c", at: 2)]
    if together {
      _ = try await workspace.ingest(clicks, source: 1)
    } else {
      _ = try await workspace.ingest([clicks[0]], source: 1)
      _ = try await workspace.ingest([clicks[1]], source: 1)
      // Two links are what a person in a hurry follows, too.
      #expect(try await points(workspace) == #"{"engagement":20,"stage":"hot"}"#)
      _ = try await workspace.ingest([clicks[2]], source: 1)
    }
    #expect(try await labels(workspace) == [.bot, .bot, .bot])
    #expect(try await points(workspace) == #"{"engagement":0,"stage":"cold"}"#)
    // A minute later somebody reads the mail.
    _ = try await workspace.ingest([click("/a", at: 90)], source: 1)
    #expect(try await points(workspace) == #"{"engagement":10,"stage":"cold"}"#)
  }

  @Test(arguments: [true, false])
  func anOpeningAndTheClickThatShowsItArePaidOnce(together: Bool) async throws {
    let workspace = try await workspace()
    for group in together ? [[open(), click("/a", at: 20)]] : [[open()], [click("/a", at: 20)]] {
      _ = try await workspace.ingest(group, source: 1)
    }
    #expect(try await labels(workspace) == [.implied, .person])
    #expect(try await points(workspace) == #"{"engagement":10,"stage":"cold"}"#)
    // Outside of a minute it is another act.
    _ = try await workspace.ingest([open(at: 81)], source: 1)
    #expect(try await points(workspace) == #"{"engagement":13,"stage":"cold"}"#)
  }

  @Test func aLinkThatIsFollowedWithinSecondsOfDeliveryIsAScanners() async throws {
    let workspace = try await workspace()
    let delivered = Said.track(
      "email_delivered", user: "ada", at: clock.now - 1000, properties: #"{"campaign":"spring"}"#)
    _ = try await workspace.ingest([delivered], source: 1)
    _ = try await workspace.ingest([click("/a", at: 5), click("/b", at: 6)], source: 1)
    #expect(try await labels(workspace) == [.person, .bot, .person])
  }

  @Test func theSameActTwiceWithinMomentsIsPaidOnce() async throws {
    let workspace = try await workspace()
    func view(_ id: String, _ seconds: Int64) -> TrackedMessage {
      Said.track("page_view", user: "ada", id: id, at: clock.now - 1000 + seconds, properties: #"{"url":"/"}"#)
    }
    _ = try await workspace.ingest([view("a", 0), view("b", 2)], source: 1)
    _ = try await workspace.ingest([view("c", 2), view("d", 3)], source: 1)
    #expect(try await labels(workspace) == [.person, .repeated, .repeated, .person])
    #expect(try await points(workspace) == #"{"engagement":2,"stage":"cold"}"#)
  }

  @Test func whatAProgramDoesIsKeptAndDoesNotCount() async throws {
    let workspace = try await workspace()
    var message = Said.track("page_view", user: "ada")
    message.userAgent = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
    _ = try await workspace.ingest([message], source: 1)
    #expect(try await labels(workspace) == [.bot])
    #expect(try await points(workspace) == #"{"engagement":0,"stage":"cold"}"#)
  }

  @Test func whoUsesTwoDevicesIsOnePerson() async throws {
    let workspace = try await workspace()
    _ = try await workspace.ingest([Said.track("page_view", anonymous: "phone", at: clock.now - 5000)], source: 1)
    _ = try await workspace.ingest([Said.identify("ada", [:])], source: 1)
    _ = try await workspace.ingest([Said.identify("ada", anonymous: "phone", [:])], source: 1)
    // The mail is opened on one device, its link followed on the other.
    _ = try await workspace.ingest([open()], source: 1)
    var other = click("/a", at: 9)
    other.userID = nil
    other.anonymousID = "phone"
    _ = try await workspace.ingest([other], source: 1)
    #expect(try await points(workspace) == #"{"engagement":11,"stage":"cold"}"#)
  }

  /// However acts come in, in one transaction or in many, in two processes or one, scores are what the ledger says.
  @Test(arguments: 1...20)
  func relabellingRepairsScores(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let store = MemoryStore()
    let workspaces = [try await workspace(store), try await workspace(store)]
    var relabelled = 0
    for _ in 0..<25 {
      let messages = (0..<Int.random(in: 1...8, using: &generator)).map { _ -> TrackedMessage in
        let seconds = Int64.random(in: 0...120, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: return open(at: seconds)
        case 1: return Said.track("page_view", user: "ada", at: clock.now - 1000 + seconds)
        default: return click("/\(Int.random(in: 0..<6, using: &generator))", at: seconds)
        }
      }
      let workspace = workspaces[Int.random(in: 0...1, using: &generator)]
      _ = try await workspace.ingest(messages, source: 1)
      for workspace in workspaces { #expect(try await workspace.isRight(), "seed \(seed)") }
      relabelled = try await labels(workspace).count { $0 != .person }
    }
    #expect(relabelled > 10, "seed \(seed)")
  }
}
