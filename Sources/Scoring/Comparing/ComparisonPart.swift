/// What has been counted of some leads.
struct ComparisonPart: Sendable {
  /// How many leads go from one stage to another, and how many of those whose outcome is known were won.
  struct Cell: Sendable {
    var count = 0
    var rate = CloseRate()
  }

  /// From stage times the number of stages plus to stage; staying where it is counts too.
  var cells: [Cell]
  /// By range of the ranking score, before and after.
  var bins: [(before: Int, after: Int)]
  var weeks = (0..<ModelComparison.weekCount).map { ModelComparison.Week(age: $0) }
  var rules: [ModelComparison.RuleEffect]
  var unexplained = (up: 0, down: 0)
  var rising = 0
  var falling = 0
  private(set) var movers: [ModelComparison.Mover] = []
  private let moverCount: Int
  /// The last of those kept at the last sorting, when there were enough; whoever moves less far is not kept.
  private var last: ModelComparison.Mover?

  init(stageCount: Int, binCount: Int, changes: [RuleChange], moverCount: Int) {
    cells = Array(repeating: Cell(), count: stageCount * stageCount)
    bins = Array(repeating: (0, 0), count: binCount)
    rules = changes.map { ModelComparison.RuleEffect(change: $0) }
    self.moverCount = moverCount
  }

  /// Keeps a lead if it may be among those that move furthest.
  mutating func consider(_ mover: ModelComparison.Mover) {
    if let last, !mover.isFurther(than: last) { return }
    movers.append(mover)
    // Sorted now and then, not for each lead.
    if movers.count > 2 * moverCount + 64 { trimMovers() }
  }

  mutating func trimMovers() {
    movers.sort { $0.isFurther(than: $1) }
    if movers.count > moverCount { movers.removeLast(movers.count - moverCount) }
    last = moverCount > 0 && movers.count == moverCount ? movers.last : nil
  }

  /// Adds what was counted of other leads.
  mutating func add(_ other: ComparisonPart) {
    for index in cells.indices {
      cells[index].count += other.cells[index].count
      cells[index].rate = cells[index].rate + other.cells[index].rate
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
    for index in rules.indices {
      rules[index].leads += other.rules[index].leads
      rules[index].points += other.rules[index].points
      rules[index].movedUp += other.rules[index].movedUp
      rules[index].movedDown += other.rules[index].movedDown
    }
    unexplained = (unexplained.up + other.unexplained.up, unexplained.down + other.unexplained.down)
    rising += other.rising
    falling += other.falling
    movers += other.movers
    if movers.count > 2 * moverCount + 64 { trimMovers() }
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
