import SQLiteStore
import Store

/// Events of random leads, and what follows from them.
struct Workload {
  /// What one transaction writes: for each event its message, a score of its lead, and the score's change.
  struct Batch: Sendable {
    var kinds: [EventKind]
    var identities: [Identity]
    var events: [EventRecord]
    var messages: [MessageKey]
    var scores: [ScoreRecord]
    var history: [ScoreChange]
  }

  let leads: Int64
  private var generator: Generator
  private var number: Int64 = 0
  private var commit: Int64 = 0

  init(leads: Int64, seed: UInt64) {
    self.leads = leads
    generator = Generator(state: seed)
  }

  /// Fills a new ledger with leads that have identities, scores, and some events with messages.
  mutating func fill(_ path: String, eventsPerLead: Int64) async throws {
    let store = try SQLiteStore(path: path)
    var events: [EventRecord] = []
    for lead in 1...leads {
      for _ in 0..<eventsPerLead {
        number += 1
        events.append(event(of: lead))
      }
    }
    let messages = events.map { _ in MessageKey(id: Int64(bitPattern: generator.next()), content: 1) }
    let scores = (1...leads).map { score(of: $0) }
    let head = head()
    commit = 1
    try await store.write { [leads, events] ledger in
      try ledger.insert(leads: (1...leads).map { LeadRecord(LeadNumber($0), createdAt: 0) })
      try ledger.insert(identities: (1...leads).map { (Self.identity(of: $0), LeadNumber($0), 0) })
      for kind in 0..<500 { _ = try ledger.numberAdding(Self.kind(Int64(kind))) }
      try ledger.insert(events: events.sorted { ($0.lead, $0.at, $0.number) < ($1.lead, $1.at, $1.number) })
      try ledger.insert(messages: messages.sorted { $0.id < $1.id })
      try ledger.put(scores: scores)
      try ledger.append(Commit(number: 1, at: 0, leads: nil), head: head)
    }
  }

  /// The next events, of random leads.
  mutating func batch(_ size: Int64) -> Batch {
    commit += 1
    var batch = Batch(kinds: [], identities: [], events: [], messages: [], scores: [], history: [])
    for _ in 0..<size {
      number += 1
      let lead = Int64(generator.next() % UInt64(leads)) + 1
      let event = event(of: lead)
      let score = score(of: lead)
      batch.kinds.append(Self.kind(event.kind - 1))
      batch.identities.append(Self.identity(of: lead))
      batch.events.append(event)
      batch.messages.append(MessageKey(id: Int64(bitPattern: generator.next()), content: number))
      batch.scores.append(score)
      batch.history.append(
        ScoreChange(
          commit: commit, model: 1, lead: score.lead, at: event.at, cause: Cause(.event, number), outcome: score.outcome
        ))
    }
    return batch
  }

  private func head() -> LedgerHead {
    var head = LedgerHead()
    (head.commit, head.number, head.lead) = (1, number, leads)
    return head
  }

  private mutating func event(of lead: Int64) -> EventRecord {
    EventRecord(
      lead: LeadNumber(lead), at: 1_700_000_000 + number, number: number, kind: Int64(generator.next() % 500) + 1,
      source: 1)
  }

  private mutating func score(of lead: Int64) -> ScoreRecord {
    let total = Int64(generator.next() % 101)
    return ScoreRecord(
      model: 1, lead: LeadNumber(lead), day: 20_000,
      outcome:
        #"{"fit":\#(total / 2),"engagement":\#(total - total / 2),"total":\#(total),"label":"B2","stage":"mql","grade":"B+"}"#,
      score: total, stage: "mql")
  }

  private static func kind(_ number: Int64) -> EventKind {
    EventKind("page_view", properties: #"{"url":"https://www.example.com/products/\#(number)","title":"Product"}"#)
  }

  private static func identity(of lead: Int64) -> Identity { Identity(.email, "lead.\(lead)@example.com") }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
