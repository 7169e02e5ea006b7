import Statistics

/// Logistic regression on bins, as a sum of tables.
struct LogisticLearning: Sendable {
  /// The penalty on squares: the coefficient of a bin is drawn to 0 as if it had so much more curvature.
  var ridge = 4.0

  /// Few bins: a coefficient for each is learned by itself.
  static var bins: Bins.Settings {
    var settings = Bins.Settings()
    settings.maxBins = 10
    return settings
  }

  /// The most columns that are fitted: the time grows with their cube, and beyond so many only the most telling
  /// features, by information value, have coefficients.
  static let maxColumns = 320

  func model(_ codes: CodeTable, _ outcomes: [Bool]) -> AdditiveModel {
    let kept = Self.mostTelling(codes, outcomes)
    let terms = kept.map { DesignMatrix.Term.levels(codes.columns[$0], count: codes.counts[$0], reference: nil) }
    let matrix = DesignMatrix(terms, rows: codes.rows)
    var regression = LogisticRegression(ridge: ridge)
    regression.tolerance = 1e-7
    let fit = regression.fit(matrix, outcomes)
    var tables = codes.counts.map { [Float](repeating: 0, count: $0) }
    var next = 1
    for feature in kept {
      tables[feature] = fit.coefficients[next..<next + codes.counts[feature]].map { Float($0) }
      next += codes.counts[feature]
    }
    let growth = AdditiveTrainer.Growth(intercept: Float(fit.coefficients[0]), tables: tables)
    return AdditiveModel(meanOf: [growth], centredOn: codes)
  }

  /// The features that are fitted, in their order.
  private static func mostTelling(_ codes: CodeTable, _ outcomes: [Bool]) -> [Int] {
    if codes.counts.reduce(0, +) <= maxColumns { return Array(codes.counts.indices) }
    let values = zip(codes.columns, codes.counts).map { column, count in
      var tallies = Array(repeating: (won: 0.0, lost: 0.0), count: count)
      for (code, isWon) in zip(column, outcomes) {
        if isWon { tallies[Int(code)].won += 1 } else { tallies[Int(code)].lost += 1 }
      }
      return WeightOfEvidence.informationValue(tallies)
    }
    var left = maxColumns
    return codes.counts.indices.sorted { (values[$1], $0) < (values[$0], $1) }.prefix { feature in
      left -= codes.counts[feature]
      return left >= 0
    }.sorted()
  }
}
