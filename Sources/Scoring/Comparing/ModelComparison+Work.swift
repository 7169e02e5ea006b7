import Leads

extension ModelComparison {
  /// Compares the scores of a population by two models.
  ///
  /// - Parameters:
  ///   - lineStage: the last stage that sales works; nil for the first stage of the new model.
  ///   - outcomes: for each lead 0 for not known, 1 for lost, 2 for won; nil if nothing is known.
  ///   - moverCount: how many of the leads that move furthest are kept.
  ///   - oldPopulation: the same leads in the same order as the old model reads them, where it reads them in another
  ///     way: columns of other types, or other texts that are missing.
  /// - Precondition: both scores are of these populations, as of the same moment.
  ///
  /// O(leads × changed rules + events of changed rules).
  public init(
    from old: Scores, to new: Scores, _ population: Population, oldPopulation: Population? = nil,
    lineStage: String? = nil, outcomes: [UInt8]? = nil, moverCount: Int = 20, threads: Int = 1
  ) {
    precondition(old.count == new.count && old.asOf == new.asOf)
    self.init(
      old, new.model, .scores(new), population, oldPopulation, RuleChange.changes(from: old.model, to: new.model),
      lineStage, outcomes, moverCount, threads)
  }

  /// Compares the scores of a population with those that another model gives, which `new` holds afterwards.
  ///
  /// If the sums of `old` were kept, and the models have the same scores and groups, only the rules that differ are
  /// evaluated, once. The result is that of scoring anew and comparing.
  public init(
    from old: Scores, to model: ScoringModel, _ population: Population, lineStage: String? = nil,
    outcomes: [UInt8]? = nil, moverCount: Int = 20, threads: Int = 1
  ) {
    let changes = RuleChange.changes(from: old.model, to: model)
    let rankingIsBounded = [old.model, model].allSatisfy { model in
      let range = model.rankingScore.map { model.scores[$0].range }
      return range == nil || range?.minimum != nil && range?.maximum != nil
    }
    guard ScoringEngine(model).canStart(from: old), rankingIsBounded, old.model.hasCells(namedAs: model) else {
      let new = ScoringEngine(model).rescored(old, of: population, options: .init(threads: threads))
      self.init(
        from: old, to: new, population, lineStage: lineStage, outcomes: outcomes, moverCount: moverCount,
        threads: threads)
      return
    }
    let plan = ScoringPlan(model, population, asOf: old.asOf, threads: 1, rules: [], judges: false)
    let cells = changes.map { change in
      (
        old: plan.cell(of: change.old, change.score, old.model), new: plan.cell(of: change.new, change.score, model)
      )
    }
    self.init(
      old, model, .model(plan, OutcomePlan(model, asOf: old.asOf), cells: cells), population, nil, changes, lineStage,
      outcomes, moverCount, threads)
  }

  private init(
    _ old: Scores, _ model: ScoringModel, _ target: ComparisonWork.Target, _ population: Population,
    _ oldPopulation: Population?, _ changes: [RuleChange], _ lineStage: String?, _ outcomes: [UInt8]?,
    _ moverCount: Int, _ threads: Int
  ) {
    precondition(old.count == population.leads.count && old.count == oldPopulation?.leads.count ?? old.count)
    let work = ComparisonWork(
      old, model, target, population, oldPopulation: oldPopulation, changes: changes, lineStage: lineStage,
      outcomes: outcomes, moverCount: min(max(0, moverCount), old.count))
    let shards = parallel(count: population.events.shards.count, threads: threads) { work.part(ofShard: $0) }
    var sum = work.empty
    for shard in shards { sum.add(shard.counted) }
    sum.trimMovers()
    self.old = old
    new = Scores(model: model, asOf: old.asOf, count: old.count, shards: shards.map(\.columns))
    rules = sum.rules
    unexplained = sum.unexplained
    bins = zip(work.bins, sum.bins).map {
      Bin(low: $0.lowerBound, high: $0.upperBound, before: $1.before, after: $1.after)
    }
    (rising, falling) = (sum.rising, sum.falling)
    staying = new.count - rising - falling
    line = Self.line(sum, work.stages)
    count(sum, work.stages)
  }

