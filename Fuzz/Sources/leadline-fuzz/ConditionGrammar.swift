/// Writes conditions as people and generators do; most are valid.
struct ConditionGrammar {
  static let words = [
    " and ", " or ", " not ", "not (", " in (", " between ", " like ", " is missing", " is known", "true", "false",
    "null", "(", ")",
    ",", "'", "''", "\"", "`", "=", "!=", "<>", "<=", ">=", "==", "-", "+", "30d", "4w", "6mo", "1y", "36501d",
    "contains(", "word(",
    "matches(", "starts_with(", "ends_with(", "domain(", "length(", "age(", "exact(", "email", "company_size",
    "partners", "'%'", "'_'",
    "'(a*)*b'", "'[^@ ]+'", "a{1000}", "(a|b|c)*d{10,20}", "'2025-07-01'", "'2025-07-01T00:00:00Z'", "'x@y.com'", "'é'",
    "'ß'", "'İ'",
  ]

  private let attributes = [
    "email", "company_size", "created_at", "opted_in", "country", "job_title", "`Page Views`", "äöü", "a.b",
  ]
  private let texts = [
    "", "US", "vp", "c-level", "é", "ß", "İstanbul", "head of %", "_a%", "it''s", "2025-07-01", "x@y.com", "😀",
  ]
  private let numbers = [
    "0", "1", "-1", "0.5", "1_000", "10000000", "1e9", "-0", "9007199254740993", "1.7976931348623157e308",
  ]
  private let durations = ["0d", "1d", "30 d", "30d", "4w", "6mo", "1y", "36500d", "12 months"]
  private let pieces = [
    "a", "b", ".", "[a-z]", "[^@ ]", "\\d", "\\w", "\\S", "(ceo|cto)", "^", "$", "é", "\\.", "\\x41", "\\u{e9}",
    "[[:alpha:]]", "(a|)",
    "x{2,5}", "a*", "a+?", "(?:ab)", "\\b", "(", ")", "{", "[", "😀",
  ]

  /// A condition nesting at most so deep.
  func condition(_ random: inout SeededGenerator, depth: Int = 4) -> String {
    if depth == 0 || random.once(in: 2) { return test(&random) }
    switch random.below(6) {
    case 0, 1:
      return (0...random.below(4)).map { _ in condition(&random, depth: depth - 1) }.joined(separator: " and ")
    case 2, 3:
      return (0...random.below(4)).map { _ in condition(&random, depth: depth - 1) }.joined(separator: " OR ")
    case 4: return "not \(condition(&random, depth: depth - 1))"
    default: return "(\(condition(&random, depth: depth - 1)))"
    }
  }

  private func test(_ random: inout SeededGenerator) -> String {
    let attribute = random.one(of: attributes)
    let comparison = random.one(of: ["=", "!=", "<", "<=", ">", ">=", "<>", "=="])
    let negation = random.once(in: 4) ? "not " : ""
    switch random.below(14) {
    case 0: return "\(attribute) \(comparison) \(text(&random))"
    case 1: return "\(attribute) \(comparison) \(random.one(of: numbers))"
    case 2: return "age(\(attribute)) \(comparison) \(random.one(of: durations))"
    case 3: return "length(\(attribute)) \(comparison) \(random.one(of: numbers))"
    case 4: return "\(attribute) is \(negation)\(random.one(of: ["missing", "known", "null"]))"
    case 5: return "\(attribute) \(negation)in (\(list(&random)))"
    case 6: return "\(attribute) \(negation)in (\(random.one(of: numbers)), \(random.one(of: numbers)))"
    case 7: return "\(attribute) \(negation)between \(random.one(of: numbers)) and \(random.one(of: numbers))"
    case 8: return "\(operand(&random)) \(negation)like \(text(&random))"
    case 9:
      return
        "\(random.one(of: ["contains", "starts_with", "ends_with", "word"]))(\(operand(&random)), \(list(&random)))"
    case 10: return "matches(\(operand(&random)), \(expression(&random)))"
    case 11: return "\(operand(&random)) \(comparison) \(operand(&random))"
    case 12:
      return random.one(of: [
        "true", "false", attribute, "\(attribute) = true", "\(attribute) != false", "\(attribute) in partners",
      ])
    default:
      return
        "\(attribute) \(comparison) '\(random.one(of: ["2025-07-01", "2024-02-29T23:59:59Z", "1969-12-31", "2025-07-01 12:00"]))'"
    }
  }

  private func operand(_ random: inout SeededGenerator) -> String {
    let attribute = random.one(of: attributes)
    return random.one(of: [
      attribute, attribute, "exact(\(attribute))", "domain(\(attribute))", "length(\(attribute))",
      "exact(domain(\(attribute)))",
    ])
  }

  private func text(_ random: inout SeededGenerator) -> String { "'\(random.one(of: texts))'" }

  private func list(_ random: inout SeededGenerator) -> String {
    (0...random.below(random.once(in: 30) ? 300 : 5)).map { _ in text(&random) }.joined(separator: ", ")
  }

  private func expression(_ random: inout SeededGenerator) -> String {
    let body = (0...random.below(8)).map { _ in
      random.one(of: pieces) + random.one(of: ["", "", "", "*", "+", "?", "{3}", "|", "{2,}"])
    }
    return "'\(body.joined())'"
  }
}
