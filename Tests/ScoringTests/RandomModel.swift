import TestSupport
import Conditions
import Leads

@testable import Scoring

/// A random model that uses everything the language has, as a value and as the YAML text that states it.
struct RandomModel {
  private(set) var model = ScoringModel(name: "Random", scores: [])
  /// What the `by` of each table of points is, by the rule's name.
  private var operands: [String: String] = [:]
  private var chance: SeededGenerator
  private var ruleCount = 0

  init(seed: UInt64) {
    chance = SeededGenerator(seed: seed)
    for index in 0..<number(1...3) { model.scores.append(score("s\(index)")) }
    if number(0...1) == 0 { split() }
    addSums()
    if number(0...3) == 0 {
      model.exclusions = (0..<number(1...3)).map {
        Exclusion("Out \($0)", .all([condition(1), condition(1), condition(1)]))
      }
    }
    addBands()
    if number(0...1) == 0 { model.grade = grade() }
    addStages()
  }

  /// Changes something, so that rescoring has something to do.
  mutating func edit() {
    let score = number(0...model.scores.count - 1)
    switch number(0...9) {
    case 0: model.scores[score].range = range()
    case 1 where !model.scores[score].groups.isEmpty: model.scores[score].groups[0].limits = limits()
    case 2 where model.scores[score].parts.isEmpty:
      model.scores[score].rules.append(rule(groups: model.scores[score].groups.count))
    case 3 where !model.scores[score].rules.isEmpty: model.scores[score].rules.removeLast()
    case 4: addBands()
    case 5: addStages()
    case 6: model.stages = []
    case 7 where number(0...3) == 0: model.scores[score].condition = condition(1)
    case 8 where number(0...3) == 0 && model.scores[score].parts.isEmpty:
      model.scores[score].groups.append(Score.Group("new", limits()))
    case 9 where !model.scores[score].parts.isEmpty: model.scores[score].parts[0].weight = points(3_000)
    default:
      guard model.scores[score].parts.isEmpty, !model.scores[score].rules.isEmpty else { return edit() }
      let rule = number(0...model.scores[score].rules.count - 1)
      switch model.scores[score].rules[rule].body {
      case .events(var events):
        events.points = points(9_000)
        model.scores[score].rules[rule].body = .events(events)
      case .attributes, .idle: model.scores[score].rules[rule] = self.rule(groups: model.scores[score].groups.count)
      }
    }
  }

  // MARK: Chance

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
  private mutating func one<T>(of all: [T]) -> T { all[number(0...all.count - 1)] }

  /// Points up to so many thousandths either way; often halves and odd thousandths.
  private mutating func points(_ limit: Int) -> Points {
    let thousandths = number(-limit...limit)
    return Points(thousandths: Int64(number(0...2) == 0 ? thousandths : thousandths / 500 * 500))
  }

  // MARK: Conditions

  /// A test of attributes of leads, as text.
  private mutating func test() -> String {
    switch number(0...9) {
    case 0: "t1 \(one(of: ["=", "!=", "<", ">="])) '\(one(of: RandomPopulation.texts))'"
    case 1: "t\(number(1...2)) \(one(of: ["in", "not in"])) ('a', 'B ', 'vp of sales')"
    case 2: "n1 \(one(of: ["=", "!=", "<", "<=", ">", ">="])) \(one(of: [0, 1, 5, 50.5, -3]))"
    case 3: "n\(number(1...2)) \(one(of: ["between", "not between"])) 0 and \(number(0...50))"
    case 4: "\(one(of: ["f1", "not f1", "f1 = false", "f1 != true"]))"
    case 5: "age(i1) \(one(of: ["<", ">=", "=", "!="])) \(one(of: [0, 1, 7, 30, 31]))d"
    case 6: "i1 \(one(of: ["<", ">=", ">"])) '2025-06-\(number(1...2))\(number(0...9))'"
    case 7: one(of: ["n1 < n2", "n1 >= n2", "t1 = t2", "age(i1) < age(created_at)", "length(t1) > n1", "n1 <= n1"])
    case 8:
      "\(one(of: ["t1", "t2", "n1", "n2", "f1", "i1", "domain(t2)", "nothing"])) is \(one(of: ["missing", "known"]))"
    default:
      one(of: [
        "word(t2, 'vp')", "contains(t2, 'a')", "domain(t2) = 'x.com'", "length(t2) > 3", "matches(t2, '^[a-v]')",
      ])
    }
  }

