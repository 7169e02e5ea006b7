import Leads
import Logging
import Service
import Store
import Synchronization
import Tracking

/// A clock that a test moves.
final class TestClock: Sendable {
  private let seconds: Atomic<Int64>

  init(_ moment: String) {
    guard let instant = Instant(moment) else { preconditionFailure("\(moment) is no moment") }
    seconds = Atomic(instant.secondsSince1970)
  }

  var now: Int64 { seconds.load(ordering: .sequentiallyConsistent) }

  func advance(days: Int64 = 0, seconds more: Int64 = 0) {
    seconds.add(days * 86_400 + more, ordering: .sequentiallyConsistent)
  }

  func set(_ moment: Int64) { seconds.store(moment, ordering: .sequentiallyConsistent) }
}

/// A small model whose points are easily added up by hand.
let plainModel = """
  leadline: 1
  name: Plain
  exclude:
    - { name: Competitor, when: "domain(email) = 'rival.example'" }
  scores:
    fit:
      range: 0..100
      rules:
        - { name: Senior, when: "seniority(job_title) in ('c-level', 'vp')", points: 30 }
        - { name: Large, by: employees, points: { "<10": 0, "10..99": 10, "100+": 20 } }
    engagement:
      range: 0..100
      rules:
        - { name: Pricing, on: page_view, where: "contains(url, '/pricing')", within: 30d, points: 10, max: 30 }
        - { name: Demo, on: demo_request, points: 40, decay: half-life 10d, count: once }
        - { name: Quiet, idle: { 30d: -20 } }
    total:
      range: 0..100
      sum: { fit: 1, engagement: 1 }
  bands:
    total: { hot: 60, warm: 30, cold: }
  stages:
    - { name: sql, when: "total >= 60" }
    - { name: mql, when: "total >= 30" }
    - { name: known }
  """

/// A workspace in memory, or on a given store, by the plain model or another.
func makeWorkspace(
  _ store: any Store = MemoryStore(), _ clock: TestClock, model: String? = plainModel,
  _ change: (inout Workspace.Settings) -> Void = { _ in }
) async throws -> Workspace {
  var settings = Workspace.Settings()
  change(&settings)
  let workspace = try await Workspace(
    store: store, settings: settings, clock: { clock.now },
    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  if let model, try await workspace.models().isEmpty {
    let draft = try await workspace.draft(model, author: "test")
    try await workspace.publish(draft.number, actor: "test")
  }
  return workspace
}

/// Messages, written shortly.
enum Said {
  static func identify(
    _ user: String? = nil, anonymous: String? = nil, id: String? = nil, at: Int64? = nil, content: UInt64 = 0,
    _ traits: KeyValuePairs<String, String?>
  ) -> TrackedMessage {
    TrackedMessage(
      messageID: id, userID: user, anonymousID: anonymous, act: .identify,
      traits: traits.map { TrackedMessage.Trait($0, $1) }, at: at, content: content)
  }

  static func track(
    _ name: String, user: String? = nil, anonymous: String? = nil, id: String? = nil, at: Int64? = nil,
    properties: String = "", isBot: Bool = false, content: UInt64 = 0
  ) -> TrackedMessage {
    TrackedMessage(
      messageID: id, userID: user, anonymousID: anonymous, act: .track(name: name, properties: properties), at: at,
      isBot: isBot, content: content)
  }
}

extension Workspace {
  /// What is kept of a lead's scores, as text, by a user's id.
  func outcome(of user: String) async throws -> String? {
    guard let number = try await lead(known: Identity(.userID, user)) else { return nil }
    return try await lead(number)?.score?.outcome
  }

  /// Whether all scores are what the ledger says.
  func isRight() async throws -> Bool {
    let settings = settings
    return try await store.read { ledger in
      try RescoreCheck(ledger, utcOffset: settings.utcOffset, threads: 1).isRight
    }
  }
}
