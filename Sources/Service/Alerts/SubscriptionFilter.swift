import Conditions
import Leads
import Scoring
import Store

/// Which crossings somebody wants to hear of: a condition over the crossing and what the model says of the lead.
///
///     let filter = try SubscriptionFilter("what = 'stage' and to = 'sql' and direction = 'up' and fit >= 40", model)
///
/// | name | is |
/// |---|---|
/// | `what` | `stage`, or the name of the score whose band changed |
/// | `from`, `to` | the stages or bands; missing for nowhere |
/// | `direction` | `up` or `down` |
/// | `cause` | `event`, `change`, `day`, `publish`, `merge`, `import`, `label` or `repair` |
/// | scores, `<score>_band`, `matrix`, `grade`, `stage` | what the model says of the lead after the crossing |
public struct SubscriptionFilter: Sendable, Hashable {
  private let condition: Condition?

  /// Names of the crossing itself; they come before scores of the same name.
  static let crossingNames = ["what", "from", "to", "direction", "cause"]

  /// The filter that a condition states; the empty one lets everything through.
  ///
  /// - Throws: the first thing that is wrong, with its place and a hint.
  public init(_ text: String, _ model: ScoringModel) throws(ConditionIssue) {
    if text.allSatisfy(\.isWhitespace) {
      condition = nil
      return
    }
    var names = model.outcomeTypes
    names["stage"] = .text
    for name in Self.crossingNames { names[name] = .text }
    let vocabulary = Condition.Vocabulary(lists: model.lists, attributes: names, noun: "value")
    condition = try Condition.parsed(text, vocabulary)
    if let condition { try Self.checkTexts(of: condition, text, model) }
  }

  /// The filter for a model that may have lost what the condition was written for: what is unknown is missing.
  init(lenient text: String, _ model: ScoringModel) {
    condition = try? Condition.parsed(text, Condition.Vocabulary(lists: model.lists, noun: "value"))
  }

  /// Whether a crossing is wanted.
  public func allows(_ crossing: Crossing, _ reading: Lifecycle.Reading) -> Bool {
    guard let condition else { return true }
    let asOf = AsOf(Instant(secondsSince1970: crossing.at))
    return condition.holds(asOf: asOf) { name in
      switch name {
      case "what": .text(crossing.what)
      case "from": crossing.from.map { .text($0) } ?? .missing
      case "to": crossing.to.map { .text($0) } ?? .missing
      case "direction": .text(crossing.isUp ? "up" : "down")
      case "cause": .text(crossing.cause.kind.name)
      default: reading(name)
      }
    }
  }

  /// `direction = 'upwards'` would never hold: names are checked where it is known which there are.
  private static func checkTexts(
    of condition: Condition, _ text: String, _ model: ScoringModel
  ) throws(ConditionIssue) {
    let stages = model.stages.map(\.name) + [ScoringModel.disqualified]
    let places = stages + model.bands.flatMap { $0.bands.map(\.name) }
    let known = [
      "direction": ["up", "down"], "cause": Cause.Kind.allCases.map(\.name), "from": places, "to": places,
      "stage": stages, "what": ["stage"] + model.bands.map { model.scores[$0.score].name },
    ]
    var issue: ConditionIssue?
    condition.visitTests { test in
      guard let values = known[test.operand.attribute], case .text(.oneOf(let set)) = test.predicate else { return }
      for folded in set.texts where issue == nil && !values.contains(where: { $0.foldedUTF8 == folded }) {
        let value = String(decoding: folded, as: UTF8.self)
        let hint = nearest(to: value, among: values).map { "did you mean '\($0)'?" }
        issue = ConditionIssue(
          offset: place(of: value, in: text), "\(test.operand.attribute) is never '\(value)'",
          hint: hint ?? "there are: \(values.joined(separator: ", "))")
      }
    }
    if let issue { throw issue }
  }

  /// Where a text stands in a condition, in Unicode scalars; the start if it is not found as it is.
  private static func place(of value: String, in text: String) -> Int {
    text.lowercased().firstRange(of: value).map {
      text.unicodeScalars.distance(from: text.startIndex, to: $0.lowerBound)
    }
      ?? 0
  }
}

extension Cause.Kind {
  /// The cause as conditions and messages name it.
  public var name: String {
    switch self {
    case .event: "event"
    case .change: "change"
    case .day: "day"
    case .publish: "publish"
    case .merge: "merge"
    case .import: "import"
    case .label: "label"
    case .repair: "repair"
    }
  }
}
