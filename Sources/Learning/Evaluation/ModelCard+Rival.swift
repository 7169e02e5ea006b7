import Statistics

extension ModelCard {
  /// How a model stands to another one on leads that neither was learned from.
  public struct Rival: Sendable, Hashable, Codable {
    /// The other's name.
    public var name: String
    /// The areas under both ROC curves, with DeLong's intervals.
    public var ownROCAUC: Estimate, otherROCAUC: Estimate
    /// The own area less the other.
    public var rocAUC: DeLong.Difference
    /// Both log losses.
    public var ownLogLoss: Double, otherLogLoss: Double
    /// The own log loss less the other, with the interval of 95 % that the paired losses of leads give.
    public var logLoss: Estimate

    /// Compares probabilities of the same leads; nil unless two leads or more were won and two lost.
    public init?(name: String, own: [Double], other: [Double], _ outcomes: [Bool]) {
      guard let areas = DeLong(scores: [own, other], outcomes: outcomes) else { return nil }
      self.name = name
      ownROCAUC = areas.estimate(0)
      otherROCAUC = areas.estimate(1)
      rocAUC = areas.difference(0, 1)
      func losses(_ probabilities: [Double]) -> [Double] {
        zip(probabilities, outcomes).map { ProbabilityLoss.logLoss([$0], [$1]) ?? 0 }
      }
      let (a, b) = (losses(own), losses(other))
      ownLogLoss = a.reduce(0, +) / Double(a.count)
      otherLogLoss = b.reduce(0, +) / Double(b.count)
      let reach = 1.959963984540054 * Choice.pairedError(a, b)
      let difference = ownLogLoss - otherLogLoss
      logLoss = Estimate(difference, low: difference - reach, high: difference + reach)
    }
  }
}
