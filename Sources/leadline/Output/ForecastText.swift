import Foundation
import Leads
import Learning

/// What open leads are expected to bring, for the terminal and as a file.
struct ForecastText {
  private let pipeline: Pipeline
  private let values: DealValues
  private let substitute: Double?
  private let model: LearnedModel
  private let asOf: AsOf

  init(_ pipeline: Pipeline, _ values: DealValues, substitute: Double?, _ model: LearnedModel, _ asOf: AsOf) {
    self.pipeline = pipeline
    self.values = values
    self.substitute = substitute
    self.model = model
    self.asOf = asOf
  }

  func write() throws {
    let forecast = pipeline.forecast
    try Terminal.write(
      "\n" + Terminal.styled("What \(pipeline.open.formatted()) open leads are expected to bring", .bold)
        + " (\(values.column); nine times of ten it lies between from and to)")
    try writeGaps()
    if pipeline.open == 0 { return }
    var rows = [["won in", "deals", "amount", "from", "to"]]
    for part in forecast.parts {
      rows.append(Self.row(Self.name(part.period, isFirst: part == forecast.parts[0]), part))
    }
    if forecast.parts.count > 1 { rows.append(Self.row("all", forecast.total)) }
    try TextTable(rows).write()
    try writeAssumptions()
  }

  private static func row(_ name: String, _ part: PipelineForecast.Part) -> [String] {
    [name, CardText.decimals(part.deals, 1), Money.text(part.amount), Money.text(part.low), Money.text(part.high)]
  }

  private static func name(_ period: PipelineForecast.Period, isFirst: Bool) -> String {
    switch period {
    case .month(let month): isFirst ? "the rest of \(month)" : "\(month)"
    case .later: "later"
    case .unknown: "not known when"
    }
  }

  /// Leads that do not count.
  private func writeGaps() throws {
    if pipeline.ended > 0, case .column(let name, _, _) = model.history?.outcome {
      try Terminal.write("  left out, as they have ended (\(name)): \(pipeline.ended.formatted())")
    } else if pipeline.ended > 0 {
      try Terminal.write("  left out, as they have been won already: \(pipeline.ended.formatted())")
    }
    if pipeline.without > 0 {
      try Terminal.write(
        Terminal.styled(
          "  left out, as they have no value: \(pipeline.without.formatted()); --missing-value gives them one",
          .yellow))
    } else if let substitute, values.missing > 0 {
      try Terminal.write(
        "  taken to be worth \(Money.text(substitute)), as they have no value: \(values.missing.formatted())")
    }
  }

  private func writeAssumptions() throws {
    let history = model.history
    var lines: [String] = []
    if let days = history?.wonDays {
      lines.append(
        history?.origin == .moment
          ? "When: as past wins came after the moment of looking (\(days.count.formatted()) of them); what comes after that horizon is not in it."
          : "When: as long as past wins took from creation (\(days.count.formatted()) of them), less the age of the lead."
      )
    } else {
      lines.append(
        "The model does not know how long deals take, so there are no months; learn it with leadline train --closed-at COLUMN."
      )
    }
    if history?.wonDays != nil, pipeline.ageless > 0 {
      lines.append("Not known when, as their creation is not given: \(pipeline.ageless.formatted()) leads.")
    }
    let (plain, aged) = (pipeline.forecast.dealsWithoutAge, pipeline.forecast.total.deals)
    if history?.origin == .creation, history?.wonDays != nil {
      lines.append(
        history?.lostDays != nil
          ? "Old leads count by how many won and lost ones were still open at their age: \(CardText.decimals(plain, 1)) deals by likelihood alone become \(CardText.decimals(aged, 1))."
          : "The age of a lead does not lower its likelihood here, as it is not known how long lost leads took.")
    }
    let shift = history?.shift ?? 0
    lines.append(
      "Each lead is won or lost by itself with its likelihood"
        + (shift > 0
          ? "; the odds of all together may be off by a factor of \(CardText.decimals(exp(shift), 2)), as those of past leads were."
          : "."))
    lines.append(
      "A won deal brings its value, and values do not change the likelihood: leadline evaluate --value says whether that held."
    )
    for line in lines { try Terminal.write(Terminal.styled("  \(line)", .dim)) }
  }

  /// Writes the forecast as CSV.
  static func write(_ forecast: PipelineForecast, to file: SafeFile) throws {
    var text = "period,deals,amount,low,high\n"
    for (name, part) in forecast.parts.map({ (Self.cell($0.period), $0) }) + [("all", forecast.total)] {
      text +=
        "\(name),\(CardText.decimals(part.deals, 4)),\(Money.cell(part.amount)),\(Money.cell(part.low)),\(Money.cell(part.high))\n"
    }
    try file.write(Array(text.utf8))
  }

  private static func cell(_ period: PipelineForecast.Period) -> String {
    switch period {
    case .month(let month): month.description
    case .later: "later"
    case .unknown: "unknown"
    }
  }
}
