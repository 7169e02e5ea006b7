import Leads
import TestSupport
import Testing

@testable import Scoring

/// Event rules worked out by hand from section 3 of the design. As of noon on 1 July 2025, UTC, unless said otherwise.
@Suite struct EventRuleTests {
  private typealias Act = Example.Act

  private func acts(_ times: String...) -> [Act] { times.map { Act("x", $0) } }

  // MARK: Which events exist

  @Test func anEventCountsUpToTheMomentItself() throws {
    let example = try Example(rule: "on: x, points: 5")
    #expect(try example.score(after: "2025-07-01T12:00:00Z") == 5)
    #expect(try example.score(after: "2025-07-01T12:00:01Z") == 0)
    #expect(try example.score(after: "1970-01-01T00:00:00Z") == 5)
  }

  @Test func namesCompareWithoutRegardToCaseAndSpaces() throws {
    let example = try Example(rule: "on: [' Page View', y], points: 5")
    #expect(try example.score(nil, [:], [Act("PAGE VIEW ", "2025-06-01")]) == 5)
    #expect(try example.score(nil, [:], [Act("Y", "2025-06-01"), Act("z", "2025-06-01")]) == 5)
  }

  @Test func whereAsksForPropertiesAndMissingOnesFail() throws {
    let example = try Example(rule: "on: x, where: amount >= 10, points: 1")
    let found = try example.score(
      nil, [:],
      [
        Act("x", "2025-06-01", ["amount": .number(10)]), Act("x", "2025-06-01", ["amount": .number(9.99)]),
        Act("x", "2025-06-01"),
      ])
    #expect(found == 1)
  }

  // MARK: Windows and days

  @Test func withinCountsDaysOfTheCalendar() throws {
    // 30 days: ages 0 to 29, so from 2 June on.
    let example = try Example(rule: "on: x, within: 30d, points: 5")
    #expect(try example.score(after: "2025-06-02T00:00:00Z") == 5)
    #expect(try example.score(after: "2025-06-01T23:59:59Z") == 0)
  }

  @Test func withinADayMeansToday() throws {
    let example = try Example(rule: "on: x, within: 1d, points: 5")
    #expect(try example.score(after: "2025-07-01T00:00:00Z") == 5)
    #expect(try example.score(after: "2025-06-30T23:59:59Z") == 0)
  }

  @Test func daysBeginAtTheWorkspacesOffset() throws {
    // Two hours east the day begins at 22:00 UTC; eight hours west at 08:00 UTC.
    let east = try Example(rule: "on: x, within: 1d, points: 5", utcOffset: 7_200)
    #expect(try east.score(after: "2025-06-30T22:00:00Z") == 5)
    #expect(try east.score(after: "2025-06-30T21:59:59Z") == 0)
    let west = try Example(rule: "on: x, within: 1d, points: 5", utcOffset: -28_800)
    #expect(try west.score(after: "2025-07-01T08:00:00Z") == 5)
    #expect(try west.score(after: "2025-07-01T07:59:59Z") == 0)
  }

  @Test func nothingChangesBetweenTwoMidnights() throws {
    for asOf in ["2025-07-01T00:00:00Z", "2025-07-01T23:59:59Z"] {
      let example = try Example(rule: "on: x, points: 8, decay: half-life 10d", asOf: asOf)
      #expect(try example.worth(acts("2025-06-21T18:00:00Z")) == 4_000_000_000)
    }
  }

  @Test func weeksAndMonthsAreSevenAndThirtyDays() throws {
    #expect(try Example(rule: "on: x, within: 2w, points: 5").score(after: "2025-06-18T00:00:00Z") == 5)
    #expect(try Example(rule: "on: x, within: 2w, points: 5").score(after: "2025-06-17T23:00:00Z") == 0)
    #expect(try Example(rule: "on: x, within: 1mo, points: 5").score(after: "2025-06-01T23:00:00Z") == 0)
  }

