import Logging
import Service
import Store

/// Delivers what the outbox holds, at least once, and under one id however often.
///
///     let worker = DeliveryWorker(store, messenger, settings)
///     await worker.run()              // until stop()
///     worker.committed()              // after a transaction that may have added deliveries
///
/// Several processes may run one each on a store: a delivery is taken by a lease that is written before it is tried. A
/// process that dies between an attempt and writing down what came of it leaves the delivery to whoever looks after the lease has
/// passed. `Documentation/Alerts.md` has the states.
public actor DeliveryWorker {
  /// What was done since the start.
  public struct Figures: Sendable, Hashable {
    /// Messages that a receiver has taken; a digest is one.
    public var delivered = 0
    /// Attempts that failed and will be repeated.
    public var failed = 0
    /// Messages that were given up.
    public var dead = 0
    /// Crossings that were put off to a digest.
    public var putOff = 0

    /// Nothing yet.
    public init() {}
  }

  /// A message that this process has taken on.
  struct Claim: Sendable {
    var subscription: Subscription
    var deliveries: [Delivery]
    var message: OutgoingMessage
  }

  let store: any Store
  let settings: DeliverySettings
  private let messenger: any Messenger
  private let clock: @Sendable () -> Int64
  private let logger: Logger
  private var generator: any RandomNumberGenerator & Sendable
  /// By how much the moments of the ledger are ahead of the clock, which may have been set back.
  private var ahead: Int64 = 0
  private var underWay: [Int64: Int] = [:]
  private var nextDigestLook = Int64.min
  private var isStopping = false
  private var counts = Figures()
  private let nudges: AsyncStream<Void>
  private let nudge: AsyncStream<Void>.Continuation

  /// A worker on a store.
  ///
  /// - Parameters:
  ///   - clock: the time, in seconds since 1970.
  ///   - generator: the chance by which repeated attempts are spread.
  public init(
    _ store: any Store, _ messenger: any Messenger, _ settings: DeliverySettings, logger: Logger,
    generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
    clock: @escaping @Sendable () -> Int64
  ) {
    self.store = store
    self.messenger = messenger
    self.settings = settings
    self.logger = logger
    self.generator = generator
    self.clock = clock
    (nudges, nudge) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// What was done since the start.
  public var figures: Figures { counts }

  /// Says that deliveries may have been added; to be called after the commit. Returns at once.
  public nonisolated func committed() { nudge.yield() }

  /// Delivers until `stop()` was called and what was under way has ended.
  ///
  /// A store that cannot be used for a while only delays deliveries.
  public func run() async {
    await withDiscardingTaskGroup { group in
      let ticks = Task { [nudge, settings] in
        while !Task.isCancelled {
          nudge.yield()
          try? await Task.sleep(for: .milliseconds(settings.pollMilliseconds))
        }
      }
      for await _ in nudges {
        if isStopping { break }
        do {
          while case let look = try await self.look(), look.isWorthAnotherLook {
            for claim in look.claims { group.addTask { await self.carryOut(claim) } }
          }
        } catch {
          logger.error("deliveries cannot be read", metadata: ["problem": "\(error)"])
        }
      }
      ticks.cancel()
    }
  }

  /// Takes on nothing more; `run()` returns when the attempts that are under way have ended.
  public func stop() {
    isStopping = true
    nudge.yield()
  }

  /// Delivers what is due now, and returns how many messages were tried.
  @discardableResult
  public func deliverDue() async throws -> Int {
    var count = 0
    while case let look = try await self.look(), look.isWorthAnotherLook {
      count += look.claims.count
      await withDiscardingTaskGroup { group in
        for claim in look.claims { group.addTask { await self.carryOut(claim) } }
      }
    }
    return count
  }

  // MARK: Taking on

  /// Takes on what is due, as far as there is room.
  private func look() async throws -> Claiming.Result {
    let room = settings.inFlight - underWay.values.reduce(0, +)
    if room <= 0 || isStopping { return Claiming.Result() }
    let now = clock()
    let ahead = ahead
    // Reading is cheap, and does not hold up those who write.
    let busy = Claiming.busy(underWay, settings)
    let (head, isDue) = try await store.read { ledger in
      let head = try ledger.head()
      let moment = max(now + ahead, head.at)
      return (head.at, try !ledger.dueDeliveries(at: moment, limit: 1, besides: busy).isEmpty)
    }
    self.ahead = max(self.ahead, head - now)
    let moment = now + self.ahead
    let looksForDigests = moment >= nextDigestLook
    if looksForDigests { nextDigestLook = moment + settings.digestLookSeconds }
    guard isDue || looksForDigests else { return Claiming.Result() }
    let claiming = Claiming(
      settings: settings, moment: moment, room: room, underWay: underWay, looksForDigests: looksForDigests, isDue: isDue
    )
    // A transaction that changes nothing is not worth a place in the queue of writers.
    if !isDue, try await !store.read({ try claiming.hasDigests($0) }) { return Claiming.Result() }
    let claimed = try await store.write { try claiming.claim($0) }
    counts.putOff += claimed.putOff
    counts.dead += claimed.dead
    for claim in claimed.claims { underWay[claim.subscription.number, default: 0] += 1 }
    return claimed
  }

  // MARK: Trying

  private func carryOut(_ claim: Claim) async {
    let attempt = await messenger.send(claim.message, to: claim.subscription, at: clock())
    do {
      try await settle(claim, attempt)
    } catch {
      // The lease passes, and the delivery is tried again under the same id.
      logger.error(
        "what came of a delivery cannot be written", metadata: ["id": "\(claim.message.id)", "problem": "\(error)"])
    }
    let left = (underWay[claim.subscription.number] ?? 1) - 1
    underWay[claim.subscription.number] = left > 0 ? left : nil
    nudge.yield()
  }

  private func settle(_ claim: Claim, _ attempt: Attempt) async throws {
    let tried = claim.deliveries[0].attempts
    let moment = clock() + ahead
    let settlement: Settlement
    switch attempt {
    case .delivered: settlement = .delivered
    case .gone: settlement = .dead("the receiver is gone (410); the subscription is off now", turnsOff: true)
    case .refused(let problem): settlement = .dead(problem, turnsOff: false)
    case .failed(let problem, let least):
      let wait = draw(after: tried).map { max($0, least ?? 0) }
      settlement = wait.map { .again(problem, notBefore: moment + $0) } ?? .dead(problem, turnsOff: false)
    }
    try await store.write { try settlement.apply(to: claim, $0) }
    note(settlement, claim)
  }

  private func draw(after attempt: Int) -> Int64? {
    func open(_ generator: inout some RandomNumberGenerator & Sendable) -> Int64? {
      settings.retry.wait(after: attempt, using: &generator)
    }
    return open(&generator)
  }

  private func note(_ settlement: Settlement, _ claim: Claim) {
    switch settlement {
    case .delivered: counts.delivered += 1
    case .again: counts.failed += 1
    case .dead(let problem, _):
      counts.dead += 1
      logger.warning(
        "a delivery was given up",
        metadata: [
          "id": "\(claim.message.id)", "subscription": "\(claim.subscription.number)", "problem": "\(problem)",
        ])
    }
  }
}
