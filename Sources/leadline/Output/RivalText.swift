import Learning
import Statistics

/// How a model stands to another one on the same leads, for the terminal.
struct RivalText {
  private let rival: ModelCard.Rival

  init(_ rival: ModelCard.Rival) { self.rival = rival }

  func write() throws {
    try Terminal.write("\n\(Terminal.styled("Against \(rival.name)", .bold)) on the same leads (intervals of 95 %)")
    let (auc, loss) = (rival.rocAUC.estimate, rival.logLoss)
    try TextTable([
      ["", "this model", "the other", "difference", "from", "to", "p"],
      ["ROC AUC", Self.text(rival.ownROCAUC.value), Self.text(rival.otherROCAUC.value), Self.signed(auc.value)]
        + [Self.signed(auc.low), Self.signed(auc.high), RegressionText.p(rival.rocAUC.p)],
      ["log loss", Self.text(rival.ownLogLoss), Self.text(rival.otherLogLoss), Self.signed(loss.value)]
        + [Self.signed(loss.low), Self.signed(loss.high), ""],
    ]).write()
    try Terminal.write("  \(verdict)")
  }

  private var verdict: String {
    let better = rival.rocAUC.estimate.value > 0 ? "This model" : "The other"
    return rival.rocAUC.p < 0.05
      ? "\(better) puts leads into a better order, and that is more than chance (DeLong's test)."
      : "Which of them puts leads into the better order cannot be told from these leads (DeLong's test)."
  }

  private static func text(_ value: Double) -> String { CardText.decimals(value, 4) }

  private static func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + text(value) }
}
