import TestSupport
import Testing

@testable import Leads

struct LeadTableTests {
  private func sorted(_ ids: [String]) -> [String] {
    let table = leadTable(ids)
    return table.rowsByID().map(table.id)
  }

  @Test func numbersComeFirstAndAsNumbers() {
    #expect(sorted(["10", "9", "b", "-1", "a", "100", "0", "B"]) == ["-1", "0", "9", "10", "100", "B", "a", "b"])
  }

  @Test func whatIsNotWrittenLikeANumberIsText() {
    #expect(
      sorted(["10", "010", "+5", "1.0", "-0", "--1", "-", "1 ", "1e3", "7"])
        == ["7", "10", "+5", "-", "--1", "-0", "010", "1 ", "1.0", "1e3"])
  }

  @Test func eighteenDigitsAreANumberAndNineteenAreText() {
    let eighteen = "999999999999999999"
    #expect(
      sorted(["1" + eighteen, eighteen, "-" + eighteen, "5"]) == ["-" + eighteen, "5", eighteen, "1" + eighteen])
  }

  @Test func textsGoByTheirBytes() {
    #expect(sorted(["é", "z", "Z", "ab", "a", "😀"]) == ["Z", "a", "ab", "z", "é", "😀"])
  }

  @Test func theOrderDoesNotDependOnTheRows() {
    var generator = SeededGenerator(seed: 51)
    var ids = (0..<500).map { $0 % 3 == 0 ? "x\($0)" : String($0 * 7919 % 10_007) }
    let expected = sorted(ids)
    for _ in 0..<3 {
      ids.shuffle(using: &generator)
      #expect(sorted(ids) == expected)
    }
  }

  @Test func columnsAreFoundByName() {
    var table = leadTable(["1", "2"])
    table.add("size", .number([5, .nan]))
    table.add("opted_in", .flag([2, 0]))
    table.add("created_at", .instant([Column.missingInstant, 0]))
    #expect(
      table.attributes == [Attribute("size", .number), Attribute("opted_in", .flag), Attribute("created_at", .instant)])
    #expect(table.value("size", of: 0) == .number(5))
    #expect(table.value("size", of: 1) == .missing)
    #expect(table.value("opted_in", of: 0) == .flag(true))
    #expect(table.value("opted_in", of: 1) == .missing)
    #expect(table.value("created_at", of: 0) == .missing)
    #expect(table.value("created_at", of: 1) == .instant(Instant(secondsSince1970: 0)))
    #expect(table.value("nowhere", of: 0) == .missing)
    #expect(table.column("Size") == nil)
  }
}
