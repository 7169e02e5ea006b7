import Foundation
import Learning
import Scoring

/// Close rates and suggested points for the terminal.
struct SuggestionText {
  private let suggestion: Suggestion
  private let leaks: [Leak]

  init(_ suggestion: Suggestion, _ leaks: [Leak]) {
    self.suggestion = suggestion
    self.leaks = leaks
  }

  /// Whether there are won and lost leads enough for points.
  var hasEnough: Bool {
    min(suggestion.overall.won, suggestion.overall.known - suggestion.overall.won) >= Training.floor
  }

  /// What is missing, in a sentence.
  var shortage: String {
    let (won, lost) = (suggestion.overall.won, suggestion.overall.known - suggestion.overall.won)
    return
      "There are \(won.formatted()) won and \(lost.formatted()) lost leads, and points need at least \(Training.floor) of each."
  }

  func write() throws {
    let overall = suggestion.overall
    try Terminal.write(
      "\(Terminal.styled("Close rate of all", .bold)): \(Self.share(overall)), \(overall.won.formatted()) of \(overall.known.formatted())"
    )
    if !hasEnough { try Terminal.write(Terminal.styled("\(shortage) Close rates are drawn to that of all.", .yellow)) }
    for group in suggestion.groups { try write(group) }
    if !suggestion.silent.isEmpty {
      try Terminal.write("\n\(Terminal.styled("No signal", .bold)): \(suggestion.silent.joined(separator: ", "))")
    }
    if !leaks.isEmpty {
      try Terminal.write("\n" + Terminal.styled("Left out: filled after the outcome, it seems", .bold))
      for leak in leaks {
        try Terminal.write("  \(Terminal.styled(leak.attribute, .yellow)): \(leak.evidence.joined(separator: "; "))")
      }
    }
    if hasEnough, let auc = suggestion.rocAUC {
      try Terminal.write(
        "\nThe points sort leads that they were not made from with ROC AUC \(CardText.decimals(auc, 3)); leadline train tells what a learned model reaches."
      )
    }
  }

  private func write(_ group: Suggestion.Group) throws {
    let q = group.q < 0.0001 ? "q < 0.0001" : "q = \(CardText.decimals(group.q, 4))"
    try Terminal.write(
      "\n\(Terminal.styled(group.feature.name, .bold))  information value \(CardText.decimals(group.informationValue, 3)), \(q), weight \(CardText.percent(group.weight))"
    )
    var rows = [["", "leads", "won", "close rate", "from", "to", "lift"] + (hasEnough ? ["points"] : [])]
    for row in group.rows.compactMap({ $0 }) {
      var cells = [
        row.label, row.closeRate.known.formatted(), row.closeRate.won.formatted(),
        row.closeRate.share.map(CardText.percent) ?? "",
        row.closeRate.interval.map { CardText.percent($0.lowerBound) } ?? "",
        row.closeRate.interval.map { CardText.percent($0.upperBound) } ?? "", CardText.decimals(row.lift, 2),
      ]
      if hasEnough { cells.append(row.points > 0 ? "+\(row.points)" : "\(row.points)") }
      rows.append(cells)
    }
    try TextTable(rows).write()
  }

  private static func share(_ rate: CloseRate) -> String {
    guard let share = rate.share, let interval = rate.interval else { return "not known" }
    return
      "\(CardText.percent(share)) (\(CardText.percent(interval.lowerBound)) to \(CardText.percent(interval.upperBound)))"
  }
}
