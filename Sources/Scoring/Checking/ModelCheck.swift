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

  /// What can be seen without data, in the order of the model.
  public func warnings() -> [ModelIssue] {
    var warnings: [ModelIssue] = []
    for score in model.scores where score.tag == nil {
      for (index, rule) in score.rules.enumerated() {
        warnings += cutWarnings(rule, in: score)
        warnings += score.rules[..<index].flatMap { containmentWarnings(rule, $0) }
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
      guard a.names == b.names, a.condition == b.condition, a.count == b.count, a.windowDays == b.windowDays else {
        return []
      }
      return [contained(rule, in: earlier)]
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
    guard isPlain, isNumeric == texts.isEmpty else { return false }
    let classes: Classes =
      isNumeric
      ? .breakpoints(Classes.breakpoints(of: [a, b], attribute, asOf: asOf), isInstant: a.readsInstants)
      : .values([.missing, .text("\u{1}neither")] + texts.map { .text(String(decoding: $0, as: UTF8.self)) })
    let truthsA = a.truthTable(classes, asOf: asOf)
    let truthsB = b.truthTable(classes, asOf: asOf)
    return truthsA.contains(1) && zip(truthsA, truthsB).allSatisfy { $0 <= $1 } && truthsB.contains(0)
  }

  // MARK: Balance

  /// Sums in which what a lead is can outweigh what it does.
  private func balanceWarnings() -> [ModelIssue] {
    let bounds = Bounds.of(model)
    return model.scores.compactMap { score in
      var fit: Int128 = 0
      var engagement: Int128 = 0
      for part in score.parts where part.weight > Points(0) {
        let reach = max(0, bounds[part.score].high) * Int128(part.weight.thousandths) / 1000
        if model.scores[part.score].readsEvents { engagement += reach } else { fit += reach }
      }
      guard engagement > 0, fit > engagement else { return nil }
      let share = fit * 100 / (fit + engagement)
      return warning(
        "\(share) % of what \"\(score.name)\" can reach comes from what leads are, so fit can outweigh anything they do",
        hint: "keep fit at half or less: lower its range, or weigh the sum")
    }
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
      guard let condition = stage.condition, let test = unreachableTest(in: condition, bounds) else { return nil }
      return warning(
        "nobody can reach the stage \(stage.name): \(test) never holds", hint: "lower the threshold or raise a limit")
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

  /// Parts of the names of acts that cost nobody a thought.
  private static let trivial = ["open", "view", "impression", "visit", "sent", "deliver", "session", "pixel", "page"]

  /// Trivial acts which, repeated, make a lead of whom nothing is known sales-ready.
  private func trivialActions() -> [ModelIssue] {
    guard let best = model.stages.first, best.condition != nil else { return [] }
    var names: [String] = []
    for rule in model.scores.flatMap(\.rules) {
      guard case .events(let events) = rule.body else { continue }
      names += events.names.filter { name in !names.contains(name) && Self.trivial.contains { name.contains($0) } }
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
        if case .events(let events) = rule.body { events.names != [name] || events.points < Points(0) } else { true }
      }
      var high = Bounds.beforeRange(score).high
      for part in score.parts { high += Int128(reported[part.score]) * Int128(part.weight.billionths) }
      reported[index] = Points.reported(score.range.clamp(Int64(clamping: min(high, Bounds.limit))))
    }
    let asOf = AsOf(Instant(secondsSince1970: 0))
    return model.stages.first { stage in
      stage.condition?.holds(asOf: asOf) { outcome in
        if let index = model.scores.firstIndex(where: { $0.name == outcome }) {
          return .number(Double(reported[index]))
        }
        if let bands = model.bands.first(where: { "\(model.scores[$0.score].name)_band" == outcome }),
          let band = bands.band(of: reported[bands.score])
        {
          return .text(bands.bands[band].name)
        }
        return .missing
      } ?? true
    }?.name
  }
}

extension Score {
  /// Whether a rule of it is about what leads do.
  var readsEvents: Bool {
    rules.contains { rule in
      switch rule.body {
      case .attributes: false
      case .events, .idle: true
      }
    }
  }
}

extension Condition {
  /// Whether it reads instants, for which `age` counts.
  fileprivate var readsInstants: Bool {
    var found = false
    visitOperands { if $0.type == .instant { found = true } }
    return found
  }
}
