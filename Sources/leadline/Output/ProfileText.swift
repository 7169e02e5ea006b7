import Foundation
import Leads
import Profiling

/// A profile for people at a terminal: what the file is, what a colleague would say about it, and a table of its columns.
struct ProfileText {
  private let profile: Profile
  private let path: String
  private let width: Int

  /// - Parameter width: columns of the terminal.
  init(_ profile: Profile, path: String, width: Int = Terminal.width) {
    self.profile = profile
    self.path = path
    self.width = width
  }

  func write() throws {
    for line in lines() { try Terminal.write(line) }
  }

  /// The text, line by line.
  func lines() -> [String] { summary() + findings() + columns() }

  // MARK: Summary

  private func summary() -> [String] {
    let summary = profile.summary
    let name = (path as NSString).lastPathComponent
    let noun = summary.rowCount == 1 ? String(summary.subject.rawValue.dropLast()) : summary.subject.rawValue
    let columns = summary.columnCount == 1 ? "1 column" : "\(summary.columnCount.formatted()) columns"
    let ids = summary.idColumn.map { ", ids in \"\($0)\"" } ?? ""
    var lines = paragraph(
      "\(name): \(summary.rowCount.formatted()) \(noun) in \(columns)\(ids); \(verdict)", indent: 2, first: "")
    if lines[0].hasPrefix(name) { lines[0] = Terminal.styled(name, .bold) + lines[0].dropFirst(name.count) }
    let recognised = summary.recognised.map { column in
      ColumnNames.key(column.column) == ColumnNames.key(column.attribute)
        ? column.attribute : "\(column.attribute) (\(column.column))"
    }
    if !recognised.isEmpty { lines += paragraph("Known to Leadline: " + recognised.joined(separator: ", "), indent: 2) }
    let derived = Self.derived(summary)
    if !derived.isEmpty { lines += paragraph("Can be worked out: " + derived.joined(separator: "; "), indent: 2) }
    if !summary.outcomes.isEmpty {
      lines += paragraph("May say how it ended: " + summary.outcomes.joined(separator: ", "), indent: 2)
    }
    if !summary.templates.isEmpty {
      let hints = summary.templates.map { "\($0.name) (\($0.columns.prefix(4).joined(separator: ", ")))" }
      lines += paragraph(
        "Templates to begin with (leadline template show NAME): " + hints.joined(separator: "; "), indent: 2)
    }
    return lines
  }

  /// What can be worked out from the attributes; those from which the same can be are together.
  private static func derived(_ summary: FileSummary) -> [String] {
    var order: [[String]] = []
    var sources: [[String]: [String]] = [:]
    for column in summary.recognised where !column.derived.isEmpty {
      let functions = column.derived.map { String($0.prefix { $0 != "(" }) }
      if sources[functions] == nil { order.append(functions) }
      sources[functions, default: []].append(column.attribute)
    }
    return order.map { "\($0.joined(separator: ", ")) of \((sources[$0] ?? []).joined(separator: " or "))" }
  }

  private var verdict: String {
    let parts = Severity.allCases.compactMap { severity -> String? in
      let count = profile.findings.count { $0.severity == severity }
      switch severity {
      case _ where count == 0: return nil
      case .serious: return "\(count) serious"
      case .doubtful: return "\(count) worth a look"
      case .note: return count == 1 ? "1 note" : "\(count) notes"
      }
    }
    return parts.isEmpty ? "nothing to say against it" : "findings: " + parts.joined(separator: ", ")
  }

  // MARK: Findings

  private func findings() -> [String] {
    Severity.allCases.flatMap { severity -> [String] in
      let found = profile.findings.filter { $0.severity == severity }
      if found.isEmpty { return [] }
      let (title, style): (String, Terminal.Style) =
        switch severity {
        case .serious: ("To put right first", .red)
        case .doubtful: ("Worth a look", .yellow)
        case .note: ("Good to know", .cyan)
        }
      // The same advice is given once.
      var given: Set<String> = []
      return ["", Terminal.styled(title, .bold, style)]
        + found.flatMap { lines(of: $0, withAdvice: given.insert($0.advice).inserted) }
    }
  }

