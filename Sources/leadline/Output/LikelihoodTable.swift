import Leads
import Learning

/// The most likely leads as a table for people, with reasons.
struct LikelihoodTable {
  let scorer: LearnedScorer
  let results: [LearnedScorer.Result]
  let leads: LeadTable
  /// What each lead is worth, NaN for not known; nil if that was not asked for.
  var values: [Double]?

  func write(_ rows: [Int]) throws {
    let names = LeadNames(leads: leads)
    let ids = rows.map { leads.id(of: $0) }
    let people = rows.map { names.name(of: $0) }
    let idWidth = min(36, max(2, ids.map(\.columns).max() ?? 0))
    let nameWidth = min(28, people.map(\.columns).max() ?? 0)
    var heading = "id".fitted(to: idWidth) + "  likelihood"
    if nameWidth > 0 { heading = "id".fitted(to: idWidth) + "  " + "lead".fitted(to: nameWidth) + "  likelihood" }
    let amounts = rows.map(amounts)
    let width = max(8, amounts.flatMap { [$0.value, $0.expected] }.map(\.columns).max() ?? 0)
    if values != nil {
      heading += "  " + "value".fitted(to: width, alignedRight: true) + "  "
      heading += "expected".fitted(to: width, alignedRight: true)
    }
    let left = Terminal.width - heading.columns - 2
    try Terminal.write(Terminal.styled(heading + "  reasons", .dim))
    for (index, reasons) in scorer.reasons(of: rows).enumerated() {
      var line = ids[index].fitted(to: idWidth)
      if nameWidth > 0 { line += "  " + people[index].fitted(to: nameWidth) }
      let likelihood = results[rows[index]].likelihood
      line += "  " + Terminal.styled(String(likelihood).fitted(to: 10, alignedRight: true), .bold)
      if values != nil {
        line += "  " + amounts[index].value.fitted(to: width, alignedRight: true) + "  "
        line += amounts[index].expected.fitted(to: width, alignedRight: true)
      }
      let text = reasons.map(\.description).joined(separator: " · ")
      try Terminal.write(line + "  " + (Terminal.isInteractive ? text.clipped(to: left) : text))
    }
  }

  private func amounts(_ lead: Int) -> (value: String, expected: String) {
    guard let value = values?[lead], !value.isNaN else { return ("–", "–") }
    return (Money.text(value), Money.text(value * results[lead].probability))
  }
}
