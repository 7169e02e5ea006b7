import Conditions
import Leads

/// Writes tables of points as rules of a scoring model, in YAML that a marketer can edit.
///
/// What the rules add up to is what the tables add up to: each lead gets exactly the points of its bins. Rules of events
/// can only add, so that their tables are written as steps, and what everybody would get goes into one rule.
struct RuleWriter {
  /// The lines of the rules.
  private(set) var lines: [String] = []
  /// Points that everybody gets, in thousandths.
  private(set) var everybody: Int64 = 0
  private var names: Set<String> = []

  /// Adds the rules of a table. Precondition: its source has a rule.
  mutating func add(_ table: RuleTable) {
    if !table.note.isEmpty { lines.append("      # \(Self.comment(table.note))") }
    switch (table.feature.source, table.feature.bins) {
    case (.events(let selector, let measure), .cuts(let cuts)): addEvents(table, selector, measure, cuts)
    case (.flag(let name), .levels): addFlag(table, name)
    case (.text(let name), .levels(let levels, let other)): addLevels(table, name, levels, other)
    case (.number(let name), .cuts(let cuts)): addNumbers(table, by: Self.name(name), cuts, unit: "")
    case (.age(let name), .cuts(let cuts)): addNumbers(table, by: "age(\(Self.name(name)))", cuts, unit: "d")
    default: preconditionFailure("\(table.feature.name) cannot be asked for by a rule")
    }
  }

  // MARK: Attributes

  private mutating func addNumbers(_ table: RuleTable, by operand: String, _ cuts: [Double], unit: String) {
    if cuts.isEmpty, unit.isEmpty {
      // Any number: a table needs a range, and all ranges have an end.
      addTest("\(table.feature.name): known", "\(operand) >= 0 or \(operand) < 0", table, 1)
      return addTest("\(table.feature.name): missing", "\(operand) is missing", table, 0)
    }
    lines.append("      - name: \(unique(table.feature.name))")
    lines.append("        by: \(Self.yaml(operand))")
    lines.append("        points:")
    // What is still to come has no age that a model has seen.
    let start = unit.isEmpty ? "" : "0" + unit
    for code in 1..<table.points.count {
      let low = code > 1 ? Feature.plain(cuts[code - 2]) + unit : start
      let high = code <= cuts.count ? Feature.plain(cuts[code - 1]) + unit : ""
      if low == high { continue }
      let key = low.isEmpty ? "<\(high)" : high.isEmpty ? "\(low)+" : "\(low)..<\(high)"
      addEntry(Self.yaml(key), table, code)
    }
    if !unit.isEmpty, table.points[0] != 0 { lines.append("          other: \(Self.decimal(table.points[0]))") }
    addEntry("missing", table, 0)
  }

  private mutating func addLevels(_ table: RuleTable, _ name: String, _ levels: [Bins.Level], _ other: Int) {
    let codes = (1..<table.points.count).filter { $0 != other }
    // The label as people wrote it, where it is compared as the model compares it.
    let labels = codes.map { code -> String in
      let level = table.feature.bins.level(code)
      return level.map { $0.label.folded == $0.key ? $0.label : $0.key } ?? ""
    }
    let isPlain = labels.allSatisfy { label in
      !label.contains("|") && !["other", "missing"].contains(label.folded) && !Self.looksLikeNumber(label)
    }
    guard isPlain else { return addTests(table, name, codes, labels, other) }
    lines.append("      - name: \(unique(table.feature.name))")
    lines.append("        by: \(Self.yaml(Self.name(name)))")
    lines.append("        points:")
    for (code, label) in zip(codes, labels).sorted(by: { table.points[$0.0] > table.points[$1.0] }) {
      addEntry(Self.yaml(label), table, code)
    }
    addEntry("other", table, other)
    addEntry("missing", table, 0)
  }

  /// Values that a table would take for something else: a condition for each.
  private mutating func addTests(
    _ table: RuleTable, _ name: String, _ codes: [Int], _ labels: [String], _ other: Int
  ) {
    let operand = Self.name(name)
    for (code, label) in zip(codes, labels) {
      addTest("\(table.feature.name): \(label)", "\(operand) = \(Self.text(label))", table, code)
    }
    let list = labels.map(Self.text).joined(separator: ", ")
    let known = labels.isEmpty ? "\(operand) is known" : "\(operand) is known and not \(operand) in (\(list))"
    addTest("\(table.feature.name): other", known, table, other)
    addTest("\(table.feature.name): missing", "\(operand) is missing", table, 0)
  }

  private mutating func addFlag(_ table: RuleTable, _ name: String) {
    let operand = Self.name(name)
    let codes = table.points.indices.dropFirst()
    // A rare answer is not a level of its own, and has what others have.
    let other = codes.first { table.feature.bins.level($0) == nil }
    for (level, value) in [("yes", "true"), ("no", "false")] {
      guard let code = codes.first(where: { table.feature.bins.level($0)?.key == level }) ?? other else { continue }
      addTest("\(table.feature.name): \(level)", "\(operand) = \(value)", table, code)
    }
    addTest("\(table.feature.name): missing", "\(operand) is missing", table, 0)
  }

