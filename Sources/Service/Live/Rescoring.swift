import Leads
import Scoring
import Store

/// Scores leads again and finds what that changes, within the transaction that changed what is known of them.
///
/// The same for an event that came in, for midnight, for a publish: only the cause differs.
struct Rescoring {
  /// The models in use.
  let models: [ActiveModel]
  /// The moment, with the workspace's days.
  let asOf: AsOf
  /// The commit in which it takes place.
  let commit: Int64
  /// Whether crossings go unrecorded and untold: stages follow, and nobody is called.
  var isQuiet = false
  /// Whether changes of scores are kept for every model, and not for the champion alone.
  var keepsHistory = false
  /// The most threads to use.
  var threads = 1

  /// Scores these leads and writes what changed.
  ///
  /// - Parameters:
  ///   - rows: rows of roots, in ascending order.
  ///   - left: rows that are no root any more: nothing is said of them by themselves.
  ///   - cause: why, by row.
  ///   - head: where the ledger stands; crossings take numbers from it.
  ///   - planner: says who wants to hear of crossings.
  /// - Returns: what was found, to be remembered once it is committed.
  func run(
    _ rows: [Int], left: [Int] = [], cause: (Int) -> Cause, live: LiveLedger, staged: StagedFacts, scores: LiveScores,
    planner: AlertPlanner?, _ ledger: any LedgerWriting, _ head: inout LedgerHead
  ) throws -> Rescored {
    var found = Rescored()
    for active in models {
      let population = live.population(of: rows, for: active, staged: staged, threads: threads)
      let result = ScoringEngine(active.model).scores(
        of: population, asOf: asOf, options: ScoringEngine.Options(threads: threads))
      for (index, row) in rows.enumerated() {
        try compare(active, index, row, result, cause(row), scores, planner, ledger, &head, &found)
      }
    }
    for row in left { forget(row, &found) }
    try ledger.put(scores: found.scores)
    try ledger.insert(history: found.history)
    try ledger.insert(crossings: found.crossings)
    try ledger.put(lifecycles: found.lifecycles)
    try ledger.insert(deliveries: found.deliveries)
    return found
  }

  /// Says nothing of a lead any more, which is part of another person now.
  private func forget(_ row: Int, _ found: inout Rescored) {
    let nothing = "{}"
    for active in models {
      found.scores.append(
        ScoreRecord(
          model: active.number, lead: LeadNumber(row: row), day: asOf.day, outcome: nothing, score: nil, stage: nil))
      found.digests.append((row, active.number, nothing.digest))
    }
  }

  private func compare(
    _ active: ActiveModel, _ index: Int, _ row: Int, _ result: Scores, _ cause: Cause, _ scores: LiveScores,
    _ planner: AlertPlanner?, _ ledger: any LedgerWriting, _ head: inout LedgerHead, _ found: inout Rescored
  ) throws {
    let lead = LeadNumber(row: row)
    let outcome = active.outcome(of: index, in: result)
    let digest = outcome.digest
    let isChanged = digest != scores.digest(active.number, row)
    let standing = scores.standing(row)
    // A stage may be waiting for its hold to end although no score changes.
    guard isChanged || active.isChampion && standing?.leavingSince != nil else { return }
    if isChanged {
      found.digests.append((row, active.number, digest))
      found.scores.append(
        ScoreRecord(
          model: active.number, lead: lead, day: asOf.day, outcome: outcome,
          score: active.model.rankingScore.flatMap { result.score($0, of: index) },
          stage: result.stageName(of: index)))
    }
    if isChanged, active.isChampion || keepsHistory {
      found.history.append(
        ScoreChange(
          commit: commit, model: active.number, lead: lead, at: asOf.instant.secondsSince1970, cause: cause,
          outcome: outcome))
    }
    guard active.isChampion else { return }
    var moves: [(what: String, move: Lifecycle.Move)] = []
    let reading: Lifecycle.Reading = { name in active.value(name, of: index, in: result) }
    let step = active.lifecycle.next(
      standing, lead: lead, stage: result.stageName(of: index), asOf: asOf, reading)
    if step.record != standing { found.lifecycles.append(step.record) }
    if let move = step.move { moves.append(("stage", move)) }
    moves += bandMoves(active, index, row, result, scores, &found)
    if isQuiet { return }
    for (what, move) in moves {
      head.number += 1
      let crossing = Crossing(
        number: head.number, model: active.number, lead: lead, at: asOf.instant.secondsSince1970, what: what,
        from: move.from, to: move.to, isUp: move.isUp, cause: cause)
      found.crossings.append(crossing)
      if let planner {
        found.deliveries += try planner.deliveries(
          of: crossing, outcome: outcome,
          { $0 == "stage" ? step.record.stage.map { .text($0) } ?? .missing : reading($0) }
        ) { try AlertedLead(of: crossing, in: ledger) }
      }
    }
  }

  /// The champion's bands that a lead crossed. Bands have no memory, and a new lead crosses none.
  private func bandMoves(
    _ active: ActiveModel, _ index: Int, _ row: Int, _ result: Scores, _ scores: LiveScores, _ found: inout Rescored
  ) -> [(what: String, move: Lifecycle.Move)] {
    var moves: [(what: String, move: Lifecycle.Move)] = []
    let isKnown = scores.digest(active.number, row) != 0
    for (position, bands) in active.model.bands.enumerated() {
      let now = result.score(bands.score, of: index).flatMap { bands.band(of: $0) }
      let before = scores.band(position, row)
      if now == before { continue }
      found.bands.append((row, position, now.map(UInt8.init) ?? .max))
      if isKnown {
        moves.append(
          (
            active.model.scores[bands.score].name,
            Lifecycle.Move(
              from: before.map { bands.bands[$0].name }, to: now.map { bands.bands[$0].name },
              isUp: (now ?? .max) < (before ?? .max))
          ))
      }
    }
    return moves
  }
}
