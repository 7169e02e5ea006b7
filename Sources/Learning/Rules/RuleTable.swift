/// A feature with points for each of its bins: what a rule of a scoring model is made from.
public struct RuleTable: Sendable {
  /// The feature.
  public var feature: Feature
  /// For each code its points, in thousandths.
  public var points: [Int64]
  /// For each code what is known of it, for a comment; empty for none.
  public var notes: [String]
  /// What is known of the feature, for a comment.
  public var note: String

  /// A table. Precondition: points and notes for each code.
  public init(_ feature: Feature, points: [Int64], notes: [String], note: String = "") {
    precondition(points.count == feature.bins.count && notes.count == points.count)
    self.feature = feature
    self.points = points
    self.notes = notes
    self.note = note
  }
}

extension FeatureSource {
  /// Whether the language of scoring models can ask for it.
  public var hasRule: Bool {
    switch self {
    case .text, .number, .flag, .age: true
    // A rule names its events.
    case .events(let selector, .count), .events(let selector, .recency): selector.name != nil
    case .hour, .weekday, .closeRate, .blanks, .events, .firstEvent, .lastEvent: false
    }
  }
}
