import Leads
import Store

/// What a ledger holds, as files that `leadline score`, `train` and `import` read again.
struct Export {
  /// What the names of columns begin with that say what the ledger made of a lead.
  static let prefix = LearnableColumns.exported

  /// How many were written.
  struct Counts {
    var leads = 0
    var events = 0
    /// Events that are not taken for acts of people, and were left out.
    var labelled = 0
    var outcomes = 0
    /// Ids of leads beyond the first of a kind, for which a row has no place.
    var furtherIDs = 0
  }

  private let ledger: any LedgerReading
  private let isJSON: Bool
  /// For each lead, by its number less one, the id of the person that it is in the files.
  private let ids: [String]
  /// For each lead the one that it is a part of, or itself.
  private let roots: [LeadNumber]
  private let members: [LeadNumber: [LeadNumber]]

  /// An export of a ledger. O(leads).
  init(_ ledger: any LedgerReading, isJSON: Bool) throws {
    self.ledger = ledger
    self.isJSON = isJSON
    let count = Int(try ledger.head().lead)
    var merged: [LeadNumber: LeadNumber] = [:]
    try ledger.forEachLead { lead in merged[lead.number] = lead.mergedInto }
    roots = (0..<count).map { row in
      var root = LeadNumber(Int64(row) + 1)
      while let next = merged[root] { root = next }
      return root
    }
    var members: [LeadNumber: [LeadNumber]] = [:]
    for (row, root) in roots.enumerated() where root.value != Int64(row) + 1 {
      members[root, default: []].append(LeadNumber(Int64(row) + 1))
    }
    self.members = members
    ids = try Self.ids(ledger, roots)
  }

  /// An id for each person: a record's, else a user's, else a device's, else the lead's number; no two have the same.
  private static func ids(_ ledger: any LedgerReading, _ roots: [LeadNumber]) throws -> [String] {
    var own = [String?](repeating: nil, count: roots.count)
    var taken: Set<String> = []
    for kind in [Identity.Kind.recordID, .userID, .anonymousID] {
      var found: [(id: String, root: Int)] = []
      try ledger.forEachIdentity(kind) { value, lead in
        let root = Int(roots[Int(lead.value) - 1].value) - 1
        if own[root] == nil { found.append((value, root)) }
      }
      for (id, root) in found.sorted(by: { ($0.root, $0.id) < ($1.root, $1.id) })
      where own[root] == nil && taken.insert(id).inserted { own[root] = id }
    }
    return roots.map { root in
      if let id = own[Int(root.value) - 1] { return id }
      var id = "lead-\(root.value)"
      while taken.contains(id) { id += "-" }
      return id
    }
  }

  // MARK: Leads

  /// Writes a row for each person: ids, attributes, scores, and what became of it.
  func writeLeads(to file: SafeFile, _ counts: inout Counts) throws {
    let fixed = ["lead_id", "email", "user_id", "anonymous_id", "created_at", "updated_at"]
    var names: Set<String> = []
    try ledger.forEachChange { names.insert($0.attribute) }
    let attributes = names.filter { !fixed.contains($0) && !$0.hasPrefix(Self.prefix) }.sorted()
    let champion = try ledger.models().first { $0.status == .champion }
    let scores = try champion.map { try scoreNames($0.number) } ?? []
    let scoreColumns = scores.map { Self.prefix + $0 }
    let ends = ["outcome", "closed_at", "value", "day", "number"].map { Self.prefix + $0 }
    let table = try RowWriter(file, columns: fixed + attributes + scoreColumns + ends, isJSON: isJSON)
    for (row, root) in roots.enumerated() where root.value == Int64(row) + 1 {
      let all = [root] + (members[root] ?? [])
      let known = try facts(of: all)
      let identities = try all.flatMap { try ledger.identities(of: $0) }
      func identity(_ kind: Identity.Kind) -> String { identities.first { $0.kind == kind }?.value ?? "" }
      counts.furtherIDs += Identity.Kind.allCases.reduce(0) { sum, kind in
        sum + max(0, identities.count { $0.kind == kind } - 1)
      }
      let created = try all.compactMap { try ledger.lead($0)?.createdAt }.min() ?? 0
      let score = try champion.flatMap { try ledger.score(of: root, model: $0.number) }
      let outcome = try all.flatMap { try ledger.outcomes(of: $0) }.max { ($0.at, $0.number) < ($1.at, $1.number) }
      var values: [String] = [ids[row], known.values["email"] ?? identity(.email)]
      values += [identity(.userID), identity(.anonymousID)]
      values.append(known.values["created_at"] ?? Self.text(created))
      values.append(known.values["updated_at"] ?? known.latest.map(Self.text) ?? "")
      for attribute in attributes { values.append(known.values[attribute] ?? "") }
      values += said(scores, score?.outcome)
      values += end(of: root, outcome, score)
      try table.write(values)
      counts.leads += 1
    }
  }

