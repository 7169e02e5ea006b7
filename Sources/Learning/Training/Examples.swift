import Leads
import Scoring
import Statistics

/// Observations with the values of some sources and their outcomes.
struct Examples: Sendable {
  let table: RawTable
  let names: [LevelNames]
  let outcomes: [Bool]

  init(_ sources: [FeatureSource], _ population: Population, _ leads: TrainingLeads) {
    table = RawTable(sources, population, leads.observations)
    names = sources.map { LevelNames($0, population) }
    outcomes = leads.outcomes
  }

  func outcomes(_ rows: [Int]) -> [Bool] { rows.map { outcomes[$0] } }

  /// Features fitted to some rows, with the codes of these rows and of others.
  func coded(
    _ rows: [Int], others: [Int], _ bins: Bins.Settings
  ) -> (set: FeatureSet, codes: CodeTable, others: CodeTable) {
    let (set, codes) = FeatureFitting(table: table, names: names, settings: bins)
      .fitted(rows: rows, outcomes: outcomes(rows))
    return (set, codes, others.isEmpty ? codes.selecting([]) : set.codes(of: table, names).selecting(others))
  }
}

/// How rows are parted into those to learn from and those to try on.
struct Split: Sendable {
  /// For each part the rows to learn from and the rows to try on.
  let parts: [(training: [Int], trial: [Int])]
  /// The rows that are tried, in the order of the parts, and for each its part.
  let rows: [Int], foldOfRow: [UInt8]
  /// Whether a part is tried only after what it learns from.
  let isTimeOrdered: Bool

  init(_ leads: TrainingLeads, folds: Int, seed: UInt64) {
    let all = leads.outcomes.indices
    if let instants = leads.instants, let ordered = Self.ordered(instants, leads.outcomes, folds) {
      parts = ordered
      isTimeOrdered = true
    } else {
      var chance = SplitMix64(seed: seed, stream: "folds", number: 0)
      let fold = Folds.stratified(leads.outcomes, folds: folds, using: &chance)
      parts = (0..<UInt8(folds)).map { own in (all.filter { fold[$0] != own }, all.filter { fold[$0] == own }) }
      isTimeOrdered = false
    }
    rows = parts.flatMap(\.trial)
    foldOfRow = parts.enumerated().flatMap { part, rows in rows.trial.map { _ in UInt8(part) } }
  }

  /// Parts in the order of time; nil if some part has too few won or lost leads.
  private static func ordered(
    _ instants: [Int64], _ outcomes: [Bool], _ folds: Int
  ) -> [(training: [Int], trial: [Int])]? {
    let block = Folds.ordered(instants, folds: folds)
    let parts = (1...UInt8(folds)).map { own in
      (training: outcomes.indices.filter { block[$0] < own }, trial: outcomes.indices.filter { block[$0] == own })
    }
    let areLargeEnough = parts.allSatisfy { part in
      let won = part.training.count { outcomes[$0] }
      return !part.trial.isEmpty && won >= 20 && part.training.count - won >= 20
    }
    return areLargeEnough ? parts : nil
  }
}
