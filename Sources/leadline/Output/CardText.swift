import Foundation
import Learning
import Statistics

/// A model card for the terminal.
struct CardText {
  private let card: ModelCard
  private let learner: Learner
  private static let shownFeatures = 12

  init(_ card: ModelCard, learner: Learner) {
    self.card = card
    self.learner = learner
  }

  func write() throws {
    try writeData()
    try writeLeaks()
    try writeTrials()
    if let table = card.regression { try RegressionText(table).write() }
    guard let evaluation = card.evaluation else { return }
    try EvaluationText(evaluation).write()
    if let rival = card.rival { try RivalText(rival).write() }
    try writeImportance()
  }

  private func writeData() throws {
    let data = card.data
    let period = data.from.flatMap { from in data.to.map { ", \(from) to \($0)" } } ?? ""
    try Terminal.write(Terminal.styled("Learned from", .bold))
    try Terminal.write(
      "  \(data.known.formatted()) leads with known outcome (\(data.outcome))\(period): \(data.won.formatted()) won, \(Self.percent(data.baseRate))"
    )
    if data.unknown > 0 {
      try Terminal.write("  \(data.unknown.formatted()) leads have not ended and count for nothing")
    }
    if let lacking = card.lacking {
      let parts = [(lacking.won, "won"), (lacking.lost, "lost")].filter { $0.0 > 0 }.map { "\($0.0) more \($0.1)" }
      try Terminal.write(
        Terminal.styled(
          "  Too little data: figures that mean something need at least \(Training.floor) won and \(Training.floor) lost leads; missing are \(parts.joined(separator: " and ")).",
          .yellow))
    }
    if let drift = card.drift, drift.matters {
      try Terminal.write(
        Terminal.styled(
          "  The close rate moved: \(Self.percent(drift.past)) of the older leads were won, \(Self.percent(drift.recent)) of the newest quarter. Probabilities follow the older ones; recalibrate with leadline evaluate MODEL LEADS --recalibrate NEW.",
          .yellow))
    }
    for (direction, words) in [(Direction.increasing, "less"), (.decreasing, "more")] {
      let names = (card.directions ?? [:]).filter { $0.value == direction }.keys.sorted()
      if !names.isEmpty {
        try Terminal.write(
          "  held to a direction: more \(names.joined(separator: ", ")) never makes a lead \(words) likely")
      }
    }
    if !card.skipped.isEmpty {
      let names = card.skipped.map { "\($0.attribute) (\($0.reason))" }.joined(separator: ", ")
      try Terminal.write(Terminal.styled("  not used: \(names)", .dim))
    }
  }

  private func writeLeaks() throws {
    if card.leaks.isEmpty { return }
    let isKept = card.leaks[0].isKept
    try Terminal.write(
      "\n"
        + Terminal.styled(
          isKept ? "Kept, though they look filled after the outcome" : "Left out: filled after the outcome, it seems",
          .bold))
    for leak in card.leaks {
      try Terminal.write("  \(Terminal.styled(leak.attribute, .yellow)): \(leak.evidence.joined(separator: "; "))")
    }
    if let other = card.otherwise {
      let what = other.hasLeaks ? "With them the same learner would look better" : "Without them the same learner has"
      try Terminal.write(
        "  \(what): ROC AUC \(Self.decimals(other.rocAUC, 3)), log loss \(Self.decimals(other.logLoss, 3))."
          + (other.hasLeaks ? " A new lead does not have them. To keep them: --keep-leaks" : ""))
    }
  }

  private func writeTrials() throws {
    if card.trials.isEmpty { return }
    try Terminal.write("\n" + Terminal.styled("Tried", .bold) + " on \(card.validation)")
    var rows = [["learner", "ROC AUC", "log loss", "± of the difference", "", ""]]
    for trial in card.trials {
      rows.append([
        trial.learner.rawValue, Self.decimals(trial.rocAUC, 4), Self.decimals(trial.logLoss, 4),
        trial.error == 0 ? "best" : Self.decimals(trial.error, 4), trial.settings, trial.isChosen ? "← taken" : "",
      ])
    }
    try TextTable(rows, leading: [0, 4, 5]).write()
    if card.trials.count > 1, let taken = card.trials.first(where: \.isChosen), taken.error > 0 {
      try Terminal.write("  The simplest within one standard error of the best is taken.")
    }
  }

  private func writeImportance() throws {
    if card.importance.isEmpty { return }
    try Terminal.write(
      "\n" + Terminal.styled("What tells", .bold) + " (mean size in points; ten points double the odds)")
    let shown = card.importance.prefix(Self.shownFeatures)
    let largest = shown.first?.importance ?? 1
    let width = min(44, shown.map(\.name.columns).max() ?? 0)
    for feature in shown {
      let bar = ScoreTable.bar(feature.importance / largest, width: 12)
      try Terminal.write(
        "  \(feature.name.fitted(to: width))  \(Terminal.styled(bar, .cyan)) \(Self.decimals(feature.importance, 1))")
    }
    if card.importance.count > shown.count {
      try Terminal.write(Terminal.styled("  and \(card.importance.count - shown.count) more", .dim))
    }
  }

  static func percent(_ share: Double) -> String { "\(decimals(share * 100, 1)) %" }

  /// A number with so many decimal places.
  static func decimals(_ number: Double, _ places: Int) -> String {
    number.formatted(
      .number.precision(.fractionLength(places)).locale(Locale(identifier: "en_US_POSIX")).grouping(.never))
  }
}
