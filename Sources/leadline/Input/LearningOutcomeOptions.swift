import ArgumentParser
import Conditions
import Leads

/// What is learned: which leads were won.
struct LearningOutcomeOptions: ParsableArguments {
  @Option(
    name: .customLong("outcome"),
    help: ArgumentHelp(
      "A column that says whether a lead was won (yes or no, won or lost), or the name of an event that means won.",
      valueName: "column or event"))
  var name: String

  @Option(
    help: ArgumentHelp("A further value of that column that means won; may be given several times.", valueName: "value")
  )
  var won: [String] = []

  @Option(
    help: ArgumentHelp(
      "A further value of that column that means lost; may be given several times.", valueName: "value"))
  var lost: [String] = []

  @Option(
    help: ArgumentHelp(
      "With an event as outcome: how soon it has to happen to count, such as 90d. Leads are looked at once in each such period.",
      valueName: "days"))
  var horizon = "90d"

  @Option(
    help: ArgumentHelp(
      "The column that says when the outcome was known: what happens from then on is not learned from.",
      valueName: "column"))
  var closedAt: String?

  /// The horizon in days.
  var horizonDays: Int { Condition.days(in: horizon) ?? 0 }

  mutating func validate() throws {
    guard let days = Condition.days(in: horizon), (1...3650).contains(days) else {
      throw ValidationError("--horizon \(horizon): expected a time such as 90d or 12w.")
    }
    if let both = won.first(where: { won in lost.contains { $0.foldedUTF8 == won.foldedUTF8 } }) {
      throw ValidationError("--won and --lost: \(both) cannot be both.")
    }
  }
}
