import Leads

extension Condition {
  /// What the names in a condition can mean.
  public struct Vocabulary: Sendable {
    /// Lists of texts by name.
    public var lists: [String: [String]]
    /// The attributes there are, with their types; nil if any name is an attribute.
    public var attributes: [String: AttributeType]?
    /// What the attributes are called in messages: `attribute`, `score`.
    public var noun: String
    /// Seconds east of UTC in which dates are read.
    public var utcOffset: Int64

    /// Any name is an attribute, unless `attributes` says which there are.
    public init(
      lists: [String: [String]] = [:], attributes: [String: AttributeType]? = nil, noun: String = "attribute",
      utcOffset: Int64 = 0
    ) {
      self.lists = lists
      self.attributes = attributes
      self.noun = noun
      self.utcOffset = utcOffset
    }
  }

  /// The condition that a text states. Throws the first thing that is wrong with it.
  public static func parsed(_ text: String, _ vocabulary: Vocabulary = Vocabulary()) throws(ConditionIssue) -> Condition
  {
    var parser = Parser(tokens: try Lexer.tokens(of: text), vocabulary: vocabulary)
    return try parser.wholeCondition()
  }
}

extension Operand {
  /// An operand alone, such as `domain(email)` or `age(created_at)`, without saying what is tested of it.
  public static func parsed(
    _ text: String, _ vocabulary: Condition.Vocabulary = Condition.Vocabulary()
  ) throws(ConditionIssue) -> Operand {
    var parser = Parser(tokens: try Lexer.tokens(of: text), vocabulary: vocabulary)
    return try parser.wholeOperand()
  }
}

/// Reads conditions by recursive descent.
///
///     condition = conjunction { "or" conjunction }
///     conjunction = negation { "and" negation }
///     negation = "not" negation | "(" condition ")" | "true" | "false" | test
///     test = operand [ comparison operand | "is" ("missing" | "known") | ["not"] ("in" | "between" | "like") ... ]
///     operand = name | function "(" arguments ")" | literal
struct Parser {
  let tokens: [Lexer.Placed]
  let vocabulary: Condition.Vocabulary
  private(set) var position = 0
  private var depth = 0

  /// How deep brackets and `not` may nest.
  static let maximumDepth = 100

  static let keywords: Set<String> = [
    "and", "or", "not", "in", "between", "like", "is", "missing", "known", "true", "false", "null",
  ]
  static let testFunctions = ["contains", "starts_with", "ends_with", "word", "matches"]
  static let valueFunctions = ["domain", "length", "age", "exact"] + DerivedFunction.allCases.map(\.rawValue)

  init(tokens: [Lexer.Placed], vocabulary: Condition.Vocabulary) {
    self.tokens = tokens
    self.vocabulary = vocabulary
  }

  // MARK: Tokens

  var current: Lexer.Placed { tokens[position] }

  mutating func advance() { if position + 1 < tokens.count { position += 1 } }

  mutating func take(keyword: String) -> Bool {
    guard case .name(let name) = current.token, name.lowercased() == keyword else { return false }
    advance()
    return true
  }

  mutating func take(symbol: String) -> Bool {
    guard current.token == .symbol(symbol) else { return false }
    advance()
    return true
  }

  func unexpected(_ expected: String, hint: String? = nil) -> ConditionIssue {
    ConditionIssue(offset: current.offset, "expected \(expected), found \(current.token.description)", hint: hint)
  }

  // MARK: Conditions

  mutating func wholeCondition() throws(ConditionIssue) -> Condition {
    if current.token == .end { throw ConditionIssue(offset: 0, "the condition is empty") }
    let condition = try disjunction()
    guard current.token == .end else {
      throw unexpected(
        "\"and\", \"or\" or the end", hint: current.token == .symbol(")") ? "there is a \")\" too many" : nil)
    }
    return condition
  }

  mutating func wholeOperand() throws(ConditionIssue) -> Operand {
    let side = try side()
    guard current.token == .end else { throw unexpected("the end") }
    guard case .operand(let operand, _) = side else {
      throw ConditionIssue(offset: 0, "expected \(vocabulary.noun.withArticle), found a value")
    }
    return operand
  }

