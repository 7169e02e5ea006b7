#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Walks down the path of an elastic net.
struct CoordinateDescent {
  private let problem: ElasticNet.Problem
  /// Coefficients of columns divided by their scales.
  private var scaled: [Double]
  private var margins: [Double]
  private var curvature: Curvature?
  private let nullLogLikelihood: Double

  init(_ problem: ElasticNet.Problem) {
    self.problem = problem
    margins = problem.nullMargins
    scaled = Array(repeating: 0, count: problem.matrix.width)
    scaled[0] = problem.nullIntercept
    nullLogLikelihood = LogisticRegression.State.logLikelihood(margins, problem.y)
  }

  /// The solution at a penalty, from the last one on.
  mutating func solution(at lambda: Double) -> ElasticNet.Solution {
    var isConverged = problem.isOneClass
    var last = Double.infinity
    var steps = 0
    while !isConverged, steps < problem.net.maxIterations {
      steps += 1
      let gradient = problem.gradient(at: margins)
      let violation = problem.violation(gradient, scaled, lambda)
      if violation <= problem.net.tolerance {
        isConverged = true
        break
      }
      // A curvature of another place is good enough as long as each step comes four times nearer.
      let isFresh = curvature == nil || violation > last / 4
      if isFresh { curvature = Curvature(problem, margins) }
      last = violation
      let hasMoved = move(towards: curvature!.minimum(from: scaled, gradient, problem, lambda), lambda)
      if !hasMoved {
        if isFresh { break }
        curvature = nil
      }
    }
    let logLikelihood = LogisticRegression.State.logLikelihood(margins, problem.y)
    return ElasticNet.Solution(
      lambda: lambda, coefficients: problem.unscaled(scaled),
      explained: problem.isOneClass ? 0 : 1 - logLikelihood / nullLogLikelihood, isConverged: isConverged)
  }

  /// Goes to a place, or to the half of the way for as long as that is no better; returns whether it moved.
  private mutating func move(towards target: [Double], _ lambda: Double) -> Bool {
    let before = objective(margins, scaled, lambda)
    var length = 1.0
    while length > 1e-4 {
      let next =
        length == 1 ? target : zip(scaled, target).map { $0 + length * ($1 - $0) }
      let moved = problem.matrix.margins(problem.unscaled(next))
      let after = objective(moved, next, lambda)
      if after <= before + 1e-14 * abs(before) {
        (scaled, margins) = (next, moved)
        return true
      }
      length /= 2
    }
    return false
  }

  private func objective(_ margins: [Double], _ scaled: [Double], _ lambda: Double) -> Double {
    -LogisticRegression.State.logLikelihood(margins, problem.y) / Double(max(1, problem.y.count))
      + problem.penalty(scaled, lambda)
  }
}

/// The second derivatives of the mean log-likelihood at some margins, negated, without what the intercept takes.
private struct Curvature {
  /// Columns × columns, row by row; column 0, the intercept, is not among them.
  private let matrix: [Double]
  private let size: Int
  /// Those of each column with the intercept, that of the intercept first.
  private let intercept: [Double]

  init(_ problem: ElasticNet.Problem, _ margins: [Double]) {
    let n = Double(max(1, margins.count))
    let weights = margins.map { margin -> Double in
      let p = 1 / (1 + exp(-margin))
      return p * (1 - p)
    }
    let gram = problem.matrix.gram(weights)
    let d = problem.matrix.width - 1
    let factors = problem.scales.map { $0 > 0 ? 1 / $0 : 0 }
    let first = (0...d).map { column in gram[column, 0] / n * (column == 0 ? 1 : factors[column]) }
    var matrix = [Double](repeating: 0, count: d * d)
    for a in 0..<d {
      for b in 0...a {
        let value =
          gram[a + 1, b + 1] / n * factors[a + 1] * factors[b + 1]
          - (first[0] > 0 ? first[a + 1] * first[b + 1] / first[0] : 0)
        matrix[a * d + b] = value
        matrix[b * d + a] = value
      }
    }
    self.matrix = matrix
    size = d
    intercept = first
  }

  /// The minimum of the quadratic with this curvature and the penalty, by coordinate descent.
  func minimum(
    from start: [Double], _ gradient: [Double], _ problem: ElasticNet.Problem, _ lambda: Double
  ) -> [Double] {
    let ratio = intercept[0] > 0 ? gradient[0] / intercept[0] : 0
    // What the gradient is when the intercept has followed.
    var slopes = (0..<size).map { gradient[$0 + 1] - intercept[$0 + 1] * ratio }
    var b = Array(start.dropFirst())
    let (size1, size2) = (lambda * problem.net.mix, lambda * (1 - problem.net.mix))
    var active = Array(0..<size)
    var isWhole = true
    for _ in 0..<10_000 {
      var largest = 0.0
      for column in active where problem.scales[column + 1] > 0 {
        let own = matrix[column * size + column]
        if own <= 1e-14 { continue }
        let pull = slopes[column] + own * b[column]
        let next = max(0, abs(pull) - size1) * (pull < 0 ? -1 : 1) / (own + size2)
        let change = next - b[column]
        if change == 0 { continue }
        b[column] = next
        largest = max(largest, own * abs(change))
        subtract(change, column, from: &slopes)
      }
      if largest <= problem.net.tolerance / 10 {
        if isWhole { break }
        (active, isWhole) = (Array(0..<size), true)
      } else if isWhole {
        (active, isWhole) = (b.indices.filter { b[$0] != 0 }, false)
      }
    }
    let moved = (0..<size).reduce(0.0) { $0 + intercept[$1 + 1] * (b[$1] - start[$1 + 1]) }
    return [start[0] + ratio - (intercept[0] > 0 ? moved / intercept[0] : 0)] + b
  }

  private func subtract(_ change: Double, _ column: Int, from slopes: inout [Double]) {
    let m = matrix.span
    var s = slopes.mutableSpan
    let start = column * size
    for other in s.indices { s[other] -= change * m[start + other] }
  }
}
