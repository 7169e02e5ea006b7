import Leads
import Learning

/// The most likely leads as a table for people, with reasons.
struct LikelihoodTable {
  let scorer: LearnedScorer
  let results: [LearnedScorer.Result]
  let leads: LeadTable

  func write(_ rows: [Int]) throws {
    let names = LeadNames(leads: leads)
    let ids = rows.map { leads.id(of: $0) }
    let people = rows.map { names.name(of: $0) }
    let idWidth = min(36, max(2, ids.map(\.columns).max() ?? 0))
    let nameWidth = min(28, people.map(\.columns).max() ?? 0)
    var heading = "id".fitted(to: idWidth) + "  likelihood"
    if nameWidth > 0 { heading = "id".fitted(to: idWidth) + "  " + "lead".fitted(to: nameWidth) + "  likelihood" }
    let left = Terminal.width - heading.columns - 2
    try Terminal.write(Terminal.styled(heading + "  reasons", .dim))
    for (index, reasons) in scorer.reasons(of: rows).enumerated() {
      var line = ids[index].fitted(to: idWidth)
      if nameWidth > 0 { line += "  " + people[index].fitted(to: nameWidth) }
      let likelihood = results[rows[index]].likelihood
      line += "  " + Terminal.styled(String(likelihood).fitted(to: 10, alignedRight: true), .bold)
      let text = reasons.map(\.description).joined(separator: " · ")
      try Terminal.write(line + "  " + (Terminal.isInteractive ? text.clipped(to: left) : text))
    }
  }
}
