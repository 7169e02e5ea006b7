import Conditions
import Leads

/// Scores populations by a model.
///
///     let scores = ScoringEngine(model).scores(of: population, asOf: now)
///     scores.score(0, of: lead)
///
/// A condition is evaluated once for each distinct value, an event is a look-up and an addition, and all arithmetic is
/// in integers: the order of leads and events, and the number of threads, change nothing.
public struct ScoringEngine: Sendable {
  /// The model.
  public let model: ScoringModel

  /// What is wanted besides the scores.
  public struct Options: Sendable, Hashable {
    /// The most threads to use.
    public var threads: Int
    /// Whether to keep each lead's strongest reasons.
    public var reasons: Bool
    /// Whether to keep what `rescored(_:of:by:)` starts from: 8 bytes for each lead and group.
    public var keepsSums: Bool

    /// One thread and nothing more by default.
    public init(threads: Int = 1, reasons: Bool = false, keepsSums: Bool = false) {
      self.threads = threads
      self.reasons = reasons
      self.keepsSums = keepsSums
    }
  }

  /// An engine for a model.
  public init(_ model: ScoringModel) { self.model = model }

  /// The scores of all leads as of a moment.
  ///
  /// O(distinct values × conditions + leads × columns + events).
  public func scores(of population: Population, asOf: AsOf, options: Options = Options()) -> Scores {
    let plan = ScoringPlan(model, population, asOf: asOf, threads: options.threads)
    let outcomes = OutcomePlan(model, asOf: asOf)
    let shards = parallel(count: population.events.shards.count, threads: options.threads) { index in
      var worker = ShardWorker(plan, outcomes, population, shard: index, options: options)
      return worker.scored()
    }
    return Scores(model: model, asOf: asOf, count: population.leads.count, shards: shards)
  }
}

/// Scores the leads of one shard, a block at a time, so that what a block needs stays in the cache.
struct ShardWorker {
  static let blockSize = 1024

  let plan: ScoringPlan
  let outcomes: OutcomePlan
  let population: Population
  let options: ScoringEngine.Options
  let shard: EventLog.Shard
  /// The shard's first lead.
  let firstLead: Int
  let leadCount: Int
  private var result = Scores.Columns()
  private var classes: [[UInt32]]
  /// For each cell the sums of the block's leads.
  private var sums: [[Int64]]
  private var accumulator: EventProgram.Accumulator

  init(
    _ plan: ScoringPlan, _ outcomes: OutcomePlan, _ population: Population, shard index: Int,
    options: ScoringEngine.Options
  ) {
    self.plan = plan
    self.outcomes = outcomes
    self.population = population
    self.options = options
    shard = population.events.shards[index]
    firstLead = index * EventLog.leadsPerShard
    leadCount = shard.offsets.count - 1
    classes = plan.program.columns.map { _ in [UInt32](repeating: 0, count: Self.blockSize) }
    sums = Array(repeating: Array(repeating: 0, count: Self.blockSize), count: plan.cellCount)
    accumulator = EventProgram.Accumulator(plan.events)
  }

  mutating func scored() -> Scores.Columns {
    result.prepare(plan.model, leads: leadCount, cells: options.keepsSums ? plan.cellCount : 0)
    if options.reasons {
      result.reasons = Array(repeating: .none, count: leadCount * Scores.reasonCount)
      result.leadsPerRule = Array(repeating: 0, count: plan.model.allRules.count)
    }
    for start in stride(from: 0, to: leadCount, by: Self.blockSize) {
      let rows = start..<min(start + Self.blockSize, leadCount)
      findClasses(rows)
      judge(rows)
      addRules(rows)
      if options.keepsSums { keepSums(rows) }
      outcomes.finish(rows, sums: sums, from: 0, plan, &result)
    }
    return result
  }

  /// Adds what the plan's rules give to the sums of the whole shard, cell by cell.
  mutating func addRules(to target: inout [[Int64]]) {
    for start in stride(from: 0, to: leadCount, by: Self.blockSize) {
      let rows = start..<min(start + Self.blockSize, leadCount)
      findClasses(rows)
      addRules(rows)
      for cell in target.indices {
        let added = sums[cell]
        for i in 0..<rows.count { target[cell][rows.lowerBound + i] &+= added[i] }
      }
    }
  }

  private mutating func keepSums(_ rows: Range<Int>) {
    for cell in sums.indices { result.sums[cell].replaceSubrange(rows, with: sums[cell][..<rows.count]) }
  }

  // MARK: Rules

  private mutating func findClasses(_ rows: Range<Int>) {
    for (index, finder) in plan.finders.enumerated() {
      finder?.find(firstLead + rows.lowerBound..<firstLead + rows.upperBound, into: &classes[index])
    }
  }

  /// Adds what all rules give to the block's leads.
  private mutating func addRules(_ rows: Range<Int>) {
    for cell in sums.indices {
      for i in 0..<rows.count { sums[cell][i] = 0 }
    }
    for rules in plan.columnRules { add(rules, rows) }
    for rule in plan.compositeRules { add(rule, rows) }
    if !plan.events.isEmpty { addEvents(rows) }
  }

  private mutating func add(_ rules: ScoringPlan.ColumnRules, _ rows: Range<Int>) {
    let ofColumn = classes[rules.column]
    let codes = ofColumn.span
    let signatures = rules.signatures.span
    for (cell, worths) in rules.cells {
      let worths = worths.span
      var sums = sums[cell].mutableSpan
      for i in 0..<rows.count { sums[i] &+= worths[Int(signatures[Int(codes[i])])] }
    }
    guard options.reasons else { return }
    for i in 0..<rows.count {
      let signature = Int(signatures[Int(codes[i])])
      if signature == 0 { continue }
      for reason in rules.reasons[signature] { consider(reason, for: rows.lowerBound + i) }
    }
  }