  private mutating func text(_ depth: Int) -> String {
    switch depth == 0 ? 0 : number(0...6) {
    case 0...2: return test()
    case 3: return "not (\(text(depth - 1)))"
    case 4: return "(\(text(depth - 1))) or (\(text(depth - 1)))"
    default: return "(\(text(depth - 1))) and (\(text(depth - 1)))"
    }
  }

  private mutating func condition(_ depth: Int) -> Condition { parsed(text(depth)) }

  private func parsed(_ text: String) -> Condition {
    do throws(ConditionIssue) { return try Condition.parsed(text) } catch { fatalError("\(text): \(error)") }
  }

  // MARK: Scores

  private mutating func limits(forRule isRule: Bool = false) -> Limits {
    let low = Points(thousandths: Int64(-number(0...20_000)))
    let high = Points(thousandths: Int64(number(0...20_000)))
    let shift = isRule || number(0...2) > 0 ? 0 : number(-5_000...5_000)
    return Limits(
      minimum: number(0...1) == 0 ? nil : Points(thousandths: low.thousandths + Int64(min(shift, 0))),
      maximum: number(0...1) == 0 ? nil : Points(thousandths: high.thousandths + Int64(min(shift, 0))))
  }

  private mutating func range() -> Limits {
    let low = number(-60...20)
    return Limits(
      minimum: number(0...2) == 0 ? nil : Points(low),
      maximum: number(0...2) == 0 ? nil : Points(thousandths: Int64(low * 1000 + number(0...90_000))))
  }

  private mutating func score(_ name: String) -> Score {
    let groups = (0..<number(0...3)).map { Score.Group("g\($0)", limits()) }
    let rules = (0..<number(1...8)).map { _ in rule(groups: groups.count) }
    var score = Score(name, range: range(), groups: groups, rules: rules)
    if number(0...4) == 0 { score.condition = condition(1) }
    return score
  }

  private mutating func split() {
    let tags = ["red", "blue"].filter { tag in model.scores[0].rules.contains { $0.tags.contains(tag) } }
    for tag in tags {
      var part = model.scores[0]
      part.name += "_\(tag)"
      part.tag = tag
      part.rules = part.rules.filter { $0.tags.contains(tag) }
      model.scores.insert(part, at: 1)
    }
    if tags.count == 2 { model.scores.swapAt(1, 2) }
  }

  private mutating func addSums() {
    for index in 0..<number(0...2) {
      let all = Array(0..<model.scores.count)
      let chosen = all.filter { _ in number(0...1) == 0 }
      let parts = (chosen.isEmpty ? all : chosen).map { Score.Part($0, weight: points(2_500)) }
      var sum = Score("sum\(index)", range: range(), sum: parts)
      if number(0...5) == 0 { sum.condition = condition(1) }
      model.scores.append(sum)
    }
    // A sum may stand in front of its parts.
    if model.scores.contains(where: { !$0.parts.isEmpty }), !model.scores.contains(where: { $0.tag != nil }),
      number(0...1) == 0
    {
      let last = model.scores.count - 1
      let sum = model.scores.removeLast()
      model.scores.insert(sum, at: 0)
      for index in model.scores.indices {
        for part in model.scores[index].parts.indices {
          let old = model.scores[index].parts[part].score
          model.scores[index].parts[part].score = old == last ? 0 : old + 1
        }
      }
    }
  }

  // MARK: Rules

  private mutating func rule(groups: Int) -> Rule {
    ruleCount += 1
    let name = "Rule \(ruleCount)"
    let body: Rule.Body
    switch number(0...9) {
    case 0...2: body = .attributes([Rule.Branch(condition(2), points(20_000))])
    case 3: body = table(name)
    case 4: body = .idle(idle())
    default: body = .events(events())
    }
    let tags = ["red", "blue"].filter { _ in number(0...2) == 0 }
    let group = groups > 0 && number(0...2) > 0 ? number(0...groups - 1) : nil
    return Rule(name, group: group, body, limits: limits(forRule: true), tags: tags)
  }

  private mutating func table(_ name: String) -> Rule.Body {
    let (operand, keys) = one(of: [
      ("t1", ["a", "B", "vp of sales | C", "other", "missing"]),
      ("domain(t2)", ["x.com", "y.com", "missing", "other"]),
      ("n1", ["<0", "0..4.5", "5", ">5", "missing"]), ("n2", ["<=1", "2..49", "50+", "other"]),
      ("age(i1)", ["<1d", "1d..29d", "30d+", "other", "missing"]), ("length(t2)", ["0..3", "4", "other"]),
      ("exact(t1)", ["a", "A", "other"]),
    ])
    operands[name] = operand
    do {
      var table = PointsTable(try Operand.parsed(operand))
      for key in keys where number(0...4) > 0 { try table.add(key, points(15_000)) }
      return .attributes(try table.branches())
    } catch {
      fatalError("\(operand): \(error)")
    }
  }

