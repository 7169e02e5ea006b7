import Scoring

/// The sentence and the figures above a comparison.
struct ComparisonSummary {
  let parts: (lede: String, keys: [KeyFigure])

  init(_ comparison: ModelComparison, _ names: StageNames, capacity: Int?) {
    let all = comparison.new.count
    let moved = comparison.movedCount
    let scoreName = comparison.new.model.rankingScore.map { comparison.new.model.scores[$0].name.shortened(to: 40) }
    var lede: String
    if comparison.stages.isEmpty {
      lede = "\(Figures.leads(comparison.rising + comparison.falling)) of \(Figures.count(all)) get another score."
    } else if moved == 0 {
      lede = "No lead changes its stage."
    } else {
      lede =
        "\(Figures.count(moved)) of \(Figures.leads(all)) \(moved == 1 ? "changes its" : "change their") stage, \(Figures.percent(moved, of: all))."
    }
    var keys: [KeyFigure] = []
    if !comparison.stages.isEmpty {
      let up = comparison.moves.filter { $0.to < $0.from }.reduce(0) { $0 + $1.count }
      keys.append(
        KeyFigure(
          name: "Change their stage", number: Figures.count(moved),
          sentence: "\(Figures.count(up)) to a better one, \(Figures.count(moved - up)) to a worse one."))
    }
    if let line = comparison.line {
      let name = StageNames.line(comparison, line.stage)
      lede += " \(Self.lineSentence(line, name))"
      keys.append(
        KeyFigure(
          name: name.capitalisedFirst, number: "\(Figures.count(line.before)) → \(Figures.count(line.after))",
          sentence: "\(Figures.count(line.entered)) come, \(Figures.count(line.left)) go."))
      if let perWeek = line.perWeek {
        keys.append(Self.weekly(perWeek, weeks: line.weeks.count, capacity: capacity))
      }
    }
    if let scoreName {
      keys.append(
        KeyFigure(
          name: "\(scoreName) rises".capitalisedFirst, number: Figures.count(comparison.rising),
          sentence:
            "It falls for \(Figures.count(comparison.falling)) and stays for \(Figures.count(comparison.staying))."))
    }
    if let line = comparison.line, let before = line.beforeRate.share, let after = line.afterRate.share {
      func text(_ rate: Double) -> String { "\(Figures.decimal(rate * 100, places: 1))\u{A0}%" }
      keys.append(
        KeyFigure(
          name: "Close rate of these", number: text(after),
          sentence:
            "Before the change \(text(before)), of the leads whose outcome is known."))
    }
    parts = (lede, keys)
  }

  private static func lineSentence(_ line: ModelComparison.Line, _ name: String) -> String {
    let change = line.after - line.before
    if change == 0 { return "As many as before are in \(name)." }
    return
      "\(Figures.leads(abs(change))) \(change > 0 ? "more" : "fewer") \(abs(change) == 1 ? "is" : "are") in \(name)."
  }

  private static func weekly(
    _ perWeek: (before: Double, after: Double), weeks: Int, capacity: Int?
  ) -> KeyFigure {
    func text(_ number: Double) -> String { Figures.decimal(number, places: 1) }
    var sentence = "New leads that sales gets, the mean of \(weeks == 1 ? "one week" : "\(weeks) weeks")."
    if let capacity {
      let spare = Double(capacity) - perWeek.after
      sentence +=
        " Sales can work \(Figures.count(capacity)): "
        + (spare < 0 ? "\(text(-spare)) too many." : "room for \(text(spare)) more.")
    }
    return KeyFigure(name: "A week", number: "\(text(perWeek.before)) → \(text(perWeek.after))", sentence: sentence)
  }
}
