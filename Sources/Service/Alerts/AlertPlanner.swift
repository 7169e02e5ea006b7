import Conditions
import Leads
import Scoring
import Store

/// Says what has to be told of crossings, and to whom; called within the transaction that writes the crossings.
///
///     planner.update(try ledger.subscriptions())
///     let deliveries = try planner.deliveries(of: crossing, outcome: record.outcome, reading) {
///       try AlertedLead(of: crossing, in: ledger)
///     }
///     try ledger.insert(deliveries: deliveries)
///
/// Pure: it reads nothing itself. Deliveries are due at the moment of the crossing; how many an hour a receiver gets is
/// decided when they are sent.
public struct AlertPlanner: Sendable {
  /// A subscription whose condition does not fit the model.
  public struct Problem: Sendable, Hashable {
    /// The subscription's number.
    public var subscription: Int64
    /// What is wrong with its condition.
    public var issue: ConditionIssue
  }

  /// The subscriptions that it plans for.
  public private(set) var subscriptions: [Subscription] = []
  /// Those whose condition does not fit the model, such as when a score is gone: what they name that is not known is missing.
  public private(set) var problems: [Problem] = []
  private var filters: [(subscription: Int64, filter: SubscriptionFilter)] = []
  private let model: ScoringModel

  /// A planner for crossings by a model.
  public init(_ subscriptions: [Subscription] = [], _ model: ScoringModel) {
    self.model = model
    update(subscriptions)
  }

  /// Takes over subscriptions; free if nothing changed.
  public mutating func update(_ subscriptions: [Subscription]) {
    if subscriptions == self.subscriptions { return }
    self.subscriptions = subscriptions
    problems = []
    filters = []
    for subscription in subscriptions where subscription.isActive {
      do throws(ConditionIssue) {
        filters.append((subscription.number, try SubscriptionFilter(subscription.condition, model)))
      } catch {
        problems.append(Problem(subscription: subscription.number, issue: error))
        filters.append((subscription.number, SubscriptionFilter(lenient: subscription.condition, model)))
      }
    }
  }

  /// What has to be told of a crossing, by subscription.
  ///
  /// - Parameters:
  ///   - outcome: what the model reports of the lead now, as `ScoreRecord.outcome`.
  ///   - reading: the same by name, and `stage` for where the lead stands.
  ///   - lead: who the lead is; asked at most once, and only if somebody wants to hear of it.
  public func deliveries(
    of crossing: Crossing, outcome: String, _ reading: Lifecycle.Reading, lead: () throws -> AlertedLead
  ) rethrows -> [Delivery] {
    let wanted = filters.filter { $0.filter.allows(crossing, reading) }
    if wanted.isEmpty { return [] }
    let known = try lead()
    return wanted.map { subscription, _ in
      let payload = CrossingMessage.json(
        crossing, known, outcome: outcome, version: model.version, subscription: subscription)
      return Delivery(
        subscription: subscription, crossing: crossing.number, lead: crossing.lead, payload: payload,
        notBefore: crossing.at)
    }
  }
}
