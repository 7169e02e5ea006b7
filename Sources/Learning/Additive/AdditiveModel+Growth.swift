extension AdditiveModel {
  /// The mean of some grown models, centred: the average row gets 0 from each table, and of a pair what one feature
  /// alone says is said by that feature's table.
  ///
  /// - Parameter codes: the rows that the average is of.
  init(meanOf grown: [AdditiveTrainer.Growth], centredOn codes: CodeTable) {
    let share = 1 / Double(grown.count)
    var tables = codes.counts.map { [Double](repeating: 0, count: $0) }
    var pairs: [PairKey: [Double]] = [:]
    var base = 0.0
    for growth in grown {
      base += Double(growth.intercept) * share
      for feature in tables.indices {
        for code in tables[feature].indices { tables[feature][code] += Double(growth.tables[feature][code]) * share }
      }
      for pair in growth.pairs {
        let spread = pair.grid.spread(pair.amounts)
        let key = PairKey(first: pair.grid.first, second: pair.grid.second)
        var sums = pairs[key] ?? Array(repeating: 0, count: spread.count)
        for index in spread.indices { sums[index] += Double(spread[index]) * share }
        pairs[key] = sums
      }
    }
    let ordered = pairs.keys.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    self.pairs = ordered.map { key in
      let pure = Self.purified(pairs[key]!, key, codes, &tables)
      return Pair(first: key.first, second: key.second, amounts: pure.map(Self.fixed))
    }
    for feature in tables.indices where codes.rows > 0 {
      let mean = codes.columns[feature].reduce(0.0) { $0 + tables[feature][Int($1)] } / Double(codes.rows)
      for code in tables[feature].indices { tables[feature][code] -= mean }
      base += mean
    }
    self.tables = tables.map { $0.map(Self.fixed) }
    intercept = Self.fixed(base)
  }

  private struct PairKey: Hashable {
    let first: Int, second: Int
  }

  static func fixed(_ amount: Double) -> Int64 { Int64((amount * unit).rounded()) }

  /// Moves what a pair says of each of its features alone to their tables: the means of its rows and columns, weighted
  /// by how many leads are in each cell.
  ///
  /// Source: B. Lengerich et al., "Purifying interaction effects with the functional ANOVA", AISTATS 2020.
  private static func purified(
    _ amounts: [Double], _ key: PairKey, _ codes: CodeTable, _ tables: inout [[Double]]
  ) -> [Double] {
    let (height, width) = (codes.counts[key.first], codes.counts[key.second])
    var weights = [Double](repeating: 0, count: height * width)
    for (a, b) in zip(codes.columns[key.first], codes.columns[key.second]) { weights[Int(a) * width + Int(b)] += 1 }
    var amounts = amounts
    for _ in 0..<20 {
      for (isFirst, outer, inner) in [(true, height, width), (false, width, height)] {
        for x in 0..<outer {
          let cells = (0..<inner).map { isFirst ? x * width + $0 : $0 * width + x }
          let weight = cells.reduce(0) { $0 + weights[$1] }
          if weight == 0 { continue }
          let mean = cells.reduce(0) { $0 + weights[$1] * amounts[$1] } / weight
          for cell in cells { amounts[cell] -= mean }
          tables[isFirst ? key.first : key.second][x] += mean
        }
      }
    }
    return amounts
  }
}
