import TestSupport
import Leads

@testable import Conditions

/// Random conditions over a table of attributes, and random values of these.
///
/// Values lie on the constants of the conditions and right beside them, where mistakes are.
struct ConditionGenerator {
  var chance: SeededGenerator

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  static let names: [AttributeType: [String]] = [
    .text: ["title", "Job title", "not", "größe", "a`b", "x.y"], .number: ["size", "in", "Umsatz in €"],
    .flag: ["opted", "true"], .instant: ["at", "created at"],
  ]
  static let texts = [
    "a", "b", "Vp", "vp of sales", "o'neill", "''", "100%", "a_b", "ÄÖ", "straße", "e\u{301}", "\u{301}x", "日本", "🚀 go",
    "a\"b", "a`b", " spaced ", "x@y.com", "@", "tab\tbed", "line\nfeed", "2025-01-01",
  ]
  static let numbers: [Double] = [
    0, 1, -1, 0.5, 50, 199, 1e15, 1e20, -9_223_372_036_854_775_808, 1.5e-7, 123_456.789, -2.25e-10, 1e300,
  ]
  static let days: [Double] = [0, 1, 7, 30, 365, 36_500]
  static let seconds: [Int64] = [0, 1_700_000_000, 1_751_328_000, 1_751_371_200, -86_400]

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
  mutating func one<T>(of all: [T]) -> T { all[number(0...all.count - 1)] }
  mutating func some<T>(of all: [T]) -> [T] { (0..<number(1...3)).map { _ in one(of: all) } }

  mutating func condition(depth: Int = 3) -> Condition {
    switch depth == 0 ? 0 : number(0...9) {
    case 0...3: return number(0...9) == 0 ? pair() : .test(test())
    case 4: return .constant(number(0...1) == 0)
    case 5, 6: return .not(condition(depth: depth - 1))
    case 7, 8: return .all((0..<number(2...3)).map { _ in condition(depth: depth - 1) })
    default: return .any((0..<number(2...3)).map { _ in condition(depth: depth - 1) })
    }
  }

  private mutating func name(_ type: AttributeType) -> String { one(of: Self.names[type] ?? []) }

  private mutating func test() -> Test {
    let comparison = one(of: Comparison.allCases)
    switch number(0...6) {
    case 0:
      let type = one(of: [AttributeType.text, .number, .flag, .instant])
      let isDomain = type == .text && number(0...1) == 0
      return Test(Operand(name(type), .any, isDomain: isDomain), number(0...1) == 0 ? .known : .missing)
    case 1: return Test(Operand(name(.number), .number), numeric(comparison, of: Self.numbers))
    case 2:
      return Test(Operand(name(.text), .length, isDomain: number(0...3) == 0), numeric(comparison, of: [0, 1, 2, 5]))
    case 3: return Test(Operand(name(.flag), .flag), .flag(number(0...1) == 0))
    case 4: return age(comparison)
    case 5: return instant(comparison)
    default: return text(comparison)
    }
  }

  private mutating func numeric(_ comparison: Comparison, of constants: [Double]) -> Predicate {
    switch number(0...3) {
    case 0: return .oneOf(some(of: constants))
    case 1:
      let (a, b) = (one(of: constants), one(of: constants))
      return .between(min(a, b), max(a, b))
    default: return .number(comparison, one(of: constants))
    }
  }

  private mutating func age(_ comparison: Comparison) -> Test {
    let operand = Operand(name(.instant), .age)
    let (a, b) = (one(of: Self.days), one(of: Self.days))
    return Test(operand, number(0...2) == 0 ? .between(min(a, b), max(a, b)) : .number(comparison, a))
  }

  private mutating func instant(_ comparison: Comparison) -> Test {
    // Without a vocabulary of types only an order shows that a text is an instant.
    let (a, b) = (Double(one(of: Self.seconds)), Double(one(of: Self.seconds)))
    let order = comparison.isOrder ? comparison : .less
    return Test(
      Operand(name(.instant), .instant), number(0...2) == 0 ? .between(min(a, b), max(a, b)) : .number(order, a))
  }

  private mutating func text(_ comparison: Comparison) -> Test {
    let operand = Operand(name(.text), number(0...3) == 0 ? .exactText : .text, isDomain: number(0...5) == 0)
    let whole = some(of: Self.texts).map { Parser.whole($0, for: operand) }
    let pieces = some(of: Self.texts).map { Parser.bytes(of: $0, for: operand) }
    switch number(0...8) {
    case 0, 1: return Test(operand, .text(.oneOf(TextSet(whole))))
    case 2: return Test(operand, .text(.notEqual(whole[0])))
    case 3 where comparison.isOrder && whole[0].first != UInt8(ascii: "2"):
      return Test(operand, .text(.ordered(comparison, whole[0])))
    case 4: return Test(operand, .text(.startsWith(pieces)))
    case 5: return Test(operand, .text(.endsWith(pieces)))
    case 6: return Test(operand, .text(.word(pieces)))
    case 7:
      let pattern = one(of: ["%", "a%", "%b", "_", "v_%", "%'%", "%ß_", ""])
      return Test(operand, .text(.like(Parser.bytes(of: pattern, for: operand))))
    case 8:
      let pattern = one(of: ["a|b", "^v", "'", "[^@ ]+@", "\\d"])
      // The patterns are right.
      guard let expression = try? RegularExpression(pattern, ignoringCase: operand.reading != .exactText) else {
        fallthrough
      }
      return Test(operand, .text(.matches(expression)))
    default: return Test(operand, .text(.contains(pieces)))
    }
  }

  private mutating func pair() -> Condition {
    let comparison = one(of: Comparison.allCases)
    switch number(0...4) {
    case 0:
      let order = comparison.isOrder ? comparison : .less
      return .pair(Operand(name(.number), .number), order, Operand(name(.number), .number))
    case 1:
      let same: Comparison = comparison.isOrder ? .equal : comparison
      return .pair(Operand(name(.text), .text, isDomain: number(0...1) == 0), same, Operand(name(.text), .text))
    case 2: return .pair(Operand(name(.text), .length), comparison, Operand(name(.number), .number))
    case 3: return .pair(Operand(name(.instant), .age), comparison, Operand(name(.instant), .age))
    default: return .pair(Operand(name(.text), .exactText), comparison, Operand(name(.text), .exactText))
    }
  }

  /// A value of a type, or none.
  mutating func value(_ type: AttributeType) -> Value {
    if number(0...5) == 0 { return .missing }
    switch type {
    case .text:
      let text = one(of: Self.texts) + (number(0...2) == 0 ? one(of: Self.texts) : "")
      return .text(number(0...3) == 0 ? text.uppercased() : text)
    case .number:
      let constant = one(of: Self.numbers)
      return .number(one(of: [constant, constant.nextUp, constant.nextDown, constant + 1]))
    case .flag, .any: return .flag(number(0...1) == 0)
    case .instant:
      let day = one(of: Self.days) + Double(number(-1...1))
      let seconds = number(0...1) == 0 ? one(of: Self.seconds) : 1_751_328_000 - Int64(day) * 86_400
      return .instant(Instant(secondsSince1970: seconds + Int64(number(-1...1))))
    }
  }
}
