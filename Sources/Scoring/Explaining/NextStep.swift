import Conditions
import Leads

/// Something that would lift a lead, and how far.
public struct NextStep: Sendable, Hashable {
  /// What would have to happen.
  public enum Action: Sendable, Hashable {
    /// So many further events of this name, today, with these properties that the rule asks for.
    case events(String, count: Int, with: [String])
    /// That this attribute, of which nothing is known, turned out to be this.
    case knowing(String, is: String)
  }

  /// What would have to happen.
  public var action: Action
  /// The rule that it would serve, or the learned score.
  public var rule: String
  /// The stage, or else the band, that the lead has now; nil for none.
  public var from: String?
  /// The one that it would have.
  public var to: String
  /// The score that decides, now and then.
  public var scoreName: String
  /// Its value now.
  public var before: Int64
  /// Its value then.
  public var after: Int64
}

extension NextStep {
  /// The event or attribute that it is about; of several steps with the same only the best is worth saying.
  fileprivate var subject: String {
    switch action {
    case .events(let name, _, _): "event \(name)"
    case .knowing(let attribute, _): "attribute \(attribute)"
    }
  }
}

extension Explainer {
  /// The nearest ways up to a better stage (or, without stages, a better band of the ranking score): at most `limit`,
  /// the fewest events first. Empty for a lead that is excluded, at the top, or whom no single kind of act would lift.
  ///
  /// Learned scores are worked out anew for each act that is tried, so what is said holds of the whole model. Acts that only
  /// a learned model knows are tried too.
  ///
  /// O(rules × events to add × explanation).
  public func nextSteps(of lead: Int, limit: Int = 3) -> [NextStep] {
    let live = liveEvents(of: lead)
    let now = explanation(of: lead, events: live, learnedReasons: false) { population.leads.value($0, of: lead) }
    // An act of today must be an event that can be held.
    guard now.exclusion == nil, Event.instants.contains(asOf.instant.secondsSince1970), let score = model.rankingScore,
      let before = now.scores[score].reported,
      let level = level(now), level > 0
    else { return [] }
    var found: [(step: NextStep, level: Int, effort: Int)] = []
    func consider(_ action: NextStep.Action, _ rule: String, effort: Int, _ then: Explanation) -> Bool {
      guard let reached = self.level(then), reached < level, let after = then.scores[score].reported else {
        return false
      }
      let step = NextStep(
        action: action, rule: rule, from: levelName(now), to: levelName(then) ?? "",
        scoreName: model.scores[score].name,
        before: before, after: after)
      found.append((step, reached, effort))
      return true
    }
    for act in helpfulActs {
      let event = Event(secondsSince1970: asOf.instant.secondsSince1970, kind: UInt32(act.kind))
      for count in 1...act.most {
        let then = explanation(
          of: lead, events: Array(repeating: event, count: count) + live, learnedReasons: false
        ) {
          population.leads.value($0, of: lead)
        }
        let asked = act.properties.compactMap { name in
          let value = population.kinds.value(name, of: act.kind)
          return value == .missing ? nil : "\(name) \(value.plainDescription)"
        }
        let action = NextStep.Action.events(population.kinds.name(act.kind), count: count, with: asked)
        if consider(action, act.rule, effort: count, then) { break }
      }
    }
    for (rule, attribute, value, label) in helpfulAttributes(of: lead) {
      let then = explanation(of: lead, events: live, learnedReasons: false) {
        $0 == attribute ? value : population.leads.value($0, of: lead)
      }
      _ = consider(.knowing(attribute, is: label), rule.name, effort: 2, then)
    }
    var seen: Set<String> = []
    let ordered = found.enumerated().sorted {
      ($0.element.effort, $0.element.level, -$0.element.step.after, $0.offset)
        < ($1.element.effort, $1.element.level, -$1.element.step.after, $1.offset)
    }
    return Array(ordered.map(\.element.step).filter { seen.insert($0.subject).inserted }.prefix(limit))
  }

  /// How far from the top a lead is: the position of its stage, or of its band; nil if the model has neither.
  private func level(_ explanation: Explanation) -> Int? {
    if !model.stages.isEmpty {
      return model.stages.firstIndex { $0.name == explanation.stage } ?? model.stages.count
    }
    guard let score = model.rankingScore, let bands = model.bands(of: score) else { return nil }
    return bands.bands.firstIndex { $0.name == explanation.scores[score].band } ?? bands.bands.count
  }

