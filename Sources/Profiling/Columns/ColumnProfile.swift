import Leads

/// What the values of a column are.
public enum ColumnType: String, Sendable, Hashable, CaseIterable {
  case empty, constant, id, email, phone, url, flag, number, instant, category, text
  case freeText = "free text"
}

/// A value and how many rows have it.
public struct ValueCount: Sendable, Hashable {
  /// The value as it stands in the file, at most 60 characters of it.
  public var text: String
  /// How many rows have it.
  public var count: Int

  /// A value that so many rows have.
  public init(text: String, count: Int) {
    self.text = text
    self.count = count
  }
}

/// How values are spread: the least, the greatest, and those that a given share of the rows do not exceed.
///
/// Each is a value of the file, by nearest rank: the p quantile of n values is the one at rank ⌈p·n⌉.
public struct Spread<Value: Sendable & Hashable>: Sendable, Hashable {
  public var least: Value, p5: Value, p25: Value, median: Value, p75: Value, p95: Value, greatest: Value
}

/// What one column holds.
public struct ColumnProfile: Sendable {
  /// Its name in the heading.
  public var name: String
  /// Its position in the file, from 1.
  public var position: Int
  /// The attribute that its name stands for, such as `company_size` for `No. of Employees`.
  public var attribute: String?
  /// What its values are.
  public var type: ColumnType
  /// The share of known values that are of this type, 0 to 1.
  public var fit: Double
  /// How many rows have a known value.
  public var filled: Int
  /// How many distinct known values there are, compared byte by byte.
  public var distinct: Int
  /// Texts that stand for nothing known and how often they occur, the empty text included, the most frequent first.
  public var placeholders: [ValueCount]
  /// Texts that count as known but look as if they stood for nothing, such as `test`; the most frequent first.
  public var suspicious: [ValueCount]
  /// The most frequent known values, at most ten.
  public var top: [ValueCount]
  /// How the numbers are spread, if it is a column of numbers.
  public var numbers: Spread<Double>?
  /// How the instants are spread, if it is a column of instants.
  public var instants: Spread<Instant>?
  /// How many numbers lie more than three interquartile ranges beyond the quartiles.
  public var outliers: Int
}
