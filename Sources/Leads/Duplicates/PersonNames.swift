/// For each row of a table the person's full name and family name, as codes of comparable texts.
struct PersonNames {
  /// Stands for a row whose name is not known.
  static let none = UInt32.max

  /// For each row its full name's code in `pool`. A name of a single word is not full: many people share it.
  private(set) var full: [UInt32]
  /// For each row its family name's code in `pool`.
  private(set) var last: [UInt32]
  /// The names.
  private(set) var pool = TextPool()

  /// The names of so many rows, from a column of whole names, or from two of given and family names, or from both.
  init(count: Int, name: TextColumn?, first: TextColumn?, last lastColumn: TextColumn?) {
    full = Array(repeating: Self.none, count: count)
    last = Array(repeating: Self.none, count: count)
    var parts = TextPool()
    let givenNames = first.map { CodedKeys($0, in: &parts, NameKey.ofPerson) }
    let familyNames = lastColumn.map { CodedKeys($0, in: &parts, NameKey.ofPerson) }
    let wholeNames = name.map { Self.whole($0, in: &pool) }
    var joined: [UInt8] = []
    for row in 0..<count {
      let given = givenNames?.code(of: row)
      let family = familyNames?.code(of: row)
      if let family { last[row] = pool.code(of: parts.bytes.span.extracting(parts.range(of: family))) }
      if let given, let family {
        joined.removeAll(keepingCapacity: true)
        joined += parts.bytes[parts.range(of: given)]
        joined.append(0x20)
        joined += parts.bytes[parts.range(of: family)]
        full[row] = Self.isRepeated(joined) ? Self.none : pool.code(of: joined.span)
      } else if let name, let whole = wholeNames?[Int(name.codes[row])] {
        full[row] = whole.full
        if family == nil { last[row] = whole.last }
      }
    }
  }

  /// For each distinct text of a column its full name and family name.
  private static func whole(_ column: TextColumn, in pool: inout TextPool) -> [(full: UInt32, last: UInt32)] {
    var names: [(full: UInt32, last: UInt32)] = []
    names.reserveCapacity(column.pool.count)
    for code in 0..<UInt32(column.pool.count) {
      guard !column.isMissing[Int(code)],
        let key = NameKey.ofPerson(column.pool.bytes.span.extracting(column.pool.range(of: code))),
        let space = key.lastIndex(of: 0x20), !isRepeated(key)
      else {
        names.append((none, none))
        continue
      }
      names.append((pool.code(of: key.span), pool.code(of: Array(key[(space + 1)...]).span)))
    }
    return names
  }

  /// `test test`: one word over and over is no name.
  private static func isRepeated(_ name: [UInt8]) -> Bool {
    let words = name.split(separator: 0x20)
    return words.count > 1 && words.allSatisfy { $0.elementsEqual(words[0]) }
  }
}

/// The comparable texts behind a column's texts, worked out once for each distinct one, as codes of a pool.
struct CodedKeys {
  private let column: TextColumn
  /// For each text of the column its key's code; `PersonNames.none` without one.
  private let codes: [UInt32]

  /// The keys of a column, which are added to a pool that further columns may share.
  init(_ column: TextColumn, in pool: inout TextPool, _ key: (Span<UInt8>) -> [UInt8]?) {
    self.column = column
    let bytes = column.pool.bytes.span
    var codes: [UInt32] = []
    codes.reserveCapacity(column.pool.count)
    for code in 0..<UInt32(column.pool.count) {
      let text = bytes.extracting(column.pool.range(of: code))
      let key = column.isMissing[Int(code)] ? nil : key(text)
      codes.append(key.map { pool.code(of: $0.span) } ?? PersonNames.none)
    }
    self.codes = codes
  }

  /// The code of a row's comparable text, or nil.
  func code(of row: Int) -> UInt32? {
    let code = codes[Int(column.codes[row])]
    return code == PersonNames.none ? nil : code
  }
}
