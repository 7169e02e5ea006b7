import Leads

extension Column {
  /// A column of texts; nil for nothing known.
  static func texts(_ texts: [String?]) -> Column {
    var pool = TextPool()
    let codes = texts.map { pool.code(of: Array(($0 ?? "").utf8).span) }
    return .text(TextColumn(codes: codes, pool: pool, placeholders: .usual))
  }
}

extension LeadTable {
  /// Leads of these ids with these columns.
  init(ids: [String], _ columns: [(String, Column)]) {
    var pool = TextPool()
    for id in ids { _ = pool.code(of: Array(id.utf8).span) }
    self.init(ids: pool)
    for (name, column) in columns { add(name, column) }
  }
}
