import Leads
import Scoring
import Store

extension Workspace {
  /// The setting that says whether whoever made a model may publish it.
  static let fourEyes = "four_eyes"

  /// All versions of models by number.
  public func models() async throws -> [ModelVersion] { try await store.read { try $0.models() } }

  /// Keeps a text as a draft.
  ///
  /// - Throws: `ModelIssues` with everything that is wrong with the text.
  public func draft(_ text: String, author: String, note: String = "") async throws -> ModelVersion {
    let model = try ModelReader.model(from: text, path: "draft", utcOffset: settings.utcOffset)
    let now = clockNow
    return try await store.write { ledger in
      var version = ModelVersion(
        text: text, version: model.version, status: .draft, author: author, createdAt: now, note: note)
      version.number = try ledger.put(model: version)
      try ledger.insert(
        audit: AuditEntry(at: now, actor: author, action: "draft model", detail: "version \(version.number)"))
      return version
    }
  }

  /// Scores leads by a version beside the champion; nothing hangs on it.
  public func challenge(_ number: Int64, actor: String) async throws {
    try await change(number, actor: actor, "challenge with model") { version in
      guard version.status != .champion else { throw ModelRefusal.state("it is the champion") }
      version.status = .challenger
    }
    try await fill(number)
  }

  /// Takes a challenger or a draft out of use.
  public func retire(_ number: Int64, actor: String) async throws {
    try await change(number, actor: actor, "retire model") { version in
      guard version.status != .champion else {
        throw ModelRefusal.state("it is the champion: publish another version instead")
      }
      version.status = .retired
    }
  }

  /// Makes a version the champion.
  ///
  /// All leads are scored by it first, in steps between which events are taken in; then one transaction puts it in the
  /// place of the one before. Until then nothing is seen of it.
  ///
  /// - Parameters:
  ///   - mode: what becomes of those whose stage it changes.
  ///   - hourlyLimit: with `announced`, how many crossings an hour are told.
  /// - Returns: how many leads changed their stage.
  @discardableResult
  public func publish(
    _ number: Int64, _ mode: PublishMode = .quiet, actor: String, hourlyLimit: Int = 100
  ) async throws -> Int {
    let asksFourEyes = try await store.read { try $0.setting(Self.fourEyes) == "on" }
    try await change(number, actor: actor, "prepare model") { version in
      if asksFourEyes, version.author == actor { throw ModelRefusal.needsAnother(author: actor) }
      guard version.status != .champion else { throw ModelRefusal.state("it is the champion already") }
      version.status = .challenger
    }
    try await fill(number)
    return try await crown(number, mode, actor: actor, hourlyLimit: hourlyLimit)
  }

  /// Publishes the version that was the champion before, quietly. Returns its number.
  public func revert(actor: String) async throws -> Int64 {
    let before = try await store.read { ledger in
      try ledger.models().filter { $0.status != .champion && $0.publishedAt != nil }.max { a, b in
        (a.publishedAt ?? 0, a.number) < (b.publishedAt ?? 0, b.number)
      }
    }
    guard let before else { throw ModelRefusal.state("no model was published before this one") }
    try await publish(before.number, actor: actor)
    return before.number
  }

  /// Changes the status of a version, and lets all processes know.
  private func change(
    _ number: Int64, actor: String, _ action: String,
    _ body: @escaping @Sendable (inout ModelVersion) throws -> Void
  ) async throws {
    let now = clockNow
    try await store.write { ledger in
      guard var version = try ledger.models().first(where: { $0.number == number }) else {
        throw ModelRefusal.unknown(number)
      }
      try body(&version)
      _ = try ledger.put(model: version)
      try Self.countRevision(ledger)
      try ledger.insert(audit: AuditEntry(at: now, actor: actor, action: action, detail: "version \(number)"))
    }
  }

  private static func countRevision(_ ledger: any LedgerWriting) throws {
    let revision = try ledger.setting(LiveContent.revisionSetting).flatMap { Int64($0) } ?? 0
    try ledger.set(setting: LiveContent.revisionSetting, String(revision + 1))
  }

  /// Scores all leads by a version that is in use already, so that from then on the events keep its scores current.
  private func fill(_ number: Int64) async throws {
    var next = 0
    while let row = try await fillStep(number, from: next) { next = row }
  }

