extension RegularExpression {
  /// The syntax tree of a pattern: what it means, without how it was written.
  ///
  ///     ab|c*    .alternation([.concatenation([a, b]), .repetition(c, 0...)])
  ///
  /// Trees are made with `sequence`, `choice` and `repeated`, which leave out what has no effect. So every node but
  /// `empty` becomes at least one state of the automaton, and a repeat of nothing cannot cost time without being
  /// counted. Groups leave no trace except the shape of the tree. The height is bounded by `Limits.groupDepth`.
  indirect enum Node: Sendable {
    /// Nothing, which is found everywhere.
    case empty
    /// One scalar out of a set; an empty set is never found.
    case scalar(ScalarSet)
    /// The start of the text.
    case start
    /// The end of the text.
    case end
    /// One after the other; at least two.
    case concatenation([Node])
    /// Any of them; at least two.
    case alternation([Node])
    /// The same thing several times.
    case repetition(Node, Repeat)
  }

  /// How often something is repeated.
  struct Repeat: Sendable {
    var minimum: Int
    /// Not less than `minimum`; nil for any number.
    var maximum: Int?
    /// Where the repeat stands in the pattern, in scalars.
    var offset: Int
  }
}

extension RegularExpression.Node {
  /// The items one after the other.
  static func sequence(_ items: [Self]) -> Self {
    let items = items.filter { !$0.isEmpty }
    return switch items.count {
    case 0: .empty
    case 1: items[0]
    default: .concatenation(items)
    }
  }

  /// Any one of the options, of which there is at least one.
  static func choice(_ options: [Self]) -> Self {
    options.count == 1 ? options[0] : .alternation(options)
  }

  /// The item as often as the repeat says.
  static func repeated(_ item: Self, _ times: RegularExpression.Repeat) -> Self {
    if item.isEmpty || times.maximum == 0 {
      .empty
    } else if times.minimum == 1, times.maximum == 1 {
      item
    } else {
      .repetition(item, times)
    }
  }

  private var isEmpty: Bool {
    if case .empty = self { true } else { false }
  }
}
