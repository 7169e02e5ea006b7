import Statistics
import Testing

/// Figures of 300 leads as statsmodels and scikit-learn have them: `Conformance/statistics/make_reference.py`.
@Suite struct ReferenceTests {
  let reference: Reference
  let won: [Bool]
  let probabilities: [Double]

  init() throws {
    reference = try Reference()
    won = reference.won
    probabilities = reference.numbers("probability")
  }

  private func expect(_ value: Double?, _ figure: String, relative: Double) throws {
    try reference.expect(value, figure, relative: relative)
  }

  @Test func coefficientsAndErrorsAreThoseOfStatsmodels() throws {
    let terms = ["x1", "x2"].map { name in DesignMatrix.Term.numbers(reference.numbers(name)) }
    let fit = LogisticRegression().fit(DesignMatrix(terms, rows: won.count), won)
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
