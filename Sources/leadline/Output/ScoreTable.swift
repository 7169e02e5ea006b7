import Leads
import Scoring

/// The best leads as a table for people: scores with small bars, label, stage and the strongest reasons in words.
struct ScoreTable {
  let scores: Scores
  let population: Population
  private let explainer: Explainer
  private let names: LeadNames
  /// The scores that are shown, and how wide.
  private let shown: [(score: Int, width: Int)]
  private static let barWidth = 6
  /// Bars need colour, and room besides the numbers.
  private static let hasBars = Terminal.hasColour && Terminal.width >= 100
  private static let leastReasonWidth = 72

  init(_ scores: Scores, _ population: Population) {
    self.scores = scores
    self.population = population
    explainer = Explainer(scores.model, population, asOf: scores.asOf)
    names = LeadNames(leads: population.leads)
    shown = scores.model.scores.indices.filter { scores.model.scores[$0].tag == nil }.map {
      ($0, max(scores.model.scores[$0].name.columns, Self.hasBars ? 5 + Self.barWidth : 4))
    }
  }

  func write(_ rows: [Int]) throws {
    let ids = rows.map { population.leads.id(of: $0) }
    let people = rows.map { names.name(of: $0) }
    let idWidth = min(36, max(2, ids.map(\.columns).max() ?? 0))
    // A pipe has room for whole names.
    let nameWidth = min(Terminal.isInteractive ? 28 : 60, people.map(\.columns).max() ?? 0)
    let labels = rows.map { label(of: $0) }
    let labelHeading = [scores.model.matrix.isEmpty ? nil : "matrix", scores.model.grade == nil ? nil : "grade"]
      .compactMap { $0 }.joined(separator: " ")
    let labelWidth = labelHeading.isEmpty ? 0 : max(labelHeading.columns, labels.map(\.columns).max() ?? 0)
    let stages = rows.map { scores.stageName(of: $0) ?? "" }
    let stageWidth = max(scores.model.stages.isEmpty ? 0 : 5, stages.map(\.columns).max() ?? 0)

    var heading = "id".fitted(to: idWidth)
    if nameWidth > 0 { heading += "  " + "lead".fitted(to: nameWidth) }
    for (score, width) in shown {
      heading += "  " + scores.model.scores[score].name.fitted(to: width, alignedRight: !Self.hasBars)
    }
    if labelWidth > 0 { heading += "  " + labelHeading.fitted(to: labelWidth) }
    if stageWidth > 0 { heading += "  " + "stage".fitted(to: stageWidth) }
    // Where a terminal is too narrow for the reasons, they get a line of their own.
    let left = Terminal.width - heading.columns - 2
    let isFolded = Terminal.isInteractive && left < Self.leastReasonWidth
    try Terminal.write(Terminal.styled(isFolded ? heading : heading + "  reasons", .dim))
    for (index, row) in rows.enumerated() {
      var line = ids[index].fitted(to: idWidth)
      if nameWidth > 0 { line += "  " + people[index].fitted(to: nameWidth) }
      for (score, width) in shown { line += "  " + cell(score, row, width: width) }
      if labelWidth > 0 { line += "  " + Terminal.styled(labels[index].fitted(to: labelWidth), .bold) }
      if stageWidth > 0 {
        line += "  " + Self.styled(stage: stages[index].fitted(to: stageWidth), position: scores.stage(of: row))
      }
      if isFolded {
        try Terminal.write(line)
        try Terminal.write("  " + reasons(of: row, width: Terminal.width - 2))
      } else {
        try Terminal.write(line + "  " + reasons(of: row, width: left))
      }
    }
  }

  private func label(of lead: Int) -> String {
    let matrix = scores.model.matrix.isEmpty ? nil : (scores.matrix(of: lead) ?? "").fitted(to: 6)
    return [matrix, scores.grade(of: lead)].compactMap { $0 }.joined(separator: " ")
  }

  /// The best stages in green, the next in yellow.
  static func styled(stage: String, position: Int?) -> String {
    switch position {
    case 0: Terminal.styled(stage, .bold, .green)
    case 1: Terminal.styled(stage, .yellow)
    default: stage
    }
  }

  private func cell(_ score: Int, _ lead: Int, width: Int) -> String {
    guard let value = scores.score(score, of: lead) else {
      return "–".fitted(to: width, alignedRight: !Self.hasBars)
    }
    guard Self.hasBars else { return String(value).fitted(to: width, alignedRight: true) }
    let top = scores.model.scores[score].range.maximum.map { Double($0.thousandths) / 1000 } ?? 100
    let bar = Self.bar(Double(value) / max(1, top), width: Self.barWidth)
    return String(value).fitted(to: 4, alignedRight: true) + " " + Terminal.styled(bar, .cyan)
      + String(repeating: " ", count: max(0, width - 5 - Self.barWidth))
  }

  /// A bar of eighths of a character.
  static func bar(_ part: Double, width: Int) -> String {
    let eighths = Int((min(1, max(0, part)) * Double(width * 8)).rounded())
    let blocks = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let filled = String(repeating: "█", count: eighths / 8) + blocks[eighths % 8]
    return filled + String(repeating: " ", count: width - filled.count)
  }

  /// The strongest reasons: in full where they fit, else by the rules' names, else cut. A pipe is as wide as need be.
  private func reasons(of lead: Int, width: Int) -> String {
    let explanation = explainer.explanation(of: lead)
    if let exclusion = explanation.exclusion { return Terminal.styled("excluded: \(exclusion)", .dim) }
    let strongest = explanation.strongestContributions(scores.model).prefix(Scores.reasonCount)
    let learned = explanation.scores.compactMap { $0.learnedPhrase(Scores.reasonCount) }
    let full = (strongest.map { "\($0.points) \($0.phrase)" } + learned).joined(separator: " · ")
    if !Terminal.isInteractive || full.columns <= width { return full }
    return (strongest.map { "\($0.points) \($0.rule)" } + learned).joined(separator: " · ").clipped(to: width)
  }
}
