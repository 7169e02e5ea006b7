import Foundation
import Learning
import Statistics

/// How good probabilities are, for the terminal.
struct EvaluationText {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  func write() throws {
    try Terminal.write("\n" + Terminal.styled("How good", .bold) + " (with the range of 95 % of resampled leads)")
    var rows = [["figure", "", "from", "to"]]
    for figure in evaluation.figures {
      let isShare = figure.name.contains("%") || figure.name == "calibration error"
      func text(_ value: Double) -> String {
        isShare ? CardText.percent(value) : CardText.decimals(value, 3)
      }
      rows.append([
        figure.name, text(figure.estimate.value), text(figure.estimate.low), text(figure.estimate.high),
      ])
    }
    try TextTable(rows).write()
    try writeGains()
    try writeAdvice()
    for rail in evaluation.guideRails {
      let colour: Terminal.Style = rail.light == .green ? .green : rail.light == .amber ? .yellow : .red
      try Terminal.write(
        "  \(Terminal.styled(rail.light.rawValue.fitted(to: 5), colour))  \(rail.rule): \(rail.found)")
    }
    try writeLines()
    try writeSegments()
    try writeRevenue()
  }

  private func writeGains() throws {
    try Terminal.write("\n" + Terminal.styled("By tenths of the leads, the most likely first", .bold))
    var rows = [["tenth", "leads", "won", "close rate", "lift", "of all won so far"]]
    for row in evaluation.gains {
      rows.append([
        "\(row.part)", CardText.decimals(row.count, 0), CardText.decimals(row.won, 0), CardText.percent(row.closeRate),
        CardText.decimals(row.lift, 2), CardText.percent(row.cumulativeCapture),
      ])
    }
    try TextTable(rows, leading: []).write()
  }

  private func writeAdvice() throws {
    try Terminal.write("\n" + Terminal.styled("Where to draw the line", .bold))
    var rows = [["for", "from likelihood", "leads above", "of them won", "of all won"]]
    for advice in evaluation.advice {
      guard let probability = advice.probability else {
        rows.append([advice.purpose, "–", "no line does it", "", ""])
        continue
      }
      rows.append([
        advice.purpose, CardText.decimals(probability * 100, 1), CardText.percent(advice.share),
        CardText.percent(advice.conversion), CardText.percent(advice.capture),
      ])
    }
    let crossing = evaluation.crossing
    rows.append([
      "sensitivity = specificity", CardText.decimals(crossing.score * 100, 1), CardText.percent(crossing.share),
      CardText.percent(crossing.precision ?? 0), CardText.percent(crossing.sensitivity),
    ])
    try TextTable(rows).write()
  }

  private func writeLines() throws {
    guard let lines = evaluation.lines, !lines.isEmpty else { return }
    try Terminal.write("\n" + Terminal.styled("The lines that were drawn when it was learned, here", .bold))
    var rows = [["for", "from likelihood", "of them won then", "here", "from", "to", "leads above then", "here"]]
    for line in lines {
      func text(_ share: Double?) -> String { share.map(CardText.percent) ?? "–" }
      rows.append([
        line.drawn.purpose, CardText.decimals((line.drawn.probability ?? 0) * 100, 1),
        CardText.percent(line.drawn.conversion), text(line.conversion?.value), text(line.conversion?.low),
        text(line.conversion?.high), CardText.percent(line.drawn.share), CardText.percent(line.share),
      ])
    }
    try TextTable(rows).write()
  }

  private func writeRevenue() throws {
    guard let revenue = evaluation.revenue else { return }
    try Terminal.write("\n" + Terminal.styled("What they brought", .bold) + " (\(revenue.column))")
    let expected = revenue.expected
    try Terminal.write(
      "  expected \(Money.text(expected.value)), nine times of ten \(Money.text(expected.low)) to \(Money.text(expected.high)); it was \(Money.text(revenue.actual))"
    )
    if revenue.wonWithout + revenue.lostWithout > 0 {
      try Terminal.write(
        "  left out, as they have no value: \(revenue.wonWithout.formatted()) of \((revenue.won + revenue.wonWithout).formatted()) won and \(revenue.lostWithout.formatted()) of \((revenue.lost + revenue.lostWithout).formatted()) lost leads"
      )
    }
    if revenue.isOneSided {
      try Terminal.write(
        Terminal.styled(
          "  Won and lost leads have a value so differently often that this says little: it is filled when it is known how a sale went.",
          .yellow))
    }
  }

  private func writeSegments() throws {
    if evaluation.segments.isEmpty { return }
    try Terminal.write("\n" + Terminal.styled("By group", .bold))
    var rows = [["group", "leads", "won", "expected", "ROC AUC"]]
    for segment in evaluation.segments {
      rows.append([
        "\(segment.attribute): \(segment.value)", segment.count.formatted(),
        CardText.percent(Double(segment.won) / Double(segment.count)), CardText.percent(segment.expected),
        segment.rocAUC.map { CardText.decimals($0, 3) } ?? "too few",
      ])
    }
    try TextTable(rows).write()
  }
}
