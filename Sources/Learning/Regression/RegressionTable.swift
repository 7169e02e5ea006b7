import Statistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The coefficients of a logistic regression and what is known of them: the table that statistics programs print.
///
/// Without a penalty it has standard errors, z, p, Wald's intervals of 95 % and variance inflation. With one it has the
/// coefficients only, as their standard errors would not be what they seem.
public struct RegressionTable: Sendable, Hashable, Codable {
  /// A coefficient.
  public struct Row: Sendable, Hashable, Codable {
    /// The feature; empty for the intercept.
    public var feature: String
    /// Its level or bin; nil for a number as it is.
    public var level: String?
    /// What becomes of it.
    public var status: Status
    /// Log-odds, for one unit or against the reference; without references against nothing.
    public var coefficient: Double
    /// The standard error.
    public var standardError: Double?
    /// The coefficient in standard errors, and how probable so large a one is by chance.
    public var z: Double?, p: Double?
    /// Wald's interval of 95 %.
    public var low: Double?, high: Double?
    /// By what the odds to be won are multiplied; nil beyond all bounds.
    public var oddsRatio: Double?
    /// How much the variance is inflated by the other columns.
    public var varianceInflation: Double?

    /// The feature with its level.
    public var name: String { feature.isEmpty ? "(intercept)" : level.map { "\(feature): \($0)" } ?? feature }
  }

  /// What becomes of a column.
  public enum Status: String, Sendable, Hashable, Codable {
    /// It has a coefficient.
    case kept
    /// It is what the other levels are compared with.
    case reference
    /// It is a sum of others.
    case collinear
    /// It was left out, and counts as the reference.
    case eliminated
    /// The penalty left nothing of it.
    case zero
  }

  /// A column that was left out.
  public struct Elimination: Sendable, Hashable, Codable {
    /// The feature with its level.
    public var name: String
    /// Why.
    public var reason: BackwardElimination.Reason
  }

  /// How good the fit is.
  public struct Fit: Sendable, Hashable, Codable {
    /// How coefficients were found.
    public var method: LogisticRegression.Method
    /// The steps that it took, and whether they reached the end.
    public var iterations: Int, isConverged: Bool
    /// The log-likelihood, and that of the intercept alone.
    public var logLikelihood: Double, nullLogLikelihood: Double
    /// −2 times these.
    public var deviance: Double, nullDeviance: Double
    /// Akaike's criterion.
    public var aic: Double
    /// McFadden's pseudo R².
    public var pseudoRSquared: Double
    /// The likelihood-ratio test against the intercept alone.
    public var likelihoodRatioP: Double
    /// Columns that separate won or lost leads perfectly.
    public var separating: [String]
  }

  /// The penalty.
  public struct Penalty: Sendable, Hashable, Codable {
    /// The share of the penalty on sizes: 1 for the lasso.
    public var mix: Double
    /// λ that was taken, and the one of least loss.
    public var lambda: Double, best: Double
    /// The share of the null deviance that is explained.
    public var explained: Double
    /// What was tried.
    public var path: [PenaltyChoice.Point]
  }

  /// The leads, and the coefficients without the intercept that are not 0.
  public var leads: Int, kept: Int
  /// The intercept, and all columns with their references.
  public var rows: [Row]
  /// The fit; nil with a penalty.
  public var fit: Fit?
  /// The penalty; nil without one.
  public var penalty: Penalty?
  /// What was left out, in its order.
  public var eliminated: [Elimination] = []
}

extension RegressionTable {
  /// The table of a regression without penalty.
  init(_ result: BackwardElimination.Result, _ design: RegressionDesign, _ features: FeatureSet, rows count: Int) {
    let fit = result.fit
    let inflation = result.matrix.varianceInflation
    let places = Dictionary(uniqueKeysWithValues: result.kept.enumerated().map { ($1, $0 + 1) })
    rows = Self.rows(design, features) { column in
      guard let place = column == 0 ? 0 : places[column] else { return Row(.eliminated) }
      guard let inference = fit.inference(place) else { return Row(.collinear) }
      var row = Row(.kept, inference.coefficient)
      row.standardError = inference.standardError
      row.z = inference.z
      row.p = inference.p
      row.low = inference.interval.lowerBound
      row.high = inference.interval.upperBound
      if place > 0, inflation[place - 1].isFinite { row.varianceInflation = inflation[place - 1] }
      return row
    }
    let names = Self.names(design, features)
    self.fit = Fit(
      method: fit.method, iterations: fit.iterations, isConverged: fit.isConverged, logLikelihood: fit.logLikelihood,
      nullLogLikelihood: fit.nullLogLikelihood, deviance: fit.deviance, nullDeviance: fit.nullDeviance, aic: fit.aic,
      pseudoRSquared: fit.pseudoRSquared, likelihoodRatioP: fit.likelihoodRatioP,
      separating: fit.separating.map { names[result.kept[$0 - 1] - 1] })
    leads = count
    kept = fit.coefficientCount - 1
    eliminated = result.steps.map { Elimination(name: names[$0.column - 1], reason: $0.reason) }
  }

  /// The table of a regression with a penalty.
  init(
    _ solution: ElasticNet.Solution, _ net: ElasticNet, _ choice: PenaltyChoice, _ design: RegressionDesign,
    _ features: FeatureSet, rows count: Int
  ) {
    rows = Self.rows(design, features) { column in
      let coefficient = solution.coefficients[column]
      return Row(coefficient == 0 && column > 0 ? .zero : .kept, coefficient)
    }
    leads = count
    kept = solution.kept
    penalty = Penalty(
      mix: net.mix, lambda: solution.lambda, best: choice.points[choice.best].lambda, explained: solution.explained,
      path: choice.points)
  }

  /// The rows of all columns, with references before the levels that are compared with them.
  private static func rows(
    _ design: RegressionDesign, _ features: FeatureSet, _ row: (Int) -> Row
  ) -> [Row] {
    var rows = [row(0)]
    var last: Int?
    for (index, column) in design.columns.enumerated() {
      let feature = features.features[column.feature]
      if column.code != nil, column.feature != last, let reference = design.references[column.feature],
        !feature.bins.areUncut
      {
        rows.append(Row(.reference, feature: feature.name, level: feature.label(reference)))
      }
      if column.code != nil { last = column.feature }
      var own = row(index + 1)
      own.feature = feature.name
      own.level = column.code.map(feature.label)
      rows.append(own)
    }
    return rows
  }

  private static func names(_ design: RegressionDesign, _ features: FeatureSet) -> [String] {
    design.columns.map { column in
      let feature = features.features[column.feature]
      return Row(.kept, feature: feature.name, level: column.code.map(feature.label)).name
    }
  }
}

extension RegressionTable.Row {
  fileprivate init(
    _ status: RegressionTable.Status, _ coefficient: Double = 0, feature: String = "", level: String? = nil
  ) {
    let odds = exp(coefficient)
    self.init(
      feature: feature, level: level, status: status, coefficient: coefficient,
      oddsRatio: status == .kept && odds.isFinite ? odds : nil)
  }
}
