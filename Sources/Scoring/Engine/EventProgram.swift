import Conditions
import Leads

/// The event and idle rules of a model, compiled for the kinds of a population: for each kind what is to be done.
///
/// Scoring an event is a look-up of its kind, a look-up of the weight of its age, and an addition.
struct EventProgram: Sendable {
  /// Something to be done with an event of a kind.
  struct Step: Sendable {
    var mode: Mode
    /// The accumulator.
    var slot: Int32
    /// Where the weights by age start.
    var table: Int32
    /// The index of the last weight, which is that of all older ages.
    var last: Int32
    /// How many of the newest count, for `latest`.
    var limit: Int32
  }

  enum Mode: UInt8, Sendable {
    /// Add the weight.
    case add
    /// Keep the greatest weight, which is the newest occurrence's.
    case newest
    case addOncePerDay, addOncePerWeek, addLatest
    /// Keep the least age.
    case idle
  }

  /// A rule's accumulator and what becomes of it.
  struct Slot: Sendable {
    var cell: Int
    /// The rule's position among all rules, for reasons.
    var rule: Int32
    var sign: Int64
    var limits: (low: Int64, high: Int64)
    var body: Body

    enum Body: Sendable {
      case sum(thousandths: Int64)
      case atLeast(Int64, billionths: Int64)
      case idle(IdleRule)
    }
  }

  /// A rule with the cell to which it adds, and whether it is to be added (1) or taken away (-1).
  struct Assigned {
    var rule: Rule
    var position: Int32
    var cell: Int
    var sign: Int64
  }

  /// Stands above any age, so that the greatest of `idleBase - age` belongs to the least age.
  static let idleBase: Int64 = 1 << 40

  private(set) var slots: [Slot] = []
  private(set) var hasIdleRules = false
  private var needsHistory = false
  /// For each kind where its steps start; one more than kinds.
  private var starts: [UInt32] = []
  private var steps: [Step] = []
  private var weights: [Int32] = []

  init(_ rules: [Assigned], kinds: EventKinds, asOf: AsOf) {
    var stepsOfKind = Array(repeating: [Step](), count: kinds.count)
    let names = (0..<UInt32(kinds.names.pool.count)).map { Array(kinds.names.pool.text($0).foldedUTF8) }
    for assigned in rules {
      switch assigned.rule.body {
      case .attributes: continue
      case .events(let rule):
        let step = add(rule, assigned)
        for kind in Self.kinds(for: rule, kinds, names, asOf: asOf) { stepsOfKind[kind].append(step) }
      case .idle(let rule):
        hasIdleRules = true
        let ignored = Set(rule.ignoring.map { Array($0.utf8) })
        let step = Step(mode: .idle, slot: Int32(slots.count), table: 0, last: 0, limit: 0)
        addSlot(assigned, .idle(rule))
        for kind in 0..<kinds.count where !ignored.contains(names[Int(kinds.names.codes[kind])]) {
          stepsOfKind[kind].append(step)
        }
      }
    }
    for ofKind in stepsOfKind {
      starts.append(UInt32(steps.count))
      steps += ofKind
    }
    starts.append(UInt32(steps.count))
  }

  var isEmpty: Bool { slots.isEmpty }

  private mutating func addSlot(_ assigned: Assigned, _ body: Slot.Body) {
    let limits = assigned.rule.limits
    slots.append(
      Slot(
        cell: assigned.cell, rule: assigned.position, sign: assigned.sign, limits: (limits.lowest, limits.highest),
        body: body))
  }

  private mutating func add(_ rule: EventRule, _ assigned: Assigned) -> Step {
    let ofAge = rule.weights
    var step = Step(
      mode: .add, slot: Int32(slots.count), table: Int32(weights.count), last: Int32(ofAge.count - 1), limit: 0)
    weights += ofAge.map(Int32.init)
    switch rule.count {
    case .each, .atLeast: break
    case .once: step.mode = .newest
    case .eachPerDay: step.mode = .addOncePerDay
    case .eachPerWeek: step.mode = .addOncePerWeek
    case .latest(let count):
      step.mode = .addLatest
      step.limit = Int32(count)
    }
    if step.mode.rawValue >= Mode.addOncePerDay.rawValue { needsHistory = true }
    if case .atLeast(let needed) = rule.count {
      addSlot(assigned, .atLeast(Int64(needed), billionths: rule.points.billionths))
    } else {
      addSlot(assigned, .sum(thousandths: rule.points.thousandths))
    }
    return step
  }

