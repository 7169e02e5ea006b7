import Conditions
import Leads

/// Scores the leads of one shard, a block at a time, so that what a block needs stays in the cache.
struct ShardWorker {
  static let blockSize = 1024

  private let plan: ScoringPlan
  private let outcomes: OutcomePlan
  private let population: Population
  private let options: ScoringEngine.Options
  private let shard: EventLog.Shard
  /// The shard's first lead.
  private let firstLead: Int
  private let leadCount: Int
  private var result = Scores.Columns()
  private var classes: [[UInt32]]
  /// For each cell the sums of the block's leads, one cell after the other, `blockSize` apart.
  private var sums: [Int64]
  /// For each slot of the event program what a lead's events have added up to, all zeros between leads.
  private var values: [Int64]
  /// For each slot what the counting modes remember, all -1 between leads.
  private var history: [Int64]

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
    sums = Array(repeating: 0, count: plan.cellCount * Self.blockSize)
    values = Array(repeating: 0, count: plan.events.slots.count)
    history = Array(repeating: -1, count: plan.events.slots.count)
  }

  /// The scores of the shard's leads.
  mutating func scored() -> Scores.Columns {
    result.prepare(plan.model, leads: leadCount, cells: options.keepsSums ? plan.cellCount : 0)
    if options.reasons {
      result.reasons = Array(repeating: .none, count: leadCount * Scores.reasonCount)
      result.leadsPerRule = Array(repeating: 0, count: plan.model.allRules.count)
    }
    forEachBlock { worker, rows in
      worker.findClasses(rows)
      worker.judge(rows)
      worker.addRules(rows)
    }
    return result
  }

  /// The scores of the shard's leads, whose earlier scores with their sums these are, and of whose rules the plan has
  /// only those that changed.
  mutating func rescored(_ earlier: Scores.Columns) -> Scores.Columns {
    result = earlier
    result.reasons = []
    result.leadsPerRule = []
    result.sums = []
    if options.keepsSums {
      result.sums = Array(repeating: Array(repeating: 0, count: leadCount), count: plan.cellCount)
    }
    if plan.model.stages.isEmpty { result.stages = Array(repeating: Scores.noStage, count: leadCount) }
    forEachBlock { worker, rows in
      worker.findClasses(rows)
      worker.addRules(rows)
      worker.addSums(earlier.sums, rows)
    }
    return result
  }

  private mutating func forEachBlock(_ addUp: (inout ShardWorker, Range<Int>) -> Void) {
    for start in stride(from: 0, to: leadCount, by: Self.blockSize) {
      let rows = start..<min(start + Self.blockSize, leadCount)
      addUp(&self, rows)
      if options.keepsSums { keepSums(rows) }
      outcomes.finish(rows, after: firstLead, sums: sums, stride: Self.blockSize, plan, &result)
    }
  }

  private mutating func addSums(_ earlier: [[Int64]], _ rows: Range<Int>) {
    for cell in earlier.indices {
      let ofCell = earlier[cell]
      let added = ofCell.span.extracting(rows)
      var target = sums.mutableSpan
      let start = cell * Self.blockSize
      for i in added.indices { target[start + i] &+= added[i] }
    }
  }

  private mutating func keepSums(_ rows: Range<Int>) {
    for cell in result.sums.indices {
      let start = cell * Self.blockSize
      result.sums[cell].replaceSubrange(rows, with: sums[start..<start + rows.count])
    }
  }

  private mutating func findClasses(_ rows: Range<Int>) {
    for (index, finder) in plan.finders.enumerated() {
      finder?.find(firstLead + rows.lowerBound..<firstLead + rows.upperBound, into: &classes[index])
    }
  }

  // MARK: Rules

  /// Adds what all rules give to the block's leads.
  private mutating func addRules(_ rows: Range<Int>) {
    for i in sums.indices { sums[i] = 0 }
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
      var target = sums.mutableSpan
      let start = cell * Self.blockSize
      for i in 0..<rows.count { target[start + i] &+= worths[Int(signatures[Int(codes[i])])] }
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
    let start = rule.cell * Self.blockSize
    let worth = rule.sign * rule.reason.worth
    for i in 0..<rows.count where truths[i] == 1 {
      sums[start + i] &+= worth
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
    // Taken out of `self` for the block, so that what follows reads and writes memory and nothing else.
    var (taken, sums, history) = ([Int64](), [Int64](), [Int64]())
    swap(&taken, &values)
    swap(&sums, &self.sums)
    swap(&history, &self.history)
    defer {
      swap(&taken, &values)
      swap(&sums, &self.sums)
      swap(&history, &self.history)
    }
    let shard = shard
    let program = plan.events
    let slots = program.slots
    let now = UInt32(clamping: plan.asOf.instant.secondsSince1970)
    let isBefore1970 = plan.asOf.instant.secondsSince1970 < 0
    for row in rows {
      let events = shard.events.span
      let start = Int(shard.offsets[row])
      var end = isBefore1970 ? start : Int(shard.offsets[row + 1])
      while end > start, events[end - 1].secondsSince1970 > now { end -= 1 }
      if end == start, !program.hasIdleRules { continue }
      var values = taken.mutableSpan
      if end > start {
        var remembered = history.mutableSpan
        program.add(events, from: start, to: end, asOf: plan.asOf, into: &values, history: &remembered)
      }
      let block = row - rows.lowerBound
      for index in slots.indices {
        let value = values[index]
        let slot = slots[index]
        if value == 0, slot.kind != .idle { continue }
        values[index] = 0
        let worth = program.worth(slot, value, leadAge: leadAge(row))
        sums[slot.cell &* Self.blockSize &+ block] &+= slot.sign &* worth
        if options.reasons, worth != 0 { consider(Scores.Reason(rule: slot.rule, worth: worth), for: row) }
      }
      if program.needsHistory { for index in history.indices { history[index] = -1 } }
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
