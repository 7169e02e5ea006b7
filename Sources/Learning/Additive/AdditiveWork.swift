#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The rows of an additive model while it is trained: margins, gradients and curvatures of the log loss.
///
/// The loss of a row is taken as the quadratic that touches it at the start of a cycle, so that an exponential is needed
/// once a cycle and row, not once a feature and row: a step moves the gradient by the curvature times the step.
struct AdditiveWork {
  let outcomes: [Float]
  private(set) var margins: [Float]
  private(set) var gradients: [Float]
  private(set) var curvatures: [Float]
  /// For each row how often it counts; a bag leaves some out.
  let weights: [Float]

  init(outcomes: [Bool], weights: [Float], margins: [Float]) {
    self.outcomes = outcomes.map { $0 ? 1 : 0 }
    self.weights = weights
    self.margins = margins
    gradients = Array(repeating: 0, count: outcomes.count)
    curvatures = gradients
    relinearise()
  }

  /// Makes gradients and curvatures those of the margins as they are now.
  mutating func relinearise() {
    Self.linearise(margins, outcomes, weights, &gradients, &curvatures)
  }

  private static func linearise(
    _ margins: [Float], _ outcomes: [Float], _ weights: [Float], _ gradients: inout [Float],
    _ curvatures: inout [Float]
  ) {
    let m = margins.span
    let y = outcomes.span
    let w = weights.span
    var g = gradients.mutableSpan
    var h = curvatures.mutableSpan
    for row in m.indices {
      let p = 1 / (1 + expf(-m[row]))
      g[row] = w[row] * (y[row] - p)
      h[row] = w[row] * max(p * (1 - p), 1e-6)
    }
  }

  /// The sums of gradients and curvatures by code.
  func sums(by codes: [UInt8], count: Int) -> [SIMD2<Float>] {
    // Two tables, so that equal codes in a row do not wait for one another.
    var even = [SIMD2<Float>](repeating: .zero, count: count)
    var odd = even
    let c = codes.span
    let g = gradients.span
    let h = curvatures.span
    var a = even.mutableSpan
    var b = odd.mutableSpan
    var row = 0
    while row + 1 < c.count {
      a[Int(c[row])] += SIMD2(g[row], h[row])
      b[Int(c[row + 1])] += SIMD2(g[row + 1], h[row + 1])
      row += 2
    }
    if row < c.count { a[Int(c[row])] += SIMD2(g[row], h[row]) }
    for code in 0..<count { a[code] += b[code] }
    return even
  }

  /// Adds a step to the margins of the rows of each code.
  mutating func add(_ steps: [Float], by codes: [UInt8]) {
    Self.add(steps, codes, curvatures, &margins, &gradients)
  }

  private static func add(
    _ steps: [Float], _ codes: [UInt8], _ curvatures: [Float], _ margins: inout [Float],
    _ gradients: inout [Float]
  ) {
    let s = steps.span
    let c = codes.span
    let h = curvatures.span
    var f = margins.mutableSpan
    var g = gradients.mutableSpan
    for row in c.indices {
      let step = s[Int(c[row])]
      f[row] += step
      g[row] -= h[row] * step
    }
  }

  /// The mean log loss of the rows that `isWanted` says, by their margins.
  func logLoss(of rows: [Int32]) -> Double {
    var sum = 0.0
    for row in rows {
      let z = outcomes[Int(row)] > 0 ? -margins[Int(row)] : margins[Int(row)]
      sum += Double(max(z, 0) + log1pf(expf(-abs(z))))
    }
    return rows.isEmpty ? 0 : sum / Double(rows.count)
  }
}
