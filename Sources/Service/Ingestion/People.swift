import Store

/// Who is who, as the ledger has it and as the running transaction goes on.
struct People {
  private let ledger: any LedgerReading
  // Not the whole live ledger: a second owner of its columns would make every change of them a copy.
  private let kept: (merged: [Int: Int], members: [Int: [Int]], count: Int)
  private var known: [Identity: Int] = [:]
  private var merged: [Int: Int] = [:]
  /// Identities that the transaction gave away, by lead.
  private var given: [Int: [Identity]] = [:]

  init(_ ledger: any LedgerReading, _ live: LiveLedger) {
    self.ledger = ledger
    kept = (live.merged, live.members, live.count)
  }

  /// Looks up many identities at once.
  mutating func prepare(_ identities: some Sequence<Identity>) throws {
    for (identity, lead) in try ledger.leads(of: Array(Set(identities))) { known[identity] = lead.row }
  }

  /// The lead that an identity was given to, or nil. Precondition: it was prepared.
  func lead(of identity: Identity) -> Int? { known[identity] }

  /// The person that a lead is.
  func root(of row: Int) -> Int {
    var row = row
    while let next = merged[row] ?? kept.merged[row] { row = next }
    return row
  }

  /// The leads that are a person.
  func members(of root: Int) -> [Int] {
    var all = [root] + (kept.members[root] ?? [])
    for (row, into) in merged where self.root(of: into) == root { all += [row] + (kept.members[row] ?? []) }
    return all
  }

  /// Gives an identity to a lead.
  mutating func give(_ identity: Identity, to row: Int) {
    known[identity] = row
    given[row, default: []].append(identity)
  }

  /// Makes one person of two.
  mutating func merge(_ row: Int, into root: Int) { merged[row] = root }

  /// All identities of a person. O(members) queries, so only for the rare message that needs it.
  func identities(of root: Int) throws -> [Identity] {
    try members(of: root).flatMap { row in
      (row < kept.count ? try ledger.identities(of: LeadNumber(row: row)) : []) + (given[row] ?? [])
    }
  }

  /// Whether a person is known by another user id or address than these, where these have one: then a browser that
  /// both used does not make them one.
  func isAnother(_ root: Int, than identities: [Identity]) throws -> Bool {
    let own = try self.identities(of: root)
    return [Identity.Kind.userID, .email, .recordID].contains { kind in
      let theirs = own.filter { $0.kind == kind }
      let these = identities.filter { $0.kind == kind }
      return !theirs.isEmpty && !these.isEmpty && !these.contains { theirs.contains($0) }
    }
  }

  /// What is known of a person, this transaction's changes included, once they are written.
  func facts(of root: Int, _ ledger: any LedgerReading, _ scope: LiveScope) throws -> Facts {
    var facts = Facts(scope)
    for row in members(of: root) {
      for change in try ledger.changes(of: LeadNumber(row: row)) { facts.take(change) }
    }
    return facts
  }
}
