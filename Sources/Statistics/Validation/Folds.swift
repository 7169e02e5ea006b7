/// Ways to part rows into those that a model learns from and those that it is tried on.
public enum Folds {
  /// For each row the fold in which it is tried, so that each fold has about the same share of won ones.
  ///
  /// - Precondition: 2 to 255 folds.
  public static func stratified(_ outcomes: [Bool], folds: Int, using chance: inout SplitMix64) -> [UInt8] {
    precondition((2...255).contains(folds))
    var fold = [UInt8](repeating: 0, count: outcomes.count)
    var next = 0
    for isWon in [false, true] {
      var rows = outcomes.indices.filter { outcomes[$0] == isWon }
      // Drawn here, because the standard library may shuffle otherwise one day.
      for index in rows.indices.reversed() { rows.swapAt(index, chance.below(index + 1)) }
      for row in rows {
        fold[row] = UInt8(next % folds)
        next += 1
      }
    }
    return fold
  }

  /// Rows by time: each fold is tried on a block of rows after all those that it learns from.
  ///
  /// The oldest block is never tried. Rows of one instant stay together where that is possible.
  ///
  /// - Returns: for each row its block, 0 for the oldest, to `folds`.
  public static func ordered(_ instants: [Int64], folds: Int) -> [UInt8] {
    precondition((1...254).contains(folds))
    let order = instants.indices.sorted { (instants[$0], $0) < (instants[$1], $1) }
    var block = [UInt8](repeating: 0, count: instants.count)
    // Half of the rows are there to learn from at first.
    let start = instants.count / 2
    var last: (instant: Int64, block: UInt8)?
    for (rank, row) in order.enumerated() {
      var own = rank < start ? 0 : UInt8(1 + (rank - start) * folds / max(1, instants.count - start))
      if let last, last.instant == instants[row] { own = last.block }
      block[row] = own
      last = (instants[row], own)
    }
    return block
  }
}
