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

  /// A rule's accumulator and what becomes of it. Plain numbers, because it is read for every lead.
  struct Slot: Sendable {
    enum Kind: UInt8, Sendable { case sum, atLeast, idle }

    var kind: Kind
    /// 1 to add what the rule gives, -1 to take it away.
    var sign: Int64
    var cell: Int
    /// The rule's position among all rules, for reasons.
    var rule: Int32
    var lowest: Int64
    var highest: Int64
    /// For a sum the points in thousandths, for `atLeast` in billionths.
    var points: Int64 = 0
    /// For `atLeast` how many are needed.
    var needed: Int64 = 0
    /// For an idle rule its position in `idleRules`.
    var idleRule = 0
  }

  /// A rule with the cell to which it adds, and whether it is to be added (1) or taken away (-1).
  struct Assigned {
    var rule: Rule
    var position: Int32
    var cell: Int
    var sign: Int64
  }

  /// Stands above any age, so that the greatest of `idleBase - age` belongs to the least age.
  static var idleBase: Int64 { 1 << 40 }

  private(set) var slots: [Slot] = []
  private var idleRules: [IdleRule] = []
  var hasIdleRules: Bool { !idleRules.isEmpty }
  /// Whether some rule counts by what the lead's newer occurrences were.
  private(set) var needsHistory = false
  /// For each kind where its steps start, in the high 32 bits, and how many they are; 0 for none. One word, because it is
  /// read for every event.
  private var stepsOfKind: [UInt64] = []
  private var steps: [Step] = []
  private var weights: [Int32] = []

  init(_ rules: [Assigned], kinds: EventKinds, asOf: AsOf) {
    var ofKind = Array(repeating: [Step](), count: kinds.count)
    let names = (0..<UInt32(kinds.names.pool.count)).map { Array(kinds.names.pool.text($0).foldedUTF8) }
    for assigned in rules {
      switch assigned.rule.body {
      case .attributes: continue
      case .events(let rule):
        let step = add(rule, assigned, asOf: asOf)
        for kind in Self.kinds(for: rule, kinds, names, asOf: asOf) { ofKind[kind].append(step) }
      case .idle(let rule):
        let ignored = Set(rule.ignoring.map { Array($0.utf8) })
        let step = Step(mode: .idle, slot: Int32(slots.count), table: 0, last: 0, limit: 0)
        var slot = Self.slot(.idle, assigned)
        slot.idleRule = idleRules.count
        slots.append(slot)
        idleRules.append(rule)
        for kind in 0..<kinds.count where !ignored.contains(names[Int(kinds.names.codes[kind])]) {
          ofKind[kind].append(step)
        }
      }
    }
    for added in ofKind {
      stepsOfKind.append(added.isEmpty ? 0 : UInt64(steps.count) << 32 | UInt64(added.count))
      steps += added
    }
  }

  var isEmpty: Bool { slots.isEmpty }

  private static func slot(_ kind: Slot.Kind, _ assigned: Assigned) -> Slot {
    Slot(
      kind: kind, sign: assigned.sign, cell: assigned.cell, rule: assigned.position,
      lowest: assigned.rule.limits.lowest, highest: assigned.rule.limits.highest)
  }

  private mutating func add(_ rule: EventRule, _ assigned: Assigned, asOf: AsOf) -> Step {
    // Events start in 1970, a day earlier or later where the workspace is; no text gives a year after 9999.
    let ofAge = rule.weights(oldestAge: Int(min(asOf.day + 2, 3_000_000)))
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
    var slot = Self.slot(.sum, assigned)
    slot.points = rule.points.thousandths
    if case .atLeast(let needed) = rule.count {
      slot.kind = .atLeast
      slot.needed = Int64(needed)
      slot.points = rule.points.billionths
    }
    slots.append(slot)
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

  /// Adds a lead's events, newest first, to accumulators that are all zeros (and a history of all -1).
  ///
  /// - Parameters:
  ///   - values: for each slot what the events have added up to.
  ///   - history: for each slot what the counting modes remember of the lead's newer occurrences.
  @inline(__always)
  func add(
    _ events: Span<Event>, from start: Int, to end: Int, asOf: AsOf, into values: inout MutableSpan<Int64>,
    history: inout MutableSpan<Int64>
  ) {
    let stepsOfKind = stepsOfKind.span
    let steps = steps.span
    let weights = weights.span
    // Whole days since 1970, with two days added so that an offset to the west leaves nothing negative.
    let shift = UInt64(bitPattern: asOf.utcOffset &+ 2 * AsOf.secondsPerDay)
    let today = asOf.day &+ 2
    var i = end
    while i > start {
      i -= 1
      let event = events[i]
      let ofKind = stepsOfKind[Int(event.kind)]
      if ofKind == 0 { continue }
      var s = Int(truncatingIfNeeded: ofKind >> 32)
      let behind = s &+ Int(truncatingIfNeeded: ofKind & 0xFFFF_FFFF)
      let age = Int(today) &- Int((UInt64(event.secondsSince1970) &+ shift) / UInt64(AsOf.secondsPerDay))
      while s < behind {
        let step = steps[s]
        s += 1
        let slot = Int(step.slot)
        if step.mode == .idle {
          values[slot] = max(values[slot], Self.idleBase &- Int64(age))
          continue
        }
        let weight = Int64(weights[Int(step.table) &+ min(age, Int(step.last))])
        switch step.mode {
        case .add, .idle: values[slot] &+= weight
        case .newest: values[slot] = max(values[slot], weight)
        case .addOncePerDay, .addOncePerWeek, .addLatest:
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

  /// What a slot's rule gives for its accumulated value, in billionths.
  ///
  /// - Parameter leadAge: days since the lead was created, which count where it never did anything; nil if unknown.
  @inline(__always)
  func worth(_ slot: Slot, _ value: Int64, leadAge: @autoclosure () -> Int64?) -> Int64 {
    let worth: Int64
    switch slot.kind {
    case .sum: worth = EventRule.product(min(value, EventRule.heaviest), slot.points)
    case .atLeast: worth = value >= slot.needed ? slot.points : 0
    case .idle: worth = idleRules[slot.idleRule].worth(idleDays: value > 0 ? Self.idleBase - value : leadAge())
    }
    return min(max(worth, slot.lowest), slot.highest)
  }
}
