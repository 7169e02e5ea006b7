import Testing

@testable import Profiling

@Suite struct WordingTests {
  @Test func numbersAreGrouped() {
    #expect(
      [0, 999, 1000, 9240, 1_234_567, -1234].map(Wording.count) == [
        "0", "999", "1,000", "9,240", "1,234,567", "-1,234",
      ])
    #expect(Wording.number(1234.567) == "1,235")
    #expect(Wording.number(2.5) == "2.5")
    #expect(Wording.number(-0.25) == "-0.25")
    #expect(Wording.number(3) == "3")
    #expect(Wording.number(1e300) == "1e+300")
  }

  @Test func onlyAllIsAHundredPercent() {
    #expect(Wording.percent(2148, of: 9240) == "23 %")
    #expect(Wording.percent(9240, of: 9240) == "100 %")
    #expect(Wording.percent(9239, of: 9240) == ">99.9 %")
    #expect(Wording.percent(9200, of: 9240) == "99.6 %")
    #expect(Wording.percent(0, of: 9240) == "0 %")
    #expect(Wording.percent(1, of: 9240) == "<0.1 %")
    #expect(Wording.percent(45, of: 1000) == "4.5 %")
    #expect(Wording.percent(40, of: 1000) == "4 %")
    #expect(Wording.percent(1, of: 0) == "0 %")
  }

  @Test func listsEndInAnd() {
    #expect(Wording.list([]) == "")
    #expect(Wording.list(["a"]) == "a")
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
    #expect(Wording.list(["a", "b", "c", "d"], limit: 3) == "a, b and 2 more")
  }

  @Test func spacesAtTheEndsAreSeen() {
    #expect(Wording.quoted(" usa  ") == "`␣usa␣␣`")
    #expect(Wording.quoted("a b") == "`a b`")
    #expect(Wording.quoted(String(repeating: "x", count: 50), limit: 4) == "`xxxx…`")
    #expect(Wording.quoted("  ") == "`␣␣`")
  }

  @Test func momentsShowTheirTimeUnlessItIsMidnight() {
    #expect(Wording.moment(0, offset: 0) == "1970-01-01")
    #expect(Wording.moment(3660, offset: 0) == "1970-01-01 01:01")
    #expect(Wording.moment(-3600, offset: 3600) == "1970-01-01")
  }
}
