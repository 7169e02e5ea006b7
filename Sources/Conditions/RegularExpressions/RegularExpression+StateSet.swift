extension RegularExpression {
  /// The active states of an automaton, emptied and filled again for every byte.
  ///
  /// Whether a state has been seen is a stamp that is compared with the number of the current round, so emptying the
  /// set does not touch its storage. Following the empty moves uses a list rather than recursion: their chains can be
  /// as long as the automaton.
  struct StateSet {
    typealias StateID = NFA.StateID

    /// The states that read a byte or wait for the end of the text, in the order they were reached.
    var members: [StateID] = []

    /// Whether the pattern has been found.
    var isFound = false

    /// How many states have been seen since the set was made, in all rounds.
    private(set) var visits = 0

    private var stamps: [Int]
    private var round = 1
    private var waiting: [StateID] = []

    /// An empty set for states below `capacity`.
    init(capacity: Int) {
      stamps = Array(repeating: 0, count: capacity)
    }

    mutating func removeAll() {
      members.removeAll(keepingCapacity: true)
      isFound = false
      round += 1
    }

    /// Puts a state on the list of those to follow, unless it has been there in this round.
    mutating func visit(_ state: StateID) {
      guard stamps[Int(state)] != round else { return }
      stamps[Int(state)] = round
      visits += 1
      waiting.append(state)
    }

    /// Takes a state from the list; nil when all have been followed.
    mutating func nextVisited() -> StateID? {
      waiting.popLast()
    }
  }
}
