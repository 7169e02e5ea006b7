import Leads
import Store

/// The kinds of events, by their numbers in the ledger, as far as models read them.
///
/// Of a kind only its name and the properties that some model reads are held, so that kinds which differ only in what
/// nobody asks for, a click id say, cost four bytes.
struct LiveKinds: Sendable {
  /// The properties that are held, by path.
  let properties: [String]
  /// For each number of the ledger, from 0, the reduced kind; `.max` where the ledger has none.
  private(set) var reduced: [UInt32] = []
  /// The reduced kinds: name and properties, joined by a byte that UTF-8 does not have.
  private(set) var pool = TextPool()

  private static let separator: UInt8 = 0xFF

  init(properties: [String]) { self.properties = properties }

  /// The highest number that is known.
  var last: Int64 { Int64(reduced.count) - 1 }

  /// Learns of a kind. Numbers may come in any order.
  mutating func add(_ number: Int64, _ kind: EventKind) {
    let index = Int(number)
    if index >= reduced.count {
      reduced.append(contentsOf: repeatElement(UInt32.max, count: index + 1 - reduced.count))
    }
    reduced[index] = pool.code(of: text(of: kind).span)
  }

  /// Forgets the kinds with a higher number: the transaction that added them did not take place.
  mutating func forget(after number: Int64) {
    reduced.removeLast(max(0, reduced.count - Int(number) - 1))
  }

  private func text(of kind: EventKind) -> [UInt8] {
    var values: [[UInt8]] = Array(repeating: [], count: properties.count)
    if !kind.properties.isEmpty, !properties.isEmpty {
      _ = JSONObject.forEach(of: kind.properties.utf8) { path, value in
        if let index = properties.firstIndex(where: { $0.utf8.elementsEqual(path) }) { values[index] = value }
      }
    }
    var text = Array(kind.name.utf8)
    for value in values {
      text.append(Self.separator)
      text.append(contentsOf: value)
    }
    return text
  }

  /// All reduced kinds, by their texts.
  var inOrder: [UInt32] { inOrder(0..<UInt32(pool.count)) }

  /// These reduced kinds, by their texts.
  func inOrder(_ kinds: some Sequence<UInt32>) -> [UInt32] {
    kinds.sorted { pool.bytes[pool.range(of: $0)].lexicographicallyPrecedes(pool.bytes[pool.range(of: $1)]) }
  }

  /// The name and the values of the properties of a reduced kind.
  private func parts(of kind: UInt32) -> [ArraySlice<UInt8>] {
    pool.bytes[pool.range(of: kind)].split(
      separator: Self.separator, maxSplits: properties.count, omittingEmptySubsequences: false)
  }

  /// These reduced kinds with the properties that a model reads, typed as it reads them.
  func eventKinds(_ kinds: [UInt32], for wanted: [Attribute], settings: ReadingSettings) -> EventKinds {
    var names = FewTexts(reserving: kinds.count)
    var columns = wanted.map { _ in FewTexts(reserving: kinds.count) }
    let positions = wanted.map { attribute in properties.firstIndex(of: attribute.name) }
    for kind in kinds {
      let parts = parts(of: kind)
      names.append(String(decoding: parts[0], as: UTF8.self))
      for (column, position) in positions.enumerated() {
        columns[column].append(position.map { String(decoding: parts[$0 + 1], as: UTF8.self) } ?? "")
      }
    }
    return EventKinds(
      names: TextColumn(codes: names.codes, pool: names.pool, placeholders: .onlyEmpty),
      properties: zip(wanted, columns).map {
        ($0, Column($0, codes: $1.codes, of: $1.pool, settings: settings))
      })
  }
}
