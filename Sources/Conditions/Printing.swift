import Leads

/// A condition in its own language, in one way of writing; parsing it gives the condition back.
extension Condition: CustomStringConvertible {
  /// The text of the condition.
  public var description: String { text(within: 0) }

  /// - Parameter level: 0 outside, 1 within `or`, 2 within `and`, 3 behind `not`.
  private func text(within level: Int) -> String {
    func bracketed(_ text: String, from limit: Int) -> String { level >= limit ? "(\(text))" : text }
    switch self {
    case .constant(let truth): return truth ? "true" : "false"
    case .test(let test): return test.description
    case .pair(let a, let comparison, let b): return "\(a) \(comparison.rawValue) \(b)"
    case .not(let inner): return "not \(inner.text(within: 3))"
    case .all(let parts): return bracketed(parts.map { $0.text(within: 2) }.joined(separator: " and "), from: 2)
    case .any(let parts): return bracketed(parts.map { $0.text(within: 1) }.joined(separator: " or "), from: 1)
    }
  }
}

extension Operand: CustomStringConvertible {
  /// The operand in the condition language.
  public var description: String {
    var text: String
    if let derived = DerivedAttribute(named: attribute) {
      text = "\(derived.function.rawValue)(\(Self.named(derived.source)))"
    } else {
      text = Self.named(attribute)
    }
    if isDomain { text = "domain(\(text))" }
    switch reading {
    case .exactText: return "exact(\(text))"
    case .age: return "age(\(text))"
    case .length: return "length(\(text))"
    case .any, .text, .number, .flag, .instant: return text
    }
  }

  private static func named(_ name: String) -> String { isPlainName(name) ? name : name.quoted("`") }

  private static func isPlainName(_ name: String) -> Bool {
    guard name.unicodeScalars.first?.startsName == true else { return false }
    return name.unicodeScalars.allSatisfy(\.continuesName) && !Parser.keywords.contains(name.lowercased())
  }
}

extension Test: CustomStringConvertible {
  /// The test in the condition language.
  public var description: String {
    switch predicate {
    case .known: "\(operand) is known"
    case .missing: "\(operand) is missing"
    case .flag(let flag): "\(operand) = \(flag)"
    case .number(let comparison, let number): "\(operand) \(comparison.rawValue) \(text(of: number))"
    case .between(let low, let high): "\(operand) between \(text(of: low)) and \(text(of: high))"
    case .oneOf(let numbers): "\(operand) in (\(numbers.map(text(of:)).joined(separator: ", ")))"
    case .text(let predicate): text(of: predicate)
    }
  }

  private func text(of number: Double) -> String {
    switch operand.reading {
    case .age: "\(number.plainDescription)d"
    case .instant: "'\(Instant(secondsSince1970: Int64(number)))'"
    default: number.plainDescription
    }
  }

  private func text(of predicate: TextPredicate) -> String {
    func call(_ name: String, _ texts: [[UInt8]]) -> String { "\(name)(\(operand), \(Self.list(texts)))" }
    switch predicate {
    case .oneOf(let set) where set.texts.count == 1: return "\(operand) = \(Self.list(set.texts))"
    case .oneOf(let set): return "\(operand) in (\(Self.list(set.texts)))"
    case .notEqual(let text): return "\(operand) != \(Self.list([text]))"
    case .ordered(let comparison, let text): return "\(operand) \(comparison.rawValue) \(Self.list([text]))"
    case .contains(let texts): return call("contains", texts)
    case .startsWith(let texts): return call("starts_with", texts)
    case .endsWith(let texts): return call("ends_with", texts)
    case .word(let texts): return call("word", texts)
    case .like(let pattern): return "\(operand) like \(Self.list([pattern]))"
    case .matches(let expression): return call("matches", [Array(expression.pattern.utf8)])
    }
  }

  private static func list(_ texts: [[UInt8]]) -> String {
    texts.map { String(decoding: $0, as: UTF8.self).quoted("'") }.joined(separator: ", ")
  }
}

extension String {
  /// The text in quotes, with each quote inside of it doubled.
  fileprivate func quoted(_ quote: Unicode.Scalar) -> String {
    var text = UnicodeScalarView([quote])
    for scalar in unicodeScalars {
      text.append(scalar)
      if scalar == quote { text.append(quote) }
    }
    text.append(quote)
    return String(text)
  }
}
