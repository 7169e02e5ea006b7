import Crypto
import FoundationEssentials
import Scoring
import Store

/// Why a subscription is not kept.
public enum SubscriptionRefusal: Error, Sendable, Hashable {
  /// There is none of this number.
  case unknown
  /// Something is wrong with it.
  case issues([SubscriptionIssue])
}

extension Workspace {
  /// Keeps a subscription: a new one (number 0), which gets a secret if it is signed and has none, or another state of a
  /// known one, which keeps its secret if none is given.
  public func put(_ subscription: Subscription, actor: String) async throws -> Subscription {
    let model = try await look { content, _ in content.models.first { $0.isChampion }?.model }
    let issues = subscription.issues(model ?? ScoringModel(name: "", scores: []))
    if !issues.isEmpty { throw SubscriptionRefusal.issues(issues) }
    let secret = "whsec_" + SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64EncodedString()
    let now = clockNow
    return try await store.write { ledger in
      var kept = subscription
      if kept.number != 0 {
        guard let known = try ledger.subscriptions().first(where: { $0.number == kept.number }) else {
          throw SubscriptionRefusal.unknown
        }
        if kept.secret.isEmpty { kept.secret = known.secret }
      } else if kept.secret.isEmpty, kept.channel == Subscription.Channel.webhook.rawValue {
        kept.secret = secret
      }
      kept.number = try ledger.put(subscription: kept)
      try ledger.insert(
        audit: AuditEntry(at: now, actor: actor, action: "subscription", detail: "\(kept.number) \(kept.name)"))
      return kept
    }
  }

  /// Delivers something again that was delivered or given up, under the same id. Nil if there is no such delivery.
  public func replay(_ number: Int64, actor: String) async throws -> Delivery? {
    let now = clockNow
    return try await store.write { ledger in
      guard var delivery = try ledger.delivery(number), delivery.state == .dead || delivery.state == .delivered else {
        return nil
      }
      delivery.state = .waiting
      delivery.attempts = 0
      delivery.notBefore = now
      delivery.problem = ""
      try ledger.update(delivery: delivery)
      try ledger.insert(audit: AuditEntry(at: now, actor: actor, action: "replay delivery", detail: "\(number)"))
      return delivery
    }
  }
}
