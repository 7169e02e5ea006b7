import Testing

@testable import Conditions

@Suite struct RegularExpressionLimitTests {
  private func failure(of pattern: String) -> RegularExpression.Failure? {
    do throws(RegularExpression.Failure) {
      _ = try RegularExpression(pattern)
      return nil
    } catch {
      return error
    }
  }

  @Test func patternsHaveUpToAThousandScalars() {
    #expect(failure(of: String(repeating: "é", count: 1_000)) == nil)
    let tooLong = failure(of: String(repeating: "é", count: 1_001))
    #expect(tooLong?.offset == 1_000)
    #expect(tooLong?.message == "this pattern is longer than 1,000 characters")
    #expect(failure(of: String(repeating: "(", count: 1_000_000))?.offset == 1_000)
  }

  @Test func groupsNestUpToAHundredDeep() {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")*", count: depth)
    }
    #expect(failure(of: nested(100)) == nil)
    let tooDeep = failure(of: nested(101))
    #expect(tooDeep?.offset == 100)
    #expect(tooDeep?.message == "groups are nested more than 100 deep")
    #expect(failure(of: String(repeating: "()", count: 101)) == nil)
  }

  @Test func countsGoUpToAThousand() {
    #expect(failure(of: "a{1000}") == nil)
    #expect(failure(of: "a{1000,}") == nil)
    #expect(failure(of: "a{1001}")?.message == "a count can be at most 1,000")
  }

  @Test func automataHaveUpToTenThousandStates() {
    #expect(failure(of: "(a{909}){11}") == nil)  // 9,999 states that read, and one that has found
    let tooLarge = failure(of: "b(a{1000}){10}")
    #expect(tooLarge?.offset == 10)
    #expect(tooLarge?.message == "this pattern grows to more than 10,000 states")
    #expect(tooLarge?.hint == "use smaller counts, or * and +")
    #expect(failure(of: ".{1000}") == nil)
    #expect(failure(of: "(..){1000}") != nil)
  }

  @Test func expansionStopsEarly() {
    let started = ContinuousClock.now
    let power = String(repeating: "(", count: 50) + "a" + String(repeating: "{1000})", count: 50)
    #expect(failure(of: "((a{100}){100}){100}")?.offset == 15)
    #expect(failure(of: power) != nil)
    #expect(failure(of: power.replacing("a", with: "")) != nil)
    #expect(failure(of: power.replacing("a", with: "()")) == nil)
    #expect(failure(of: power.replacing("a", with: "(a{0}(){3,})")) == nil)
    #expect(ContinuousClock.now - started < .seconds(5))
  }

  @Test func tooManyDeterministicStatesAreSimulated() throws {
    var limits = RegularExpression.Limits.standard
    limits.dfaStates = 3  // before a, before b, before c
    #expect(try !RegularExpression("^abc", limits: limits).isSimulated)
    limits.dfaStates = 2
    #expect(try RegularExpression("^abc", limits: limits).isSimulated)
  }

  @Test func tooLargeATableIsSimulated() throws {
    var limits = RegularExpression.Limits.standard
    limits.dfaBytes = 4 * 6 * 4  // rows: 3 and an unused one; columns: below a, a, b, c, above c, end
    #expect(try !RegularExpression("^abc", limits: limits).isSimulated)
    limits.dfaBytes -= 1
    #expect(try RegularExpression("^abc", limits: limits).isSimulated)
  }

  @Test func explosiveSubsetsAreSimulated() throws {
    #expect(try !RegularExpression("(a|b)c{12}!").isSimulated)
    let explosive = try RegularExpression("(a|b).{12}!")
    #expect(explosive.isSimulated)
    #expect(explosive.isFound(in: "xxb123456789012!"))
    #expect(!explosive.isFound(in: "xxb12345678901!"))
  }

  @Test(arguments: ["(a*)*b", "(a|a)*c", "(a+)+$b", "(a|aa)+c", "(.*)*x", "(a?){30}a{30}b"])
  func nothingBacktracks(pattern: String) throws {
    let text = String(repeating: "a", count: 100_000)
    for limits in [RegularExpression.Limits.standard, .simulating] {
      let expression = try RegularExpression(pattern, limits: limits)
      let started = ContinuousClock.now
      #expect(!expression.isFound(in: text))
      #expect(ContinuousClock.now - started < .seconds(120))
    }
  }
}
