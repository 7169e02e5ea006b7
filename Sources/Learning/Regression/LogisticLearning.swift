import Statistics

/// Logistic regression on features, as a sum of tables and slopes.
struct LogisticLearning: Sendable {
  /// How coefficients are found.
  enum Method: Sendable {
    /// Without a penalty, and with columns left out if that is wanted.
    case likelihood(LogisticSettings.Elimination?)
    /// Bins with a penalty on squares: the coefficient of a bin is drawn to 0 as if it had so much more curvature.
    case ridge(Double)
    /// With a penalty on sizes and squares, chosen from a path.
    case net(ElasticNet, PenaltyChoice)
  }

  var columns = LogisticSettings.Columns.bins
  var method = Method.ridge(4)

  /// Few bins: a coefficient for each is learned by itself.
  static var bins: Bins.Settings { bins(.bins) }

  static func bins(_ columns: LogisticSettings.Columns) -> Bins.Settings {
    var settings = Bins.Settings()
    settings.maxBins = columns == .bins ? 10 : 1
    return settings
  }

  /// The most columns that are fitted: the time grows with their cube, and beyond so many only the most telling
  /// features, by information value, have coefficients.
  static let maxColumns = 320

  func model(_ codes: CodeTable, _ outcomes: [Bool]) -> AdditiveModel { fitted(codes, outcomes, nil).model }

  /// The model, and its table of coefficients if the features' names are given and the method has one.
  func fitted(
    _ codes: CodeTable, _ outcomes: [Bool], _ features: FeatureSet?
  ) -> (model: AdditiveModel, table: RegressionTable?) {
    switch method {
    case .ridge(let ridge): return (model(codes, outcomes, ridge: ridge), nil)
    case .likelihood(let elimination):
      let design = Self.design(codes, outcomes, hasReferences: true)
      let result = Self.likelihood(design.matrix, outcomes, elimination)
      var coefficients = [Double](repeating: 0, count: design.matrix.width)
      coefficients[0] = result.fit.coefficients[0]
      for (place, column) in result.kept.enumerated() { coefficients[column] = result.fit.coefficients[place + 1] }
      return (
        design.model(coefficients, codes), features.map { RegressionTable(result, design, $0, rows: codes.rows) }
      )
    case .net(let net, let choice):
      let design = Self.design(codes, outcomes, hasReferences: false)
      let lambdas = choice.points[...choice.simplest].map(\.lambda)
      let solution = net.path(design.matrix, outcomes, lambdas: lambdas).last!
      return (
        design.model(solution.coefficients, codes),
        features.map { RegressionTable(solution, net, choice, design, $0, rows: codes.rows) }
      )
    }
  }

  /// The penalties that are tried.
  static func penalties(_ net: ElasticNet, _ codes: CodeTable, _ outcomes: [Bool]) -> [Double] {
    net.lambdas(from: net.largestLambda(design(codes, outcomes, hasReferences: false).matrix, outcomes))
  }

  /// For each penalty the margins of rows that are not learned from.
  static func margins(
    _ net: ElasticNet, _ lambdas: [Double], _ codes: CodeTable, _ outcomes: [Bool], of others: CodeTable
  ) -> [[Int64]] {
    let design = design(codes, outcomes, hasReferences: false)
    return net.path(design.matrix, outcomes, lambdas: lambdas).map {
      design.model($0.coefficients, codes).margins(of: others)
    }
  }

  private static func design(_ codes: CodeTable, _ outcomes: [Bool], hasReferences: Bool) -> RegressionDesign {
    RegressionDesign(codes, features: mostTelling(codes, outcomes), hasReferences: hasReferences)
  }

  private static func likelihood(
    _ matrix: DesignMatrix, _ outcomes: [Bool], _ elimination: LogisticSettings.Elimination?
  ) -> BackwardElimination.Result {
    if let elimination { return BackwardElimination(to: elimination.columns).result(matrix, outcomes) }
    return BackwardElimination.Result(matrix, outcomes)
  }

  private func model(_ codes: CodeTable, _ outcomes: [Bool], ridge: Double) -> AdditiveModel {
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
    let values = codes.counts.indices.map { feature in
      // What a number says that is used as it is cannot be told from its two codes; it takes little room.
      codes.numbers[feature] == nil
        ? informationValue(codes.columns[feature], codes.counts[feature], outcomes) : .infinity
    }
    var left = maxColumns
    return codes.counts.indices.sorted { (values[$1], $0) < (values[$0], $1) }.prefix { feature in
      left -= codes.counts[feature]
      return left >= 0
    }.sorted()
  }

  private static func informationValue(_ column: [UInt8], _ count: Int, _ outcomes: [Bool]) -> Double {
    var tallies = Array(repeating: (won: 0.0, lost: 0.0), count: count)
    for (code, isWon) in zip(column, outcomes) {
      if isWon { tallies[Int(code)].won += 1 } else { tallies[Int(code)].lost += 1 }
    }
    return WeightOfEvidence.informationValue(tallies)
  }
}
