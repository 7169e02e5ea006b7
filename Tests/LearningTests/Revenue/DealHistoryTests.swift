import Statistics
import Testing

@testable import Learning

@Suite struct DealHistoryTests {
  /// Worked by hand: two parts of 100 leads at p = ½ each, variance 25; 60 and 40 won, so δ = ±10/25. The mean of
  /// δ² − 1/25 is 0.16 − 0.04 = 0.12, and 1 / 50 is left open by the number of leads: √0.14.
  @Test func theShiftIsWhatPartsMovedBeyondChance() {
    let parts = (0..<200).map { UInt8($0 / 100) }
    let p = [Double](repeating: 0.5, count: 200)
    let moved = (0..<200).map { $0 < 100 ? $0 < 60 : $0 < 140 }
    #expect(abs(DealHistory.shift(p, moved, parts: parts) - 0.14.squareRoot()) < 1e-12)
    // Parts that move less than chance would have them leave only what the number of leads does.
    let still = (0..<200).map { $0 % 2 == 0 }
    #expect(abs(DealHistory.shift(p, still, parts: parts) - (1.0 / 50).squareRoot()) < 1e-12)
    #expect(DealHistory.shift([], [], parts: []) == 0)
  }

  @Test func valuesOfWonDealsHaveAMean() throws {
    let values = try #require(DealHistory.WonValues(column: "amount", [100, .nan, 300]))
    #expect(values.mean == 200 && values.count == 2 && values.without == 1)
    #expect(DealHistory.WonValues(column: "amount", [.nan]) == nil)
  }

  /// Values that only won leads have make the check say nothing, and it says so.
  @Test func expectationsAreHeldToWhatHappened() throws {
    let p = [0.5, 0.25, 0.75, 0.5]
    let check = try #require(
      RevenueCheck(column: "amount", p, values: [100, 40, .nan, 20], [true, false, true, false], nil))
    #expect(abs(check.expected.value - (50 + 10 + 10)) < 1e-9)
    #expect(check.actual == 100)
    #expect(check.won == 1 && check.wonWithout == 1 && check.lost == 2 && check.lostWithout == 0)
    #expect(check.isOneSided)
    #expect(
      RevenueCheck(column: "amount", p, values: [.nan, .nan, .nan, .nan], [true, false, true, false], nil) == nil)
  }
}
