import Store

/// What is derived from the ledger, as far as a process has to remember it to see a change: for each lead a digest of
/// what each model said, and where it stands.
struct LiveScores: Sendable {
  /// By number of the model's version: for each row the digest of the last outcome; 0 for none.
  private(set) var digests: [Int64: [UInt64]] = [:]
  /// For each row what the champion said last, by the positions of its bands, 255 for none.
  private(set) var bands: [[UInt8]] = []
  /// For each row where it stands.
  private(set) var standings: [LifecycleRecord?] = []

  /// Nothing.
  init() {}

  /// Reads what is kept for these models. O(scores).
  init(reading ledger: any LedgerReading, count: Int, _ models: [ActiveModel]) throws {
    standings = Array(repeating: nil, count: count)
    for active in models {
      var all = [UInt64](repeating: 0, count: count)
      if active.isChampion {
        bands = active.model.bands.map { _ in Array(repeating: .max, count: count) }
      }
      try ledger.forEachScore(model: active.number) { score in
        all[score.lead.row] = score.outcome.digest
        if active.isChampion { keepBands(of: score, active) }
      }
      digests[active.number] = all
    }
    try ledger.forEachLifecycle { standings[$0.lead.row] = $0 }
  }

  /// Reads anew what is kept for some leads.
  mutating func reload(_ rows: [Int], count: Int, _ ledger: any LedgerReading, _ models: [ActiveModel]) throws {
    grow(to: count)
    for row in rows {
      standings[row] = try ledger.lifecycle(of: LeadNumber(row: row))
      for active in models {
        let score = try ledger.score(of: LeadNumber(row: row), model: active.number)
        digests[active.number]?[row] = score?.outcome.digest ?? 0
        if active.isChampion, let score { keepBands(of: score, active) }
      }
    }
  }

  private mutating func keepBands(of score: ScoreRecord, _ active: ActiveModel) {
    let names = active.bandNames(in: score.outcome)
    for (index, name) in names.enumerated() {
      bands[index][score.lead.row] = name.flatMap { active.bandPosition(index, $0) } ?? .max
    }
  }

  private mutating func grow(to count: Int) {
    let more = count - standings.count
    if more <= 0 { return }
    standings.append(contentsOf: repeatElement(nil, count: more))
    for number in digests.keys { digests[number]?.append(contentsOf: repeatElement(0, count: more)) }
    for index in bands.indices { bands[index].append(contentsOf: repeatElement(.max, count: more)) }
  }

  /// The digest of what a model said of a lead; 0 for nothing.
  func digest(_ model: Int64, _ row: Int) -> UInt64 {
    guard let all = digests[model], row < all.count else { return 0 }
    return all[row]
  }

  /// The band of the champion's bands of this position that a lead had, or nil.
  func band(_ index: Int, _ row: Int) -> Int? {
    guard index < bands.count, row < bands[index].count, bands[index][row] != .max else { return nil }
    return Int(bands[index][row])
  }

  /// Where a lead stands, or nil.
  func standing(_ row: Int) -> LifecycleRecord? { row < standings.count ? standings[row] : nil }

  /// Takes over what a rescoring found, once it is committed.
  mutating func apply(_ found: Rescored, count: Int) {
    grow(to: count)
    for (row, model, digest) in found.digests { digests[model]?[row] = digest }
    for (row, index, band) in found.bands { bands[index][row] = band }
    for record in found.lifecycles { standings[record.lead.row] = record }
  }
}

/// What a rescoring found: what has to be written, and what has to be remembered.
struct Rescored: Sendable {
  /// Scores that differ from those that are kept.
  var scores: [ScoreRecord] = []
  /// The changes of the champion's scores.
  var history: [ScoreChange] = []
  /// Stages and bands that were crossed.
  var crossings: [Crossing] = []
  /// Standings that changed.
  var lifecycles: [LifecycleRecord] = []
  /// What has to be told.
  var deliveries: [Delivery] = []

  /// The leads of whom something derived changed: other processes have to read it anew, as they have the facts.
  var leads: Set<LeadNumber> { Set(scores.map(\.lead)).union(lifecycles.map(\.lead)) }

  /// New digests: of a lead, by a model.
  var digests: [(row: Int, model: Int64, digest: UInt64)] = []
  /// New bands of the champion: of a lead, by the position of the bands.
  var bands: [(row: Int, index: Int, band: UInt8)] = []
}
