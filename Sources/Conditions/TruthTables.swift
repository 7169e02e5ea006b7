import Leads

extension Condition {
  /// For each class of the one attribute that it mentions whether it holds: 1 or 0.
  ///
  /// Precondition: it mentions at most one attribute, and the classes are that attribute's.
  public func truthTable(_ classes: Classes, asOf: AsOf) -> [UInt8] {
    Self.truthTables(of: [self], classes, asOf: asOf, threads: 1)[0]
  }

  /// The truth tables of several conditions on one attribute, for which each distinct text is folded once.
  ///
  /// O(classes × tests), on `threads` threads where there are many texts.
  static func truthTables(of conditions: [Condition], _ classes: Classes, asOf: AsOf, threads: Int) -> [[UInt8]] {
    guard case .codes(let column) = classes else {
      let values = (0..<classes.count).map(classes.representative)
      return conditions.map { condition in values.map { value in condition.holds(asOf: asOf) { _ in value } ? 1 : 0 } }
    }
    let chunk = 1 << 10
    let chunksPerPiece = 64
    let pieces = (column.pool.count + chunk * chunksPerPiece - 1) / (chunk * chunksPerPiece)
    let parts = parallel(count: pieces, threads: threads) { piece in
      var tables = conditions.map { _ in [UInt8]() }
      var texts = TextChunk()
      for index in 0..<chunksPerPiece {
        let low = (piece * chunksPerPiece + index) * chunk
        if low >= column.pool.count { break }
        texts.load(column, low..<min(low + chunk, column.pool.count))
        for (index, condition) in conditions.enumerated() {
          tables[index].append(contentsOf: condition.truths(of: &texts, asOf: asOf))
        }
      }
      return tables
    }
    return conditions.indices.map { index in
      parts.count == 1 ? parts[0][index] : Array(parts.map { $0[index] }.joined())
    }
  }

  /// Whether it holds of each text of a chunk.
  private func truths(of texts: inout TextChunk, asOf: AsOf) -> [UInt8] {
    switch self {
    case .constant(let truth): return Array(repeating: truth ? 1 : 0, count: texts.count)
    case .test(let test): return texts.truths(of: test, asOf: asOf)
    case .pair:
      return (0..<texts.count).map { index in
        let value = texts.value(index)
        return holds(asOf: asOf) { _ in value } ? 1 : 0
      }
    case .not(let inner):
      var truths = inner.truths(of: &texts, asOf: asOf)
      for i in truths.indices { truths[i] ^= 1 }
      return truths
    case .all(let parts):
      var truths = [UInt8](repeating: 1, count: texts.count)
      for part in parts {
        let others = part.truths(of: &texts, asOf: asOf)
        for i in truths.indices { truths[i] &= others[i] }
      }
      return truths
    case .any(let parts):
      var truths = [UInt8](repeating: 0, count: texts.count)
      for part in parts {
        let others = part.truths(of: &texts, asOf: asOf)
        for i in truths.indices { truths[i] |= others[i] }
      }
      return truths
    }
  }
}

/// Some of a column's distinct texts, folded once for all tests of them.
private struct TextChunk {
  private var column = TextColumn(codes: [], pool: TextPool(), placeholders: .onlyEmpty)
  private var codes = 0..<0
  private var folded: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { codes.count }

  mutating func load(_ column: TextColumn, _ codes: Range<Int>) {
    self.column = column
    self.codes = codes
    folded.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    let all = column.pool.bytes.span
    for code in codes {
      all.extracting(column.pool.range(of: UInt32(code))).appendFolded(to: &folded)
      ends.append(folded.count)
    }
  }

  func value(_ index: Int) -> Value {
    let code = codes.lowerBound + index
    return column.isMissing[code] ? .missing : .text(column.pool.text(UInt32(code)))
  }

  func truths(of test: Test, asOf: AsOf) -> [UInt8] {
    let isPlain = test.operand.reading == .text || test.operand.reading == .any
    guard isPlain else {
      return (0..<count).map { test.holds(of: value($0), asOf: asOf) ? 1 : 0 }
    }
    var truths = [UInt8](repeating: 0, count: count)
    let missing = column.isMissing.span.extracting(codes)
    let texts = folded.span
    var start = 0
    for i in 0..<count {
      let range = start..<ends[i]
      start = range.upperBound
      var text = texts.extracting(range)
      var isMissing = missing[i]
      if test.operand.isDomain, !isMissing {
        if let at = Self.lastAt(text) { text = text.extracting(at + 1..<text.count) } else { isMissing = true }
      }
      switch test.predicate {
      case .missing: truths[i] = isMissing ? 1 : 0
      case .known: truths[i] = isMissing ? 0 : 1
      case .text(let predicate): truths[i] = !isMissing && predicate.holds(text) ? 1 : 0
      case .flag, .number, .between, .oneOf: break
      }
    }
    return truths
  }

  @inline(__always)
  private static func lastAt(_ text: Span<UInt8>) -> Int? {
    var i = text.count
    while i > 0 {
      i -= 1
      if text[i] == UInt8(ascii: "@") { return i }
    }
    return nil
  }
}
