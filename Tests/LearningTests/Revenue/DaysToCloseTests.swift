import Statistics
import Testing

@testable import Learning

@Suite struct DaysToCloseTests {
  private static func seen(_ days: [Int], most: Int) -> [DaysToClose.Seen] { days.map { .init(days: $0, most: most) } }

  @Test func withAllSeenItIsWhatWasSeen() throws {
    let days = try #require(
      DaysToClose(Self.seen(Array(repeating: 3, count: 15) + Array(repeating: 10, count: 5), most: 99)))
    #expect(days.days == [3, 10])
    #expect(days.shares.elementsEqual([0.75, 0.25]) { abs($0 - $1) < 1e-12 })
    #expect(days.quantile(0.5) == 3 && days.quantile(0.76) == 10)
  }

  @Test func twentyAreNeeded() {
    #expect(DaysToClose(Self.seen(Array(repeating: 3, count: 19), most: 99)) == nil)
    #expect(DaysToClose(Self.seen(Array(repeating: 3, count: 20), most: 99)) != nil)
  }

  /// Worked by hand: 8 deals that could be seen for 100 days took 1 × 4, 5 × 4; 12 that could be seen for 3 days took 1.
  /// Of those seen long enough to show 5 days half took 5. So half take 5 and half take 1, not 4 and 16 of 20.
  @Test func recentDealsDoNotMakeItLookQuick() throws {
    let long = Self.seen([1, 1, 1, 1, 5, 5, 5, 5], most: 100)
    let days = try #require(DaysToClose(long + Self.seen(Array(repeating: 1, count: 12), most: 3)))
    #expect(days.days == [1, 5])
    #expect(days.shares.elementsEqual([0.5, 0.5]) { abs($0 - $1) < 1e-12 })
  }

  @Test func whatIsLeftBeginsAtTheAge() throws {
    let days = try #require(DaysToClose(Self.seen((0..<20).map { $0 % 2 == 0 ? 4 : 9 }, most: 99)))
    #expect(days.left(after: 4).map(\.days) == [0, 5])
    #expect(days.left(after: 5).map(\.days) == [4])
    #expect(days.left(after: 5).map(\.share) == [1])
    #expect(days.left(after: 10).isEmpty)
    // (share × 20 + ½) / 21
    #expect(abs(days.stillOpen(after: 4) - 20.5 / 21) < 1e-12)
    #expect(abs(days.stillOpen(after: 5) - 10.5 / 21) < 1e-12)
    #expect(abs(days.stillOpen(after: 10) - 0.5 / 21) < 1e-12)
  }

  /// Days are uniform from 0 to 59; leads of the last 90 days are seen if they closed by now.
  @Test func truncationIsUndone() throws {
    var chance = SplitMix64(seed: 3)
    var seen: [DaysToClose.Seen] = []
    while seen.count < 4000 {
      let (days, most) = (chance.below(60), chance.below(90))
      if days <= most { seen.append(.init(days: days, most: most)) }
    }
    let days = try #require(DaysToClose(seen))
    let mean = zip(days.days, days.shares).reduce(0) { $0 + Double($1.0) * $1.1 }
    let naive = seen.reduce(0) { $0 + Double($1.days) } / 4000
    #expect(abs(mean - 29.5) < 1.5, "\(mean)")
    #expect(naive < 26, "without the correction: \(naive)")
    #expect(abs(days.shares.reduce(0, +) - 1) < 1e-9)
  }
}