  private mutating func disjunction() throws(ConditionIssue) -> Condition {
    var parts = [try conjunction()]
    while take(keyword: "or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(ConditionIssue) -> Condition {
    var parts = [try negation()]
    while take(keyword: "and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws(ConditionIssue) -> Condition {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth {
      throw ConditionIssue(offset: current.offset, "conditions nest deeper than \(Self.maximumDepth)")
    }
    if take(keyword: "not") { return .not(try negation()) }
    if take(symbol: "(") {
      let condition = try disjunction()
      guard take(symbol: ")") else { throw unexpected("\")\"") }
      return condition
    }
    return try test()
  }

  // MARK: Sides of a comparison

  /// One side of a comparison.
  enum Side {
    case operand(Operand, at: Int)
    case literal(Token, at: Int)
    /// `true` and `false`, which are conditions too.
    case flag(Bool, at: Int)

    var offset: Int {
      switch self {
      case .operand(_, let at), .literal(_, let at), .flag(_, let at): at
      }
    }
  }

  mutating func side() throws(ConditionIssue) -> Side {
    let start = current
    switch start.token {
    case .text, .duration, .number:
      advance()
      return .literal(start.token, at: start.offset)
    case .symbol("-"), .symbol("+"):
      advance()
      guard case .number(let number) = current.token else { throw unexpected("a number") }
      advance()
      return .literal(.number(start.token == .symbol("-") ? -number : number), at: start.offset)
    case .quotedName(let name):
      advance()
      return .operand(Operand(try known(name, at: start.offset), .any), at: start.offset)
    case .name(let name):
      let lower = name.lowercased()
      if lower == "true" || lower == "false" {
        advance()
        return .flag(lower == "true", at: start.offset)
      }
      if Self.keywords.contains(lower) {
        let hint = lower == "null" ? "write: is missing" : nil
        throw unexpected("\(vocabulary.noun.withArticle) or a value", hint: hint)
      }
      advance()
      if take(symbol: "(") { return .operand(try call(lower, at: start.offset), at: start.offset) }
      return .operand(Operand(try known(name, at: start.offset), .any), at: start.offset)
    case .symbol, .end:
      throw unexpected("\(vocabulary.noun.withArticle) or a value")
    }
  }

  /// A name that the vocabulary has.
  private func known(_ name: String, at offset: Int) throws(ConditionIssue) -> String {
    guard let attributes = vocabulary.attributes else { return name }
    if attributes[name] != nil { return name }
    if let match = attributes.keys.filter({ $0.lowercased() == name.lowercased() }).min() { return match }
    let sorted = attributes.keys.sorted()
    let hint =
      nearest(to: name, among: sorted).map { "did you mean \($0)?" } ?? "there are: \(sorted.joined(separator: ", "))"
    throw ConditionIssue(offset: offset, "there is no \(vocabulary.noun) \"\(name)\"", hint: hint)
  }

  /// A function of an attribute, behind its opening bracket.
  private mutating func call(_ name: String, at offset: Int) throws(ConditionIssue) -> Operand {
    guard Self.valueFunctions.contains(name) else {
      if Self.testFunctions.contains(name) {
        throw ConditionIssue(offset: offset, "\(name)(...) is a condition and cannot be compared")
      }
      let all = Self.testFunctions + Self.valueFunctions
      let hint =
        nearest(to: name, among: all).map { "did you mean \($0)?" } ?? "there are: \(all.joined(separator: ", "))"
      throw ConditionIssue(offset: offset, "there is no function \"\(name)\"", hint: hint)
    }
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth {
      throw ConditionIssue(offset: offset, "functions nest deeper than \(Self.maximumDepth)")
    }
    guard case .operand(var operand, _) = try side() else {
      throw ConditionIssue(
        offset: offset, "\(name)(...) needs \(vocabulary.noun.withArticle)",
        hint: "such as \(name)(\(name == "age" ? "created_at" : "email"))")
    }
    guard take(symbol: ")") else { throw unexpected("\")\"", hint: "\(name) takes one \(vocabulary.noun)") }
    if let function = DerivedFunction(rawValue: name) { return try derived(function, operand, at: offset) }
    if let inner = operand.derivedFunction, inner.type != .text || name == "domain" || name == "age" {
      throw ConditionIssue(offset: offset, "\(name)(...) cannot be taken of \(inner.rawValue)(...)")
    }
    switch (name, operand.reading) {
    case ("domain", .any) where !operand.isDomain, ("domain", .exactText) where !operand.isDomain:
      operand.isDomain = true
    case ("exact", .any): operand.reading = .exactText
    case ("length", .any), ("length", .exactText): operand.reading = .length
    case ("age", .any) where !operand.isDomain: operand.reading = .age
    default: throw ConditionIssue(offset: offset, "\(name)(...) cannot be taken of another function's value here")
    }
    if let type = vocabulary.attributes?[operand.attribute], let needed = operand.type, type != needed {
      throw ConditionIssue(
        offset: offset,
        "\(name)(...) needs \(needed.withArticle), and \(operand.attribute) is \(type.withArticle)")
    }
    return operand
  }

  /// A function that is worked out once for each text, and stands beside the attributes as one of its own.
  private func derived(
    _ function: DerivedFunction, _ operand: Operand, at offset: Int
  ) throws(ConditionIssue) -> Operand {
    let name = function.rawValue
    guard vocabulary.noun == "attribute" else {
      throw ConditionIssue(
        offset: offset, "\(name)(...) is worked out for leads only",
        hint: "ask it in a rule with when: or by:, or under exclude:")
    }
    guard operand.reading == .any, !operand.isDomain, DerivedAttribute(named: operand.attribute) == nil else {
      throw ConditionIssue(
        offset: offset, "\(name)(...) is worked out from an attribute, not from another function's value")
    }
    return Operand(DerivedAttribute(function, of: operand.attribute).name, .any)
  }

  /// The lists' names, for suggestions.
  var listNames: [String] { vocabulary.lists.keys.sorted() }
}

extension String {
  /// `an attribute`, `a score`.
  var withArticle: String { ("aeiou".contains(first ?? "x") ? "an " : "a ") + self }
}

extension Condition {
  /// Words that cannot be attributes unless quoted.
  public static var keywords: Set<String> { Parser.keywords }

  /// The days of a duration such as `30d`, `4w`, `6mo` or `1y`; nil for any other text.
  public static func days(in text: String) -> Int? {
    guard let tokens = try? Lexer.tokens(of: text), tokens.count == 2, case .duration(let days) = tokens[0].token else {
      return nil
    }
    return Int(days)
  }
}
