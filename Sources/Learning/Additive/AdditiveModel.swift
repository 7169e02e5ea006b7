/// A sum of small tables: for each feature an amount for each of its bins, and for some pairs of features an amount for
/// each pair of bins. The sum is the margin, in log-odds.
///
/// A logistic regression on bins is such a sum too. What a lead gets from each table is exactly why it gets what it
/// gets: there is nothing else.
public struct AdditiveModel: Sendable, Hashable, Codable {
  /// The amounts of a pair of features.
  public struct Pair: Sendable, Hashable, Codable {
    /// The positions of the features.
    public var first: Int, second: Int
    /// The amount for codes *a* and *b*, at *a* × (number of codes of the second) + *b*, in millionths of log-odds.
    public var amounts: [Int64]
  }

  /// What a number gives beside its table: so much for each unit above the mean.
  public struct Slope: Sendable, Hashable, Codable {
    /// The position of the feature.
    public var feature: Int
    /// Log-odds for one unit.
    public var amount: Double
    /// The mean of those that the model was learned from: there it gives nothing.
    public var centre: Double
    /// The least and the largest number that it was learned from; beyond them it gives what they give.
    public var low: Double, high: Double

    /// What a number gives, in millionths of log-odds; 0 for NaN.
    @inline(__always)
    func given(_ number: Double) -> Int64 {
      number.isNaN ? 0 : Int64(((min(max(number, low), high) - centre) * amount * AdditiveModel.unit).rounded())
    }
  }

  /// The margin of a lead of whom all tables say nothing, in millionths of log-odds.
  public var intercept: Int64
  /// For each feature the amounts of its codes, in millionths of log-odds.
  public var tables: [[Int64]]
  /// The tables of pairs.
  public var pairs: [Pair]
  /// What numbers give that are used as they are; nil for none.
  public var slopes: [Slope]?

  /// One in fixed point.
  public static let unit = 1e6

  /// The margins of leads, in millionths. O(rows × (features + pairs)).
  func margins(of codes: CodeTable) -> [Int64] {
    var margins = [Int64](repeating: intercept, count: codes.rows)
    for (column, table) in zip(codes.columns, tables) where table.contains(where: { $0 != 0 }) {
      Self.add(table.span, column.span, &margins)
    }
    for pair in pairs {
      Self.add(pair, codes.columns[pair.first], codes.columns[pair.second], codes.counts[pair.second], &margins)
    }
    for slope in slopes ?? [] {
      let numbers = codes.numbers[slope.feature]!
      for row in margins.indices { margins[row] += slope.given(numbers[row]) }
    }
    return margins
  }

  /// What a feature gives to a lead, in millionths of log-odds.
  func given(by feature: Int, _ codes: CodeTable, _ row: Int) -> Int64 {
    let table = tables[feature][Int(codes.columns[feature][row])]
    guard let slope = slopes?.first(where: { $0.feature == feature }) else { return table }
    return table + slope.given(codes.numbers[feature]![row])
  }

  private static func add(_ table: Span<Int64>, _ codes: Span<UInt8>, _ margins: inout [Int64]) {
    var sums = margins.mutableSpan
    for row in sums.indices { sums[row] &+= table[Int(codes[row])] }
  }

  private static func add(
    _ pair: Pair, _ first: [UInt8], _ second: [UInt8], _ width: Int, _ margins: inout [Int64]
  ) {
    let a = first.span
    let b = second.span
    let amounts = pair.amounts.span
    var sums = margins.mutableSpan
    for row in sums.indices { sums[row] &+= amounts[Int(a[row]) &* width &+ Int(b[row])] }
  }
}
