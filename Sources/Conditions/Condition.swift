import Leads

/// What must hold of a lead, an event or a set of scores: a tree of tests joined by `and`, `or` and `not`.
///
///     let condition = try Condition.parsed("seniority in ('vp', 'director') and company_size >= 200")
///     condition.holds(asOf: now) { lead.value($0) }
///
/// There are two truth values. A test of a missing value does not hold, `!=` included, so its `not` does.
public indirect enum Condition: Sendable, Hashable {
  /// Always or never.
  case constant(Bool)
  /// A test of one attribute against constants.
  case test(Test)
  /// Two attributes compared with each other.
  case pair(Operand, Comparison, Operand)
  /// The opposite.
  case not(Condition)
  /// All of several.
  case all([Condition])
  /// At least one of several.
  case any([Condition])
}

/// A test of one attribute, or of something worked out from it, against constants.
public struct Test: Sendable, Hashable {
  /// What is tested.
  public var operand: Operand
  /// What must hold of it.
  public var predicate: Predicate

  /// A test.
  public init(_ operand: Operand, _ predicate: Predicate) {
    self.operand = operand
    self.predicate = predicate
  }
}

/// An attribute and how its value is read.
public struct Operand: Sendable, Hashable {
  /// How a value is read.
  public enum Reading: Sendable, Hashable {
    /// As it is, whatever its type: for `is missing` and `is known`.
    case any
    /// Text without regard to case.
    case text
    /// Text to the letter: `exact(x)`.
    case exactText
    /// A number.
    case number
    /// Yes or no.
    case flag
    /// Seconds since 1970.
    case instant
    /// Whole days since an instant: `age(x)`.
    case age
    /// The number of Unicode scalars of a text, which is what SQL counts too: `length(x)`.
    case length
  }

  /// The attribute's name; for one that is worked out from another that of `DerivedAttribute`.
  public var attribute: String
  /// Whether the text behind the last `@` is meant: `domain(x)`.
  public var isDomain = false
  /// How its value is read.
  public var reading: Reading

  /// An attribute, read in a way.
  public init(_ attribute: String, _ reading: Reading, isDomain: Bool = false) {
    self.attribute = attribute
    self.reading = reading
    self.isDomain = isDomain
  }

  /// The function that works the attribute out from another; nil for an ordinary one.
  public var derivedFunction: DerivedFunction? { DerivedAttribute(named: attribute)?.function }

  /// The type that the attribute must have; nil if any will do.
  public var type: AttributeType? {
    switch reading {
    case .any: isDomain ? .text : nil
    case .text, .exactText, .length: .text
    case .number: .number
    case .flag: .flag
    case .instant, .age: .instant
    }
  }
}

/// How two values compare.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
  /// The same.
  case equal = "="
  /// Known, and not the same.
  case notEqual = "!="
  /// Below.
  case less = "<"
  /// Below or the same.
  case lessOrEqual = "<="
  /// Above.
  case greater = ">"
  /// Above or the same.
  case greaterOrEqual = ">="

  /// Whether it holds of two values in this order.
  @inline(__always)
  public func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  /// Whether it asks which of two comes first, rather than whether they are the same.
  var isOrder: Bool { self != .equal && self != .notEqual }

  /// The comparison with its sides exchanged.
  public var flipped: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

/// What must hold of a known value.
public enum Predicate: Sendable, Hashable {
  /// There is a value.
  case known
  /// There is none; the only test that a missing value passes.
  case missing
  /// The flag is this.
  case flag(Bool)
  /// A number, an instant's seconds, an age's days or a length compares so.
  case number(Comparison, Double)
  /// A number lies within these bounds, both included.
  case between(Double, Double)
  /// A number is one of these.
  case oneOf([Double])
  /// Something holds of a text.
  case text(TextPredicate)
}

extension Condition {
  /// The attributes that it mentions.
  public var attributes: Set<String> {
    var names: Set<String> = []
    visitOperands { names.insert($0.attribute) }
    return names
  }

  /// Calls `body` with each operand, from left to right.
  public func visitOperands(_ body: (Operand) -> Void) {
    switch self {
    case .constant: break
    case .test(let test): body(test.operand)
    case .pair(let a, _, let b):
      body(a)
      body(b)
    case .not(let inner): inner.visitOperands(body)
    case .all(let parts), .any(let parts): for part in parts { part.visitOperands(body) }
    }
  }

  /// Calls `body` with each test, from left to right.
  public func visitTests(_ body: (Test) -> Void) {
    switch self {
    case .constant, .pair: break
    case .test(let test): body(test)
    case .not(let inner): inner.visitTests(body)
    case .all(let parts), .any(let parts): for part in parts { part.visitTests(body) }
    }
  }

  /// Whether two attributes are compared with each other somewhere in it.
  var hasPairs: Bool {
    switch self {
    case .constant, .test: false
    case .pair: true
    case .not(let inner): inner.hasPairs
    case .all(let parts), .any(let parts): parts.contains(where: \.hasPairs)
    }
  }
}
