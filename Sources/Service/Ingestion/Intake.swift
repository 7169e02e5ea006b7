import Crypto
import Leads
import Store
import Tracking

/// Takes messages into the ledger, within one transaction: known ones are passed over, persons are found or made, and
/// what the messages say becomes events and changes.
///
/// It decides nothing about scores; `touched` and `staged` say what they have to take into account.
struct Intake {
  let ledger: any LedgerWriting
  let now: Int64
  /// Where the ledger will stand.
  var head: LedgerHead
  /// What the transaction adds, for scoring.
  var staged = StagedFacts()
  /// The rows of roots whose scores may change, each with the last thing that happened to it.
  private(set) var touched: [Int: Cause] = [:]
  /// The leads whose facts changed.
  var leads: Set<LeadNumber> = []
  /// The rows that are no root any more.
  private(set) var left: Set<Int> = []

  var events: [EventRecord] = []
  private var changes: [AttributeChange] = []
  var outcomes: [OutcomeRecord] = []
  private var created: [LeadRecord] = []
  private var given: [(identity: Identity, lead: LeadNumber, source: Int64)] = []
  var keys: [MessageKey] = []
  private var kindNumbers: [EventKind: Int64] = [:]
  /// Leads that became part of another.
  private(set) var merges: [(LeadNumber, LeadNumber)] = []
  /// Roots whose attributes have to be worked out again.
  private var needsFacts: Set<Int> = []
  var people: People
  private var labelling: Labelling
  /// New labels of events that the ledger has.
  private var labels: [(event: EventRecord, label: EventLabel)] = []

  /// An intake at a moment. The live ledger must be up to date.
  init(_ ledger: any LedgerWriting, head: LedgerHead, live: LiveLedger, now: Int64) {
    self.ledger = ledger
    self.head = head
    self.now = now
    people = People(ledger, live)
    labelling = Labelling(live)
  }

  /// What became of a message.
  enum Fate { case accepted, repeated, problem(String) }

  /// Takes messages in, in their order. Nothing is written before `write(_:)`.
  mutating func take(_ messages: [(message: TrackedMessage, source: Int64)]) throws -> [Fate] {
    let ids = messages.map { Self.key(of: $0.message, source: $0.source) }
    var known = try ledger.messages(ids.compactMap { $0?.id })
    try people.prepare(messages.lazy.flatMap { Self.identities(of: $0.message) + Self.previous(of: $0.message) })
    return try zip(messages, ids).map { entry, key in
      if let key {
        if let content = known[key.id] {
          return content == key.content
            ? .repeated : .problem("a message with this messageId, and another content, was sent before")
        }
      }
      if let problem = try take(entry.message, source: entry.source) { return .problem(problem) }
      if let key {
        known[key.id] = key.content
        keys.append(key)
      }
      return .accepted
    }
  }

  /// Takes a message in; returns what is wrong with it, or nil.
  ///
  /// - Parameter createdAt: when the lead was created, should it be new; nil for when it happened.
  mutating func take(_ message: TrackedMessage, source: Int64, createdAt: Int64? = nil) throws -> String? {
    guard !Self.identities(of: message).isEmpty else {
      return "a message needs a userId, an anonymousId or an e-mail address among its traits"
    }
    let at = min(message.at ?? now, now)
    guard Event.instants.contains(at) else { return "the time lies before 1970 or after 2106" }
    let own = try lead(of: message, at: min(createdAt ?? at, now), source: source)
    leads.insert(LeadNumber(row: own))
    touched[people.root(of: own)] = touched[people.root(of: own)] ?? Cause(.change)
    var prefix = ""
    switch message.act {
    case .identify, .alias: break
    case .track(let name, let properties):
      try add(EventKind(name, properties: properties), of: own, at, message, source)
    case .group(let account):
      change("account", to: account, of: own, at, source)
      prefix = "account."
    }
    for trait in message.traits { change(prefix + trait.name, to: trait.value, of: own, at, source) }
    return nil
  }

  // MARK: Persons

  /// Everything that a message says by which a lead can be known, the strongest first.
  static func identities(of message: TrackedMessage) -> [Identity] {
    var all: [Identity] = []
    if let id = message.userID { all.append(Identity(.userID, id)) }
    if let id = message.recordID { all.append(Identity(.recordID, id)) }
    if let email = message.email { all.append(Identity(.email, email)) }
    if let id = message.anonymousID { all.append(Identity(.anonymousID, id)) }
    return all
  }

  /// The ids that an alias says are of the same person.
  private static func previous(of message: TrackedMessage) -> [Identity] {
    guard case .alias(let previous) = message.act else { return [] }
    return [Identity(.userID, previous), Identity(.anonymousID, previous)]
  }

  /// The lead whose own facts the message's become.
  ///
  /// Who is known by any of the message's identities is it; two who are known become one person. A browser alone does
  /// not make two people one, or a person another: they may share it.
  private mutating func lead(of message: TrackedMessage, at: Int64, source: Int64) throws -> Int {
    let identities = Self.identities(of: message)
    var found = identities.filter { people.lead(of: $0) != nil }
    if let browser = found.last, browser.kind == .anonymousID, let row = people.lead(of: browser),
      identities.count > 1, try isAnother(row, identities, found)
    {
      found.removeLast()
    }
    let own = found.first.flatMap { people.lead(of: $0) } ?? newLead(at)
    for identity in identities where people.lead(of: identity) == nil { give(identity, own, source) }
    for other in found.dropFirst().compactMap({ people.lead(of: $0) }) { merge(own, other) }
    for identity in Self.previous(of: message) {
      if let other = people.lead(of: identity) {
        merge(own, other)
      } else if identity.kind == .anonymousID {
        give(identity, own, source)
      }
    }
    return own
  }

