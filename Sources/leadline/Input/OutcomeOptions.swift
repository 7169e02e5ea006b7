import ArgumentParser
import Leads

/// Which leads became customers, from a column of the leads.
struct OutcomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The column that says whether a lead became a customer: yes or no, 1 or 0, won or lost.", valueName: "column"))
  var outcome: String?

  @Option(
    help: ArgumentHelp("A further value of that column that means won; may be given several times.", valueName: "value")
  )
  var won: [String] = []

  @Option(
    help: ArgumentHelp(
      "A further value of that column that means lost; may be given several times.", valueName: "value"))
  var lost: [String] = []

  mutating func validate() throws {
    if outcome == nil, !won.isEmpty { throw ValidationError("--won needs --outcome COLUMN.") }
    if outcome == nil, !lost.isEmpty { throw ValidationError("--lost needs --outcome COLUMN.") }
    if let both = won.first(where: { won in lost.contains { $0.foldedUTF8 == won.foldedUTF8 } }) {
      throw ValidationError("--won and --lost: \(both) cannot be both.")
    }
  }

  /// The column to keep when leads are read.
  var wanted: [Attribute] { outcome.map { [Attribute($0, .text)] } ?? [] }

  /// For each lead 0 for not known, 1 for lost, 2 for won; nil if no column was named.
  ///
  /// - Parameter columns: the columns of the file, for suggestions.
  func values(of leads: LeadTable, columns: [String]) throws -> [UInt8]? {
    guard let outcome else { return nil }
    guard let column = leads.column(outcome) else {
      throw InputProblem(
        message: "--outcome \(outcome): the leads have no such column",
        hint: nearest(to: outcome, among: columns).map { "did you mean \"\($0)\"?" })
    }
    if !(won + lost).isEmpty, column.type != .text {
      throw InputProblem(
        message:
          "\(won.isEmpty ? "--lost" : "--won"): the model reads \(outcome) as \(column.type.withArticle), so it has no such values",
        hint: "leave the option out")
    }
    let values = meanings(of: column)
    let counts = (1...2).map { meaning in values.count { $0 == meaning } }
    guard counts.allSatisfy({ $0 > 0 }) else {
      let isWon = counts[1] > 0
      throw InputProblem(
        message: "--outcome \(outcome): no lead of it is \(isWon ? "lost" : "won")",
        hint: "say which value means \(isWon ? "lost: --lost" : "won: --won") VALUE; \(Self.sample(of: column))")
    }
    let unknown = values.count - counts[0] - counts[1]
    Terminal.writeError(
      "outcomes: \(counts[1].formatted()) won, \(counts[0].formatted()) lost, \(unknown.formatted()) not ended, which count for nothing"
    )
    return values
  }

  /// For each lead 0 for not known, 1 for lost, 2 for won; nil if there is no such column. Whether some were won and some
  /// were lost does not matter.
  func meanings(_ leads: LeadTable) -> [UInt8]? { outcome.flatMap { leads.column($0) }.map(meanings) }

  private func meanings(of column: Column) -> [UInt8] {
    switch column {
    case .flag(let flags): return flags
    case .number(let numbers): return numbers.map { $0 == 1 ? 2 : $0 == 0 ? 1 : 0 }
    case .instant(let instants): return instants.map { $0 == Column.missingInstant ? 1 : 2 }
    case .text(let text):
      let meanings = (0..<UInt32(text.pool.count)).map { code in
        text.isMissing[Int(code)] ? 0 : meaning(of: text.pool.text(code))
      }
      return text.codes.map { meanings[Int($0)] }
    }
  }

  /// The most frequent values, so that one can be chosen.
  private static func sample(of column: Column) -> String {
    guard case .text(let text) = column else { return "it has yes and no" }
    var uses: [UInt32: Int] = [:]
    for code in text.codes where !text.isMissing[Int(code)] { uses[code, default: 0] += 1 }
    let most = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6)
    return most.isEmpty
      ? "it is empty" : "it has: " + most.map { text.pool.text($0.key).cleaned }.joined(separator: ", ")
  }

  private static let wonWords = ["won", "closed won", "closed-won", "closedwon", "converted", "customer", "gewonnen"]
  private static let lostWords = [
    "lost", "closed lost", "closed-lost", "closedlost", "not converted", "disqualified", "unqualified", "verloren",
  ]

  /// 0 for not known, which an open deal is too; 1 for lost, 2 for won. What the user says goes before the usual words.
  private func meaning(of text: String) -> UInt8 {
    let folded = text.foldedUTF8
    func isAmong(_ words: [String]) -> Bool { words.contains { $0.foldedUTF8 == folded } }
    if isAmong(won) { return 2 }
    if isAmong(lost) { return 1 }
    if let flag = Bool(cell: text) { return flag ? 2 : 1 }
    return isAmong(Self.wonWords) ? 2 : isAmong(Self.lostWords) ? 1 : 0
  }
}
