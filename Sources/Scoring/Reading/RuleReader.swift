import Conditions
import Leads
import Yams

/// The rules of a score.
extension ModelReader {
  static let ruleKeys = [
    "name", "group", "when", "by", "on", "where", "within", "count", "points", "decay", "max", "min", "tags", "idle",
    "ignoring", "note",
  ]

  typealias Field = (name: String, key: Node, value: Node)

  mutating func rules(_ node: Node, in score: Score) -> [Rule] {
    var rules: [Rule] = []
    var names: Set<String> = []
    let elements = document.elements(of: node, "rules")
    checkCount(elements.count, ModelLimits.rules, "rules", at: node)
    for element in elements.prefix(ModelLimits.rules) {
      let fields = document.entries(of: element, "a rule", known: Self.ruleKeys)
      if fields.isEmpty { continue }
      guard let rule = rule(fields, in: score, at: element) else { continue }
      if !names.insert(rule.name).inserted {
        document.note(
          "two rules of the score have the name \"\(rule.name)\"", hint: "a name must say which one is meant",
          at: element)
      }
      rules.append(rule)
    }
    return rules
  }

  private mutating func rule(_ fields: [Field], in score: Score, at node: Node) -> Rule? {
    func field(_ name: String) -> Node? { fields.first { $0.name == name }?.value }
    let name = field("name").flatMap { document.text(of: $0, "name") }
    if field("name") == nil { document.note("a rule needs a name, which people will read as the reason", at: node) }
    let kinds = ["when", "by", "on", "idle"].filter { field($0) != nil }
    guard kinds.count == 1 else {
      document.note(
        kinds.isEmpty
          ? "the rule says neither when:, by:, on: nor idle:"
          : "the rule says \(kinds.joined(separator: ": and ")):, and may say only one of them",
        hint: "when or by for what is known of a lead, on for what it did, idle for doing nothing", at: node)
      return nil
    }
    let allowed = ["name", "group", "tags", "note", "max", "min"] + Self.keys(for: kinds[0])
    for (key, place, _) in fields where !allowed.contains(key) {
      document.note("\(key): has no meaning in a rule with \(kinds[0]):", at: place)
    }
    let body: Rule.Body?
    switch kinds[0] {
    case "when": body = whenBody(field("when")!, points: field("points"), at: node)
    case "by": body = byBody(field("by")!, points: field("points"), at: node)
    case "on": body = eventBody(fields, at: node)
    default: body = idleBody(field("idle")!, ignoring: field("ignoring"))
    }
    var group: Int?
    if let groupNode = field("group"), let groupName = document.text(of: groupNode, "group") {
      group = score.groups.firstIndex { $0.name == groupName }
      if group == nil {
        let names = score.groups.map(\.name)
        let hint =
          nearest(to: groupName, among: names).map { "did you mean \($0)?" }
          ?? (names.isEmpty
            ? "define it: groups: { \(groupName): { max: 30 } }" : "there are: \(names.joined(separator: ", "))")
        document.note("the score has no group \"\(groupName)\"", hint: hint, at: groupNode)
      }
    }
    let limits = limits(fields, isRule: true, at: node)
    let tags = field("tags").map { node in
      document.elements(of: node, "tags", orOne: true).compactMap { document.text(of: $0, "a tag") }
    }
    guard let name, let body else { return nil }
    var rule = Rule(name, group: group, body, limits: limits, tags: tags ?? [])
    rule.line = node.mark?.line ?? 0
    return rule
  }

  private static func keys(for kind: String) -> [String] {
    switch kind {
    case "when": ["when", "points"]
    case "by": ["by", "points"]
    case "on": ["on", "where", "within", "count", "points", "decay"]
    default: ["idle", "ignoring"]
    }
  }

  // MARK: Attributes

  private mutating func whenBody(_ when: Node, points: Node?, at node: Node) -> Rule.Body? {
    let condition = condition(when, "when", .lead)
    guard let points else {
      document.note("the rule needs points:", at: node)
      return nil
    }
    let worth = self.points(points, "points")
    guard let condition, let worth else { return nil }
    return .attributes([Rule.Branch(condition, worth)])
  }

  /// A table of points by value or range of an attribute.
  private mutating func byBody(_ by: Node, points: Node?, at node: Node) -> Rule.Body? {
    guard let text = document.text(of: by, "by") else { return nil }
    let operand: Operand
    do {
      operand = try Operand.parsed(text, vocabulary(.lead))
    } catch {
      note(error, at: by)
      return nil
    }
    guard let points, case .mapping = points else {
      document.note(
        "a rule with by: needs points: as a table of values", hint: "such as points: { Software: 10, other: 0 }",
        at: points ?? node)
      return nil
    }
    let entries = document.entries(of: points, "points")
    var table = PointsTable(operand)
    if entries.count > ModelLimits.tableEntries {
      document.note(
        "the table has more than \(ModelLimits.tableEntries) entries",
        hint: "put values that earn the same under lists:", at: points)
      return nil
    }
    for (key, place, value) in entries {
      guard let worth = self.points(value, "the points of \(key)") else { continue }
      do {
        try table.add(key, worth)
      } catch {
        document.note(error.message, hint: error.hint, at: place)
      }
    }
    if entries.isEmpty { document.note("the table of points is empty", at: points) }
    do {
      let branches = try table.branches()
      for branch in branches { note(usesOf: branch.condition, .lead, at: by) }
      return .attributes(branches)
    } catch {
      document.note(error.message, hint: error.hint, at: points)
      return nil
    }
  }

