import Testing

@testable import Leads

@Suite struct MonthTests {
  private static func day(_ text: String) throws -> Int64 { try #require(Instant(text)).day() }

  @Test func monthsFollowEachOther() throws {
    let december = Month(ofDay: try Self.day("2025-12-31"))
    #expect(december.description == "2025-12")
    #expect(december.next.description == "2026-01")
    #expect(december.next == Month(ofDay: try Self.day("2026-01-01")))
    #expect(december.firstDay == (try Self.day("2025-12-01")))
    #expect(Month(ofDay: try Self.day("2024-02-29")).next.firstDay == (try Self.day("2024-03-01")))
  }

  @Test func currenciesOfAmountsAreSeen() {
    #expect(Double.currency(ofCell: "1.234,50 €") == "€")
    #expect(Double.currency(ofCell: "-$5") == "$")
    #expect(Double.currency(ofCell: "CHF 12") == "CHF")
    #expect(Double.currency(ofCell: "1200") == nil)
    #expect(Double.currency(ofCell: "") == nil)
  }
}
