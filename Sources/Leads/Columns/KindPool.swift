/// Codes for combinations of an event's name and properties, as they are met in a file.
///
/// A combination's text is its parts joined by a byte that UTF-8 does not have. Finding one neither joins nor copies: the
/// hash is taken over the parts where they stand, and so is the comparison.
struct KindPool: Sendable {
  private(set) var pool = TextPool()
  private var slots: [Slot] = Array(repeating: Slot(), count: 64)

  private struct Slot: Sendable {
    var hash: UInt64 = 0
    var code: UInt32 = .max
  }

  static let separator: UInt8 = 0xFF

  /// The code of the name in field 1 and the properties from field 3 on, which is added if it is new.
  ///
  /// Precondition: at least 8 bytes follow the last field in `bytes`.
  @inline(__always)
  mutating func code(of bytes: Span<UInt8>, _ fields: Span<RecordFile.Field>) -> UInt32 {
    var isDamaged = false
    let hash = Self.hash(of: bytes.bytes, fields, &isDamaged)
    if isDamaged { return pool.code(of: joined(bytes, fields).span) }
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while true {
      let entry = slots[slot]
      if entry.code == .max { return insert(bytes, fields, hash, at: slot) }
      if entry.hash == hash, isSame(bytes, fields, as: entry.code) { return entry.code }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  @inline(never)
  private mutating func insert(
    _ bytes: Span<UInt8>, _ fields: Span<RecordFile.Field>, _ hash: UInt64, at slot: Int
  ) -> UInt32 {
    let code = pool.code(of: joined(bytes, fields).span)
    slots[slot] = Slot(hash: hash, code: code)
    if pool.count * 2 > slots.count { grow() }
    return code
  }

  /// The combination's text. A byte that is the separator is not UTF-8 and becomes U+FFFD, so that it cannot pass for one.
  private func joined(_ bytes: Span<UInt8>, _ fields: Span<RecordFile.Field>) -> [UInt8] {
    var text: [UInt8] = []
    for field in fields.indices where field == 1 || field > 2 {
      if field > 2 { text.append(Self.separator) }
      for i in fields[field].range {
        if bytes[i] == Self.separator { text += [0xEF, 0xBF, 0xBD] } else { text.append(bytes[i]) }
      }
    }
    return text
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for entry in old where entry.code != .max {
      var slot = Int(truncatingIfNeeded: entry.hash >> 32) & (slots.count - 1)
      while slots[slot].code != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  @inline(__always)
  private static func hash(
    of bytes: RawSpan, _ fields: Span<RecordFile.Field>, _ isDamaged: inout Bool
  ) -> UInt64 {
    let separators = ByteSearch.pattern(separator)
    var damaged: UInt64 = 0
    var hash = TextPool.seed
    for field in fields.indices where field == 1 || field > 2 {
      let range = fields[field].range
      hash ^= UInt64(range.count)
      var i = range.lowerBound
      while i + 8 <= range.upperBound {
        let word = bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
        damaged |= ByteSearch.marks(word, separators)
        hash = TextPool.mixed(hash ^ word)
        i += 8
      }
      // The last word is read whole, and what does not belong to the field is cut off.
      let rest = UInt64(truncatingIfNeeded: range.upperBound - i) * 8
      let tail = bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self) & (1 << rest &- 1)
      damaged |= ByteSearch.marks(tail, separators)
      hash = TextPool.mixed(hash ^ tail)
    }
    isDamaged = damaged != 0
    return hash
  }

  @inline(__always)
  private func isSame(_ bytes: Span<UInt8>, _ fields: Span<RecordFile.Field>, as code: UInt32) -> Bool {
    let range = pool.range(of: code)
    let known = pool.bytes.span
    var position = range.lowerBound
    for field in fields.indices where field == 1 || field > 2 {
      if field > 2 {
        guard position < range.upperBound, known[position] == Self.separator else { return false }
        position += 1
      }
      let part = fields[field].range
      guard position + part.count <= range.upperBound,
        bytes.extracting(part).hasSameBytes(as: known.extracting(position..<position + part.count))
      else { return false }
      position += part.count
    }
    return position == range.upperBound
  }

  /// The texts of a combination: the name, then each property.
  func texts(_ code: UInt32) -> [ArraySlice<UInt8>] {
    pool.bytes[pool.range(of: code)].split(separator: Self.separator, omittingEmptySubsequences: false)
  }
}

extension EventKinds {
  /// The kinds of several pools as one table, in an order that does not depend on the pools, and each pool's new codes.
  static func joined(
    _ pools: [KindPool], properties: [Attribute], settings: ReadingSettings
  ) -> (kinds: EventKinds, renumbered: [[UInt32]?]) {
    let (pool, codes) = TextPool.merged(pools.map(\.pool))
    let order = (0..<UInt32(pool.count)).sorted {
      pool.bytes[pool.range(of: $0)].lexicographicallyPrecedes(pool.bytes[pool.range(of: $1)])
    }
    var position = [UInt32](repeating: 0, count: pool.count)
    for (index, code) in order.enumerated() { position[Int(code)] = UInt32(index) }

    let reading = ReadingSettings(
      placeholders: settings.placeholders, dayFirst: settings.dayFirst, utcOffset: settings.utcOffset)
    var names = ColumnBuilder(Attribute("event", .text), columnName: "event", settings: reading)
    var columns = properties.map { ColumnBuilder($0, columnName: $0.name, settings: reading) }
    let empty: [UInt8] = []
    for code in order {
      let texts = pool.bytes[pool.range(of: code)].split(
        separator: KindPool.separator, maxSplits: properties.count, omittingEmptySubsequences: false)
      _ = names.append(Array(texts[0]).span)
      for index in columns.indices {
        let text = index + 1 < texts.count ? Array(texts[index + 1]) : empty
        // A property that is not of its type is missing for this kind.
        _ = columns[index].append(text.span)
      }
    }
    let rows = [RowRun(builder: 0, rows: 0..<order.count)]
    guard case .text(let nameColumn) = ColumnBuilder.column(of: [names], rows: rows, settings: reading) else {
      preconditionFailure("names are text")
    }
    let kinds = EventKinds(
      names: nameColumn,
      properties: columns.map { ($0.attribute, ColumnBuilder.column(of: [$0], rows: rows, settings: reading)) })
    let renumbered = codes.map { codes -> [UInt32]? in codes.map { $0.map { position[Int($0)] } } ?? position }
    return (kinds, renumbered)
  }
}
