import Leads
import Testing

@testable import Learning

/// Lines for a number of calls a week, and what lines do on other leads.
@Suite struct LineTests {
  private static func instants(_ days: [Int]) -> [Int64] { days.map { Int64($0) * 86_400 } }
  private static let asOf = AsOf(Instant(secondsSince1970: 1000 * 86_400))

  @Test func leadsPerWeekAreThoseOfTheNewestQuarter() throws {
    // One a day for 200 days, then three a day for the last 91: 21 a week.
    let days = Array(700..<900) + (900..<991).flatMap { [$0, $0, $0] }
    let perWeek = try #require(WeeklyCapacity.leadsPerWeek(Self.instants(days), asOf: Self.asOf))
    #expect(abs(perWeek - 21) < 0.5, "\(perWeek)")
  }

  @Test func aWeekHasToBeSpanned() {
    #expect(WeeklyCapacity.leadsPerWeek(Self.instants([900, 903, 906]), asOf: Self.asOf) == nil)
    #expect(WeeklyCapacity.leadsPerWeek(Self.instants([900, 903, 907]), asOf: Self.asOf) == 2)
    // What lies after the moment, or is not known, does not count.
    #expect(WeeklyCapacity.leadsPerWeek(Self.instants([900, 1001]), asOf: Self.asOf) == nil)
    #expect(WeeklyCapacity.leadsPerWeek([Column.missingInstant, 0], asOf: Self.asOf) == nil)
  }

  /// Ten leads by falling probability, of which the best six and one more were won; 50 come in a week.
  @Test func capacityDrawsTheLineAtWhatCanBeCalled() throws {
    let p = (0..<10).map { 0.95 - 0.1 * Double($0) }
    let outcomes = [true, true, true, false, true, false, true, false, false, false]
    let evaluation = try #require(
      Evaluation(p, outcomes, resamples: 5, capacity: WeeklyCapacity(calls: 20, leads: 50)))
    let line = try #require(evaluation.advice.last)
    #expect(line.purpose == "20 calls a week")
    // 20 of 50 are the best 4 of 10: 3 of them won, of 5 in all.
    #expect(abs(line.share - 0.4) < 1e-12 && abs(line.conversion - 0.75) < 1e-12 && abs(line.capture - 0.6) < 1e-12)
    #expect(abs((line.probability ?? 0) - 0.65) < 1e-12)
    let everybody = try #require(Evaluation(p, outcomes, resamples: 5, capacity: WeeklyCapacity(calls: 51, leads: 50)))
    #expect(everybody.advice.last?.share == 1)
    #expect(Evaluation(p, outcomes, resamples: 5)?.advice.count == evaluation.advice.count - 1)
  }

  @Test func linesAreHeldToOtherLeads() throws {
    let advice = Advice(
      purpose: "80 % conversion", probability: 0.6, share: 0.3, conversion: 0.8, capture: 0.5, explanation: "")
    let line = try #require(DrawnLine(advice, [0.9, 0.6, 0.59, 0.1], [true, false, true, false]))
    #expect(line.count == 2 && line.won == 1 && line.share == 0.5 && line.capture == 0.5)
    // Wilson's interval of 1 of 2, by statsmodels: 0.0945 to 0.9055.
    let conversion = try #require(line.conversion)
    #expect(conversion.value == 0.5 && abs(conversion.low - 0.0945) < 1e-4 && abs(conversion.high - 0.9055) < 1e-4)
    let none = try #require(DrawnLine(advice, [0.1, 0.2], [true, false]))
    #expect(none.count == 0 && none.conversion == nil)
    #expect(DrawnLine(Advice(purpose: "", probability: nil, explanation: ""), [0.1], [true]) == nil)
  }
}
