import Foundation
import Learning
import Statistics

/// The table of a logistic regression for the terminal.
struct RegressionText {
  private let table: RegressionTable

  init(_ table: RegressionTable) { self.table = table }

  func write() throws {
    if let fit = table.fit { try write(fit) }
    if let penalty = table.penalty { try write(penalty) }
    try writeRows()
    try writeNotes()
  }

  private func write(_ fit: RegressionTable.Fit) throws {
    let how = fit.method == .firth ? "Firth's penalised likelihood" : "maximum likelihood"
    try Terminal.write(
      "\n\(Terminal.styled("Logistic regression", .bold)) by \(how): \(table.leads.formatted()) leads, \(table.kept) coefficients and the intercept, \(fit.iterations) iterations"
    )
    try TextTable(
      [
        ["", "model", "intercept alone"],
        ["log-likelihood", CardText.decimals(fit.logLikelihood, 3), CardText.decimals(fit.nullLogLikelihood, 3)],
        ["deviance", CardText.decimals(fit.deviance, 3), CardText.decimals(fit.nullDeviance, 3)],
        ["AIC", CardText.decimals(fit.aic, 3), CardText.decimals(fit.nullDeviance + 2, 3)],
        ["pseudo R² (McFadden)", CardText.decimals(fit.pseudoRSquared, 4), ""],
        ["p of the likelihood ratio", Self.p(fit.likelihoodRatioP), ""],
      ]
    ).write()
    if !fit.isConverged {
      try Terminal.write(Terminal.styled("  The iterations did not reach an end; take the numbers with care.", .yellow))
    }
  }

  private func write(_ penalty: RegressionTable.Penalty) throws {
    let name =
      penalty.mix == 1
      ? "lasso" : penalty.mix == 0 ? "ridge" : "elastic net, \(CardText.percent(penalty.mix)) of it on sizes"
    let columns = table.rows.count { $0.status != .reference } - 1
    try Terminal.write(
      "\n\(Terminal.styled("Logistic regression", .bold)) with a penalty (\(name)): \(table.leads.formatted()) leads, \(table.kept) of \(columns) coefficients are not 0"
    )
    try Terminal.write(
      "  λ \(Self.number(penalty.lambda)), the strongest within one standard error of the best (\(Self.number(penalty.best))), from \(penalty.path.count) tried; \(CardText.percent(penalty.explained)) of the deviance explained"
    )
  }

  private func writeRows() throws {
    let left = table.rows.filter { $0.status != .zero && $0.status != .eliminated }
    let compared = Set(left.filter { $0.status != .reference }.map(\.feature))
    let shown = left.filter { compared.contains($0.feature) }
    let asNumbers = Set(table.rows.filter { $0.level == nil }.map(\.feature))
    let hasInference = table.fit != nil
    let inference = hasInference ? ["std. error", "z", "p", "from", "to", "VIF"] : []
    var rows = [["column", "coefficient", "odds ratio"] + inference]
    var heading: String?
    for row in shown {
      // Levels stand below the name of their feature: together they are often too long for a line.
      let isLevel = row.level != nil && !asNumbers.contains(row.feature)
      if isLevel, row.feature != heading { rows.append([row.feature]) }
      heading = isLevel ? row.feature : nil
      let name = isLevel ? "  \(row.level ?? "")" : row.name
      switch row.status {
      case .reference: rows.append([name, "reference"])
      case .collinear: rows.append([name, "collinear"])
      default:
        var cells = [
          name, Self.number(row.coefficient), row.feature.isEmpty ? "" : row.oddsRatio.map(Self.number) ?? "",
        ]
        if hasInference {
          cells += [
            row.standardError.map(Self.number) ?? "", row.z.map { CardText.decimals($0, 2) } ?? "",
            row.p.map(Self.p) ?? "", row.low.map(Self.number) ?? "", row.high.map(Self.number) ?? "",
            row.varianceInflation.map { CardText.decimals($0, 2) } ?? "",
          ]
        }
        rows.append(cells)
      }
    }
    try TextTable(rows).write()
  }

  private func writeNotes() throws {
    if let fit = table.fit, !fit.separating.isEmpty {
      try note(
        "Won and lost are separated perfectly by \(Self.list(fit.separating)): the largest likelihood would make coefficients infinite, so Firth's is used."
      )
    }
    let collinear = table.rows.filter { $0.status == .collinear }.map(\.name)
    if !collinear.isEmpty { try note("Sums of other columns, without a coefficient: \(Self.list(collinear)).") }
    if !table.eliminated.isEmpty {
      try Terminal.write("\n" + Terminal.styled("Left out, in this order", .bold))
      for (place, step) in table.eliminated.enumerated() {
        try Terminal.write("  \(place + 1). \(step.name): \(Self.text(step.reason))")
      }
      try note("p and intervals after such a choice look better than they are; trust the figures on unseen leads.")
    }
  }

  private func note(_ text: String) throws { try Terminal.write("  " + Terminal.styled(text, .yellow)) }

  private static func list(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }

  private static func text(_ reason: BackwardElimination.Reason) -> String {
    switch reason {
    case .collinear: "a sum of other columns"
    case .smallestEffect(let effect): "least effect, \(number(effect)) for a standard deviation"
    case .p(let p): "p \(CardText.decimals(p, 3))"
    case .inflation(let inflation): "VIF \(CardText.decimals(inflation, 1))"
    }
  }

  static func p(_ p: Double) -> String { p < 0.0001 ? "<0.0001" : CardText.decimals(p, 4) }

  /// Four significant digits or so.
  private static func number(_ value: Double) -> String {
    let size = abs(value)
    if size != 0, size < 0.001 || size >= 1e6 {
      return value.formatted(
        .number.notation(.scientific).precision(.significantDigits(4)).locale(.init(identifier: "en_US_POSIX")))
    }
    return CardText.decimals(value, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4)
  }
}
