import Leads
import Scoring
import Store

/// What a process holds of the ledger, by columns, so that scoring needs no table scan.
///
/// It is a cache. It knows the commit up to which it is true; whoever uses it in a transaction first brings it up to
/// date, whichever process made the commits since. It holds only what models in use read, and of events only the acts
/// of people. A lead's row is its number less one; leads that were merged into another keep their row and their events,
/// and their root has the attributes of all.
struct LiveLedger: Sendable {
  /// The commit up to which it is true.
  private(set) var commit: Int64
  /// What is held.
  let scope: LiveScope
  /// When each lead was created.
  private(set) var createdAt: [Int64] = []
  /// Rows of leads that are the same person as another, with the row of that one.
  private(set) var merged: [Int: Int] = [:]
  /// The rows that were merged into one, directly or not.
  private(set) var members: [Int: [Int]] = [:]
  /// Each lead's own events of people, by time. An event's kind is its number in the ledger.
  private(set) var events: [[Event]] = []
  /// The kinds of events.
  private(set) var kinds: LiveKinds
  /// The columns of the scope, in its order.
  private(set) var columns: [LiveColumn] = []

  /// The highest number of a kind that is known.
  var lastKind: Int64 { kinds.last }

  /// The number of leads, merged ones included.
  var count: Int { createdAt.count }

  /// An empty ledger.
  init(scope: LiveScope) {
    self.scope = scope
    commit = 0
    kinds = LiveKinds(properties: scope.properties)
    columns = scope.columns.map { _ in LiveColumn(count: 0) }
  }

  /// Reads what the scope asks for. O(ledger).
  init(reading ledger: any LedgerReading, scope: LiveScope) throws {
    self.scope = scope
    let head = try ledger.head()
    commit = head.commit
    kinds = LiveKinds(properties: scope.properties)
    let count = Int(head.lead)
    createdAt = Array(repeating: 0, count: count)
    try ledger.forEachLead { lead in
      createdAt[lead.number.row] = lead.createdAt
      if let root = lead.mergedInto { merged[lead.number.row] = root.row }
    }
    updateMembers()
    try ledger.forEachKind(after: 0) { kinds.add($0, $1) }
    try readEvents(ledger)
    columns = scope.columns.map { _ in LiveColumn(count: count) }
    try readChanges(ledger)
  }

  private mutating func readEvents(_ ledger: any LedgerReading) throws {
    events = Array(repeating: [], count: count)
    var row = -1
    var collected: [Event] = []
    func finish(_ events: inout [[Event]]) {
      if row >= 0, !collected.isEmpty { events[row] = Array(collected) }
      collected.removeAll(keepingCapacity: true)
    }
    try ledger.forEachEvent { event in
      if event.lead.row != row {
        finish(&events)
        row = event.lead.row
      }
      if let event = Event(event) { collected.append(event) }
    }
    finish(&events)
  }

  /// Reads all changes. They come by lead, so what a lead has is known when the next begins; leads with members are
  /// read once more by themselves.
  private mutating func readChanges(_ ledger: any LedgerReading) throws {
    var current = Facts(scope)
    var row = -1
    try ledger.forEachChange { change in
      if change.lead.row != row {
        if row >= 0 { set(row, current) }
        current = Facts(scope)
        row = change.lead.row
      }
      current.take(change)
    }
    if row >= 0 { set(row, current) }
    for root in members.keys { set(root, try facts(of: root, ledger)) }
  }

  /// What is known of a lead and of those that were merged into it.
  func facts(of root: Int, _ ledger: any LedgerReading) throws -> Facts {
    var facts = Facts(scope)
    for row in [root] + (members[root] ?? []) {
      for change in try ledger.changes(of: LeadNumber(row: row)) { facts.take(change) }
    }
    return facts
  }

  private mutating func set(_ row: Int, _ facts: Facts) { set(row, scope.texts(facts)) }

  private mutating func set(_ row: Int, _ texts: [String?]) {
    for (index, text) in texts.enumerated() { columns[index].set(row, text) }
  }

  // MARK: Following

  /// The row of the person that a lead is.
  func root(of row: Int) -> Int {
    var row = row
    while let next = merged[row] { row = next }
    return row
  }

  private mutating func updateMembers() {
    members = [:]
    for row in merged.keys.sorted() { members[root(of: row), default: []].append(row) }
  }

  /// The commits since the one up to which it is true; nil if one of them cannot be followed lead by lead.
  func pending(_ ledger: any LedgerReading) throws -> [Commit]? {
    var all: [Commit] = []
    while true {
      let more = try ledger.commits(after: all.last?.number ?? commit, limit: 1024)
      if more.contains(where: { $0.leads == nil }) { return nil }
      all += more
      if more.count < 1024 { return all }
    }
  }

  /// Brings it up to date with what other processes committed. O(leads that changed × their facts).
  ///
  /// - Returns: the rows of the leads that changed.
  mutating func follow(_ commits: [Commit], _ ledger: any LedgerReading) throws -> [Int] {
    let head = try ledger.head()
    let rows = Set(commits.flatMap { ($0.leads ?? []).map(\.row) }).sorted()
    grow(to: Int(head.lead))
    try ledger.forEachKind(after: kinds.last) { kinds.add($0, $1) }
    try reread(rows, ledger)
    commit = head.commit
    return rows
  }

