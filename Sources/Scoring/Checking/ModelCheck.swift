import Conditions
import Leads

/// Looks for what is legal in a model but probably not meant.
///
/// Everything here is advice: a warning names the rule and its line, says what will happen, and what to do.
public struct ModelCheck: Sendable {
  /// The model.
  public let model: ScoringModel

  /// A check of a model.
  public init(_ model: ScoringModel) { self.model = model }

  private static let mostComparedRules = 400

  /// What can be seen without data, in the order of the model.
  public func warnings() -> [ModelIssue] {
    var warnings: [ModelIssue] = []
    for score in model.scores where score.tag == nil {
      for (index, rule) in score.rules.enumerated() {
        warnings += cutWarnings(rule, in: score)
        // Each pair is looked at; a score of a thousand rules was not written by hand and is not read by one either.
        if score.rules.count <= Self.mostComparedRules {
          warnings += score.rules[..<index].flatMap { containmentWarnings(rule, $0) }
        }
      }
    }
    return warnings + balanceWarnings() + unreachableBands() + unreachableStages() + trivialActions()
  }

  /// What data shows: rules that never give anything.
  ///
  /// - Parameter scores: the scores of the data, with reasons.
  public func warnings(for scores: Scores) -> [ModelIssue] {
    let counts = scores.leadsPerRule
    var position = 0
    var warnings: [ModelIssue] = []
    for score in model.scores {
      for rule in score.rules {
        if score.tag == nil, counts[position] == 0 {
          warnings.append(
            warning(
              "the rule \"\(rule.name)\" gives nothing to any of the \(scores.count) leads",
              hint: "is a name or value misspelt, or is the window too short?", line: rule.line))
        }
        position += 1
      }
    }
    return warnings
  }

  private func warning(_ message: String, hint: String? = nil, line: Int = 0) -> ModelIssue {
    ModelIssue(message, hint: hint, line: line, severity: .warning)
  }

  // MARK: Limits

  /// Points of a single occurrence that a limit always cuts.
  private func cutWarnings(_ rule: Rule, in score: Score) -> [ModelIssue] {
    let single: [Points] =
      switch rule.body {
      case .attributes(let branches): branches.map(\.points)
      case .events(let events): [events.points]
      case .idle(let idle): idle.steps.map(\.points)
      }
    let group = rule.group.map { score.groups[$0] }
    let limits: [(limits: Limits, name: String)] =
      [(rule.limits, "its own limit")] + (group.map { [($0.limits, "the limit of the group \($0.name)")] } ?? [])
      + [(score.range, "the range of the score \(score.name)")]
    for (limits, name) in limits {
      // A limit on the other side of nothing cuts a single rule only if no other gives anything.
      if let points = single.max(), let maximum = limits.maximum, maximum > Points(0), points > maximum {
        return [
          warning(
            "the rule \"\(rule.name)\" gives \(points), of which \(name) always cuts all above \(maximum)",
            hint: "lower the points or raise the limit", line: rule.line)
        ]
      }
      if let points = single.min(), let minimum = limits.minimum, minimum < Points(0), points < minimum {
        return [
          warning(
            "the rule \"\(rule.name)\" takes \(points), of which \(name) always cuts all below \(minimum)",
            hint: "lower the points or widen the limit", line: rule.line)
        ]
      }
    }
    return []
  }

  // MARK: Containment

  /// Two rules of a score of which one holds whenever the other does, so that both pay.
  private func containmentWarnings(_ rule: Rule, _ earlier: Rule) -> [ModelIssue] {
    switch (rule.body, earlier.body) {
    case (.attributes(let a), .attributes(let b)):
      guard a.count == 1, b.count == 1, let attribute = a[0].condition.attributes.first,
        a[0].condition.attributes == [attribute], b[0].condition.attributes == [attribute]
      else { return [] }
      if Self.implies(a[0].condition, b[0].condition, attribute) { return [contained(rule, in: earlier)] }
      if Self.implies(b[0].condition, a[0].condition, attribute) { return [contained(earlier, in: rule)] }
      return []
    case (.events(let a), .events(let b)):
      guard a.names == b.names, a.condition == b.condition, a.count == b.count else { return [] }
      let isShorter = (a.windowDays ?? .max) <= (b.windowDays ?? .max)
      return [isShorter ? contained(rule, in: earlier) : contained(earlier, in: rule)]
    default: return []
    }
  }

  private func contained(_ rule: Rule, in other: Rule) -> ModelIssue {
    warning(
      "whenever the rule \"\(rule.name)\" holds, \"\(other.name)\" (line \(other.line)) holds too, and both pay",
      hint: "if only one should, exclude the other's case or use a table with by:", line: rule.line)
  }

