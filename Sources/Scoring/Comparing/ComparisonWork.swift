import Leads

/// Compares shard by shard, so that what rules give is never held for all leads at once.
struct ComparisonWork: Sendable {
  private let old: Scores
  /// The new scores, or how they follow from the old ones and from what the rules that differ give.
  private let target: Target
  private let population: Population
  private let outcomes: [UInt8]?
  /// Nothing counted yet.
  let empty: ComparisonPart
  let stages: ComparisonStages
  /// The lowest ranking score, and how many scores a range has.
  let bins: [ClosedRange<Int64>]
  private let ranking: (old: Int, new: Int)?
  private let createdAt: [Int64]?
  /// What the rules that differ give.
  private let gifts: RuleGifts

  /// Where the new scores come from.
  enum Target: Sendable {
    case scores(Scores)
    /// A plan of the new model without any rule, and for each change the cells of its old and new rule in the model.
    case model(ScoringPlan, OutcomePlan, cells: [(old: Int?, new: Int?)])
  }

  init(
    _ old: Scores, _ model: ScoringModel, _ target: Target, _ population: Population, oldPopulation: Population?,
    changes: [RuleChange], lineStage: String?, outcomes: [UInt8]?, moverCount: Int
  ) {
    self.old = old
    self.target = target
    self.population = population
    self.outcomes = outcomes
    stages = ComparisonStages(old.model, model, line: lineStage)
    if let a = old.model.rankingScore, let b = model.rankingScore { ranking = (a, b) } else { ranking = nil }
    if case .instant(let instants)? = population.leads.column("created_at") {
      createdAt = instants
    } else {
      createdAt = nil
    }
    bins =
      ranking.map { ranking in
        let new: Scores? = if case .scores(let scores) = target { scores } else { nil }
        return Self.bins([(old.model, ranking.old, old), (model, ranking.new, new)])
      } ?? []
    empty = ComparisonPart(
      stageCount: stages.count, binCount: bins.count, changes: changes, moverCount: moverCount)
    gifts = RuleGifts(changes, old, model, population, oldPopulation: oldPopulation)
  }

  /// Ten ranges, more or less, over what both models' ranking scores can be.
  private static func bins(
    _ rankings: [(model: ScoringModel, score: Int, scores: Scores?)]
  ) -> [ClosedRange<Int64>] {
    var low = Int64.max
    var high = Int64.min
    for (model, score, scores) in rankings {
      let range = model.scores[score].range
      if let minimum = range.minimum, let maximum = range.maximum {
        low = min(low, minimum.thousandths / 1000)
        high = max(high, maximum.thousandths / 1000)
        continue
      }
      for lead in 0..<(scores?.count ?? 0) {
        guard let value = scores?.score(score, of: lead) else { continue }
        low = min(low, value)
        high = max(high, value)
      }
    }
    guard low <= high else { return [] }
    let width = max(1, (high - low + 9) / 10)
    return stride(from: low, to: max(high, low + 1), by: Int64.Stride(width)).map { start in
      // The last range takes the highest score too.
      start...(start + width >= high ? high : start + width - 1)
    }
  }

  // MARK: A shard

  /// Compares the leads of a shard; gives what was counted, and their new scores.
  func part(ofShard index: Int) -> (counted: ComparisonPart, columns: Scores.Columns) {
    var part = empty
    var gifts = gifts.given(inShard: index)
    let columns = columns(ofShard: index, gifts)
    gifts.withdraw(old.shards[index], columns)
    for rule in part.rules.indices { (part.rules[rule].leads, part.rules[rule].points) = gifts.difference(rule) }
    addLeads(ofShard: index, columns, gifts, to: &part)
    part.trimMovers()
    return (part, columns)
  }

  /// The new scores: given, or the old sums without what the old rules gave and with what the new ones give.
  private func columns(ofShard index: Int, _ gifts: RuleGifts.Given) -> Scores.Columns {
    switch target {
    case .scores(let scores): return scores.shards[index]
    case .model(let plan, let outcomes, let cells):
      var earlier = old.shards[index]
      for (change, cell) in cells.enumerated() {
        if let cell = cell.old { gifts.addOld(change, sign: -1, to: &earlier.sums[cell]) }
        if let cell = cell.new { gifts.addNew(change, sign: 1, to: &earlier.sums[cell]) }
      }
      var worker = ShardWorker(plan, outcomes, population, shard: index, options: ScoringEngine.Options())
      return worker.rescored(earlier)
    }
  }