  private mutating func idle() -> IdleRule {
    let days = [1, 7, 30, 90].filter { _ in number(0...1) == 0 }
    return IdleRule(
      steps: (days.isEmpty ? [5] : days).map { IdleRule.Step(days: $0, points: points(9_000)) },
      ignoring: RandomPopulation.events.filter { _ in number(0...2) == 0 })
  }

  private mutating func events() -> EventRule {
    let names = RandomPopulation.events.filter { _ in number(0...2) == 0 }
    var rule = EventRule(names.isEmpty ? ["page_view"] : names, points: points(9_000))
    rule.windowDays = one(of: [nil, 1, 7, 30, 90, 400, 36_500])
    if number(0...1) == 0 {
      rule.condition = parsed(
        one(of: [
          "contains(url, 'pricing')", "amount >= 10", "not amount < 10", "paid", "url is missing or amount = 3",
          "length(url) > amount",
        ]))
    }
    rule.count = one(of: [
      .each, .each, .eachPerDay, .eachPerWeek, .once, .latest(number(1...4)), .atLeast(number(1...4)),
    ])
    if case .atLeast = rule.count { return rule }
    rule.decay = one(of: [
      .none, .halfLife(days: number(1...60)), .linear(days: number(1...90)),
      .percent(Double(number(1...100)), everyDays: number(1...14)),
      .percent(12.5, everyDays: 7), .halfLife(days: 36_500),
    ])
    return rule
  }

  // MARK: Outcomes

  private mutating func addBands() {
    model.matrix = []
    model.bands = model.scores.indices.filter { _ in number(0...2) > 0 }.map { score in
      let top = number(-10...60)
      var bands = (0..<number(1...4)).map { Bands.Band("B\($0)", from: Int64(top - $0 * number(7...15))) }
      bands = bands.enumerated().filter { $0 == 0 || $1.minimum! < bands[$0 - 1].minimum! }.map(\.element)
      if number(0...1) == 0 { bands.append(Bands.Band("rest", from: nil)) }
      return Bands(score: score, bands)
    }
    if number(0...1) == 0 { model.matrix = model.bands.prefix(2).map(\.score) }
    model.stages = []
  }

  private mutating func grade() -> GradeProfile {
    let criteria = (0..<number(1...4)).map {
      GradeProfile.Criterion("C\($0)", condition(1), match: number(-3...6), miss: number(-4...1))
    }
    return GradeProfile(start: number(0...12), criteria)
  }

  private mutating func addStages() {
    let names = model.scores.map(\.name)
    let banded = model.bands.map { model.scores[$0.score].name }
    let vocabulary = Condition.Vocabulary(attributes: model.outcomeTypes, noun: "score")
    var stages: [Stage] = []
    for index in 0..<number(1...5) {
      var tests = [
        "\(one(of: names)) >= \(number(-20...60))", "\(one(of: names)) < \(one(of: names))",
        "\(one(of: names)) is missing",
      ]
      if !banded.isEmpty {
        tests.append("\(one(of: banded))_band in ('B0', 'rest')")
        tests.append("\(one(of: banded))_band = \(one(of: banded))_band")
      }
      if !model.matrix.isEmpty { tests += ["matrix like 'B0%'", "matrix = 'B1B1'", "matrix is missing"] }
      if model.grade != nil { tests += ["grade in ('A', 'A+', 'B')", "grade != 'F'", "grade < 'C'"] }
      let text = number(0...1) == 0 ? one(of: tests) : "(\(one(of: tests))) and not (\(one(of: tests)))"
      do throws(ConditionIssue) {
        stages.append(Stage("Stage \(index)", try Condition.parsed(text, vocabulary)))
      } catch {
        fatalError("\(text): \(error)")
      }
    }
    if number(0...1) == 0 { stages.append(Stage("Last")) }
    model.stages = stages
  }

  // MARK: YAML

