extension RegularExpression {
  /// A nondeterministic automaton over bytes: several states can be active at once.
  ///
  /// It is built from a syntax tree, and is either turned into a `DFA` or, if that would be too large, simulated by
  /// keeping the set of active states. A set has each state at most once, so a byte costs at most as many steps as
  /// there are states, however the pattern repeats itself.
  ///
  /// Source: Ken Thompson, "Regular Expression Search Algorithm", Communications of the ACM 11(6), 1968.
  struct NFA: Sendable {
    /// The index of a state.
    typealias StateID = UInt16

    typealias StateSet = RegularExpression.StateSet

    enum State: Sendable {
      /// Reads a byte by one of these steps, given as indices into `steps`; none of them overlap.
      case read(Range<Int>)
      /// Goes on with both states.
      case split(StateID, StateID)
      /// Goes on at the start of the text.
      case start(then: StateID)
      /// Goes on at the end of the text.
      case end(then: StateID)
      /// The pattern has been found.
      case found
    }

    /// A range of bytes, and the state that reading one of them leads to.
    struct Step: Sendable, Hashable {
      var first: UInt8
      var last: UInt8
      var next: StateID
    }

    var states: [State] = [.found]
    var steps: [Step] = []
    /// The state that the search starts with, at every byte of the text again.
    var entry: StateID = 0
  }
}

extension RegularExpression.NFA {
  /// Whether the pattern is found anywhere in the text.
  ///
  /// - Complexity: O(*n* × *s*) for *n* bytes and *s* states.
  func matches(_ text: Span<UInt8>) -> Bool {
    var active = StateSet(capacity: states.count)
    var next = active
    activate(entry, isStart: true, isEnd: text.isEmpty, in: &active)
    for index in text.indices {
      if active.isFound { return true }
      if active.members.isEmpty { return false }
      let byte = text[index]
      let isEnd = index == text.count - 1
      next.removeAll()
      for state in active.members {
        guard case .read(let range) = states[Int(state)] else { continue }
        for step in steps[range] where step.first <= byte && byte <= step.last {
          activate(step.next, isStart: false, isEnd: isEnd, in: &next)
        }
      }
      activate(entry, isStart: false, isEnd: isEnd, in: &next)
      swap(&active, &next)
    }
    return active.isFound
  }

  /// Adds a state and all that can be reached from it without reading a byte.
  ///
  /// States that wait for the end of the text stay in the set like those that read; the rest only lead to others.
  ///
  /// - Parameters:
  ///   - isStart: Whether no byte has been read.
  ///   - isEnd: Whether no byte is left.
  func activate(_ state: StateID, isStart: Bool, isEnd: Bool, in set: inout StateSet) {
    set.visit(state)
    while let state = set.nextVisited() {
      switch states[Int(state)] {
      case .read:
        set.members.append(state)
      case .split(let one, let other):
        set.visit(other)
        set.visit(one)
      case .start(let then):
        if isStart { set.visit(then) }
      case .end(let then):
        if isEnd { set.visit(then) } else { set.members.append(state) }
      case .found:
        set.isFound = true
      }
    }
  }
}
