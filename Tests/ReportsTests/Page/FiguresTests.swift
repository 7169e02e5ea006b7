import Leads
import Testing

@testable import Reports

@Suite struct FiguresTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (9240, "9,240"), (-1_234_567, "−1,234,567")])
  func thousandsAreGrouped(number: Int, expected: String) { #expect(Figures.count(number) == expected) }

  @Test(arguments: [
    (1, 8, "12.5"), (1, 3, "33.3"), (2, 3, "66.7"), (0, 5, "0.0"), (5, 5, "100.0"), (1, 10_000, "<0.1"),
    (9999, 10_000, ">99.9"), (1, 2000, "0.1"), (1, 2001, "<0.1"), (.max, .max, "100.0"),
  ])
  func sharesHaveOneDecimal(part: Int, whole: Int, expected: String) {
    #expect(Figures.percent(part, of: whole) == expected + "\u{A0}%")
  }

  @Test func aShareOfNothingIsNone() { #expect(Figures.percent(0, of: 0) == "–") }

  @Test(arguments: [
    (1234.5, 1, "1,234.5"), (-0.04, 1, "0.0"), (-0.05, 1, "−0.1"), (2.5, 0, "3"), (0.125, 2, "0.13"), (7, 2, "7.00"),
    (.nan, 1, "–"), (.infinity, 1, "–"),
  ])
  func decimalsAreRounded(value: Double, places: Int, expected: String) {
    #expect(Figures.decimal(value, places: places) == expected)
  }

  @Test(arguments: [(3, "3"), (2.5, "2.5"), (1.0 / 3, "0.333"), (1e6, "1,000,000")])
  func numbersHaveTheDecimalsTheyNeed(value: Double, expected: String) { #expect(Figures.number(value) == expected) }

  @Test(arguments: [(0, "0"), (33.333, "33.33"), (50.05, "50.05"), (100, "100"), (101, "100"), (-1, "0"), (.nan, "0")])
  func lengthsStayWithinTheDrawing(part: Double, expected: String) { #expect(Figures.length(part) == expected) }

  @Test func aDayIsTheOneOfTheWorkspace() throws {
    let instant = try #require(Instant("2026-06-30T23:30:00Z"))
    #expect(Figures.day(AsOf(instant)) == "2026-06-30")
    #expect(Figures.day(AsOf(instant, utcOffset: 3600)) == "2026-07-01")
  }

  @Test(arguments: [(1, "1 lead"), (0, "0 leads"), (1500, "1,500 leads")])
  func nounsAreCounted(count: Int, expected: String) { #expect(Figures.leads(count) == expected) }
}
