import Leads

/// A number of a model that is to be tried at several values.
///
///     let variation = try Variation("engagement.Pricing page.points=0..20", of: model)
///     let cheaper = try variation.applied(variation.values[0], to: model)
///
/// | written | varies |
/// |---|---|
/// | `SCORE.RULE.points` | the points of a rule with a single value |
/// | `SCORE.RULE.points.ENTRY` | the points of an entry of its table, or of a step of an idle rule (`30d`) |
/// | `SCORE.RULE.max`, `SCORE.RULE.min` | the rule's limits; of a group too: `SCORE.GROUP.max` |
/// | `SCORE.RULE.within` | its window, in days |
/// | `SCORE.RULE.decay` | the days of its half-life or linear decay |
/// | `SCORE.RULE.count` | the N of `at least N` or `latest N` |
///
/// Values are a list, `0, 5, 10`, or a range, `0..20` or `0..20 by 5`; a range without a step takes at most 21 values.
public struct Variation: Sendable, Hashable {
  /// What is wrong with a variation.
  public struct Problem: Error, Hashable {
    /// What is wrong.
    public var message: String
    /// What may help.
    public var hint: String?
  }

  /// The number that is varied.
  enum Target: Sendable, Hashable {
    case points(entry: Int?)
    case maximum, minimum
    case window, decay, count
    case groupMaximum(Int), groupMinimum(Int)

    /// Whether its values are whole numbers of days or occurrences rather than points.
    var isWhole: Bool {
      switch self {
      case .window, .decay, .count: true
      default: false
      }
    }
  }

  /// As it was written, without the values: `engagement.Pricing page.points`.
  public let name: String
  /// The values to try, as written in a model, in the order given.
  public let values: [Points]
  let target: Target
  let score: Int
  /// The rule's position in the score; nil for a group.
  let rule: Int?

  /// How many values a variation may have.
  public static let mostValues = 201

  /// Reads a variation of a model. Throws what is wrong with it.
  public init(_ text: String, of model: ScoringModel) throws(Problem) {
    guard let sign = text.lastIndex(of: "=") else {
      throw Problem(
        message: "\"\(text)\" gives no values", hint: "write it as SCORE.RULE.points=0..20")
    }
    name = String(text[..<sign]).trimmed
    (score, rule, target) = try VariationPath(name, model).resolved()
    let isWhole = target.isWhole
    values = try Self.values(String(text[text.index(after: sign)...]).trimmed, isWhole: isWhole)
  }

  /// The model with this value. Throws if no model may have it: a maximum below the minimum, a window of no days.
  public func applied(_ value: Points, to model: ScoringModel) throws(Problem) -> ScoringModel {
    var model = model
    func days() throws(Problem) -> Int {
      guard value.thousandths > 0 else {
        throw Problem(message: "\(name) must be at least 1, not \(value)")
      }
      return Int(value.thousandths / 1000)
    }
    func limited(_ limits: Limits) throws(Problem) -> Limits {
      if let low = limits.minimum, let high = limits.maximum, low > high {
        throw Problem(message: "with \(name) = \(value) the maximum \(high) is below the minimum \(low)")
      }
      return limits
    }
    switch target {
    case .groupMaximum(let group): model.scores[score].groups[group].limits.maximum = value
    case .groupMinimum(let group): model.scores[score].groups[group].limits.minimum = value
    default:
      guard let rule else { return model }
      var changed = model.scores[score].rules[rule]
      switch (target, changed.body) {
      case (.maximum, _): changed.limits.maximum = value
      case (.minimum, _): changed.limits.minimum = value
      case (.points(let entry), .attributes(var branches)):
        branches[entry ?? 0].points = value
        changed.body = .attributes(branches)
      case (.points(let entry), .idle(var idle)):
        idle.steps[entry ?? 0].points = value
        changed.body = .idle(idle)
      case (_, .events(var events)):
        switch target {
        case .points: events.points = value
        case .window: events.windowDays = try days()
        case .count:
          if case .atLeast = events.count { events.count = .atLeast(try days()) }
          if case .latest = events.count { events.count = .latest(try days()) }
        case .decay:
          if case .halfLife = events.decay { events.decay = .halfLife(days: try days()) }
          if case .linear = events.decay { events.decay = .linear(days: try days()) }
        default: break
        }
        changed.body = .events(events)
      default: break
      }
      changed.limits = try limited(changed.limits)
      if let points = target == .maximum ? changed.limits.maximum : nil, points < Points(0) {
        throw Problem(message: "the max of a rule is 0 or more, not \(points)")
      }
      if let points = target == .minimum ? changed.limits.minimum : nil, points > Points(0) {
        throw Problem(message: "the min of a rule is 0 or less, not \(points)")
      }
      model.scores[score].rules[rule] = changed
    }
    for group in model.scores[score].groups { _ = try limited(group.limits) }
    model.splitAgain(score)
    if let issue = Bounds.issues(of: model).first {
      throw Problem(message: "with \(name) = \(value): \(issue.message)", hint: issue.hint)
    }
    return model
  }

