import Leads
import Learning

/// Writes what a learned model says of leads, one row each by ascending id, as CSV or JSON Lines.
struct LikelihoodWriter {
  let scorer: LearnedScorer
  let results: [LearnedScorer.Result]
  let leads: LeadTable
  let isJSON: Bool
  /// What each lead is worth, NaN for not known; nil if that was not asked for.
  var values: [Double]?

  static let columns = ["lead_id", "likelihood", "probability", "reasons"]
  static let valueColumns = ["value", "expected_value"]

  private var heading: [String] { Self.columns + (values == nil ? [] : Self.valueColumns) }

  func write(_ rows: [Int], to file: SafeFile, threads: Int) throws {
    if !isJSON { try file.write(Array(heading.joined(separator: ",").utf8) + [10]) }
    let piece = 1 << 12
    let batch = piece * max(1, threads)
    for start in stride(from: 0, to: rows.count, by: batch) {
      let end = min(start + batch, rows.count)
      let pieces = stride(from: start, to: end, by: piece).map { $0..<min($0 + piece, end) }
      for text in parallel(count: pieces.count, threads: threads, { text(of: rows[pieces[$0]]) }) {
        try file.write(text)
      }
    }
  }

  private func text(of rows: ArraySlice<Int>) -> [UInt8] {
    var text: [UInt8] = []
    for (lead, reasons) in zip(rows, scorer.reasons(of: rows)) {
      let result = results[lead]
      let id = leads.ids.bytes[leads.ids.range(of: UInt32(lead))]
      if isJSON {
        text += Array(#"{"lead_id":"#.utf8)
        text.appendJSON(String(decoding: id, as: UTF8.self).utf8)
        text += Array(
          #","likelihood":\#(result.likelihood),"probability":\#(Self.sixDecimals(result.probability)),"reasons":["#
            .utf8)
        for (index, reason) in reasons.enumerated() {
          if index > 0 { text.append(UInt8(ascii: ",")) }
          text.appendJSON(reason.description.utf8)
        }
        text.append(UInt8(ascii: "]"))
        if let amounts = amounts(lead, missing: "null") {
          text += Array(#","value":\#(amounts.value),"expected_value":\#(amounts.expected)"#.utf8)
        }
        text += Array("}\n".utf8)
      } else {
        text.appendCSV(id)
        text += Array(",\(result.likelihood),\(Self.sixDecimals(result.probability)),".utf8)
        text.appendCSV(reasons.map(\.description).joined(separator: "; "))
        if let amounts = amounts(lead, missing: "") { text += Array(",\(amounts.value),\(amounts.expected)".utf8) }
        text.append(10)
      }
    }
    return text
  }

  /// What a lead is worth and what is expected of it, in words; nil if that was not asked for.
  private func amounts(_ lead: Int, missing: String) -> (value: String, expected: String)? {
    values.map { values in
      values[lead].isNaN
        ? (missing, missing) : (Money.cell(values[lead]), Money.cell(values[lead] * results[lead].probability))
    }
  }

  /// A probability with six decimals.
  static func sixDecimals(_ probability: Double) -> String {
    sixDecimals(millionths: UInt32((min(max(probability, 0), 1) * 1e6).rounded()))
  }

  /// The same for one in millionths.
  static func sixDecimals(millionths: UInt32) -> String {
    let digits = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