  private func levelName(_ explanation: Explanation) -> String? {
    model.stages.isEmpty ? model.rankingScore.flatMap { explanation.scores[$0].band } : explanation.stage
  }

  /// An act that may help: of which kind, by which rule or learned score, and how often it is tried.
  private struct Act {
    var kind: Int
    var rule: String
    var most: Int
    /// The properties that are asked for.
    var properties: [String]
  }

  /// What rules give points for, then what only learned models know.
  private var helpfulActs: [Act] {
    // To a learned model an act with another property is another act, so these are told too.
    let told = model.scores.flatMap { $0.learned?.properties.map(\.name) ?? [] }
    var acts: [Act] = model.scores.filter { $0.tag == nil }.flatMap(\.rules).compactMap { rule in
      guard case .events(let events) = rule.body, events.points > Points(0), let kind = kind(for: events) else {
        return nil
      }
      let most = if case .atLeast(let needed) = events.count { min(needed, 10) } else { 3 }
      return Act(
        kind: kind, rule: rule.name, most: most, properties: (events.condition?.attributes ?? []).union(told).sorted())
    }
    for score in model.scores {
      for wanted in score.learned?.acts ?? [] {
        guard let kind = kind(for: wanted), !acts.contains(where: { $0.kind == kind }) else { continue }
        acts.append(Act(kind: kind, rule: score.name, most: 3, properties: Set(told).sorted()))
      }
    }
    return acts
  }

  /// A kind of event that a learned model tells apart, if anybody ever did it.
  private func kind(for act: LearnedSource.Act) -> Int? {
    func folded(_ text: String) -> String { String(decoding: text.foldedUTF8, as: UTF8.self) }
    return (0..<population.kinds.count).first { kind in
      guard folded(population.kinds.name(kind)) == act.name else { return false }
      guard let property = act.property else { return true }
      guard case .text(let text) = population.kinds.value(property, of: kind) else { return false }
      return folded(text) == act.value
    }
  }

  /// A kind of event that a rule counts, if anybody ever did it.
  private func kind(for rule: EventRule) -> Int? {
    (0..<population.kinds.count).first { kind in
      rule.names.contains(String(decoding: population.kinds.name(kind).foldedUTF8, as: UTF8.self))
        && (rule.condition?.holds(asOf: asOf) { population.kinds.value($0, of: kind) } ?? true)
    }
  }

  /// Attributes of which nothing is known of a lead, with the best value that a rule pays for.
  private func helpfulAttributes(of lead: Int) -> [(rule: Rule, attribute: String, value: Value, label: String)] {
    model.scores.filter { $0.tag == nil }.flatMap(\.rules).compactMap { rule in
      guard case .attributes(let branches) = rule.body,
        let best = branches.filter({ $0.points > Points(0) }).max(by: { $0.points < $1.points }),
        case .test(let test) = best.condition, let value = test.satisfyingValue, test.operand.reading != .age,
        !test.operand.isDomain, population.leads.value(test.operand.attribute, of: lead) == .missing,
        // Where the text is known and nothing can be made of it, asking again does not help.
        DerivedAttribute(named: test.operand.attribute).map({
          population.leads.value($0.source, of: lead) == .missing
        }) ?? true
      else { return nil }
      return (rule, test.operand.attribute, value, best.label ?? value.plainDescription)
    }
  }
}

extension Test {
  /// A value of which the test holds, for tests that say one plainly.
  fileprivate var satisfyingValue: Value? {
    switch predicate {
    case .flag(let flag): return .flag(flag)
    case .number(let comparison, let number):
      guard operand.reading == .number else { return nil }
      switch comparison {
      case .equal, .greaterOrEqual, .lessOrEqual: return .number(number)
      case .greater: return .number(number + 1)
      case .less: return .number(number - 1)
      case .notEqual: return nil
      }
    case .between(let low, _): return operand.reading == .number ? .number(low) : nil
    case .oneOf(let numbers): return numbers.first.map { .number($0) }
    case .text(.oneOf(let set)): return set.texts.first.map { .text(String(decoding: $0, as: UTF8.self)) }
    case .known, .missing, .text: return nil
    }
  }
}

extension ScoringModel {
  /// The score by which leads are ranked: the last that is not the part of another with a tag.
  public var rankingScore: Int? { scores.lastIndex { $0.tag == nil } }
}
