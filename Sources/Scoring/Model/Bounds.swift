/// How low and how high a rule or score can come, whatever a lead does, in billionths of a point.
public struct Bounds: Sendable, Hashable {
  /// The lowest.
  public var low: Int128
  /// The highest.
  public var high: Int128

  static let zero = Bounds(low: 0, high: 0)

  /// Sums must stay within this, so that 64 bits hold them with room to spare.
  static let limit = Int128(1) << 62

  static func + (a: Bounds, b: Bounds) -> Bounds { Bounds(low: a.low + b.low, high: a.high + b.high) }

  func limited(_ limits: Limits) -> Bounds {
    let low = min(max(low, Int128(limits.lowest)), Int128(limits.highest))
    let high = min(max(high, Int128(limits.lowest)), Int128(limits.highest))
    return Bounds(low: low, high: high)
  }

  var fits: Bool { low > -Self.limit && high < Self.limit }

  /// What a rule can give after its limits.
  static func of(_ rule: Rule) -> Bounds {
    var bounds = Bounds.zero
    func include(_ worth: Int128) {
      bounds.low = min(bounds.low, worth)
      bounds.high = max(bounds.high, worth)
    }
    switch rule.body {
    case .attributes(let branches): for branch in branches { include(Int128(branch.points.billionths)) }
    case .idle(let idle): for step in idle.steps { include(Int128(step.points.billionths)) }
    case .events(let events):
      let one = Int128(events.points.billionths)
      switch events.count {
      case .once, .atLeast: include(one)
      case .latest(let count): include(one * Int128(count))
      case .each, .eachPerDay, .eachPerWeek: include(Int128(events.points.thousandths) * Int128(EventRule.heaviest))
      }
    }
    return bounds.limited(rule.limits)
  }

  /// What the rules of a group, or those without one, can give before the group's limits.
  static func of(_ score: Score, group: Int?) -> Bounds {
    score.rules.filter { $0.group == group }.reduce(.zero) { $0 + of($1) }
  }

  /// What a score of rules can be before its range.
  public static func beforeRange(_ score: Score) -> Bounds {
    score.groups.indices.reduce(of(score, group: nil)) { $0 + of(score, group: $1).limited(score.groups[$1].limits) }
  }

  /// What each score can be after its range.
  public static func of(_ model: ScoringModel) -> [Bounds] {
    var all = Array(repeating: Bounds.zero, count: model.scores.count)
    for index in model.order {
      let score = model.scores[index]
      var bounds = beforeRange(score)
      if score.learned != nil { bounds = Bounds(low: 0, high: Int128(Points(100).billionths)) }
      for part in score.parts {
        let ends = [all[part.score].low, all[part.score].high].map {
          Self.reported($0) * Int128(part.weight.billionths)
        }
        // A part may be missing for a lead, and then adds nothing.
        bounds = bounds + Bounds(low: min(0, ends.min()!), high: max(0, ends.max()!))
      }
      all[index] = bounds.limited(score.range)
    }
    return all
  }

  private static func reported(_ billionths: Int128) -> Int128 {
    let perPoint = Int128(Points.billionthsPerPoint)
    let shifted = billionths + perPoint / 2
    let quotient = shifted / perPoint
    return shifted < 0 && quotient * perPoint != shifted ? quotient - 1 : quotient
  }

  /// Why 64 bits might not hold the sums of a model.
  static func issues(of model: ScoringModel) -> [ModelIssue] {
    var issues: [ModelIssue] = []
    for score in model.scores where score.tag == nil {
      for rule in score.rules where !of(rule).fits {
        issues.append(
          ModelIssue(
            "the rule \"\(rule.name)\" could reach more than can be counted", hint: "give it a max:", line: rule.line))
      }
      let sum = score.rules.reduce(Bounds.zero) { $0 + of($1) }
      if !sum.fits, score.rules.allSatisfy({ of($0).fits }) {
        issues.append(
          ModelIssue(
            "the rules of the score \"\(score.name)\" together could reach more than can be counted",
            hint: "give the largest of them a max:", line: score.rules.first?.line ?? 0))
      }
    }
    if issues.isEmpty, !of(model).allSatisfy(\.fits) {
      issues.append(
        ModelIssue("a sum of scores could reach more than can be counted", hint: "give the scores a range:"))
    }
    return issues
  }
}
