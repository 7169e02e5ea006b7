import Leads
import Scoring

/// Two scores at once: the model's matrix, or else two scores that say different things.
struct Combination: Sendable {
  let heading: String
  let sentence: String
  let grid: Grid

  /// A score cut into ranges, the highest first.
  private struct Axis {
    let score: Int
    let name: String
    let headings: [Grid.Heading]
    /// The position of a range.
    let index: (Int64) -> Int?
  }

  /// Nil for a model that has not two such scores, or if no lead has both.
  init?(_ leads: ScoredLeads) {
    let model = leads.model
    guard let (first, second) = Self.scores(model), let vertical = Self.axis(first, leads),
      let horizontal = Self.axis(second, leads)
    else { return nil }
    var counts = Array(
      repeating: Array(repeating: 0, count: horizontal.headings.count), count: vertical.headings.count)
    var counted = 0
    for row in leads.rows {
      guard let a = leads.scores.score(first, of: row).flatMap(vertical.index),
        let b = leads.scores.score(second, of: row).flatMap(horizontal.index)
      else { continue }
      counts[a][b] += 1
      counted += 1
    }
    if counted == 0 { return nil }
    heading = "\(vertical.name) and \(horizontal.name)".capitalisedFirst
    let corner = counts[0][0]
    let left = leads.rows.count - counted
    sentence =
      "Each field is a number of leads: the stronger the colour, the more. Top left are those with the most of both: \(Figures.leads(corner))."
      + (left == 0 ? "" : " \(Figures.leads(left)) without both scores \(left == 1 ? "is" : "are") not shown.")
    grid = Grid(
      caption: "Leads by \(vertical.name) and \(horizontal.name)", rowTitle: vertical.name, rows: vertical.headings,
      columnTitle: horizontal.name, columns: horizontal.headings, counts: counts)
  }

  /// The scores of the matrix, or two with bands, or two made of rules.
  private static func scores(_ model: ScoringModel) -> (Int, Int)? {
    if model.matrix.count >= 2 { return (model.matrix[0], model.matrix[1]) }
    let own = model.scores.indices.filter { model.scores[$0].tag == nil }
    let banded = own.filter { model.bands(of: $0) != nil && model.scores[$0].parts.isEmpty }
    if banded.count >= 2 { return (banded[0], banded[1]) }
    let ofRules = own.filter { model.scores[$0].parts.isEmpty }
    return ofRules.count >= 2 ? (ofRules[0], ofRules[1]) : nil
  }

  private static func axis(_ score: Int, _ leads: ScoredLeads) -> Axis? {
    let name = leads.model.scores[score].name.shortened(to: 40)
    if let bands = leads.model.bands(of: score), bands.bands.count > 1 {
      let headings = bands.bands.enumerated().map { index, band in
        Grid.Heading(name: band.name.shortened(to: 20), detail: Self.range(bands, index))
      }
      return Axis(score: score, name: name, headings: headings) { bands.band(of: $0) }
    }
    let values = leads.rows.compactMap { leads.scores.score(score, of: $0) }
    guard let lowest = values.min(), let highest = values.max(), lowest < highest else { return nil }
    let bins = Bins(from: lowest, to: highest, most: 5)
    let headings = (0..<bins.count).reversed().map { Grid.Heading(name: bins.name($0), detail: nil) }
    return Axis(score: score, name: name, headings: headings) { bins.count - 1 - bins.index(of: $0) }
  }

  /// The scores that a band has: `60 and more`, `40 to 59`, `below 40`.
  private static func range(_ bands: Bands, _ index: Int) -> String? {
    let above = index == 0 ? nil : bands.bands[index - 1].minimum
    switch (bands.bands[index].minimum, above) {
    case (let minimum?, nil): return "\(Figures.count(minimum)) and more"
    case (let minimum?, let above?):
      return above - 1 <= minimum ? Figures.count(minimum) : "\(Figures.count(minimum)) to \(Figures.count(above - 1))"
    case (nil, let above?): return "below \(Figures.count(above))"
    case (nil, nil): return nil
    }
  }
}
