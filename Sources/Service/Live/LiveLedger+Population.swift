import Leads
import Scoring

extension LiveLedger {
  /// The rows of all persons: leads that were not merged into another.
  var roots: [Int] { merged.isEmpty ? Array(0..<count) : (0..<count).filter { merged[$0] == nil } }

  /// Some leads with all that a model reads of them, as a population that the engine scores.
  ///
  /// Row `i` of the population is the lead of `rows[i]`. Precondition: the scope covers the model.
  ///
  /// - Parameters:
  ///   - rows: rows of roots; those of new leads stand in `staged`.
  ///   - staged: what the running transaction adds.
  ///   - threads: the most threads to use.
  func population(
    of rows: [Int], for active: ActiveModel, staged: StagedFacts = StagedFacts(), threads: Int = 1
  ) -> Population {
    var ids = TextPool()
    for row in rows { _ = ids.code(of: String(row + 1).utf8Span.span) }
    var leads = LeadTable(ids: ids)
    let isWhole = rows.count == count && merged.isEmpty && staged.texts.isEmpty
    for attribute in active.model.attributes {
      leads.add(attribute.name, column(attribute, active, rows, staged, isWhole: isWhole))
    }
    if leads.column("created_at") == nil {
      leads.add("created_at", .instant(rows.map { creation(of: $0, staged) }))
    }
    let (log, used) = log(of: rows, staged, threads: threads)
    let kinds = kinds.eventKinds(used, for: active.model.properties, settings: active.settings)
    return Population(leads: leads, events: log, kinds: kinds)
  }

  // MARK: Attributes

  private func column(
    _ attribute: Attribute, _ active: ActiveModel, _ rows: [Int], _ staged: StagedFacts, isWhole: Bool
  ) -> Column {
    var settings = active.settings
    guard let position = scope.position(of: attribute.name, for: active.model) else {
      preconditionFailure("\(attribute.name) is not in the scope")
    }
    if scope.columns[position].derivation != nil { settings.placeholders = .onlyEmpty }
    let source = columns[position]
    let column: Column
    if isWhole {
      column = Column(attribute, codes: source.codes, of: source.pool, settings: settings)
    } else {
      var texts = FewTexts(reserving: rows.count)
      for row in rows {
        if let known = staged.texts[row] {
          texts.append(known[position] ?? "")
        } else {
          texts.append(row < count ? source.codes[row] : 0, of: source.pool)
        }
      }
      column = Column(attribute, codes: texts.codes, of: texts.pool, settings: settings)
    }
    guard attribute.name == "created_at", case .instant(var instants) = column else { return column }
    for (index, row) in rows.enumerated() where instants[index] == Column.missingInstant {
      instants[index] = creation(of: row, staged)
    }
    return .instant(instants)
  }

  /// When the person of a root was first known.
  private func creation(of root: Int, _ staged: StagedFacts) -> Int64 {
    func own(_ row: Int) -> Int64 { staged.created[row] ?? createdAt[row] }
    return membersWith(staged, of: root).reduce(own(root)) { min($0, own($1)) }
  }

  private func membersWith(_ staged: StagedFacts, of root: Int) -> [Int] {
    (members[root] ?? []) + (staged.members[root] ?? []).flatMap { [$0] + (members[$0] ?? []) }
  }

  // MARK: Events

  /// The events of these leads by shards, with the kinds that they are of.
  ///
  /// Kinds are numbered by their texts, so that events of one second stand in the same order in every process and among
  /// any leads.
  private func log(of rows: [Int], _ staged: StagedFacts, threads: Int) -> (EventLog, used: [UInt32]) {
    var log = EventLog(leadCount: rows.count)
    let size = EventLog.leadsPerShard
    let used = rows.count > size ? kinds.inOrder : kinds.inOrder(usedKinds(rows, staged))
    let codes = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, UInt32($0)) })
    // Of few leads only their own kinds are looked at, however many there are.
    let numbers = rows.count > size ? kinds.reduced.map { codes[$0] ?? .max } : []
    log.shards = parallel(count: log.shards.count, threads: threads) { index in
      let part = rows[index * size..<min((index + 1) * size, rows.count)]
      var shard = EventLog.Shard(leads: part.count)
      shard.events.reserveCapacity(part.reduce(0) { $0 + ($1 < count ? events[$1].count : 0) })
      for (place, row) in part.enumerated() {
        append(allEvents(of: row, staged), to: &shard.events) { kind in
          numbers.isEmpty ? codes[kinds.reduced[Int(kind)]] ?? .max : numbers[Int(kind)]
        }
        shard.offsets[place + 1] = UInt32(shard.events.count)
      }
      return shard
    }
    return (log, used)
  }

  private func append(_ own: [Event], to all: inout [Event], _ number: (UInt32) -> UInt32) {
    let start = all.count
    var isOrdered = true
    for event in own {
      let event = Event(secondsSince1970: Int64(event.secondsSince1970), kind: number(event.kind))
      if all.count > start, event < all[all.count - 1] { isOrdered = false }
      all.append(event)
    }
    if !isOrdered { all[start...].sort() }
  }

  private func usedKinds(_ rows: [Int], _ staged: StagedFacts) -> Set<UInt32> {
    var used: Set<UInt32> = []
    for row in rows {
      for event in allEvents(of: row, staged) { used.insert(kinds.reduced[Int(event.kind)]) }
    }
    return used
  }

  /// The events of a person by time: the lead's own and those of leads merged into it.
  private func allEvents(of root: Int, _ staged: StagedFacts) -> [Event] {
    func own(_ row: Int) -> [Event] {
      var old = row < events.count ? events[row] : []
      if let gone = staged.removed[row] { old = Self.without(gone, old) }
      return staged.events[row].map { Self.joined(old, $0) } ?? old
    }
    let members = members.isEmpty && staged.merged.isEmpty ? [] : membersWith(staged, of: root)
    if members.isEmpty { return own(root) }
    return ([root] + members).flatMap(own).sorted()
  }
}
