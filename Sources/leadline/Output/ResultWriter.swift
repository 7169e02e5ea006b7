import Leads
import Scoring

/// Writes the scores of leads, one row each by ascending id, as CSV or JSON Lines.
///
/// Names of bands, stages and rules come up a million times, so each is made ready for the format once.
struct ResultWriter {
  private let scores: Scores
  private let leads: LeadTable
  /// For each learned score its position and what the learned model says.
  private let learned: [(score: Int, likelihoods: Likelihoods)]
  private let isJSON: Bool
  private let bands: [(score: Int, bands: Bands)]
  private let bandNames: [[[UInt8]]]
  private let grades: [[UInt8]]
  private let stages: [[UInt8]]
  private let disqualified: [UInt8]
  /// For each rule what stands before its points.
  private let rules: [[UInt8]]
  private let exclusions: [[UInt8]]
  /// Whether some reason of a CSV file needs quotes.
  private let quotesReasons: Bool

  /// The columns of the result, in their order.
  let columns: [String]
  /// For each column what stands before its value.
  private let beforeValue: [[UInt8]]

  init(_ scores: Scores, _ population: Population, isJSON: Bool) {
    self.scores = scores
    leads = population.leads
    learned = scores.model.scores.enumerated().compactMap { index, score in
      score.learned.map { (index, population.likelihoods(by: $0, asOf: scores.asOf)) }
    }
    self.isJSON = isJSON
    let model = scores.model
    func ready(_ text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      if isJSON { bytes.appendJSON(text.utf8) } else { bytes.appendCSV(text) }
      return bytes
    }
    bands = model.scores.indices.compactMap { index in model.bands(of: index).map { (index, $0) } }
    bandNames = bands.map { $0.bands.bands.map { ready($0.name) } }
    grades = GradeProfile.scale.map(ready)
    stages = model.stages.map { ready($0.name) }
    disqualified = ready(ScoringModel.disqualified)
    // A reason is a text of its own in JSON, and a piece of one in CSV.
    let pieces = { (text: String) -> [UInt8] in isJSON ? Array(ready(text).dropLast()) : Array(text.utf8) }
    rules = model.allRules.map { pieces($0.name + " ") }
    exclusions = model.exclusions.map { pieces($0.name) }
    quotesReasons = !isJSON && (rules + exclusions).contains { $0.needsCSVQuotes }
    var columns = ["lead_id"] + model.scores.map(\.name) + bands.map { "\(model.scores[$0.score].name)_band" }
    if !model.matrix.isEmpty { columns.append("matrix") }
    if model.grade != nil { columns.append("grade") }
    if !model.stages.isEmpty { columns.append("stage") }
    columns.append("reasons")
    columns += learned.flatMap { model.scores[$0.score].learnedColumns }
    self.columns = columns
    beforeValue = columns.enumerated().map { index, name in
      if !isJSON { return index == 0 ? [] : Array(",".utf8) }
      return Array((index == 0 ? "{" : ",").utf8) + ready(name) + Array(":".utf8)
    }
  }

  /// Writes these leads to a file.
  func write(_ rows: [Int], to file: SafeFile, threads: Int) throws {
    if !isJSON { try file.write(Array(columns.joined(separator: ",").utf8) + [10]) }
    let piece = 1 << 13
    let batch = piece * max(1, threads)
    for start in stride(from: 0, to: rows.count, by: batch) {
      let end = min(start + batch, rows.count)
      let pieces = stride(from: start, to: end, by: piece).map { $0..<min($0 + piece, end) }
      let texts = parallel(count: pieces.count, threads: threads) { text(of: rows[pieces[$0]]) }
      for text in texts { try file.write(text) }
    }
  }

