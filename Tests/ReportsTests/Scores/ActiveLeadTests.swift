import Leads
import Reports
import Scoring
import Testing

/// Who counts as active in the last thirty days.
@Suite struct ActiveLeadTests {
  private static let asOf = AsOf(Instant(secondsSince1970: 1_751_371_200))

  /// The figure for a lead who did this so many days ago.
  private func active(_ event: String, daysAgo: Int, ignoring: [String]) -> String? {
    let rule = Rule("Quiet", .idle(IdleRule(steps: [IdleRule.Step(days: 90, points: Points(-5))], ignoring: ignoring)))
    let model = ScoringModel(name: "M", scores: [Score("s", rules: [rule])])
    guard case .text(let names) = Column.texts([event]) else { return nil }
    let at = Self.asOf.instant.secondsSince1970 - Int64(daysAgo) * AsOf.secondsPerDay
    let population = Population(
      leads: LeadTable(ids: ["a", "b"], []),
      events: EventLog(leadCount: 2, events: [(lead: 0, event: Event(secondsSince1970: at, kind: 0))]),
      kinds: EventKinds(names: names, properties: []))
    let scores = ScoringEngine(model).scores(of: population, asOf: Self.asOf)
    let page = ScoreReport(scores: scores, population: population).html
    return page.firstMatch(of: /Active in 30 days<\/dt><dd class="number"><bdi>(\d+)</).map { String($0.output.1) }
  }

  @Test(arguments: [(0, "1"), (29, "1"), (30, "0")]) func thirtyDaysAreCounted(daysAgo: Int, expected: String) {
    #expect(active("page_view", daysAgo: daysAgo, ignoring: []) == expected)
  }

  @Test func whatWeDidOurselvesIsNoActivity() {
    #expect(active(" Email_Sent", daysAgo: 1, ignoring: ["email_sent"]) == "0")
    #expect(active("page_view", daysAgo: 1, ignoring: ["email_sent"]) == "1")
  }
}