  private func addLeads(
    ofShard index: Int, _ new: Scores.Columns, _ gifts: RuleGifts.Given, to part: inout ComparisonPart
  ) {
    let first = index * EventLog.leadsPerShard
    let before = Ranked(old.shards[index], score: ranking?.old)
    let after = Ranked(new, score: ranking?.new)
    let width = stages.count
    // Taken out of the part for the loop, so that it reads and writes memory and nothing else.
    var cells = part.cells
    var bins = part.bins
    for row in 0..<before.exclusions.count {
      let from = stages.old(stage: before.stages[row], exclusion: before.exclusions[row])
      let to = stages.new(stage: after.stages[row], exclusion: after.exclusions[row])
      cells[from * width + to].count += 1
      if let outcomes { cells[from * width + to].rate.add(outcomes[first + row]) }
      let (was, isNow) = (before.score(row), after.score(row))
      if let bin = bin(was) { bins[bin].before += 1 }
      if let bin = bin(isNow) { bins[bin].after += 1 }
      if createdAt != nil { addToWeek(first + row, from, to, &part) }
      if from != to || was != isNow {
        let mover = ModelComparison.Mover(
          lead: first + row, before: was == Scores.none ? nil : was, after: isNow == Scores.none ? nil : isNow,
          from: from, to: to)
        add(mover, row, gifts, to: &part)
      }
    }
    part.cells = cells
    part.bins = bins
  }

  private func add(
    _ given: ModelComparison.Mover, _ row: Int, _ gifts: RuleGifts.Given, to part: inout ComparisonPart
  ) {
    var mover = given
    let difference = (mover.after ?? 0) - (mover.before ?? 0)
    part.rising += difference > 0 ? 1 : 0
    part.falling += difference < 0 ? 1 : 0
    let isUp = mover.from == mover.to ? difference > 0 : mover.to < mover.from
    mover.cause = gifts.cause(of: isUp ? 1 : -1, row)
    if mover.from != mover.to {
      switch (mover.cause, isUp) {
      case (let cause?, true): part.rules[cause].movedUp += 1
      case (let cause?, false): part.rules[cause].movedDown += 1
      case (nil, true): part.unexplained.up += 1
      case (nil, false): part.unexplained.down += 1
      }
    }
    part.consider(mover)
  }

  @inline(__always)
  private func bin(_ score: Int64) -> Int? {
    guard score != Scores.none, let first = bins.first else { return nil }
    let width = first.upperBound - first.lowerBound + 1
    return min(bins.count - 1, max(0, Int((score - first.lowerBound) / width)))
  }

  private func addToWeek(_ lead: Int, _ from: Int, _ to: Int, _ part: inout ComparisonPart) {
    guard let created = createdAt?[lead], created != Column.missingInstant,
      created <= old.asOf.instant.secondsSince1970
    else { return }
    let week = old.asOf.ageInDays(of: Instant(secondsSince1970: created)) / 7
    guard 0..<Int64(ModelComparison.weekCount) ~= week else { return }
    part.weeks[Int(week)].created += 1
    part.weeks[Int(week)].before += stages.isAbove.old[from] ? 1 : 0
    part.weeks[Int(week)].after += stages.isAbove.new[to] ? 1 : 0
  }
}

/// What is compared of the leads of a shard.
private struct Ranked {
  let exclusions: [UInt16]
  let stages: [UInt8]
  private let scores: [Int64]

  init(_ columns: Scores.Columns, score: Int?) {
    exclusions = columns.exclusions
    stages = columns.stages
    scores = score.map { columns.reported[$0] } ?? []
  }

  @inline(__always)
  func score(_ row: Int) -> Int64 { scores.isEmpty ? Scores.none : scores[row] }
}
