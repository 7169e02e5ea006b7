import Learning
import Scoring
import Statistics

/// What stands at the top of a model card: a sentence, the key figures, and what to beware of.
struct CardSummary {
  private let card: ModelCard
  private let evaluation: Evaluation?

  /// - Parameter evaluation: that of the card, unless it is of too few leads.
  init(_ card: ModelCard, _ evaluation: Evaluation?) {
    self.card = card
    self.evaluation = evaluation
  }

  var parts: (lede: String, keys: [KeyFigure]) { (lede, leads + figures) }

  private var lede: String {
    guard let evaluation, let auc = evaluation.figure("ROC AUC"), let top = evaluation.figure("won in the top 20 %")
    else { return "There is too little data to say how good the model is." }
    return
      "Shown a customer and a lead that was lost, the model puts the customer first \(Figures.ofHundred(auc.value)) times. The best fifth of its list holds \(Figures.percent(top.value)) of all customers."
  }

  private var leads: [KeyFigure] {
    let interval = CloseRate(won: card.data.won, known: card.data.known).interval
    return [
      KeyFigure(
        name: "Leads", number: Figures.count(card.data.known),
        sentence: "with known outcome; \(Figures.count(card.data.won)) of them were won."),
      KeyFigure(
        name: "Close rate", number: Figures.percent(card.data.won, of: card.data.known),
        sentence: "is what calling at random gives."
          + (interval.map {
            " It may be \(Figures.percent(from: $0.lowerBound, to: $0.upperBound))."
          } ?? "")),
    ]
  }

  private var figures: [KeyFigure] {
    guard let evaluation else { return [] }
    var keys: [KeyFigure] = []
    if let auc = evaluation.figure("ROC AUC") {
      keys.append(
        KeyFigure(
          name: "ROC AUC", number: Figures.decimal(auc.value, places: 3),
          sentence: "\(range(auc)): how well it tells customers from others. 0.5 is chance, 1 is perfect."))
    }
    if let top = evaluation.figure("won in the top 20 %") {
      keys.append(
        KeyFigure(
          name: "In the best fifth", number: Figures.percent(top.value),
          sentence: "of all customers. At random it would be 20\u{A0}%."))
    }
    if let error = evaluation.figure("calibration error") {
      keys.append(
        KeyFigure(
          name: "Off by", number: Figures.percent(error.value),
          sentence: "on average: how far a likelihood lies from how often such leads were won."))
    }
    return keys
  }

  private func range(_ estimate: Estimate) -> String {
    "\(Figures.decimal(estimate.low, places: 3)) to \(Figures.decimal(estimate.high, places: 3))"
  }

  /// What to beware of, in sentences.
  static func warnings(_ card: ModelCard, _ evaluation: Evaluation?, earlier: ModelCard?) -> [String] {
    var warnings: [String] = []
    if let lacking = card.lacking {
      let lost = card.data.known - card.data.won
      let missing = [
        lacking.won > 0 ? "\(Figures.count(lacking.won)) more won" : nil,
        lacking.lost > 0 ? "\(Figures.count(lacking.lost)) more lost" : nil,
      ].compactMap { $0 }.joined(separator: " and ")
      warnings.append(
        "Too little data: there are \(Figures.count(card.data.won)) won and \(Figures.count(lost)) lost leads, and figures that mean something need at least \(Training.floor) of each. Missing are \(missing) leads. Until then any figure would be chance, so none is shown."
      )
    } else if evaluation == nil {
      warnings.append("The model was not tried on leads that it had not seen, so there are no figures.")
    }
    if let drift = card.drift, drift.matters {
      warnings.append(
        "The close rate moved: \(Figures.percent(drift.past)) of the older leads were won, \(Figures.percent(drift.recent)) of the newest quarter. Likelihoods follow the older ones until the model is recalibrated."
      )
    }
    if card.leaks.contains(where: \.isKept) {
      warnings.append(
        "The model uses columns that look as if they were filled after the sale. A new lead does not have them, so it will do worse than this page says."
      )
    }
    if let earlier, let evaluation, let error = evaluation.figure("calibration error"), error.low > 0.03 {
      let (then, now) = (earlier.data.baseRate, Double(evaluation.won) / Double(evaluation.count))
      warnings.append(
        "The likelihoods do not fit these leads: \(Figures.percent(then)) were won when the model was learned, \(Figures.percent(now)) here. It can be recalibrated without learning anew."
      )
    }
    return warnings
  }
}