  private func text(of rows: ArraySlice<Int>) -> [UInt8] {
    let found = scores.columns(of: rows)
    let explanations = learned.map { $0.likelihoods.scorer.explanations(of: Array(rows)) }
    var text: [UInt8] = []
    text.reserveCapacity(rows.count * (isJSON ? 320 : 128))
    for (row, lead) in rows.enumerated() {
      var column = 0
      func next() {
        text.append(contentsOf: beforeValue[column])
        column += 1
      }
      func append(_ value: [UInt8]?) {
        next()
        if let value { text.append(contentsOf: value) } else if isJSON { text.append(contentsOf: "null".utf8) }
      }
      next()
      let id = leads.ids.bytes[leads.ids.range(of: UInt32(lead))]
      // A damaged byte is no JSON; CSV gives back what it was given.
      if isJSON { text.appendJSON(String(decoding: id, as: UTF8.self).utf8) } else { text.appendCSV(id) }
      for score in found.reported.indices {
        let value = found.reported[score][row]
        if value == Scores.none {
          append(nil)
        } else {
          next()
          text.appendDecimal(value)
        }
      }
      for index in bands.indices { append(band(index, row, found).map { bandNames[index][$0] }) }
      if !scores.model.matrix.isEmpty { append(matrix(row, found)) }
      let isExcluded = found.exclusions[row] != 0
      if scores.model.grade != nil { append(isExcluded ? nil : grades[Int(found.grades[row])]) }
      if !stages.isEmpty {
        let stage = found.stages[row]
        append(isExcluded ? disqualified : stage == Scores.noStage ? nil : stages[Int(stage)])
      }
      next()
      appendReasons(row, found, to: &text)
      for (index, explanations) in explanations.enumerated() {
        let has = found.reported[learned[index].score][row] != Scores.none
        append(has ? Array(LikelihoodWriter.sixDecimals(millionths: explanations[row].probability).utf8) : nil)
        next()
        appendLearnedReasons(has ? explanations[row] : nil, to: &text)
      }
      if isJSON { text.append(UInt8(ascii: "}")) }
      text.append(10)
    }
    return text
  }

  private func band(_ index: Int, _ row: Int, _ found: Scores.Columns) -> Int? {
    let value = found.reported[bands[index].score][row]
    return value == Scores.none ? nil : bands[index].bands.band(of: value)
  }

  private func matrix(_ row: Int, _ found: Scores.Columns) -> [UInt8]? {
    var label: [UInt8] = []
    for score in scores.model.matrix {
      guard let index = bands.firstIndex(where: { $0.score == score }), let band = band(index, row, found) else {
        return nil
      }
      label += Array(bands[index].bands.bands[band].name.utf8)
    }
    var ready: [UInt8] = []
    if isJSON { ready.appendJSON(label) } else { ready.appendCSV(label[...]) }
    return ready
  }

  private func appendReasons(_ row: Int, _ found: Scores.Columns, to text: inout [UInt8]) {
    if isJSON { text.append(UInt8(ascii: "[")) }
    let start = text.count
    if found.exclusions[row] != 0 {
      text.append(contentsOf: exclusions[Int(found.exclusions[row]) - 1])
      if isJSON { text.append(UInt8(ascii: "\"")) }
    } else if !found.reasons.isEmpty {
      for index in row * Scores.reasonCount..<(row + 1) * Scores.reasonCount {
        let reason = found.reasons[index]
        if reason.rule < 0 { break }
        if text.count > start { text.append(contentsOf: isJSON ? ",".utf8 : "; ".utf8) }
        text.append(contentsOf: rules[Int(reason.rule)])
        text.appendPoints(reason.worth)
        if isJSON { text.append(UInt8(ascii: "\"")) }
      }
    }
    if isJSON { text.append(UInt8(ascii: "]")) }
    if quotesReasons {
      let reasons = Array(text[start...])
      text.removeLast(reasons.count)
      text.appendCSV(reasons[...])
    }
  }
}

extension ResultWriter {
  /// What a learned score comes from; nil for a lead without it.
  private func appendLearnedReasons(_ explanation: LikelihoodExplanation?, to text: inout [UInt8]) {
    let reasons = (explanation?.strongest(Scores.reasonCount) ?? []).map(\.description)
    guard isJSON else { return text.appendCSV(reasons.joined(separator: "; ")) }
    text.append(UInt8(ascii: "["))
    for (index, reason) in reasons.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      text.appendJSON(reason.utf8)
    }
    text.append(UInt8(ascii: "]"))
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
