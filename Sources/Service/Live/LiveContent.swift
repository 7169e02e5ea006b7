import Scoring
import Store

/// All that a process holds in memory: facts by columns, what was derived, and the models in use.
struct LiveContent: Sendable {
  /// The facts.
  var ledger: LiveLedger
  /// What was derived.
  private(set) var scores: LiveScores
  /// The models in use, the champion first.
  private(set) var models: [ActiveModel]
  /// Says who wants to hear of crossings; nil without a champion.
  var planner: AlertPlanner?
  /// Whether the running transaction changed what is held before it is committed: if it fails, all is read anew.
  var isAhead = false
  /// The revision of the models in use, as the store counts them.
  private var revision: String?

  /// The setting that counts how often the models in use changed.
  static let revisionSetting = "models.revision"

  /// Reads the ledger. O(ledger).
  ///
  /// - Parameter drafts: models besides those in use whose attributes and properties are to be held.
  /// - Throws: `ModelIssues` if a model in use cannot be read.
  init(reading store: any LedgerReading, utcOffset: Int64, besides drafts: [ScoringModel] = []) throws {
    models = try Self.models(store, utcOffset: utcOffset)
    ledger = try LiveLedger(reading: store, scope: LiveScope(models.map(\.model) + drafts))
    scores = try LiveScores(reading: store, count: ledger.count, models)
    revision = try store.setting(Self.revisionSetting)
    planner = try models.first { $0.isChampion }.map { AlertPlanner(try store.subscriptions(), $0.model) }
  }

  /// The models in use.
  static func models(_ store: any LedgerReading, utcOffset: Int64) throws -> [ActiveModel] {
    let inUse = try store.models().filter { $0.status == .champion || $0.status == .challenger }
    return try inUse.sorted { $0.status.rawValue < $1.status.rawValue }.map { version in
      ActiveModel(
        number: version.number,
        model: try ModelReader.model(from: version.text, path: "model \(version.number)", utcOffset: utcOffset),
        isChampion: version.status == .champion, utcOffset: utcOffset)
    }
  }

  /// Brings it up to date with what other processes committed.
  mutating func catchUp(_ store: any LedgerReading, utcOffset: Int64) throws {
    let hasOtherModels = try store.setting(Self.revisionSetting) != revision
    guard try hasOtherModels || store.head().commit != ledger.commit else { return }
    guard let commits = try ledger.pending(store) else {
      // Too much changed to follow it lead by lead.
      self = try LiveContent(reading: store, utcOffset: utcOffset)
      return
    }
    let rows = try ledger.follow(commits, store)
    if hasOtherModels {
      try adoptModels(store, utcOffset: utcOffset)
    } else {
      try scores.reload(rows, count: ledger.count, store, models)
    }
  }

  /// Takes over the models that are in use now. Reads the ledger only if they ask for something that is not held.
  private mutating func adoptModels(_ store: any LedgerReading, utcOffset: Int64) throws {
    let now = try Self.models(store, utcOffset: utcOffset)
    guard now.allSatisfy({ ledger.scope.covers($0.model) }) else {
      self = try LiveContent(reading: store, utcOffset: utcOffset)
      return
    }
    models = now
    revision = try store.setting(Self.revisionSetting)
    scores = try LiveScores(reading: store, count: ledger.count, models)
    planner = try models.first { $0.isChampion }.map { AlertPlanner(try store.subscriptions(), $0.model) }
  }

  /// Takes over what a transaction changed, unless something newer is known already.
  mutating func apply(_ change: LiveChange) {
    isAhead = false
    guard ledger.commit == change.commit - 1 else { return }
    ledger.apply(change.staged, commit: change.commit)
    scores.apply(change.found, count: ledger.count)
  }
}
