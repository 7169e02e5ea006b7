import Leads
import Scoring

/// How the scores are spread, and how many leads are in each stage.
struct Distribution {
  let scores: Scores
  /// Whether the leads are some of many, so that an empty stage means nothing.
  let isFiltered: Bool
  private static let barWidth = 40

  func write(_ rows: [Int]) throws {
    if let score = scores.model.rankingScore { try writeHistogram(score, rows) }
    if !scores.model.stages.isEmpty || rows.contains(where: { scores.exclusion(of: $0) != nil }) {
      try writeStages(rows)
    }
  }

  private func writeHistogram(_ score: Int, _ rows: [Int]) throws {
    let values = rows.compactMap { scores.score(score, of: $0) }
    guard let low = values.min(), let high = values.max() else { return }
    let definition = scores.model.scores[score]
    let from = definition.range.minimum.map { $0.thousandths / 1000 } ?? low
    let to = max(definition.range.maximum.map { $0.thousandths / 1000 } ?? high, from)
    let width = max(1, (to - from + 9) / 10)
    let bins = max(1, Int((to - from) / width) + ((to - from) % width == 0 && to > from ? 0 : 1))
    var counts = Array(repeating: 0, count: bins)
    for value in values { counts[min(bins - 1, max(0, Int((value - from) / width)))] += 1 }
    let most = counts.max() ?? 1
    let digits = max(String(from).count, String(to).count)
    try Terminal.write("\n" + Terminal.styled("\(definition.name), \(values.count.formatted()) leads", .dim))
    // Of some leads only the part of the range where they are is worth showing.
    let shown = isFiltered ? (counts.firstIndex { $0 > 0 } ?? 0)...(counts.lastIndex { $0 > 0 } ?? 0) : 0...bins - 1
    for bin in shown.reversed() {
      let start = from + Int64(bin) * width
      let end = bin == bins - 1 ? to : start + width - 1
      let ends = [start, end].map { String($0).fitted(to: digits, alignedRight: true) }
      let range = start == end ? ends[1].fitted(to: 2 * digits + 4, alignedRight: true) : ends.joined(separator: " to ")
      let bar = ScoreTable.bar(Double(counts[bin]) / Double(most), width: Self.barWidth)
      let trimmed = counts[bin] > 0 && bar.allSatisfy { $0 == " " } ? "▏" + bar.dropFirst() : bar
      try Terminal.write(
        "  \(range)  \(Terminal.styled(trimmed, .cyan)) \(counts[bin].formatted().fitted(to: 10, alignedRight: true))")
    }
  }

  private func writeStages(_ rows: [Int]) throws {
    var counts: [(name: String, count: Int, position: Int?)] = scores.model.stages.enumerated().map { ($1.name, 0, $0) }
    var none = 0
    var excluded = 0
    for row in rows {
      if scores.exclusion(of: row) != nil {
        excluded += 1
      } else if let stage = scores.stage(of: row) {
        counts[stage].count += 1
      } else if !scores.model.stages.isEmpty {
        none += 1
      }
    }
    if isFiltered { counts.removeAll { $0.count == 0 } }
    if none > 0 { counts.append(("(none)", none, nil)) }
    if excluded > 0 { counts.append((ScoringModel.disqualified, excluded, nil)) }
    let width = counts.map(\.name.columns).max() ?? 0
    try Terminal.write("\n" + Terminal.styled("stage", .dim))
    for (name, count, position) in counts {
      let share = rows.isEmpty ? 0 : Double(count) * 100 / Double(rows.count)
      let percent = count > 0 && share < 0.1 ? "<0.1" : String(Double(Int(share * 10 + 0.5)) / 10)
      let label = ScoreTable.styled(stage: name.fitted(to: width), position: position)
      try Terminal.write(
        "  \(label)  \(count.formatted().fitted(to: 10, alignedRight: true))  \(percent.fitted(to: 5, alignedRight: true)) %"
      )
    }
  }
}
