import Leads

/// The tests of the condition language: what may stand behind an operand.
extension Parser {
  mutating func test() throws(ConditionIssue) -> Condition {
    if case .name(let name) = current.token, Self.testFunctions.contains(name.lowercased()),
      tokens[min(position + 1, tokens.count - 1)].token == .symbol("(")
    {
      return try functionTest(name.lowercased())
    }
    let left = try side()
    if case .symbol(let symbol) = current.token, let comparison = Comparison(rawValue: symbol) {
      advance()
      return try compared(left, comparison, try side())
    }
    if case .flag(let truth, _) = left { return .constant(truth) }
    guard case .operand(let operand, let offset) = left else {
      throw unexpected("a comparison", hint: "a value alone is no condition")
    }
    if take(keyword: "is") { return try known(operand) }
    let isNegated = take(keyword: "not")
    let condition: Condition
    if take(keyword: "in") {
      condition = try among(operand, at: offset)
    } else if take(keyword: "between") {
      condition = try between(operand, at: offset)
    } else if take(keyword: "like") {
      condition = try like(operand)
    } else if isNegated {
      throw unexpected("in, between or like", hint: "not stands before the whole comparison: not x = 'a'")
    } else {
      return try .test(Test(typed(operand, .flag, "flag", at: offset), .flag(true)))
    }
    if !isNegated { return condition }
    // Like `!=`, a negated test of a missing value does not hold.
    return .all([.test(Test(Operand(operand.attribute, .any, isDomain: operand.isDomain), .known)), .not(condition)])
  }

  private mutating func known(_ operand: Operand) throws(ConditionIssue) -> Condition {
    let isNegated = take(keyword: "not")
    var operand = operand
    operand.reading = .any
    if take(keyword: "missing") || take(keyword: "null") {
      return .test(Test(operand, isNegated ? .known : .missing))
    }
    if take(keyword: "known") { return .test(Test(operand, isNegated ? .missing : .known)) }
    throw unexpected("missing or known", hint: "write x is missing, or x = 'text'")
  }

  // MARK: Comparisons

  private func compared(_ left: Side, _ comparison: Comparison, _ right: Side) throws(ConditionIssue) -> Condition {
    switch (left, right) {
    case (.operand(let operand, let at), .literal(let literal, let place)):
      return .test(try test(operand, at: at, comparison, literal, at: place))
    case (.literal(let literal, let place), .operand(let operand, let at)):
      return .test(try test(operand, at: at, comparison.flipped, literal, at: place))
    case (.operand(let operand, let at), .flag(let flag, let place)),
      (.flag(let flag, let place), .operand(let operand, let at)):
      guard comparison == .equal || comparison == .notEqual else {
        throw ConditionIssue(offset: place, "true and false can only be compared with = and !=")
      }
      return .test(Test(try typed(operand, .flag, "flag", at: at), .flag(flag == (comparison == .equal))))
    case (.operand(let a, let at), .operand(let b, let place)):
      return try pair(a, at: at, comparison, b, at: place)
    default:
      throw ConditionIssue(
        offset: left.offset, "two values are compared with each other",
        hint: "one side must be \(vocabulary.noun.withArticle)")
    }
  }

