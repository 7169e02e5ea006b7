import BoostedTrees

extension FeatureImportance {
  /// The features and pairs of a fitted learner, the most important first; those that give nothing are left out.
  ///
  /// Importance is the mean size of what a feature gives to the rows that it was learned from. For trees it is taken
  /// from up to 500 rows spread over all, as exact shares cost time.
  static func all(of fitted: FittedLearner, _ outcomes: [Bool]) -> [FeatureImportance] {
    let codes = fitted.codes
    let parts: [FeatureImportance]
    switch fitted.body {
    case .tables(let tables):
      let singles = codes.columns.indices.map { feature in
        let amounts = tables.tables[feature].map { Double($0) / AdditiveModel.unit }
        let given = codes.columns[feature].map { amounts[Int($0)] }
        return FeatureImportance(fitted.features.features[feature], codes.columns[feature], given, outcomes)
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
      let sample = rows.map { outcomes[$0] }
      parts = codes.columns.indices.map { feature in
        FeatureImportance(
          fitted.features.features[feature], rows.map { codes.columns[feature][$0] }, shares.map { $0[feature] },
          sample)
      }
    }
    return parts.filter { $0.importance >= 0.005 }.enumerated().sorted {
      ($1.element.importance, $0.offset) < ($0.element.importance, $1.offset)
    }.map(\.element)
  }

  private init(_ feature: Feature, _ codes: [UInt8], _ given: [Double], _ outcomes: [Bool]) {
    var sums = Array(repeating: (count: 0, won: 0, amount: 0.0), count: feature.bins.count)
    for row in codes.indices {
      sums[Int(codes[row])].count += 1
      sums[Int(codes[row])].won += outcomes[row] ? 1 : 0
      sums[Int(codes[row])].amount += given[row]
    }
    name = feature.name
    importance =
      given.reduce(0) { $0 + abs($1) } / Double(max(1, given.count)) * LearnedModel.pointsPerLogOdds
    rows = sums.enumerated().filter { $0.element.count > 0 }.map { code, sum in
      Row(
        label: feature.label(code), count: sum.count, won: sum.won,
        points: sum.amount / Double(sum.count) * LearnedModel.pointsPerLogOdds)
    }
  }
}
