import Leads
import Scoring

/// What is wrong with the data, and how much the model could know.
struct DataQuality: Sendable {
  let sentence: String
  let findings: [String]
  let hasFindings: Bool
  let known: [Known]
  let hasKnown: Bool

  struct Known: Sendable {
    let name: String
    let count: String
    let share: String
    let bar: Bar
  }

  /// How many findings are told.
  private static let shownFindings = 40

  init(_ leads: ScoredLeads, findings: [String]) {
    let all = leads.rows.count
    known = leads.model.attributes.compactMap { attribute in
      guard let column = leads.population.leads.column(attribute.name) else { return nil }
      let count = Self.known(column, leads.rows)
      return Known(
        name: attribute.name.shortened(to: 60), count: Figures.count(count), share: Figures.percent(count, of: all),
        bar: Bar(count, of: all, shade: "s2"))
    }
    hasKnown = !known.isEmpty
    var told = findings.prefix(Self.shownFindings).map { $0.shortened(to: 400) }
    let more = findings.count - told.count
    if more > 0 { told.append("And \(Figures.count(more, of: "further finding")).") }
    self.findings = told
    hasFindings = !told.isEmpty
    sentence =
      told.isEmpty
      ? "Nothing in the files had to be left out or was found doubtful."
      : "What was found in the files, and how it was dealt with."
  }

  private static func known(_ column: Column, _ rows: [Int]) -> Int {
    switch column {
    case .text(let texts): rows.count { !texts.isMissing[Int(texts.codes[$0])] }
    case .number(let values): rows.count { !values[$0].isNaN }
    case .flag(let values): rows.count { values[$0] != 0 }
    case .instant(let values): rows.count { values[$0] != Column.missingInstant }
    }
  }
}
