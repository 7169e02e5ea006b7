import Leads
import Statistics

/// What ended leads were expected to bring against what they brought.
public struct RevenueCheck: Sendable, Hashable, Codable {
  /// The column of the values.
  public var column: String
  /// Won and lost leads with a value, and without one, which are left out.
  public var won: Int, lost: Int, wonWithout: Int, lostWithout: Int
  /// What the leads with a value were expected to bring, with the range in which it lies nine times of ten.
  public var expected: Estimate
  /// What they brought.
  public var actual: Double

  /// Whether values are given for won leads much more often than for lost ones, or less often: then leads with a value
  /// are a choice that knows the outcome, and the check says little.
  public var isOneSided: Bool {
    let (a, b) = (Double(won) / Double(max(1, won + wonWithout)), Double(lost) / Double(max(1, lost + lostWithout)))
    return abs(a - b) > 0.1
  }

  /// A check; nil if no lead has a value.
  ///
  /// - Parameters:
  ///   - values: NaN is none.
  ///   - history: how far the odds may be off.
  public init?(
    column: String, _ probabilities: [Double], values: [Double], _ outcomes: [Bool], _ history: DealHistory?,
    seed: UInt64 = 0
  ) {
    let rows = values.indices.filter { !values[$0].isNaN }
    if rows.isEmpty { return nil }
    self.column = column
    won = rows.count { outcomes[$0] }
    lost = rows.count - won
    wonWithout = outcomes.count { $0 } - won
    lostWithout = outcomes.count - rows.count - wonWithout
    actual = rows.reduce(0) { outcomes[$1] ? $0 + values[$1] : $0 }
    var timeless = DealHistory()
    timeless.shift = history?.shift ?? 0
    // The moment is of no matter: without days to close nothing is told apart by time.
    let forecast = PipelineForecast(
      rows.map { .init(probability: probabilities[$0], value: values[$0], age: nil) }, timeless,
      asOf: AsOf(Instant(secondsSince1970: 0)), seed: seed)
    expected = Estimate(forecast.total.amount, low: forecast.total.low, high: forecast.total.high)
  }
}
