import Store

/// A ledger as text, by every way of reading it: two stores in the same state have the same lines.
public enum LedgerDump {
  /// Everything that can be read, a line each.
  ///
  /// - Throws: what the store throws.
  public static func lines(of ledger: any LedgerReading) throws -> [String] {
    try facts(of: ledger) + derived(from: ledger) + workspace(of: ledger)
  }

  private static func facts(of ledger: any LedgerReading) throws -> [String] {
    var lines = ["\(try ledger.head())"]
    lines += try ledger.commits(after: 0, limit: .max).map { "\($0)" }
    lines += try ledger.commits(after: 2, limit: 2).map { "page \($0)" }
    var leads: [LeadNumber] = []
    try ledger.forEachLead { lead in
      leads.append(lead.number)
      lines.append("\(lead)")
    }
    for lead in leads {
      let identities = try ledger.identities(of: lead)
      lines.append("\(String(describing: try ledger.lead(lead))) merged \(try ledger.merged(into: lead))")
      lines += try identities.map { "\(lead) \($0) \(String(describing: try ledger.leads(of: [$0])[$0]))" }
      lines += try ledger.events(of: lead).map { "of lead \($0)" }
      lines += try ledger.changes(of: lead).map { "of lead \($0)" }
      lines += try ledger.outcomes(of: lead).map { "of lead \($0)" }
    }
    for kind in Identity.Kind.allCases {
      var identities: [String] = []
      try ledger.forEachIdentity(kind) { identities.append("\(kind) \($0) \($1)") }
      lines += identities.sorted()
    }
    try ledger.forEachEvent { lines.append("\($0)") }
    try ledger.forEachChange { lines.append("\($0)") }
    try ledger.forEachOutcome { lines.append("\($0)") }
    var kinds: [(Int64, EventKind)] = []
    try ledger.forEachKind(after: 0) { kinds.append(($0, $1)) }
    for (number, kind) in kinds {
      lines.append(
        "\(number) \(kind) \(String(describing: try ledger.number(of: kind))) \(String(describing: try ledger.kind(number)))"
      )
    }
    lines += try ledger.messages(Array(-3...80)).sorted { $0.key < $1.key }.map { "message \($0)" }
    return lines
  }

  private static func derived(from ledger: any LedgerReading) throws -> [String] {
    var lines: [String] = []
    var leads: [LeadNumber] = []
    try ledger.forEachLead { leads.append($0.number) }
    for model in 1...3 as ClosedRange<Int64> {
      try ledger.forEachScore(model: model) { lines.append("\($0)") }
      for stage in [nil, "mql", "sql"] {
        lines += try pages(of: ledger, model: model, stage: stage).map { "ranked in \(stage ?? "all") \($0)" }
      }
      for lead in leads {
        lines.append("\(String(describing: try ledger.score(of: lead, model: model)))")
        lines += try ledger.history(of: lead, model: model, limit: .max).map { "\($0)" }
        lines += try ledger.history(of: lead, model: model, limit: 2).map { "newest \($0)" }
      }
    }
    try ledger.forEachLifecycle { lines.append("\($0)") }
    for lead in leads {
      lines.append("\(String(describing: try ledger.lifecycle(of: lead)))")
      lines += try ledger.crossings(of: lead, limit: 3).map { "of lead \($0)" }
    }
    lines += try ledger.crossings(after: 0, limit: .max).map { "\($0)" }
    lines += try ledger.crossings(after: 20, limit: 4).map { "page \($0)" }
    return lines
  }

  /// The ranking in pages of three.
  private static func pages(of ledger: any LedgerReading, model: Int64, stage: String?) throws -> [ScoreRecord] {
    var rows: [ScoreRecord] = []
    var after: (score: Int64, lead: LeadNumber)?
    while true {
      let page = try ledger.ranking(model: model, stage: stage, after: after, limit: 3)
      rows += page
      guard let last = page.last, let score = last.score else { return rows }
      after = (score, last.lead)
    }
  }

  private static func workspace(of ledger: any LedgerReading) throws -> [String] {
    var lines = try ledger.subscriptions().map { "\($0)" }
    for moment in [0, 10, 20, 1000] as [Int64] {
      lines += try ledger.dueDeliveries(at: moment, limit: 5).map { "due at \(moment) \($0)" }
      lines += try (0...3 as ClosedRange<Int64>).map {
        "tried \(try ledger.deliveryCount(subscription: $0, since: moment))"
      }
    }
    for state in Delivery.State.allCases {
      lines += try ledger.deliveries(state, subscription: nil, limit: .max).map { "\($0)" }
      lines += try ledger.deliveries(state, subscription: 2, limit: 3).map { "of 2 \($0)" }
    }
    lines += try (0...6 as ClosedRange<Int64>).map { "\(String(describing: try ledger.delivery($0)))" }
    lines += try ledger.models().map { "\($0)" }
    for file in try ledger.learnedFiles() {
      lines.append("\(file) \(String(describing: try ledger.learnedFile(file.number)))")
    }
    lines += try ledger.keys().map { "\($0)" }
    lines += try ledger.jobs(limit: 4).map { "\($0)" }
    lines += try ledger.audit(limit: 4).map { "\($0)" }
    lines += try ["a", "b", "c"].map { "\($0) = \(try ledger.setting($0) ?? "nothing")" }
    return lines
  }
}