  /// Whether one condition on an attribute holds only where the other does too, judged on every value that either
  /// mentions and on one that neither does. Only tests of whole values and numbers can be judged in this way.
  private static func implies(_ a: Condition, _ b: Condition, _ attribute: String) -> Bool {
    let asOf = AsOf(Instant(secondsSince1970: 1_750_000_000))
    var texts: Set<[UInt8]> = []
    var isPlain = true
    var isNumeric = false
    for condition in [a, b] {
      condition.visitTests { test in
        switch (test.operand.reading, test.predicate) {
        case (.text, .text(.oneOf(let set))) where !test.operand.isDomain: texts.formUnion(set.texts)
        case (.text, .text(.notEqual(let text))) where !test.operand.isDomain: texts.insert(text)
        case (.number, _), (.age, _), (.instant, _): isNumeric = true
        default: isPlain = false
        }
      }
      if condition.description.contains("is missing") { isPlain = false }
    }
    guard isPlain, isNumeric == texts.isEmpty else { return impliesByText(a, b) }
    let classes: Classes =
      isNumeric
      ? .breakpoints(Classes.breakpoints(of: [a, b], attribute, asOf: asOf), isInstant: a.readsInstants)
      : .values([.missing, .text("\u{1}neither")] + texts.map { .text(String(decoding: $0, as: UTF8.self)) })
    let truthsA = a.truthTable(classes, asOf: asOf)
    let truthsB = b.truthTable(classes, asOf: asOf)
    return truthsA.contains(1) && zip(truthsA, truthsB).allSatisfy { $0 <= $1 } && truthsB.contains(0)
  }

  /// Whether every text that one test wants has in it what the other looks for: `word(t, 'vp')` in `contains(t, 'vp')`.
  private static func impliesByText(_ a: Condition, _ b: Condition) -> Bool {
    guard case .test(let test) = a, case .test(let other) = b, test.operand == other.operand,
      case .text(let wanted) = test.predicate, case .text(.contains(let needles)) = other.predicate
    else { return false }
    let texts: [[UInt8]]
    switch wanted {
    case .oneOf(let set): texts = set.texts
    case .contains(let all), .startsWith(let all), .endsWith(let all), .word(let all): texts = all
    case .notEqual, .ordered, .like, .matches: return false
    }
    let isWithin = TextPredicate.contains(needles)
    return texts.allSatisfy { isWithin.holds($0.span) } && wanted != .contains(needles)
  }

  // MARK: Balance

  /// Sums in which what a lead is can outweigh what it does.
  private func balanceWarnings() -> [ModelIssue] {
    let reach = reachByKind()
    return model.scores.enumerated().compactMap { index, score in
      let (fit, engagement) = reach[index]
      guard !score.parts.isEmpty, engagement > 0, fit > engagement else { return nil }
      let share = fit * 100 / (fit + engagement)
      return warning(
        "\(share) % of what \"\(score.name)\" can reach comes from what leads are, so fit can outweigh anything they do",
        hint: "keep fit at half or less: lower its range, or weigh the sum")
    }
  }

  /// For each score the most that it can get from what leads are, and from what they do, in thousandths of a point.
  private func reachByKind() -> [(fit: Int128, engagement: Int128)] {
    var reach = Array(repeating: (fit: Int128(0), engagement: Int128(0)), count: model.scores.count)
    for index in model.order {
      let score = model.scores[index]
      func most(readingEvents: Bool) -> Int128 {
        var part = score
        part.rules.removeAll { $0.readsEvents != readingEvents }
        return max(0, min(Bounds.beforeRange(part).high, Int128(score.range.highest)))
      }
      if score.parts.isEmpty {
        reach[index] = (most(readingEvents: false), most(readingEvents: true))
      } else {
        for part in score.parts where part.weight > Points(0) {
          reach[index].fit += reach[part.score].fit * Int128(part.weight.thousandths) / 1000
          reach[index].engagement += reach[part.score].engagement * Int128(part.weight.thousandths) / 1000
        }
      }
    }
    return reach
  }

  // MARK: What nobody can reach

  private func unreachableBands() -> [ModelIssue] {
    let bounds = Bounds.of(model)
    return model.bands.flatMap { bands in
      bands.bands.compactMap { band in
        let highest = Points.reported(Int64(clamping: bounds[bands.score].high))
        guard let minimum = band.minimum, minimum > highest else { return nil }
        return warning(
          "nobody can reach the band \(band.name) of \"\(model.scores[bands.score].name)\": it starts at \(minimum), and the score ends at \(highest)",
          hint: "lower the threshold or raise a limit")
      }
    }
  }