  /// The model as a file states it.
  var yaml: String {
    var lines = ["leadline: 1", "name: \(model.name)"]
    if !model.exclusions.isEmpty { lines.append("exclude:") }
    for exclusion in model.exclusions {
      lines.append("  - { name: \(exclusion.name), when: \(quoted(exclusion.condition)) }")
    }
    lines.append("scores:")
    for score in model.scores where score.tag == nil { lines += self.lines(of: score) }
    if !model.bands.isEmpty { lines.append("bands:") }
    for bands in model.bands {
      let all = bands.bands.map { "\($0.name): \($0.minimum.map(String.init) ?? "")" }.joined(separator: ", ")
      lines.append("  \(model.scores[bands.score].name): { \(all) }")
    }
    if !model.matrix.isEmpty {
      lines.append("matrix: [\(model.matrix.map { model.scores[$0].name }.joined(separator: ", "))]")
    }
    if let grade = model.grade {
      lines += ["grade:", "  start: \(GradeProfile.scale[grade.start])", "  criteria:"]
      for criterion in grade.criteria {
        lines.append(
          "    - { name: \(criterion.name), when: \(quoted(criterion.condition)), match: \(criterion.match)/3, miss: \(criterion.miss)/3 }"
        )
      }
    }
    if !model.stages.isEmpty { lines.append("stages:") }
    for stage in model.stages {
      lines.append("  - { name: \(stage.name)\(stage.condition.map { ", when: \(quoted($0))" } ?? "") }")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of score: Score) -> [String] {
    var lines = ["  \(score.name):"]
    if let condition = score.condition { lines.append("    for: \(quoted(condition))") }
    if score.range != Limits() {
      lines.append(
        "    range: \(score.range.minimum.map(\.description) ?? "")..\(score.range.maximum.map(\.description) ?? "")")
    }
    if !score.parts.isEmpty {
      let parts = score.parts.map { "\(model.scores[$0.score].name): \($0.weight)" }.joined(separator: ", ")
      return lines + ["    sum: { \(parts) }"]
    }
    if !score.groups.isEmpty { lines.append("    groups:") }
    for group in score.groups {
      lines.append("      \(group.name): { \(fields(of: group.limits).joined(separator: ", ")) }")
    }
    let tags = model.scores.filter { $0.tag != nil && $0.name.hasPrefix(score.name + "_") }.compactMap(\.tag)
    if !tags.isEmpty { lines.append("    split: [\(tags.joined(separator: ", "))]") }
    lines.append("    rules:")
    for rule in score.rules { lines.append("      - { \(fields(of: rule, in: score).joined(separator: ", ")) }") }
    return lines
  }

  private func fields(of limits: Limits) -> [String] {
    [limits.minimum.map { "min: \($0)" }, limits.maximum.map { "max: \($0)" }].compactMap { $0 }
  }

  private func fields(of rule: Rule, in score: Score) -> [String] {
    var fields = ["name: \(rule.name)"]
    if let group = rule.group { fields.append("group: \(score.groups[group].name)") }
    if !rule.tags.isEmpty { fields.append("tags: [\(rule.tags.joined(separator: ", "))]") }
    fields += self.fields(of: rule.limits)
    switch rule.body {
    case .attributes(let branches):
      if let operand = operands[rule.name] {
        let entries = branches.map { "\"\($0.label ?? "")\": \($0.points)" }.joined(separator: ", ")
        fields += ["by: \(operand)", "points: { \(entries) }"]
      } else {
        fields += ["when: \(quoted(branches[0].condition))", "points: \(branches[0].points)"]
      }
    case .events(let events): fields += self.fields(of: events)
    case .idle(let idle):
      fields.append("idle: { \(idle.steps.map { "\($0.days)d: \($0.points)" }.joined(separator: ", ")) }")
      if !idle.ignoring.isEmpty { fields.append("ignoring: [\(idle.ignoring.joined(separator: ", "))]") }
    }
    return fields
  }

  private func fields(of rule: EventRule) -> [String] {
    var fields = ["on: [\(rule.names.joined(separator: ", "))]", "points: \(rule.points)"]
    if let condition = rule.condition { fields.append("where: \(quoted(condition))") }
    if let days = rule.windowDays { fields.append("within: \(days)d") }
    switch rule.count {
    case .each: break
    case .eachPerDay: fields.append("count: each per day")
    case .eachPerWeek: fields.append("count: each per week")
    case .latest(let number): fields.append("count: latest \(number)")
    case .once: fields.append("count: once")
    case .atLeast(let number): fields.append("count: at least \(number)")
    }
    switch rule.decay {
    case .none: break
    case .halfLife(let days): fields.append("decay: half-life \(days)d")
    case .linear(let days): fields.append("decay: linear \(days)d")
    case .percent(let percent, let days): fields.append("decay: \(percent)% every \(days)d")
    }
    return fields
  }

  private func quoted(_ condition: Condition) -> String {
    "'" + condition.description.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
