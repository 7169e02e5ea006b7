import Leads

/// What the rules that differ between two models give to each lead, worked out shard by shard.
///
/// The rules become a model of their own, in which each version of each rule has a group to itself: the sums of the
/// groups are what the rules give, in billionths. A rule that is only in one of the models takes no room for the other.
struct RuleGifts: Sendable {
  /// Some of the rules, the population as those rules read it, and where its groups begin among all.
  private struct Side: Sendable {
    var plan: ScoringPlan
    var outcomes: OutcomePlan
    var population: Population
  }

  /// Where the gifts of a change stand, and the position of its score in either model; nil without a rule.
  fileprivate struct Place: Sendable {
    var old: Int?, new: Int?
    var oldScore: Int?, newScore: Int?
  }

  private var sides: [Side] = []
  private var places: [Place]

  /// - Parameter oldPopulation: the same leads as the old model reads them, where it reads them in another way.
  init(
    _ changes: [RuleChange], _ old: Scores, _ model: ScoringModel, _ population: Population,
    oldPopulation: Population?
  ) {
    places = changes.map { change in
      Place(
        oldScore: change.old.flatMap { _ in old.model.scores.firstIndex { $0.name == change.score } },
        newScore: change.new.flatMap { _ in model.scores.firstIndex { $0.name == change.score } })
    }
    var count = 0
    func take(_ population: Population, _ takesOld: Bool, _ takesNew: Bool) {
      var score = Score("changes", rules: [])
      func add(_ rule: Rule?) -> Int? {
        guard var rule else { return nil }
        rule.group = score.groups.count
        score.groups.append(Score.Group("\(score.groups.count)"))
        score.rules.append(rule)
        return count + score.groups.count - 1
      }
      for (index, change) in changes.enumerated() {
        if takesOld { places[index].old = add(change.old) }
        if takesNew { places[index].new = add(change.new) }
      }
      if score.rules.isEmpty { return }
      // Behind the groups stands the cell of rules without one, which there are none of.
      count += score.groups.count + 1
      let model = ScoringModel(name: "", scores: [score])
      sides.append(
        Side(
          plan: ScoringPlan(model, population, asOf: old.asOf, threads: 1),
          outcomes: OutcomePlan(model, asOf: old.asOf), population: population))
    }
    if let oldPopulation {
      take(oldPopulation, true, false)
      take(population, false, true)
    } else {
      take(population, true, true)
    }
  }

  /// What they give to the leads of a shard.
  func given(inShard index: Int) -> Given {
    let columns = sides.flatMap { side in
      var worker = ShardWorker(
        side.plan, side.outcomes, side.population, shard: index, options: ScoringEngine.Options(keepsSums: true))
      return worker.scored().sums
    }
    return Given(places: places, columns: columns)
  }

  /// What the rules give to the leads of a shard, in billionths.
  struct Given {
    fileprivate let places: [Place]
    fileprivate var columns: [[Int64]]

    /// Takes away what rules give to leads who do not have their score: those excluded, or whom it is not for.
    mutating func withdraw(_ old: Scores.Columns, _ new: Scores.Columns) {
      for place in places {
        if let column = place.old, let score = place.oldScore { withdraw(column, old.reported[score]) }
        if let column = place.new, let score = place.newScore { withdraw(column, new.reported[score]) }
      }
    }

    private mutating func withdraw(_ column: Int, _ reported: [Int64]) {
      for row in reported.indices where reported[row] == Scores.none { columns[column][row] = 0 }
    }

    /// For how many leads a change makes a difference by itself, and how large it is for all of them, in points.
    func difference(_ change: Int) -> (leads: Int, points: Double) {
      let place = places[change]
      var leads = 0
      var billionths = 0.0
      let before = place.old.map { columns[$0] } ?? []
      let after = place.new.map { columns[$0] } ?? []
      for row in 0..<max(before.count, after.count) {
        let difference = (after.isEmpty ? 0 : after[row]) - (before.isEmpty ? 0 : before[row])
        if difference == 0 { continue }
        leads += 1
        billionths += Double(difference)
      }
      return (leads, billionths / Double(Points.billionthsPerPoint))
    }

    /// The change that pushes a lead most in a direction; of equal ones the first.
    func cause(of direction: Int64, _ row: Int) -> Int? {
      var best: Int?
      var most: Int64 = 0
      for (change, place) in places.enumerated() {
        let before = place.old.map { columns[$0][row] } ?? 0
        let after = place.new.map { columns[$0][row] } ?? 0
        let push = (after - before) * direction
        if push > most { (best, most) = (change, push) }
      }
      return best
    }

    /// Adds what the old rule of a change gave to sums, or takes it away.
    func addOld(_ change: Int, sign: Int64, to sums: inout [Int64]) { add(places[change].old, sign, &sums) }

    /// Adds what the new rule of a change gives to sums, or takes it away.
    func addNew(_ change: Int, sign: Int64, to sums: inout [Int64]) { add(places[change].new, sign, &sums) }

    private func add(_ column: Int?, _ sign: Int64, _ sums: inout [Int64]) {
      guard let column else { return }
      let given = columns[column]
      for row in given.indices { sums[row] &+= sign &* given[row] }
    }
  }
}
