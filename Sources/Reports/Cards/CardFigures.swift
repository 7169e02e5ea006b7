import Learning
import Statistics

/// The figures of a model card, each with its range and what it means.
struct CardFigures: Sendable {
  let sentence: String
  let rows: [Row]
  let earlierTitle: String?

  struct Row: Sendable {
    let name: String
    let means: String
    let figure: String
    let interval: Interval
    let ends: String
    /// What it was when the model was learned; empty if nobody asked.
    let earlier: String
  }

  /// - Parameter earlier: the figures from when the model was learned.
  init(_ evaluation: Evaluation, earlier: Evaluation?) {
    let n = evaluation.count
    sentence =
      "From \(Figures.leads(n)) that the model had not seen\(earlier == nil ? "" : ", as far as you know"). The range is where a figure would lie 95 times of 100 for other leads of the same kind."
    let base = Double(evaluation.won) / Double(max(1, n))
    rows = evaluation.figures.map { figure in
      let isShare = figure.name.contains("%") || figure.name == "calibration error"
      func text(_ value: Double) -> String {
        isShare ? Figures.percent(value) : Figures.decimal(value, places: 3)
      }
      return Row(
        name: figure.name.capitalisedFirst, means: Self.meaning(of: figure.name, base),
        figure: text(figure.estimate.value), interval: Interval(figure.estimate, highest: 1),
        ends: isShare
          ? Figures.percent(from: figure.estimate.low, to: figure.estimate.high)
          : "\(text(figure.estimate.low)) to \(text(figure.estimate.high))",
        earlier: earlier.map { $0.figure(figure.name).map { text($0.value) } ?? "–" } ?? "")
    }
    earlierTitle = earlier == nil ? nil : "When learned"
  }

  private static func meaning(of name: String, _ base: Double) -> String {
    switch name {
    case "ROC AUC": return "How often a customer stands above a lead that was lost. 0.5 is chance."
    case "average precision":
      return "How many of those called are customers, over all lines. Chance is \(Figures.decimal(base, places: 3))."
    case "log loss":
      let won = ProbabilityLoss.logLoss([base], [true]) ?? 0
      let lost = ProbabilityLoss.logLoss([base], [false]) ?? 0
      let constant = Figures.decimal(base * won + (1 - base) * lost, places: 3)
      return
        "How wrong the likelihoods are; sure and wrong costs most. Less is better; knowing nothing gives \(constant)."
    case "Brier score":
      return
        "The squared distance from what happened. Less is better; knowing nothing gives \(Figures.decimal(base * (1 - base), places: 3))."
    case "calibration error": return "How far likelihoods lie from close rates, over ten groups. Less is better."
    case "KS": return "The widest gap that a line makes between customers and others. 0 is chance, 1 is perfect."
    case let name where name.hasPrefix("won in the top "):
      return
        "Of all customers, so many are found by calling only these. Chance is \(name.dropFirst(15).replacing(" ", with: "\u{A0}"))."
    default: return ""
    }
  }

  static let template = #"""
    <section id="figures">
    <div class="intro"><h2>How good it is</h2><p>{{sentence}}</p></div>
    <div class="body">
    <table class="bars {{#earlierTitle}}c3{{/earlierTitle}}{{^earlierTitle}}c2{{/earlierTitle}} figures">
    <caption class="vh">Figures with their ranges</caption>
    <thead><tr><th scope="col">Figure</th><th scope="col" class="num">Is</th><th scope="col" class="barcol"><span class="vh">Range on a scale from 0 to 1</span></th><th scope="col" class="num">May be</th>{{#earlierTitle}}<th scope="col" class="num">{{.}}</th>{{/earlierTitle}}</tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{name}}<small>{{means}}</small></th><td class="num strong">{{figure}}</td><td class="barcol">{{#interval}}{{>interval}}{{/interval}}</td><td class="num">{{ends}}</td>{{#earlierTitle}}<td class="num">{{earlier}}</td>{{/earlierTitle}}</tr>{{/rows}}</tbody>
    </table>
    </div>
    </section>

    """#
}