  /// What became of a lead, as of which day its scores are, and its number.
  private func end(of root: LeadNumber, _ outcome: OutcomeRecord?, _ score: ScoreRecord?) -> [String] {
    var values = ["", "", "", "", String(root.value)]
    if let outcome {
      values[0] = outcome.outcome
      values[1] = Self.text(outcome.at)
      if let value = outcome.value { values[2] = "\(value)" }
    }
    if let score { values[3] = String(Self.text(score.day * 86_400).prefix(10)) }
    return values
  }

  /// What holds now of the attributes of a person, and when something changed last.
  private func facts(of leads: [LeadNumber]) throws -> (values: [String: String], latest: Int64?) {
    var newest: [String: AttributeChange] = [:]
    for change in try leads.flatMap({ try ledger.changes(of: $0) }) {
      if let known = newest[change.attribute], (known.at, known.number) > (change.at, change.number) { continue }
      newest[change.attribute] = change
    }
    return (newest.compactMapValues(\.value), newest.values.map(\.at).max())
  }

  /// The names of what the champion says of leads.
  private func scoreNames(_ model: Int64) throws -> [String] {
    for root in roots {
      guard let score = try ledger.score(of: root, model: model) else { continue }
      var names: [String] = []
      _ = JSONObject.forEach(of: score.outcome.utf8) { path, _ in names.append(String(decoding: path, as: UTF8.self)) }
      names.removeAll { $0 == "excluded" }
      if !names.isEmpty { return names + ["excluded"] }
    }
    return []
  }

  private func said(_ names: [String], _ outcome: String?) -> [String] {
    var found: [String: String] = [:]
    if let outcome {
      _ = JSONObject.forEach(of: outcome.utf8) { path, value in
        found[String(decoding: path, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
      }
    }
    return names.map { found[$0] ?? "" }
  }

  // MARK: Events and outcomes

  /// Writes a row for each act of a person, with its properties.
  func writeEvents(to file: SafeFile, _ counts: inout Counts) throws {
    let fixed = ["lead_id", "type", "at"]
    var names: Set<String> = []
    try ledger.forEachKind(after: 0) { _, kind in
      _ = JSONObject.forEach(of: kind.properties.utf8) { path, _ in names.insert(String(decoding: path, as: UTF8.self))
      }
    }
    let properties = names.sorted()
    let keys = Set(fixed.map(ColumnNames.key))
    let columns = properties.map { keys.contains(ColumnNames.key($0)) ? "property_\($0)" : $0 }
    let table = try RowWriter(file, columns: fixed + columns, isJSON: isJSON)
    // What is the same for all events of a kind is made once.
    var kinds: [Int64: [String]] = [:]
    try ledger.forEachEvent { event in
      guard event.label == .person else {
        counts.labelled += 1
        return
      }
      if kinds[event.kind] == nil {
        if kinds.count >= 100_000 { kinds.removeAll(keepingCapacity: true) }
        let kind = try ledger.kind(event.kind) ?? EventKind("")
        kinds[event.kind] = [kind.name] + said(properties, kind.properties)
      }
      let texts = kinds[event.kind] ?? []
      try table.write([ids[Int(event.lead.value) - 1], texts[0], Self.text(event.at)] + texts[1...])
      counts.events += 1
    }
  }

  /// Writes a row for each outcome.
  func writeOutcomes(to file: SafeFile, _ counts: inout Counts) throws {
    let table = try RowWriter(file, columns: ["lead_id", "outcome", "closed_at", "value"], isJSON: isJSON)
    try ledger.forEachOutcome { outcome in
      try table.write([
        ids[Int(outcome.lead.value) - 1], outcome.outcome, Self.text(outcome.at), outcome.value.map { "\($0)" } ?? "",
      ])
      counts.outcomes += 1
    }
  }

  private static func text(_ seconds: Int64) -> String { Instant(secondsSince1970: seconds).description }
}

/// Writes rows as CSV or JSON Lines; values that are empty are left out of JSON.
private struct RowWriter {
  private let file: SafeFile
  private let isJSON: Bool
  private let names: [[UInt8]]

  /// Starts a table. A CSV file gets its heading, rows or not.
  init(_ file: SafeFile, columns: [String], isJSON: Bool) throws {
    self.file = file
    self.isJSON = isJSON
    names = columns.map { name in
      var text: [UInt8] = []
      text.appendJSON(name.utf8)
      return text + [UInt8(ascii: ":")]
    }
    if !isJSON { try file.writeRow(columns) }
  }

  func write(_ values: [String]) throws {
    guard isJSON else { return try file.writeRow(values) }
    var row: [UInt8] = [UInt8(ascii: "{")]
    for (name, value) in zip(names, values) where !value.isEmpty {
      if row.count > 1 { row.append(UInt8(ascii: ",")) }
      row.append(contentsOf: name)
      row.appendJSON(value.utf8)
    }
    try file.write(row + [UInt8(ascii: "}"), 10])
  }
}
