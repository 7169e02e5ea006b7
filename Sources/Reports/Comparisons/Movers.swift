import Leads
import Scoring

/// The leads that move furthest.
struct Movers: Sendable {
  let heading: String
  let sentence: String
  let rows: [Row]

  struct Row: Sendable {
    let name: String
    let id: String?
    let before: String
    let after: String
    let from: String
    /// The stage after, if it is another.
    let to: String?
    let cause: String
  }

  /// Nil if nobody moves.
  init?(_ comparison: ModelComparison, _ leads: LeadTable, _ stages: StageNames, count: Int) {
    let shown = comparison.movers.prefix(max(0, count))
    if shown.isEmpty { return nil }
    let names = LeadNames(leads: leads)
    rows = shown.map { mover in
      let name = names.name(of: mover.lead).shortened(to: 70)
      let id = leads.id(of: mover.lead).shortened(to: 60)
      return Row(
        name: name.isEmpty ? id : name, id: name.isEmpty ? nil : id,
        before: mover.before.map { Figures.count($0) } ?? "–", after: mover.after.map { Figures.count($0) } ?? "–",
        from: comparison.stages.isEmpty ? "" : stages[mover.from],
        to: mover.from == mover.to ? nil : stages[mover.to],
        cause: mover.cause.map { comparison.rules[$0].change.rule.shortened() } ?? "limits or stages")
    }
    heading = shown.count == 1 ? "The lead that moves" : "The \(Figures.count(shown.count)) leads that move furthest"
    sentence = "Those who change their stage first, then by the difference of their scores."
  }
}
