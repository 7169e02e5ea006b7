import Scoring
import Statistics

/// A line that was drawn when a model was learned, and what it does on other leads.
public struct DrawnLine: Sendable, Hashable, Codable {
  /// The line as it was drawn.
  public var drawn: Advice
  /// How many leads are above it here, and how many of them were won.
  public var count: Int, won: Int
  /// The share of leads above it here, and the share of all won that is above it.
  public var share: Double, capture: Double
  /// The conversion above the line with the range of 95 % (Wilson); nil if nobody is above it.
  public var conversion: Estimate?

  /// What a line does on these leads; nil if it was not drawn, or there are none.
  init?(_ advice: Advice, _ probabilities: [Double], _ outcomes: [Bool]) {
    guard let line = advice.probability, !outcomes.isEmpty else { return nil }
    drawn = advice
    let above = probabilities.indices.filter { probabilities[$0] >= line }
    count = above.count
    won = above.count { outcomes[$0] }
    share = Double(count) / Double(outcomes.count)
    capture = Double(won) / Double(max(1, outcomes.count { $0 }))
    conversion = CloseRate(won: won, known: count).interval.map { range in
      Estimate(Double(won) / Double(count), low: range.lowerBound, high: range.upperBound)
    }
  }
}

extension Evaluation {
  /// What the lines of a model's card do on the leads of this evaluation.
  public static func lines(_ card: ModelCard, _ probabilities: [Double], _ outcomes: [Bool]) -> [DrawnLine] {
    (card.evaluation?.advice ?? []).compactMap { DrawnLine($0, probabilities, outcomes) }
  }
}
