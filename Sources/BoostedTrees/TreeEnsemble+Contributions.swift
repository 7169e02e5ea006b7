extension TreeEnsemble {
  /// What each feature gives to the margin of one row, and what all rows have in common, in log-odds: their sum is the
  /// margin. Exact Shapley values over the paths of the trees.
  ///
  /// O(trees × leaves × depth²). Source: S. Lundberg, G. Erion and S.-I. Lee, "Consistent individualized feature
  /// attribution for tree ensembles", 2018, algorithm 2.
  ///
  /// - Parameter codes: the row's code of each feature.
  public func contributions(of codes: [UInt8]) -> (features: [Double], common: Double) {
    var walk = ShapleyWalk(nodes: nodes, codes: codes, featureCount: featureCount)
    var common = Double(base) / Self.unit
    for (root, mean) in zip(roots, means) {
      walk.visit(Int(root))
      common += mean
    }
    return (walk.contributions, common)
  }

  /// For each tree the mean of its leaves, by cover.
  var means: [Double] {
    var mean = [Double](repeating: 0, count: nodes.count)
    // Children stand behind their parents, so going back meets them first.
    for index in nodes.indices.reversed() {
      let node = nodes[index]
      if node.left == 0 {
        mean[index] = Double(node.value) / Self.unit
      } else {
        let (left, right) = (nodes[Int(node.left)], nodes[Int(node.left) + 1])
        let cover = Double(left.cover) + Double(right.cover)
        mean[index] =
          cover > 0
          ? (Double(left.cover) * mean[Int(node.left)] + Double(right.cover) * mean[Int(node.left) + 1]) / cover
          : 0
      }
    }
    return roots.map { mean[Int($0)] }
  }
}

/// The walk of one row through a tree, with the share of all subsets of features that come by each node.
private struct ShapleyWalk {
  /// A feature on the path: the shares of paths that go on when it is not known and when it is, and the weight of the
  /// subsets of so many features.
  private struct Step {
    var feature: Int
    var zero: Double
    var one: Double
    var weight: Double
  }

  let nodes: [TreeEnsemble.Node]
  let codes: [UInt8]
  private(set) var contributions: [Double]

  init(nodes: [TreeEnsemble.Node], codes: [UInt8], featureCount: Int) {
    self.nodes = nodes
    self.codes = codes
    contributions = Array(repeating: 0, count: featureCount)
  }

  mutating func visit(_ root: Int) { visit(root, [], zero: 1, one: 1, feature: -1) }

  private mutating func visit(_ index: Int, _ parent: [Step], zero: Double, one: Double, feature: Int) {
    var path = parent
    Self.extend(&path, zero: zero, one: one, feature: feature)
    let node = nodes[index]
    if node.left == 0 {
      for place in path.indices.dropFirst() {
        let step = path[place]
        let weight = Self.unwoundSum(path, place)
        contributions[step.feature] += weight * (step.one - step.zero) * Double(node.value) / TreeEnsemble.unit
      }
      return
    }
    let goesLeft = codes[Int(node.feature)] &- node.shift < node.bound
    let (hot, cold) = goesLeft ? (Int(node.left), Int(node.left) + 1) : (Int(node.left) + 1, Int(node.left))
    var (knownZero, knownOne) = (1.0, 1.0)
    if let place = path.firstIndex(where: { $0.feature == Int(node.feature) }) {
      (knownZero, knownOne) = (path[place].zero, path[place].one)
      Self.unwind(&path, place)
    }
    let cover = Double(nodes[hot].cover) + Double(nodes[cold].cover)
    guard cover > 0 else { return }
    let share = Double(nodes[hot].cover) / cover
    visit(hot, path, zero: knownZero * share, one: knownOne, feature: Int(node.feature))
    visit(cold, path, zero: knownZero * (1 - share), one: 0, feature: Int(node.feature))
  }

  private static func extend(_ path: inout [Step], zero: Double, one: Double, feature: Int) {
    let depth = path.count
    path.append(Step(feature: feature, zero: zero, one: one, weight: depth == 0 ? 1 : 0))
    for place in (0..<depth).reversed() {
      path[place + 1].weight += one * path[place].weight * Double(place + 1) / Double(depth + 1)
      path[place].weight = zero * path[place].weight * Double(depth - place) / Double(depth + 1)
    }
  }

  private static func unwind(_ path: inout [Step], _ place: Int) {
    let depth = path.count - 1
    let (one, zero) = (path[place].one, path[place].zero)
    var next = path[depth].weight
    for index in (0..<depth).reversed() {
      if one != 0 {
        let kept = path[index].weight
        path[index].weight = next * Double(depth + 1) / (Double(index + 1) * one)
        next = kept - path[index].weight * zero * Double(depth - index) / Double(depth + 1)
      } else {
        path[index].weight = path[index].weight * Double(depth + 1) / (zero * Double(depth - index))
      }
    }
    for index in place..<depth {
      path[index].feature = path[index + 1].feature
      path[index].zero = path[index + 1].zero
      path[index].one = path[index + 1].one
    }
    path.removeLast()
  }

  private static func unwoundSum(_ path: [Step], _ place: Int) -> Double {
    let depth = path.count - 1
    let (one, zero) = (path[place].one, path[place].zero)
    var next = path[depth].weight
    var total = 0.0
    for index in (0..<depth).reversed() {
      if one != 0 {
        let weight = next * Double(depth + 1) / (Double(index + 1) * one)
        total += weight
        next = path[index].weight - weight * zero * Double(depth - index) / Double(depth + 1)
      } else if zero != 0 {
        total += path[index].weight / (zero * Double(depth - index) / Double(depth + 1))
      }
    }
    return total
  }
}