  private mutating func add(_ rule: ScoringPlan.CompositeRule, _ rows: Range<Int>) {
    let truths = truths(of: rule.node, rows)
    let worth = rule.sign * rule.reason.worth
    for i in 0..<rows.count where truths[i] == 1 {
      sums[rule.cell][i] &+= worth
      if options.reasons, rule.reason.worth != 0 { consider(rule.reason, for: rows.lowerBound + i) }
    }
  }

  /// Keeps a reason, unless the lead is excluded, the score is not for it, or is the part of another with a tag.
  @inline(__always)
  private mutating func consider(_ reason: Scores.Reason, for row: Int) {
    let score = plan.scoreOfRule[Int(reason.rule)]
    if score < 0 || result.exclusions[row] != 0 { return }
    if let applies = result.applies[score], applies[row] == 0 { return }
    result.consider(reason, for: row)
  }

  private func truths(of node: ConditionProgram.Node, _ rows: Range<Int>) -> [UInt8] {
    let leads = population.leads
    let first = firstLead + rows.lowerBound
    return plan.program.truths(of: node, rows: rows.count, classes: classes) { leads.value($1, of: first + $0) }
  }

  private mutating func addEvents(_ rows: Range<Int>) {
    let shard = shard
    let events = shard.events.span
    let offsets = shard.offsets.span
    let now = UInt32(clamping: plan.asOf.instant.secondsSince1970)
    let isBefore1970 = plan.asOf.instant.secondsSince1970 < 0
    let program = plan.events
    for row in rows {
      let start = Int(offsets[row])
      var end = isBefore1970 ? start : Int(offsets[row + 1])
      while end > start, events[end - 1].secondsSince1970 > now { end -= 1 }
      if end == start, !program.hasIdleRules { continue }
      program.add(events, from: start, to: end, asOf: plan.asOf, into: &accumulator)
      for slot in accumulator.values.indices {
        let value = accumulator.values[slot]
        let rule = program.slots[slot]
        if value == 0, !rule.isIdle { continue }
        let worth = program.worth(slot, value, leadAge: value == 0 ? leadAge(row) : nil)
        sums[rule.cell][row - rows.lowerBound] &+= rule.sign * worth
        if options.reasons, worth != 0 { consider(Scores.Reason(rule: rule.rule, worth: worth), for: row) }
      }
      program.reset(&accumulator)
    }
  }

  private func leadAge(_ row: Int) -> Int64? {
    guard let created = plan.createdAt?[firstLead + row], created != Column.missingInstant else { return nil }
    return plan.asOf.ageInDays(of: Instant(secondsSince1970: created))
  }

  // MARK: Exclusions, conditions of scores, grade

  private mutating func judge(_ rows: Range<Int>) {
    for (index, node) in plan.exclusions.enumerated().reversed() {
      let truths = truths(of: node, rows)
      for i in 0..<rows.count where truths[i] == 1 {
        result.exclusions[rows.lowerBound + i] = UInt16(index + 1)
      }
    }
    for (score, node) in plan.applies.enumerated() {
      guard let node else { continue }
      result.applies[score]!.replaceSubrange(rows, with: truths(of: node, rows))
    }
    guard let profile = plan.model.grade else { return }
    var moved = [Int](repeating: 0, count: rows.count)
    for (criterion, nodes) in zip(profile.criteria, plan.criteria) {
      let holds = truths(of: nodes.holds, rows)
      let isKnown = truths(of: nodes.isKnown, rows)
      for i in 0..<rows.count {
        moved[i] += holds[i] == 1 ? criterion.match : isKnown[i] == 1 ? criterion.miss : 0
      }
    }
    for i in 0..<rows.count {
      result.grades[rows.lowerBound + i] = UInt8(profile.position(movedBy: moved[i]))
    }
  }
}

extension EventProgram.Slot {
  /// Whether the slot is that of an idle rule, which gives something where nothing happened.
  var isIdle: Bool { if case .idle = body { true } else { false } }
}

extension Scores.Columns {
  /// Makes room for the results of so many leads.
  mutating func prepare(_ model: ScoringModel, leads: Int, cells: Int) {
    reported = Array(repeating: Array(repeating: Scores.none, count: leads), count: model.scores.count)
    exclusions = Array(repeating: 0, count: leads)
    stages = Array(repeating: Scores.noStage, count: leads)
    grades = model.grade == nil ? [] : Array(repeating: 0, count: leads)
    applies = model.scores.map { $0.condition == nil ? nil : Array(repeating: 0, count: leads) }
    sums = Array(repeating: Array(repeating: 0, count: leads), count: cells)
  }

  /// Keeps a reason if it is among the lead's strongest; of two as strong the earlier rule stands first.
  @inline(__always)
  mutating func consider(_ reason: Scores.Reason, for row: Int) {
    leadsPerRule[Int(reason.rule)] += 1
    let start = row * Scores.reasonCount
    let last = start + Scores.reasonCount - 1
    if !reason.isStronger(than: reasons[last]) { return }
    var place = last
    while place > start, reason.isStronger(than: reasons[place - 1]) {
      reasons[place] = reasons[place - 1]
      place -= 1
    }
    reasons[place] = reason
  }
}

extension Scores.Reason {
  /// Whether it weighs more than the other, either way.
  @inline(__always)
  func isStronger(than other: Scores.Reason) -> Bool {
    if other.rule < 0 { return true }
    if worth.magnitude != other.worth.magnitude { return worth.magnitude > other.worth.magnitude }
    return rule < other.rule
  }
}
