/// Where a feature takes its value from: an attribute, or what a lead did until then.
public enum FeatureSource: Sendable, Hashable, Codable {
  /// The value of a text attribute, a level. Derived attributes such as `seniority(job_title)` are of this kind too.
  case text(attribute: String)
  /// The value of a number.
  case number(attribute: String)
  /// Yes or no.
  case flag(attribute: String)
  /// Whole days from an instant to the moment of the observation; an instant after it is missing.
  case age(attribute: String)
  /// The hour, 0 to 23, of an instant.
  case hour(attribute: String)
  /// The day of the week of an instant, 1 for Monday to 7 for Sunday.
  case weekday(attribute: String)
  /// How often leads with this level of a text attribute were won: for texts of very many levels.
  case closeRate(attribute: String)
  /// How many of some attributes are not known.
  case blanks(attributes: [String])
  /// A number that says how often or how lately some events happened.
  case events(selector: EventSelector, measure: EventMeasure)
  /// The name of the first event.
  case firstEvent
  /// The name of the last event.
  case lastEvent

  /// The attributes that it reads.
  public var attributes: [String] {
    switch self {
    case .text(let name), .number(let name), .flag(let name), .age(let name), .hour(let name), .weekday(let name),
      .closeRate(let name):
      [name]
    case .blanks(let names): names
    case .events, .firstEvent, .lastEvent: []
    }
  }

  /// Whether it reads events.
  public var readsEvents: Bool {
    switch self {
    case .events, .firstEvent, .lastEvent: true
    default: false
    }
  }

  /// Whether its values are numbers in an order, rather than levels.
  public var isNumeric: Bool {
    switch self {
    case .text, .flag, .weekday, .firstEvent, .lastEvent: false
    default: true
    }
  }

  /// The name that people read, unique among the features of a model.
  public var name: String {
    switch self {
    case .text(let name), .number(let name), .flag(let name): name
    case .age(let name): "age of \(name) in days"
    case .hour(let name): "hour of \(name)"
    case .weekday(let name): "weekday of \(name)"
    case .closeRate(let name): "close rate of \(name)"
    case .blanks: "answers left blank"
    case .events(let selector, let measure): measure.name(of: selector)
    case .firstEvent: "first event"
    case .lastEvent: "last event"
    }
  }
}

/// Which events are meant.
public struct EventSelector: Sendable, Hashable, Codable {
  /// The events' name, folded; nil for any event.
  public var name: String?
  /// The property that is asked for; nil for none.
  public var property: String?
  /// The property's value, folded.
  public var value: String?

  /// Events of a name, and of a property's value if one is given.
  public init(name: String? = nil, property: String? = nil, value: String? = nil) {
    self.name = name
    self.property = property
    self.value = value
  }

  /// The name that people read.
  public var description: String {
    guard let name else { return "any event" }
    return value.map { "\(name) \($0)" } ?? name
  }
}

/// What is counted of events, always up to the moment of the observation and by calendar days as in scoring.
public enum EventMeasure: Sendable, Hashable, Codable {
  /// How many of an age below so many days; nil for all.
  case count(days: Int?)
  /// On how many days of an age below so many days; nil for all.
  case activeDays(days: Int?)
  /// Days since the newest; missing if there is none.
  case recency
  /// Twice the number in the last 14 days less the number in the last 30: above 0 when there is more of late.
  case trend

  func name(of selector: EventSelector) -> String {
    let what = selector.description
    func window(_ days: Int?) -> String { days.map { " in \($0) days" } ?? "" }
    switch self {
    case .count(let days): return what + window(days)
    case .activeDays(let days): return "days with \(what)" + window(days)
    case .recency: return "days since \(what)"
    case .trend: return "trend of \(what)"
    }
  }
}
