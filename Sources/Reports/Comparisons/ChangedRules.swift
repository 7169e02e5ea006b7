import Scoring

/// The rules that differ, and what each does.
struct ChangedRules: Sendable {
  let sentence: String
  let rows: [Row]
  let hasRows: Bool
  let rest: String?

  struct Row: Sendable {
    let kind: String
    let rule: String
    let score: String
    let differences: [String]
    let leads: String
    let points: String
    let down: String
    let up: String
    let bar: Bar
  }

  private static let shownRules = 40
  private static let shownDifferences = 6

  init(_ comparison: ModelComparison) {
    let effects = comparison.rulesByEffect
    let widest = effects.map { max($0.movedUp, $0.movedDown) }.max() ?? 0
    rows = effects.prefix(Self.shownRules).map { effect in
      let differences = effect.change.differences
      let more = differences.count - Self.shownDifferences
      return Row(
        kind: effect.change.kind.rawValue.capitalisedFirst + ":", rule: effect.change.rule.shortened(),
        score: effect.change.score.shortened(to: 40),
        differences: differences.prefix(Self.shownDifferences).map { Figures.withMinus($0.shortened(to: 160)) }
          + (more > 0 ? ["and \(Figures.count(more)) more"] : []),
        leads: Figures.count(effect.leads),
        points: effect.leads == 0 ? "–" : Figures.signed(effect.points / Double(effect.leads)),
        down: Figures.count(effect.movedDown), up: Figures.count(effect.movedUp),
        bar: Bar(down: effect.movedDown, up: effect.movedUp, widest: widest))
    }
    hasRows = !rows.isEmpty
    let (up, down) = comparison.unexplained
    var told: [String] = []
    if effects.count > rows.count { told.append("\(Figures.count(effects.count - rows.count)) more rules differ.") }
    let other = comparison.differences
    if !other.isEmpty {
      let shown = other.prefix(Self.shownDifferences).map { $0.shortened(to: 160) }.joined(separator: "; ")
      let more = other.count - Self.shownDifferences
      told.append("Besides rules there differ: \(shown)\(more > 0 ? "; and \(Figures.count(more)) more" : "").")
    }
    if up + down > 0 { told.append("\(Figures.leads(up + down)) move because of that, and not of a rule.") }
    rest = told.isEmpty ? nil : told.joined(separator: " ")
    switch effects.count {
    case 0: sentence = "No rule differs."
    case 1: sentence = "One rule differs: for how many leads it gives something else, and who moves because of it."
    default:
      sentence =
        "\(Figures.count(effects.count)) rules differ: for how many leads each gives something else, and for how many that move it matters most."
    }
  }
}

extension Bar {
  /// What goes to the left and what comes to the right of a line in the middle.
  init(down: Int, up: Int, widest: Int) {
    let half = { (count: Int) in count == 0 ? 0 : max(Self.least, Double(count) / Double(max(1, widest)) * 50) }
    self.init(
      pieces: [
        Piece(x: Figures.length(50 - half(down)), width: Figures.length(half(down)), shade: "minus"),
        Piece(x: "50", width: Figures.length(half(up)), shade: "s0"),
      ], line: "50")
  }
}
