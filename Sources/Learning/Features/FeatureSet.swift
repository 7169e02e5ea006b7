import Leads
import Scoring
import Statistics

/// The features of a model, in their order.
public struct FeatureSet: Sendable, Hashable, Codable {
  /// The features.
  public var features: [Feature]

  /// Some features.
  public init(_ features: [Feature]) { self.features = features }

  /// The sources, in the order of the features.
  var sources: [FeatureSource] { features.map(\.source) }
}

/// For observations the code of each feature: *n* observations × *d* features, by columns.
public struct CodeTable: Sendable {
  /// For each feature the codes of the observations.
  public var columns: [[UInt8]]
  /// For each feature the number of its codes.
  public var counts: [Int]
  /// The number of observations.
  public let rows: Int
  /// The numbers of features that are used as they are, by the features' positions; NaN is missing.
  var numbers: [Int: [Double]] = [:]

  /// The table of some rows only.
  func selecting(_ rows: [Int]) -> CodeTable {
    CodeTable(
      columns: columns.map { column in rows.map { column[$0] } }, counts: counts, rows: rows.count,
      numbers: numbers.mapValues { column in rows.map { column[$0] } })
  }
}

extension FeatureSet {
  /// Puts values into the bins of the features.
  ///
  /// - Parameters:
  ///   - table: the values of the features' sources, in their order.
  ///   - names: for each feature the names of its levels (`LevelNames`).
  ///   - rows: the rows of the table that are wanted; nil for all.
  func codes(of table: RawTable, _ names: [LevelNames]) -> CodeTable {
    let columns = features.indices.map { index in
      Self.codes(of: table.values[index], features[index].bins, names[index])
    }
    var codes = CodeTable(columns: columns, counts: features.map(\.bins.count), rows: table.count)
    for index in features.indices where features[index].bins.areUncut {
      if case .numbers(let numbers) = table.values[index] { codes.numbers[index] = numbers }
    }
    return codes
  }

  private static func codes(of values: RawTable.Values, _ bins: Bins, _ names: LevelNames) -> [UInt8] {
    switch (values, bins) {
    case (.numbers(let numbers), .cuts(let cuts)):
      return numbers.map { Bins.code(of: $0, cuts.span) }
    case (.levels(let levels), .levels), (.levels(let levels), .rates):
      let codes = bins.codes(of: names)
      return levels.map { Int($0) < codes.count ? codes[Int($0)] : 0 }
    default: preconditionFailure("the bins do not fit the values")
    }
  }
}
