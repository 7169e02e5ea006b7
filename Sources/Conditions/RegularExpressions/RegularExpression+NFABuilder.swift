extension RegularExpression.NFA {
  /// The automaton for a syntax tree.
  ///
  /// - Throws: If it would have more states than the limits allow. Building stops there; nothing is expanded first.
  init(_ node: RegularExpression.Node, limits: RegularExpression.Limits) throws(RegularExpression.Failure) {
    var builder = Builder(limit: limits.nfaStates)
    let entry = try builder.add(node, then: 0)
    self = builder.nfa
    self.entry = entry
  }

  /// Builds an automaton from its end to its start.
  ///
  /// Each part is added when the state that follows it is known, so only loops need to be closed afterwards. State 0
  /// is the one that has found the pattern.
  struct Builder {
    typealias Failure = RegularExpression.Failure
    typealias Node = RegularExpression.Node

    let limit: Int
    private(set) var nfa = RegularExpression.NFA()

    /// Where the outermost repeat that is being expanded stands in the pattern: the one to blame for growth.
    private var repeatOffset: Int?

    init(limit: Int) {
      precondition(limit <= Int(StateID.max), "the number of a state would not fit")
      self.limit = limit
    }

    /// Adds the states for a node and returns the one it starts with.
    mutating func add(_ node: Node, then next: StateID) throws(Failure) -> StateID {
      switch node {
      case .empty:
        return next
      case .scalar(let set):
        return try add(set, then: next)
      case .start:
        return try add(.start(then: next))
      case .end:
        return try add(.end(then: next))
      case .concatenation(let items):
        var entry = next
        for item in items.reversed() {
          entry = try add(item, then: entry)
        }
        return entry
      case .alternation(let options):
        var entry = try add(options[options.count - 1], then: next)
        for option in options.dropLast().reversed() {
          entry = try add(.split(add(option, then: next), entry))
        }
        return entry
      case .repetition(let item, let times):
        let outer = repeatOffset
        repeatOffset = outer ?? times.offset
        defer { repeatOffset = outer }
        return try add(item, times, then: next)
      }
    }

    /// Adds a state that reads a byte by one of the steps.
    mutating func add(_ steps: [Step]) throws(Failure) -> StateID {
      let start = nfa.steps.count
      nfa.steps += steps
      return try add(.read(start..<nfa.steps.count))
    }

    /// Adds copies of an item: first those that have to be there, then those that may be.
    private mutating func add(
      _ item: Node, _ times: RegularExpression.Repeat, then next: StateID
    ) throws(Failure) -> StateID {
      var entry = next
      var needed = times.minimum
      if let maximum = times.maximum {
        for _ in times.minimum..<maximum {
          entry = try add(.split(add(item, then: entry), next))
        }
      } else {
        let loop = try add(.split(next, next))
        let body = try add(item, then: loop)
        nfa.states[Int(loop)] = .split(body, next)
        entry = needed == 0 ? loop : body
        needed = max(0, needed - 1)
      }
      for _ in 0..<needed {
        entry = try add(item, then: entry)
      }
      return entry
    }

    private mutating func add(_ state: State) throws(Failure) -> StateID {
      guard nfa.states.count < limit else {
        throw Failure(
          at: repeatOffset ?? 0, "this pattern grows to more than \(Failure.grouped(limit)) states",
          hint: "use smaller counts, or * and +")
      }
      nfa.states.append(state)
      return StateID(nfa.states.count - 1)
    }
  }
}
