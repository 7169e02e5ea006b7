extension RegularExpression.DFA {
  /// The automaton that behaves like a nondeterministic one, by subset construction; nil if it exceeds the limits.
  ///
  /// A state is the set of nondeterministic states that are active together. The set before the first byte gets a row
  /// of its own, because only there does `^` hold; no byte leads back to that row.
  ///
  /// - Complexity: O(`limits.dfaSteps`), which bounds time and memory alike.
  init?(_ nfa: RegularExpression.NFA, limits: RegularExpression.Limits) {
    var builder = Builder(nfa, limits: limits)
    guard let start = builder.start(), builder.addRows() else { return nil }
    self.init(classes: builder.classes, table: builder.table, start: start)
  }

  private struct Builder {
    typealias NFA = RegularExpression.NFA
    typealias StateID = NFA.StateID

    let nfa: NFA
    let limits: RegularExpression.Limits
    let classes: RegularExpression.ByteClasses
    private let stride: Int

    /// Rows that have been filled, after the unused first one.
    private(set) var table: [UInt32]

    /// The active states that each row stands for, filled or not; the first row is the unused one.
    private var subsets: [[StateID]] = [[]]
    private var rows: [[StateID]: UInt32] = [:]

    private var active: RegularExpression.StateSet
    private var steps = 0

    init(_ nfa: NFA, limits: RegularExpression.Limits) {
      self.nfa = nfa
      self.limits = limits
      classes = .init(nfa)
      stride = classes.count + 1
      table = Array(repeating: RegularExpression.DFA.failed, count: stride)
      active = .init(capacity: nfa.states.count)
    }

    /// Makes the row for the start of the text and returns where it starts; nil if that exceeds the limits.
    mutating func start() -> UInt32? {
      nfa.activate(nfa.entry, isStart: true, isEnd: false, in: &active)
      if active.isFound { return RegularExpression.DFA.found }
      return newRow(active.members.sorted())
    }

    /// Fills all rows, including those that this adds; false if that exceeds the limits.
    mutating func addRows() -> Bool {
      var targets: [[StateID]] = Array(repeating: [], count: classes.count)
      var row = 1
      while row < subsets.count {
        for column in targets.indices { targets[column].removeAll(keepingCapacity: true) }
        collectTargets(of: subsets[row], in: &targets)
        for column in targets.indices {
          if column > 0, targets[column] == targets[column - 1] {
            table.append(table[table.count - 1])
          } else if let next = rowReached(by: targets[column]) {
            table.append(next)
          } else {
            return false
          }
        }
        let isFound = endFinds(subsets[row], isStart: row == 1)
        table.append(isFound ? RegularExpression.DFA.found : RegularExpression.DFA.failed)
        row += 1
        if steps + active.visits > limits.dfaSteps { return false }
      }
      return true
    }

    /// Sorts the states that follow a subset by the byte class that leads there.
    private mutating func collectTargets(of subset: [StateID], in targets: inout [[StateID]]) {
      for state in subset {
        guard case .read(let range) = nfa.states[Int(state)] else { continue }
        for step in nfa.steps[range] {
          for column in classes.range(of: step) {
            targets[column].append(step.next)
            steps += 1
          }
        }
      }
    }

    /// The row for the states that a byte has led to and those that a new search starts with.
    private mutating func rowReached(by targets: [StateID]) -> UInt32? {
      active.removeAll()
      for target in targets {
        nfa.activate(target, isStart: false, isEnd: false, in: &active)
      }
      nfa.activate(nfa.entry, isStart: false, isEnd: false, in: &active)
      if active.isFound { return RegularExpression.DFA.found }
      if active.members.isEmpty { return RegularExpression.DFA.failed }
      active.members.sort()
      if let known = rows[active.members] { return known }
      let row = newRow(active.members)
      rows[active.members] = row
      return row
    }

    /// Makes a row that is yet to be filled; nil if that exceeds the limits.
    private mutating func newRow(_ subset: [StateID]) -> UInt32? {
      let start = subsets.count * stride
      guard subsets.count <= limits.dfaStates, (start + stride) * MemoryLayout<UInt32>.size <= limits.dfaBytes,
        steps + active.visits <= limits.dfaSteps
      else { return nil }
      subsets.append(subset)
      return UInt32(start)
    }

    /// Whether the pattern is found if the text ends with these states active.
    private mutating func endFinds(_ subset: [StateID], isStart: Bool) -> Bool {
      active.removeAll()
      for state in subset {
        nfa.activate(state, isStart: isStart, isEnd: true, in: &active)
      }
      return active.isFound
    }
  }
}
