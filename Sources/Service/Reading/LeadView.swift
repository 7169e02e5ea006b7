import Leads
import Scoring
import Store

/// A lead as people look at it: who it is, what is known, what it did, its scores and why.
public struct LeadView: Sendable {
  /// An event with its kind.
  public struct Act: Sendable, Hashable {
    /// The event.
    public var event: EventRecord
    /// Its kind.
    public var kind: EventKind
  }

  /// The number of the person's root.
  public var number: LeadNumber
  /// The leads that were merged into it.
  public var merged: [LeadNumber]
  /// When it became known, in seconds since 1970.
  public var createdAt: Int64
  /// By what it is known.
  public var identities: [Identity]
  /// What is known of it, by attribute: the value that holds.
  public var attributes: [AttributeChange]
  /// What it did last, the newest first.
  public var acts: [Act]
  /// What became of it.
  public var outcomes: [OutcomeRecord]
  /// Its scores by the champion; nil without one.
  public var score: ScoreRecord?
  /// Where it stands.
  public var standing: LifecycleRecord?
  /// Why it has its scores, and by which model; nil without a champion.
  public var explanation: (model: ScoringModel, explanation: Explanation)?
  /// The changes of its scores, the newest first.
  public var history: [ScoreChange]
  /// Its crossings, the newest first.
  public var crossings: [Crossing]
}

extension Workspace {
  /// A lead by its number, or nil. Of one that was merged into another the person is shown.
  ///
  /// - Parameter limit: the most events, changes and crossings.
  public func lead(_ number: LeadNumber, acts limit: Int = 50) async throws -> LeadView? {
    guard let held = try await look({ [self] content, head in held(number.row, content, head) }) else { return nil }
    return try await store.read { ledger in
      let all = held.rows.map { LeadNumber(row: $0) }
      var attributes: [String: AttributeChange] = [:]
      for change in try all.flatMap({ try ledger.changes(of: $0) }) {
        if let known = attributes[change.attribute], (known.at, known.number) > (change.at, change.number) { continue }
        attributes[change.attribute] = change
      }
      let events = try all.flatMap { try ledger.events(of: $0) }.sorted { ($0.at, $0.number) > ($1.at, $1.number) }
      let acts = try events.prefix(limit).map { event in
        LeadView.Act(event: event, kind: try ledger.kind(event.kind) ?? EventKind(""))
      }
      return LeadView(
        number: all[0], merged: Array(all.dropFirst()), createdAt: held.createdAt,
        identities: try all.flatMap { try ledger.identities(of: $0) },
        attributes: attributes.values.sorted { $0.attribute < $1.attribute }, acts: acts,
        outcomes: try all.flatMap { try ledger.outcomes(of: $0) },
        score: try held.champion.flatMap { try ledger.score(of: all[0], model: $0.number) },
        standing: try ledger.lifecycle(of: all[0]), explanation: held.explanation,
        history: try held.champion.map { try ledger.history(of: all[0], model: $0.number, limit: limit) } ?? [],
        crossings: try ledger.crossings(of: all[0], limit: limit))
    }
  }

  private struct Held: Sendable {
    var rows: [Int]
    var createdAt: Int64
    var champion: ActiveModel?
    var explanation: (model: ScoringModel, explanation: Explanation)?
  }

  /// What memory has of a person, the root's row first.
  private func held(_ row: Int, _ content: LiveContent, _ head: LedgerHead) -> Held? {
    guard row >= 0, row < content.ledger.count else { return nil }
    let root = content.ledger.root(of: row)
    let rows = [root] + (content.ledger.members[root] ?? [])
    var held = Held(rows: rows, createdAt: rows.map { content.ledger.createdAt[$0] }.min() ?? 0)
    if let champion = content.models.first(where: { $0.isChampion }) {
      let asOf = AsOf(Instant(secondsSince1970: now(head)), utcOffset: settings.utcOffset)
      let population = content.ledger.population(of: [root], for: champion)
      held.champion = champion
      held.explanation = (
        champion.model, Explainer(champion.model, population, asOf: asOf).explanation(of: 0)
      )
    }
    return held
  }

  /// The person that an identity belongs to, or nil.
  public func lead(known identity: Identity) async throws -> LeadNumber? {
    try await store.read { try $0.leads(of: [identity])[identity] }
  }

  /// The best leads of the champion, the best first, in pages.
  ///
  /// - Parameters:
  ///   - stage: only leads in this stage; nil for all.
  ///   - after: the last lead of the page before; nil for the first page.
  public func ranking(
    stage: String? = nil, after: (score: Int64, lead: LeadNumber)? = nil, limit: Int = 50
  ) async throws -> [ScoreRecord] {
    guard let champion = try await look({ content, _ in content.models.first { $0.isChampion }?.number }) else {
      return []
    }
    return try await store.read { try $0.ranking(model: champion, stage: stage, after: after, limit: limit) }
  }
}