  /// Scores some leads; returns the row to go on with, or nil at the end.
  private func fillStep(_ number: Int64, from start: Int) async throws -> Int? {
    try await transact { [self] content, ledger in
      guard start < content.ledger.count else { return Transacted(value: nil, change: nil) }
      var head = try ledger.head()
      head.at = now(head)
      let asOf = AsOf(Instant(secondsSince1970: head.at), utcOffset: settings.utcOffset)
      let end = min(start + settings.sweepStep, content.ledger.count)
      let rows = (start..<end).filter { content.ledger.merged[$0] == nil }
      let rescoring = Rescoring(
        models: content.models.filter { $0.number == number && !$0.isChampion }, asOf: asOf, commit: head.commit + 1,
        keepsHistory: true, threads: settings.threads)
      let found = try rescoring.run(
        rows, cause: { _ in Cause(.publish, number) }, live: content.ledger, staged: StagedFacts(),
        scores: content.scores, planner: nil, ledger, &head)
      if found.scores.isEmpty { return Transacted(value: end, change: nil) }
      head.commit += 1
      try ledger.append(Commit(number: head.commit, at: head.at, leads: found.scores.map(\.lead)), head: head)
      return Transacted(value: end, change: LiveChange(staged: StagedFacts(), found: found, commit: head.commit))
    }
  }

  /// Puts a version whose scores are there in the place of the champion.
  private func crown(_ number: Int64, _ mode: PublishMode, actor: String, hourlyLimit: Int) async throws -> Int {
    let moved = try await transact { [self] content, ledger -> Transacted<Int> in
      var head = try ledger.head()
      head.at = now(head)
      for var version in try ledger.models() where version.number == number || version.status == .champion {
        version.status = version.number == number ? .champion : .retired
        if version.number == number { version.publishedAt = head.at }
        _ = try ledger.put(model: version)
      }
      try Self.countRevision(ledger)
      try ledger.insert(
        audit: AuditEntry(
          at: head.at, actor: actor, action: "publish model", detail: "version \(number), \(mode.rawValue)"))
      guard mode != .fromNow, let active = content.models.first(where: { $0.number == number }) else {
        return Transacted(value: 0, change: nil)
      }
      let found = try moves(to: active, mode, hourlyLimit, content, ledger, &head)
      if found.lifecycles.isEmpty { return Transacted(value: 0, change: nil) }
      head.commit += 1
      try ledger.append(Commit(number: head.commit, at: head.at, leads: found.lifecycles.map(\.lead)), head: head)
      return Transacted(
        value: found.lifecycles.count,
        change: LiveChange(staged: StagedFacts(), found: found, commit: head.commit))
    }
    return moved
  }

  /// Where leads stand by the scores of another model, written, and told if that is wanted.
  private func moves(
    to active: ActiveModel, _ mode: PublishMode, _ hourlyLimit: Int, _ content: LiveContent,
    _ ledger: any LedgerWriting, _ head: inout LedgerHead
  ) throws -> Rescored {
    var found = Rescored()
    let planner = mode == .announced ? AlertPlanner(try ledger.subscriptions(), active.model) : nil
    var scores: [ScoreRecord] = []
    try ledger.forEachScore(model: active.number) { score in
      if content.scores.standing(score.lead.row)?.stage != score.stage { scores.append(score) }
    }
    for score in scores where content.ledger.merged[score.lead.row] == nil {
      let before = content.scores.standing(score.lead.row)
      found.lifecycles.append(LifecycleRecord(lead: score.lead, stage: score.stage, since: head.at))
      guard mode == .announced else { continue }
      head.number += 1
      let crossing = Crossing(
        number: head.number, model: active.number, lead: score.lead, at: head.at, what: "stage", from: before?.stage,
        to: score.stage, isUp: active.rank(score.stage) > active.rank(before?.stage),
        cause: Cause(.publish, active.number))
      found.crossings.append(crossing)
      let reading = active.reading(of: score.outcome)
      for var delivery in try planner?.deliveries(
        of: crossing, outcome: score.outcome, reading, lead: { try AlertedLead(of: crossing, in: ledger) }) ?? []
      {
        delivery.notBefore = head.at + Int64(found.deliveries.count) * 3600 / Int64(max(1, hourlyLimit))
        found.deliveries.append(delivery)
      }
    }
    try ledger.put(lifecycles: found.lifecycles)
    try ledger.insert(crossings: found.crossings)
    try ledger.insert(deliveries: found.deliveries)
    return found
  }
}

extension Workspace {
  /// Says whether somebody else has to publish a model than who made it.
  public func setFourEyes(_ isOn: Bool, actor: String) async throws {
    let now = clockNow
    try await store.write { ledger in
      try ledger.set(setting: Self.fourEyes, isOn ? "on" : nil)
      try ledger.insert(audit: AuditEntry(at: now, actor: actor, action: "four eyes", detail: isOn ? "on" : "off"))
    }
  }
}
