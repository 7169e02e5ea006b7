/// How the records of a file are written.
public enum FileFormat: Sendable, Hashable {
  /// Values between delimiters, with a heading (RFC 4180).
  case csv(delimiter: UInt8)
  /// A JSON object on each line.
  case jsonLines

  /// Recognises the format from a file's first bytes.
  static func recognised(in start: [UInt8], path: String) throws(FileProblem) -> FileFormat {
    guard let first = start.first(where: { $0 > 0x20 }) else {
      throw FileProblem(path, "the file is empty", hint: "it needs a heading and at least one row")
    }
    if first == UInt8(ascii: "{") { return .jsonLines }
    if first == UInt8(ascii: "["), start.prefix(4096).contains(UInt8(ascii: "{")) {
      throw FileProblem(
        path, "this is a JSON array, and Leadline reads JSON Lines (an object on each line)",
        hint: "convert it: jq -c '.[]' FILE.json > FILE.jsonl")
    }
    return .csv(delimiter: likelyDelimiter(in: start))
  }

  /// The one of `, ; tab |` that gives the most consistent rows of more than one value.
  private static func likelyDelimiter(in start: [UInt8]) -> UInt8 {
    if let named = excelDelimiter(in: start) { return named }
    var best: (agreeing: Double, fields: Int, delimiter: UInt8) = (0, 1, UInt8(ascii: ","))
    for delimiter in ",;\t|".utf8 {
      let records = fieldCounts(in: start, delimiter: delimiter, records: 20)
      guard let heading = records.first?.count, heading > 1 else { continue }
      let agreeing = Double(records.count { $0.count == heading && $0.isClean }) / Double(records.count)
      if (agreeing, heading) > (best.agreeing, best.fields) { best = (agreeing, heading, delimiter) }
    }
    return best.delimiter
  }

  /// The delimiter of a first line such as `sep=;`, which Excel writes and understands.
  static func excelDelimiter(in start: [UInt8]) -> UInt8? {
    guard start.count > 5, start.starts(with: Array("sep=".utf8)) || start.starts(with: Array("SEP=".utf8)),
      start[5] == 10 || start[5] == 13
    else { return nil }
    return start[4]
  }

  /// How many values the first records have, and whether quotes stand only where they should: not in the middle of a
  /// value, as they do if the delimiter is another one.
  private static func fieldCounts(
    in start: [UInt8], delimiter: UInt8, records: Int
  ) -> [(count: Int, isClean: Bool)] {
    var counts: [(count: Int, isClean: Bool)] = []
    let bytes = start + [10] + [UInt8](repeating: 0, count: Block.padding)
    let scanner = CSVScanner(delimiter: delimiter)
    var position = 0
    var fields = 0
    var isClean = true
    while position < start.count, counts.count < records {
      let field = scanner.field(in: bytes.span.bytes, from: position, end: start.count + 1)
      if field.isUnclosed { break }
      fields += 1
      isClean = isClean && !hasStrayQuote(field, from: position, in: bytes)
      position = field.terminator + 1
      if bytes[field.terminator] == 10 {
        // A line that the sample cuts says nothing.
        if fields > 1 || field.range.count > 0 { counts.append((fields, isClean)) }
        fields = 0
        isClean = true
      }
    }
    if counts.count > 1, position >= start.count { counts.removeLast() }
    return counts
  }

  private static func hasStrayQuote(_ field: CSVScanner.FoundField, from start: Int, in bytes: [UInt8]) -> Bool {
    let quote = UInt8(ascii: "\"")
    if bytes[start] != quote { return bytes[field.range].contains(quote) }
    if !field.needsRewriting { return false }
    // Doubled quotes are fine, text behind the closing quote is not.
    var isInside = false
    for byte in bytes[field.range] {
      if byte == quote { isInside.toggle() } else if !isInside { return true }
    }
    return field.isBroken
  }

  /// Where the last whole record among the first `end` bytes ends, or 0 if none does.
  func endOfLastRecord(in bytes: Span<UInt8>, upTo end: Int) -> Int {
    guard case .csv(let delimiter) = self, ByteSearch.contains(UInt8(ascii: "\""), in: bytes.bytes, upTo: end) else {
      return ByteSearch.last(10, in: bytes, before: end).map { $0 + 1 } ?? 0
    }
    let scanner = CSVScanner(delimiter: delimiter)
    var position = 0
    var lastEnd = 0
    while position < end {
      let field = scanner.field(in: bytes.bytes, from: position, end: end)
      if field.isUnclosed || field.terminator >= end { break }
      position = field.terminator + 1
      if bytes[field.terminator] == 10 { lastEnd = position }
    }
    return lastEnd
  }
}
