import Leads
import Store
import Tracking

/// Files: what they say is history, so acts are taken for what they are called, and not labelled by their haste.
extension Intake {
  /// Takes rows of leads in, in their order; rows that were taken before are passed over.
  mutating func take(_ rows: [ImportedLead], source: Int64) throws -> ImportCounts {
    var counts = ImportCounts()
    let ids = rows.map { Self.key(of: $0.message, source: source) }
    let known = try ledger.messages(ids.compactMap { $0?.id })
    var seen = Set<Int64>()
    try people.prepare(rows.lazy.flatMap { Self.identities(of: $0.message) })
    let before = (lead: head.lead, number: head.number)
    for (row, key) in zip(rows, ids) {
      if let key, known[key.id] != nil || !seen.insert(key.id).inserted {
        counts.known += 1
        continue
      }
      guard try take(row.message, source: source, createdAt: row.createdAt) == nil else { continue }
      if let key { keys.append(key) }
      counts.taken += 1
      if let outcome = row.outcome, let own = Self.identities(of: row.message).first.flatMap({ people.lead(of: $0) }) {
        if try add(outcome, of: own, source: source) { counts.outcomes += 1 }
      }
    }
    counts.newLeads = Int(head.lead - before.lead)
    counts.changes = Int(head.number - before.number) - counts.outcomes
    counts.merges = merges.map { ImportCounts.Merge(lead: $0.0, into: $0.1) }
    return counts
  }

  /// Adds an outcome, unless it is what the lead's last one says.
  private mutating func add(_ outcome: ImportedLead.Outcome, of own: Int, source: Int64) throws -> Bool {
    if let last = try ledger.outcomes(of: LeadNumber(row: own)).last, last.outcome == outcome.name,
      last.value == outcome.value || outcome.value == nil
    {
      return false
    }
    head.number += 1
    outcomes.append(
      OutcomeRecord(
        lead: LeadNumber(row: own), at: min(outcome.at, now), number: head.number, outcome: outcome.name,
        value: outcome.value, source: source))
    return true
  }

  /// Takes events of a lead in, by time; those that the ledger has already are passed over.
  ///
  /// The same event is one of the same second, name and properties; two in a file are two in the ledger.
  ///
  /// - Parameter kinds: the kinds of the file, which the events refer to.
  mutating func take(
    _ new: ArraySlice<Event>, kinds: [EventKind], numbers: inout [UInt32: Int64], of lead: LeadNumber, source: Int64
  ) throws -> ImportCounts {
    var counts = ImportCounts()
    var kept: [Event: Int] = [:]
    for record in try ledger.events(of: lead) {
      guard Event.instants.contains(record.at), let kind = UInt32(exactly: record.kind) else { continue }
      kept[Event(secondsSince1970: record.at, kind: kind), default: 0] += 1
    }
    var added: [Event] = []
    for event in new {
      let number = try numbers[event.kind] ?? number(of: kinds[Int(event.kind)])
      numbers[event.kind] = number
      guard let code = UInt32(exactly: number) else { throw StoreProblem(.other, "there are too many kinds of events") }
      let at = min(Int64(event.secondsSince1970), now)
      let own = Event(secondsSince1970: at, kind: code)
      if let count = kept[own], count > 0 {
        kept[own] = count - 1
        counts.known += 1
        continue
      }
      head.number += 1
      events.append(EventRecord(lead: lead, at: at, number: head.number, kind: number, source: source))
      added.append(own)
      counts.taken += 1
      if let outcome = Self.outcomes[kinds[Int(event.kind)].name] {
        head.number += 1
        outcomes.append(OutcomeRecord(lead: lead, at: at, number: head.number, outcome: outcome, source: source))
        counts.outcomes += 1
      }
    }
    if added.isEmpty { return counts }
    // Their kinds are numbered in another order than in the file.
    staged.events[lead.row] = LiveLedger.joined(staged.events[lead.row] ?? [], added.sorted())
    leads.insert(lead)
    touch(people.root(of: lead.row), .import, -source)
    return counts
  }
}
