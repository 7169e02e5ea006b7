import Learning
import Statistics

@testable import Reports

/// A model card with something of everything, in which a function makes every text that can come from a user's data.
struct FullCard: Sendable {
  /// Gives the text for a field; different fields get different texts.
  let text: @Sendable (String) -> String

  var html: String { CardReport(card: card, learner: .additive, title: text("title")).html }

  /// The card of the same model on other leads.
  var trialHTML: String {
    var trial = card
    trial.trials = []
    trial.importance = []
    trial.leaks = []
    return CardReport(card: trial, learner: .additive, earlier: card).html
  }

  /// 400 leads of evenly spread probabilities, of which about so many are won as they say.
  static let probabilities = (0..<400).map { (Double($0) + 0.5) / 400 }
  static let outcomes = (0..<400).map { ($0 * 7919) % 400 < $0 }

  var card: ModelCard {
    let won = Self.outcomes.count { $0 }
    var card = ModelCard(
      data: .init(known: 400, won: won, unknown: 12, outcome: text("outcome"), features: 3))
    card.data.from = "2024-01-01"
    card.data.to = "2025-06-30"
    card.validation = text("validation")
    card.calibration = "isotonic"
    card.trials = Self.trials(text("settings"))
    var evaluation = Evaluation(Self.probabilities, Self.outcomes, seed: 3, resamples: 40)
    let places = (0..<400).map { text($0 % 3 == 0 ? "place one" : "place two") }
    evaluation?.segments = Evaluation.Segment.all(text("segment"), places, Self.probabilities, Self.outcomes)
    evaluation?.segments += Self.smallSegment(text("segment"), text("few"))
    card.evaluation = evaluation
    card.importance = Self.importance(text)
    card.leaks = [Leak(text("leak"), [text("evidence one"), text("evidence two")])]
    card.otherwise = Self.otherwise
    card.skipped = [.init(attribute: text("column left out"), reason: text("reason"))]
    card.drift = Self.drift
    return card
  }

  /// A feature of few bins, one of many, and a pair.
  private static func importance(_ text: (String) -> String) -> [FeatureImportance] {
    [
      feature(text("feature one"), 8.25, [(text("bin one"), 100, 80, 12.5), (text("bin two"), 300, 120, -4.25)]),
      feature(text("feature two"), 3, (0..<20).map { (text("bin \($0)"), 20, $0, Double($0) - 9.5) }),
      feature(text("pair"), 0.5, []),
    ]
  }
}
