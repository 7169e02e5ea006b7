extension LeadTable {
  /// A table in which each group of duplicates is one lead, and the log of what became of their values.
  ///
  ///     let (merged, log) = leads.merged(by: DuplicateFinder().duplicates(in: leads), newest: "updated_at")
  ///
  /// - For each attribute the newest known value wins: that of the row with the latest instant in `newest`, or in
  ///   `created` where that is missing. Rows without any instant come before all others, and of equal ones the later row
  ///   of the file is the newer. A missing value never replaces a known one.
  /// - The id that stays is that of the row with the earliest instant in `created`; without any, of the first row. The
  ///   others become `aliases`, and the addresses of the rows that went `emailAliases`, so that events still find the
  ///   lead.
  /// - Of the instants in `created` the earliest stays.
  ///
  /// Leads keep the order of the rows whose ids stay. O(rows × attributes).
  ///
  /// - Parameters:
  ///   - newest: an attribute that says when a row was last changed; nil, or one that is no instant, says nothing.
  ///   - created: the attribute that says when a lead was created.
  /// - Precondition: the rows of `duplicates` are rows of this table, none of them in two groups.
  public func merged(
    by duplicates: Duplicates, newest: String? = nil, created: String = "created_at"
  ) -> (table: LeadTable, log: MergeLog) {
    let plans = duplicates.groups.map { MergePlan($0, in: self, newest: newest, created: created) }
    // For each row the row that it becomes part of.
    var survivors = Array(0..<UInt32(count))
    for plan in plans {
      for row in plan.group.rows { survivors[row] = UInt32(plan.survivor) }
    }
    var kept: [UInt32] = []
    var newRows = [UInt32](repeating: 0, count: count)
    var newIDs = TextPool()
    for row in 0..<count where Int(survivors[row]) == row {
      newRows[row] = UInt32(kept.count)
      kept.append(UInt32(row))
      _ = newIDs.code(of: ids.bytes.span.extracting(ids.range(of: UInt32(row))))
    }
    for row in 0..<count { newRows[row] = newRows[Int(survivors[row])] }

    var table = LeadTable(ids: newIDs)
    for (attribute, column) in zip(attributes, columns) {
      var sources = kept
      for plan in plans {
        sources[Int(newRows[plan.survivor])] = UInt32(plan.source(of: attribute.name, column, in: self))
      }
      table.add(attribute.name, column.gathered(sources))
    }
    table.aliases.add(aliases, rows: newRows)
    table.emailAliases.add(emailAliases, rows: newRows)
    let emails = column("email")?.text
    for plan in plans {
      for row in plan.group.rows {
        let newRow = newRows[row]
        if row != plan.survivor {
          table.aliases.add(ids.bytes.span.extracting(ids.range(of: UInt32(row))), row: newRow)
        }
        if let email = emails?.folded(row) { table.emailAliases.add(email.span, row: newRow) }
      }
    }
    return (table, MergeLog(plans: plans, leads: self))
  }
}

extension TextColumn {
  /// What is known of a row, folded as comparisons see it; nil if it is missing.
  func folded(_ row: Int) -> [UInt8]? {
    let code = codes[row]
    return isMissing[Int(code)] ? nil : Array(pool.bytes[pool.range(of: code)]).folded()
  }
}

extension Column {
  /// The values of these rows.
  fileprivate func gathered(_ rows: [UInt32]) -> Column {
    switch self {
    case .text(var column):
      let codes = column.codes
      column.codes = rows.map { codes[Int($0)] }
      return .text(column)
    case .number(let values): return .number(rows.map { values[Int($0)] })
    case .flag(let values): return .flag(rows.map { values[Int($0)] })
    case .instant(let values): return .instant(rows.map { values[Int($0)] })
    }
  }

  /// The texts, if it is a column of text.
  var text: TextColumn? { if case .text(let column) = self { column } else { nil } }

  /// Whether a row's value is known.
  func isKnown(_ row: Int) -> Bool {
    switch self {
    case .text(let column): !column.isMissing[Int(column.codes[row])]
    case .number(let values): !values[row].isNaN
    case .flag(let values): values[row] != 0
    case .instant(let values): values[row] != Self.missingInstant
    }
  }
}

/// How a group of duplicates becomes one lead.
struct MergePlan: Sendable {
  let group: DuplicateGroup
  /// The row whose id stays.
  let survivor: Int
  /// The rows from the newest to the oldest.
  let newestFirst: [Int]
  private let created: String

  init(_ group: DuplicateGroup, in leads: LeadTable, newest: String?, created: String) {
    self.group = group
    self.created = created
    func instant(_ name: String?, _ row: Int) -> Int64? {
      guard let name, case .instant(let moment) = leads.value(name, of: row) else { return nil }
      return moment.secondsSince1970
    }
    let births = group.rows.map { instant(created, $0) ?? .max }
    // Of equal ones the first row.
    survivor = zip(births, group.rows).min { $0 < $1 }?.1 ?? group.rows[0]
    newestFirst =
      group.rows.map { row in (instant(newest, row) ?? instant(created, row) ?? .min, row) }
      .sorted { $0 > $1 }.map(\.1)
  }

  /// The row whose value of an attribute the lead gets.
  func source(of attribute: String, _ column: Column, in leads: LeadTable) -> Int {
    // What is worked out from a text stays with that text.
    if let derived = DerivedAttribute(named: attribute), let text = leads.column(derived.source) {
      return source(of: derived.source, text, in: leads)
    }
    if attribute == created, case .instant(let values) = column {
      let known = group.rows.filter { column.isKnown($0) }
      return known.min { (values[$0], $0) < (values[$1], $1) } ?? survivor
    }
    return newestFirst.first { column.isKnown($0) } ?? survivor
  }
}
