/// How many days it took until deals were closed: a distribution over whole days.
///
/// Recent deals are known only if they closed soon, so what was closed by a certain day looks quicker than it is. The
/// shares are those that would be seen if one had waited for all, up to the longest that could be seen (the product-limit
/// estimator in reversed time).
///
/// Source: D. Lynden-Bell, "A method of allowing for known observational selection", 1971; S. Lagakos, L. Barraj and
/// V. De Gruttola, "Nonparametric analysis of truncated survival data", Biometrika 75, 1988.
public struct DaysToClose: Sendable, Hashable, Codable {
  /// The days that occurred, ascending, none negative.
  public let days: [Int]
  /// For each the share of deals that took so long. They add up to 1.
  public let shares: [Double]
  /// How many deals were seen.
  public let count: Int

  /// Fewer deals say nothing.
  public static let least = 20
  /// Longer ones count as so long: a hundred years.
  static let most = 36_525

  /// A deal that was seen to be closed.
  public struct Seen: Sendable, Hashable {
    /// The days it took, not negative, and the most that could have been seen when it was looked at.
    public var days: Int, most: Int

    /// A deal. Precondition: 0 ≤ days ≤ most.
    public init(days: Int, most: Int) {
      precondition(0 <= days && days <= most)
      self.days = days
      self.most = most
    }
  }

  /// The distribution of deals; nil for fewer than `least`. O(n log n).
  public init?(_ deals: [Seen]) {
    guard deals.count >= Self.least else { return nil }
    let took = deals.map { min($0.days, Self.most) }.sorted()
    let most = deals.map { min($0.most, Self.most) }.sorted()
    var days: [Int] = []
    var shares: [Double] = []
    // From the longest down: the share that took at most so long, and of it what took exactly so long, among the deals
    // that took no longer and that were looked at late enough to show it.
    var left = 1.0
    var end = took.count
    while end > 0 {
      let day = took[end - 1]
      let start = Self.lowerBound(took, day)
      let atRisk = end - Self.lowerBound(most, day)
      let share = left * Double(end - start) / Double(max(atRisk, end - start))
      days.append(day)
      shares.append(share)
      left -= share
      end = start
      // What is left can be nothing before the shortest; then the shorter ones were not there by this reckoning.
      if left <= 0 { break }
    }
    self.days = days.reversed()
    self.shares = shares.reversed()
    count = deals.count
  }

  /// The position of the first that is not less.
  private static func lowerBound(_ sorted: [Int], _ value: Int) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The share that takes at least so many days, drawn a little from the ends: as if half a deal more were there.
  public func stillOpen(after age: Int) -> Double {
    let share = zip(days, shares).reduce(0) { $1.0 >= age ? $0 + $1.1 : $0 }
    return (share * Double(count) + 0.5) / (Double(count) + 1)
  }

  /// For a deal that is so old and still open the days that are left, from 0, with their shares; empty if no deal took so
  /// long.
  public func left(after age: Int) -> [(days: Int, share: Double)] {
    let rest = zip(days, shares).filter { $0.0 >= age }
    let sum = rest.reduce(0) { $0 + $1.1 }
    return sum > 0 ? rest.map { (days: $0.0 - age, share: $0.1 / sum) } : []
  }

  /// The fewest days in which a share of the deals were closed.
  public func quantile(_ share: Double) -> Int {
    var sum = 0.0
    for (day, own) in zip(days, shares) {
      sum += own
      if sum >= share - 1e-9 { return day }
    }
    return days.last ?? 0
  }
}
