import Leads
import Scoring

/// Writes the leads whose stage or score changes as CSV, those that move furthest first.
struct MoverWriter {
  private let comparison: ModelComparison
  private let leads: LeadTable

  init(_ comparison: ModelComparison, _ leads: LeadTable) {
    self.comparison = comparison
    self.leads = leads
  }

  func write(to file: SafeFile) throws {
    try file.writeRow(["lead_id", "score_before", "score_after", "stage_before", "stage_after", "rule"])
    func stage(_ position: Int) -> String {
      comparison.stages.indices.contains(position) ? comparison.stages[position].name ?? "" : ""
    }
    let other = comparison.differences
    for mover in comparison.movers {
      try file.writeRow([
        leads.id(of: mover.lead), mover.before.map(String.init) ?? "", mover.after.map(String.init) ?? "",
        stage(mover.from), stage(mover.to),
        mover.cause.map { comparison.rules[$0].change.rule } ?? (other.count == 1 ? other[0] : ""),
      ])
    }
  }
}
