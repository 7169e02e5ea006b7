import Testing

@testable import Scoring

/// Intervals from SciPy 1.17: `binomtest(won, known).proportion_ci(method="wilson")`, to six places.
@Suite struct CloseRateTests {
  @Test(arguments: [
    (0, 10, 0.0, 0.277533), (10, 10, 0.722467, 1.0), (5, 10, 0.236593, 0.763407), (1, 1, 0.206549, 1.0),
    (81, 263, 0.255289, 0.366210),
  ])
  func intervalsAreWilsons(won: Int, known: Int, low: Double, high: Double) throws {
    let interval = try #require(CloseRate(won: won, known: known).interval)
    #expect(abs(interval.lowerBound - low) < 2e-6)
    #expect(abs(interval.upperBound - high) < 2e-6)
  }

  @Test func nothingIsSaidOfNobody() {
    #expect(CloseRate().share == nil)
    #expect(CloseRate().interval == nil)
  }
}
