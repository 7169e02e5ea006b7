import Dispatch
import Synchronization

/// Weighted products of all pairs of some columns, and of each with 1: Σ wᵢ xᵢ zᵢ.
///
/// Rows go by in blocks, so that the columns of a block stay in the cache while all their pairs are multiplied. Blocks
/// are summed in their order within each of a fixed number of parts, so threads do not change the result.
struct BlockedGram {
  /// `sums[a][b]` for b ≤ a, and at the end of each row that with 1.
  let sums: [[Double]]

  private static let block = 256
  private static let parts = 8

  init(_ columns: [[Double]], _ weights: [Double]) {
    let rows = weights.count
    let size = (rows + Self.parts - 1) / Self.parts
    let ranges = (0..<Self.parts).map { min($0 * size, rows)..<min(($0 + 1) * size, rows) }
    let results = Mutex([[Double]](repeating: [], count: Self.parts))
    if rows > 20_000 {
      DispatchQueue.concurrentPerform(iterations: Self.parts) { part in
        let sums = Self.sums(columns, weights, ranges[part])
        results.withLock { $0[part] = sums }
      }
    } else {
      for part in 0..<Self.parts { results.withLock { $0[part] = Self.sums(columns, weights, ranges[part]) } }
    }
    let parts = results.withLock { $0 }
    let d = columns.count
    sums = (0..<d).map { a in (0...d).map { b in parts.reduce(0) { $0 + $1[a * (d + 1) + b] } } }
  }

  private static func sums(_ columns: [[Double]], _ weights: [Double], _ rows: Range<Int>) -> [Double] {
    let d = columns.count
    var sums = [Double](repeating: 0, count: d * (d + 1))
    // The columns of a block one after the other, as they are and weighted.
    var plain = [SIMD8<Double>](repeating: .zero, count: d * block / 8)
    var weighted = plain
    let lanes = block / 8
    var start = rows.lowerBound
    while start < rows.upperBound {
      let count = min(block, rows.upperBound - start)
      for (index, column) in columns.enumerated() {
        load(column, weights, start, count, index * lanes, &plain, &weighted)
      }
      multiply(d, lanes, plain, weighted, &sums)
      start += count
    }
    return sums
  }

  private static func load(
    _ column: [Double], _ weights: [Double], _ start: Int, _ count: Int, _ offset: Int,
    _ plain: inout [SIMD8<Double>], _ weighted: inout [SIMD8<Double>]
  ) {
    let v = column.span
    let w = weights.span
    var p = plain.mutableSpan
    var q = weighted.mutableSpan
    for lane in 0..<block / 8 {
      var value = SIMD8<Double>.zero
      var weight = SIMD8<Double>.zero
      for k in 0..<8 where lane * 8 + k < count {
        value[k] = v[start + lane * 8 + k]
        weight[k] = w[start + lane * 8 + k]
      }
      p[offset + lane] = value
      q[offset + lane] = value * weight
    }
  }

  private static func multiply(
    _ d: Int, _ lanes: Int, _ plain: [SIMD8<Double>], _ weighted: [SIMD8<Double>], _ sums: inout [Double]
  ) {
    let p = plain.span
    let q = weighted.span
    var s = sums.mutableSpan
    for a in 0..<d {
      var ones = SIMD8<Double>.zero
      for lane in 0..<lanes { ones += q[a * lanes + lane] }
      s[a * (d + 1) + d] += ones.sum()
      var b = 0
      while b <= a {
        // Four columns at once, so that each load of the first serves four products.
        if b + 3 <= a {
          var s0 = SIMD8<Double>.zero, s1 = s0, s2 = s0, s3 = s0
          for lane in 0..<lanes {
            let x = q[a * lanes + lane]
            s0 += x * p[b * lanes + lane]
            s1 += x * p[(b + 1) * lanes + lane]
            s2 += x * p[(b + 2) * lanes + lane]
            s3 += x * p[(b + 3) * lanes + lane]
          }
          s[a * (d + 1) + b] += s0.sum()
          s[a * (d + 1) + b + 1] += s1.sum()
          s[a * (d + 1) + b + 2] += s2.sum()
          s[a * (d + 1) + b + 3] += s3.sum()
          b += 4
        } else {
          var sum = SIMD8<Double>.zero
          for lane in 0..<lanes { sum += q[a * lanes + lane] * p[b * lanes + lane] }
          s[a * (d + 1) + b] += sum.sum()
          b += 1
        }
      }
    }
  }
}
