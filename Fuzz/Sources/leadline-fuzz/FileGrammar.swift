/// Writes files of leads and events as exports do; most can be used.
struct FileGrammar {
  static let csvWords = [
    ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r", "\"\n\"", "lead_id", "id", "email", "created_at", "type",
    "at", "sep=;\n", "Record ID",
    "page_view", "2025-06-30T12:00:00Z", "30/06/2025", "1,234.56", "1.234,56", "€ 12", "Select", "N/A", "true", "ja",
    ",,,,", "=1+1",
  ]
  static let jsonWords = [
    "{", "}", "[", "]", ":", ",", "\"", "\\\"", "\\u0041", "\\ud83d\\ude00", "\\ud800", "\\", "\n", "null", "true",
    "false", "-1.5e10", "\"id\":",
    "\"email\":", "\"properties\":{", "\"url\":", "\"type\":\"page_view\"", "\"at\":\"2025-06-30\"", "\"a\":{\"b\":",
    "[[[[", "\u{FEFF}",
  ]

  private let names = [
    "lead_id", "Email", "Company Size", "created_at", "opted_in", "country", "type", "at", "url", "", "Straße",
    "lead_id",
  ]
  private let values = [
    "", "1", "2", "3", "a@b.com", "1,234.56", "1.234,56", "$ 5k", "2025-06-30T12:00:00Z", "30.06.2025 14:00",
    "06/30/2025", "1751328000", "yes",
    "page_view", "demo_request", "/pricing?x=1", "N/A", "Select", " x ", "it's", "😀", "é", "1e400", "-0", "2106-02-07",
    "9999999999999",
  ]

  func csv(_ random: inout SeededGenerator) -> [UInt8] {
    let delimiter = random.one(of: [",", ",", ";", "\t", "|"])
    let lineEnd = random.one(of: ["\n", "\n", "\r\n", "\r"])
    let width = 1 + random.below(8)
    let heading =
      ["lead_id", "type", "at"].prefix(1 + random.below(3)) + (0..<width).map { _ in random.one(of: names) }
    var text = random.once(in: 20) ? "sep=\(delimiter)\(lineEnd)" : ""
    text += heading.map { quoted($0, delimiter, &random) }.joined(separator: delimiter) + lineEnd
    for row in 0..<random.below(random.once(in: 10) ? 200 : 12) {
      let count = random.once(in: 20) ? random.below(12) : heading.count
      let cells = (0..<count).map { $0 == 0 && !random.once(in: 5) ? String(row) : cell(&random) }
      text += cells.map { quoted($0, delimiter, &random) }.joined(separator: delimiter) + lineEnd
    }
    return encoded(text, &random)
  }

  func json(_ random: inout SeededGenerator) -> [UInt8] {
    var text = ""
    for row in 0..<1 + random.below(random.once(in: 10) ? 200 : 12) {
      var members = ["\"lead_id\": \(row)"]
      for _ in 0..<random.below(6) {
        members.append("\(string(random.one(of: names), &random)): \(value(&random, depth: 3))")
      }
      text += "{" + members.joined(separator: ", ") + "}" + random.one(of: ["\n", "\n", "\r\n", "\n\n"])
    }
    return encoded(text, &random)
  }

  private func cell(_ random: inout SeededGenerator) -> String {
    if random.once(in: 300) { return String(repeating: "x", count: 1 + random.below(5000)) }
    return random.one(of: values)
  }

  private func quoted(_ cell: String, _ delimiter: String, _ random: inout SeededGenerator) -> String {
    let isNeeded = cell.contains(delimiter)
    guard isNeeded || random.once(in: 6) else { return cell }
    let inside = random.once(in: 10) ? cell + "\n" + cell : random.once(in: 10) ? cell + "\"\"" : cell
    return "\"\(inside)\"" + (random.once(in: 40) ? " x" : "")
  }

  private func value(_ random: inout SeededGenerator, depth: Int) -> String {
    switch random.below(depth == 0 ? 4 : 7) {
    case 0, 1: return string(random.one(of: values), &random)
    case 2: return random.one(of: ["1", "-1.5", "1e10", "0", "1E+400", "12345678901234567890"])
    case 3: return random.one(of: ["null", "true", "false"])
    case 4: return "[\((0..<random.below(4)).map { _ in value(&random, depth: depth - 1) }.joined(separator: ","))]"
    default:
      let members = (0..<random.below(4)).map { _ in
        "\(string(random.one(of: names), &random)): \(value(&random, depth: depth - 1))"
      }
      return "{\(members.joined(separator: ", "))}"
    }
  }

  private func string(_ text: String, _ random: inout SeededGenerator) -> String {
    let escape =
      random.once(in: 5)
      ? random.one(of: ["\\n", "\\\"", "\\\\", "\\u00e9", "\\ud83d\\ude00", "\\ud800", "\\/", "\\t"]) : ""
    return "\"\(text)\(escape)\""
  }

  /// As UTF-8 mostly, else with a byte-order mark, as UTF-16, or as Latin-1.
  private func encoded(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
    switch random.below(16) {
    case 0: return [0xEF, 0xBB, 0xBF] + text.utf8
    case 1: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 2: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case 3: return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    default: return Array(text.utf8)
    }
  }
}
