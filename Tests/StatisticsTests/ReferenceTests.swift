import Statistics
import TestSupport
import Testing

/// Figures of 300 leads as statsmodels and scikit-learn have them: `Conformance/statistics/make_reference.py`.
@Suite struct ReferenceTests {
  let rows: [ConformanceCase]
  let figures: [String: Double]
  let won: [Bool]
  let probabilities: [Double]

  init() throws {
    rows = try ConformanceCase.all(in: "statistics/rows.csv")
    figures = Dictionary(
      uniqueKeysWithValues: try ConformanceCase.all(in: "statistics/figures.csv").map { row in
        (row["figure"], Double(row["value"])!)
      })
    won = rows.map { $0["won"] == "1" }
    probabilities = rows.map { Double($0["probability"])! }
  }

  private func expect(_ value: Double?, _ figure: String, relative: Double) throws {
    let value = try #require(value)
    let expected = try #require(figures[figure])
    #expect(abs(value - expected) <= relative * abs(expected), "\(figure): \(value), expected \(expected)")
  }

  @Test func coefficientsAndErrorsAreThoseOfStatsmodels() throws {
    let terms = ["x1", "x2"].map { name in DesignMatrix.Term.numbers(rows.map { Double($0[name])! }) }
    let fit = LogisticRegression().fit(DesignMatrix(terms, rows: rows.count), won)
    #expect(fit.isConverged && fit.method == .maximumLikelihood && fit.aliased.isEmpty)
    for (column, name) in ["intercept", "x1", "x2"].enumerated() {
      try expect(fit.coefficients[column], name, relative: 1e-6)
      try expect(fit.standardErrors[column], "\(name) error", relative: 1e-6)
    }
    try expect(fit.inference(1)?.z, "x1 z", relative: 1e-6)
    try expect(fit.inference(1)?.p, "x1 p", relative: 1e-4)
    try expect(fit.inference(2)?.p, "x2 p", relative: 1e-4)
    try expect(fit.logLikelihood, "log likelihood", relative: 1e-9)
    try expect(fit.nullLogLikelihood, "null log likelihood", relative: 1e-9)
    try expect(fit.deviance, "deviance", relative: 1e-9)
    try expect(fit.aic, "aic", relative: 1e-9)
  }

  @Test func figuresAreThoseOfScikitLearn() throws {
    let ranked = try #require(Ranked(scores: probabilities, outcomes: won))
    try expect(ranked.rocAUC, "roc auc", relative: 1e-12)
    try expect(ranked.averagePrecision, "average precision", relative: 1e-12)
    try expect(ProbabilityLoss.logLoss(probabilities, won), "log loss", relative: 1e-12)
    try expect(ProbabilityLoss.brier(probabilities, won), "brier", relative: 1e-12)
    try expect(ranked.kolmogorovSmirnov.distance, "ks", relative: 1e-12)
  }
}
