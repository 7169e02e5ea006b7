extension DesignMatrix {
  /// The matrix without a column; a level that has none any more belongs to the reference. O(rows).
  ///
  /// - Precondition: a column from 1 to `width` − 1.
  public func without(column: Int) -> DesignMatrix {
    precondition((1..<width).contains(column))
    let index = starts.lastIndex { $0 <= column }!
    var terms = self.terms
    guard case .levels(let codes, let count, let reference) = terms[index],
      let level = columns(ofLevels: index).firstIndex(of: column)
    else {
      terms.remove(at: index)
      return DesignMatrix(terms, rows: rows)
    }
    if let reference, count > 2 {
      // The level gets the code of the reference, and those behind it move up.
      let codeOfLevel = (0..<count).map { old in
        let target = old == level ? reference : old
        return UInt8(target > level ? target - 1 : target)
      }
      terms[index] = .levels(
        codes.map { codeOfLevel[Int($0)] }, count: count - 1, reference: Int(codeOfLevel[reference]))
    } else if reference == nil {
      terms[index] = .levels(codes, count: count, reference: level)
    } else {
      terms.remove(at: index)
    }
    return DesignMatrix(terms, rows: rows)
  }

  /// The matrix of some rows. O(rows × terms).
  public func selecting(_ rows: [Int]) -> DesignMatrix {
    let terms = self.terms.map { term -> Term in
      switch term {
      case .numbers(let values): .numbers(rows.map { values[$0] })
      case .levels(let codes, let count, let reference):
        .levels(rows.map { codes[$0] }, count: count, reference: reference)
      }
    }
    return DesignMatrix(terms, rows: rows.count)
  }

  /// What a column looks like.
  struct Moments {
    /// Its mean, its standard deviation (dividing by *n*), and the farthest that a row is from the mean.
    var mean: Double, deviation: Double, reach: Double
  }

  /// The moments of all columns; those of the intercept are 1, 0 and 0. O(rows × terms).
  var moments: [Moments] {
    var moments = [Moments](repeating: Moments(mean: 1, deviation: 0, reach: 0), count: width)
    let n = Double(max(1, rows))
    for (index, term) in terms.enumerated() {
      switch term {
      case .numbers(let values):
        let mean = values.reduce(0, +) / n
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        // What rounding leaves of a column that is the same everywhere is nothing.
        let isConstant = values.allSatisfy { $0 == values[0] }
        moments[starts[index]] = Moments(
          mean: mean, deviation: isConstant ? 0 : (squares / n).squareRoot(),
          reach: values.reduce(0) { max($0, abs($1 - mean)) })
      case .levels(let codes, let count, _):
        let counts = Self.sums(Array(repeating: 1, count: rows), by: codes, count: count)
        for (level, column) in columns(ofLevels: index).enumerated() where column >= 0 {
          let share = counts[level] / n
          moments[column] = Moments(
            mean: share, deviation: (share * (1 - share)).squareRoot(), reach: max(share, 1 - share))
        }
      }
    }
    return moments
  }

  /// For each column but the intercept how much its variance is inflated by the others: 1 / (1 − R²), with R² that of the
  /// column explained by all others and an intercept.
  ///
  /// A column that is a sum of earlier ones, or the same everywhere, has infinity, and the others are as without it.
  /// O(rows × terms² + columns³). Source: D. Belsley, E. Kuh and R. Welsch, "Regression Diagnostics", 1980, section 3.2.
  public var varianceInflation: [Double] {
    let moments = self.moments
    // Numbers about their mean, so that large ones lose no digits; a factor does not hang on shift or scale.
    let centred = terms.enumerated().map { index, term -> Term in
      guard case .numbers(let values) = term else { return term }
      let own = moments[starts[index]]
      return .numbers(values.map { own.deviation > 0 ? ($0 - own.mean) / own.deviation : 0 })
    }
    let gram = DesignMatrix(centred, rows: rows).gram(Array(repeating: 1, count: rows))
    var correlations = SymmetricMatrix(size: width - 1)
    let n = Double(max(1, rows))
    func covariance(_ a: Int, _ b: Int) -> Double { gram[a, b] - gram[a, 0] * gram[b, 0] / n }
    let scales = (1..<width).map { moments[$0].deviation > 0 ? covariance($0, $0).squareRoot() : 0 }
    for a in 0..<width - 1 {
      for b in 0...a where scales[a] > 0 && scales[b] > 0 {
        correlations[a, b] = covariance(a + 1, b + 1) / (scales[a] * scales[b])
      }
    }
    return Cholesky(correlations).inverseDiagonal.map { $0 ?? .infinity }
  }
}
