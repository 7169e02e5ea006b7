import Scoring

/// How many of the leads really became customers: of those that are above the line, come and go, and of each stage.
struct CloseRates: Sendable {
  let sentence: String
  let groups: [Group]

  struct Group: Sendable {
    let name: String
    let rows: [Row]
  }

  struct Row: Sendable {
    let set: String
    let known: String
    let rate: String
    let ends: String
    let interval: Interval?
  }

  /// Nil if no outcome is known.
  init?(_ comparison: ModelComparison, _ names: StageNames) {
    var sets: [(name: String, rates: [(String, CloseRate)])] = []
    if let line = comparison.line {
      sets.append(
        (
          "Above the line: " + StageNames.line(comparison, line.stage),
          Self.rates(line.beforeRate, line.afterRate, line.enteredRate, line.leftRate)
        ))
    }
    for (index, stage) in comparison.stages.enumerated() where stage.entered + stage.left > 0 {
      // The line at the first stage is that stage.
      if index == 0, comparison.line?.stage == stage.name { continue }
      sets.append((names[index], Self.rates(stage.beforeRate, stage.afterRate, stage.enteredRate, stage.leftRate)))
    }
    let known = sets.flatMap(\.rates).map(\.1).filter { $0.known > 0 }
    if known.isEmpty { return nil }
    let highest = known.compactMap { $0.interval?.upperBound }.max() ?? 1
    groups = sets.map { name, rates in
      Group(
        name: name,
        rows: rates.map { set, rate in
          Row(
            set: set, known: Figures.count(rate.known), rate: Figures.percent(rate.won, of: rate.known),
            ends: rate.interval.map { Self.text($0) } ?? "", interval: Interval(rate, highest: highest))
        })
    }
    sentence =
      Self.verdict(comparison.line)
      + " The dot is the close rate; the bar is where it may lie if chance is allowed for (95\u{A0}%)."
  }

  private static func rates(
    _ before: CloseRate, _ after: CloseRate, _ entered: CloseRate, _ left: CloseRate
  ) -> [(String, CloseRate)] {
    [("in it before", before), ("in it after", after), ("those who enter", entered), ("those who leave", left)]
  }

  private static func text(_ interval: ClosedRange<Double>) -> String {
    "\(Figures.decimal(interval.lowerBound * 100, places: 0))–\(Figures.decimal(interval.upperBound * 100, places: 0))\u{A0}%"
  }

  /// Whether those who come are better than those who go, as far as the numbers can tell.
  private static func verdict(_ line: ModelComparison.Line?) -> String {
    guard let line, let come = line.enteredRate.interval, let go = line.leftRate.interval else {
      return "How many of the leads whose outcome is known became customers."
    }
    if come.lowerBound > go.upperBound { return "The leads that come closed clearly more often than those that go." }
    if come.upperBound < go.lowerBound { return "The leads that come closed clearly less often than those that go." }
    return "Whether those who come close more often than those who go, these numbers cannot tell."
  }
}