  private func isAnother(_ row: Int, _ identities: [Identity], _ found: [Identity]) throws -> Bool {
    let root = people.root(of: row)
    // Nothing to ask where a stronger identity names the same person already.
    if found.dropLast().contains(where: { people.lead(of: $0).map(people.root(of:)) == root }) { return false }
    return try people.isAnother(root, than: identities)
  }

  private mutating func newLead(_ at: Int64) -> Int {
    head.lead += 1
    let row = LeadNumber(head.lead).row
    created.append(LeadRecord(LeadNumber(row: row), createdAt: at))
    staged.created[row] = at
    return row
  }

  private mutating func give(_ identity: Identity, _ row: Int, _ source: Int64) {
    given.append((identity, LeadNumber(row: row), source))
    people.give(identity, to: row)
  }

  /// Makes one person of two: of the one that became known later the other.
  private mutating func merge(_ a: Int, _ b: Int) {
    let (a, b) = (people.root(of: a), people.root(of: b))
    if a == b { return }
    let (from, into) = (max(a, b), min(a, b))
    merges.append((LeadNumber(row: from), LeadNumber(row: into)))
    people.merge(from, into: into)
    staged.merge(from, into: into)
    needsFacts.insert(into)
    touched[from] = nil
    left.insert(from)
    touch(into, .merge, LeadNumber(row: from).value)
    leads.formUnion([LeadNumber(row: from), LeadNumber(row: into)])
  }

  // MARK: Facts

  private mutating func add(
    _ kind: EventKind, of own: Int, _ at: Int64, _ message: TrackedMessage, _ source: Int64
  ) throws {
    head.number += 1
    let number = try number(of: kind)
    let root = people.root(of: own)
    let verdict = try labelling.verdict(
      on: message, kind, number: number, at: at, row: own, of: people.members(of: root), index: events.count, ledger)
    let record = EventRecord(
      lead: LeadNumber(row: own), at: at, number: head.number, kind: number, label: verdict.label, source: source)
    for (earlier, label) in verdict.relabelled { relabel(earlier, label, root, record.number) }
    events.append(record)
    if let event = Event(record) {
      staged.events[own] = LiveLedger.joined(staged.events[own] ?? [], [event])
      touch(root, .event, record.number)
    }
    if verdict.label == .person, let outcome = Self.outcomes[kind.name] {
      head.number += 1
      outcomes.append(
        OutcomeRecord(lead: record.lead, at: at, number: head.number, outcome: outcome, source: source))
    }
  }

  /// Takes an earlier event for something else. It does not count any more.
  private mutating func relabel(_ earlier: Labelling.Relabelled, _ label: EventLabel, _ root: Int, _ cause: Int64) {
    switch earlier {
    case .taken(let index):
      if let event = Event(events[index]) {
        let row = events[index].lead.row
        if let place = staged.events[row]?.firstIndex(of: event) { staged.events[row]?.remove(at: place) }
      }
      events[index].label = label
    case .kept(let record):
      if let event = Event(record) { staged.removed[record.lead.row, default: []].append(event) }
      labels.append((record, label))
      leads.insert(record.lead)
    }
    touch(root, .label, cause)
  }

  /// Events that say what became of a lead.
  static let outcomes = [
    "lead_won": "won", "lead_lost": "lost", "lead_accepted": "accepted", "lead_rejected": "rejected",
  ]

  mutating func number(of kind: EventKind) throws -> Int64 {
    if let number = kindNumbers[kind] { return number }
    let number = try ledger.numberAdding(kind)
    kindNumbers[kind] = number
    return number
  }

  /// The kinds that were met, with their numbers.
  var kinds: [EventKind: Int64] { kindNumbers }

  private mutating func change(_ attribute: String, to value: String?, of own: Int, _ at: Int64, _ source: Int64) {
    head.number += 1
    changes.append(
      AttributeChange(
        lead: LeadNumber(row: own), attribute: attribute, at: at, number: head.number, value: value, source: source))
    let root = people.root(of: own)
    needsFacts.insert(root)
    touch(root, .change, head.number)
  }

  mutating func touch(_ root: Int, _ kind: Cause.Kind, _ reference: Int64) {
    touched[root] = Cause(kind, reference)
  }

  // MARK: Writing

  /// Writes what was taken in, and works out the attributes of those whose attributes changed.
  mutating func write(_ scope: LiveScope) throws {
    try ledger.insert(leads: created)
    try ledger.insert(identities: given)
    for (lead, root) in merges { try ledger.setMerged(lead, into: root) }
    // In the order in which they are kept, so that each page is gone to once.
    try ledger.insert(events: events.sorted { ($0.lead, $0.at, $0.number) < ($1.lead, $1.at, $1.number) })
    for (event, label) in labels { try ledger.setLabel(of: event, label) }
    try ledger.insert(changes: changes.sorted { ($0.lead, $0.number) < ($1.lead, $1.number) })
    try ledger.insert(outcomes: outcomes)
    try ledger.insert(messages: keys.sorted { $0.id < $1.id })
    for root in needsFacts where people.root(of: root) == root {
      staged.texts[root] = scope.texts(try people.facts(of: root, ledger, scope))
    }
  }

  /// The key by which a repetition is known, or nil for a message without an id.
  static func key(of message: TrackedMessage, source: Int64) -> MessageKey? {
    guard let id = message.messageID else { return nil }
    var hash = SHA256()
    // A row of a file is the same in whichever import it comes.
    hash.update(data: Array((source < 0 ? "import\u{0}\(id)" : "\(source)\u{0}\(id)").utf8))
    let digest = hash.finalize().prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return MessageKey(
      id: Int64(bitPattern: digest), content: Int64(bitPattern: message.content), source: source)
  }
}
