/// Leads and what is known of them, by columns.
///
/// A lead is a row; its row number is the index by which everything else refers to it.
public struct LeadTable: Sendable {
  /// The ids; a lead's code in the pool is its row.
  public var ids: TextPool
  /// The attributes, at most one column each.
  public private(set) var attributes: [Attribute] = []
  /// The columns, in the order of `attributes`, all of `count` rows.
  public private(set) var columns: [Column] = []
  private var positions: [String: Int] = [:]
  /// Ids of records that were merged into a lead. An id of a lead goes before an alias of the same text.
  public internal(set) var aliases = LeadAliases()
  /// Addresses, folded, of records that were merged into a lead. An address that a lead has goes before an alias.
  public internal(set) var emailAliases = LeadAliases()

  /// Leads of these ids, of whom nothing is known yet.
  public init(ids: TextPool) { self.ids = ids }

  /// The number of leads.
  public var count: Int { ids.count }

  /// Adds what is known of an attribute. Precondition: a value for each lead, and no column of that name yet.
  public mutating func add(_ name: String, _ column: Column) {
    precondition(column.count == count && positions[name] == nil)
    positions[name] = columns.count
    attributes.append(Attribute(name, column.type))
    columns.append(column)
  }

  /// Adds what is known of an attribute, or replaces what was. Precondition: a value for each lead.
  public mutating func set(_ name: String, _ column: Column) {
    guard let position = positions[name] else { return add(name, column) }
    precondition(column.count == count)
    attributes[position].type = column.type
    columns[position] = column
  }

  /// The column of an attribute, or nil.
  public func column(_ name: String) -> Column? { positions[name].map { columns[$0] } }

  /// What is known of a lead.
  public func value(_ name: String, of lead: Int) -> Value {
    positions[name].map { columns[$0].value(lead) } ?? .missing
  }

  /// A lead's id as text.
  public func id(of lead: Int) -> String { ids.text(UInt32(lead)) }

  /// The leads by ascending id: whole numbers first, as numbers, then texts by their bytes. O(n log n).
  public func rowsByID() -> [Int] {
    var numbers: [(id: Int64, row: Int)] = []
    var texts: [Int] = []
    numbers.reserveCapacity(count)
    let all = ids.bytes.span
    for row in 0..<count {
      if let number = Self.canonicalNumber(all.extracting(ids.range(of: UInt32(row)))) {
        numbers.append((number, row))
      } else {
        texts.append(row)
      }
    }
    numbers.sort { $0.id < $1.id }
    texts.sort { ids.bytes[ids.range(of: UInt32($0))].lexicographicallyPrecedes(ids.bytes[ids.range(of: UInt32($1))]) }
    return numbers.map(\.row) + texts
  }

  /// A whole number written in the one way that numbers have: no plus, no leading zero, at most 18 digits.
  private static func canonicalNumber(_ text: Span<UInt8>) -> Int64? {
    var i = 0
    let isNegative = text.count > 1 && text[0] == UInt8(ascii: "-")
    if isNegative { i = 1 }
    guard text.count > i, text.count - i <= 18, text[i] != UInt8(ascii: "0") || text.count == 1 else { return nil }
    var value: Int64 = 0
    while i < text.count {
      let digit = text[i] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int64(digit)
      i += 1
    }
    return isNegative ? -value : value
  }
}
