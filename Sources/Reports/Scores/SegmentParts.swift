import Leads

/// Splits leads by the values of a column. One pass over the codes; texts are compared once each.
enum SegmentParts {
  /// The parts, the largest first, numbers by size; those of whom nothing is known last. Nil for moments, and for
  /// texts that are different for nearly everybody.
  static func parts(of column: Column, _ leads: ScoredLeads, good: [Bool]) -> [Segments.Part]? {
    switch column {
    case .text(let texts): byText(texts, leads, good)
    case .flag(let values):
      parts(leads, good, names: ["yes", "no"], bySize: true) { values[$0] == 2 ? 0 : values[$0] == 1 ? 1 : nil }
    case .number(let values): byNumber(values, leads, good)
    case .instant: nil
    }
  }

  /// Spellings that differ by case or spaces alone are one value, called by the most frequent of them.
  private static func byText(_ column: TextColumn, _ leads: ScoredLeads, _ good: [Bool]) -> [Segments.Part]? {
    var counts = Array(repeating: 0, count: column.pool.count)
    for row in leads.rows { counts[Int(column.codes[row])] += 1 }
    let used = counts.indices.filter { counts[$0] > 0 && !column.isMissing[$0] }
    if used.count > max(50, leads.rows.count / 4) { return nil }
    var parts = Array(repeating: -1, count: column.pool.count)
    var byFolded: [[UInt8]: Int] = [:]
    var names: [String] = []
    for code in used.sorted(by: { (counts[$1], $0) < (counts[$0], $1) }) {
      let text = column.pool.text(UInt32(code)).shortened(to: 4096)
      let folded = text.foldedUTF8
      if let known = byFolded[folded] {
        parts[code] = known
      } else {
        byFolded[folded] = names.count
        parts[code] = names.count
        names.append(text.shortened(to: 60))
      }
    }
    let found = parts
    return Self.parts(leads, good, names: names, bySize: false) { row in
      let part = found[Int(column.codes[row])]
      return part < 0 ? nil : part
    }
  }

  /// Few different numbers each for itself, more in five parts of about as many leads, or by the steps in which the
  /// sizes of companies are usually counted.
  private static func byNumber(_ values: [Double], _ leads: ScoredLeads, _ good: [Bool]) -> [Segments.Part]? {
    let sorted = leads.rows.map { values[$0] }.filter { !$0.isNaN }.sorted()
    guard let lowest = sorted.first, let highest = sorted.last else { return nil }
    var distinct: [Double] = []
    for value in sorted where distinct.last != value {
      distinct.append(value)
      if distinct.count > 8 { break }
    }
    var starts = distinct
    if distinct.count > 8 {
      let isSkewed = lowest >= 0 && highest > 20 * max(1, sorted[sorted.count / 2])
      let edges =
        isSkewed
        ? [0, 1, 10, 50, 200, 1000, 5000, 20_000, 100_000, 1_000_000].filter { $0 <= highest }
        : (0..<5).map { sorted[sorted.count * $0 / 5] }
      starts = edges.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
      if isSkewed { while starts.count > 1, starts[1] <= lowest { starts.removeFirst() } }
    }
    let isWhole = sorted.allSatisfy { $0 == $0.rounded() && abs($0) < 1e15 }
    let names = starts.indices.map { index in
      if distinct.count <= 8 { return Figures.number(starts[index]) }
      guard index + 1 < starts.count else { return "\(Figures.number(starts[index])) and more" }
      if !isWhole { return "\(Figures.number(starts[index])) to below \(Figures.number(starts[index + 1]))" }
      let end = starts[index + 1] - 1
      return end == starts[index] ? Figures.number(end) : "\(Figures.number(starts[index])) to \(Figures.number(end))"
    }
    let found = starts
    return parts(leads, good, names: names, bySize: true) { row in
      values[row].isNaN ? nil : max(0, (found.firstIndex { $0 > values[row] } ?? found.count) - 1)
    }
  }

  private static func parts(
    _ leads: ScoredLeads, _ good: [Bool], names: [String], bySize: Bool, _ part: (Int) -> Int?
  ) -> [Segments.Part] {
    var parts = names.map { Segments.Part(name: $0) }
    var unknown = Segments.Part(name: "not known", isRest: true)
    func count(_ part: inout Segments.Part, _ index: Int) {
      part.count += 1
      if good[index] { part.good += 1 }
      if let ranking = leads.ranking, let score = leads.scores.score(ranking, of: leads.rows[index]) {
        part.values.append(score)
      }
    }
    for (index, row) in leads.rows.enumerated() {
      if let position = part(row) { count(&parts[position], index) } else { count(&unknown, index) }
    }
    parts.removeAll { $0.count == 0 }
    if !bySize {
      parts = parts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }
    return unknown.count > 0 ? parts + [unknown] : parts
  }
}
