import Leads

/// A file's rows, cleaned, with the columns that were worked out.
struct CleanTable {
  /// The number of rows.
  let count: Int
  /// How many values were changed by cleaning, and how many placeholders emptied.
  private(set) var tidied = 0
  private(set) var emptied = 0
  private let names: [String]
  private let columns: [Texts]

  /// The texts of a column: for each row a code, for each code a text.
  private struct Texts: Sendable {
    var codes: [UInt32]
    var texts: [String]
  }

  init(_ table: RowTable, _ additions: [Addition], _ deriver: Deriver, threads: Int) {
    count = table.count
    names = table.heading.columns + additions.map(\.name)
    let originals = table.columns
    let cleaned = parallel(count: originals.count, threads: threads) { Self.cleaned(originals[$0]) }
    let derived = additions.map { addition in
      Self.derived(addition, originals[addition.position], deriver, threads: threads)
    }
    tidied = cleaned.reduce(0) { $0 + $1.tidied }
    emptied = cleaned.reduce(0) { $0 + $1.emptied }
    columns = cleaned.map(\.texts) + derived
  }

  /// Each distinct text is cleaned once.
  private static func cleaned(_ column: TextColumn) -> (texts: Texts, tidied: Int, emptied: Int) {
    var uses = Array(repeating: 0, count: column.pool.count)
    for code in column.codes { uses[Int(code)] += 1 }
    var texts: [String] = []
    texts.reserveCapacity(column.pool.count)
    var (tidied, emptied) = (0, 0)
    for code in 0..<column.pool.count {
      let text = column.pool.text(UInt32(code))
      let clean = column.isMissing[code] ? "" : text.cleaned
      if !Array(text.utf8).elementsEqual(clean.utf8) {
        if text.cleaned.isEmpty || !column.isMissing[code] { tidied += uses[code] } else { emptied += uses[code] }
      }
      texts.append(clean)
    }
    return (Texts(codes: column.codes, texts: texts), tidied, emptied)
  }

  private static func derived(_ addition: Addition, _ column: TextColumn, _ deriver: Deriver, threads: Int) -> Texts {
    let chunk = 4096
    let count = column.pool.count
    let pieces = parallel(count: (count + chunk - 1) / chunk, threads: threads) { piece in
      (piece * chunk..<min((piece + 1) * chunk, count)).map { code -> String in
        if column.isMissing[code] { return "" }
        let bytes = column.pool.bytes.span.extracting(column.pool.range(of: UInt32(code)))
        switch addition.function {
        case .derived(let function): return deriver.value(function, of: bytes).cell
        case .domain:
          let text = column.pool.text(UInt32(code)).cleaned.lowercased()
          return text.lastIndex(of: "@").map { String(text[text.index(after: $0)...]) } ?? ""
        }
      }
    }
    return Texts(codes: column.codes, texts: Array(pieces.joined()))
  }

  /// Writes the table, as CSV or JSON Lines; of JSON the members without a value are left out.
  func write(to file: SafeFile, isJSON: Bool) throws {
    var line: [UInt8] = []
    if !isJSON { try file.writeRow(names) }
    for row in 0..<count {
      line.removeAll(keepingCapacity: true)
      if isJSON { line.append(UInt8(ascii: "{")) }
      for (index, column) in columns.enumerated() {
        let text = column.texts[Int(column.codes[row])]
        if isJSON {
          if text.isEmpty { continue }
          if line.count > 1 { line.append(UInt8(ascii: ",")) }
          line.appendJSON(names[index].utf8)
          line.append(UInt8(ascii: ":"))
          line.appendJSON(text.utf8)
        } else {
          if index > 0 { line.append(UInt8(ascii: ",")) }
          line.appendCSV(text)
        }
      }
      if isJSON { line.append(UInt8(ascii: "}")) }
      try file.write(line + [10])
    }
  }
}
