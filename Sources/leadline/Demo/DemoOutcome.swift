import Statistics

/// How it ended with a lead, by three months after the last event; some are open even then.
///
/// Customers bought before the last day. What became of everybody else is decided after it, so that a score as of that
/// day can be held against the truth without having seen it.
struct DemoOutcome {
  let isWon: Bool
  /// Days since 1970.
  let closedDay: Int
  /// Dollars a year; nil if nothing was sold.
  let amount: Int?

  /// nil if the lead is still open.
  init?(of lead: DemoLead, evaluatedDaysAgo: Int?, number: Int, seed: UInt64) {
    var chance = SplitMix64(seed: seed, stream: "outcome", number: number)
    let today = DemoCalendar.asOfDay - 1
    let amount = max(600, lead.company.size * chance.number(36...72) / 10 * 10)
    // A lead of middling fit (50) buys as often as its story says, the best nearly twice as often, the worst hardly
    // ever.
    isWon = chance.happens(lead.story.salesPerMille * (16 + lead.fit * 168 / 100) / 100) || lead.story == .customer
    if isWon {
      let days = chance.number(8...45)
      closedDay = lead.story == .customer ? today - evaluatedDaysAgo! + days : today + 1 + days * 2
      self.amount = amount
      return
    }
    // Sales gives up on who does not answer: on some months ago, on others this summer.
    let patience = (evaluatedDaysAgo ?? lead.daysKnown) - chance.number(45...150)
    if patience <= 0, chance.happens(350) { return nil }
    closedDay = patience > 0 ? today - patience : today + 1 + chance.below(90)
    self.amount = nil
  }
}
