import Testing

@testable import Leads
@testable import Profiling

@Suite struct ColumnTypeTests {
  private func type(_ name: String, _ values: [String]) throws -> ColumnType? {
    try profile(name, values).column(name)?.type
  }

  private func repeated(_ values: [String], _ count: Int = 30) -> [String] {
    (0..<count).map { values[$0 % values.count] }
  }

  @Test func columnsAreWhatTheirValuesAre() throws {
    #expect(try type("x", ["", "N/A", " "]) == .empty)
    #expect(try type("x", repeated(["No"])) == .constant)
    #expect(try type("x", repeated(["ada@acme.example", "bob@acme.example", "n/a", "bob@"])) == .email)
    #expect(try type("x", repeated(["yes", "no", ""])) == .flag)
    #expect(try type("x", repeated(["0", "1"])) == .flag)
    #expect(try type("x", repeated(["0", "1", "2"])) == .number)
    #expect(try type("x", repeated(["$1,200.50", "30 %", "-4"])) == .number)
    #expect(try type("x", repeated(["2025-07-01", "7/1/2025", "1 Jul 2025"])) == .instant)
    #expect(try type("x", repeated(["+1 202 555 0143", "(202) 555-0144"])) == .phone)
    #expect(try type("x", repeated(["https://acme.example/a", "www.acme.example", "shop.acme.example"])) == .url)
    #expect(try type("x", repeated(["Retail", "Health care", "Logistics"])) == .category)
    #expect(
      try type(
        "x", repeated(["They asked us to call back after the fair in May", "No budget this year, but maybe the next"]))
        == .freeText)
    #expect(try type("x", (0..<2000).map { "Person \($0) of \($0 * 7)" }) == .text)
  }

  @Test func digitsAreMomentsOnlyUnderSuchAName() throws {
    let unix = (0..<30).map { String(1_751_373_296 + $0 * 86_400) }
    #expect(try type("revenue", unix) == .number)
    #expect(try type("Created", unix) == .instant)
  }

  @Test func aLeadingZeroMakesTextOfNumbers() throws {
    let codes = repeated(["02139", "10115", "80331"])
    #expect(try type("zip", codes) == .category)
    let found = try #require(try profile("zip", codes).findings(.leadingZeros).first)
    #expect(
      found.sentence == "10 values in \"zip\" begin with a zero, such as `02139`, so the column is text and no number.")
    #expect(try type("amount", repeated(["0", "0.5", "10"])) == .number)
  }

  @Test func idsAreDistinctCodes() throws {
    #expect(try type("account_no", (0..<20).map { String(5000 + $0) }) == .id)
    #expect(try type("size", (0..<20).map { String(5000 + $0) }) == .number)
    #expect(try type("reference", (0..<20).map { "A-\($0)" }) == .id)
    // Nineteen values are too few to tell.
    #expect(try type("reference", (0..<19).map { "A-\($0)" }) != .id)
  }

  @Test func theFitIsTheShareOfKnownValues() throws {
    let column = try #require(try profile("size", repeated(["5", "7", "9", "11", "many", ""], 60)).column("size"))
    #expect(column.type == .number)
    #expect(column.fit == 0.8)
    #expect(column.filled == 50)
    #expect(column.distinct == 5)
  }

  @Test func spreadsAreByNearestRank() throws {
    // 1 to 100: the p quantile is the value at rank 100·p.
    let column = try #require(try profile("size", (1...100).map(String.init).reversed()).column("size"))
    #expect(
      column.numbers == Spread(least: 1, p5: 5, p25: 25, median: 50, p75: 75, p95: 95, greatest: 100))
    let few = try #require(try profile("size", ["7", "3", "7"]).column("size"))
    #expect(few.numbers == Spread(least: 3, p5: 3, p25: 3, median: 7, p75: 7, p95: 7, greatest: 7))
  }

  @Test func instantsHaveSpreadsToo() throws {
    let column = try #require(
      try profile("created_at", ["2025-01-03", "2025-01-01T00:00:00Z", "2/1/2025", ""]).column("created_at"))
    #expect(column.type == .instant)
    #expect(column.instants?.least.description == "2025-01-01T00:00:00Z")
    #expect(column.instants?.median.description == "2025-01-03T00:00:00Z")
    #expect(column.instants?.greatest.description == "2025-02-01T00:00:00Z")
  }

  @Test func topValuesComeByCountAndThenByTheirPlace() throws {
    let column = try #require(try profile("x", ["b", "a", "c", "a", "N/A", "", "", "c"]).column("x"))
    #expect(column.top.map(\.text) == ["a", "c", "b"])
    #expect(column.top.map(\.count) == [2, 2, 1])
    #expect(column.placeholders == [ValueCount(text: "", count: 2), ValueCount(text: "N/A", count: 1)])
  }

  @Test(arguments: [
    ("5k", true), ("11-50", true), ("100+", true), ("12 kg", true), ("> 500 people", true), ("12", false),
    ("02.Medium", false), ("2025-07-01", false), ("five", false), ("+1 202 555 0143", false),
  ])
  func quantitiesAreNumbersWithSomethingBeside(text: String, isQuantity: Bool) {
    #expect(readText(text).traits.contains(.unit) == isQuantity)
  }

  @Test func hugeTextsAreQuick() throws {
    let huge = String(repeating: "12 ab@c.d-é,Ã¼ ", count: 1 << 16)
    let result = try profile(
      ["id", "email", "company", "note"], (0..<3).map { ["\($0)", huge, huge, huge + "\($0)"] })
    #expect(result.columns.map(\.filled) == [3, 3, 3, 3])
    #expect(result.columns[3].top.allSatisfy { $0.text.count <= 60 })
  }
}
