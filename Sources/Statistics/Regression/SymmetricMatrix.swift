#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A square matrix equal to its transpose; only one triangle is kept.
public struct SymmetricMatrix: Sendable, Hashable {
  /// The number of rows.
  public let size: Int
  private var elements: [Double]

  /// A matrix of zeros.
  public init(size: Int) {
    self.size = size
    elements = Array(repeating: 0, count: size * (size + 1) / 2)
  }

  /// An element, in either order of its indices.
  public subscript(_ row: Int, _ column: Int) -> Double {
    get { elements[Self.place(row, column)] }
    set { elements[Self.place(row, column)] = newValue }
  }

  @inline(__always)
  private static func place(_ a: Int, _ b: Int) -> Int {
    let (row, column) = a > b ? (a, b) : (b, a)
    return row * (row + 1) / 2 + column
  }
}

/// The lower triangle L of a positive definite matrix A = LLᵀ, without the rows and columns that depend on earlier ones.
public struct Cholesky: Sendable {
  /// The number of rows.
  let size: Int
  private var lower: [Double]
  /// Columns that are sums of earlier ones, up to rounding: they have no coefficient of their own.
  public let aliased: [Int]

  /// The factor of a matrix. A pivot below `tolerance` of its diagonal element counts as nothing. O(size³).
  public init(_ matrix: SymmetricMatrix, tolerance: Double = 1e-9) {
    let n = matrix.size
    var lower = [Double](repeating: 0, count: n * n)
    var aliased: [Int] = []
    for row in 0..<n {
      for column in 0...row {
        var sum = matrix[row, column]
        for k in 0..<column { sum -= lower[row * n + k] * lower[column * n + k] }
        if row == column {
          if sum > tolerance * matrix[row, row], sum > 0 {
            lower[row * n + row] = sum.squareRoot()
          } else {
            aliased.append(row)
            for k in 0..<row { lower[row * n + k] = 0 }
          }
        } else {
          let pivot = lower[column * n + column]
          lower[row * n + column] = pivot > 0 ? sum / pivot : 0
        }
      }
    }
    size = n
    self.lower = lower
    self.aliased = aliased
  }

  /// x of Ax = b; 0 for aliased columns. O(size²).
  public func solve(_ b: [Double]) -> [Double] {
    var x = b
    for row in 0..<size {
      let pivot = lower[row * size + row]
      if pivot == 0 { x[row] = 0; continue }
      for k in 0..<row { x[row] -= lower[row * size + k] * x[k] }
      x[row] /= pivot
    }
    for row in (0..<size).reversed() {
      let pivot = lower[row * size + row]
      if pivot == 0 { x[row] = 0; continue }
      for k in row + 1..<max(row + 1, size) { x[row] -= lower[k * size + row] * x[k] }
      x[row] /= pivot
    }
    return x
  }

  /// The diagonal of the inverse; nil for aliased columns. O(size³).
  public var inverseDiagonal: [Double?] {
    (0..<size).map { column in
      if aliased.contains(column) { return nil }
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      return solve(unit)[column]
    }
  }

  /// ln det A, without aliased columns.
  var logDeterminant: Double {
    (0..<size).reduce(0) { sum, row in
      let pivot = lower[row * size + row]
      return pivot > 0 ? sum + 2 * log(pivot) : sum
    }
  }
}
