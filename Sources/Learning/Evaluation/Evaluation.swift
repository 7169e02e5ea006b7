import Statistics

/// How good probabilities are, on leads whose outcomes are known and from which they were not learned.
public struct Evaluation: Sendable, Hashable, Codable {
  /// How many leads there are, and how many of them were won.
  public var count: Int, won: Int
  /// The figures, by name, with their ranges.
  public var figures: [Figure]
  /// Expected and observed close rates by tenths of the leads.
  public var calibrationCurve: CalibrationCurve
  /// Tenths of the leads by probability, the highest first.
  public var gains: [GainsRow]
  /// The lines at each five hundredths of probability.
  public var cutOffs: [CutOff]
  /// The line where sensitivity and specificity meet, and that of the best F1.
  public var crossing: CutOff, bestF1: CutOff
  /// Points of the ROC curve: at most 101.
  public var rocCurve: [Point]
  /// Lines that fit a purpose.
  public var advice: [Advice]
  /// Rules of thumb, and whether the model keeps them.
  public var guideRails: [GuideRail]
  /// Groups of leads, and how good it is for them.
  public var segments: [Segment] = []
  /// What the lines that were drawn when the model was learned do on these leads; nil when it is learned.
  public var lines: [DrawnLine]?
  /// What the leads were expected to bring and what they brought; nil without values.
  public var revenue: RevenueCheck?

  /// A figure with its range.
  public struct Figure: Sendable, Hashable, Codable {
    /// Which.
    public var name: String
    /// How much.
    public var estimate: Estimate
    /// Whether more is better.
    public var moreIsBetter: Bool
  }

  /// A point of a curve.
  public struct Point: Sendable, Hashable, Codable {
    /// Across and up, from 0 to 1.
    public var x: Double, y: Double
  }

  /// A group of leads.
  public struct Segment: Sendable, Hashable, Codable {
    /// Its attribute and value.
    public var attribute: String, value: String
    /// How many it has, and how many were won.
    public var count: Int, won: Int
    /// The mean probability.
    public var expected: Double
    /// The area under its ROC curve; nil for fewer than 10 won or lost.
    public var rocAUC: Double?
    /// The area with the middle 95 % of what resampled leads give; nil where there is no area.
    public var rocAUCRange: Estimate?
  }

  /// Evaluates probabilities; nil unless some leads were won and some lost. O(resamples × leads).
  ///
  /// - Parameter capacity: if it is known, a line is drawn for it too.
  public init?(
    _ probabilities: [Double], _ outcomes: [Bool], seed: UInt64 = 0, resamples: Int = 200,
    capacity: WeeklyCapacity? = nil
  ) {
    guard let ranked = Ranked(scores: probabilities, outcomes: outcomes) else { return nil }
    count = outcomes.count
    won = outcomes.count { $0 }
    figures = Self.figures(probabilities, outcomes, Bootstrap(seed: seed, resamples: resamples))
    calibrationCurve = CalibrationCurve(probabilities, outcomes)
    gains = ranked.gains()
    cutOffs = stride(from: 5, through: 95, by: 5).map { ranked.cutOff(at: Double($0) / 100) }
    crossing = ranked.crossing
    bestF1 = ranked.bestF1
    rocCurve = Self.thinned(ranked.rocCurve.map { Point(x: $0.falsePositiveRate, y: $0.sensitivity) })
    let advisor = CutOffAdvisor(probabilities, outcomes, ranked)
    advice = advisor.advice + (capacity.map { [advisor.line(for: $0)] } ?? [])
    guideRails = advisor.guideRails
  }

  private static func thinned(_ points: [Point]) -> [Point] {
    guard points.count > 101 else { return points }
    return (0...100).map { points[$0 * (points.count - 1) / 100] }
  }

  private static let names: [(name: String, moreIsBetter: Bool)] = [
    ("ROC AUC", true), ("average precision", true), ("log loss", false), ("Brier score", false),
    ("calibration error", false), ("KS", true), ("won in the top 10 %", true), ("won in the top 20 %", true),
    ("won in the top 30 %", true),
  ]

