/// Scores and outcomes of leads from the highest score down, equal scores together: what all figures about a ranking
/// are made from.
///
///     let ranked = Ranked(scores: [0.9, 0.4, 0.4], outcomes: [true, false, true])
///     ranked?.rocAUC   // 0.75
///
/// Not a ranking of its own: it keeps for each distinct score how many were won and how many were lost.
public struct Ranked: Sendable {
  /// Leads of one score.
  public struct Tie: Sendable, Hashable {
    /// The score.
    public var score: Double
    /// How many were won.
    public var won: Double
    /// How many were lost.
    public var lost: Double

    /// Leads of a score.
    public init(score: Double, won: Double, lost: Double) {
      self.score = score
      self.won = won
      self.lost = lost
    }
  }

  /// The distinct scores from the highest down.
  public let ties: [Tie]
  /// How many were won, and lost, in all.
  public let won: Double, lost: Double

  /// Scores with their outcomes, one each. nil if a score is NaN, or unless some were won and some were lost. O(n log n).
  public init?(scores: [Double], outcomes: [Bool]) {
    precondition(scores.count == outcomes.count)
    if scores.contains(where: \.isNaN) { return nil }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var ties: [Tie] = []
    for index in order {
      let isWon = outcomes[index]
      if ties.last?.score != scores[index] { ties.append(Tie(score: scores[index], won: 0, lost: 0)) }
      if isWon { ties[ties.count - 1].won += 1 } else { ties[ties.count - 1].lost += 1 }
    }
    self.init(ties: ties)
  }

  /// Ties from the highest score down. nil unless some were won and some were lost.
  public init?(ties: [Tie]) {
    self.ties = ties
    won = ties.reduce(0) { $0 + $1.won }
    lost = ties.reduce(0) { $0 + $1.lost }
    if won <= 0 || lost <= 0 { return nil }
  }

  /// How many there are.
  public var count: Double { won + lost }
  /// The share that was won.
  public var baseRate: Double { won / count }

  /// The probability that a lead that was won has a higher score than one that was lost, equal scores counting half.
  public var rocAUC: Double {
    var area = 0.0
    var wonAbove = 0.0
    for tie in ties {
      area += tie.lost * (wonAbove + tie.won / 2)
      wonAbove += tie.won
    }
    return area / (won * lost)
  }

  /// The mean of the precision at each lead that was won: Σ (recallₖ − recallₖ₋₁) × precisionₖ over distinct scores.
  public var averagePrecision: Double {
    var sum = 0.0
    var above = Tie(score: 0, won: 0, lost: 0)
    for tie in ties {
      above.won += tie.won
      above.lost += tie.lost
      sum += tie.won / won * (above.won / (above.won + above.lost))
    }
    return sum
  }

  /// The greatest distance between the shares of those won and of those lost that lie at or above a score, and the score.
  ///
  /// Source: the two-sample statistic of Kolmogorov and Smirnov.
  public var kolmogorovSmirnov: (distance: Double, score: Double) {
    var best = (distance: 0.0, score: ties[0].score)
    var above = Tie(score: 0, won: 0, lost: 0)
    for tie in ties {
      above.won += tie.won
      above.lost += tie.lost
      let distance = abs(above.won / won - above.lost / lost)
      if distance > best.distance { best = (distance, tie.score) }
    }
    return best
  }

  /// The share of all that were won among the highest-scored share of leads; ties are divided evenly.
  public func capture(top share: Double) -> Double {
    var left = share * count
    var captured = 0.0
    for tie in ties {
      let size = tie.won + tie.lost
      let part = min(1, left / size)
      captured += tie.won * part
      left -= size * part
      if left <= 0 { break }
    }
    return captured / won
  }

  /// The points of the ROC curve, from (0, 0) to (1, 1): the shares of those lost and won at or above each score.
  public var rocCurve: [(falsePositiveRate: Double, sensitivity: Double)] {
    var above = Tie(score: 0, won: 0, lost: 0)
    return [(0, 0)]
      + ties.map { tie in
        above.won += tie.won
        above.lost += tie.lost
        return (above.lost / lost, above.won / won)
      }
  }
}
