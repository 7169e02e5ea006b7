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

  @Test(arguments: [
    (0.4587, "45.9\u{A0}%"), (0, "0.0\u{A0}%"), (0.0004, "<0.1\u{A0}%"), (0.0005, "0.1\u{A0}%"),
    (0.9996, ">99.9\u{A0}%"), (1, "100.0\u{A0}%"), (1.25, "125.0\u{A0}%"), (.nan, "–"),
  ])
  func sharesThatAreNoCountsToo(share: Double, expected: String) { #expect(Figures.percent(share) == expected) }

  @Test(arguments: [(0.225, 0.297, "22.5 to 29.7"), (0, 0.0001, "0.0 to <0.1"), (0.5, 1, "50.0 to 100.0")])
  func rangesNameTheirUnitOnce(low: Double, high: Double, expected: String) {
    #expect(Figures.percent(from: low, to: high) == expected + "\u{A0}%")
  }

  @Test(arguments: [(0.876, "88 of 100"), (0, "0 of 100"), (1.2, "100 of 100"), (.nan, "–")])
  func sharesAreCountedInSentences(share: Double, expected: String) { #expect(Figures.ofHundred(share) == expected) }

  @Test func aShareOfNothingIsNone() { #expect(Figures.percent(0, of: 0) == "–") }

  @Test(arguments: [
    (1234.5, 1, "1,234.5"), (-0.04, 1, "0.0"), (-0.05, 1, "−0.1"), (2.5, 0, "3"), (0.125, 2, "0.13"), (7, 2, "7.00"),
    (0.8123, 4, "0.8123"), (0.0004, 4, "0.0004"), (1, 4, "1.0000"), (1e14, 1, "100,000,000,000,000.0"),
    (9.5e14, 4, "950000000000000.0"),
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
