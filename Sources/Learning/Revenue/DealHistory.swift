/// What past deals say about money and time, besides which of them were won.
public struct DealHistory: Sendable, Hashable, Codable {
  /// From when the days until a deal is closed are counted.
  public enum Origin: String, Sendable, Hashable, Codable {
    /// From the creation of the lead.
    case creation
    /// From the moment at which the lead is looked at.
    case moment
  }

  /// From when days are counted.
  public var origin = Origin.creation
  /// How long won, and lost, deals took; nil if that is not known of enough.
  public var wonDays: DaysToClose?, lostDays: DaysToClose?
  /// What won deals brought; nil if no column said.
  public var wonValues: WonValues?
  /// What the outcome was learned from, so that leads that have ended can be told from open ones.
  public var outcome: OutcomeSource?
  /// How far the log-odds of all leads may be off together: a standard deviation.
  public var shift = 0.0

  /// A history of nothing.
  public init() {}

  /// What deals brought.
  public struct WonValues: Sendable, Hashable, Codable {
    /// The column.
    public var column: String
    /// How many won deals have a value, and how many have none.
    public var count: Int, without: Int
    /// The mean of those that have one.
    public var mean: Double

    /// The values of won deals; NaN is none. nil if none has one.
    public init?(column: String, _ values: [Double]) {
      let known = values.filter { !$0.isNaN }
      if known.isEmpty { return nil }
      self.column = column
      count = known.count
      without = values.count - known.count
      mean = known.reduce(0, +) / Double(known.count)
    }
  }

  /// What says how a lead ended.
  public enum OutcomeSource: Sendable, Hashable, Codable {
    /// A column, with the values that mean won and lost besides the usual ones.
    case column(String, won: [String], lost: [String])
    /// An event that means won.
    case event(String)
  }
}

extension DealHistory {
  /// How far the log-odds of all leads may be off together, from leads that the probabilities were not learned from: how
  /// much more the close rates of the parts moved than chance explains, and what the number of leads leaves open.
  ///
  /// For each part the shift δ that makes its expected number of won leads the observed one, to first order, with its
  /// variance 1 / Σ p (1 − p). The variance between parts is the mean of δ² less that, at least 0 (the method of moments
  /// of R. DerSimonian and N. Laird, "Meta-analysis in clinical trials", 1986, about a mean of 0).
  ///
  /// - Parameter parts: for each lead its part.
  static func shift(_ probabilities: [Double], _ outcomes: [Bool], parts: [UInt8]) -> Double {
    var excess: [UInt8: (observed: Double, variance: Double)] = [:]
    for (row, p) in probabilities.enumerated() {
      let old = excess[parts[row]] ?? (0, 0)
      excess[parts[row]] = (old.observed + (outcomes[row] ? 1 - p : -p), old.variance + p * (1 - p))
    }
    let usable = excess.sorted { $0.key < $1.key }.map(\.value).filter { $0.variance > 0 }
    let information = usable.reduce(0) { $0 + $1.variance }
    guard information > 0 else { return 0 }
    let between = usable.reduce(0) { sum, part in
      let shift = part.observed / part.variance
      return sum + shift * shift - 1 / part.variance
    }
    return (max(0, between / Double(usable.count)) + 1 / information).squareRoot()
  }
}

extension DealHistory {
  /// What does not fit together, in words; nil if all does.
  var inconsistency: String? {
    for days in [wonDays, lostDays].compactMap({ $0 }) {
      let sum = days.shares.reduce(0, +)
      guard days.days.count == days.shares.count, !days.days.isEmpty, days.count >= 1,
        days.days.allSatisfy({ (0...DaysToClose.most).contains($0) }),
        zip(days.days, days.days.dropFirst()).allSatisfy(<),
        days.shares.allSatisfy({ (0...1).contains($0) }), abs(sum - 1) < 1e-6
      else { return "its days to close are no distribution" }
    }
    guard shift.isFinite, shift >= 0, wonValues.map({ $0.mean.isFinite && $0.count > 0 }) ?? true else {
      return "its past deals have amounts that are no numbers"
    }
    return nil
  }
}
