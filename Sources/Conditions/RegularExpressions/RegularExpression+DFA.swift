extension RegularExpression {
  /// A deterministic automaton over bytes, as a table: one state is active, and a byte costs two look-ups.
  ///
  /// The table has a row per state and a column per byte class, and one more column for the end of the text. An entry
  /// is where the row of the next state starts. Row 0 is not used; its first two positions stand for the two states
  /// that nothing leaves, and that end the search: `failed` and `found`.
  struct DFA: Sendable {
    /// The pattern cannot be found any more.
    static let failed: UInt32 = 0

    /// The pattern has been found.
    static let found: UInt32 = 1

    /// The byte class of each byte.
    let classes: [UInt8]

    let table: [UInt32]

    /// The column for the end of the text, which is the last.
    let endColumn: Int

    /// Where the search starts.
    let start: UInt32

    /// The same automaton for two bytes at a time, if it is small.
    let pairs: PairTable?

    init(classes: ByteClasses, table: [UInt32], start: UInt32) {
      self.classes = classes.numbers
      self.table = table
      endColumn = classes.count
      self.start = start
      pairs = PairTable(classes, table)
    }
  }
}

extension RegularExpression.DFA {
  /// Whether the pattern is found anywhere in the text.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  func matches(_ text: Span<UInt8>) -> Bool {
    let classes = classes.span
    let table = table.span
    var state = start
    var index = 0
    if let pairs, state > Self.found {
      state = pairs.state(after: text, from: state)
      index = text.count & ~1
    }
    while state > Self.found, index < text.count {
      state = table[Int(state) + Int(classes[Int(text[index])])]
      index += 1
    }
    return state > Self.found ? table[Int(state) + endColumn] == Self.found : state == Self.found
  }
}
