import Leads

extension Condition {
  /// Whether it holds, given the values of the attributes.
  ///
  /// - Parameters:
  ///   - asOf: the moment to which `age` counts.
  ///   - value: the value of an attribute by its name.
  public func holds(asOf: AsOf, _ value: (String) -> Value) -> Bool {
    switch self {
    case .constant(let truth): truth
    case .test(let test): test.holds(of: value(test.operand.attribute), asOf: asOf)
    case .pair(let a, let comparison, let b):
      Self.compare(a.read(value(a.attribute), asOf: asOf), comparison, b.read(value(b.attribute), asOf: asOf))
    case .not(let inner): !inner.holds(asOf: asOf, value)
    case .all(let parts): parts.allSatisfy { $0.holds(asOf: asOf, value) }
    case .any(let parts): parts.contains { $0.holds(asOf: asOf, value) }
    }
  }

  private static func compare(_ a: Operand.Read, _ comparison: Comparison, _ b: Operand.Read) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): comparison.holds(a, b)
    case (.text(let a), .text(let b)): comparison.holds(a.span.order(comparedTo: b.span), 0)
    case (.flag(let a), .flag(let b)): comparison.holds(a ? 1 : 0, b ? 1 : 0)
    default: false
    }
  }
}

extension Test {
  /// Whether it holds of an attribute's value.
  public func holds(of value: Value, asOf: AsOf) -> Bool {
    switch (predicate, operand.read(value, asOf: asOf)) {
    case (.missing, .missing): true
    case (_, .missing), (.missing, _): false
    case (.known, _): true
    case (.flag(let wanted), .flag(let flag)): flag == wanted
    case (.number(let comparison, let limit), .number(let number)): comparison.holds(number, limit)
    case (.between(let low, let high), .number(let number)): low <= number && number <= high
    case (.oneOf(let numbers), .number(let number)): numbers.contains(number)
    case (.text(let predicate), .text(let text)): predicate.holds(text.span)
    default: false
    }
  }
}

extension Operand {
  /// A value as a test sees it.
  enum Read {
    case missing
    case text([UInt8])
    case number(Double)
    case flag(Bool)
    /// Known, and nobody asked for more.
    case known
  }

  /// The value as the operand reads it; a value of another type counts as missing.
  func read(_ value: Value, asOf: AsOf) -> Read {
    switch (reading, value) {
    case (_, .missing): return .missing
    case (.any, .text(let text)) where isDomain: return Self.domain(of: text.foldedUTF8).map { .text($0) } ?? .missing
    case (.any, _): return .known
    case (.number, .number(let number)): return .number(number)
    case (.flag, .flag(let flag)): return .flag(flag)
    case (.instant, .instant(let instant)): return .number(Double(instant.secondsSince1970))
    case (.age, .instant(let instant)): return .number(Double(asOf.ageInDays(of: instant)))
    case (.text, .text(let text)), (.exactText, .text(let text)), (.length, .text(let text)):
      var bytes = reading == .text ? text.foldedUTF8 : Array(Array(text.utf8)[Array(text.utf8).span.trimmedRange])
      if isDomain {
        guard let domain = Self.domain(of: bytes) else { return .missing }
        bytes = domain
      }
      return reading == .length
        ? .number(Double(String(decoding: bytes, as: UTF8.self).unicodeScalars.count)) : .text(bytes)
    default: return .missing
    }
  }

  /// The text behind the last `@`, or nil without one.
  private static func domain(of text: [UInt8]) -> [UInt8]? {
    text.lastIndex(of: UInt8(ascii: "@")).map { Array(text[($0 + 1)...]) }
  }
}
