import Leads
import Testing

@testable import Conditions

/// How large conditions may be: just inside, just outside.
@Suite struct ConditionLimitTests {
  private func issue(_ text: String) -> ConditionIssue? {
    do throws(ConditionIssue) {
      _ = try Condition.parsed(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func bracketsNestUpToTheLimit() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth - 1) + "a = 1" + String(repeating: ")", count: depth - 1)
    }
    #expect(try Condition.parsed(nested(Parser.maximumDepth)) == Condition.parsed("a = 1"))
    let error = try #require(issue(nested(Parser.maximumDepth + 1)))
    #expect(error.message == "conditions nest deeper than 100")
    #expect(error.offset == Parser.maximumDepth)
    #expect(issue(String(repeating: "(", count: 9_000))?.message == "conditions nest deeper than 100")
  }

  @Test func negationsNestUpToTheLimit() {
    #expect(issue(String(repeating: "not ", count: Parser.maximumDepth - 1) + "a = 1") == nil)
    #expect(
      issue(String(repeating: "not ", count: Parser.maximumDepth) + "a = 1")?.message
        == "conditions nest deeper than 100")
  }

  @Test func functionsNestUpToTheLimit() {
    let text = String(repeating: "exact(", count: 500) + "a" + String(repeating: ")", count: 500) + " = 'x'"
    #expect(issue(text)?.message == "functions nest deeper than 100")
  }

  @Test func conditionsAreAsLongAsTheLimitAllows() {
    func text(_ length: Int) -> String { "a = '" + String(repeating: "x", count: length - 6) + "'" }
    #expect(issue(text(Lexer.limit)) == nil)
    #expect(issue(text(Lexer.limit + 1))?.message == "the condition is longer than 10000 bytes")
  }

  @Test func manyPartsAreNoDepth() throws {
    let text = Array(repeating: "a = 1", count: 900).joined(separator: " or ")
    guard case .any(let parts) = try Condition.parsed(text) else {
      Issue.record("no alternatives")
      return
    }
    #expect(parts.count == 900)
  }

  @Test func numbersAreReadAsFarAsDoublesGo() throws {
    #expect(issue("a > " + String(repeating: "9", count: 308)) == nil)
    #expect(issue("a > " + String(repeating: "9", count: 310))?.message.hasSuffix("is not a number") == true)
    let lowest = try Condition.parsed("a > -9223372036854775808")
    #expect(try Condition.parsed(lowest.description) == lowest)
  }

  @Test func durationsAreWholeDaysUpToAHundredYears() {
    #expect(Condition.days(in: "36500d") == 36_500)
    #expect(Condition.days(in: "36501d") == nil)
    #expect(Condition.days(in: "100y") == 36_500)
    #expect(Condition.days(in: "6mo") == 180)
    #expect(Condition.days(in: "2 weeks") == nil)
    #expect(Condition.days(in: "2weeks") == 14)
    #expect(Condition.days(in: "0d") == 0)
    #expect(Condition.days(in: "1.0d") == 1)
    #expect(Condition.days(in: "-1d") == nil)
    #expect(Condition.days(in: "30") == nil)
  }
}
