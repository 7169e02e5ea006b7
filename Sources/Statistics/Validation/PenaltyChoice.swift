/// Which penalty of a path serves rows best that were not learned from, and which is the strongest that serves them nearly
/// as well.
///
/// Source: J. Friedman, T. Hastie and R. Tibshirani, 2010, as for `ElasticNet`; the standard error is that of the folds.
public struct PenaltyChoice: Sendable, Hashable, Codable {
  /// One penalty.
  public struct Point: Sendable, Hashable, Codable {
    /// λ.
    public var lambda: Double
    /// The mean loss of the rows that were not learned from, and its standard error over the folds.
    public var loss: Double, error: Double
  }

  /// The penalties, the strongest first.
  public var points: [Point]
  /// The position of the least loss: `lambda.min` of glmnet.
  public var best: Int
  /// The position of the strongest penalty whose loss is within one standard error of the least: `lambda.1se` of glmnet.
  public var simplest: Int

  /// The choice from losses.
  ///
  /// - Parameters:
  ///   - lambdas: the penalties, falling; not empty.
  ///   - losses: for each fold and penalty the mean loss of the fold's rows.
  ///   - rows: for each fold its number of rows.
  public init(_ lambdas: [Double], losses: [[Double]], rows: [Int]) {
    precondition(!lambdas.isEmpty && losses.count == rows.count && losses.allSatisfy { $0.count == lambdas.count })
    let total = Double(rows.reduce(0, +))
    let points = lambdas.indices.map { place -> Point in
      let mean = zip(losses, rows).reduce(0) { $0 + $1.0[place] * Double($1.1) } / total
      let spread = zip(losses, rows).reduce(0) { sum, fold in
        sum + (fold.0[place] - mean) * (fold.0[place] - mean) * Double(fold.1)
      }
      return Point(
        lambda: lambdas[place], loss: mean,
        error: rows.count > 1 ? (spread / total / Double(rows.count - 1)).squareRoot() : 0)
    }
    let least = points.indices.min { (points[$0].loss, $0) < (points[$1].loss, $1) }!
    let limit = points[least].loss + points[least].error
    self.points = points
    best = least
    simplest = points.indices.first { points[$0].loss <= limit } ?? least
  }
}

extension ElasticNet {
  /// The solutions of all rows, and the choice among them by folds. Every fold is tried with the penalties of all rows.
  ///
  /// - Parameter folds: for each row the fold in which it is tried (`Folds.stratified`).
  public func crossValidated(
    _ matrix: DesignMatrix, _ outcomes: [Bool], folds: [UInt8]
  ) -> (path: [Solution], choice: PenaltyChoice) {
    precondition(folds.count == matrix.rows)
    let path = path(matrix, outcomes)
    let lambdas = path.map(\.lambda)
    var losses: [[Double]] = []
    var sizes: [Int] = []
    for fold in Set(folds).sorted() {
      let training = folds.indices.filter { folds[$0] != fold }
      let trial = folds.indices.filter { folds[$0] == fold }
      let own = self.path(matrix.selecting(training), training.map { outcomes[$0] }, lambdas: lambdas)
      let (rows, won) = (matrix.selecting(trial), trial.map { outcomes[$0] })
      losses.append(own.map { ProbabilityLoss.logLoss(margins: rows.margins($0.coefficients), won) ?? 0 })
      sizes.append(trial.count)
    }
    return (path, PenaltyChoice(lambdas, losses: losses, rows: sizes))
  }
}
