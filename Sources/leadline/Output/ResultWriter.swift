import Leads
import Scoring

/// Writes the scores of leads, one row each by ascending id, as CSV or JSON Lines.
struct ResultWriter {
  let scores: Scores
  let leads: LeadTable
  let isJSON: Bool
  /// The columns of the result, in their order.
  let columns: [String]
  /// What is written for each rule, band, stage and exclusion, ready for the format.
  private let rules: [[UInt8]]
  private let bands: [(score: Int, bands: Bands, names: [[UInt8]])]
  private let stages: [[UInt8]]
  private let exclusions: [[UInt8]]

  init(_ scores: Scores, _ leads: LeadTable, isJSON: Bool) {
    self.scores = scores
    self.leads = leads
    self.isJSON = isJSON
    let model = scores.model
    rules = model.allRules.map { Array(($0.name + " ").utf8) }
    bands = model.scores.indices.compactMap { index in
      model.bands(of: index).map { (index, $0, $0.bands.map { Array($0.name.utf8) }) }
    }
    stages = model.stages.map { Array($0.name.utf8) }
    exclusions = model.exclusions.map { Array($0.name.utf8) }
    var columns = ["lead_id"] + model.scores.map(\.name) + bands.map { "\(model.scores[$0.score].name)_band" }
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
    let piece = 1 << 13
    let batch = piece * max(1, threads)
    for start in stride(from: 0, to: rows.count, by: batch) {
      let pieces = stride(from: start, to: min(start + batch, rows.count), by: piece).map { $0..<min($0 + piece, rows.count) }
      let texts = parallel(count: pieces.count, threads: threads) { text(of: rows[pieces[$0]]) }
      for text in texts { try file.write(text) }
    }
  }

  private func text(of rows: ArraySlice<Int>) -> [UInt8] {
    let found = scores.columns(of: rows)
    var writer = RowWriter(isJSON: isJSON, columns: columns.map { Array($0.utf8) })
    writer.text.reserveCapacity(rows.count * (isJSON ? 320 : 128))
    for (row, lead) in rows.enumerated() {
      writer.start()
      writer.append(leads.ids.bytes[leads.ids.range(of: UInt32(lead))])
      for score in found.reported.indices { writer.append(number: found.reported[score][row]) }
      for (score, bands, names) in bands {
        let value = found.reported[score][row]
        if value != Scores.none, let band = bands.band(of: value) { writer.append(names[band][...]) } else { writer.appendNothing() }
      }
      appendLabels(row, found, &writer)
      appendReasons(row, found, &writer)
      writer.end()
    }
    return writer.text
  }

  private func appendLabels(_ row: Int, _ found: Scores.Columns, _ writer: inout RowWriter) {
    let model = scores.model
    if !model.matrix.isEmpty {
      var label: [UInt8] = []
      for score in model.matrix {
        guard let (_, bands, names) = bands.first(where: { $0.score == score }), found.reported[score][row] != Scores.none,
          let band = bands.band(of: found.reported[score][row])
        else {
          label = []
          break
        }
        label += names[band]
      }
      if label.isEmpty { writer.appendNothing() } else { writer.append(label[...]) }
    }
    let isExcluded = found.exclusions[row] != 0
    if model.grade != nil {
      if isExcluded { writer.appendNothing() } else { writer.append(Array(GradeProfile.scale[Int(found.grades[row])].utf8)[...]) }
    }
    if model.stages.isEmpty { return }
    if isExcluded {
      writer.append(Array(ScoringModel.disqualified.utf8)[...])
    } else if found.stages[row] == Scores.noStage {
      writer.appendNothing()
    } else {
      writer.append(stages[Int(found.stages[row])][...])
    }
  }

  private func appendReasons(_ row: Int, _ found: Scores.Columns, _ writer: inout RowWriter) {
    writer.startReasons()
    if found.exclusions[row] != 0 {
      writer.reason(exclusions[Int(found.exclusions[row]) - 1], worth: nil)
    } else if !found.reasons.isEmpty {
      for index in row * Scores.reasonCount..<(row + 1) * Scores.reasonCount where found.reasons[index].rule >= 0 {
        writer.reason(rules[Int(found.reasons[index].rule)], worth: found.reasons[index].worth)
      }
    }
    writer.endReasons()
  }
}

/// Puts values, with what belongs between them, into a text.
private struct RowWriter {
  let isJSON: Bool
  let columns: [[UInt8]]
  var text: [UInt8] = []
  private var column = 0
  private var reasons: [UInt8] = []

  init(isJSON: Bool, columns: [[UInt8]]) {
    self.isJSON = isJSON
    self.columns = columns
  }

  mutating func start() {
    column = 0
    if isJSON { text.append(UInt8(ascii: "{")) }
  }

  mutating func end() {
    if isJSON { text.append(UInt8(ascii: "}")) }
    text.append(10)
  }

  private mutating func startValue() {
    if column > 0 { text.append(UInt8(ascii: ",")) }
    if isJSON {
      text.appendJSON(columns[column])
      text.append(UInt8(ascii: ":"))
    }
    column += 1
  }

  mutating func appendNothing() {
    startValue()
    if isJSON { text.append(contentsOf: "null".utf8) }
  }

  mutating func append(number: Int64) {
    if number == Scores.none {
      appendNothing()
    } else {
      startValue()
      text.appendDecimal(number)
    }
  }

  mutating func append(_ value: ArraySlice<UInt8>) {
    startValue()
    if isJSON { text.appendJSON(value) } else { text.appendCSV(value) }
  }

  mutating func startReasons() {
    reasons.removeAll(keepingCapacity: true)
    if isJSON {
      startValue()
      text.append(UInt8(ascii: "["))
    }
  }

  mutating func reason(_ name: [UInt8], worth: Int64?) {
    if isJSON {
      if text.last != UInt8(ascii: "[") { text.append(UInt8(ascii: ",")) }
      var reason = name
      if let worth { reason.appendPoints(worth) }
      text.appendJSON(reason)
    } else {
      if !reasons.isEmpty { reasons.append(contentsOf: "; ".utf8) }
      reasons.append(contentsOf: name)
      if let worth { reasons.appendPoints(worth) }
    }
  }

  mutating func endReasons() {
    if isJSON { text.append(UInt8(ascii: "]")) } else { append(reasons[...]) }
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
