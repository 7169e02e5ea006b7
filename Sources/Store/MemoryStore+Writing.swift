extension MemoryLedger: LedgerWriting {
  // MARK: Facts

  func insert(leads new: [LeadRecord]) throws {
    for lead in new {
      guard leads[lead.number] == nil else { throw StoreProblem(.other, "lead \(lead.number.value) is there already") }
      leads[lead.number] = lead
      if let other = lead.mergedInto { mergedInto[other] = (mergedInto[other] ?? []).union([lead.number]) }
    }
    for lead in new { try checkMerge(of: lead.number, into: lead.mergedInto) }
  }

  func setMerged(_ lead: LeadNumber, into other: LeadNumber?) throws {
    guard var record = leads[lead] else { throw StoreProblem(.other, "there is no lead \(lead.value)") }
    try checkMerge(of: lead, into: other)
    if let old = record.mergedInto { mergedInto[old] = (mergedInto[old] ?? []).subtracting([lead]) }
    if let other { mergedInto[other] = (mergedInto[other] ?? []).union([lead]) }
    record.mergedInto = other
    leads[lead] = record
  }

  private func checkMerge(of lead: LeadNumber, into other: LeadNumber?) throws {
    guard let other else { return }
    guard other != lead, leads[other] != nil else {
      throw StoreProblem(.other, "lead \(lead.value) cannot be merged into \(other.value)")
    }
  }

  func insert(identities new: [(identity: Identity, lead: LeadNumber, source: Int64)]) throws {
    for (identity, lead, source) in new {
      let key = IdentityKey(identity)
      guard identities[key] == nil else { throw StoreProblem(.other, "an identity is given to a lead already") }
      guard leads[lead] != nil else { throw StoreProblem(.other, "there is no lead \(lead.value)") }
      identities[key] = Owner(identity: identity, lead: lead, source: source)
      identitiesOfLead[lead] = (identitiesOfLead[lead] ?? []) + [identity]
    }
  }

  func numberAdding(_ kind: EventKind) -> Int64 {
    let key = ExactKind(kind)
    if let number = kindNumbers[key] { return number }
    let number = Int64(kinds.rows.count) + 1
    kinds[number] = kind
    kindNumbers[key] = number
    return number
  }

  func insert(events new: [EventRecord]) throws {
    try insert(new, into: &events, lead: \.lead) { ($0.at, $0.number) < ($1.at, $1.number) }
  }

  func setLabel(of event: EventRecord, _ label: EventLabel) throws {
    var rows = events[event.lead] ?? []
    guard let place = rows.firstIndex(where: { $0.at == event.at && $0.number == event.number }) else {
      throw StoreProblem(.other, "there is no event \(event.number)")
    }
    rows[place].label = label
    events[event.lead] = rows
  }

  func insert(changes new: [AttributeChange]) throws {
    for change in new where attributes[ExactText(change.attribute)] == nil {
      attributes[ExactText(change.attribute)] = Int64(attributes.rows.count) + 1
    }
    let numbers = attributes.rows
    func order(_ change: AttributeChange) -> (Int64, Int64, Int64) {
      (numbers[ExactText(change.attribute)] ?? 0, change.at, change.number)
    }
    try insert(new, into: &changes, lead: \.lead) { order($0) < order($1) }
  }

  func insert(outcomes new: [OutcomeRecord]) throws {
    try insert(new, into: &outcomes, lead: \.lead) { ($0.at, $0.number) < ($1.at, $1.number) }
  }

  /// Puts rows to those of their leads, at their places. No two rows of a lead may have the same place.
  private func insert<Row>(
    _ new: [Row], into table: inout MemoryTable<LeadNumber, [Row]>, lead: (Row) -> LeadNumber,
    by precedes: (Row, Row) -> Bool
  ) throws {
    for (lead, added) in Dictionary(grouping: new, by: lead) {
      let rows = ((table[lead] ?? []) + added).sorted(by: precedes)
      for (a, b) in zip(rows, rows.dropFirst()) where !precedes(a, b) {
        throw StoreProblem(.other, "lead \(lead.value) has the same fact twice")
      }
      table[lead] = rows
    }
  }

  func insert(messages new: [MessageKey]) throws {
    for message in new {
      guard messages[message.id] == nil else { throw StoreProblem(.other, "a message is known already") }
      messages[message.id] = message
    }
  }

  func removeFacts(ofSource source: Int64) -> [LeadNumber] {
    var touched: Set<LeadNumber> = []
    func remove<Row>(_ table: inout MemoryTable<LeadNumber, [Row]>, _ source: Int64, _ sourceOf: (Row) -> Int64) {
      for (lead, rows) in table.rows where rows.contains(where: { sourceOf($0) == source }) {
        let left = rows.filter { sourceOf($0) != source }
        table[lead] = left.isEmpty ? nil : left
        touched.insert(lead)
      }
    }
    remove(&events, source, \.source)
    remove(&changes, source, \.source)
    remove(&outcomes, source, \.source)
    for (key, owner) in identities.rows where owner.source == source {
      identities[key] = nil
      identitiesOfLead[owner.lead] = (identitiesOfLead[owner.lead] ?? []).filter { IdentityKey($0) != key }
      touched.insert(owner.lead)
    }
    for (id, message) in messages.rows where message.source == source { messages[id] = nil }
    return touched.sorted()
  }

  func append(_ commit: Commit, head: LedgerHead) throws {
    try self.head().checkNext(commit, head: head)
    commits[commit.number] = commit
    heads[0] = head
  }

  // MARK: What is derived

  func put(scores new: [ScoreRecord]) {
    for score in new { scores[ScoreKey(model: score.model, lead: score.lead)] = score }
  }

  func removeScores(model: Int64) {
    for key in scores.rows.keys where key.model == model { scores[key] = nil }
  }

  func insert(history new: [ScoreChange]) {
    for change in new {
      let key = ScoreKey(model: change.model, lead: change.lead)
      history[key] = (history[key] ?? []) + [change]
    }
  }

  func put(lifecycles new: [LifecycleRecord]) {
    for record in new { lifecycles[record.lead] = record }
  }

  func insert(crossings new: [Crossing]) throws {
    for crossing in new {
      guard crossings[crossing.number] == nil else {
        throw StoreProblem(.other, "crossing \(crossing.number) is there already")
      }
      crossings[crossing.number] = crossing
    }
  }

  // MARK: What has to be told

  func put(subscription: Subscription) -> Int64 { put(subscription, into: &subscribers, \.number) }

  func insert(deliveries new: [Delivery]) throws {
    var number = deliveries.nextNumber
    for var delivery in new {
      guard subscribers[delivery.subscription] != nil else {
        throw StoreProblem(.other, "there is no subscription \(delivery.subscription)")
      }
      delivery.number = number
      deliveries[number] = delivery
      number += 1
    }
  }

  func update(delivery: Delivery) throws {
    guard deliveries[delivery.number] != nil else {
      throw StoreProblem(.other, "there is no delivery \(delivery.number)")
    }
    guard subscribers[delivery.subscription] != nil else {
      throw StoreProblem(.other, "there is no subscription \(delivery.subscription)")
    }
    deliveries[delivery.number] = delivery
  }

  // MARK: Models, keys, jobs

  func put(model: ModelVersion) -> Int64 { put(model, into: &modelVersions, \.number) }

  func put(learnedFile: LearnedFileRecord) -> Int64 { put(learnedFile, into: &learnedModels, \.number) }

  func put(key: AccessKey) throws -> Int64 {
    let digest = ExactText(key.digest)
    guard !accessKeys.rows.values.contains(where: { ExactText($0.digest) == digest && $0.number != key.number }) else {
      throw StoreProblem(.other, "another key has the same digest")
    }
    return put(key, into: &accessKeys, \.number)
  }

  func put(job: Job) -> Int64 { put(job, into: &jobs, \.number) }

  func insert(audit entry: AuditEntry) { audit[audit.nextNumber] = entry }

  func set(setting: String, _ value: String?) { settings[ExactText(setting)] = value }

  /// Adds a row (number 0) under the next number, or replaces the one of its number.
  private func put<Row>(
    _ row: Row, into table: inout MemoryTable<Int64, Row>, _ number: WritableKeyPath<Row, Int64>
  ) -> Int64 {
    var row = row
    if row[keyPath: number] == 0 { row[keyPath: number] = table.nextNumber }
    table[row[keyPath: number]] = row
    return row[keyPath: number]
  }
}
