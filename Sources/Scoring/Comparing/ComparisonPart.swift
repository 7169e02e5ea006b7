/// What has been counted of some leads.
struct ComparisonPart: Sendable {
  var stages: [ModelComparison.StageFlow]
  var rules: [ModelComparison.RuleEffect]
  var bins: [ModelComparison.Bin]
  var line: ModelComparison.Line?
  var weeks = (0..<ModelComparison.weekCount).map { ModelComparison.Week(age: $0) }
  /// From stage times the number of stages plus to stage.
  var moves: [(count: Int, rate: CloseRate)]
  var unexplained = (up: 0, down: 0)
  var rising = 0
  var falling = 0
  var staying = 0
  var movers: [ModelComparison.Mover] = []

  init(
    stages: [ModelComparison.StageFlow], rules: [ModelComparison.RuleEffect], bins: [ModelComparison.Bin],
    line: ModelComparison.Line?
  ) {
    self.stages = stages
    self.rules = rules
    self.bins = bins
    self.line = line
    moves = Array(repeating: (0, CloseRate()), count: stages.count * stages.count)
  }

  /// Counts a lead in its stages.
  mutating func count(from: Int, to: Int, _ outcome: UInt8) {
    stages[from].before += 1
    stages[to].after += 1
    if outcome != 0 {
      stages[from].beforeRate.add(outcome)
      stages[to].afterRate.add(outcome)
    }
    if from == to { return }
    stages[from].left += 1
    stages[to].entered += 1
    stages[from].leftRate.add(outcome)
    stages[to].enteredRate.add(outcome)
    moves[from * stages.count + to].count += 1
    moves[from * stages.count + to].rate.add(outcome)
  }

  /// Keeps a lead if it may be among those that move furthest.
  mutating func consider(_ mover: ModelComparison.Mover, _ count: Int) {
    movers.append(mover)
    // Sorted now and then, not for each lead.
    if movers.count > 8 * count + 64 { trimMovers(count) }
  }

  mutating func trimMovers(_ count: Int) {
    movers.sort { $0.isFurther(than: $1) }
    if movers.count > count { movers.removeLast(movers.count - count) }
  }

  /// Adds what was counted of other leads.
  mutating func add(_ other: ComparisonPart, moverCount: Int) {
    for index in stages.indices { stages[index].add(other.stages[index]) }
    for index in moves.indices {
      moves[index].count += other.moves[index].count
      moves[index].rate = moves[index].rate + other.moves[index].rate
    }
    for index in rules.indices {
      rules[index].leads += other.rules[index].leads
      rules[index].points += other.rules[index].points
      rules[index].movedUp += other.rules[index].movedUp
      rules[index].movedDown += other.rules[index].movedDown
    }
    for index in bins.indices {
      bins[index].before += other.bins[index].before
      bins[index].after += other.bins[index].after
    }
    for index in weeks.indices {
      weeks[index].created += other.weeks[index].created
      weeks[index].before += other.weeks[index].before
      weeks[index].after += other.weeks[index].after
    }
    unexplained = (unexplained.up + other.unexplained.up, unexplained.down + other.unexplained.down)
    rising += other.rising
    falling += other.falling
    staying += other.staying
    if let more = other.line { line?.add(more) }
    line?.weeks = Array(weeks.prefix((weeks.lastIndex { $0.created > 0 } ?? -1) + 1))
    movers += other.movers
    trimMovers(moverCount)
  }
}

extension ModelComparison.Mover {
  /// Whether it moves further than the other: a change of stage before one of the score alone, then by the difference
  /// of scores, then by row.
  fileprivate func isFurther(than other: Self) -> Bool {
    if (from != to) != (other.from != other.to) { return from != to }
    return (other.distance, lead) < (distance, other.lead)
  }

  private var distance: Int64 { abs((after ?? 0) - (before ?? 0)) }
}

extension ModelComparison.StageFlow {
  fileprivate mutating func add(_ other: Self) {
    before += other.before
    after += other.after
    entered += other.entered
    left += other.left
    beforeRate = beforeRate + other.beforeRate
    afterRate = afterRate + other.afterRate
    enteredRate = enteredRate + other.enteredRate
    leftRate = leftRate + other.leftRate
  }
}

extension ModelComparison.Line {
  fileprivate mutating func add(_ other: Self) {
    before += other.before
    after += other.after
    entered += other.entered
    left += other.left
    beforeRate = beforeRate + other.beforeRate
    afterRate = afterRate + other.afterRate
    enteredRate = enteredRate + other.enteredRate
    leftRate = leftRate + other.leftRate
  }
}