  private func unreachableStages() -> [ModelIssue] {
    let bounds = Bounds.of(model)
    return model.stages.compactMap { stage in
      if let condition = stage.condition, let test = unreachableTest(in: condition, bounds) {
        return warning(
          "nobody can reach the stage \(stage.name): \(test) never holds", hint: "lower the threshold or raise a limit")
      }
      guard let leave = stage.leave, let test = unreachableTest(in: leave, bounds) else { return nil }
      return warning(
        "nobody can fall out of the stage \(stage.name): \(test) never holds", hint: "move the threshold of leave:")
    }
  }

  /// A test that never holds, among those that all must.
  private func unreachableTest(in condition: Condition, _ bounds: [Bounds]) -> Test? {
    switch condition {
    case .all(let parts): return parts.lazy.compactMap { unreachableTest(in: $0, bounds) }.first
    case .test(let test):
      guard let index = model.scores.firstIndex(where: { $0.name == test.operand.attribute }) else { return nil }
      let low = Double(Points.reported(Int64(clamping: bounds[index].low)))
      let high = Double(Points.reported(Int64(clamping: bounds[index].high)))
      switch test.predicate {
      case .number(.greaterOrEqual, let limit): return limit > high ? test : nil
      case .number(.greater, let limit): return limit >= high ? test : nil
      case .number(.lessOrEqual, let limit): return limit < low ? test : nil
      case .number(.less, let limit): return limit <= low ? test : nil
      case .number(.equal, let value): return value < low || value > high ? test : nil
      case .between(let from, let to): return from > high || to < low ? test : nil
      default: return nil
      }
    default: return nil
    }
  }

  // MARK: Trivial actions

  /// Words in the names of acts that cost nobody a thought.
  private static let trivial: Set<String> = [
    "open", "opened", "opens", "view", "viewed", "views", "pageview", "page", "impression", "visit", "visited", "sent",
    "delivered", "session", "pixel", "click", "clicked",
  ]
  /// Words that make an act more than trivial: a view of the demo page is, a booking on it is not.
  private static let weighty: Set<String> = [
    "demo", "request", "requested", "booking", "booked", "signup", "trial", "form", "submit", "purchase", "order",
    "call",
    "meeting", "pricing", "checkout",
  ]

  private static func isTrivial(_ name: String) -> Bool {
    let words = Set(name.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
    return !words.isDisjoint(with: trivial) && words.isDisjoint(with: weighty)
  }

  /// Trivial acts which, repeated, make a lead of whom nothing is known sales-ready.
  private func trivialActions() -> [ModelIssue] {
    guard let best = model.stages.first, best.condition != nil else { return [] }
    var names: [String] = []
    for rule in model.scores.flatMap(\.rules) {
      guard case .events(let events) = rule.body else { continue }
      names += events.names.filter { !names.contains($0) && Self.isTrivial($0) }
    }
    return names.compactMap { name in
      guard stage(reachedBy: name) == best.name else { return nil }
      return warning(
        "\(name) alone, repeated, makes a lead \(best.name)", hint: "give its rules a max:, or their group one")
    }
  }

  /// The stage that most of one act leads to where nothing else is known.
  private func stage(reachedBy name: String) -> String? {
    var reported = Array(repeating: Int64(0), count: model.scores.count)
    for index in model.order {
      var score = model.scores[index]
      score.rules.removeAll { rule in
        if case .events(let events) = rule.body {
          !events.names.contains(name) || events.points < Points(0)
        } else {
          true
        }
      }
      var high = Bounds.beforeRange(score).high
      for part in score.parts { high += Int128(reported[part.score]) * Int128(part.weight.billionths) }
      reported[index] = Points.reported(score.range.clamp(Int64(clamping: min(high, Bounds.limit))))
    }
    let asOf = AsOf(Instant(secondsSince1970: 0))
    return model.stages.first { stage in
      stage.condition?.holds(asOf: asOf) { outcome in
        switch model.outcome(named: outcome) {
        case .score(let index): return .number(Double(reported[index]))
        case .band(let bands):
          if let band = bands.band(of: reported[bands.score]) { return .text(bands.bands[band].name) }
        case .matrix, .grade, .stage, nil: break
        }
        return .missing
      } ?? true
    }?.name
  }
}

extension Rule {
  /// Whether it is about what leads do.
  fileprivate var readsEvents: Bool { if case .attributes = body { false } else { true } }
}

extension Condition {
  /// Whether it reads instants, for which `age` counts.
  fileprivate var readsInstants: Bool {
    var found = false
    visitOperands { if $0.type == .instant { found = true } }
    return found
  }
}
