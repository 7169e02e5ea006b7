#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Logistic regression by Newton's method, which is iteratively reweighted least squares.
///
/// Source: P. McCullagh and J. Nelder, "Generalized Linear Models", 1989, chapter 4.
public struct LogisticRegression: Sendable {
  /// The weight of the penalty ½ ridge × Σ coefficient² on the columns as they are; the intercept has none.
  public var ridge = 0.0
  /// Ends when no step changes the log-likelihood by more than this share of it.
  public var tolerance = 1e-10
  /// The most steps.
  public var maxIterations = 50

  /// A regression without penalty.
  public init(ridge: Double = 0) { self.ridge = ridge }

  /// How the coefficients were found.
  public enum Method: String, Sendable, Hashable, Codable {
    /// By the greatest likelihood.
    case maximumLikelihood
    /// By the greatest likelihood less a penalty on the squares.
    case ridge
    /// By Firth's penalised likelihood, because some columns separate won and lost perfectly.
    case firth
  }

  /// What was found.
  public struct Fit: Sendable {
    /// The intercept and the coefficients of all columns; 0 for aliased ones.
    public var coefficients: [Double]
    /// How they were found.
    public var method: Method
    /// Whether the end was reached.
    public var isConverged: Bool
    /// The steps that it took.
    public var iterations: Int
    /// The log-likelihood, and that of the intercept alone.
    public var logLikelihood: Double, nullLogLikelihood: Double
    /// Columns that depend on earlier ones.
    public var aliased: [Int]
    /// Columns whose coefficients would grow without end, because they separate some of the won or lost perfectly. Firth's
    /// likelihood keeps them finite.
    public var separating: [Int] = []
    /// The standard errors; nil for aliased columns.
    public var standardErrors: [Double?]
    /// Twice the log-likelihood, negated.
    public var deviance: Double { -2 * logLikelihood }
    /// Twice the log-likelihood of the intercept alone, negated.
    public var nullDeviance: Double { -2 * nullLogLikelihood }
    /// The number of coefficients, without aliased ones.
    public var coefficientCount: Int { coefficients.count - aliased.count }
    /// McFadden's pseudo R²: by what share the log-likelihood is nearer to 0 than that of the intercept alone.
    public var pseudoRSquared: Double { nullLogLikelihood < 0 ? 1 - logLikelihood / nullLogLikelihood : 0 }
    /// How probable so large a gain over the intercept alone is by chance: the likelihood-ratio test.
    public var likelihoodRatioP: Double {
      ChiSquare.upperTail(nullDeviance - deviance, freedom: max(1, coefficientCount - 1))
    }
    /// Akaike's criterion: deviance and twice the number of coefficients.
    public var aic: Double { deviance + 2 * Double(coefficientCount) }

    /// A row of the table of inference; nil for an aliased column.
    public func inference(_ column: Int) -> Inference? {
      standardErrors[column].map { Inference(coefficient: coefficients[column], standardError: $0) }
    }
  }

  /// Fits coefficients. Outcomes of one class give an intercept of its log-odds with half a lead on each side.
  ///
  /// Without a ridge, separated classes are found by coefficients that run away, and fitted by Firth's likelihood.
  /// O(iterations × (rows × terms² + columns³)).
  ///
  /// - Parameter start: coefficients to start from; nil for the intercept alone.
  public func fit(_ matrix: DesignMatrix, _ outcomes: [Bool], start: [Double]? = nil) -> Fit {
    precondition(outcomes.count == matrix.rows)
    let y = outcomes.map { $0 ? 1.0 : 0 }
    let won = y.reduce(0, +)
    let odds = log((won + 0.5) / (Double(y.count) - won + 0.5))
    var state = State(coefficients: start ?? [odds] + Array(repeating: 0, count: matrix.width - 1), matrix, y, ridge)
    var iterations = 0
    var isConverged = false
    var runsAway = false
    while iterations < maxIterations, !isConverged, !runsAway {
      iterations += 1
      let before = state
      let change = state.step(matrix, y, ridge)
      isConverged = abs(change) <= tolerance * (abs(state.objective) + 0.1)
      if ridge == 0, isConverged || iterations > Self.usualIterations {
        let stillMoves = zip(before.margins, state.margins).contains { abs($0 - $1) > Self.largestLastMove }
        runsAway = stillMoves && (isConverged || iterations == maxIterations || state.isCertain)
        if runsAway { return firth(matrix, outcomes, from: before, to: state) }
      }
    }
    if ridge == 0, won == 0 || won == Double(y.count) {
      return FirthRegression(maxIterations: maxIterations).fit(matrix, outcomes)
    }
    return state.fit(
      matrix, y, ridge, method: ridge > 0 ? .ridge : .maximumLikelihood, isConverged: isConverged, iterations)
  }

