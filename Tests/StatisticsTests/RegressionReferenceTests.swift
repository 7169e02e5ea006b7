import Statistics
import Testing

/// Regressions as statsmodels and scikit-learn have them.
@Suite struct RegressionReferenceTests {
  let reference: Reference

  init() throws { reference = try Reference() }

  @Test func theWholeTableIsThatOfStatsmodels() throws {
    let fit = LogisticRegression().fit(reference.matrix(), reference.won)
    #expect(fit.method == .maximumLikelihood && fit.separating.isEmpty)
    for (column, name) in (["intercept"] + Reference.names()).enumerated() {
      let row = try #require(fit.inference(column))
      try reference.expect(row.coefficient, "full \(name)", relative: 1e-6)
      try reference.expect(row.standardError, "full \(name) error", relative: 1e-6)
      try reference.expect(row.z, "full \(name) z", relative: 1e-6)
      try reference.expect(row.p, "full \(name) p", relative: 1e-5)
      try reference.expect(row.interval.lowerBound, "full \(name) low", relative: 1e-6)
      try reference.expect(row.interval.upperBound, "full \(name) high", relative: 1e-6)
    }
    try reference.expect(fit.logLikelihood, "full log likelihood", relative: 1e-9)
    try reference.expect(fit.deviance, "full deviance", relative: 1e-9)
    try reference.expect(fit.nullDeviance, "full null deviance", relative: 1e-9)
    try reference.expect(fit.aic, "full aic", relative: 1e-9)
    try reference.expect(fit.pseudoRSquared, "full pseudo r2", relative: 1e-8)
    try reference.expect(fit.likelihoodRatioP, "full likelihood ratio p", relative: 1e-6)
  }

  @Test func varianceInflationIsThatOfStatsmodels() throws {
    for (inflation, name) in zip(reference.matrix().varianceInflation, Reference.names()) {
      try reference.expect(inflation, "vif \(name)", relative: 1e-8)
    }
  }

  @Test func columnsGoInTheOrderOfScikitLearn() throws {
    let result = BackwardElimination(to: 1).result(reference.matrix(), reference.won)
    let order = Reference.names().indices.sorted {
      reference.figures["rank \(Reference.names()[$0])"]! > reference.figures["rank \(Reference.names()[$1])"]!
    }
    #expect(result.steps.map { $0.column - 1 } == order.dropLast())
    #expect(result.kept == [order.last! + 1])
  }

  @Test(arguments: ["1", "0.5", "0"], ["0.05", "0.005"])
  func penalisedCoefficientsAreThoseOfScikitLearn(mix: String, lambda: String) throws {
    for isStandardized in [false, true] {
      var net = ElasticNet(mix: Double(mix)!)
      net.isStandardized = isStandardized
      net.tolerance = 1e-11
      let matrix = reference.matrix(withX3: isStandardized)
      let solution = net.path(matrix, reference.won, lambdas: [Double(lambda)!])[0]
      #expect(solution.isConverged)
      let names = Reference.names(withX3: isStandardized)
      for (name, coefficient) in zip(names, solution.coefficients.dropFirst()) {
        try reference.expect(
          coefficient, "\(isStandardized ? "standard net" : "net") \(mix) \(lambda) \(name)", relative: 1e-5)
      }
      if !isStandardized {
        try reference.expect(solution.coefficients[0], "net \(mix) \(lambda) intercept", relative: 1e-5)
      }
    }
  }

  @Test func crossValidationChoosesAsScikitLearnsFoldsDo() throws {
    var net = ElasticNet(mix: 1)
    net.isStandardized = false
    net.lambdaCount = 10
    net.tolerance = 1e-10
    let matrix = reference.matrix(withX3: false)
    try reference.expect(net.largestLambda(matrix, reference.won), "largest lambda", relative: 1e-9)
    let (_, choice) = net.crossValidated(
      matrix, reference.won, folds: reference.won.indices.map { UInt8($0 % 5) })
    for (place, point) in choice.points.enumerated() {
      try reference.expect(point.loss, "fold loss \(place)", relative: 1e-6)
      try reference.expect(point.error, "fold error \(place)", relative: 1e-5)
    }
    #expect(Double(choice.best) == reference.figures["lambda min"])
    #expect(Double(choice.simplest) == reference.figures["lambda 1se"])
  }

  @Test func aLevelOfWonLeadsOnlyIsFittedAsFirthSays() throws {
    let terms = ["x1", "pure"].map { DesignMatrix.Term.numbers(reference.numbers($0)) }
    let fit = LogisticRegression().fit(DesignMatrix(terms, rows: reference.rows.count), reference.won)
    #expect(fit.method == .firth && fit.separating == [2])
    for (column, name) in ["intercept", "x1", "pure"].enumerated() {
      try reference.expect(fit.coefficients[column], "firth \(name)", relative: 1e-6)
    }
    // The same as a level, without columns of zeros and ones.
    let codes = reference.numbers("pure").map { UInt8($0) }
    let level = LogisticRegression().fit(
      DesignMatrix([terms[0], .levels(codes, count: 2, reference: 0)], rows: codes.count), reference.won)
    #expect(level.method == .firth && level.separating == [2])
    #expect(abs(level.coefficients[2] - fit.coefficients[2]) < 1e-7)
  }

  @Test func areasAreThoseOfDeLong() throws {
    let areas = try #require(
      DeLong(scores: [reference.numbers("probability"), reference.numbers("rival")], outcomes: reference.won))
    try reference.expect(areas.areas[0], "area", relative: 1e-12)
    try reference.expect(areas.areas[1], "rival area", relative: 1e-12)
    try reference.expect(areas.covariances[0][0], "area variance", relative: 1e-10)
    try reference.expect(areas.covariances[1][1], "rival area variance", relative: 1e-10)
    try reference.expect(areas.covariances[1][0], "area covariance", relative: 1e-10)
    let difference = areas.difference(0, 1)
    try reference.expect(difference.standardError, "area difference error", relative: 1e-10)
    try reference.expect(difference.p, "area difference p", relative: 1e-9)
  }
}
