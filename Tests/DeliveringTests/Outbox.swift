import Delivering
import Logging
import Service
import Store
import Synchronization
import TestSupport

/// A store with subscriptions and crossings to deliver, a clock that a test moves, and a messenger that does what a test says.
final class Outbox: Sendable {
  let store = MemoryStore()
  let clock = Mutex<Int64>(Outbox.start)
  let messenger: ScriptedMessenger

  /// A full hour.
  static let start: Int64 = 1_772_442_000

  init(_ answer: @escaping @Sendable (ScriptedMessenger.Sent, _ earlier: Int) -> Attempt = { _, _ in .delivered }) {
    messenger = ScriptedMessenger(answer)
  }

  func wait(_ seconds: Int64) { clock.withLock { $0 += seconds } }

  var now: Int64 { clock.withLock { $0 } }

  func worker(
    _ messenger: (any Messenger)? = nil, seed: UInt64 = 1, _ change: (inout DeliverySettings) -> Void = { _ in }
  ) -> DeliveryWorker {
    var settings = DeliverySettings()
    settings.digestLookSeconds = 0
    settings.pollMilliseconds = 10
    change(&settings)
    return DeliveryWorker(
      store, messenger ?? self.messenger, settings,
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
      generator: SeededGenerator(seed: seed), clock: { self.now })
  }

  /// Adds a subscription.
  func subscribe(
    channel: String = "webhook", target: String = "https://example.com", secret: String = "", hourlyLimit: Int = 1000
  ) async throws -> Int64 {
    try await store.write { ledger in
      try ledger.put(
        subscription: Subscription(
          name: "Sales", channel: channel, target: target, secret: secret, hourlyLimit: hourlyLimit))
    }
  }

  /// Commits a crossing for each of these leads, and its delivery to a subscription.
  func cross(_ leads: [Int64], _ subscription: Int64) async throws {
    let now = now
    try await store.write { ledger in
      var head = try ledger.head()
      for value in leads {
        let lead = LeadNumber(value)
        if try ledger.lead(lead) == nil { try ledger.insert(leads: [LeadRecord(lead, createdAt: now)]) }
        head.lead = max(head.lead, value)
        head.number += 1
        let crossing = Crossing(
          number: head.number, model: 1, lead: lead, at: max(now, head.at), what: "stage", from: "mql", to: "sql",
          isUp: true, cause: Cause(.day))
        try ledger.insert(crossings: [crossing])
        let payload = CrossingMessage.json(
          crossing, AlertedLead(name: "Lead \(value)"), outcome: #"{"total":85}"#, version: "v",
          subscription: subscription)
        try ledger.insert(deliveries: [
          Delivery(
            subscription: subscription, crossing: crossing.number, lead: lead, payload: payload, notBefore: crossing.at)
        ])
      }
      head.commit += 1
      head.at = max(now, head.at)
      try ledger.append(Commit(number: head.commit, at: head.at, leads: nil), head: head)
    }
  }

  func states() async throws -> [Delivery.State] {
    try await store.read { ledger in
      var states: [Delivery.State] = []
      while let delivery = try ledger.delivery(Int64(states.count + 1)) { states.append(delivery.state) }
      return states
    }
  }

  func delivery(_ number: Int64) async throws -> Delivery? { try await store.read { try $0.delivery(number) } }
}

/// Sends nothing, remembers everything, and answers as a test says.
final class ScriptedMessenger: Messenger {
  struct Sent: Sendable, Hashable {
    var id: String
    var subscription: Int64
    var parts: Int
    var at: Int64
    var json: String
  }

  private let all = Mutex<[Sent]>([])
  private let answer: @Sendable (Sent, Int) -> Attempt

  init(_ answer: @escaping @Sendable (Sent, Int) -> Attempt) { self.answer = answer }

  var sent: [Sent] { all.withLock { $0 } }

  func send(_ message: OutgoingMessage, to subscription: Subscription, at moment: Int64) async -> Attempt {
    let sent = Sent(
      id: message.id, subscription: subscription.number, parts: message.parts.count, at: moment, json: message.json)
    let earlier = all.withLock { all in
      all.append(sent)
      return all.count - 1
    }
    return answer(sent, earlier)
  }
}

/// Sends, and then the process is gone before it could write down what came of it.
struct DyingMessenger: Messenger {
  let inner: ScriptedMessenger

  func send(_ message: OutgoingMessage, to subscription: Subscription, at moment: Int64) async -> Attempt {
    _ = await inner.send(message, to: subscription, at: moment)
    // Never resumed: its worker does not get to write.
    return await withUnsafeContinuation { (_: UnsafeContinuation<Attempt, Never>) in }
  }
}
