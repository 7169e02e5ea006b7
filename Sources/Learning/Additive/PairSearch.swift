/// Looks for the pairs of features that tell more together than one by one.
///
/// A pair's gain is what a step of each cell would take from the loss that the tables of single features leave, less
/// what it would take by chance.
struct PairSearch {
  let isOrdered: [Bool]
  /// For each feature whether it may be in a pair.
  let isFree: [Bool]
  let limit: Int
  let ridge: Float

  /// The pairs of the greatest gain, the best first. O(pairs × rows).
  func best(_ count: Int, _ work: AdditiveWork, _ codes: CodeTable) -> [PairGrid] {
    let coarse = codes.columns.indices.map { feature in
      var rowCounts = [Int](repeating: 0, count: codes.counts[feature])
      for code in codes.columns[feature] { rowCounts[Int(code)] += 1 }
      return CoarseBins(rowCounts, isOrdered: isOrdered[feature], limit: limit)
    }
    var found: [(gain: Float, grid: PairGrid)] = []
    for first in codes.columns.indices where coarse[first].count > 1 && isFree[first] {
      for second in codes.columns.indices.dropFirst(first + 1) where coarse[second].count > 1 && isFree[second] {
        let grid = PairGrid(first, second, coarse)
        let sums = work.sums(by: grid.cells(of: codes), count: grid.count)
        let gain = sums.reduce(Float(0)) { $1.y > 0 ? $0 + ($1.x * $1.x - $1.y) / ($1.y + ridge) / 2 : $0 }
        if gain > 0 { found.append((gain, grid)) }
      }
    }
    // The order of equal gains is that of the features, as a sort need not be stable.
    return found.enumerated().sorted { ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset) }
      .prefix(count).map(\.element.grid)
  }
}