  // MARK: Events

  private mutating func eventBody(_ fields: [Field], at node: Node) -> Rule.Body? {
    func field(_ name: String) -> Node? { fields.first { $0.name == name }?.value }
    let names = field("on").map { document.elements(of: $0, "on", orOne: true) } ?? []
    let events = names.compactMap { document.text(of: $0, "the name of an event") }
    if names.isEmpty { document.note("on: names no event", at: node) }
    var rule = EventRule(events.map { String(decoding: $0.foldedUTF8, as: UTF8.self) }, points: Points(0))
    if let node = field("where") { rule.condition = condition(node, "where", .event) }
    if let node = field("within") { rule.windowDays = days(node, "within") }
    if let node = field("count") { rule.count = count(node) }
    if let node = field("decay") { rule.decay = decay(node) }
    if case .atLeast = rule.count, rule.decay != .none {
      document.note(
        "points for at least so many events do not decay", hint: "take decay: out, or give points for each event",
        at: field("decay")!)
    }
    guard let points = field("points") else {
      document.note("the rule needs points:", at: node)
      return nil
    }
    guard let worth = self.points(points, "points"), !events.isEmpty else { return nil }
    rule.points = worth
    return .events(rule)
  }

  /// A number of days, such as `30d`, from 1 to 36 500.
  private mutating func days(_ node: Node, _ what: String) -> Int? {
    guard let text = document.text(of: node, what) else { return nil }
    guard let days = Condition.days(in: text), days >= 1 else {
      document.note(
        "\(what): \"\(text)\" is not a duration", hint: "durations are whole days from 1d to 36500d: 30d, 4w, 6mo, 1y",
        at: node)
      return nil
    }
    return days
  }

  private mutating func count(_ node: Node) -> EventRule.Count {
    guard let text = document.text(of: node, "count") else { return .each }
    let words = text.lowercased().split(separator: " ")
    let number = words.last.flatMap { Int($0) }.flatMap { 1...1_000_000 ~= $0 ? $0 : nil }
    switch (words.dropLast().joined(separator: " "), number) {
    case ("at least", let number?): return .atLeast(number)
    case ("latest", let number?): return .latest(number)
    default: break
    }
    switch words.joined(separator: " ") {
    case "each": return .each
    case "each per day": return .eachPerDay
    case "each per week": return .eachPerWeek
    case "once": return .once
    default:
      document.note(
        "count: \"\(text)\" is not a way to count",
        hint: "there are: each, each per day, each per week, latest 5, once, at least 3", at: node)
      return .each
    }
  }

  private mutating func decay(_ node: Node) -> Decay {
    guard let text = document.text(of: node, "decay") else { return .none }
    let words = text.lowercased().split(separator: " ").map(String.init)
    let days = words.last.flatMap { Condition.days(in: $0) }.flatMap { $0 >= 1 ? $0 : nil }
    switch (words.first, words.count, days) {
    case ("none", 1, _): return .none
    case ("half-life", 2, let days?): return .halfLife(days: days)
    case ("linear", 2, let days?): return .linear(days: days)
    case (let percent?, 3, let days?) where words[1] == "every" && percent.hasSuffix("%"):
      if let value = Double(percent.dropLast()), value > 0, value <= 100 { return .percent(value, everyDays: days) }
    default: break
    }
    document.note(
      "decay: \"\(text)\" is not a way to fade", hint: "there are: half-life 14d, linear 90d, 10% every 7d, none",
      at: node)
    return .none
  }

  // MARK: Idle

  private mutating func idleBody(_ node: Node, ignoring: Node?) -> Rule.Body? {
    var steps: [IdleRule.Step] = []
    let entries = document.entries(of: node, "idle")
    if entries.isEmpty {
      document.note("idle needs at least one step", hint: "such as idle: { 30d: -5 }", at: node)
    }
    for (key, place, value) in entries {
      let worth = points(value, "the points after \(key)")
      guard let days = Condition.days(in: key), days >= 1 else {
        document.note("\"\(key)\" is not a duration", hint: "such as idle: { 30d: -5, 60d: -10 }", at: place)
        continue
      }
      if steps.contains(where: { $0.days == days }) { document.note("\(key) is there twice", at: place) }
      if let worth { steps.append(IdleRule.Step(days: days, points: worth)) }
    }
    if steps.isEmpty { return nil }
    let names = ignoring.map { node in
      document.elements(of: node, "ignoring", orOne: true).compactMap { document.text(of: $0, "the name of an event") }
    }
    return .idle(IdleRule(steps: steps, ignoring: (names ?? []).map { String(decoding: $0.foldedUTF8, as: UTF8.self) }))
  }
}
