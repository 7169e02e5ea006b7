import Statistics

/// The columns of a logistic regression on features, and how its coefficients become a sum of tables and slopes.
///
/// A feature of levels or bins has a column for each of them that occurs, but for the reference if there is one: that of
/// most leads. A number that is used as it is has one column, with the mean where it is missing, and one that says that it
/// is missing. What is the same for all leads has none.
struct RegressionDesign {
  /// What a column stands for.
  struct Column {
    var feature: Int
    /// The code of its level or bin; nil for a number as it is.
    var code: Int?
  }

  /// The columns; the intercept is none of them.
  let matrix: DesignMatrix
  /// For each column after the intercept what it stands for.
  let columns: [Column]
  /// For each feature with one its reference.
  let references: [Int: Int]
  /// The numbers that are used as they are, without amounts.
  private let slopes: [AdditiveModel.Slope]

  /// The columns of some features, in their order.
  init(_ codes: CodeTable, features: [Int], hasReferences: Bool) {
    var terms: [DesignMatrix.Term] = []
    var columns: [Column] = []
    var references: [Int: Int] = [:]
    var slopes: [AdditiveModel.Slope] = []
    for feature in features {
      if let numbers = codes.numbers[feature], let slope = AdditiveModel.Slope(feature, numbers) {
        terms.append(.numbers(numbers.map { $0.isNaN ? slope.centre : $0 }))
        columns.append(Column(feature: feature, code: nil))
        slopes.append(slope)
      }
      let levels = Levels(codes.columns[feature], codes.counts[feature])
      guard levels.present.count > 1 else { continue }
      // Of a number that is used as it is, being known is what missing is compared with.
      let reference = codes.numbers[feature] == nil ? levels.largest : levels.present.last!
      let hasReference = hasReferences || codes.numbers[feature] != nil
      if hasReference { references[feature] = reference }
      terms.append(
        .levels(
          levels.codes, count: levels.present.count,
          reference: hasReference ? levels.present.firstIndex(of: reference) : nil))
      columns += levels.present.filter { !hasReference || $0 != reference }.map { Column(feature: feature, code: $0) }
    }
    matrix = DesignMatrix(terms, rows: codes.rows)
    self.columns = columns
    self.references = references
    self.slopes = slopes
  }

  /// The model that has these coefficients, the intercept first.
  func model(_ coefficients: [Double], _ codes: CodeTable) -> AdditiveModel {
    var tables = codes.counts.map { [Double](repeating: 0, count: $0) }
    var slopes = self.slopes
    var intercept = coefficients[0]
    for (column, coefficient) in zip(columns, coefficients.dropFirst()) {
      if let code = column.code {
        tables[column.feature][code] = coefficient
      } else {
        let place = slopes.firstIndex { $0.feature == column.feature }!
        slopes[place].amount = coefficient
        intercept += coefficient * slopes[place].centre
      }
    }
    return AdditiveModel(intercept: intercept, tables, slopes.filter { $0.amount != 0 }, centredOn: codes)
  }

  /// The codes of a feature that occur.
  private struct Levels {
    /// The codes, ascending; that of most rows.
    let present: [Int], largest: Int
    /// For each row the place of its code among those that occur.
    let codes: [UInt8]

    init(_ column: [UInt8], _ count: Int) {
      var counts = [Int](repeating: 0, count: count)
      for code in column { counts[Int(code)] += 1 }
      present = counts.indices.filter { counts[$0] > 0 }
      largest = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
      var places = [UInt8](repeating: 0, count: count)
      for (place, code) in present.enumerated() { places[code] = UInt8(place) }
      codes = column.map { places[Int($0)] }
    }
  }
}

extension AdditiveModel.Slope {
  /// The slope of a feature with these numbers, without an amount; nil if they are all the same or missing.
  fileprivate init?(_ feature: Int, _ numbers: [Double]) {
    let known = numbers.filter { !$0.isNaN }
    guard let low = known.min(), let high = known.max(), low < high else { return nil }
    // Rounding must not put the mean beyond the ends.
    let mean = min(max(known.reduce(0, +) / Double(known.count), low), high)
    self.init(feature: feature, amount: 0, centre: mean, low: low, high: high)
  }
}

extension AdditiveModel {
  /// A sum of tables and slopes, centred: the average row gets 0 from each, and so does a code that no row has.
  init(intercept: Double, _ tables: [[Double]], _ slopes: [Slope], centredOn codes: CodeTable) {
    var base = intercept
    let centred = tables.enumerated().map { feature, amounts -> [Double] in
      var counts = [Double](repeating: 0, count: amounts.count)
      for code in codes.columns[feature] { counts[Int(code)] += 1 }
      let mean = zip(counts, amounts).reduce(0) { $0 + $1.0 * $1.1 } / Double(max(1, codes.rows))
      base += mean
      return amounts.indices.map { counts[$0] > 0 ? amounts[$0] - mean : 0 }
    }
    self.init(
      intercept: Self.fixed(base), tables: centred.map { $0.map(Self.fixed) }, pairs: [],
      slopes: slopes.isEmpty ? nil : slopes)
  }
}
