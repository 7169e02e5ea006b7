import Scoring

/// How many leads each rule gives or takes something.
struct RuleReach: Sendable {
  let sentence: String
  let groups: [Group]
  let rest: String?

  /// The rules of a score.
  struct Group: Sendable {
    let name: String
    let rows: [Row]
  }

  struct Row: Sendable {
    let name: String
    let count: String
    let share: String
    let bar: Bar
  }

  /// How many rules of a score are shown.
  private static let shownRules = 30

  /// Nil if reasons were not asked for, or there are no rules.
  init?(_ scores: Scores) {
    let reach = scores.leadsPerRule
    let rules = scores.model.allRules
    guard reach.count == rules.count, !rules.isEmpty, scores.count > 0 else { return nil }
    let most = reach.max() ?? 0
    var start = 0
    var left = 0
    var idle = 0
    groups = scores.model.scores.compactMap { score in
      defer { start += score.rules.count }
      // A part of another score has the rules of that one.
      if score.tag != nil || score.rules.isEmpty { return nil }
      let counts = reach[start..<start + score.rules.count]
      let ordered = zip(score.rules, counts).enumerated().sorted {
        ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
      }
      left += max(0, ordered.count - Self.shownRules)
      idle += counts.count { $0 == 0 }
      return Group(
        name: score.name.shortened(to: 40),
        rows: ordered.prefix(Self.shownRules).map { item in
          let (rule, count) = item.element
          return Row(
            name: rule.name.shortened(), count: Figures.count(count), share: Figures.percent(count, of: scores.count),
            bar: Bar(count, of: most, shade: "s2"))
        })
    }
    rest =
      left == 0
      ? nil : "\(Figures.count(left, of: "further rule")) \(left == 1 ? "touches" : "touch") fewer leads than these."
    sentence =
      "For how many of the \(Figures.leads(scores.count)) each rule gives or takes points."
      + (idle == 0
        ? " Every rule touches somebody."
        : " \(Figures.count(idle, of: "rule")) \(idle == 1 ? "touches" : "touch") nobody: a misspelling, or something that does not happen.")
  }
}
