import Store

/// What could not be delivered, and how it is delivered after all.
public struct DeadLetters: Sendable {
  /// There is no delivery of this number that was given up.
  public struct NotDead: Error, Sendable, Hashable {
    /// The number.
    public var number: Int64
  }

  private let store: any Store

  /// The dead letters of a store.
  public init(_ store: any Store) { self.store = store }

  /// Deliveries that were given up, the newest first.
  ///
  /// - Parameter subscription: only those of a subscription; nil for all.
  public func list(subscription: Int64? = nil, limit: Int = 100) async throws -> [Delivery] {
    try await store.read { try $0.deliveries(.dead, subscription: subscription, limit: limit) }
  }

  /// Has a delivery tried anew, under the id that it had, as often as a new one.
  ///
  /// - Parameter moment: now, in seconds since 1970.
  public func replay(_ number: Int64, at moment: Int64) async throws {
    try await store.write { ledger in
      guard let delivery = try ledger.delivery(number), delivery.state == .dead else { throw NotDead(number: number) }
      try ledger.update(delivery: Self.anew(delivery, moment))
    }
  }

  /// Has everything of a subscription that was given up tried anew, in the order in which it happened.
  ///
  /// - Parameter moment: now, in seconds since 1970.
  /// - Returns: how many deliveries there are.
  public func replayAll(subscription: Int64, at moment: Int64) async throws -> Int {
    try await store.write { ledger in
      let dead = try ledger.deliveries(.dead, subscription: subscription, limit: .max)
      for delivery in dead { try ledger.update(delivery: Self.anew(delivery, moment)) }
      return dead.count
    }
  }

  private static func anew(_ delivery: Delivery, _ moment: Int64) -> Delivery {
    var delivery = delivery
    delivery.state = .waiting
    delivery.attempts = 0
    delivery.notBefore = moment
    delivery.problem = ""
    return delivery
  }
}
