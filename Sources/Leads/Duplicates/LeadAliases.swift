/// Further names of leads: the ids and addresses of records that were merged into them.
public struct LeadAliases: Sendable {
  private var pool = TextPool()
  private var rows: [UInt32] = []

  /// No aliases.
  public init() {}

  /// How many aliases there are.
  public var count: Int { rows.count }

  /// The lead with this alias, or nil.
  public func row(of alias: Span<UInt8>) -> UInt32? { pool.find(alias).map { rows[Int($0)] } }

  /// The lead with this alias, or nil.
  public func row(of alias: String) -> UInt32? { row(of: alias.utf8.span) }

  /// Adds an alias of a lead; one that is known already stays what it is.
  mutating func add(_ alias: Span<UInt8>, row: UInt32) {
    if Int(pool.code(of: alias)) == rows.count { rows.append(row) }
  }

  /// Adds the aliases of others, whose leads now have other rows.
  mutating func add(_ others: LeadAliases, rows newRows: [UInt32]) {
    let bytes = others.pool.bytes.span
    for code in 0..<UInt32(others.count) {
      add(bytes.extracting(others.pool.range(of: code)), row: newRows[Int(others.rows[Int(code)])])
    }
  }
}
