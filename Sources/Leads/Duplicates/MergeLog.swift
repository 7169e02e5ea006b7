/// What became of the records that were merged, so that nothing happens silently and everything can be undone by hand.
///
/// It keeps the table as it was, and works the entries out when they are asked for.
public struct MergeLog: Sendable {
  /// What became of one group of duplicates.
  public struct Entry: Sendable, Hashable {
    /// The id that stayed.
    public var keptID: String
    /// The ids that became its aliases, in the order of the file, each with why.
    public var merged: [Merged]
    /// The values that the lead did not have from its own row, or had there and lost; and those of merged rows that went.
    public var changes: [Change]
  }

  /// A record that went.
  public struct Merged: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// What it had in common with another record of the group.
    public var kind: DuplicateEvidence.Kind
    /// What that was, in the form in which it was compared.
    public var key: String
  }

  /// What happened to the value of an attribute.
  public struct Change: Sendable, Hashable {
    /// The attribute.
    public var attribute: String
    /// The merged record that is concerned: whose value went, or by whose value that of the kept record was replaced or
    /// filled in.
    public var mergedID: String
    /// The record that the value which stayed came from.
    public var sourceID: String
    /// The value that stayed.
    public var kept: Value
    /// The value that went; missing if there was none, and the lead only gained.
    public var dropped: Value
  }

  private let plans: [MergePlan]
  private let leads: LeadTable

  init(plans: [MergePlan], leads: LeadTable) {
    self.plans = plans
    self.leads = leads
  }

  /// How many leads were made of several records.
  public var count: Int { plans.count }

  /// How many records went.
  public var mergedCount: Int { plans.reduce(0) { $0 + $1.group.rows.count - 1 } }

  /// What became of a group, of `count`, in the order of the file.
  public func entry(_ index: Int) -> Entry {
    let plan = plans[index]
    return Entry(
      keptID: leads.id(of: plan.survivor), merged: merged(plan),
      // What was worked out follows its source, and says nothing of its own.
      changes: zip(leads.attributes, leads.columns).filter { DerivedAttribute(named: $0.0.name) == nil }
        .flatMap { changes(plan, $0.name, $1) })
  }

  /// The evidence by which each record hangs together with the one that stayed.
  private func merged(_ plan: MergePlan) -> [Merged] {
    var reached: Set<Int> = [plan.survivor]
    var reasons: [Int: DuplicateEvidence] = [:]
    var open = plan.group.evidence
    while !open.isEmpty {
      let before = open.count
      open.removeAll { piece in
        guard reached.contains(piece.row) != reached.contains(piece.other) else { return false }
        let new = reached.contains(piece.row) ? piece.other : piece.row
        reached.insert(new)
        reasons[new] = piece
        return true
      }
      if open.count == before { break }
    }
    return plan.group.rows.compactMap { row in
      reasons[row].map { Merged(id: leads.id(of: row), kind: $0.kind, key: $0.key) }
    }
  }

  private func changes(_ plan: MergePlan, _ attribute: String, _ column: Column) -> [Change] {
    let source = plan.source(of: attribute, column, in: leads)
    let kept = column.value(source)
    if kept == .missing { return [] }
    func change(_ merged: Int, _ dropped: Value) -> Change {
      Change(
        attribute: attribute, mergedID: leads.id(of: merged), sourceID: leads.id(of: source), kept: kept,
        dropped: dropped)
    }
    return plan.group.rows.compactMap { row in
      let value = column.value(row)
      if value == kept || (value == .missing && row != plan.survivor) { return nil }
      return change(row == plan.survivor ? source : row, value)
    }
  }

  // MARK: As a table

  /// The columns of `rows`.
  public static let heading = [
    "kept_id", "merged_id", "evidence", "key", "attribute", "kept_value", "dropped_value",
  ]

  /// Calls `body` with the log as rows of a table with the columns of `heading`: for each merged record why, and then
  /// for each attribute that changed the value that stayed and the one that went.
  public func forEachRow(_ body: ([String]) throws -> Void) rethrows {
    for index in plans.indices {
      let entry = entry(index)
      for merged in entry.merged {
        try body([entry.keptID, merged.id, merged.kind.rawValue, merged.key, "", "", ""])
        for change in entry.changes where change.mergedID == merged.id {
          try body(
            [entry.keptID, merged.id, "", "", change.attribute, change.kept.cell, change.dropped.cell])
        }
      }
    }
  }
}
