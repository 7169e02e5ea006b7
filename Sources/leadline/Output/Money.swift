import Foundation
import Learning
import Leads

/// Amounts of money, in whatever currency they were given in.
enum Money {
  /// For people: whole amounts with groups, `1,234,500`; below 100 with two decimals.
  static func text(_ amount: Double) -> String {
    let places = abs(amount) < 100 && amount != amount.rounded() ? 2 : 0
    return amount.formatted(
      .number.precision(.fractionLength(places)).locale(Locale(identifier: "en_US")).grouping(.automatic))
  }

  /// For programs: two decimals, no groups.
  static func cell(_ amount: Double) -> String { CardText.decimals(amount, 2) }
}

/// What is known of past deals besides their outcomes, for the terminal.
struct HistoryText {
  private let history: DealHistory

  init(_ history: DealHistory) { self.history = history }

  func write() throws {
    guard history.wonDays != nil || history.wonValues != nil else { return }
    try Terminal.write("\n" + Terminal.styled("Past deals", .bold) + " (for forecasts by leadline score --value)")
    if let days = history.wonDays {
      let origin = history.origin == .creation ? "after the lead was created" : "after the moment of looking"
      try Terminal.write(
        "  half of the won deals were won within \(days.quantile(0.5)) days \(origin), nine of ten within \(days.quantile(0.9)) (from \(days.count.formatted()))"
      )
    }
    if let days = history.lostDays {
      try Terminal.write(
        "  half of the lost ones were lost within \(days.quantile(0.5)) days, nine of ten within \(days.quantile(0.9)) (from \(days.count.formatted()))"
      )
    }
    if let values = history.wonValues {
      let without = values.without == 0 ? "" : "; \(values.without.formatted()) won deals have no value"
      try Terminal.write(
        "  a won deal brings \(Money.text(values.mean)) on average (\(values.column), \(values.count.formatted()) deals)\(without)"
      )
    }
  }
}