  private func test(
    _ operand: Operand, at offset: Int, _ comparison: Comparison, _ literal: Token, at place: Int
  ) throws(ConditionIssue) -> Test {
    switch literal {
    case .number(let number):
      if operand.reading == .age {
        throw ConditionIssue(
          offset: place, "age(...) is a duration, and \(literal.description) is a number",
          hint: "write \(literal.description)d for days")
      }
      let reading: Operand.Reading = operand.reading == .length ? .length : .number
      return Test(try typed(operand, reading, "number", at: offset), .number(comparison, number))
    case .duration(let days):
      guard operand.reading == .age else {
        throw ConditionIssue(
          offset: place, "\(literal.description) is a duration, and \(operand.attribute) is not",
          hint: "write age(\(operand.attribute)) for the time since then")
      }
      return Test(operand, .number(comparison, days))
    case .text(let text):
      let canBeInstant = comparison.isOrder || vocabulary.attributes?[operand.attribute] == .instant
      if canBeInstant, operand.reading == .any, !operand.isDomain, let instant = Self.instant(text, vocabulary) {
        return Test(
          try typed(operand, .instant, "instant", at: offset), .number(comparison, Double(instant.secondsSince1970)))
      }
      let operand = try typed(operand, .text, "text", at: offset)
      let bytes = Self.whole(text, for: operand)
      if !comparison.isOrder { try checkValue(bytes, of: operand, at: place) }
      switch comparison {
      case .equal: return Test(operand, .text(.oneOf(TextSet([bytes]))))
      case .notEqual: return Test(operand, .text(.notEqual(bytes)))
      default: return Test(operand, .text(.ordered(comparison, bytes)))
      }
    default:
      throw ConditionIssue(offset: place, "expected a value, found \(literal.description)")
    }
  }

  private func pair(
    _ a: Operand, at: Int, _ comparison: Comparison, _ b: Operand, at place: Int
  ) throws(ConditionIssue) -> Condition {
    func reading(_ operand: Operand) -> Operand.Reading? {
      if operand.reading != .any { return operand.reading }
      if operand.isDomain { return .text }
      let type = operand.derivedFunction?.type ?? vocabulary.attributes?[operand.attribute]
      return type.map { type in
        switch type {
        case .text: .text
        case .number: .number
        case .flag: .flag
        case .instant: .instant
        case .any: .text
        }
      }
    }
    // Without types, what is compared for order is numbers, and for equality texts. A length is a number.
    let fallback: Operand.Reading = comparison.isOrder ? .number : .text
    func reading(beside other: Operand) -> Operand.Reading? {
      reading(other).map { $0 == .length || $0 == .age ? .number : $0 }
    }
    let readA = reading(a) ?? reading(beside: b) ?? fallback
    let readB = reading(b) ?? reading(beside: a) ?? fallback
    let isSame =
      readA == readB || [readA, readB].allSatisfy { $0 == .text || $0 == .exactText }
      || [readA, readB].allSatisfy { $0 == .number || $0 == .length }
    guard isSame else {
      throw ConditionIssue(offset: place, "\(a.attribute) and \(b.attribute) cannot be compared: their types differ")
    }
    return .pair(
      Operand(a.attribute, readA, isDomain: a.isDomain), comparison, Operand(b.attribute, readB, isDomain: b.isDomain))
  }

  /// The operand read in a way; throws if it was already to be read in another.
  private func typed(_ operand: Operand, _ reading: Operand.Reading, _ noun: String, at offset: Int)
    throws(ConditionIssue) -> Operand
  {
    var typed = operand
    if operand.reading == .any {
      typed.reading = reading
      if operand.isDomain, reading != .text {
        throw ConditionIssue(offset: offset, "domain(...) is a text and is compared with \(noun.withArticle)")
      }
      if let function = operand.derivedFunction, function.type != typed.type {
        throw ConditionIssue(
          offset: offset,
          "\(function.rawValue)(...) is \(function.type.withArticle) and is compared with \(noun.withArticle)")
      }
      if let type = vocabulary.attributes?[operand.attribute], type != typed.type {
        let what = typed.type?.withArticle ?? "a value"
        throw ConditionIssue(offset: offset, "\(operand.attribute) is \(type.withArticle) and is compared with \(what)")
      }
      return typed
    }
    if operand.reading == reading || operand.reading == .exactText && reading == .text { return operand }
    let what = ["age": "a duration", "length": "a number"][String(describing: operand.reading)] ?? "a text"
    throw ConditionIssue(
      offset: offset,
      "\(operand.reading == .age ? "age" : operand.reading == .length ? "length" : "exact")(...) is \(what) and is compared with \(noun.withArticle)"
    )
  }

