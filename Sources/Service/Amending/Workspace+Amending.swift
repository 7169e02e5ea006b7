import Leads
import Scoring
import Store

extension Workspace {
  /// Of more leads than these a ledger is read anew sooner than lead by lead.
  private static let nameable = 50_000

  /// Changes facts that are there already, scores whom that concerns, and closes the transaction.
  ///
  /// - Parameters:
  ///   - cause: why scores change.
  ///   - isQuiet: whether nobody is told of crossings.
  ///   - work: changes the ledger and returns the leads whose own facts, or whose person, it changed.
  /// - Returns: how many leads that were.
  @discardableResult
  func amend(
    _ cause: Cause, isQuiet: Bool = false, actor: String, _ action: String,
    _ work: @escaping @Sendable (any LedgerWriting) throws -> [LeadNumber]
  ) async throws -> Int {
    try await transact { [self] content, ledger in
      var head = try ledger.head()
      head.at = now(head)
      let leads = try work(ledger)
      if leads.isEmpty { return Transacted(value: 0, change: nil) }
      let rows = leads.map(\.row)
      let before = rows.map { content.ledger.root(of: $0) }
      content.isAhead = true
      try content.ledger.reread(rows, ledger)
      let touched = Set(before + rows).filter { content.ledger.merged[$0] == nil }
      let roots = touched.union(rows.map { content.ledger.root(of: $0) }).sorted()
      let rescoring = Rescoring(
        models: content.models, asOf: AsOf(Instant(secondsSince1970: head.at), utcOffset: settings.utcOffset),
        commit: head.commit + 1, isQuiet: isQuiet, threads: settings.threads)
      content.planner?.update(try ledger.subscriptions())
      let found = try rescoring.run(
        roots, left: Set(before + rows).filter { content.ledger.merged[$0] != nil }.sorted(), cause: { _ in cause },
        live: content.ledger, staged: StagedFacts(), scores: content.scores,
        planner: content.planner, ledger, &head)
      head.commit += 1
      try ledger.insert(
        audit: AuditEntry(
          at: head.at, actor: actor, action: action,
          detail: leads.prefix(10).map { "\($0.value)" }.joined(separator: " ")))
      let all = found.leads.union(leads)
      try ledger.append(
        Commit(number: head.commit, at: head.at, leads: all.count > Self.nameable ? nil : all.sorted()), head: head)
      return Transacted(
        value: leads.count, change: LiveChange(staged: StagedFacts(), found: found, commit: head.commit))
    }
  }

  /// Makes one person of two leads; the one that became known later is merged into the other.
  public func merge(_ a: LeadNumber, _ b: LeadNumber, actor: String) async throws {
    let (root, other) = (min(a, b), max(a, b))
    try await amend(Cause(.merge, other.value), actor: actor, "merge") { ledger in
      guard root != other, let lead = try ledger.lead(other), lead.mergedInto == nil, let into = try ledger.lead(root),
        into.mergedInto == nil
      else { return [] }
      try ledger.setMerged(other, into: root)
      return [root, other]
    }
  }

  /// Takes a merge back: the lead is a person of its own again, with its own events and attributes.
  public func unmerge(_ lead: LeadNumber, actor: String) async throws {
    try await amend(Cause(.merge, lead.value), actor: actor, "unmerge") { ledger in
      guard let record = try ledger.lead(lead), let root = record.mergedInto else { return [] }
      try ledger.setMerged(lead, into: nil)
      return [root, lead]
    }
  }

  /// Labels events of a lead anew, by number; scores follow.
  public func label(_ lead: LeadNumber, events numbers: Set<Int64>, _ label: EventLabel, actor: String) async throws {
    try await amend(Cause(.label, numbers.min() ?? 0), actor: actor, "label events") { ledger in
      let events = try ledger.events(of: lead).filter { numbers.contains($0.number) && $0.label != label }
      for event in events { try ledger.setLabel(of: event, label) }
      return events.isEmpty ? [] : [lead]
    }
  }
}