  /// Fills in stages, moves and movers, leaving out stages that neither model has and where nobody is.
  private mutating func count(_ sum: ComparisonPart, _ all: ComparisonStages) {
    let width = all.count
    func cell(_ from: Int, _ to: Int) -> ComparisonPart.Cell { sum.cells[from * width + to] }
    var positions: [Int?] = []
    let hasStages = !(old.model.stages.isEmpty && new.model.stages.isEmpty)
    for stage in 0..<width {
      var flow = StageFlow(name: all.names[stage])
      for other in 0..<width {
        let (out, into) = (cell(stage, other), cell(other, stage))
        flow.before += out.count
        flow.after += into.count
        flow.beforeRate = flow.beforeRate + out.rate
        flow.afterRate = flow.afterRate + into.rate
        if other == stage { continue }
        flow.left += out.count
        flow.entered += into.count
        flow.leftRate = flow.leftRate + out.rate
        flow.enteredRate = flow.enteredRate + into.rate
      }
      let isModels = hasStages && stage < width - 2
      let isShown = isModels || hasStages && flow.before + flow.after > 0
      positions.append(isShown ? stages.count : nil)
      if isShown { stages.append(flow) }
    }
    for from in 0..<width {
      for to in 0..<width where from != to {
        let cell = cell(from, to)
        guard cell.count > 0, let from = positions[from], let to = positions[to] else { continue }
        moves.append(Move(from: from, to: to, count: cell.count, rate: cell.rate))
      }
    }
    moves.sort { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
    movers = sum.movers.map { mover in
      var mover = mover
      (mover.from, mover.to) = (positions[mover.from] ?? 0, positions[mover.to] ?? 0)
      return mover
    }
  }

  private static func line(_ sum: ComparisonPart, _ stages: ComparisonStages) -> Line? {
    guard let name = stages.line else { return nil }
    var line = Line(stage: name)
    for (index, cell) in sum.cells.enumerated() {
      let was = stages.isAbove.old[index / stages.count]
      let isNow = stages.isAbove.new[index % stages.count]
      if was {
        line.before += cell.count
        line.beforeRate = line.beforeRate + cell.rate
      }
      if isNow {
        line.after += cell.count
        line.afterRate = line.afterRate + cell.rate
      }
      if isNow, !was {
        line.entered += cell.count
        line.enteredRate = line.enteredRate + cell.rate
      }
      if was, !isNow {
        line.left += cell.count
        line.leftRate = line.leftRate + cell.rate
      }
    }
    line.weeks = Array(sum.weeks.prefix((sum.weeks.lastIndex { $0.created > 0 } ?? -1) + 1))
    return line
  }
}

extension ScoringModel {
  /// Whether both have the same scores and groups by name and in the same order, none of them a part by tag, and no two
  /// rules of a score with one name: then a rule's cell is the same in both.
  fileprivate func hasCells(namedAs other: ScoringModel) -> Bool {
    func haveNames(_ score: Score) -> Bool { Set(score.rules.map(\.name)).count == score.rules.count }
    return scores.count == other.scores.count
      && zip(scores, other.scores).allSatisfy { a, b in
        a.name == b.name && a.tag == nil && b.tag == nil && a.groups.map(\.name) == b.groups.map(\.name)
          && haveNames(a) && haveNames(b)
      }
  }
}

extension ScoringPlan {
  /// The cell of a rule, by its score's name and its group in its own model; nil without a rule.
  fileprivate func cell(of rule: Rule?, _ score: String, _ model: ScoringModel) -> Int? {
    guard let rule, let index = model.scores.firstIndex(where: { $0.name == score }) else { return nil }
    return cellRanges[index].cells.lowerBound + (rule.group ?? model.scores[index].groups.count)
  }
}
