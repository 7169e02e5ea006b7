import Leads
import Scoring
import Statistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Fits bins to the values of observations whose outcomes are known.
///
/// All that depends on outcomes (the order of levels, close rates) is learned from the rows given and from no others, so
/// that a model can be tried on rows that it has not seen. The close rate of a level is, for the rows themselves, that
/// of the other folds: a row's own outcome is not among what describes it.
struct FeatureFitting: Sendable {
  let table: RawTable
  let names: [LevelNames]
  let settings: Bins.Settings

  /// Features of some rows, and the codes of these rows.
  func fitted(rows: [Int], outcomes: [Bool]) -> (set: FeatureSet, codes: CodeTable) {
    var features: [Feature] = []
    var columns: [[UInt8]] = []
    for (index, source) in table.sources.enumerated() {
      let (bins, codes) = fitted(index, source, rows, outcomes)
      features.append(Feature(source, bins))
      columns.append(codes)
    }
    var codes = CodeTable(columns: columns, counts: features.map(\.bins.count), rows: rows.count)
    for (index, feature) in features.enumerated() where feature.bins.areUncut {
      if case .numbers(let all) = table.values[index] { codes.numbers[index] = rows.map { all[$0] } }
    }
    return (FeatureSet(features), codes)
  }

  private func fitted(
    _ index: Int, _ source: FeatureSource, _ rows: [Int], _ outcomes: [Bool]
  ) -> (Bins, [UInt8]) {
    switch table.values[index] {
    case .numbers(let all):
      let numbers = rows.map { all[$0] }
      let cuts = Bins.cuts(for: numbers, settings)
      return (.cuts(cuts), numbers.map { Bins.code(of: $0, cuts.span) })
    case .levels(let all):
      let levels = rows.map { all[$0] }
      if case .closeRate = source { return closeRates(levels, names[index], outcomes) }
      let bins = Bins.levels(for: levels, names[index], outcomes, settings)
      let codes = bins.codes(of: names[index])
      return (bins, levels.map { Int($0) < codes.count ? codes[Int($0)] : 0 })
    }
  }

  /// How strongly a level's close rate is drawn to that of all: by so many leads of the average kind.
  private static let priorCount = 20.0

  private func closeRates(_ levels: [UInt32], _ names: LevelNames, _ outcomes: [Bool]) -> (Bins, [UInt8]) {
    let folds = 5
    var keys: [String: Int] = [:]
    let keyOfCode = names.keys.map { key -> Int in
      if key.isEmpty { return -1 }
      let next = keys.count
      if let known = keys[key] { return known }
      keys[key] = next
      return next
    }
    let keyOfRow = levels.map { Int($0) < keyOfCode.count ? keyOfCode[Int($0)] : -1 }
    var won = Array(repeating: 0.0, count: keys.count * (folds + 1))
    var all = won
    var (wonAll, countAll) = (0.0, 0.0)
    for (row, key) in keyOfRow.enumerated() where key >= 0 {
      let amount = outcomes[row] ? 1.0 : 0
      for slot in [key * (folds + 1) + row % folds, key * (folds + 1) + folds] {
        won[slot] += amount
        all[slot] += 1
      }
      wonAll += amount
      countAll += 1
    }
    let base = (wonAll + 0.5) / (countAll + 1)
    func logOdds(_ won: Double, _ count: Double) -> Double {
      let rate = (won + Self.priorCount * base) / (count + Self.priorCount)
      return log(rate / (1 - rate))
    }
    let numbers = keyOfRow.enumerated().map { row, key -> Double in
      if key < 0 { return .nan }
      let (slot, total) = (key * (folds + 1) + row % folds, key * (folds + 1) + folds)
      return logOdds(won[total] - won[slot], all[total] - all[slot])
    }
    let cuts = Bins.cuts(for: numbers, settings)
    let rates = keys.mapValues { key in
      logOdds(won[key * (folds + 1) + folds], all[key * (folds + 1) + folds])
    }
    return (
      .rates(rates, unknown: log(base / (1 - base)), cuts: cuts), numbers.map { Bins.code(of: $0, cuts.span) }
    )
  }
}