  /// The kinds that a rule counts.
  private static func kinds(
    for rule: EventRule, _ kinds: EventKinds, _ names: [[UInt8]], asOf: AsOf
  ) -> [Int] {
    let wanted = Set(rule.names.map { Array($0.utf8) })
    let isWanted = names.map(wanted.contains)
    let named = (0..<kinds.count).filter { isWanted[Int(kinds.names.codes[$0])] }
    guard let condition = rule.condition, !named.isEmpty else { return named }
    let program = ConditionProgram([condition], asOf: asOf) { name in
      kinds.column(name).map { Classes(of: $0, name: name, conditions: [condition], asOf: asOf) }
    }
    let classes = program.columns.indices.map { index -> [UInt32] in
      var found = [UInt32](repeating: 0, count: kinds.count)
      if let column = kinds.column(program.columns[index]) {
        ClassFinder(column, program.classes[index]).find(0..<kinds.count, into: &found)
      }
      return found
    }
    let truths = program.truths(of: program.nodes[0], rows: kinds.count, classes: classes) { kinds.value($1, of: $0) }
    return named.filter { truths[$0] == 1 }
  }

  /// What a lead's events have added up to, slot by slot; kept from lead to lead to save allocations.
  struct Accumulator {
    fileprivate(set) var values: [Int64]
    /// What the counting modes remember of the lead's newer occurrences.
    fileprivate var history: [Int64]

    init(_ program: EventProgram) {
      values = Array(repeating: 0, count: program.slots.count)
      history = Array(repeating: -1, count: program.slots.count)
    }
  }

  /// Adds a lead's events, newest first, to an accumulator that is all zeros.
  @inline(__always)
  func add(
    _ events: Span<Event>, from start: Int, to end: Int, asOf: AsOf, into accumulator: inout Accumulator
  ) {
    add(events, from: start, to: end, asOf: asOf, &accumulator.values, &accumulator.history)
  }

  @inline(__always)
  private func add(
    _ events: Span<Event>, from start: Int, to end: Int, asOf: AsOf, _ sums: inout [Int64], _ history: inout [Int64]
  ) {
    let starts = starts.span
    let steps = steps.span
    let weights = weights.span
    var values = sums.mutableSpan
    // Whole days since 1970, with two days added so that an offset to the west leaves nothing negative.
    let shift = UInt64(bitPattern: asOf.utcOffset &+ 2 * AsOf.secondsPerDay)
    let today = asOf.day &+ 2
    var i = end
    while i > start {
      i -= 1
      let event = events[i]
      let kind = Int(event.kind)
      var s = Int(starts[kind])
      let behind = Int(starts[kind + 1])
      if s == behind { continue }
      let age = Int(today) &- Int((UInt64(event.secondsSince1970) &+ shift) / UInt64(AsOf.secondsPerDay))
      while s < behind {
        let step = steps[s]
        s += 1
        let slot = Int(step.slot)
        switch step.mode {
        case .add:
          values[slot] &+= Int64(weights[Int(step.table) + min(age, Int(step.last))])
        case .newest:
          values[slot] = max(values[slot], Int64(weights[Int(step.table) + min(age, Int(step.last))]))
        case .idle:
          values[slot] = max(values[slot], Self.idleBase &- Int64(age))
        case .addOncePerDay, .addOncePerWeek, .addLatest:
          let weight = Int64(weights[Int(step.table) + min(age, Int(step.last))])
          if Self.counts(step, age: age, history: &history[slot]) { values[slot] &+= weight }
        }
      }
    }
  }

  /// Whether an occurrence counts, given the lead's newer ones.
  @inline(never)
  private static func counts(_ step: Step, age: Int, history: inout Int64) -> Bool {
    switch step.mode {
    case .addOncePerDay:
      if history == Int64(age) { return false }
      history = Int64(age)
    case .addOncePerWeek:
      if history == Int64(age / 7) { return false }
      history = Int64(age / 7)
    default:
      if history + 1 >= Int64(step.limit) { return false }
      history += 1
    }
    return true
  }

  /// Empties an accumulator for the next lead.
  @inline(__always)
  func reset(_ accumulator: inout Accumulator) {
    for slot in accumulator.values.indices { accumulator.values[slot] = 0 }
    if needsHistory { for slot in accumulator.history.indices { accumulator.history[slot] = -1 } }
  }

  /// What a slot's rule gives for its accumulated value, in billionths.
  ///
  /// - Parameter leadAge: days since the lead was created, which count where it never did anything; nil if unknown.
  @inline(__always)
  func worth(_ slot: Int, _ value: Int64, leadAge: Int64?) -> Int64 {
    let rule = slots[slot]
    let worth: Int64
    switch rule.body {
    case .sum(let thousandths): worth = EventRule.product(min(value, EventRule.heaviest), thousandths)
    case .atLeast(let needed, let billionths): worth = value >= needed ? billionths : 0
    case .idle(let idle): worth = idle.worth(idleDays: value > 0 ? Self.idleBase - value : leadAge)
    }
    return min(max(worth, rule.limits.low), rule.limits.high)
  }
}
