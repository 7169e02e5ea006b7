import Testing

@testable import Leads

@Suite struct EmployeesTests {
  @Test(arguments: [
    ("11-50", "11"), ("11–50", "11"), ("11 to 50", "11"), ("11 bis 50", "11"), ("10-5", "5"), ("0-10", "1"),
    ("5001-10,000 employees", "5001"), ("1-5k", "1000"), ("500-1k", "500"), ("between 50 and 100", "50"),
  ])
  func rangesGiveTheirSmallerEnd(text: String, least: String) {
    #expect(derived(.employees, text) == least)
  }

  @Test(arguments: [
    ("500+", "500"), (">500", "501"), (">= 500", "500"), ("≥500", "500"), ("over 200", "201"), ("mehr als 200", "201"),
    ("at least 20", "20"), ("<10", "1"), ("up to 50", "1"), ("bis 50", "1"), ("under 10", "1"), ("50 or more", "50"),
    ("50 or fewer", "1"), ("1k+", "1000"), ("ca. 300", "300"), ("~300", "300"), ("about 300", "300"),
  ])
  func limits(text: String, least: String) {
    #expect(derived(.employees, text) == least)
  }

  @Test(arguments: [
    ("1.5k", "1500"), ("10,000+", "10000"), ("10.000", "10000"), ("10 000", "10000"), ("1M", "1000000"),
    ("1.00E+04", "10000"),
    ("two hundred", "200"), ("twenty-five", "25"), ("one hundred and fifty", "150"), ("two dozen", "24"),
    ("a few hundred", "200"), ("zwölf", "12"),
  ])
  func numbersInFiguresAndWords(text: String, least: String) {
    #expect(derived(.employees, text) == least)
  }

  @Test(arguments: [
    ("self-employed", "1"), ("Myself Only", "1"), ("just me", "1"), ("micro", "1"), ("Small", "10"), ("mid-size", "50"),
    ("Mittelstand", "50"), ("Enterprise", "250"), ("Enterprise (5000)", "5000"),
  ])
  func wordsForSizes(text: String, least: String) {
    #expect(derived(.employees, text) == least)
  }

  @Test(arguments: [
    "", "n/a", "11-Jan", "Nov-50", "11.01.2025", "-5", "0", "several", "$5M", "5%", "10000001", "+49 30 000000", "b2b",
    "2025-01-11",
  ])
  func whatIsNoSizeIsMissing(text: String) {
    #expect(derived(.employees, text) == "")
  }

  @Test func tenMillionIsTheMost() {
    #expect(derived(.employees, "10000000") == "10000000")
    #expect(derived(.employees, "10000001") == "")
    #expect(derived(.employees, String(repeating: "9", count: 1_000_000)) == "")
  }
}
