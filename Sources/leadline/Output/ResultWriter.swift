import Leads
import Scoring

/// Writes the scores of leads, one row each by ascending id, as CSV or JSON Lines.
struct ResultWriter {
  let scores: Scores
  let leads: LeadTable
  let isJSON: Bool
  /// For each rule what is written before its points, as UTF-8.
  private let ruleNames: [[UInt8]]
  private let bands: [(index: Int, bands: Bands, names: [[UInt8]])]
  private let stages: [[UInt8]]

  /// The columns of the result, in their order.
  let columns: [String]

  init(_ scores: Scores, _ leads: LeadTable, isJSON: Bool) {
    self.scores = scores
    self.leads = leads
    self.isJSON = isJSON
    let model = scores.model
    ruleNames = model.allRules.map { Array(($0.name + " ").utf8) }
    bands = model.scores.indices.compactMap { index in
      model.bands(of: index).map { (index, $0, $0.bands.map { Array($0.name.utf8) }) }
    }
    stages = model.stages.map { Array($0.name.utf8) }
    var columns = ["lead_id"] + model.scores.map(\.name) + bands.map { "\(model.scores[$0.index].name)_band" }
    if !model.matrix.isEmpty { columns.append("matrix") }
    if model.grade != nil { columns.append("grade") }
    if !model.stages.isEmpty { columns.append("stage") }
    self.columns = columns + ["reasons"]
  }

  /// Writes these leads to a file.
  func write(_ rows: [Int], to file: SafeFile, threads: Int) throws {
    if !isJSON {
      var heading: [UInt8] = []
      for (index, column) in columns.enumerated() {
        if index > 0 { heading.append(UInt8(ascii: ",")) }
        heading.appendCSV(column)
      }
      try file.write(heading + [10])
    }
    let piece = 1 << 14
    let batch = piece * max(1, threads)
    for start in stride(from: 0, to: rows.count, by: batch) {
      let pieces = stride(from: start, to: min(start + batch, rows.count), by: piece).map { $0..<min($0 + piece, rows.count) }
      let texts = parallel(count: pieces.count, threads: threads) { index in
        var text: [UInt8] = []
        text.reserveCapacity(pieces[index].count * 128)
        for row in pieces[index] { append(rows[row], to: &text) }
        return text
      }
      for text in texts { try file.write(text) }
    }
  }

  private func append(_ lead: Int, to text: inout [UInt8]) {
    var row = Row(isJSON: isJSON, columns: columns)
    let id = leads.ids.bytes[leads.ids.range(of: UInt32(lead))]
    row.append(text: id, to: &text)
    for score in scores.model.scores.indices { row.append(number: scores.score(score, of: lead), to: &text) }
    for (score, bands, names) in bands {
      let band = scores.score(score, of: lead).flatMap { bands.band(of: $0) }
      row.append(text: band.map { names[$0][...] }, to: &text)
    }
    if !scores.model.matrix.isEmpty { row.append(text: scores.matrix(of: lead).map { Array($0.utf8)[...] }, to: &text) }
    if scores.model.grade != nil { row.append(text: scores.grade(of: lead).map { Array($0.utf8)[...] }, to: &text) }
    let exclusion = scores.exclusion(of: lead)
    if !scores.model.stages.isEmpty {
      let stage = exclusion == nil
        ? scores.stage(of: lead).map { stages[$0][...] } : Array(ScoringModel.disqualified.utf8)[...]
      row.append(text: stage, to: &text)
    }
    row.append(reasons: reasons(of: lead, exclusion: exclusion), to: &text)
    row.end(&text)
  }

  private func reasons(of lead: Int, exclusion: Int?) -> [[UInt8]] {
    if let exclusion { return [Array(scores.model.exclusions[exclusion].name.utf8)] }
    return scores.reasons(of: lead).map { reason in
      var text = ruleNames[Int(reason.rule)]
      text.appendPoints(reason.worth)
      return text
    }
  }

  /// Puts the separators between the values of one row.
  private struct Row {
    let isJSON: Bool
    let columns: [String]
    var column = 0

    private mutating func start(_ text: inout [UInt8]) {
      if isJSON {
        text.append(column == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
        text.appendJSON(columns[column].utf8)
        text.append(UInt8(ascii: ":"))
      } else if column > 0 {
        text.append(UInt8(ascii: ","))
      }
      column += 1
    }

    mutating func append(number: Int64?, to text: inout [UInt8]) {
      start(&text)
      if let number { text.appendDecimal(number) } else if isJSON { text.append(contentsOf: "null".utf8) }
    }

    mutating func append(text value: ArraySlice<UInt8>?, to text: inout [UInt8]) {
      start(&text)
      if isJSON {
        if let value { text.appendJSON(value) } else { text.append(contentsOf: "null".utf8) }
      } else if let value {
        text.appendCSV(value)
      }
    }

    mutating func append(reasons: [[UInt8]], to text: inout [UInt8]) {
      if !isJSON {
        append(text: Array(reasons.joined(separator: Array("; ".utf8)))[...], to: &text)
        return
      }
      start(&text)
      text.append(UInt8(ascii: "["))
      for (index, reason) in reasons.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        text.appendJSON(reason)
      }
      text.append(UInt8(ascii: "]"))
    }

    func end(_ text: inout [UInt8]) {
      if isJSON { text.append(UInt8(ascii: "}")) }
      text.append(10)
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends points with their sign and at most one decimal place: `+12.5`.
  mutating func appendPoints(_ billionths: Int64) {
    let tenths = (billionths.magnitude + 50_000_000) / 100_000_000
    append(billionths < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    appendDecimal(Int64(tenths / 10))
    if tenths % 10 != 0 {
      append(UInt8(ascii: "."))
      append(UInt8(truncatingIfNeeded: 48 + tenths % 10))
    }
  }
}
