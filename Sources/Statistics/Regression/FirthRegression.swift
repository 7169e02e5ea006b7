/// Logistic regression by Firth's penalised likelihood: finite coefficients even where won and lost are separated.
///
/// The log-likelihood is raised by half the logarithm of the information's determinant.
///
/// Source: G. Heinze and M. Schemper, "A solution to the problem of separation in logistic regression", Statistics in
/// Medicine 21, 2002.
struct FirthRegression {
  var maxIterations = 50

  /// - Parameter start: coefficients to start from; nil for zeros.
  func fit(_ matrix: DesignMatrix, _ outcomes: [Bool], start: [Double]? = nil) -> LogisticRegression.Fit {
    let y = outcomes.map { $0 ? 1.0 : 0 }
    var state = LogisticRegression.State(
      coefficients: start ?? Array(repeating: 0, count: matrix.width), matrix, y, 0)
    var objective = -Double.infinity
    var iterations = 0
    var isConverged = false
    while iterations < maxIterations, !isConverged {
      iterations += 1
      let (residuals, weights) = state.residuals(y)
      let factor = Cholesky(matrix.gram(weights))
      let hats = matrix.leverages(factor, weights)
      var moved = residuals
      for row in moved.indices {
        let p = y[row] - residuals[row]
        moved[row] += hats[row] * (0.5 - p)
      }
      let direction = factor.solve(matrix.products(with: moved))
      // Steps are bounded, as in the source: far from the end Newton's step can be far too long.
      let longest = direction.map(abs).max() ?? 0
      let scale = longest > 5 ? 5 / longest : 1
      var length = scale
      var next = state
      var value = objective
      repeat {
        next = LogisticRegression.State(
          coefficients: zip(state.coefficients, direction).map { $0 + length * $1 }, matrix, y, 0)
        value = next.objective + Cholesky(matrix.gram(next.residuals(y).weights)).logDeterminant / 2
        length /= 2
      } while value < objective && length > 1e-6
      isConverged = (direction.map { abs($0 * length * 2) }.max() ?? 0) < 1e-8
      state = next
      objective = value
    }
    return state.fit(matrix, y, 0, method: .firth, isConverged: isConverged, iterations)
  }
}

extension DesignMatrix {
  /// The columns of a row that are not zero, with their values.
  private func entries(_ row: Int, _ columns: [[Int]]) -> [(column: Int, value: Double)] {
    var entries = [(column: 0, value: 1.0)]
    for (index, term) in terms.enumerated() {
      switch term {
      case .numbers(let values): entries.append((starts[index], values[row]))
      case .levels(let codes, _, _):
        let column = columns[index][Int(codes[row])]
        if column >= 0 { entries.append((column, 1)) }
      }
    }
    return entries
  }

  /// The diagonal of the hat matrix W^½ X (XᵀWX)⁻¹ Xᵀ W^½. O(rows × terms² + columns³).
  func leverages(_ factor: Cholesky, _ weights: [Double]) -> [Double] {
    let columns = terms.indices.map { self.columns(ofLevels: $0) }
    let inverse = (0..<width).map { column -> [Double] in
      var unit = [Double](repeating: 0, count: width)
      unit[column] = factor.aliased.contains(column) ? 0 : 1
      return factor.solve(unit)
    }
    return (0..<rows).map { row in
      let entries = self.entries(row, columns)
      let sum = entries.reduce(0.0) { sum, a in
        let own = inverse[a.column]
        return sum + a.value * entries.reduce(0) { $0 + $1.value * own[$1.column] }
      }
      return weights[row] * sum
    }
  }
}
