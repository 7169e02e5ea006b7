import Leads

extension ModelComparison {
  /// Compares the scores of a population by two models.
  ///
  /// - Parameters:
  ///   - lineStage: the last stage that sales works; nil for the first stage of the new model.
  ///   - outcomes: for each lead 0 for not known, 1 for lost, 2 for won; nil if nothing is known.
  ///   - moverCount: how many of the leads that move furthest are kept.
  /// - Precondition: both scores are of this population, as of the same moment.
  ///
  /// O(leads × changed rules + events of changed rules).
  public init(
    from old: Scores, to new: Scores, _ population: Population, lineStage: String? = nil, outcomes: [UInt8]? = nil,
    moverCount: Int = 20, threads: Int = 1
  ) {
    precondition(old.count == new.count && old.asOf == new.asOf && old.count == population.leads.count)
    self.old = old
    self.new = new
    let changes = RuleChange.changes(from: old.model, to: new.model)
    let work = ComparisonWork(
      old, new, population, changes: changes, lineStage: lineStage, outcomes: outcomes, moverCount: moverCount)
    let shards = parallel(count: population.events.shards.count, threads: threads) { work.part(ofShard: $0) }
    var sum = work.empty
    for shard in shards { sum.add(shard, moverCount: moverCount) }
    let used = work.used(sum)
    stages = used.map { sum.stages[$0] }
    let position = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    let width = sum.stages.count
    moves = sum.moves.enumerated().compactMap { index, move in
      guard move.count > 0, let from = position[index / width], let to = position[index % width] else { return nil }
      return Move(from: from, to: to, count: move.count, rate: move.rate)
    }.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
    rules = zip(changes, sum.rules).map { change, effect in
      var effect = effect
      effect.change = change
      return effect
    }
    unexplained = sum.unexplained
    bins = sum.bins
    line = sum.line
    (rising, falling, staying) = (sum.rising, sum.falling, sum.staying)
    movers = sum.movers.map { mover in
      var mover = mover
      (mover.from, mover.to) = (position[mover.from] ?? 0, position[mover.to] ?? 0)
      return mover
    }
  }
}

/// Compares shard by shard, so that what rules give is never held for all leads at once.
struct ComparisonWork: Sendable {
  let old: Scores
  let new: Scores
  let population: Population
  let outcomes: [UInt8]?
  let moverCount: Int
  let empty: ComparisonPart
  /// For each stage of the old and of the new model its position among all stages.
  private let oldStages: [Int], newStages: [Int]
  /// How good a stage is: the lower the better.
  private let ranks: [Int]
  private let disqualified: Int
  private let none: Int
  private let ranking: (old: Int, new: Int)?
  /// For each stage whether it is above the line, by the old and by the new model.
  private let isAbove: (old: [Bool], new: [Bool])
  private let createdAt: [Int64]?
  private let binWidth: Int64
  /// A model of nothing but the rules that differ, each in a group of its own: old and new of each change in turn.
  private let plan: ScoringPlan
  /// For each of these groups the position of the rule's score in the old or the new model; nil for one without a rule.
  private let scoresOfCells: [Int?]
  private let outcomePlan: OutcomePlan

  init(
    _ old: Scores, _ new: Scores, _ population: Population, changes: [RuleChange], lineStage: String?,
    outcomes: [UInt8]?, moverCount: Int
  ) {
    self.old = old
    self.new = new
    self.population = population
    self.outcomes = outcomes
    self.moverCount = moverCount
    var names = new.model.stages.map(\.name)
    for stage in old.model.stages where !names.contains(stage.name) { names.append(stage.name) }
    oldStages = old.model.stages.map { stage in names.firstIndex(of: stage.name)! }
    newStages = new.model.stages.map { stage in names.firstIndex(of: stage.name)! }
    none = names.count
    disqualified = names.count + 1
    ranks = Array(0..<names.count + 2)
    if let a = old.model.rankingScore, let b = new.model.rankingScore { ranking = (a, b) } else { ranking = nil }
    if case .instant(let instants)? = population.leads.column("created_at") {
      createdAt = instants
    } else {
      createdAt = nil
    }
    let line = lineStage ?? new.model.stages.first?.name
    isAbove = (Self.above(line, old.model, names), Self.above(line, new.model, names))
    let (bins, width) = Self.bins(old, new, ranking)
    binWidth = width
    empty = ComparisonPart(
      stages: names.map { ModelComparison.StageFlow(name: $0) }
        + [ModelComparison.StageFlow(), ModelComparison.StageFlow(name: ScoringModel.disqualified)],
      rules: changes.map { ModelComparison.RuleEffect(change: $0) }, bins: bins,
      line: new.model.stages.isEmpty || old.model.stages.isEmpty ? nil : line.map { ModelComparison.Line(stage: $0) })
    scoresOfCells = changes.flatMap { change in
      [(change.old, old.model), (change.new, new.model)].map { rule, model in
        rule == nil ? nil : model.scores.firstIndex { $0.name == change.score }
      }
    }
    let model = Self.model(of: changes)
    plan = ScoringPlan(model, population, asOf: old.asOf, threads: 1)
    outcomePlan = OutcomePlan(model, asOf: old.asOf)
  }