  @Test func aMomentBefore1970KnowsNoEvents() throws {
    #expect(
      try Example(rule: "on: x, points: 5", asOf: "1969-12-31T23:59:59Z").score(after: "1970-01-01T00:00:00Z") == 0)
  }

  @Test func longDecaysGoOnInTheFarFuture() throws {
    // 2^(-376200 / 36500) × 10⁶ = 789.458, by Python's decimal; the table of weights has to be as long.
    let example = try Example(rule: "on: x, points: 4000, decay: half-life 36500d", asOf: "3000-01-01T00:00:00Z")
    let worth = try example.worth(acts("1970-01-01T00:00:00Z"))
    #expect(worth == 789 * 4_000_000)
  }

  // MARK: Counts

  @Test func eachAddsAllOccurrences() throws {
    let example = try Example(rule: "on: x, points: 2.5")
    #expect(try example.worth(acts("2025-07-01", "2025-07-01", "2020-01-01")) == 7_500_000_000)
  }

  @Test func eachPerDayTakesOneOfADay() throws {
    let example = try Example(rule: "on: x, count: each per day, points: 2")
    #expect(
      try example.score(nil, [:], acts("2025-06-30T00:00:00Z", "2025-06-30T23:59:59Z", "2025-07-01T00:00:00Z")) == 4)
  }

  @Test func eachPerWeekTakesOneOfSevenDaysOfAge() throws {
    // Ages 0, 6 | 7, 13 | 14.
    let example = try Example(rule: "on: x, count: each per week, points: 2")
    #expect(
      try example.score(nil, [:], acts("2025-07-01", "2025-06-25", "2025-06-24", "2025-06-18", "2025-06-17")) == 6)
  }

  @Test func ofAWeekTheNewestCounts() throws {
    let example = try Example(rule: "on: x, count: each per week, points: 8, decay: linear 8d")
    // Ages 1 and 5 are one week: 8 × 7/8.
    #expect(try example.worth(acts("2025-06-30", "2025-06-26")) == 7_000_000_000)
  }

  @Test func latestTakesTheNewestSoMany() throws {
    let example = try Example(rule: "on: x, count: latest 2, points: 8, decay: half-life 1d")
    #expect(try example.worth(acts("2025-06-28", "2025-06-30", "2025-07-01")) == 12_000_000_000)
    #expect(try example.worth(acts("2025-06-29")) == 2_000_000_000)
  }

  @Test func onceTakesTheNewest() throws {
    let example = try Example(rule: "on: x, count: once, points: -8, decay: half-life 1d")
    #expect(try example.worth(acts("2025-06-28", "2025-06-30", "2025-06-30")) == -4_000_000_000)
  }

  @Test func atLeastGivesThePointsOnceAndUndecayed() throws {
    let example = try Example(rule: "on: x, within: 7d, count: at least 3, points: 8")
    #expect(try example.score(nil, [:], acts("2025-06-25", "2025-06-25", "2025-06-25")) == 8)
    #expect(try example.score(nil, [:], acts("2025-06-25", "2025-06-25", "2025-06-24")) == 0)
    #expect(
      try example.score(nil, [:], acts("2025-06-25", "2025-06-26", "2025-06-27", "2025-06-28", "2025-06-29")) == 8)
  }

  @Test func aMillionUndecayedOccurrencesAreTheMost() throws {
    let rule = EventRule(["x"], points: Points(1))
    #expect(rule.worth(weight: 999_999 * Points.fullWeight) == 999_999_000_000_000)
    #expect(rule.worth(weight: 1_000_001 * Points.fullWeight) == 1_000_000_000_000_000)
  }

  // MARK: Doing nothing

  @Test func idleCountsFromTheNewestEventThatIsNotIgnored() throws {
    let example = try Example(rule: "idle: { 30d: -5, 60d: -10 }, ignoring: [bounce, E-Mail]")
    #expect(try example.score(after: "2025-06-02T00:00:00Z") == 0)
    #expect(try example.score(after: "2025-06-01T23:59:59Z") == -5)
    #expect(try example.score(after: "2025-05-03T00:00:00Z") == -5)
    #expect(try example.score(after: "2025-05-02T00:00:00Z") == -10)
    #expect(
      try example.score(nil, [:], [Act("x", "2025-06-01"), Act(" Bounce", "2025-07-01"), Act("e-mail", "2025-06-30")])
        == -5)
    #expect(
      try example.score(nil, [:], [Act("x", "2025-06-01"), Act("x", "2025-07-02")]) == -5,
      "an event of tomorrow is none")
  }

  @Test func withoutEventsIdleCountsFromTheBeginning() throws {
    let example = try Example(rule: "idle: { 30d: -5, 60d: -10 }")
    func created(_ text: String) throws -> [String: Value] { ["created_at": .instant(try #require(Instant(text)))] }
    #expect(try example.score(nil, created("2025-06-02")) == 0)
    #expect(try example.score(nil, created("2025-06-01")) == -5)
    #expect(try example.score(nil, created("2026-01-01")) == 0, "created tomorrow")
    #expect(try example.score(nil, created("2025-06-01"), [Act("x", "2025-06-30")]) == 0)
  }

  @Test func withoutEventsAndABeginningTheLongestStepApplies() throws {
    #expect(try Example(rule: "idle: { 60d: -10, 30d: -5 }").score() == -10)
  }

  // MARK: Decay

  @Test func weightsAreThoseOfExactArithmetic() throws {
    let rows = try ConformanceCase.all(in: "models/decay.csv")
    #expect(rows.count > 1_000)
    for (text, rows) in Dictionary(grouping: rows, by: { $0["decay"] }) {
      let example = try Example(rule: "on: x, points: 1, decay: \(text)")
      guard case .events(let rule) = example.model.scores[0].rules[0].body else {
        Issue.record("no rule of events")
        continue
      }
      let table = rule.weights(oldestAge: 40_000)
      for row in rows {
        let age = try #require(Int(row["age_in_days"]))
        let weight = try #require(Int64(row["weight"]))
        #expect(rule.decay.weight(ageInDays: age) == weight, "\(row)")
        if age <= 40_000 { #expect(table[min(age, table.count - 1)] == weight, "by the table: \(row)") }
      }
    }
  }

  @Test(arguments: [nil, 1, 2, 30, 99, 100, 101, 102, 36_500]) func tablesEndWithTheWindow(window: Int?) {
    for decay in [Decay.none, .halfLife(days: 10), .linear(days: 50), .linear(days: 500), .percent(100, everyDays: 5)] {
      let rule = EventRule(["x"], windowDays: window, decay: decay, points: Points(1))
      let table = rule.weights(oldestAge: 100)
      for age in 0...100 {
        let expected = age < window ?? .max ? decay.weight(ageInDays: age) : 0
        #expect(table[min(age, table.count - 1)] == expected, "\(decay) within \(window as Any) at \(age)")
      }
    }
  }

  @Test func decayNeverGrowsAndNeverChangesTheSign() {
    let decays = [
      Decay.none, .halfLife(days: 13), .linear(days: 29), .percent(17, everyDays: 3), .percent(100, everyDays: 1),
    ]
    for decay in decays {
      var last = Points.fullWeight
      for age in 0..<2_000 {
        let weight = decay.weight(ageInDays: age)
        #expect(0...last ~= weight, "\(decay) at \(age)")
        last = weight
      }
    }
  }
}