  private static func figures(_ probabilities: [Double], _ outcomes: [Bool], _ bootstrap: Bootstrap) -> [Figure] {
    // Sorted once; a draw says how often each lead counts.
    let order = probabilities.indices.sorted { (probabilities[$0], $1) > (probabilities[$1], $0) }
    let sorted = order.map { probabilities[$0] }
    let won = order.map { outcomes[$0] }
    let loss = zip(sorted, won).map { ProbabilityLoss.logLoss([$0], [$1]) ?? 0 }
    let square = zip(sorted, won).map { ($0 - ($1 ? 1 : 0)) * ($0 - ($1 ? 1 : 0)) }
    let estimates = bootstrap.estimates(rows: sorted.count) { counts in
      let drawn = Drawn(sorted, won, counts)
      guard let ranked = drawn.ranked else { return names.map { _ in nil } }
      let n = ranked.count
      var (lossSum, squareSum) = (0.0, 0.0)
      for row in counts.indices {
        lossSum += Double(counts[row]) * loss[row]
        squareSum += Double(counts[row]) * square[row]
      }
      return [
        ranked.rocAUC, ranked.averagePrecision, lossSum / n, squareSum / n, drawn.calibrationError,
        ranked.kolmogorovSmirnov.distance, ranked.capture(top: 0.1), ranked.capture(top: 0.2),
        ranked.capture(top: 0.3),
      ]
    }
    return zip(names, estimates).compactMap { name, estimate in
      estimate.map { Figure(name: name.name, estimate: $0, moreIsBetter: name.moreIsBetter) }
    }
  }

  /// A figure by its name, or nil.
  public func figure(_ name: String) -> Estimate? { figures.first { $0.name == name }?.estimate }
}

/// Leads by falling probability, each as often as it was drawn.
private struct Drawn {
  let probabilities: [Double]
  let won: [Bool]
  let counts: [Int32]

  init(_ probabilities: [Double], _ won: [Bool], _ counts: [Int32]) {
    self.probabilities = probabilities
    self.won = won
    self.counts = counts
  }

  var ranked: Ranked? {
    var ties: [Ranked.Tie] = []
    ties.reserveCapacity(counts.count)
    for row in counts.indices where counts[row] > 0 {
      let count = Double(counts[row])
      if ties.last?.score != probabilities[row] { ties.append(.init(score: probabilities[row], won: 0, lost: 0)) }
      if won[row] { ties[ties.count - 1].won += count } else { ties[ties.count - 1].lost += count }
    }
    return Ranked(ties: ties)
  }

  /// Over ten bins of about the same number of leads.
  var calibrationError: Double {
    let total = counts.reduce(0) { $0 + Int($1) }
    var error = 0.0
    var (seen, expected, observed, bin) = (0, 0.0, 0.0, 0)
    for row in counts.indices where counts[row] > 0 {
      let own = seen * 10 / max(1, total)
      if own != bin {
        error += abs(expected - observed)
        (expected, observed, bin) = (0, 0, own)
      }
      expected += Double(counts[row]) * probabilities[row]
      observed += won[row] ? Double(counts[row]) : 0
      seen += Int(counts[row])
    }
    return (error + abs(expected - observed)) / Double(max(1, total))
  }
}

extension Evaluation.Segment {
  /// The largest groups by the values of an attribute, at most six of 30 leads or more; empty values are left out.
  public static func all(
    _ attribute: String, _ values: [String], _ probabilities: [Double], _ outcomes: [Bool]
  ) -> [Evaluation.Segment] {
    var rows: [String: [Int]] = [:]
    for (row, value) in values.enumerated() where !value.isEmpty { rows[value, default: []].append(row) }
    let largest = rows.filter { $0.value.count >= 30 }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(6)
    return largest.map { value, rows in
      let own = rows.map { probabilities[$0] }
      let won = rows.map { outcomes[$0] }
      let wonCount = won.count { $0 }
      let range = min(wonCount, rows.count - wonCount) < 10 ? nil : rocAUC(own, won)
      return Evaluation.Segment(
        attribute: attribute, value: value, count: rows.count, won: wonCount,
        expected: own.reduce(0, +) / Double(rows.count),
        rocAUC: range?.value, rocAUCRange: range)
    }
  }

  /// The area under the ROC curve with its range.
  private static func rocAUC(_ probabilities: [Double], _ outcomes: [Bool]) -> Estimate? {
    let order = probabilities.indices.sorted { (probabilities[$0], $1) > (probabilities[$1], $0) }
    let (sorted, won) = (order.map { probabilities[$0] }, order.map { outcomes[$0] })
    return Bootstrap(seed: 0).estimates(rows: sorted.count) { [Drawn(sorted, won, $0).ranked?.rocAUC] }[0]
  }
}
