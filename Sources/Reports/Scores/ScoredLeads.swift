import Leads
import Scoring

/// The leads of a report with what everything on the page is counted from.
struct ScoredLeads: Sendable {
  let scores: Scores
  let population: Population
  /// The leads by id.
  let rows: [Int]
  /// Where leads can stand, the best first.
  let ladder: Ladder
  /// For each row its place on the ladder.
  let places: [Ladder.Place]
  /// The score that leads are ranked by.
  let ranking: Int?
  /// That score of all who have it, ascending.
  let sorted: [Int64]

  init(_ scores: Scores, _ population: Population, rows: [Int]) {
    self.scores = scores
    self.population = population
    self.rows = rows
    let ladder = Ladder(scores.model)
    self.ladder = ladder
    places = rows.map { ladder.place(of: $0, scores) }
    ranking = scores.model.rankingScore
    sorted = scores.model.rankingScore.map { score in rows.compactMap { scores.score(score, of: $0) }.sorted() } ?? []
  }

  var model: ScoringModel { scores.model }

  /// The name of the score that leads are ranked by.
  var rankingName: String { ranking.map { model.scores[$0].name } ?? "score" }

  /// Leads that are excluded.
  var excludedCount: Int { places.count { $0 == .excluded } }

  /// Leads that have a score.
  var scoredCount: Int { sorted.count }

  /// How many leads stand on each step of the ladder.
  var stepCounts: [Int] {
    var counts = Array(repeating: 0, count: ladder.steps.count)
    for case .step(let step) in places { counts[step] += 1 }
    return counts
  }

  /// The score that at least this part of all scores do not exceed; nil without any.
  func quantile(_ part: Double) -> Int64? {
    sorted.isEmpty ? nil : sorted[min(sorted.count - 1, Int(Double(sorted.count - 1) * part))]
  }

  /// Whether a lead is among the best: in the upper steps of the ladder, or in the best quarter of all scores.
  func isGood(_ index: Int) -> Bool {
    if case .step(let step) = places[index] { return step < ladder.goodCount }
    guard ladder.steps.isEmpty, let ranking, let least = quantile(0.75) else { return false }
    return scores.score(ranking, of: rows[index]).map { $0 >= least } ?? false
  }

  /// What `isGood` says, as the end of a sentence: `“call this week” or better`.
  var goodName: String {
    switch ladder.goodCount {
    case 0: "the best quarter"
    case 1: "“\(ladder.steps[0].name)”"
    default: "“\(ladder.steps[ladder.goodCount - 1].name)” or better"
    }
  }
}

/// Where leads stand by a model, the best first: its stages, or else the bands of the score that leads are ranked by.
struct Ladder: Sendable {
  struct Step: Sendable {
    var name: String
    /// The least score, if the step begins at one.
    var threshold: Int64?
    /// What must hold, in the words of the model; nil for everybody who is left.
    var condition: String?
  }

  enum Place: Sendable, Hashable {
    case step(Int)
    /// Below all steps.
    case none
    case excluded
  }

  let steps: [Step]
  /// What a step is called: `stage` or `band`.
  let noun: String
  private let bands: Bands?

  init(_ model: ScoringModel) {
    if !model.stages.isEmpty {
      let score = model.rankingScore.map { model.scores[$0].name }
      noun = "stage"
      bands = nil
      steps = model.stages.map { stage in
        Step(
          name: stage.name.shortened(to: 40), threshold: score.flatMap { stage.condition?.leastValue(of: $0) },
          condition: stage.condition?.description.shortened(to: 160))
      }
    } else if let score = model.rankingScore, let bands = model.bands(of: score) {
      noun = "band"
      self.bands = bands
      steps = bands.bands.map { band in
        Step(
          name: band.name.shortened(to: 40), threshold: band.minimum,
          condition: band.minimum.map { "\(model.scores[score].name) >= \($0)".shortened(to: 160) })
      }
    } else {
      noun = "stage"
      bands = nil
      steps = []
    }
  }

  func place(of lead: Int, _ scores: Scores) -> Place {
    if scores.exclusion(of: lead) != nil { return .excluded }
    let step = bands.map { bands in scores.score(bands.score, of: lead).flatMap { bands.band(of: $0) } }
    return (step ?? scores.stage(of: lead)).map { .step($0) } ?? .none
  }

  /// How many of the steps count as good: the upper half, but never all.
  var goodCount: Int { steps.count < 2 ? 0 : steps.count / 2 }

  func shade(_ step: Int) -> String { Bar.shade(step, of: steps.count) }
}
