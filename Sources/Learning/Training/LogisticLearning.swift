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

  func model(_ codes: CodeTable, _ outcomes: [Bool]) -> AdditiveModel {
    let terms = zip(codes.columns, codes.counts).map { DesignMatrix.Term.levels($0, count: $1, reference: nil) }
    let matrix = DesignMatrix(terms, rows: codes.rows)
    var regression = LogisticRegression(ridge: ridge)
    regression.tolerance = 1e-8
    let fit = regression.fit(matrix, outcomes)
    var next = 1
    let tables = codes.counts.map { count in
      defer { next += count }
      return fit.coefficients[next..<next + count].map { Float($0) }
    }
    let growth = AdditiveTrainer.Growth(intercept: Float(fit.coefficients[0]), tables: tables)
    return AdditiveModel(meanOf: [growth], centredOn: codes)
  }
}