  private mutating func addTest(_ name: String, _ condition: String, _ table: RuleTable, _ code: Int) {
    if table.points[code] == 0, table.notes[code].isEmpty { return }
    let points = Self.decimal(table.points[code])
    append(
      "      - { name: \(unique(name)), when: \(Self.yaml(condition)), points: \(points) }", note: table.notes[code])
  }

  private mutating func addEntry(_ key: String, _ table: RuleTable, _ code: Int) {
    // An entry of 0 keeps its value from being another one.
    if table.points[code] == 0, table.notes[code].isEmpty, code == 0 { return }
    append("          \(key): \(Self.decimal(table.points[code]))", note: table.notes[code])
  }

  // MARK: Events

  private mutating func addEvents(
    _ table: RuleTable, _ selector: EventSelector, _ measure: EventMeasure, _ cuts: [Double]
  ) {
    switch measure {
    case .count(let days):
      // No events are below the first cut; each further bin adds what it is worth more.
      everybody += table.points[min(1, table.points.count - 1)]
      for (index, cut) in cuts.enumerated() {
        let step = table.points[index + 2] - table.points[index + 1]
        let count = Int(cut)
        let window = days.map { ", within: \($0)d" } ?? ""
        addEvent(
          "\(selector.description) \(count) or more\(days.map { " in \($0) days" } ?? "")", selector, window, count,
          step,
          table.notes[index + 2])
      }
    case .recency:
      // Never is the start; then any at all, and each nearer window adds what it is worth more.
      everybody += table.points[0]
      let last = table.points.count - 1
      addEvent("\(selector.description) ever", selector, "", 1, table.points[last] - table.points[0], table.notes[last])
      for (index, cut) in cuts.enumerated().reversed() {
        addEvent(
          "\(selector.description) in the last \(Int(cut)) days", selector, ", within: \(Int(cut))d", 1,
          table.points[index + 1] - table.points[index + 2], table.notes[index + 1])
      }
    case .activeDays, .trend: preconditionFailure("\(table.feature.name) cannot be asked for by a rule")
    }
  }

  private mutating func addEvent(
    _ name: String, _ selector: EventSelector, _ window: String, _ count: Int, _ points: Int64, _ note: String
  ) {
    if points == 0 { return }
    var condition = ""
    if let property = selector.property, let value = selector.value {
      condition = ", where: \(Self.yaml("\(Self.name(property)) = \(Self.text(value))"))"
    }
    let on = Self.yaml(selector.name ?? "")
    append(
      "      - { name: \(unique(name)), on: \(on)\(condition)\(window), count: at least \(count), points: \(Self.decimal(points)) }",
      note: note)
  }

  // MARK: Text

  private mutating func append(_ line: String, note: String) {
    lines.append(note.isEmpty ? line : "\(line)  # \(Self.comment(note))")
  }

  /// A name that no rule has yet.
  private mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !names.insert(candidate).inserted {
      candidate = "\(name) (\(number))"
      number += 1
    }
    return Self.yaml(Self.comment(candidate))
  }

  /// A text in double quotes, which reads as the text.
  static func yaml(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + (digits.count == 1 ? "0" : "") + digits
      // Ends of lines to some readers of YAML.
      case "\u{2028}": quoted += "\\L"
      case "\u{2029}": quoted += "\\P"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A text of the condition language.
  private static func text(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// An attribute as the condition language writes it.
  private static func name(_ name: String) -> String {
    // A derived attribute is a call; its source may need quotes.
    if let derived = DerivedAttribute(named: name) {
      return "\(derived.function.rawValue)(\(quoted(derived.source)))"
    }
    return quoted(name)
  }

  private static func quoted(_ name: String) -> String {
    let isPlain =
      name.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789_".unicodeScalars.contains($0))
      }
      && name.first?.isLetter == true && !Condition.keywords.contains(name.lowercased())
    return isPlain
      ? name : "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``") + "`"
  }

  static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  private static func looksLikeNumber(_ label: String) -> Bool {
    label.contains("..") || label.hasPrefix("<") || label.hasPrefix(">")
      || Double(cell: label.filter { $0 != "+" }) != nil
  }

  /// Thousandths as a decimal: `-2.5`.
  static func decimal(_ thousandths: Int64) -> String {
    let size = thousandths.magnitude
    var text = (thousandths < 0 ? "-" : "") + String(size / 1000)
    if size % 1000 != 0 {
      var digits = String(size % 1000)
      digits = String(repeating: "0", count: 3 - digits.count) + digits
      while digits.last == "0" { digits.removeLast() }
      text += "." + digits
    }
    return text
  }
}

extension Feature {
  /// A number without an exponent, as the condition language reads it.
  static func plain(_ number: Double) -> String { number.plainDescription }
}
