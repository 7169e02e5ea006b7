import Conditions

extension Condition {
  /// The least whole value of a number for which this can hold, if the condition asks for one: 50 for
  /// `total >= 50 and fit >= 20`.
  func leastValue(of attribute: String) -> Int64? {
    switch self {
    case .test(let test):
      guard test.operand.attribute == attribute, test.operand.reading == .number else { return nil }
      switch test.predicate {
      case .number(.greaterOrEqual, let number): return Self.whole(number.rounded(.up))
      case .number(.greater, let number): return Self.whole(number.rounded(.down) + 1)
      case .between(let low, _): return Self.whole(low.rounded(.up))
      default: return nil
      }
    case .all(let conditions): return conditions.compactMap { $0.leastValue(of: attribute) }.max()
    case .constant, .pair, .not, .any: return nil
    }
  }

  private static func whole(_ number: Double) -> Int64? {
    Int64(exactly: number).flatMap { abs($0) < 1 << 40 ? $0 : nil }
  }
}
