import Statistics

/// Few bins that differ: neighbours whose close rates do not differ by more than chance become one.
///
/// Source: R. Kerber, "ChiMerge: discretization of numeric attributes", AAAI 1992.
struct OptimalBinning {
  /// The most bins.
  var maxBins = 6
  /// The least share of the leads in a bin.
  var minShare = 0.03
  /// Neighbours are kept apart if so large a difference has this probability by chance, or less.
  var significance = 0.01

  /// The cuts that stay of fine ones. `tallies` has the leads of each fine bin, the first below all cuts.
  func cuts(_ cuts: [Double], _ tallies: [(won: Double, lost: Double)]) -> [Double] {
    var cuts = cuts
    var tallies = tallies
    let all = tallies.reduce(0) { $0 + $1.won + $1.lost }
    while !cuts.isEmpty {
      let pairs = cuts.indices.map { index in
        let (left, right) = (tallies[index], tallies[index + 1])
        return (p: ChiSquare.test([left, right]).p, size: min(size(left), size(right)))
      }
      let small = pairs.indices.filter { pairs[$0].size < max(10, minShare * all) }
      let candidates = small.isEmpty ? Array(pairs.indices) : small
      let weakest = candidates.max { pairs[$0].p < pairs[$1].p }!
      if small.isEmpty, pairs[weakest].p <= significance, tallies.count <= maxBins { break }
      tallies[weakest] = (
        tallies[weakest].won + tallies[weakest + 1].won, tallies[weakest].lost + tallies[weakest + 1].lost
      )
      tallies.remove(at: weakest + 1)
      cuts.remove(at: weakest)
    }
    return cuts
  }

  private func size(_ tally: (won: Double, lost: Double)) -> Double { tally.won + tally.lost }
}
