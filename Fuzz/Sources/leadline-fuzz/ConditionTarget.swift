import Conditions
import Leads

/// Parses a condition; if it is one: prints it, parses that, and evaluates both ways.
struct ConditionTarget: Target {
  static let words = ConditionGrammar.words

  private let grammar = ConditionGrammar()
  private let asOf = AsOf(Instant(secondsSince1970: 1_751_328_000))
  private let samples = SampleColumns()
  private let vocabularies = [
    Condition.Vocabulary(lists: ["partners": ["Acme", "Globex"]]),
    Condition.Vocabulary(
      lists: ["partners": ["Acme"]],
      attributes: [
        "email": .text, "company_size": .number, "created_at": .instant, "opted_in": .flag, "country": .text,
        "total": .number,
      ], noun: "score"),
  ]

  /// Each line of a file is a seed.
  static func seeds(in file: [UInt8]) -> [[UInt8]] { file.split(separator: 10).map(Array.init) }

  func valid(_ random: inout SeededGenerator) -> [UInt8] { Array(grammar.condition(&random).utf8) }

  mutating func accepts(_ input: [UInt8]) throws -> Bool {
    let text = String(decoding: input, as: UTF8.self)
    var isAccepted = false
    for vocabulary in vocabularies {
      do {
        let condition = try Condition.parsed(text, vocabulary)
        isAccepted = true
        try checkPrinting(condition, vocabulary)
        try checkEvaluation(condition)
      } catch let issue as ConditionIssue {
        let length = text.unicodeScalars.count
        guard 0...length ~= issue.offset, !issue.message.isEmpty else {
          throw Finding("the issue's place \(issue.offset) is outside of the text of \(length) scalars")
        }
      }
    }
    return isAccepted
  }

  private func checkPrinting(_ condition: Condition, _ vocabulary: Condition.Vocabulary) throws {
    let printed = condition.description
    // Lists are printed in full, and may make it too long to be read again.
    if printed.utf8.count > 9000 { return }
    do {
      let again = try Condition.parsed(printed, vocabulary)
      if again != condition { throw Finding("it reads back as another condition: \(printed) -> \(again)") }
    } catch let issue as ConditionIssue {
      throw Finding("what it prints cannot be read: \(printed): \(issue.message)")
    }
  }

  /// By columns and one lead at a time the same holds.
  private func checkEvaluation(_ condition: Condition) throws {
    var types: [String: AttributeType] = [:]
    var isConsistent = true
    condition.visitOperands { operand in
      guard let type = operand.type else { return }
      if types.updateValue(type, forKey: operand.attribute).map({ $0 != type }) == true { isConsistent = false }
    }
    // An attribute of two types is refused by the model reader.
    guard isConsistent else { return }
    let column = { (name: String) in samples.column(name, types[name] ?? .text) }
    let program = ConditionProgram([condition], asOf: asOf) { name in
      Classes(of: column(name), name: name, conditions: [condition], asOf: asOf)
    }
    let classes = program.columns.indices.map { index -> [UInt32] in
      var found = [UInt32](repeating: 0, count: SampleColumns.rows)
      ClassFinder(column(program.columns[index]), program.classes[index]).find(0..<SampleColumns.rows, into: &found)
      return found
    }
    let truths = program.truths(of: program.nodes[0], rows: SampleColumns.rows, classes: classes) {
      column($1).value($0)
    }
    for row in 0..<SampleColumns.rows {
      let holds = condition.holds(asOf: asOf) { column($0).value(row) }
      guard holds == (truths[row] == 1) else {
        let values = program.columns.map { "\($0) = \(column($0).value(row))" }
        throw Finding("one lead at a time it is \(holds), by columns it is not, for \(values.joined(separator: ", "))")
      }
    }
  }
}

/// A few values of each type, in another order for each name.
struct SampleColumns {
  static let rows = 20

  private let columns: [AttributeType: [Column]]

  init() {
    let texts = [
      "", "US", "vp", "VP ", "c-level", "é", "É", "ß", "İstanbul", "head of sales", "a", "it's", "2025-07-01",
      "x@y.com", "a@b@Y.COM", "😀",
      "N/A", "Acme", "ceo, founder", "aaaaaaaaaaaaaaaaaaaaaaaab",
    ]
    let numbers: [Double] = [
      .nan, 0, -0.0, 1, -1, 0.5, 1000, 1000.5, 1e7, 1e9, 9_007_199_254_740_992, -1e308, 1.7976931348623157e308, 2, 3, 4,
      5, 49, 50, 199,
    ]
    let steps: [Int64] = [1, 86_400, 2_592_000]
    var instants = (0..<20).map { (index: Int) -> Int64 in 1_751_328_000 + Int64(index - 10) * steps[index % 3] }
    instants[0] = Column.missingInstant
    var columns: [AttributeType: [Column]] = [:]
    for shift in 0..<7 {
      func rotated<T>(_ values: [T]) -> [T] { (0..<Self.rows).map { values[($0 * 3 + shift) % values.count] } }
      var pool = TextPool()
      let codes = rotated(texts).map { text in
        let bytes = Array(text.utf8)
        return pool.code(of: bytes.span)
      }
      columns[.text, default: []].append(.text(TextColumn(codes: codes, pool: pool, placeholders: .usual)))
      columns[.number, default: []].append(.number(rotated(numbers)))
      columns[.flag, default: []].append(.flag(rotated([0, 1, 2])))
      columns[.instant, default: []].append(.instant(rotated(instants)))
      // Of which only the presence matters.
      columns[.any, default: []].append(.flag(rotated(instants).map { $0 == Column.missingInstant ? 0 : 2 }))
    }
    self.columns = columns
  }

  /// The column of an attribute.
  func column(_ name: String, _ type: AttributeType) -> Column {
    let all = columns[type] ?? []
    return all[name.utf8.reduce(0) { $0 + Int($1) } % all.count]
  }
}
