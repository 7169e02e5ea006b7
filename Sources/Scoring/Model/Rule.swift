import Conditions
import Leads

/// A reason to give or take points, with a name that people understand.
public struct Rule: Sendable, Hashable {
  /// What earns the points.
  public enum Body: Sendable, Hashable {
    /// What is known of the lead. At most one of the branches holds.
    case attributes([Branch])
    /// What the lead did.
    case events(EventRule)
    /// That the lead did nothing.
    case idle(IdleRule)
  }

  /// Points for leads of whom something holds.
  public struct Branch: Sendable, Hashable {
    /// What must hold.
    public var condition: Condition
    /// What it is worth.
    public var points: Points
    /// The entry of the table that it came from, as written; nil for a rule with a condition.
    public var label: String?

    /// A branch.
    public init(_ condition: Condition, _ points: Points, label: String? = nil) {
      self.condition = condition
      self.points = points
      self.label = label
    }
  }

  /// The name, unique within its score.
  public var name: String
  /// The position of its group in the score; nil for none.
  public var group: Int?
  /// Words by which a score can be split.
  public var tags: [String] = []
  /// What earns the points.
  public var body: Body
  /// The least and the most that the rule gives.
  public var limits = Limits()
  /// The line of the model file on which it stands; 0 for none.
  public var line = 0

  /// A rule without limits.
  public init(_ name: String, group: Int? = nil, _ body: Body, limits: Limits = Limits(), tags: [String] = []) {
    self.name = name
    self.group = group
    self.body = body
    self.limits = limits
    self.tags = tags
  }
}

/// The least and the most that something gives.
public struct Limits: Sendable, Hashable {
  /// Not less than this; nil for no limit.
  public var minimum: Points?
  /// Not more than this; nil for no limit.
  public var maximum: Points?

  /// Limits; none by default.
  public init(minimum: Points? = nil, maximum: Points? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// A worth in billionths within the limits.
  @inline(__always)
  public func clamp(_ billionths: Int64) -> Int64 { min(max(billionths, lowest), highest) }

  /// The minimum in billionths, or the lowest number there is.
  public var lowest: Int64 { minimum?.billionths ?? .min }
  /// The maximum in billionths, or the highest number there is.
  public var highest: Int64 { maximum?.billionths ?? .max }
}

/// Points for events.
public struct EventRule: Sendable, Hashable {
  /// Which occurrences count.
  public enum Count: Sendable, Hashable {
    /// All of them.
    case each
    /// At most one a day.
    case eachPerDay
    /// At most one for each seven days of age; the newest of them.
    case eachPerWeek
    /// The newest so many.
    case latest(Int)
    /// Only the newest.
    case once
    /// The points once, undecayed, if there are so many.
    case atLeast(Int)
  }

  /// The events' names, folded.
  public var names: [String]
  /// What must hold of an event's properties; nil for nothing.
  public var condition: Condition?
  /// Events of this age in days, and older ones, do not count; nil for no window.
  public var windowDays: Int?
  /// Which occurrences count.
  public var count: Count
  /// How an occurrence fades.
  public var decay: Decay
  /// What an occurrence is worth on its day.
  public var points: Points

  /// Points for events of these names.
  public init(
    _ names: [String], where condition: Condition? = nil, windowDays: Int? = nil, count: Count = .each,
    decay: Decay = .none, points: Points
  ) {
    self.names = names
    self.condition = condition
    self.windowDays = windowDays
    self.count = count
    self.decay = decay
    self.points = points
  }

  /// A lead's occurrences of a rule weigh at most this much together, in millionths: a million undecayed ones.
  ///
  /// The limit keeps sums within 64 bits whatever a lead does.
  @inlinable public static var heaviest: Int64 { 1_000_000 * Points.fullWeight }

  /// What occurrences of this weight are worth, in billionths, before any limit.
  ///
  /// - Parameter weight: the sum of their weights in millionths; for `atLeast` their number.
  @inline(__always)
  public func worth(weight: Int64) -> Int64 {
    if case .atLeast(let needed) = count { return weight >= Int64(needed) ? points.billionths : 0 }
    return Self.product(min(weight, Self.heaviest), points.thousandths)
  }

  /// The product, or the nearest number that can be held; whoever has no limit is refused before (`Bounds`).
  @inline(__always)
  static func product(_ weight: Int64, _ thousandths: Int64) -> Int64 {
    let (product, overflows) = weight.multipliedReportingOverflow(by: thousandths)
    return overflows ? (thousandths < 0 ? .min : .max) : product
  }

  /// The weight of an occurrence by its age; the last is that of all later ages. For `atLeast` 1 within the window.
  ///
  /// - Parameter oldestAge: no event is older, in days.
  func weights(oldestAge: Int) -> [Int64] {
    if case .atLeast = count {
      return Decay.none.weights(windowDays: windowDays, oldestAge: oldestAge).map { min($0, 1) }
    }
    return decay.weights(windowDays: windowDays, oldestAge: oldestAge)
  }
}

/// Points, usually negative, for leads who have done nothing for some time.
public struct IdleRule: Sendable, Hashable {
  /// A number of idle days and what reaching it is worth.
  public struct Step: Sendable, Hashable {
    /// Days since the newest event.
    public var days: Int
    /// What it is worth.
    public var points: Points

    /// A step.
    public init(days: Int, points: Points) {
      self.days = days
      self.points = points
    }
  }

  /// The steps by ascending days; the longest that was reached applies.
  public var steps: [Step]
  /// Names of events that are not the lead's doing, folded.
  public var ignoring: [String]

  /// Points for being idle.
  public init(steps: [Step], ignoring: [String] = []) {
    self.steps = steps.sorted { $0.days < $1.days }
    self.ignoring = ignoring
  }

  /// What so many idle days are worth, in billionths; nil days are more than any step.
  @inline(__always)
  public func worth(idleDays: Int64?) -> Int64 {
    guard let days = idleDays else { return steps.last?.points.billionths ?? 0 }
    var worth: Int64 = 0
    for step in steps where days >= Int64(step.days) { worth = step.points.billionths }
    return worth
  }
}
