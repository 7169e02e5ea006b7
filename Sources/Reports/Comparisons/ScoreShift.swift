import Scoring

/// How the score that leads are ranked by is spread before and after.
struct ScoreShift: Sendable {
  let sentence: String
  let caption: String
  let name: String
  let chart: PairChart
  let rows: [Row]

  struct Row: Sendable {
    let range: String
    let before: String
    let after: String
    let change: String
  }

  /// Nil if there is no such score.
  init?(_ comparison: ModelComparison) {
    guard let ranking = comparison.new.model.rankingScore, !comparison.bins.isEmpty else { return nil }
    name = comparison.new.model.scores[ranking].name.shortened(to: 40)
    let ranges = comparison.bins.map { bin in
      bin.low == bin.high ? Figures.count(bin.low) : "\(Figures.count(bin.low)) to \(Figures.count(bin.high))"
    }
    sentence =
      "\(name.capitalisedFirst) rises for \(Figures.leads(comparison.rising)), falls for \(Figures.count(comparison.falling)) and stays for \(Figures.count(comparison.staying))."
    caption = "Leads by \(name). Outline: before; filled: after; the number is the difference."
    chart = PairChart(
      id: "scores-chart", title: "How \(name) is spread before and after",
      description: "A column for each range of scores; the table below has all numbers.",
      pairs: zip(comparison.bins, ranges).map { bin, range in
        PairChart.Pair(label: Figures.count(bin.low), name: range, before: bin.before, after: bin.after)
      })
    rows = zip(comparison.bins, ranges).map { bin, range in
      Row(
        range: range, before: Figures.count(bin.before), after: Figures.count(bin.after),
        change: Figures.signed(bin.after - bin.before))
    }
  }
}
