extension MemoryLedger: LedgerReading {
  // MARK: Where the ledger stands

  func head() -> LedgerHead { heads[0] ?? LedgerHead() }

  func commits(after number: Int64, limit: Int) -> [Commit] {
    Array(commits.ordered.drop { $0.number <= number }.prefix(max(0, limit)))
  }

  // MARK: Leads

  func leads(of identities: [Identity]) -> [Identity: LeadNumber] {
    var found: [Identity: LeadNumber] = [:]
    for identity in identities {
      if let owner = self.identities[IdentityKey(identity)] { found[identity] = owner.lead }
    }
    return found
  }

  func identities(of lead: LeadNumber) -> [Identity] {
    (identitiesOfLead[lead] ?? []).sorted { a, b in
      (a.kind.rawValue, ExactText(a.value)) < (b.kind.rawValue, ExactText(b.value))
    }
  }

  func lead(_ number: LeadNumber) -> LeadRecord? { leads[number] }

  func merged(into lead: LeadNumber) -> [LeadNumber] { (mergedInto[lead] ?? []).sorted() }

  func forEachLead(_ body: (LeadRecord) throws -> Void) throws {
    for lead in leads.rows.values.sorted(by: { $0.number < $1.number }) { try body(lead) }
  }

  func forEachIdentity(_ kind: Identity.Kind, _ body: (String, LeadNumber) throws -> Void) throws {
    for owner in identities.rows.values where owner.identity.kind == kind {
      try body(owner.identity.value, owner.lead)
    }
  }

  // MARK: Facts

  func events(of lead: LeadNumber) -> [EventRecord] { events[lead] ?? [] }

  func events(of lead: LeadNumber, from: Int64, through: Int64) -> [EventRecord] {
    events(of: lead).filter { from <= $0.at && $0.at <= through }
  }

  func forEachEvent(_ body: (EventRecord) throws -> Void) throws { try forEach(events, body) }

  func kind(_ number: Int64) -> EventKind? { kinds[number] }

  func number(of kind: EventKind) -> Int64? { kindNumbers[ExactKind(kind)] }

  func forEachKind(after number: Int64, _ body: (Int64, EventKind) throws -> Void) throws {
    for (key, kind) in kinds.rows.sorted(by: { $0.key < $1.key }) where key > number { try body(key, kind) }
  }

  func changes(of lead: LeadNumber) -> [AttributeChange] { changes[lead] ?? [] }

  func forEachChange(_ body: (AttributeChange) throws -> Void) throws { try forEach(changes, body) }

  func outcomes(of lead: LeadNumber) -> [OutcomeRecord] { outcomes[lead] ?? [] }

  func forEachOutcome(_ body: (OutcomeRecord) throws -> Void) throws { try forEach(outcomes, body) }

  func messages(_ ids: [Int64]) -> [Int64: Int64] {
    var found: [Int64: Int64] = [:]
    for id in ids {
      if let message = messages[id] { found[id] = message.content }
    }
    return found
  }

  /// The rows of all leads, by lead; those of one lead are kept in order.
  private func forEach<Row>(_ table: MemoryTable<LeadNumber, [Row]>, _ body: (Row) throws -> Void) throws {
    for lead in table.rows.keys.sorted() {
      for row in table[lead] ?? [] { try body(row) }
    }
  }

  // MARK: What is derived

  func score(of lead: LeadNumber, model: Int64) -> ScoreRecord? { scores[ScoreKey(model: model, lead: lead)] }

  func forEachScore(model: Int64, _ body: (ScoreRecord) throws -> Void) throws {
    for score in scores.rows.values.filter({ $0.model == model }).sorted(by: { $0.lead < $1.lead }) {
      try body(score)
    }
  }

  func ranking(model: Int64, stage: String?, after: (score: Int64, lead: LeadNumber)?, limit: Int) -> [ScoreRecord] {
    let stage = stage.map { ExactText($0) }
    let rows: [(score: Int64, record: ScoreRecord)] = scores.rows.values.compactMap { record in
      guard record.model == model, let score = record.score else { return nil }
      if let stage, lifecycles[record.lead]?.stage.map({ ExactText($0) }) != stage { return nil }
      if let after, (after.score, record.lead) <= (score, after.lead) { return nil }
      return (score, record)
    }
    return rows.sorted { ($1.score, $0.record.lead) < ($0.score, $1.record.lead) }.prefix(max(0, limit)).map(\.record)
  }

  func history(of lead: LeadNumber, model: Int64, limit: Int) -> [ScoreChange] {
    Array((history[ScoreKey(model: model, lead: lead)] ?? []).reversed().prefix(max(0, limit)))
  }

  func lifecycle(of lead: LeadNumber) -> LifecycleRecord? { lifecycles[lead] }

  func forEachLifecycle(_ body: (LifecycleRecord) throws -> Void) throws {
    for record in lifecycles.rows.values.sorted(by: { $0.lead < $1.lead }) { try body(record) }
  }

  func crossings(of lead: LeadNumber, limit: Int) -> [Crossing] {
    Array(crossings.ordered.reversed().filter { $0.lead == lead }.prefix(max(0, limit)))
  }

  func crossings(after number: Int64, limit: Int) -> [Crossing] {
    Array(crossings.ordered.drop { $0.number <= number }.prefix(max(0, limit)))
  }

  // MARK: What has to be told

  func subscriptions() -> [Subscription] { subscribers.ordered }

  func dueDeliveries(at moment: Int64, limit: Int, besides busy: Set<Int64>) -> [Delivery] {
    struct Recipient: Hashable {
      let subscription: Int64
      let lead: LeadNumber
    }
    var seen: Set<Recipient> = []
    let first = deliveries.ordered.filter { delivery in
      guard delivery.state == .waiting || delivery.state == .digest else { return false }
      return seen.insert(Recipient(subscription: delivery.subscription, lead: delivery.lead)).inserted
    }
    let due = first.filter { $0.state == .waiting && $0.notBefore <= moment && !busy.contains($0.subscription) }
    return Array(due.prefix(max(0, limit)))
  }

  func delivery(_ number: Int64) -> Delivery? { deliveries[number] }

  func deliveries(_ state: Delivery.State, subscription: Int64?, limit: Int) -> [Delivery] {
    let rows = deliveries.ordered.reversed().filter { delivery in
      delivery.state == state && (subscription == nil || delivery.subscription == subscription)
    }
    return Array(rows.prefix(max(0, limit)))
  }

  func deliveryCount(subscription: Int64, since moment: Int64) -> Int {
    deliveries.rows.values.count { delivery in
      guard let tried = delivery.triedAt else { return false }
      return delivery.subscription == subscription && tried >= moment
    }
  }

  // MARK: Models, keys, jobs

  func models() -> [ModelVersion] { modelVersions.ordered }

  func learnedFiles() -> [LearnedFileRecord] {
    learnedModels.ordered.map { file in
      var file = file
      file.bytes = []
      return file
    }
  }

  func learnedFile(_ number: Int64) -> LearnedFileRecord? { learnedModels[number] }

  func keys() -> [AccessKey] { accessKeys.ordered }

  func jobs(limit: Int) -> [Job] { Array(jobs.ordered.reversed().prefix(max(0, limit))) }

  func audit(limit: Int) -> [AuditEntry] { Array(audit.ordered.reversed().prefix(max(0, limit))) }

  func setting(_ name: String) -> String? { settings[ExactText(name)] }
}
