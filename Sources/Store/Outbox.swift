/// Who wants to hear of crossings, and where.
public struct Subscription: Sendable, Hashable {
  /// Its number.
  public var number: Int64
  /// A name for people.
  public var name: String
  /// How it is delivered: webhook, slack or email.
  public var channel: String
  /// Where to: an address of the web, or of e-mail.
  public var target: String
  /// A condition over the crossing and the lead's scores; empty for all.
  public var condition: String
  /// The secret that signs what is delivered; empty for none.
  public var secret: String
  /// The most messages an hour; what is more goes into a digest.
  public var hourlyLimit: Int
  /// Whether it is in use.
  public var isActive: Bool

  /// A subscription.
  public init(
    number: Int64 = 0, name: String, channel: String, target: String, condition: String = "", secret: String = "",
    hourlyLimit: Int = 60, isActive: Bool = true
  ) {
    self.number = number
    self.name = name
    self.channel = channel
    self.target = target
    self.condition = condition
    self.secret = secret
    self.hourlyLimit = hourlyLimit
    self.isActive = isActive
  }
}

/// Something that has to be delivered, written in the transaction that caused it.
public struct Delivery: Sendable, Hashable {
  /// How far it got.
  public enum State: Int, Sendable, Hashable, CaseIterable {
    /// It waits for its next attempt.
    case waiting = 0
    /// It was delivered.
    case delivered = 1
    /// It was given up.
    case dead = 2
    /// It waits for the receiver's next digest.
    case digest = 3
  }

  /// Its number; deliveries of one lead to one subscription go out in this order.
  public var number: Int64
  /// To whom.
  public var subscription: Int64
  /// Of which crossing.
  public var crossing: Int64
  /// Whose crossing.
  public var lead: LeadNumber
  /// What is delivered, as JSON.
  public var payload: String
  /// How far it got.
  public var state: State
  /// How often it was tried.
  public var attempts: Int
  /// When it may be tried next, in seconds since 1970.
  public var notBefore: Int64
  /// When it was last tried; nil for never.
  public var triedAt: Int64?
  /// What went wrong last; empty for nothing.
  public var problem: String

  /// A delivery.
  public init(
    number: Int64 = 0, subscription: Int64, crossing: Int64, lead: LeadNumber, payload: String, state: State = .waiting,
    attempts: Int = 0, notBefore: Int64, triedAt: Int64? = nil, problem: String = ""
  ) {
    self.number = number
    self.subscription = subscription
    self.crossing = crossing
    self.lead = lead
    self.payload = payload
    self.state = state
    self.attempts = attempts
    self.notBefore = notBefore
    self.triedAt = triedAt
    self.problem = problem
  }
}
