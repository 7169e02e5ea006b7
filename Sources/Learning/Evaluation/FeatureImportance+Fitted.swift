import BoostedTrees

extension FeatureImportance {
  /// The features and pairs of a fitted learner, the most important first; those that give nothing are left out.
  ///
  /// Importance is the mean size of what a feature gives to the rows that it was learned from. For trees it is taken
  /// from up to 500 rows spread over all, as exact shares cost time; leads are counted over all.
  static func all(of fitted: FittedLearner, _ outcomes: [Bool]) -> [FeatureImportance] {
    let codes = fitted.codes
    let parts: [FeatureImportance]
    switch fitted.body {
    case .tables(let tables):
      let singles = codes.columns.indices.map { feature in
        let given = (0..<codes.rows).map { Double(tables.given(by: feature, codes, $0)) / AdditiveModel.unit }
        return FeatureImportance(
          fitted.features.features[feature], codes.columns[feature], outcomes,
          given: given, to: Array(codes.columns[feature].indices))
      }
      let pairs = tables.pairs.enumerated().map { index, pair in
        let width = codes.counts[pair.second]
        let sum = zip(codes.columns[pair.first], codes.columns[pair.second]).reduce(0.0) { sum, code in
          sum + Double(pair.amounts[Int(code.0) * width + Int(code.1)].magnitude)
        }
        return FeatureImportance(
          name: fitted.partNames[codes.columns.count + index],
          importance: sum / AdditiveModel.unit / Double(max(1, codes.rows)) * LearnedModel.pointsPerLogOdds, rows: [])
      }
      parts = singles + pairs
    case .trees(let trees):
      let step = max(1, codes.rows / 500)
      let rows = Array(stride(from: 0, to: codes.rows, by: step))
      let shares = rows.map { row in trees.contributions(of: codes.columns.map { $0[row] }).features }
      parts = codes.columns.indices.map { feature in
        FeatureImportance(
          fitted.features.features[feature], codes.columns[feature], outcomes, given: shares.map { $0[feature] },
          to: rows)
      }
    }
    return parts.filter { $0.importance >= 0.005 }.enumerated().sorted {
      ($1.element.importance, $0.offset) < ($0.element.importance, $1.offset)
    }.map(\.element)
  }

  /// A feature with what it gave to some of the rows. A bin that none of these is in is left out.
  private init(_ feature: Feature, _ codes: [UInt8], _ outcomes: [Bool], given: [Double], to rows: [Int]) {
    var bins = Array(repeating: (count: 0, won: 0, shares: 0, amount: 0.0), count: feature.bins.count)
    for (code, isWon) in zip(codes, outcomes) {
      bins[Int(code)].count += 1
      bins[Int(code)].won += isWon ? 1 : 0
    }
    for (row, amount) in zip(rows, given) {
      bins[Int(codes[row])].shares += 1
      bins[Int(codes[row])].amount += amount
    }
    name = feature.name
    importance =
      given.reduce(0) { $0 + abs($1) } / Double(max(1, given.count)) * LearnedModel.pointsPerLogOdds
    self.rows = bins.enumerated().filter { $0.element.shares > 0 }.map { code, bin in
      Row(
        label: feature.label(code), count: bin.count, won: bin.won,
        points: bin.amount / Double(bin.shares) * LearnedModel.pointsPerLogOdds)
    }
  }
}
