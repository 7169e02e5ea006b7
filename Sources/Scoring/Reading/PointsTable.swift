import Conditions
import Leads

/// Points by value or range of one attribute, as a table in a model file has them.
///
/// Keys are values (`Software`, several joined by ` | `), numbers (`5`), ranges (`<10`, `50..199`, `0.5..<2`, `1000+`), durations in
/// the same forms for `age(...)`, and `other` and `missing`. All in one table are texts, or all are numbers.
struct PointsTable {
  /// What is wrong with an entry.
  struct Problem: Error {
    var message: String
    var hint: String?
  }

  private let operand: Operand
  private var entries: [(key: String, points: Points)] = []
  private var other: Points?
  private var missing: Points?

  init(_ operand: Operand) { self.operand = operand }

  /// Adds an entry.
  mutating func add(_ key: String, _ points: Points) throws(Problem) {
    switch key {
    case "other": other = points
    case "missing": missing = points
    default:
      if key.isEmpty {
        throw Problem(message: "a value of the table is empty", hint: "write missing: for leads without a value")
      }
      entries.append((key, points))
    }
  }

  /// The branches of the rule, of which at most one holds for any lead.
  func branches() throws(Problem) -> [Rule.Branch] {
    var branches = try named()
    var known = operand
    known.reading = .any
    if let missing { branches.append(Rule.Branch(.test(Test(known, .missing)), missing, label: "missing")) }
    if let other {
      let rest = branches.map { Condition.not($0.condition) }
      branches.append(Rule.Branch(.all([.test(Test(known, .known))] + rest), other, label: "other"))
    }
    return branches
  }

  private func named() throws(Problem) -> [Rule.Branch] {
    let isDuration = operand.reading == .age
    let intervals = entries.map { Interval($0.key, isDuration: isDuration) }
    let derivedType = operand.derivedFunction?.type
    if derivedType == .flag {
      throw Problem(message: "\(operand) is yes or no, and no table is needed", hint: "write when: \(operand)")
    }
    let needsNumbers = isDuration || operand.reading == .length || derivedType == .number
    guard needsNumbers || !intervals.isEmpty && intervals.allSatisfy({ $0 != nil }), operand.reading != .exactText,
      !operand.isDomain, derivedType != .text
    else { return try texts() }
    var numeric = operand
    if operand.reading == .any { numeric.reading = .number }
    var branches: [Rule.Branch] = []
    for (index, entry) in entries.enumerated() {
      guard let interval = intervals[index] else {
        throw Problem(
          message: "\"\(entry.key)\" is not \(isDuration ? "a range of days" : "a number or range")",
          hint: "ranges are written <10, 10..19, 20+")
      }
      if interval.isEmpty { throw Problem(message: "the range \(entry.key) is upside down", hint: nil) }
      for (earlier, other) in zip(entries, intervals).prefix(index) where interval.overlaps(other!) {
        throw Problem(
          message: "\(earlier.key) and \(entry.key) overlap, so that some leads would fall into both",
          hint: "let each range start where the other ends")
      }
      branches.append(Rule.Branch(interval.condition(numeric), entry.points, label: entry.key))
    }
    return branches
  }

  private func texts() throws(Problem) -> [Rule.Branch] {
    var textual = operand
    if operand.reading == .any { textual.reading = .text }
    var seen: Set<[UInt8]> = []
    var branches: [Rule.Branch] = []
    for entry in entries {
      let values = entry.key.split(separator: "|").map { part in
        textual.reading == .exactText
          ? Array(Array(part.utf8)[Array(part.utf8).span.trimmedRange]) : String(part).foldedUTF8
      }
      for value in values where !seen.insert(value).inserted {
        throw Problem(
          message: "\"\(String(decoding: value, as: UTF8.self))\" is in the table twice",
          hint: "values compare without regard to case")
      }
      for value in values {
        guard let problem = operand.derivedFunction?.problem(withValue: value) else { continue }
        throw Problem(message: problem.message, hint: problem.hint)
      }
      branches.append(Rule.Branch(.test(Test(textual, .text(.oneOf(TextSet(values))))), entry.points, label: entry.key))
    }
    return branches
  }

  /// A range of numbers, its ends included or not.
  struct Interval {
    var low = -Double.infinity
    var high = Double.infinity
    var includesLow = true
    var includesHigh = true

    /// nil if the text is not a range or number.
    init?(_ text: String, isDuration: Bool) {
      let text = text.filter { $0 != " " }
      func number(_ part: some StringProtocol) -> Double? {
        if isDuration { return Condition.days(in: String(part)).map(Double.init) }
        return part.isEmpty ? nil : Double(cell: Array(part.utf8).span)
      }
      if let dots = text.firstRange(of: "..<") {
        // Up to the next range, without its first number: for values that are not whole.
        guard let from = number(text[..<dots.lowerBound]), let to = number(text[dots.upperBound...]) else { return nil }
        (low, high, includesHigh) = (from, to, false)
      } else if let dots = text.firstRange(of: "..") {
        let (from, to) = (text[..<dots.lowerBound], text[dots.upperBound...])
        guard !(from.isEmpty && to.isEmpty) else { return nil }
        if !from.isEmpty { guard let value = number(from) else { return nil }; low = value }
        if !to.isEmpty { guard let value = number(to) else { return nil }; high = value }
      } else if text.hasSuffix("+") {
        guard let value = number(text.dropLast()) else { return nil }
        low = value
      } else if let sign = ["<=", ">=", "<", ">"].first(where: text.hasPrefix) {
        guard let value = number(text.dropFirst(sign.count)) else { return nil }
        if sign.first == "<" {
          (high, includesHigh) = (value, sign == "<=")
        } else {
          (low, includesLow) = (value, sign == ">=")
        }
      } else {
        guard let value = number(text) else { return nil }
        (low, high) = (value, value)
      }
    }

    var isEmpty: Bool { low > high || low == high && !(includesLow && includesHigh) }

    func overlaps(_ other: Interval) -> Bool {
      func isBelow(_ a: Interval, _ b: Interval) -> Bool {
        a.high < b.low || a.high == b.low && !(a.includesHigh && b.includesLow)
      }
      return !isBelow(self, other) && !isBelow(other, self)
    }

    func condition(_ operand: Operand) -> Condition {
      if low > -.infinity, high < .infinity, !includesHigh {
        return .all([.test(Test(operand, .number(.greaterOrEqual, low))), .test(Test(operand, .number(.less, high)))])
      }
      if low > -.infinity, high < .infinity {
        return .test(Test(operand, low == high ? .number(.equal, low) : .between(low, high)))
      }
      if low > -.infinity { return .test(Test(operand, .number(includesLow ? .greaterOrEqual : .greater, low))) }
      return .test(Test(operand, .number(includesHigh ? .lessOrEqual : .less, high)))
    }
  }
}
