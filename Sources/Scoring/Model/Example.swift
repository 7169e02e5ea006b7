import Leads

/// A lead that somebody made up, and what the model should say of it: a test that lives in the model.
///
/// Examples change no score. `ExampleCheck` computes them. Everything that a rule could read is relative to a fixed
/// moment, so an example comes out the same on every day.
public struct Example: Sendable, Hashable {
  /// Something that the lead did.
  public struct Event: Sendable, Hashable {
    /// The event's name.
    public var name: String
    /// What is known of it.
    public var properties: [String: Value]
    /// Whole days from the event to the moment of the example.
    public var ageInDays: Int
    /// How often it happened, each time on that day.
    public var count: Int

    /// An event of that age.
    public init(_ name: String, properties: [String: Value] = [:], ageInDays: Int = 0, count: Int = 1) {
      self.name = name
      self.properties = properties
      self.ageInDays = ageInDays
      self.count = count
    }
  }

  /// What is expected of the lead.
  public struct Expectation: Sendable, Hashable {
    /// What the model says something about.
    public enum Subject: Sendable, Hashable {
      /// A score, band, label, grade or stage.
      case outcome(Outcome)
      /// Why the lead is not scored.
      case exclusion
    }

    /// About what.
    public var subject: Subject
    /// What that is called: `fit`, `fit_band`, `excluded`.
    public var name: String
    /// The value; missing where the lead should have none.
    public var value: Value
    /// Where it stands in the model's text.
    public var place: ScoringModel.Place

    /// An expectation.
    public init(_ subject: Subject, name: String, _ value: Value, place: ScoringModel.Place) {
      self.subject = subject
      self.name = name
      self.value = value
      self.place = place
    }
  }

  /// What it shows, unique in the model.
  public var name: String
  /// What is known of the lead, by attribute.
  public var attributes: [String: Value]
  /// What the lead did.
  public var events: [Event]
  /// What the model should say.
  public var expectations: [Expectation]
  /// Why it proves nothing, or less than it seems: it names what the model does not have.
  public var issues: [ModelIssue] = []

  /// An example.
  public init(
    _ name: String, attributes: [String: Value] = [:], events: [Event] = [], expectations: [Expectation]
  ) {
    self.name = name
    self.attributes = attributes
    self.events = events
    self.expectations = expectations
  }

  /// The moment as of which examples are scored: noon of the first day of 2026 in the workspace.
  ///
  /// - Parameter utcOffset: the workspace's, in seconds east of UTC; the one that the model's dates were read with.
  public static func moment(utcOffset: Int64 = 0) -> AsOf {
    AsOf(Instant(secondsSince1970: 1_767_268_800 - utcOffset), utcOffset: utcOffset)
  }

  /// The greatest age of an event, in days: it lies on the first day that events can have.
  static let oldestEvent = 20_454
}
