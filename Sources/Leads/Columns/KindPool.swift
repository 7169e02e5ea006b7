/// Codes for combinations of an event's name and properties, as they are met in a file.
///
/// A combination's key is its texts joined by a byte that UTF-8 does not have.
struct KindPool: Sendable {
  private(set) var pool = TextPool()
  private var key: [UInt8] = []

  static let separator: UInt8 = 0xFF

  /// The code of the name in field 1 and the properties from field 3 on.
  @inline(__always)
  mutating func code(of bytes: Span<UInt8>, _ fields: Span<RecordFile.Field>) -> UInt32 {
    // Taken out of `self` for a moment, so that the pool can change while the key is read.
    var text: [UInt8] = []
    swap(&text, &key)
    text.removeAll(keepingCapacity: true)
    Self.append(bytes, fields[1], to: &text)
    var i = 3
    while i < fields.count {
      text.append(Self.separator)
      Self.append(bytes, fields[i], to: &text)
      i += 1
    }
    let code = pool.code(of: text.span)
    swap(&text, &key)
    return code
  }

  @inline(__always)
  private static func append(_ bytes: Span<UInt8>, _ field: RecordFile.Field, to text: inout [UInt8]) {
    for i in field.range { text.append(bytes[i]) }
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