  /// The stages that are not worse than the line's, in the model's own order.
  private static func above(_ line: String?, _ model: ScoringModel, _ names: [String]) -> [Bool] {
    var isAbove = Array(repeating: false, count: names.count + 2)
    guard let line, !model.stages.isEmpty else { return isAbove }
    // A model without that stage is taken at its best one.
    let last = model.stages.firstIndex { $0.name == line } ?? 0
    for stage in model.stages[...last] { isAbove[names.firstIndex(of: stage.name)!] = true }
    return isAbove
  }

  private static func model(of changes: [RuleChange]) -> ScoringModel {
    var score = Score("changes", rules: [])
    for (index, change) in changes.enumerated() {
      score.groups += [Score.Group("old \(index)"), Score.Group("new \(index)")]
      for (rule, group) in [(change.old, 2 * index), (change.new, 2 * index + 1)] {
        guard var rule else { continue }
        rule.group = group
        score.rules.append(rule)
      }
    }
    return ScoringModel(name: "", scores: [score])
  }

  /// Ten ranges, more or less, over what both models' ranking scores can be.
  private static func bins(
    _ old: Scores, _ new: Scores, _ ranking: (old: Int, new: Int)?
  ) -> (bins: [ModelComparison.Bin], width: Int64) {
    guard let ranking else { return ([], 1) }
    var low = Int64.max
    var high = Int64.min
    for (scores, index) in [(old, ranking.old), (new, ranking.new)] {
      let range = scores.model.scores[index].range
      if let minimum = range.minimum, let maximum = range.maximum {
        low = min(low, minimum.thousandths / 1000)
        high = max(high, maximum.thousandths / 1000)
        continue
      }
      for lead in 0..<scores.count {
        guard let score = scores.score(index, of: lead) else { continue }
        low = min(low, score)
        high = max(high, score)
      }
    }
    guard low <= high else { return ([], 1) }
    let width = max(1, (high - low + 9) / 10)
    var bins: [ModelComparison.Bin] = []
    for start in stride(from: low, to: max(high, low + 1), by: Int64.Stride(width)) {
      bins.append(ModelComparison.Bin(low: start, high: min(start + width - 1, high)))
    }
    bins[bins.count - 1].high = high
    return (bins, width)
  }

  /// The positions of the stages worth showing: all of the models, the others if somebody is there.
  func used(_ sum: ComparisonPart) -> [Int] {
    sum.stages.indices.filter { index in
      (index < none && !(old.model.stages.isEmpty && new.model.stages.isEmpty))
        || sum.stages[index].before + sum.stages[index].after > 0
    }
  }

  // MARK: A shard

  func part(ofShard index: Int) -> ComparisonPart {
    var part = empty
    let hasRules = !empty.rules.isEmpty
    var sums: [[Int64]] = []
    if hasRules {
      var worker = ShardWorker(
        plan, outcomePlan, population, shard: index, options: ScoringEngine.Options(keepsSums: true))
      sums = worker.scored().sums
      empty(&sums, shard: index)
    }
    let first = index * EventLog.leadsPerShard
    let count = population.events.shards[index].offsets.count - 1
    addDifferences(sums, to: &part)
    for row in 0..<count { add(first + row, row, sums, to: &part) }
    part.trimMovers(moverCount)
    return part
  }