  /// An instant as a model writes one: year first.
  static func instant(_ text: String, _ vocabulary: Condition.Vocabulary) -> Instant? {
    let bytes = Array(text.utf8)
    let start = Array(bytes[bytes.span.trimmedRange].prefix(5))
    guard start.count == 5, start[..<4].allSatisfy({ 48...57 ~= $0 }), start[4] == UInt8(ascii: "-") else { return nil }
    return Instant(text, offset: vocabulary.utcOffset)
  }

  /// A piece of a text, as tests of the operand compare it.
  static func bytes(of text: String, for operand: Operand) -> [UInt8] {
    operand.reading == .exactText ? Array(text.utf8) : text.foldedUTF8
  }

  /// A whole text, which no spaces surround even where case matters.
  static func whole(_ text: String, for operand: Operand) -> [UInt8] {
    let bytes = bytes(of: text, for: operand)
    return Array(bytes[bytes.span.trimmedRange])
  }

  // MARK: in, between, like

  private mutating func among(_ operand: Operand, at offset: Int) throws(ConditionIssue) -> Condition {
    let place = current.offset
    let literals: [Lexer.Placed]
    if let name = current.token.listName {
      literals = try list(name, at: place)
      advance()
    } else {
      guard take(symbol: "(") else { throw unexpected("\"(\" or a list's name") }
      literals = try arguments()
    }
    if case .number = literals[0].token {
      var numbers: [Double] = []
      for literal in literals {
        guard case .number(let number) = literal.token else {
          throw ConditionIssue(offset: literal.offset, "numbers and other values are mixed")
        }
        numbers.append(number)
      }
      let reading: Operand.Reading = operand.reading == .length ? .length : .number
      return .test(Test(try typed(operand, reading, "number", at: offset), .oneOf(numbers)))
    }
    let operand = try typed(operand, .text, "text", at: offset)
    let texts = try texts(literals) { Self.whole($0, for: operand) }
    for (text, literal) in zip(texts, literals) { try checkValue(text, of: operand, at: literal.offset) }
    return .test(Test(operand, .text(.oneOf(TextSet(texts)))))
  }

  /// Throws if a function can never give this value: a test of it would never hold, and nobody would know why.
  private func checkValue(_ text: [UInt8], of operand: Operand, at offset: Int) throws(ConditionIssue) {
    guard let function = operand.derivedFunction, let problem = function.problem(withValue: text) else { return }
    throw ConditionIssue(offset: offset, problem.message, hint: problem.hint)
  }

  private mutating func between(_ operand: Operand, at offset: Int) throws(ConditionIssue) -> Condition {
    let low = try side()
    guard take(keyword: "and") else { throw unexpected("\"and\"", hint: "write: x between 10 and 20") }
    let high = try side()
    guard case .literal(let from, let place) = low, case .literal(let to, let end) = high else {
      throw ConditionIssue(offset: low.offset, "between needs two values")
    }
    let lowTest = try test(operand, at: offset, .greaterOrEqual, from, at: place)
    let highTest = try test(operand, at: offset, .lessOrEqual, to, at: end)
    guard lowTest.operand == highTest.operand else {
      throw ConditionIssue(offset: end, "the two bounds are of different types")
    }
    if case .number(_, let lower) = lowTest.predicate, case .number(_, let upper) = highTest.predicate {
      guard lower <= upper else {
        throw ConditionIssue(
          offset: place, "the lower bound is above the upper one", hint: "write the smaller value first")
      }
      return .test(Test(lowTest.operand, .between(lower, upper)))
    }
    return .all([.test(lowTest), .test(highTest)])
  }

  private mutating func like(_ operand: Operand) throws(ConditionIssue) -> Condition {
    guard case .text(let pattern) = current.token else { throw unexpected("a text", hint: "such as 'head of %'") }
    let operand = try typed(operand, .text, "text", at: current.offset)
    advance()
    return .test(Test(operand, .text(.like(Self.bytes(of: pattern, for: operand)))))
  }

  // MARK: Functions

