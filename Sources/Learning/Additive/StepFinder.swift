/// The step of one table in one cycle: a shallow tree over the bins, so that neighbours move together.
///
/// Bins of numbers stand in their order; levels are put in the order of their gradients first. Missing values are a
/// leaf of their own. A leaf moves by Newton's step, shrunk by `ridge`.
struct StepFinder {
  let isOrdered: Bool
  let maxLeaves: Int
  let ridge: Float
  /// The least curvature of a leaf.
  let minLeaf: Float

  /// For each code its step, not yet slowed by the learning rate.
  func steps(_ sums: [SIMD2<Float>]) -> [Float] {
    var steps = [Float](repeating: 0, count: sums.count)
    var order: [Int]
    if isOrdered {
      steps[0] = newton(sums[0])
      order = Array(1..<sums.count)
    } else {
      order = sums.indices.filter { sums[$0].y > 0 }
      let slopes = sums.map { $0.x / ($0.y + ridge) }
      order.sort { slopes[$0] == slopes[$1] ? $0 < $1 : slopes[$0] < slopes[$1] }
    }
    let sorted = order.map { sums[$0] }
    var leaves = [0..<sorted.count]
    while leaves.count < maxLeaves {
      let splits = leaves.map { bestSplit(sorted, $0) }
      guard let best = splits.indices.max(by: { splits[$0].gain < splits[$1].gain }), splits[best].gain > 0 else {
        break
      }
      let leaf = leaves[best]
      leaves[best] = leaf.lowerBound..<splits[best].at
      leaves.append(splits[best].at..<leaf.upperBound)
    }
    for leaf in leaves {
      let step = newton(leaf.reduce(SIMD2<Float>.zero) { $0 + sorted[$1] })
      for index in leaf { steps[order[index]] = step }
    }
    return steps
  }

  private func newton(_ sum: SIMD2<Float>) -> Float { sum.y > 0 ? sum.x / (sum.y + ridge) : 0 }

  private func gain(_ sum: SIMD2<Float>) -> Float { sum.x * sum.x / (sum.y + ridge) }

  private func bestSplit(_ sums: [SIMD2<Float>], _ leaf: Range<Int>) -> (gain: Float, at: Int) {
    let all = leaf.reduce(SIMD2<Float>.zero) { $0 + sums[$1] }
    var left = SIMD2<Float>.zero
    var best: (gain: Float, at: Int) = (0, leaf.lowerBound)
    for index in leaf.dropLast() {
      left += sums[index]
      let right = all - left
      if left.y < minLeaf { continue }
      if right.y < minLeaf { break }
      let gain = gain(left) + gain(right) - gain(all)
      if gain > best.gain { best = (gain, index + 1) }
    }
    return best
  }
}