  /// A rule gives nothing to a lead that does not have its score: one that is excluded, or that it is not for.
  private func empty(_ sums: inout [[Int64]], shard: Int) {
    for (index, score) in scoresOfCells.enumerated() {
      guard let score else { continue }
      let reported = (index % 2 == 0 ? old : new).shards[shard].reported[score]
      for row in reported.indices where reported[row] == Scores.none { sums[index][row] = 0 }
    }
  }

  /// What each changed rule does by itself, column by column.
  private func addDifferences(_ sums: [[Int64]], to part: inout ComparisonPart) {
    for rule in part.rules.indices {
      var leads = 0
      var billionths = 0.0
      let before = sums[2 * rule]
      let after = sums[2 * rule + 1]
      for row in before.indices where before[row] != after[row] {
        leads += 1
        billionths += Double(after[row] - before[row])
      }
      part.rules[rule].leads = leads
      part.rules[rule].points = billionths / Double(Points.billionthsPerPoint)
    }
  }

  private func add(_ lead: Int, _ row: Int, _ sums: [[Int64]], to part: inout ComparisonPart) {
    let from = place(lead, old, oldStages)
    let to = place(lead, new, newStages)
    let outcome = outcomes?[lead] ?? 0
    let before = ranking.flatMap { old.score($0.old, of: lead) }
    let after = ranking.flatMap { new.score($0.new, of: lead) }
    part.count(from: from, to: to, outcome)
    if let bin = bin(before) { part.bins[bin].before += 1 }
    if let bin = bin(after) { part.bins[bin].after += 1 }
    if part.line != nil { addToLine(lead, isAbove.old[from], isAbove.new[to], outcome, &part) }
    let difference = (after ?? 0) - (before ?? 0)
    if difference == 0 {
      part.staying += 1
    } else if difference > 0 {
      part.rising += 1
    } else {
      part.falling += 1
    }
    guard from != to || difference != 0 else { return }
    let isUp = from == to ? difference > 0 : ranks[to] < ranks[from]
    let cause = cause(of: isUp ? 1 : -1, row, sums)
    if from != to {
      if let cause {
        if isUp { part.rules[cause].movedUp += 1 } else { part.rules[cause].movedDown += 1 }
      } else if isUp {
        part.unexplained.up += 1
      } else {
        part.unexplained.down += 1
      }
    }
    part.consider(
      ModelComparison.Mover(lead: lead, before: before, after: after, from: from, to: to, cause: cause), moverCount)
  }

  /// The rule that pushes a lead most in a direction.
  private func cause(of direction: Int64, _ row: Int, _ sums: [[Int64]]) -> Int? {
    var best: Int?
    var most: Int64 = 0
    for rule in 0..<sums.count / 2 {
      let push = (sums[2 * rule + 1][row] - sums[2 * rule][row]) * direction
      if push > most { (best, most) = (rule, push) }
    }
    return best
  }

  private func place(_ lead: Int, _ scores: Scores, _ positions: [Int]) -> Int {
    if scores.exclusion(of: lead) != nil { return disqualified }
    return scores.stage(of: lead).map { positions[$0] } ?? none
  }

  private func bin(_ score: Int64?) -> Int? {
    guard let score, let first = empty.bins.first else { return nil }
    return min(empty.bins.count - 1, max(0, Int((score - first.low) / binWidth)))
  }

  private func addToLine(
    _ lead: Int, _ wasAbove: Bool, _ isAbove: Bool, _ outcome: UInt8, _ part: inout ComparisonPart
  ) {
    var line = part.line!
    part.line = nil
    line.before += wasAbove ? 1 : 0
    line.after += isAbove ? 1 : 0
    if wasAbove { line.beforeRate.add(outcome) }
    if isAbove { line.afterRate.add(outcome) }
    if isAbove, !wasAbove {
      line.entered += 1
      line.enteredRate.add(outcome)
    } else if wasAbove, !isAbove {
      line.left += 1
      line.leftRate.add(outcome)
    }
    part.line = line
    guard let created = createdAt?[lead], created != Column.missingInstant else { return }
    let instant = Instant(secondsSince1970: created)
    let week = old.asOf.ageInDays(of: instant) / 7
    guard created <= old.asOf.instant.secondsSince1970, 0..<Int64(ModelComparison.weekCount) ~= week else { return }
    part.weeks[Int(week)].created += 1
    part.weeks[Int(week)].before += wasAbove ? 1 : 0
    part.weeks[Int(week)].after += isAbove ? 1 : 0
  }
}
