import ArgumentParser
import Leads

/// Which leads became customers, from a column of the leads.
struct OutcomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The column that says whether a lead became a customer: yes or no, 1 or 0, won or lost.", valueName: "column"))
  var outcome: String?

  @Option(help: ArgumentHelp("A value of that column that means won; may be given several times.", valueName: "value"))
  var won: [String] = []

  mutating func validate() throws {
    if outcome == nil, !won.isEmpty { throw ValidationError("--won needs --outcome COLUMN.") }
  }

  /// The column to keep when leads are read.
  var wanted: [Attribute] { outcome.map { [Attribute($0, .text)] } ?? [] }

  /// For each lead 0 for not known, 1 for lost, 2 for won; nil if no column was named.
  func values(of leads: LeadTable) throws -> [UInt8]? {
    guard let outcome else { return nil }
    guard let column = leads.column(outcome) else {
      throw InputProblem(
        message: "--outcome \(outcome): the leads have no such column",
        hint: nearest(to: outcome, among: leads.attributes.map(\.name)).map { "did you mean \"\($0)\"?" })
    }
    if !won.isEmpty, column.type != .text {
      throw InputProblem(
        message: "--won: the model reads \(outcome) as \(column.type.withArticle), so it has no such values",
        hint: "leave --won out")
    }
    let values: [UInt8]
    switch column {
    case .flag(let flags): values = flags
    case .number(let numbers): values = numbers.map { $0 == 1 ? 2 : $0 == 0 ? 1 : 0 }
    case .instant(let instants): values = instants.map { $0 == Column.missingInstant ? 1 : 2 }
    case .text(let text):
      let meanings = (0..<UInt32(text.pool.count)).map { code in
        text.isMissing[Int(code)] ? 0 : meaning(of: text.pool.text(code))
      }
      values = text.codes.map { meanings[Int($0)] }
    }
    guard values.contains(2) else {
      throw InputProblem(
        message: "--outcome \(outcome): no lead of it is won",
        hint: "say which value means won: --won VALUE")
    }
    return values
  }

  private static let wonWords = ["won", "closed won", "closed-won", "closedwon", "converted", "customer", "gewonnen"]
  private static let lostWords = [
    "lost", "closed lost", "closed-lost", "closedlost", "not converted", "disqualified", "unqualified", "verloren",
  ]

  /// 0 for not known, which an open deal is too; 1 for lost, 2 for won.
  private func meaning(of text: String) -> UInt8 {
    let folded = text.foldedUTF8
    func isAmong(_ words: [String]) -> Bool { words.contains { $0.foldedUTF8 == folded } }
    if !won.isEmpty { return isAmong(won) ? 2 : 1 }
    if let flag = Bool(cell: text) { return flag ? 2 : 1 }
    return isAmong(Self.wonWords) ? 2 : isAmong(Self.lostWords) ? 1 : 0
  }
}
