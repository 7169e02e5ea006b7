import Leads

/// Finds the number that a path such as `engagement.Pricing page.points` names.
///
/// Rules have spaces and dots in their names, so names are looked for rather than the path cut at its dots.
struct VariationPath {
  private let path: String
  private let model: ScoringModel

  init(_ path: String, _ model: ScoringModel) {
    self.path = path
    self.model = model
  }

  private static let form = "write it as SCORE.RULE.points, such as engagement.Pricing page.points=0..20"
  private static let properties = ["points", "max", "min", "within", "decay", "count"]

  func resolved() throws(Variation.Problem) -> (score: Int, rule: Int?, target: Variation.Target) {
    let scores = model.scores.indices.filter { model.scores[$0].tag == nil }
    guard let score = Self.longest(scores.filter { rest(of: path, behind: model.scores[$0].name) != nil }, name: name)
    else {
      let given = String(path.prefix { $0 != "." })
      throw Variation.Problem(
        message: "the model has no score \"\(given)\"", hint: suggestion(given, scores.map { name($0) }))
    }
    let definition = model.scores[score]
    let inside = rest(of: path, behind: definition.name)!
    let rules = definition.rules.indices.filter { rest(of: inside, behind: definition.rules[$0].name) != nil }
    if let rule = Self.longest(rules, name: { definition.rules[$0].name }) {
      let property = rest(of: inside, behind: definition.rules[rule].name)!
      return (score, rule, try target(property, of: definition.rules[rule]))
    }
    if let group = definition.groups.indices.first(where: {
      rest(of: inside, behind: definition.groups[$0].name) != nil
    }) {
      switch rest(of: inside, behind: definition.groups[group].name)! {
      case "max": return (score, nil, .groupMaximum(group))
      case "min": return (score, nil, .groupMinimum(group))
      default: throw Variation.Problem(message: "of a group only max and min can be varied", hint: Self.form)
      }
    }
    let given = inside.lastIndex(of: ".").map { String(inside[..<$0]) } ?? inside
    let names = definition.rules.map(\.name) + definition.groups.map(\.name)
    if definition.rules.contains(where: { $0.name.foldedUTF8 == inside.foldedUTF8 }) {
      throw Variation.Problem(
        message: "\"\(path)\" does not say which number of the rule", hint: "add .points, .max or .within")
    }
    throw Variation.Problem(
      message: "the score \(definition.name) has no rule or group \"\(given)\"", hint: suggestion(given, names))
  }

  private func name(_ score: Int) -> String { model.scores[score].name }

  private func suggestion(_ given: String, _ names: [String]) -> String {
    nearest(to: given, among: names).map { "did you mean \"\($0)\"?" } ?? Self.form
  }

  private static func longest(_ found: [Int], name: (Int) -> String) -> Int? {
    found.max { name($0).utf8.count < name($1).utf8.count }
  }

  /// What stands behind a name and a dot at the front of a text; nil if the text does not start so.
  private func rest(of text: String, behind name: String) -> String? {
    guard text.count > name.count + 1 else { return nil }
    let end = text.index(text.startIndex, offsetBy: name.count)
    guard text[end] == ".", String(text[..<end]).foldedUTF8 == name.foldedUTF8 else { return nil }
    return String(text[text.index(after: end)...]).trimmed
  }

  private func target(_ property: String, of rule: Rule) throws(Variation.Problem) -> Variation.Target {
    let events: EventRule? = if case .events(let events) = rule.body { events } else { nil }
    switch property {
    case "max": return .maximum
    case "min": return .minimum
    case "points":
      if case .attributes(let branches) = rule.body, branches.count != 1 || branches[0].label != nil {
        throw entryNeeded(rule, branches.compactMap(\.label))
      }
      if case .idle(let idle) = rule.body { throw entryNeeded(rule, idle.steps.map { "\($0.days)d" }) }
      return .points(entry: nil)
    case "within" where events != nil:
      return .window
    case "decay":
      if let events, events.decay.isVariable { return .decay }
      throw Variation.Problem(
        message: "the rule \"\(rule.name)\" has no half-life or linear decay", hint: "give it one in the model first")
    case "count":
      switch events?.count {
      case .atLeast, .latest: return .count
      default:
        throw Variation.Problem(message: "the rule \"\(rule.name)\" does not count at least N or the latest N")
      }
    default: break
    }
    guard property.hasPrefix("points."), let entries = rule.entries else {
      throw Variation.Problem(
        message: "the rule \"\(rule.name)\" has no \"\(property)\" to vary",
        hint: nearest(to: property, among: Self.properties).map { "did you mean \($0)?" }
          ?? "there are: \(Self.properties.joined(separator: ", "))")
    }
    let entry = String(property.dropFirst("points.".count)).trimmed
    guard let index = entries.firstIndex(where: { $0.foldedUTF8 == entry.foldedUTF8 }) else {
      throw Variation.Problem(
        message: "the table of \"\(rule.name)\" has no entry \"\(entry)\"",
        hint: "there are: \(entries.joined(separator: ", "))")
    }
    return .points(entry: index)
  }

  private func entryNeeded(_ rule: Rule, _ entries: [String]) -> Variation.Problem {
    Variation.Problem(
      message: "the rule \"\(rule.name)\" has a table of points; say which entry",
      hint: "\(path).\(entries.first ?? "ENTRY"), of: \(entries.joined(separator: ", "))")
  }
}

extension Decay {
  /// Whether it has one number of days.
  fileprivate var isVariable: Bool {
    switch self {
    case .halfLife, .linear: true
    case .none, .percent: false
    }
  }
}

extension Rule {
  /// The entries of its table, or the steps of an idle rule; nil for other rules.
  fileprivate var entries: [String]? {
    switch body {
    case .attributes(let branches): branches.map { $0.label ?? "" }
    case .idle(let idle): idle.steps.map { "\($0.days)d" }
    case .events: nil
    }
  }
}

extension ScoringModel {
  /// Brings the parts by tag of a score up to date with its rules.
  mutating func splitAgain(_ score: Int) {
    let whole = scores[score]
    // They stand right behind it.
    for index in scores.indices.dropFirst(score + 1) {
      guard let tag = scores[index].tag else { break }
      scores[index].rules = whole.rules.filter { $0.tags.contains(tag) }
      scores[index].groups = whole.groups
    }
  }
}
