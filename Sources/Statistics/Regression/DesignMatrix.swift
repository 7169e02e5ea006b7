/// What a regression explains outcomes by: *n* rows × terms. The intercept is not among the terms.
///
/// A term of levels stands for a column of zeros and ones for each level but the reference; these are never made: what
/// the regression needs of two such terms are sums by pairs of levels.
public struct DesignMatrix: Sendable {
  /// One term.
  public enum Term: Sendable {
    /// Finite numbers, one column.
    case numbers([Double])
    /// For each row a level from 0 to `count` − 1. The reference has no column; nil for a column for each level.
    case levels([UInt8], count: Int, reference: Int?)
  }

  /// The terms.
  public let terms: [Term]
  /// The number of rows.
  public let rows: Int
  /// For each term the position of its first column; column 0 is the intercept.
  let starts: [Int]
  /// The number of columns, that of the intercept included.
  public let width: Int

  /// A matrix. Precondition: all terms have as many rows.
  public init(_ terms: [Term], rows: Int) {
    self.terms = terms
    self.rows = rows
    var starts: [Int] = []
    var next = 1
    for term in terms {
      starts.append(next)
      switch term {
      case .numbers(let values):
        precondition(values.count == rows)
        next += 1
      case .levels(let codes, let count, let reference):
        precondition(codes.count == rows)
        next += reference == nil ? count : count - 1
      }
    }
    self.starts = starts
    width = next
  }

  /// For each level of a term its column, −1 for the reference.
  func columns(ofLevels term: Int) -> [Int] {
    guard case .levels(_, let count, let reference) = terms[term] else { return [] }
    return (0..<count).map { level in
      level == reference ? -1 : starts[term] + level - (reference.map { level > $0 ? 1 : 0 } ?? 0)
    }
  }

  /// The linear predictor of all rows. O(rows × terms).
  public func margins(_ coefficients: [Double]) -> [Double] {
    var margins = [Double](repeating: coefficients[0], count: rows)
    for (index, term) in terms.enumerated() {
      switch term {
      case .numbers(let values): Self.add(values, coefficients[starts[index]], &margins)
      case .levels(let codes, _, _):
        Self.add(codes, columns(ofLevels: index).map { $0 < 0 ? 0 : coefficients[$0] }, &margins)
      }
    }
    return margins
  }

  private static func add(_ values: [Double], _ coefficient: Double, _ margins: inout [Double]) {
    let v = values.span
    var m = margins.mutableSpan
    for row in v.indices { m[row] += coefficient * v[row] }
  }

  private static func add(_ codes: [UInt8], _ amounts: [Double], _ margins: inout [Double]) {
    let c = codes.span
    let a = amounts.span
    var m = margins.mutableSpan
    for row in c.indices { m[row] += a[Int(c[row])] }
  }

  /// The products of all columns with a vector: Xᵀv. O(rows × terms).
  func products(with vector: [Double]) -> [Double] {
    var products = [Double](repeating: 0, count: width)
    products[0] = vector.reduce(0, +)
    for (index, term) in terms.enumerated() {
      switch term {
      case .numbers(let values): products[starts[index]] = Self.dot(values, vector, 0..<rows)
      case .levels(let codes, let count, _):
        for (level, sum) in Self.sums(vector, by: codes, count: count).enumerated() {
          let column = columns(ofLevels: index)[level]
          if column >= 0 { products[column] = sum }
        }
      }
    }
    return products
  }

  static func dot(_ a: [Double], _ b: [Double], _ range: Range<Int>) -> Double {
    let x = a.span
    let y = b.span
    var sums = SIMD4<Double>.zero
    var row = range.lowerBound
    while row + 4 <= range.upperBound {
      let u = SIMD4<Double>(x[row], x[row + 1], x[row + 2], x[row + 3])
      let v = SIMD4<Double>(y[row], y[row + 1], y[row + 2], y[row + 3])
      sums += u * v
      row += 4
    }
    var sum = sums.sum()
    while row < range.upperBound {
      sum += x[row] * y[row]
      row += 1
    }
    return sum
  }

  static func sums(_ vector: [Double], by codes: [UInt8], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    let c = codes.span
    let v = vector.span
    var s = sums.mutableSpan
    for row in c.indices { s[Int(c[row])] += v[row] }
    return sums
  }
}

extension DesignMatrix {
  /// Xᵀ diag(weights) X, lower triangle, row by row of the result. O(rows × terms²).
  func gram(_ weights: [Double]) -> SymmetricMatrix {
    var gram = SymmetricMatrix(size: width)
    gram[0, 0] = weights.reduce(0, +)
    addNumbers(weights, &gram)
    for index in terms.indices {
      guard case .levels(let codes, let count, _) = terms[index] else { continue }
      let own = columns(ofLevels: index)
      for (level, sum) in Self.sums(weights, by: codes, count: count).enumerated() where own[level] >= 0 {
        gram[own[level], 0] = sum
        gram[own[level], own[level]] = sum
      }
      for other in 0..<index {
        guard case .levels(let otherCodes, let otherCount, _) = terms[other] else { continue }
        let columns = columns(ofLevels: other)
        let sums = Self.crossTable(weights, codes, count, otherCodes, otherCount)
        for a in 0..<count where own[a] >= 0 {
          for b in 0..<otherCount where columns[b] >= 0 { gram[own[a], columns[b]] = sums[a * otherCount + b] }
        }
      }
    }
    return gram
  }

  private static func crossTable(
    _ weights: [Double], _ a: [UInt8], _ aCount: Int, _ b: [UInt8], _ bCount: Int
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: aCount * bCount)
    let w = weights.span
    let x = a.span
    let y = b.span
    var s = sums.mutableSpan
    for row in w.indices { s[Int(x[row]) &* bCount &+ Int(y[row])] += w[row] }
    return sums
  }

  /// The part of the Gram matrix that numbers have with all terms, in blocks of rows that stay in the cache.
  private func addNumbers(_ weights: [Double], _ gram: inout SymmetricMatrix) {
    let numeric = terms.indices.filter { if case .numbers = terms[$0] { true } else { false } }
    if numeric.isEmpty { return }
    let values = numeric.map { index -> [Double] in
      if case .numbers(let values) = terms[index] { return values }
      return []
    }
    let sums = BlockedGram(values, weights).sums
    for (a, first) in numeric.enumerated() {
      gram[starts[first], 0] = sums[a][values.count]
      for (b, second) in numeric.enumerated().prefix(a + 1) { gram[starts[first], starts[second]] = sums[a][b] }
      var weighted = values[a]
      for row in weighted.indices { weighted[row] *= weights[row] }
      for index in terms.indices {
        guard case .levels(let codes, let count, _) = terms[index] else { continue }
        let columns = columns(ofLevels: index)
        for (level, sum) in Self.sums(weighted, by: codes, count: count).enumerated() where columns[level] >= 0 {
          gram[starts[first], columns[level]] = sum
        }
      }
    }
  }
}