  /// Whether both vary the same number.
  public func varies(theSameAs other: Variation) -> Bool {
    (target, score, rule) == (other.target, other.score, other.rule)
  }

  // MARK: Values

  private static func values(_ text: String, isWhole: Bool) throws(Problem) -> [Points] {
    func number(_ part: some StringProtocol) throws(Problem) -> Points {
      var digits = String(part).trimmed
      if isWhole, digits.last == "d" { digits.removeLast() }
      guard let points = Points(digits), !isWhole || points.thousandths % 1000 == 0 else {
        throw Problem(
          message: "\"\(String(part).trimmed)\" is not \(isWhole ? "a whole number" : "a number of points")",
          hint: isWhole ? nil : "points are decimals with at most three places, up to \(Points.limit)")
      }
      return points
    }
    guard let dots = text.firstRange(of: "..") else {
      var values: [Points] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let value = try number(part)
        if values.contains(value) { throw Problem(message: "\(value) is there twice") }
        values.append(value)
      }
      return values
    }
    var rest = String(text[dots.upperBound...])
    var step: Points?
    if let by = rest.firstRange(of: " by ") {
      step = try number(rest[by.upperBound...])
      rest = String(rest[..<by.lowerBound])
    }
    let (low, high) = (try number(text[..<dots.lowerBound]), try number(rest))
    guard low < high else {
      throw Problem(
        message: "the range \(low)..\(high) has no values", hint: low == high ? "write \(low)" : "write \(high)..\(low)"
      )
    }
    let width = high.thousandths - low.thousandths
    let stride = step?.thousandths ?? Self.niceStep(width, isWhole: isWhole)
    guard stride > 0 else { throw Problem(message: "the step must be above 0") }
    guard width / stride < Int64(mostValues) else {
      throw Problem(
        message: "the range \(low)..\(high) by \(Points(thousandths: stride)) has more than \(mostValues) values")
    }
    return Swift.stride(from: low.thousandths, through: high.thousandths, by: Int64.Stride(stride)).map {
      Points(thousandths: $0)
    }
  }

  /// 1, 2 or 5 times a power of ten, so that at most 21 values are tried.
  private static func niceStep(_ width: Int64, isWhole: Bool) -> Int64 {
    var unit: Int64 = isWhole || width >= 2000 ? 1000 : 100
    while true {
      for factor: Int64 in [1, 2, 5] where width / (unit * factor) <= 20 { return unit * factor }
      unit *= 10
    }
  }
}

extension String {
  /// The text without the spaces around it.
  var trimmed: String {
    let bytes = Array(utf8)
    return String(decoding: bytes[bytes.span.trimmedRange], as: UTF8.self)
  }
}
