import Scoring

/// Who enters and who leaves each stage.
struct StageFlows: Sendable {
  let sentence: String
  let rows: [Row]
  let moves: [Move]
  let hasMoves: Bool

  struct Row: Sendable {
    let name: String
    let before: String
    let after: String
    let left: String
    let entered: String
    let bar: Bar
  }

  struct Move: Sendable {
    let from: String
    let to: String
    let count: String
    let bar: Bar
  }

  /// Nil without stages.
  init?(_ comparison: ModelComparison, _ names: StageNames) {
    if comparison.stages.isEmpty { return nil }
    let widest = comparison.stages.map { max($0.entered, $0.left) }.max() ?? 0
    rows = comparison.stages.enumerated().map { index, stage in
      Row(
        name: names[index], before: Figures.count(stage.before), after: Figures.count(stage.after),
        left: Figures.count(stage.left), entered: Figures.count(stage.entered),
        bar: Bar(down: stage.left, up: stage.entered, widest: widest))
    }
    let most = comparison.moves.first?.count ?? 0
    moves = comparison.moves.prefix(12).map { move in
      Move(
        from: names[move.from], to: names[move.to], count: Figures.count(move.count),
        bar: Bar(move.count, of: most, shade: move.to < move.from ? "s0" : "minus"))
    }
    hasMoves = !moves.isEmpty
    sentence =
      hasMoves
      ? "Left of the line those who leave, right of it those who enter."
      : "Every lead stays where it is."
  }
}
