import Leads

/// How many leads sales can work in a week, and how many come in.
public struct WeeklyCapacity: Sendable, Hashable, Codable {
  /// Leads that can be called in a week.
  public var calls: Double
  /// Leads that come in a week.
  public var leads: Double

  /// A capacity. Precondition: both are more than 0.
  public init(calls: Double, leads: Double) {
    precondition(calls > 0 && leads > 0)
    self.calls = calls
    self.leads = leads
  }

  /// The weeks that say how many leads come in: the newest quarter of a year, since older ones say little about today.
  public static let weeks = 13

  /// How many leads come in a week, by when they were created; nil if they do not span a week.
  ///
  /// Counted are those of the last 13 weeks up to the newest that is not after `asOf`, or of all weeks if there are fewer.
  ///
  /// - Parameter instants: seconds since 1970; `Column.missingInstant` is not known.
  public static func leadsPerWeek(_ instants: [Int64], asOf: AsOf) -> Double? {
    let week = 7 * AsOf.secondsPerDay
    let known = instants.filter { $0 != Column.missingInstant && $0 <= asOf.instant.secondsSince1970 }
    guard let newest = known.max(), let oldest = known.min(), newest - oldest >= week else { return nil }
    let start = max(oldest, newest - Int64(weeks) * week)
    // The first of a span opens it and is not one of those that came in it.
    return Double(known.count { $0 > start }) * Double(week) / Double(newest - start)
  }
}
