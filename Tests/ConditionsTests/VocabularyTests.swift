import Leads
import Testing

@testable import Conditions

/// What types and nouns of a vocabulary do to conditions.
@Suite struct VocabularyTests {
  private let scores = Condition.Vocabulary(
    attributes: ["fit": .number, "matrix": .text, "won": .flag, "since": .instant], noun: "score")

  private func message(_ text: String) -> String? {
    do throws(ConditionIssue) {
      _ = try Condition.parsed(text, scores)
      return nil
    } catch {
      return error.message + (error.hint.map { "; " + $0 } ?? "")
    }
  }

  @Test func unknownNamesAreRefusedWithTheNearest() {
    #expect(message("fitt >= 3") == "there is no score \"fitt\"; did you mean fit?")
    #expect(message("x >= 3") == "there is no score \"x\"; there are: fit, matrix, since, won")
  }

  @Test func namesAreFoundWithoutRegardToCase() throws {
    #expect(try Condition.parsed("FIT >= 3", scores).description == "fit >= 3")
  }

  @Test func typesMustFit() {
    #expect(message("fit = 'A'") == "fit is a number and is compared with a text")
    #expect(message("matrix > 3") == "matrix is a text and is compared with a number")
    #expect(message("fit") == "fit is a number and is compared with a flag")
    #expect(message("fit = matrix") == "fit and matrix cannot be compared: their types differ")
    #expect(message("age(fit) > 3d") == "age(...) needs an instant, and fit is a number")
    #expect(message("length(won) > 3") == "length(...) needs a text, and won is a flag")
    #expect(message("domain(matrix) = 'x'") == nil)
  }

  @Test func knownTypesDecideHowTwoAttributesCompare() throws {
    let condition = try Condition.parsed("fit = fit", scores)
    #expect(condition == .pair(Operand("fit", .number), .equal, Operand("fit", .number)))
  }

  @Test func anInstantIsEqualToTheInstantOfAText() throws {
    let condition = try Condition.parsed("since = '2025-07-01'", scores)
    #expect(condition == .test(Test(Operand("since", .instant), .number(.equal, 1_751_328_000))))
  }

  @Test func listsCanHaveNamesInQuotes() throws {
    let vocabulary = Condition.Vocabulary(lists: ["our rivals": ["A", "B"]])
    #expect(try Condition.parsed("x in `our rivals`", vocabulary) == Condition.parsed("x in ('a', 'b')"))
    #expect(
      try Condition.parsed("contains(x, \"our rivals\", 'c')", vocabulary)
        == Condition.parsed("contains(x, 'a', 'b', 'c')"))
  }

  @Test func datesBeginWhereTheWorkspaceIs() throws {
    let condition = try Condition.parsed("x < '2025-07-01'", Condition.Vocabulary(utcOffset: 7_200))
    #expect(condition == .test(Test(Operand("x", .instant), .number(.less, 1_751_328_000 - 7_200))))
  }

  @Test func conditionsThatCombineNothingHoldAsSetsDo() {
    let test = Condition.test(Test(Operand("a", .number), .number(.equal, 1)))
    let asOf = AsOf(Instant(secondsSince1970: 0))
    for (condition, expected) in [(Condition.any([.all([]), test]), true), (.any([.any([]), test]), false)] {
      #expect(condition.holds(asOf: asOf) { _ in .missing } == expected)
      #expect(condition.truths(of: ["a": .number([.nan])], rows: 1, asOf: asOf) == [expected])
      #expect(condition.truths(of: ["a": Column([.text("x")])!], rows: 1, asOf: asOf) == [expected])
    }
  }

  @Test func aColumnOfAnotherTypeIsMissing() {
    // A number far beyond what an instant can be must not matter to a column of instants.
    let condition = Condition.test(Test(Operand("a", .number), .number(.less, 1e300)))
    let asOf = AsOf(Instant(secondsSince1970: 0))
    #expect(condition.truths(of: ["a": .instant([0])], rows: 1, asOf: asOf) == [false])
    #expect(condition.truths(of: ["a": .flag([2])], rows: 1, asOf: asOf) == [false])
  }
}
