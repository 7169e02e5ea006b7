import Leads

/// How the score that leads are ranked by is spread.
struct Distribution: Sendable {
  let sentence: String
  let caption: String
  let rankingName: String
  let chart: Histogram
  let rows: [Row]

  struct Row: Sendable {
    let range: String
    let count: String
    let share: String
    let upward: String
  }

  /// Nil if no lead has a score.
  init?(_ leads: ScoredLeads) {
    guard let ranking = leads.ranking, let lowest = leads.sorted.first, let highest = leads.sorted.last else {
      return nil
    }
    let name = leads.rankingName.shortened(to: 40)
    let range = leads.model.scores[ranking].range
    // The whole range, where it is not far beyond what there is.
    let span = max(1, highest - lowest)
    let floor = range.minimum.map { $0.thousandths / 1000 }.flatMap { lowest - $0 <= span ? $0 : nil } ?? lowest
    let ceiling = range.maximum.map { $0.thousandths / 1000 }.flatMap { $0 - highest <= span ? $0 : nil } ?? highest
    let bins = Bins(from: min(floor, lowest), to: max(ceiling, highest), most: 20)

    let steps = leads.ladder.steps.count
    var counts = Array(repeating: Array(repeating: 0, count: steps + 1), count: bins.count)
    for (row, place) in zip(leads.rows, leads.places) {
      guard let score = leads.scores.score(ranking, of: row) else { continue }
      if case .step(let step) = place {
        counts[bins.index(of: score)][step] += 1
      } else {
        counts[bins.index(of: score)][steps] += 1
      }
    }
    let totals = counts.map { $0.reduce(0, +) }
    let peak = totals.indices.max { totals[$0] < totals[$1] } ?? 0
    sentence = Self.sentence(leads, name)
    caption =
      "Leads by \(name)."
      + (steps > 0 ? " The stronger the colour, the better the \(leads.ladder.noun)." : "")
    rankingName = name
    let shades = (0..<steps).map { leads.ladder.shade($0) } + [steps == 0 ? "s0" : "sx"]
    chart = Histogram(
      id: "distribution-chart", title: "How \(name) is spread over \(Figures.leads(leads.scoredCount))",
      description:
        "Most leads, \(Figures.count(totals[peak])), have \(bins.name(peak)); the scores go from \(Figures.count(lowest)) to \(Figures.count(highest)). The table below has all numbers.",
      bins: bins, counts: counts, shades: shades,
      thresholds: leads.ladder.steps.compactMap { step in
        step.threshold.map {
          Histogram.Threshold(at: $0, label: "\(step.name.shortened(to: 24)) from \(Figures.count($0))")
        }
      })
    var upward = leads.scoredCount
    rows = totals.indices.map { index in
      defer { upward -= totals[index] }
      return Row(
        range: bins.name(index), count: Figures.count(totals[index]),
        share: Figures.percent(totals[index], of: leads.scoredCount),
        upward: Figures.percent(upward, of: leads.scoredCount))
    }
  }

  private static func sentence(_ leads: ScoredLeads, _ name: String) -> String {
    guard let low = leads.quantile(0.25), let high = leads.quantile(0.75), let top = leads.sorted.last else {
      return ""
    }
    return
      "The middle half of the leads have a \(name) between \(Figures.count(low)) and \(Figures.count(high)). The highest is \(Figures.count(top))."
  }
}
