import Service
import Store

/// The transaction in which a process takes deliveries on: what is due, within the limits of each receiver.
struct Claiming: Sendable {
  let settings: DeliverySettings
  /// Now, in the ledger's time.
  let moment: Int64
  /// How many messages may be taken on.
  let room: Int
  /// How many are under way to each subscription.
  let underWay: [Int64: Int]
  let looksForDigests: Bool
  let isDue: Bool

  /// How many crossings a digest holds at most; more make another one.
  static let digestSize = 1000

  struct Result: Sendable {
    var claims: [DeliveryWorker.Claim] = []
    var putOff = 0
    var dead = 0

    /// Whether there may be more that is due.
    var isWorthAnotherLook: Bool { !claims.isEmpty || putOff + dead > 0 }
  }

  func claim(_ ledger: any LedgerWriting) throws -> Result {
    let subscriptions = Dictionary(try ledger.subscriptions().map { ($0.number, $0) }) { first, _ in first }
    var result = Result()
    var underWay = underWay
    if looksForDigests {
      for subscription in subscriptions.values.sorted(by: { $0.number < $1.number }) {
        try claimDigest(of: subscription, &underWay, &result, ledger)
      }
    }
    if isDue { try claimSingly(subscriptions, &underWay, &result, ledger) }
    return result
  }

  /// Whether anything waits for a digest.
  func hasDigests(_ ledger: any LedgerReading) throws -> Bool {
    try !ledger.deliveries(.digest, subscription: nil, limit: 1).isEmpty
  }

  // MARK: One by one

  private func claimSingly(
    _ subscriptions: [Int64: Subscription], _ underWay: inout [Int64: Int], _ result: inout Result,
    _ ledger: any LedgerWriting
  ) throws {
    var sent: [Int64: Int] = [:]
    // A slow receiver must not fill every look with what waits for it.
    let busy = Self.busy(self.underWay, settings)
    let due = try ledger.dueDeliveries(at: moment, limit: max(64, 2 * room), besides: busy)
    for var delivery in due {
      guard let subscription = subscriptions[delivery.subscription], subscription.isActive else {
        try bury(&delivery, ledger, &result)
        continue
      }
      let number = subscription.number
      let inLastHour = try sent[number] ?? ledger.deliveryCount(subscription: number, since: moment - 3600 + 1)
      sent[number] = inLastHour
      if delivery.attempts == 0, inLastHour >= subscription.hourlyLimit {
        delivery.state = .digest
        delivery.notBefore = nextHour
        try ledger.update(delivery: delivery)
        result.putOff += 1
      } else if result.claims.count >= room {
        // It is due still, and taken on with the next look.
        continue
      } else if underWay[number, default: 0] < settings.inFlightForEach {
        if delivery.attempts == 0 { sent[number] = inLastHour + 1 }
        underWay[number, default: 0] += 1
        let taken = try lease([delivery], ledger)
        result.claims.append(
          DeliveryWorker.Claim(subscription: subscription, deliveries: taken, message: OutgoingMessage(taken[0])))
      }
    }
  }

  /// The subscriptions to which as much is under way as may be.
  static func busy(_ underWay: [Int64: Int], _ settings: DeliverySettings) -> Set<Int64> {
    Set(underWay.filter { $0.value >= settings.inFlightForEach }.keys)
  }

  /// Digests go out at full hours.
  private var nextHour: Int64 { (moment / 3600 + 1) * 3600 }

  private func bury(_ delivery: inout Delivery, _ ledger: any LedgerWriting, _ result: inout Result) throws {
    delivery.state = .dead
    delivery.problem = "the subscription is off"
    try ledger.update(delivery: delivery)
    result.dead += 1
  }

  // MARK: Digests

  /// Takes on the digest of a subscription, if there is one and it is due.
  ///
  /// What was tried once stays together, so that a digest keeps its id and its content however often it is sent.
  private func claimDigest(
    of subscription: Subscription, _ underWay: inout [Int64: Int], _ result: inout Result, _ ledger: any LedgerWriting
  ) throws {
    let number = subscription.number
    let waiting = try Array(ledger.deliveries(.digest, subscription: number, limit: .max).reversed())
    if waiting.isEmpty { return }
    guard subscription.isActive else {
      for var delivery in waiting { try bury(&delivery, ledger, &result) }
      return
    }
    let begun = waiting.filter { $0.attempts > 0 }
    let content = begun.isEmpty ? Array(waiting.prefix(Self.digestSize)) : begun
    let due = content.filter { $0.notBefore <= moment }
    guard !due.isEmpty, begun.isEmpty || due.count == begun.count, result.claims.count < room else { return }
    underWay[number, default: 0] += 1
    let taken = try lease(due, ledger)
    let message = taken.count == 1 ? OutgoingMessage(taken[0]) : OutgoingMessage(digest: taken)
    result.claims.append(DeliveryWorker.Claim(subscription: subscription, deliveries: taken, message: message))
  }

  /// Writes that deliveries belong to this process until the lease has passed. Of a digest only the first one counts as tried.
  private func lease(_ deliveries: [Delivery], _ ledger: any LedgerWriting) throws -> [Delivery] {
    try deliveries.enumerated().map { index, delivery in
      var delivery = delivery
      delivery.attempts += 1
      delivery.notBefore = moment + settings.leaseSeconds
      if index == 0 { delivery.triedAt = moment }
      try ledger.update(delivery: delivery)
      return delivery
    }
  }
}

/// What came of an attempt, as it is written down.
enum Settlement: Sendable {
  case delivered
  case again(String, notBefore: Int64)
  case dead(String, turnsOff: Bool)

  /// Writes it to the deliveries of a claim that nobody has taken on since, or settled.
  func apply(to claim: DeliveryWorker.Claim, _ ledger: any LedgerWriting) throws {
    for taken in claim.deliveries {
      guard var delivery = try ledger.delivery(taken.number), delivery.state == taken.state else { continue }
      let isOurs = delivery.attempts == taken.attempts
      switch self {
      case .delivered:
        delivery.state = .delivered
        delivery.problem = ""
      case .again(let problem, let notBefore):
        guard isOurs else { continue }
        delivery.notBefore = notBefore
        delivery.problem = problem
      case .dead(let problem, _):
        guard isOurs else { continue }
        delivery.state = .dead
        delivery.problem = problem
      }
      try ledger.update(delivery: delivery)
    }
    guard case .dead(_, turnsOff: true) = self else { return }
    let number = claim.subscription.number
    guard var subscription = try ledger.subscriptions().first(where: { $0.number == number }) else { return }
    // A subscription that was given another receiver meanwhile stays on.
    guard subscription.target == claim.subscription.target else { return }
    subscription.isActive = false
    _ = try ledger.put(subscription: subscription)
  }
}