  /// Reads anew what the ledger has of some leads, the running transaction's changes included.
  mutating func reread(_ rows: some Sequence<Int>, _ ledger: any LedgerReading) throws {
    let before = Set(rows.map { root(of: $0) })
    for row in rows {
      guard let lead = try ledger.lead(LeadNumber(row: row)) else { continue }
      createdAt[row] = lead.createdAt
      merged[row] = lead.mergedInto?.row
      events[row] = try ledger.events(of: lead.number).compactMap { Event($0) }
    }
    updateMembers()
    for root in before.union(rows.flatMap { [root(of: $0), $0] }) { set(root, try facts(of: root, ledger)) }
  }

  private mutating func grow(to count: Int) {
    let more = count - createdAt.count
    if more <= 0 { return }
    createdAt.append(contentsOf: repeatElement(0, count: more))
    events.append(contentsOf: repeatElement([], count: more))
    for index in columns.indices { columns[index].grow(to: count) }
  }

  /// Learns of a kind that the running transaction added; if that fails, `forgetKinds(after:)` takes it back.
  mutating func add(_ number: Int64, _ kind: EventKind) { kinds.add(number, kind) }

  /// Forgets the kinds with a higher number.
  mutating func forgetKinds(after number: Int64) { kinds.forget(after: number) }

  /// Takes over what a transaction of this process did, once it is committed.
  mutating func apply(_ staged: StagedFacts, commit: Int64) {
    self.commit = commit
    if let newest = staged.created.keys.max() { grow(to: newest + 1) }
    for (row, at) in staged.created { createdAt[row] = at }
    for (row, added) in staged.events {
      events[row] = Self.joined(events[row], added)
    }
    for (row, gone) in staged.removed { events[row] = Self.without(gone, events[row]) }
    if !staged.merged.isEmpty {
      for (row, root) in staged.merged { merged[row] = root }
      updateMembers()
    }
    for (row, texts) in staged.texts { set(row, texts) }
  }

  /// Two runs of events, each by time, as one. The second one is short and mostly newer.
  static func joined(_ old: [Event], _ new: [Event]) -> [Event] {
    if new.isEmpty { return old }
    var all = old
    for event in new {
      var place = all.count
      while place > 0, event < all[place - 1] { place -= 1 }
      all.insert(event, at: place)
    }
    return all
  }

  /// Events without some of them, each taken away once.
  static func without(_ gone: [Event], _ events: [Event]) -> [Event] {
    var all = events
    for event in gone {
      if let place = all.lastIndex(of: event) { all.remove(at: place) }
    }
    return all
  }
}

/// What a transaction adds to the ledger before it is committed, by row.
struct StagedFacts: Sendable {
  /// New leads and when they were created.
  var created: [Int: Int64] = [:]
  /// New events of people, of the leads whose own they are.
  var events: [Int: [Event]] = [:]
  /// Events of the ledger that are taken for no person's act any more, of the leads whose own they are.
  var removed: [Int: [Event]] = [:]
  /// Merges.
  private(set) var merged: [Int: Int] = [:]
  /// By root: the rows that were roots before and are merged into it now, directly or not.
  private(set) var members: [Int: [Int]] = [:]
  /// The texts of the scope's columns, of leads whose attributes changed, by root.
  var texts: [Int: [String?]] = [:]

  /// Merges one root into another.
  mutating func merge(_ row: Int, into root: Int) {
    merged[row] = root
    members[root, default: []] += [row] + (members.removeValue(forKey: row) ?? [])
  }
}

/// The attributes of a lead as they hold now, as far as a scope asks for them.
struct Facts: Sendable {
  /// By attribute: the value with the moment and number of the change that brought it.
  private(set) var values: [String: (value: String?, at: Int64, number: Int64)] = [:]
  private let wanted: Set<String>

  init(_ scope: LiveScope) { wanted = scope.sources }

  /// Takes a change into account: the latest one holds, in whatever order they are told.
  mutating func take(_ change: AttributeChange) {
    guard wanted.contains(change.attribute) else { return }
    if let known = values[change.attribute], (known.at, known.number) > (change.at, change.number) { return }
    values[change.attribute] = (change.value, change.at, change.number)
  }

  /// The value of an attribute; nil if nothing is known.
  subscript(attribute: String) -> String? { values[attribute]?.value ?? nil }
}

extension LeadNumber {
  /// The lead's row in what a process holds.
  var row: Int { Int(value) - 1 }

  /// The lead of a row.
  init(row: Int) { self.init(Int64(row) + 1) }
}

extension Event {
  /// An event of the ledger, if it counts: the act of a person, at a moment that an event can have.
  init?(_ record: EventRecord) {
    guard record.label == .person, Event.instants.contains(record.at), let kind = UInt32(exactly: record.kind) else {
      return nil
    }
    self.init(secondsSince1970: record.at, kind: kind)
  }
}