  private func lines(of finding: Finding, withAdvice: Bool) -> [String] {
    var remarks = withAdvice ? [finding.advice] : []
    if !finding.examples.isEmpty {
      let lines = Set(finding.examples.map(\.line)).sorted().map { $0.formatted() }
      remarks.append(lines.count == 1 ? "See line \(lines[0])." : "See lines \(lines.joined(separator: ", ")).")
    }
    let sentence = paragraph(finding.sentence, indent: 4, first: "  - ")
    if remarks.isEmpty { return sentence }
    return sentence
      + paragraph(remarks.joined(separator: " "), indent: 4).map { Terminal.styled($0, .dim) }
  }

  /// A text broken between words. Long lines are hard to read, so it is never wider than 100 columns.
  ///
  /// - Parameter first: what the first line begins with, where that is not the indent.
  private func paragraph(_ text: String, indent: Int, first: String? = nil) -> [String] {
    let limit = min(width, 100)
    var lines: [String] = []
    var line = first ?? String(repeating: " ", count: indent)
    var columns = line.columns
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let length = String(word).columns
      if !isEmpty, columns + 1 + length > limit {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        columns = indent
        isEmpty = true
      }
      if !isEmpty {
        line += " "
        columns += 1
      }
      line += word
      columns += length
      isEmpty = false
    }
    return lines + [line]
  }

  // MARK: Columns

  private func columns() -> [String] {
    let names = profile.columns.map { $0.name.isEmpty ? "(column \($0.position))" : $0.name }
    let nameWidth = min(max(16, width * 3 / 10), max(6, names.map(\.columns).max() ?? 6))
    let types = profile.columns.map(Self.type)
    let typeWidth = max(4, types.map(\.columns).max() ?? 4)
    let distinct = profile.columns.map { $0.distinct.formatted() }
    let distinctWidth = max(8, distinct.map(\.columns).max() ?? 8)
    let rest = max(10, width - nameWidth - typeWidth - distinctWidth - 6 - 10)
    func row(_ name: String, _ type: String, _ filled: String, _ distinct: String, _ values: String) -> String {
      let cells = [
        name.fitted(to: nameWidth), type.fitted(to: typeWidth), filled.fitted(to: 6, alignedRight: true),
        distinct.fitted(to: distinctWidth, alignedRight: true),
        values.columns > rest ? values.fitted(to: rest) : values,
      ]
      return "  " + cells.joined(separator: "  ")
    }
    return ["", Terminal.styled(row("column", "type", "filled", "distinct", "range or most frequent values"), .dim)]
      + profile.columns.indices.map { index in
        let column = profile.columns[index]
        return row(
          names[index], types[index], Self.percent(column.filled, of: profile.summary.rowCount), distinct[index],
          values(column))
      }
  }

  /// The type, and how many of the values fit if not all do.
  private static func type(_ column: ColumnProfile) -> String {
    column.fit >= 0.9995 || column.type == .empty
      ? column.type.rawValue : "\(column.type.rawValue), \(percent(Int(column.fit * 1000), of: 1000))"
  }

  /// A whole percentage, which is 100 only for all, and 0 only for none.
  private static func percent(_ part: Int, of whole: Int) -> String {
    if part == 0 || whole == 0 { return "0 %" }
    if part == whole { return "100 %" }
    let percent = Int((Double(part) / Double(whole) * 100).rounded())
    return percent == 0 ? "<1 %" : percent == 100 ? ">99 %" : "\(percent) %"
  }

  private func values(_ column: ColumnProfile) -> String {
    if let spread = column.numbers {
      return
        "\(Self.number(spread.least)) to \(Self.number(spread.greatest)), half \(Self.number(spread.p25)) to \(Self.number(spread.p75))"
    }
    if let spread = column.instants {
      return
        "\(spread.least.description.prefix(10)) to \(spread.greatest.description.prefix(10)), median \(spread.median.description.prefix(10))"
    }
    if column.filled > 0, column.distinct * 2 > column.filled, column.distinct > 10 {
      return "such as " + column.top.prefix(2).map { Self.clean($0.text) }.joined(separator: ", ")
    }
    return column.top.prefix(6).map { value in
      "\(Self.clean(value.text)) \(Self.percent(value.count, of: profile.summary.rowCount))"
    }.joined(separator: ", ")
  }

  private static func number(_ value: Double) -> String {
    value.formatted(
      .number.precision(.significantDigits(1...6)).locale(Locale(identifier: "en_US")).grouping(.automatic))
  }

  /// A value on one line.
  private static func clean(_ text: String) -> String {
    let inner = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return inner.columns > 32 ? inner.fitted(to: 32) : inner
  }
}
