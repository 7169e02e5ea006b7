import Scoring

/// How many leads stand on each step of the ladder.
struct Funnel: Sendable {
  let heading: String
  let noun: String
  let nounTitle: String
  let sentence: String
  let rows: [Row]
  /// Why leads are excluded.
  let reasons: [Reason]
  let hasReasons: Bool

  struct Row: Sendable {
    let name: String
    let condition: String?
    let note: String?
    let count: String
    let share: String
    let upward: String
    let bar: Bar
  }

  struct Reason: Sendable {
    let name: String
    let count: String
    let bar: Bar
  }

  /// Nil for a model without stages and bands if nobody is excluded.
  init?(_ leads: ScoredLeads) {
    let ladder = leads.ladder
    let excluded = leads.excludedCount
    if ladder.steps.isEmpty, excluded == 0 { return nil }
    let all = leads.rows.count
    let counts = leads.stepCounts
    let none = leads.places.count { $0 == .none }
    let most = max(counts.max() ?? 0, none, excluded)
    noun = ladder.noun
    nounTitle = ladder.noun.capitalisedFirst
    heading = ladder.steps.isEmpty ? "Who is excluded" : "How many leads are in each \(ladder.noun)"

    var upward = 0
    var rows = zip(ladder.steps, counts).enumerated().map { index, item in
      let (step, count) = item
      upward += count
      return Row(
        name: step.name, condition: step.condition, note: nil, count: Figures.count(count),
        share: Figures.percent(count, of: all), upward: Figures.percent(upward, of: all),
        bar: Bar(count, of: most, shade: ladder.shade(index)))
    }
    func add(_ name: String, _ note: String, _ count: Int) {
      if count == 0 { return }
      rows.append(
        Row(
          name: name, condition: nil, note: note, count: Figures.count(count),
          share: Figures.percent(count, of: all), upward: "–", bar: Bar(count, of: most, shade: "sx")))
    }
    if !ladder.steps.isEmpty { add("none", "no \(ladder.noun) of the model holds", none) }
    add(ScoringModel.disqualified, "excluded by the model: these leads have no score", excluded)
    self.rows = rows

    var byReason = Array(repeating: 0, count: leads.model.exclusions.count)
    for row in leads.rows { if let reason = leads.scores.exclusion(of: row) { byReason[reason] += 1 } }
    let mostOfReasons = byReason.max() ?? 0
    reasons = zip(leads.model.exclusions, byReason).filter { $1 > 0 }.sorted { $0.1 > $1.1 }.prefix(12).map {
      Reason(
        name: $0.name.shortened(), count: Figures.count($1), bar: Bar($1, of: mostOfReasons, shade: "sx"))
    }
    hasReasons = !reasons.isEmpty

    if ladder.goodCount > 0 {
      let good = counts.prefix(ladder.goodCount).reduce(0, +)
      let verb = good == 1 ? "is" : "are"
      sentence =
        "\(Figures.percent(good, of: all)) of the leads \(verb) in \(leads.goodName). A lead is in the first \(ladder.noun) whose condition holds."
    } else {
      sentence = "A lead is in the first \(ladder.noun) whose condition holds."
    }
  }
}
