import Leads
import Scoring

/// What the change means for those who work the leads.
struct LineShift: Sendable {
  let sentence: String
  let note: String?
  let chart: PairChart?
  let weeks: [Week]
  let hasWeeks: Bool

  struct Week: Sendable {
    let to: String
    let created: String
    let before: String
    let after: String
  }

  /// Nil without stages.
  init?(_ comparison: ModelComparison, capacity: Int?) {
    guard let line = comparison.line else { return nil }
    let name = StageNames.line(comparison, line.stage)
    var sentence =
      "Above the line are leads in \(name): \(Figures.count(line.before)) before, \(Figures.count(line.after)) after; \(Figures.count(line.entered)) come and \(Figures.count(line.left)) go."
    let asOf = comparison.new.asOf
    func lastDay(_ week: ModelComparison.Week) -> String {
      let start = asOf.startOfDay(age: Int64(7 * week.age))
      return Figures.day(Instant(secondsSince1970: start + asOf.utcOffset))
    }
    if let perWeek = line.perWeek {
      sentence +=
        " Of the leads that came in the last \(Figures.count(line.weeks.count, of: "week")), \(Figures.decimal(perWeek.before, places: 1)) a week are above it before and \(Figures.decimal(perWeek.after, places: 1)) after."
      chart = PairChart(
        id: "weeks-chart", title: "New leads above the line by week, before and after",
        description:
          "A mean of \(Figures.decimal(perWeek.before, places: 1)) a week before and \(Figures.decimal(perWeek.after, places: 1)) after; the table below has all numbers.",
        pairs: line.weeks.reversed().map { week in
          let day = lastDay(week)
          return PairChart.Pair(
            label: String(day.suffix(5)), name: "Seven days to \(day)", before: week.before, after: week.after)
        }, level: capacity.map { ($0, "sales can work \(Figures.count($0))") })
    } else {
      chart = nil
    }
    self.sentence = sentence
    weeks = line.weeks.map { week in
      Week(
        to: lastDay(week), created: Figures.count(week.created), before: Figures.count(week.before),
        after: Figures.count(week.after))
    }
    hasWeeks = !weeks.isEmpty
    note =
      weeks.isEmpty
      ? "How many come in a week is not known: no lead has a created_at within the last \(ModelComparison.weekCount) weeks."
      : capacity == nil ? nil : Self.verdict(line, capacity: capacity ?? 0)
  }

  private static func verdict(_ line: ModelComparison.Line, capacity: Int) -> String? {
    guard let after = line.perWeek?.after else { return nil }
    let spare = Double(capacity) - after
    let over = line.weeks.count { $0.after > capacity }
    let mean =
      spare < 0
      ? "On average that is \(Figures.decimal(-spare, places: 1)) more than sales can work"
      : "On average that leaves room for \(Figures.decimal(spare, places: 1)) more"
    return "\(mean); in \(over) of \(Figures.count(line.weeks.count, of: "week")) there were more than sales can work."
  }
}