  /// Newton's method is there after fewer steps, unless classes are separated: then margins grow by about 1 in each step
  /// for ever, though the likelihood gains less and less.
  private static let usualIterations = 15
  private static let largestLastMove = 0.3

  private func firth(_ matrix: DesignMatrix, _ outcomes: [Bool], from old: State, to new: State) -> Fit {
    var fit = FirthRegression(maxIterations: maxIterations).fit(matrix, outcomes)
    let moments = matrix.moments
    fit.separating = (1..<matrix.width).filter { column in
      // What the column moves somewhere; a level moves its own rows by all of its change.
      let reach = max(moments[column].reach, moments[column].deviation)
      return abs(new.coefficients[column] - old.coefficients[column]) * reach > Self.largestLastMove
    }
    return fit
  }
}

/// A row of the table of inference.
public struct Inference: Sendable, Hashable, Codable {
  /// The coefficient, in log-odds for one unit.
  public var coefficient: Double
  /// Its standard error.
  public var standardError: Double

  /// The coefficient in standard errors.
  public var z: Double { coefficient / standardError }
  /// How probable so large a z is by chance, on both sides.
  public var p: Double { erfc(abs(z) / 2.0.squareRoot()) }
  /// Wald's interval of 95 %.
  public var interval: ClosedRange<Double> {
    let reach = 1.959963984540054 * standardError
    return coefficient - reach...coefficient + reach
  }
}

extension LogisticRegression {
  /// Coefficients and what follows from them.
  struct State {
    var coefficients: [Double]
    var margins: [Double]
    /// The log-likelihood less the penalty.
    var objective: Double

    init(coefficients: [Double], _ matrix: DesignMatrix, _ y: [Double], _ ridge: Double) {
      self.coefficients = coefficients
      margins = matrix.margins(coefficients)
      objective = Self.objective(margins, coefficients, y, ridge)
    }

    static func objective(_ margins: [Double], _ coefficients: [Double], _ y: [Double], _ ridge: Double) -> Double {
      logLikelihood(margins, y) - ridge / 2 * coefficients.dropFirst().reduce(0) { $0 + $1 * $1 }
    }

    static func logLikelihood(_ margins: [Double], _ y: [Double]) -> Double {
      let m = margins.span
      let outcomes = y.span
      var sum = 0.0
      for row in m.indices {
        let z = m[row]
        sum += outcomes[row] * z - max(z, 0) - log1p(exp(-abs(z)))
      }
      return sum
    }

    /// For each row its residual and its weight.
    func residuals(_ y: [Double]) -> (residuals: [Double], weights: [Double]) {
      var residuals = y
      var weights = y
      let m = margins.span
      var r = residuals.mutableSpan
      var w = weights.mutableSpan
      for row in m.indices {
        let p = 1 / (1 + exp(-m[row]))
        r[row] -= p
        w[row] = p * (1 - p)
      }
      return (residuals, weights)
    }

    /// Whether some rows are as good as certain, which only coefficients without bounds make them.
    var isCertain: Bool { margins.contains { abs($0) > 30 } }

    /// One step of Newton's method, halved until it betters the objective; returns by how much.
    mutating func step(_ matrix: DesignMatrix, _ y: [Double], _ ridge: Double) -> Double {
      let (residuals, weights) = residuals(y)
      var gradient = matrix.products(with: residuals)
      var gram = matrix.gram(weights)
      for column in gradient.indices.dropFirst() {
        gradient[column] -= ridge * coefficients[column]
        gram[column, column] += ridge
      }
      let direction = Cholesky(gram).solve(gradient)
      let before = objective
      var length = 1.0
      while length > 1e-6 {
        let next = zip(coefficients, direction).map { $0 + length * $1 }
        let moved = State(coefficients: next, matrix, y, ridge)
        if moved.objective >= before - 1e-12 * abs(before) {
          self = moved
          return objective - before
        }
        length /= 2
      }
      return 0
    }

    func fit(
      _ matrix: DesignMatrix, _ y: [Double], _ ridge: Double, method: Method, isConverged: Bool, _ iterations: Int
    ) -> Fit {
      var gram = matrix.gram(residuals(y).weights)
      for column in 1..<max(1, gram.size) { gram[column, column] += ridge }
      let factor = Cholesky(gram)
      let won = y.reduce(0, +)
      let n = Double(y.count)
      let null = won == 0 || won == n ? 0 : won * log(won / n) + (n - won) * log(1 - won / n)
      return Fit(
        coefficients: coefficients, method: method, isConverged: isConverged, iterations: iterations,
        logLikelihood: Self.logLikelihood(margins, y), nullLogLikelihood: null, aliased: factor.aliased,
        standardErrors: factor.inverseDiagonal.map { $0.map { $0.squareRoot() } })
    }
  }
}
