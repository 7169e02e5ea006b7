import Leads

/// The values of a column as far as some conditions can tell them apart: equal class, equal truth.
///
/// This is why evaluation is fast. A text column has a class for each distinct text; a number or instant falls between
/// two of the constants that the conditions mention. Conditions are evaluated once for each class, not for each row.
public enum Classes: Sendable {
  /// A class for each value.
  case values([Value])
  /// A class for each code of a text column.
  case codes(TextColumn)
  /// Class 0 is missing; class k + 1 are the numbers with exactly k of these ascending breakpoints at or below them.
  case breakpoints([Double], isInstant: Bool)

  /// How many classes there are.
  public var count: Int {
    switch self {
    case .values(let values): values.count
    case .codes(let column): column.pool.count
    case .breakpoints(let points, _): points.count + 2
    }
  }

  /// The classes of a flag: missing, false, true.
  public static let flags = Classes.values([.missing, .flag(false), .flag(true)])

  /// The classes of a column, given all conditions that will be asked of it.
  public init(of column: Column, name: String, conditions: [Condition], asOf: AsOf) {
    switch column {
    case .text(let text): self = .codes(text)
    case .flag: self = .flags
    case .number:
      self = .breakpoints(Self.breakpoints(of: conditions, name, type: .number, asOf: asOf), isInstant: false)
    case .instant:
      self = .breakpoints(Self.breakpoints(of: conditions, name, type: .instant, asOf: asOf), isInstant: true)
    }
  }

  /// The places at which the truth of a test of this attribute can change: each constant, and what comes just after it.
  ///
  /// - Parameter type: the type of the column; tests that read another one never hold. nil for whatever the tests read.
  public static func breakpoints(
    of conditions: [Condition], _ name: String, type: AttributeType? = nil, asOf: AsOf
  ) -> [Double] {
    var points: Set<Double> = []
    for condition in conditions {
      condition.visitTests { test in
        guard test.operand.attribute == name else { return }
        if let type, test.operand.type != type { return }
        for constant in test.predicate.constants {
          switch test.operand.reading {
          case .number: points.formUnion([constant, constant.nextUp])
          case .instant: points.formUnion([constant, constant + 1])
          case .age:
            let start = asOf.startOfDay(age: Int64(constant))
            points.formUnion([Double(start), Double(start + AsOf.secondsPerDay)])
          default: break
          }
        }
      }
    }
    return points.sorted()
  }

  /// A value of a class, for the kinds that have few classes.
  func representative(_ index: Int) -> Value {
    switch self {
    case .values(let values): return values[index]
    case .codes(let column): return column.isMissing[index] ? .missing : .text(column.pool.text(UInt32(index)))
    case .breakpoints(let points, let isInstant):
      if index == 0 { return .missing }
      let number = index == 1 ? (points.first ?? 1) - 1 : points[index - 2]
      if isInstant { return .instant(Instant(secondsSince1970: Int64(number))) }
      return .number(index == 1 ? -.infinity : number)
    }
  }
}

extension Predicate {
  /// The numbers that it compares with.
  var constants: [Double] {
    switch self {
    case .number(_, let constant): [constant]
    case .between(let low, let high): [low, high]
    case .oneOf(let numbers): numbers
    case .known, .missing, .flag, .text: []
    }
  }
}

/// Finds the class of each row of a column.
public enum ClassFinder: Sendable {
  /// A class for each row, as given.
  case codes([UInt32])
  /// Flags, which are their own classes.
  case flags([UInt8])
  /// Numbers between breakpoints.
  case numbers([Double], [Double])
  /// Instants between breakpoints, in seconds.
  case instants([Int64], [Double])

  /// The finder for a column and its classes.
  public init(_ column: Column, _ classes: Classes) {
    switch (column, classes) {
    case (.text(let text), _): self = .codes(text.codes)
    case (.flag(let flags), _): self = .flags(flags)
    case (.number(let numbers), .breakpoints(let points, _)): self = .numbers(numbers, points)
    case (.instant(let instants), .breakpoints(let points, _)): self = .instants(instants, points)
    default: preconditionFailure("numbers and instants have breakpoints")
    }
  }

  /// Writes the classes of these rows to the front of `classes`.
  public func find(_ rows: Range<Int>, into classes: inout [UInt32]) {
    var out = classes.mutableSpan
    switch self {
    case .codes(let codes):
      let codes = codes.span.extracting(rows)
      for i in codes.indices { out[i] = codes[i] }
    case .flags(let flags):
      let flags = flags.span.extracting(rows)
      for i in flags.indices { out[i] = UInt32(flags[i]) }
    case .numbers(let numbers, let points):
      let numbers = numbers.span.extracting(rows)
      let points = points.span
      for i in numbers.indices {
        out[i] = numbers[i].isNaN ? 0 : Self.position(of: numbers[i], in: points)
      }
    case .instants(let instants, let points):
      let instants = instants.span.extracting(rows)
      let points = points.span
      for i in instants.indices {
        out[i] = instants[i] == Column.missingInstant ? 0 : Self.position(of: Double(instants[i]), in: points)
      }
    }
  }

  /// One more than the number of breakpoints at or below the number.
  @inline(__always)
  public static func position(of number: Double, in points: Span<Double>) -> UInt32 {
    var low = 0
    var high = points.count
    if high <= 24 {
      // Counting has no branch to mispredict.
      for i in points.indices { low += points[i] <= number ? 1 : 0 }
      return UInt32(truncatingIfNeeded: low + 1)
    }
    while low < high {
      let middle = (low + high) / 2
      if points[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low + 1)
  }
}
