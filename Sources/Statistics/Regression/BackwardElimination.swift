/// Leaves columns out of a logistic regression, one after the other, until those that are left can be told apart from
/// chance and from each other.
///
/// First go columns that are sums of others. Then, down to `columns`, the one whose coefficient times standard deviation
/// is smallest, which is recursive feature elimination on standardised columns. Then, one at a time, the column with the
/// largest p above `largestP`, and when there is none, the one with the largest variance inflation above
/// `largestInflation`. After each the rest is fitted again. Of equals the last goes. The same rows give the same steps.
///
/// Not a test: p values after a choice among columns are smaller than they should be.
///
/// Source: I. Guyon et al., "Gene selection for cancer classification using support vector machines", Machine Learning
/// 46, 2002, for the recursive elimination.
public struct BackwardElimination: Sendable {
  /// The most columns that are left; nil for no limit.
  public var columns: Int?
  /// The largest p that stays.
  public var largestP = 0.05
  /// The largest variance inflation that stays.
  public var largestInflation = 5.0

  /// An elimination down to so many columns, and by p and variance inflation.
  public init(to columns: Int? = nil) { self.columns = columns }

  /// Why a column goes.
  public enum Reason: Sendable, Hashable, Codable {
    /// It is a sum of other columns, or the same everywhere.
    case collinear
    /// Its coefficient, times its standard deviation, is this small and the smallest.
    case smallestEffect(Double)
    /// Its p is this large and the largest.
    case p(Double)
    /// Its variance inflation is this large and the largest.
    case inflation(Double)
  }

  /// A column that went.
  public struct Step: Sendable, Hashable {
    /// The column of the matrix as it was given.
    public var column: Int
    /// Why it went.
    public var reason: Reason
  }

  /// What is left.
  public struct Result: Sendable {
    /// The columns of the given matrix that are left, in their order, without the intercept.
    public var kept: [Int]
    /// The matrix of these columns: `kept[i]` is its column *i* + 1.
    public var matrix: DesignMatrix
    /// Their regression.
    public var fit: LogisticRegression.Fit
    /// What went, in the order in which it went.
    public var steps: [Step] = []

    /// All columns, and their regression.
    public init(_ matrix: DesignMatrix, _ outcomes: [Bool]) {
      kept = Array(1..<max(1, matrix.width))
      self.matrix = matrix
      fit = LogisticRegression().fit(matrix, outcomes)
    }
  }

  /// Leaves columns out. O(columns × that of a regression).
  public func result(_ matrix: DesignMatrix, _ outcomes: [Bool]) -> Result {
    var left = Result(matrix, outcomes)
    for column in left.fit.aliased.reversed() where column > 0 { left.remove(column, .collinear) }
    // Aliased columns have no coefficient: without them the fit is the same, but for its numbering.
    if !left.steps.isEmpty {
      left.steps.reverse()
      left.fit = LogisticRegression().fit(left.matrix, outcomes)
    }
    while let (column, reason) = next(left) {
      let old = left.fit
      left.remove(column, reason)
      left.fit = fit(left.matrix, outcomes, after: old, without: column)
    }
    return left
  }

  /// The regression of the columns that are left, from where the last one ended.
  private func fit(
    _ matrix: DesignMatrix, _ outcomes: [Bool], after old: LogisticRegression.Fit, without column: Int
  ) -> LogisticRegression.Fit {
    var start = old.coefficients
    start.remove(at: column)
    if old.method == .maximumLikelihood { return LogisticRegression().fit(matrix, outcomes, start: start) }
    // As long as the columns are there that separate won from lost, the largest likelihood is at infinity.
    if old.separating.isEmpty || old.separating.contains(column) { return LogisticRegression().fit(matrix, outcomes) }
    var fit = FirthRegression().fit(matrix, outcomes, start: start)
    fit.separating = old.separating.map { $0 > column ? $0 - 1 : $0 }
    return fit
  }

  private func next(_ left: Result) -> (column: Int, reason: Reason)? {
    if left.kept.isEmpty { return nil }
    if let aliased = left.fit.aliased.last, aliased > 0 { return (aliased, .collinear) }
    let own = 1...left.kept.count
    if let columns, left.kept.count > max(0, columns) {
      let moments = left.matrix.moments
      let effects = own.map { abs(left.fit.coefficients[$0]) * moments[$0].deviation }
      let place = effects.indices.min { (effects[$0], $1) < (effects[$1], $0) }!
      return (place + 1, .smallestEffect(effects[place]))
    }
    let p = own.map { left.fit.inference($0)?.p ?? 1 }
    let leastTelling = p.indices.max { (p[$0], $0) < (p[$1], $1) }!
    if p[leastTelling] > largestP { return (leastTelling + 1, .p(p[leastTelling])) }
    let inflation = left.matrix.varianceInflation
    let mostInflated = inflation.indices.max { (inflation[$0], $0) < (inflation[$1], $1) }!
    let largest = inflation[mostInflated]
    if largest == .infinity { return (mostInflated + 1, .collinear) }
    return largest > largestInflation ? (mostInflated + 1, .inflation(largest)) : nil
  }
}

extension BackwardElimination.Result {
  fileprivate mutating func remove(_ column: Int, _ reason: BackwardElimination.Reason) {
    steps.append(.init(column: kept.remove(at: column - 1), reason: reason))
    matrix = matrix.without(column: column)
  }
}
