/// When a delivery that failed is tried again: after ever longer times, each drawn by chance so that what failed together
/// does not come back together.
///
/// The longest wait behind attempt *n* is `firstSeconds` × `factor`^(*n* − 1), and never more than `mostSeconds`; the wait is drawn
/// evenly from 1 second to that ("full jitter"). As set here the last of 12 attempts takes place within three days.
/// Source: M. Brooker, "Exponential backoff and jitter", AWS Architecture Blog, 2015.
public struct RetrySchedule: Sendable, Hashable {
  /// The longest wait behind the first attempt, in seconds.
  public var firstSeconds: Int64
  /// By what it grows with each attempt.
  public var factor: Int64
  /// The longest wait of all, in seconds.
  public var mostSeconds: Int64
  /// How many attempts there are before it is given up.
  public var attempts: Int

  /// A schedule; as a rule 5 s, 30 s, 3 min, 18 min, 1 h 48 min, 10 h 48 min, and then 12 h each.
  public init(firstSeconds: Int64 = 5, factor: Int64 = 6, mostSeconds: Int64 = 43_200, attempts: Int = 12) {
    self.firstSeconds = firstSeconds
    self.factor = factor
    self.mostSeconds = mostSeconds
    self.attempts = attempts
  }

  /// The longest wait behind an attempt (from 1), in seconds.
  public func longest(after attempt: Int) -> Int64 {
    var wait = firstSeconds
    for _ in 1..<max(1, attempt) where wait < mostSeconds { wait *= factor }
    return max(1, min(wait, mostSeconds))
  }

  /// The wait behind an attempt (from 1), in seconds; nil if it was the last.
  public func wait(after attempt: Int, using generator: inout some RandomNumberGenerator) -> Int64? {
    attempt >= attempts ? nil : Int64.random(in: 1...longest(after: attempt), using: &generator)
  }
}
