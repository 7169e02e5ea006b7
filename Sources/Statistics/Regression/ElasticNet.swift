#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Logistic regression with a penalty on the sizes and squares of the coefficients, for a path of penalties.
///
/// Found is the minimum of −logLikelihood / n + λ × (mix × Σ|b| + (1 − mix) / 2 × Σb²), where each b is a coefficient times
/// its column's standard deviation (dividing by *n*), or the coefficient itself if `isStandardized` is false. The intercept
/// has no penalty. With a mix of 1, the lasso, many coefficients are exactly 0.
///
/// Each step minimises the quadratic approximation of the likelihood by coordinate descent over the Gram matrix, so that
/// its time does not hang on the number of rows; a Gram matrix serves as long as the steps come nearer. The path begins at
/// the least λ at which all coefficients are 0, and each solution starts from the one before.
///
/// scikit-learn's `C` is 1 / (n λ) and its `l1_ratio` the mix, for columns that are not standardised.
///
/// Source: J. Friedman, T. Hastie and R. Tibshirani, "Regularization paths for generalized linear models via coordinate
/// descent", Journal of Statistical Software 33, 2010.
public struct ElasticNet: Sendable, Hashable, Codable {
  /// The share of the penalty on sizes: 1 for the lasso, 0 for ridge.
  public var mix: Double
  /// The number of penalties in a path.
  public var lambdaCount = 60
  /// The least penalty of a path as a share of the largest.
  public var leastShare = 1e-3
  /// Whether penalties are on coefficients of standardised columns.
  public var isStandardized = true
  /// Ends when no condition of the minimum is violated by more than this.
  public var tolerance = 1e-7
  /// The most steps for a penalty.
  public var maxIterations = 100

  /// A net with this mix, from 0 to 1.
  public init(mix: Double) {
    precondition((0...1).contains(mix))
    self.mix = mix
  }

  /// The coefficients at one penalty.
  public struct Solution: Sendable, Hashable {
    /// λ.
    public var lambda: Double
    /// The intercept and the coefficients of the columns as they are.
    public var coefficients: [Double]
    /// The share of the null deviance that is explained.
    public var explained: Double
    /// How many coefficients are not 0.
    public var kept: Int { coefficients.dropFirst().count { $0 != 0 } }
    /// Whether the conditions of the minimum hold.
    public var isConverged: Bool
  }

  /// The least penalty at which all coefficients are 0, for a mix of at least a thousandth. O(rows × terms).
  public func largestLambda(_ matrix: DesignMatrix, _ outcomes: [Bool]) -> Double {
    let problem = Problem(self, matrix, outcomes)
    let gradient = problem.gradient(at: problem.nullMargins)
    return (gradient.dropFirst().map(abs).max() ?? 0) / max(mix, 1e-3)
  }

  /// The penalties of a path from this one down, in equal ratios.
  public func lambdas(from largest: Double) -> [Double] {
    (0..<lambdaCount).map { largest * pow(leastShare, Double($0) / Double(max(1, lambdaCount - 1))) }
  }

  /// The solutions of a path, the largest penalty first. Outcomes of one class give intercepts only.
  ///
  /// O(steps × (rows × terms² + columns²)).
  ///
  /// - Parameter lambdas: the penalties, falling; nil for those of these rows.
  public func path(_ matrix: DesignMatrix, _ outcomes: [Bool], lambdas: [Double]? = nil) -> [Solution] {
    precondition(outcomes.count == matrix.rows)
    let lambdas = lambdas ?? self.lambdas(from: largestLambda(matrix, outcomes))
    var descent = CoordinateDescent(Problem(self, matrix, outcomes))
    return lambdas.map { descent.solution(at: $0) }
  }

  /// By how much a solution violates the conditions of the minimum (Karush, Kuhn and Tucker) at most: the gradient of the
  /// likelihood is that of the penalty where a coefficient is not 0, and no larger than the penalty on sizes where it is.
  public func violation(of solution: Solution, _ matrix: DesignMatrix, _ outcomes: [Bool]) -> Double {
    let problem = Problem(self, matrix, outcomes)
    let gradient = problem.gradient(at: matrix.margins(solution.coefficients))
    return problem.violation(gradient, problem.scaled(solution.coefficients), solution.lambda)
  }
}

extension ElasticNet {
  /// The rows, with columns divided by their scales.
  struct Problem {
    let net: ElasticNet
    let matrix: DesignMatrix
    let y: [Double]
    /// For each column what it is divided by; 0 for the intercept and for columns that are the same everywhere.
    let scales: [Double]

    init(_ net: ElasticNet, _ matrix: DesignMatrix, _ outcomes: [Bool]) {
      self.net = net
      self.matrix = matrix
      y = outcomes.map { $0 ? 1 : 0 }
      scales = matrix.moments.map { $0.deviation > 0 ? net.isStandardized ? $0.deviation : 1 : 0 }
    }

    var isOneClass: Bool { !y.contains(0) || !y.contains(1) }

    /// The intercept of rows without columns; of one class with half a lead on each side.
    var nullIntercept: Double {
      let won = y.reduce(0, +)
      let half = isOneClass ? 0.5 : 0
      return log((won + half) / (Double(y.count) - won + half))
    }

    var nullMargins: [Double] { Array(repeating: nullIntercept, count: y.count) }

    /// Coefficients of columns divided by their scales.
    func scaled(_ coefficients: [Double]) -> [Double] {
      coefficients.indices.map { $0 == 0 ? coefficients[0] : coefficients[$0] * scales[$0] }
    }

    /// Coefficients of the columns as they are.
    func unscaled(_ coefficients: [Double]) -> [Double] {
      coefficients.indices.map { column in
        column == 0 ? coefficients[0] : scales[column] > 0 ? coefficients[column] / scales[column] : 0
      }
    }

    /// The gradient of the mean log-likelihood.
    func gradient(at margins: [Double]) -> [Double] {
      let residuals = zip(y, margins).map { $0 - 1 / (1 + exp(-$1)) }
      let n = Double(max(1, y.count))
      return matrix.products(with: residuals).enumerated().map { column, sum in
        column == 0 ? sum / n : scales[column] > 0 ? sum / n / scales[column] : 0
      }
    }

    /// The penalty that is subtracted from the mean log-likelihood.
    func penalty(_ scaled: [Double], _ lambda: Double) -> Double {
      lambda * scaled.dropFirst().reduce(0) { $0 + net.mix * abs($1) + (1 - net.mix) / 2 * $1 * $1 }
    }

    func violation(_ gradient: [Double], _ scaled: [Double], _ lambda: Double) -> Double {
      var worst = abs(gradient[0])
      for column in scaled.indices.dropFirst() where scales[column] > 0 {
        let b = scaled[column]
        let slope = gradient[column] - lambda * (1 - net.mix) * b
        let size = lambda * net.mix
        worst = max(worst, b == 0 ? max(0, abs(slope) - size) : abs(slope - (b > 0 ? size : -size)))
      }
      return worst
    }
  }
}
