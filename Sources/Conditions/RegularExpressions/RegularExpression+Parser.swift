extension RegularExpression {
  /// Reads a pattern into a syntax tree, or says where it goes wrong.
  ///
  /// Recursive descent, one function per level of the grammar; each starts with `position` at the first scalar of its
  /// part and leaves it behind the last. Classes, escapes and repeats are in files of their own.
  ///
  ///     alternation    = concatenation *("|" concatenation)
  ///     concatenation  = *(atom [repeat])
  ///     atom           = group / class / escape / "." / "^" / "$" / literal
  struct Parser {
    let scalars: [Unicode.Scalar]
    let ignoresCase: Bool
    let limits: Limits
    var position = 0
    private var depth = 0

    /// - Throws: If the pattern has more scalars than the limits allow; no more than those are looked at.
    init(_ pattern: String, ignoringCase: Bool, limits: Limits) throws(Failure) {
      scalars = Array(pattern.unicodeScalars.prefix(limits.patternScalars + 1))
      ignoresCase = ignoringCase
      self.limits = limits
      if scalars.count > limits.patternScalars {
        throw Failure(
          at: limits.patternScalars, "this pattern is longer than \(Failure.grouped(limits.patternScalars)) characters")
      }
    }

    /// The tree of the whole pattern.
    mutating func parse() throws(Failure) -> Node {
      let node = try alternation()
      guard position == scalars.count else {
        throw Failure(at: position, "this ) closes no group", hint: #"write \) for the character itself"#)
      }
      return node
    }

    /// The next scalar, or the one `ahead` of it; nil beyond the end.
    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
      position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    /// Reads the scalar if it is next, and says whether it was.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard peek() == scalar else { return false }
      position += 1
      return true
    }

    /// The node for one character that stands for itself.
    func literal(_ scalar: Unicode.Scalar) -> Node {
      let scalars = ignoresCase ? LowerCase.scalars(for: scalar) : [scalar]
      return .sequence(scalars.map { .scalar(ScalarSet($0)) })
    }
  }
}

extension RegularExpression.Parser {
  typealias Failure = RegularExpression.Failure
  typealias Node = RegularExpression.Node

  private mutating func alternation() throws(Failure) -> Node {
    var options = [try concatenation()]
    while skip("|") {
      options.append(try concatenation())
    }
    return .choice(options)
  }

  private mutating func concatenation() throws(Failure) -> Node {
    var items: [Node] = []
    while let next = peek(), next != "|", next != ")" {
      let item = try atom()
      items.append(try repeated(item, isAnchor: next == "^" || next == "$"))
    }
    return .sequence(items)
  }

  private mutating func atom() throws(Failure) -> Node {
    let offset = position
    let scalar = scalars[position]
    switch scalar {
    case "(":
      return try group()
    case "[":
      return .scalar(try bracketClass())
    case "\\":
      return switch try escape() {
      case .character(let character): literal(character)
      case .anyOf(let set): .scalar(set)
      }
    case "*", "+", "?", "{":
      throw nothingToRepeat(at: offset)
    default:
      position += 1
      return switch scalar {
      case ".": .scalar(.allButLineFeed)
      case "^": .start
      case "$": .end
      default: literal(scalar)
      }
    }
  }

  private mutating func group() throws(Failure) -> Node {
    let offset = position
    position += 1
    if peek() == "?" {
      if let failure = unsupportedGroup(at: offset) { throw failure }
      position += 2
    }
    guard depth < limits.groupDepth else {
      throw Failure(at: offset, "groups are nested more than \(limits.groupDepth) deep")
    }
    depth += 1
    let node = try alternation()
    depth -= 1
    guard skip(")") else {
      throw Failure(
        at: offset, "this group is not closed", hint: #"add a ) or write \( for the character itself"#)
    }
    return node
  }

  /// What is wrong with a group that starts with `(?`, unless it is `(?:`; the position is at the question mark.
  private func unsupportedGroup(at offset: Int) -> Failure? {
    let plain = "use ( ) or (?: ) for a group"
    switch (peek(1), peek(2)) {
    case (":", _):
      return nil
    case ("=", _), ("!", _), ("<", "="), ("<", "!"):
      return Failure(
        at: offset, "look-around is not supported",
        hint: "match the neighbouring characters, or combine two conditions with and / not")
    case (">", _):
      return Failure(at: offset, "atomic groups are not supported", hint: plain)
    case ("P", "="):
      return backReference(at: offset)
    case ("<", _), ("P", _), ("'", _):
      return Failure(at: offset, "named groups are not supported", hint: plain)
    case ("#", _):
      return Failure(at: offset, "comments are not supported inside a pattern", hint: plain)
    case (.some("a"..."z"), _), (.some("A"..."Z"), _), ("-", _), ("^", _):
      return Failure(
        at: offset, "inline flags such as (?i) are not supported",
        hint: "whether case matters is decided outside the pattern")
    default:
      return Failure(at: offset, "this kind of group is not supported", hint: plain)
    }
  }

  func backReference(at offset: Int) -> Failure {
    Failure(
      at: offset, "back-references are not supported", hint: "repeat the part of the pattern that is meant")
  }
}
