/// What kind of value an attribute of a lead, or a property of an event, has.
public enum AttributeType: String, Sendable, Hashable, CaseIterable {
  /// Free or coded text.
  case text
  /// A number, held as a double.
  case number
  /// Yes or no.
  case flag
  /// A moment, in whole seconds.
  case instant
  /// Anything: only whether there is a value matters, and only that is kept, as a flag.
  case any
}

/// An attribute's name and type.
public struct Attribute: Sendable, Hashable {
  /// The name that conditions use.
  public var name: String
  /// The type that its values are read as.
  public var type: AttributeType

  /// An attribute of that name and type.
  public init(_ name: String, _ type: AttributeType) {
    self.name = name
    self.type = type
  }
}

/// The values of one attribute, a value for each row.
public enum Column: Sendable {
  /// Dictionary-coded text.
  case text(TextColumn)
  /// Numbers; NaN is missing.
  case number([Double])
  /// 0 missing, 1 false, 2 true.
  case flag([UInt8])
  /// Seconds since 1970; `Column.missingInstant` is missing.
  case instant([Int64])

  /// Stands for a missing instant.
  public static let missingInstant = Int64.min

  /// The column's type.
  public var type: AttributeType {
    switch self {
    case .text: .text
    case .number: .number
    case .flag: .flag
    case .instant: .instant
    }
  }

  /// The number of rows.
  public var count: Int {
    switch self {
    case .text(let column): column.codes.count
    case .number(let values): values.count
    case .flag(let values): values.count
    case .instant(let values): values.count
    }
  }

  /// A row's value. Row from 0 up to `count`.
  public func value(_ row: Int) -> Value {
    switch self {
    case .text(let column): column.value(row)
    case .number(let values): values[row].isNaN ? .missing : .number(values[row])
    case .flag(let values): values[row] == 0 ? .missing : .flag(values[row] == 2)
    case .instant(let values):
      values[row] == Self.missingInstant ? .missing : .instant(Instant(secondsSince1970: values[row]))
    }
  }
}

/// One value of an attribute, as a single lead has it.
public enum Value: Sendable, Hashable {
  /// Nothing is known.
  case missing
  /// A text as it was given.
  case text(String)
  /// A finite number.
  case number(Double)
  /// Yes or no.
  case flag(Bool)
  /// A moment.
  case instant(Instant)
}

/// Text of few or many distinct values: a code for each row, and each distinct text once.
public struct TextColumn: Sendable {
  /// For each row the code of its text in `pool`.
  public internal(set) var codes: [UInt32]
  /// The distinct texts.
  public internal(set) var pool: TextPool
  /// For each code whether its text stands for "nothing known": empty, or a placeholder such as `N/A`.
  public let isMissing: [Bool]

  /// A column of codes into a pool; which texts stand for nothing is decided once for each distinct text.
  public init(codes: [UInt32], pool: TextPool, placeholders: Placeholders) {
    self.codes = codes
    self.pool = pool
    let all = pool.bytes.span
    var missing = [Bool]()
    missing.reserveCapacity(pool.count)
    for code in 0..<UInt32(pool.count) {
      missing.append(placeholders.contains(all.extracting(pool.range(of: code))))
    }
    isMissing = missing
  }

  /// A row's value.
  public func value(_ row: Int) -> Value {
    let code = codes[row]
    return isMissing[Int(code)] ? .missing : .text(pool.text(code))
  }
}
