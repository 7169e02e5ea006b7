import Leads
import Scoring
import Store

/// What publishing a model would do, over all leads, before it is done.
public struct Impact: Sendable {
  /// The comparison with the champion: stages, moves, close rates, rules; nil without a champion.
  public var comparison: ModelComparison?
  /// The scores by the model.
  public var scores: Scores
  /// The numbers of the leads, by row of the scores.
  public var leads: [LeadNumber]
  /// What is doubtful about the model itself, and on these leads.
  public var warnings: [ModelIssue]
  /// How many alerts it would have sent if published announced, by number of the subscription.
  public var alerts: [Int64: Int]
}

extension Workspace {
  /// What publishing a text as the model would do. Nothing is written.
  ///
  /// O(leads + events) on what is held in memory; what the text reads and no model in use does is read from the store
  /// first.
  ///
  /// - Throws: `ModelIssues` with everything that is wrong with the text.
  public func impact(of text: String) async throws -> Impact {
    let model = try ModelReader.model(from: text, path: "draft", utcOffset: settings.utcOffset)
    let content = try await covering(model)
    let (outcomes, head, subscriptions) = try await store.read { ledger in
      (try Self.outcomes(ledger, content), try ledger.head(), try ledger.subscriptions())
    }
    let asOf = AsOf(Instant(secondsSince1970: now(head)), utcOffset: settings.utcOffset)
    let rows = content.ledger.roots
    let draft = ActiveModel(number: 0, model: model, isChampion: false, utcOffset: settings.utcOffset)
    let options = ScoringEngine.Options(threads: settings.threads, reasons: true)
    let population = content.ledger.population(of: rows, for: draft, threads: settings.threads)
    let scores = ScoringEngine(model).scores(of: population, asOf: asOf, options: options)
    var impact = Impact(
      scores: scores, leads: rows.map { LeadNumber(row: $0) },
      warnings: ModelCheck(model).warnings() + ModelCheck(model).warnings(for: scores), alerts: [:])
    if let champion = content.models.first(where: { $0.isChampion }) {
      let old = content.ledger.population(of: rows, for: champion, threads: settings.threads)
      let before = ScoringEngine(champion.model).scores(
        of: old, asOf: asOf, options: ScoringEngine.Options(threads: settings.threads))
      impact.comparison = ModelComparison(
        from: before, to: scores, population, oldPopulation: old, outcomes: rows.map { outcomes[$0] },
        threads: settings.threads)
    }
    impact.alerts = alerts(draft, scores, rows, content, subscriptions, asOf)
    return impact
  }

  /// What is held in memory, with all that a model reads.
  private func covering(_ model: ScoringModel) async throws -> LiveContent {
    let content = try await snapshot()
    if content.ledger.scope.covers(model) { return content }
    let utcOffset = settings.utcOffset
    return try await store.read { ledger in
      try LiveContent(reading: ledger, utcOffset: utcOffset, besides: [model])
    }
  }

  /// For each row 0 for not known, 1 for lost, 2 for won; the last outcome counts.
  private static func outcomes(_ ledger: any LedgerReading, _ content: LiveContent) throws -> [UInt8] {
    var all = [UInt8](repeating: 0, count: content.ledger.count)
    try ledger.forEachOutcome { outcome in
      guard outcome.lead.row < all.count else { return }
      let root = content.ledger.root(of: outcome.lead.row)
      switch outcome.outcome {
      case "won": all[root] = 2
      case "lost", "rejected": all[root] = 1
      default: break
      }
    }
    return all
  }

  /// How many alerts leads that change their stage would cause, by subscription.
  private func alerts(
    _ draft: ActiveModel, _ scores: Scores, _ rows: [Int], _ content: LiveContent, _ subscriptions: [Subscription],
    _ asOf: AsOf
  ) -> [Int64: Int] {
    if subscriptions.isEmpty { return [:] }
    let planner = AlertPlanner(subscriptions, draft.model)
    var counts: [Int64: Int] = [:]
    for (index, row) in rows.enumerated() {
      let stage = scores.stageName(of: index)
      let before = content.scores.standing(row)?.stage
      if stage == before { continue }
      let crossing = Crossing(
        number: 0, model: 0, lead: LeadNumber(row: row), at: asOf.instant.secondsSince1970, what: "stage", from: before,
        to: stage, isUp: draft.rank(stage) > draft.rank(before), cause: Cause(.publish))
      let deliveries = planner.deliveries(
        of: crossing, outcome: "", { draft.value($0, of: index, in: scores) }, lead: { AlertedLead() })
      for delivery in deliveries { counts[delivery.subscription, default: 0] += 1 }
    }
    return counts
  }
}
