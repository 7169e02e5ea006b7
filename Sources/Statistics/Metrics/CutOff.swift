/// What happens if everybody at or above a score is called.
public struct CutOff: Sendable, Hashable, Codable {
  /// The least score that is called.
  public var score: Double
  /// Called and won, called and lost, not called and won, not called and lost.
  public var truePositives: Double, falsePositives: Double, falseNegatives: Double, trueNegatives: Double

  /// A line.
  public init(
    score: Double, truePositives: Double, falsePositives: Double, falseNegatives: Double, trueNegatives: Double
  ) {
    self.score = score
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  /// How many there are.
  public var count: Double { truePositives + falsePositives + falseNegatives + trueNegatives }
  /// How many are called.
  public var called: Double { truePositives + falsePositives }
  /// The share that is called.
  public var share: Double { called / count }
  /// The share that is judged rightly.
  public var accuracy: Double { (truePositives + trueNegatives) / count }
  /// The share of those won that is called.
  public var sensitivity: Double { truePositives / (truePositives + falseNegatives) }
  /// The share of those lost that is not called.
  public var specificity: Double { trueNegatives / (trueNegatives + falsePositives) }
  /// The share of those called that is won: their conversion; nil if nobody is called.
  public var precision: Double? { called > 0 ? truePositives / called : nil }
  /// The harmonic mean of precision and sensitivity.
  public var f1: Double { 2 * truePositives / (2 * truePositives + falsePositives + falseNegatives) }
}

extension Ranked {
  /// The line at a score. O(ties).
  public func cutOff(at score: Double) -> CutOff {
    var above = (won: 0.0, lost: 0.0)
    for tie in ties where tie.score >= score {
      above.won += tie.won
      above.lost += tie.lost
    }
    return line(score, above)
  }

  /// The lines at all distinct scores, from the highest down.
  public var cutOffs: [CutOff] {
    var above = (won: 0.0, lost: 0.0)
    return ties.map { tie in
      above.won += tie.won
      above.lost += tie.lost
      return line(tie.score, above)
    }
  }

  /// The line at which sensitivity and specificity are nearest to each other; of equal ones the highest.
  public var crossing: CutOff {
    cutOffs.min { abs($0.sensitivity - $0.specificity) < abs($1.sensitivity - $1.specificity) }!
  }

  /// The line of the highest F1; of equal ones the highest.
  public var bestF1: CutOff { cutOffs.reduce(cutOffs[0]) { $1.f1 > $0.f1 ? $1 : $0 } }

  private func line(_ score: Double, _ above: (won: Double, lost: Double)) -> CutOff {
    CutOff(
      score: score, truePositives: above.won, falsePositives: above.lost, falseNegatives: won - above.won,
      trueNegatives: lost - above.lost)
  }
}