  private mutating func functionTest(_ name: String) throws(ConditionIssue) -> Condition {
    let start = current.offset
    advance()
    advance()
    guard case .operand(let given, let offset) = try side() else {
      throw ConditionIssue(
        offset: start, "\(name)(...) needs \(vocabulary.noun.withArticle) first",
        hint: "such as \(name)(job_title, 'text')")
    }
    guard take(symbol: ",") else {
      throw unexpected("\",\" and a text", hint: "such as \(name)(\(given.attribute), 'text')")
    }
    let operand = try typed(given, .text, "text", at: offset)
    let isList = current.token.listName != nil
    let literals = try arguments()
    if name == "matches" {
      guard literals.count == 1, case .text(let pattern) = literals[0].token else {
        throw ConditionIssue(offset: literals.last?.offset ?? start, "matches takes one regular expression")
      }
      do {
        let expression = try RegularExpression(pattern, ignoringCase: operand.reading != .exactText)
        return .test(Test(operand, .text(.matches(expression))))
      } catch {
        // Behind the opening quote, and each quote inside of the pattern stands there twice.
        let quotes = pattern.unicodeScalars.prefix(error.offset).count { $0 == "'" }
        throw ConditionIssue(
          offset: literals[0].offset + (isList ? 0 : 1 + error.offset + quotes),
          "in the regular expression: \(error.message)", hint: error.hint)
      }
    }
    let texts = try texts(literals) { Self.bytes(of: $0, for: operand) }
    if let empty = texts.firstIndex(of: []) {
      throw ConditionIssue(
        offset: literals[empty].offset, "an empty text is in every text",
        hint: "write \(operand.attribute) is known; spaces around a text do not count")
    }
    return .test(Test(operand, .text(Self.predicate(name, texts))))
  }

  private static func predicate(_ name: String, _ texts: [[UInt8]]) -> TextPredicate {
    switch name {
    case "starts_with": .startsWith(texts)
    case "ends_with": .endsWith(texts)
    case "word": .word(texts)
    default: .contains(texts)
    }
  }

  /// Values and lists up to the closing bracket; at least one.
  private mutating func arguments() throws(ConditionIssue) -> [Lexer.Placed] {
    var values: [Lexer.Placed] = []
    repeat {
      let placed = current
      switch placed.token {
      case .name(let name) where !Self.keywords.contains(name.lowercased()), .quotedName(let name):
        values += try list(name, at: placed.offset)
        advance()
      default:
        guard case .literal(let literal, let at) = try side() else {
          throw ConditionIssue(
            offset: placed.offset, "expected a value or a list's name, found \(placed.token.description)",
            hint: "texts stand in single quotes: 'text'")
        }
        values.append(Lexer.Placed(token: literal, offset: at))
      }
    } while take(symbol: ",")
    guard take(symbol: ")") else { throw unexpected("\",\" or \")\"") }
    return values
  }

  private func list(_ name: String, at offset: Int) throws(ConditionIssue) -> [Lexer.Placed] {
    guard let list = vocabulary.lists[name] else {
      let hint =
        nearest(to: name, among: listNames).map { "did you mean \($0)?" }
        ?? (listNames.isEmpty
          ? "define it under lists:, or put a text in single quotes: '\(name)'"
          : "there are: \(listNames.joined(separator: ", "))")
      throw ConditionIssue(offset: offset, "there is no list \"\(name)\"", hint: hint)
    }
    if list.isEmpty { throw ConditionIssue(offset: offset, "the list \"\(name)\" is empty") }
    return list.map { Lexer.Placed(token: .text($0), offset: offset) }
  }

  private func texts(
    _ literals: [Lexer.Placed], _ bytes: (String) -> [UInt8]
  ) throws(ConditionIssue) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    for literal in literals {
      guard case .text(let text) = literal.token else {
        throw ConditionIssue(
          offset: literal.offset, "expected a text, found \(literal.token.description)",
          hint: "texts stand in single quotes")
      }
      texts.append(bytes(text))
    }
    return texts
  }
}

extension Token {
  /// The name of a list, if it can be one.
  fileprivate var listName: String? {
    switch self {
    case .name(let name), .quotedName(let name): name
    default: nil
    }
  }
}
