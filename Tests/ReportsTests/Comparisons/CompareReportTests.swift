import Leads
import Scoring
import Testing

@testable import Reports

@Suite struct CompareReportTests {
  /// Forty leads with the number 0 to 39, one a day; the later half of them won.
  private static func comparison(
    _ old: String, _ new: String, line: String? = nil, outcomes: [UInt8]? = nil, hasDates: Bool = true
  ) throws -> (ModelComparison, LeadTable) {
    let asOf = AsOf(try #require(Instant("2026-07-01T12:00:00Z")))
    var columns: [(String, Column)] = [("number", .number((0..<40).map(Double.init)))]
    if hasDates {
      columns.append(("created_at", .instant((0..<40).map { asOf.instant.secondsSince1970 - Int64(39 - $0) * 86_400 })))
    }
    let leads = LeadTable(ids: (0..<40).map { "L\($0)" }, columns)
    let population = Population(leads: leads)
    let scores = try [old, new].map { lines in
      let model = try ModelReader.model(
        from: """
          leadline: 1
          name: Example
          scores:
            worth:
              range: 0..100
              rules:
          \(lines)
          stages:
            - { name: hot, when: worth >= 20 }
            - { name: warm, when: worth >= 10 }
            - { name: cold }
          """, path: "example.yaml")
      return ScoringEngine(model).scores(of: population, asOf: asOf)
    }
    return (
      ModelComparison(from: scores[0], to: scores[1], population, lineStage: line, outcomes: outcomes), leads
    )
  }

  private static let old = "      - { name: Number, when: number >= 30, points: 20 }"
  private static let new = """
          - { name: Number, when: number >= 30, points: 15 }
          - { name: Low, when: number < 4, points: 10 }
    """

  @Test func rulesAreToldWithWhatTheyDo() throws {
    let (comparison, _) = try Self.comparison(Self.old, Self.new)
    let changes = ChangedRules(comparison)
    #expect(changes.rows.map(\.rule) == ["Number", "Low"])
    #expect(changes.rows.map(\.kind) == ["Changed:", "Added:"])
    #expect(changes.rows.map(\.leads) == ["10", "4"])
    #expect(changes.rows.map(\.points) == ["−5.0", "+10.0"])
    #expect(changes.rows.map(\.down) == ["10", "0"])
    #expect(changes.rows.map(\.up) == ["0", "4"])
    #expect(changes.rows[0].differences == ["points 20 → 15"])
  }

  @Test func stagesAreToldWithThoseWhoEnterAndLeave() throws {
    let (comparison, _) = try Self.comparison(Self.old, Self.new)
    let flow = try #require(StageFlows(comparison, StageNames(comparison)))
    #expect(flow.rows.map(\.name) == ["hot", "warm", "cold"])
    #expect(flow.rows.map(\.before) == ["10", "0", "30"])
    #expect(flow.rows.map(\.after) == ["0", "14", "26"])
    #expect(flow.rows.map(\.left) == ["10", "0", "4"])
    #expect(flow.rows.map(\.entered) == ["0", "14", "0"])
    #expect(flow.moves.map { "\($0.from) \($0.to) \($0.count)" } == ["hot warm 10", "cold warm 4"])
  }

  @Test func theSummarySaysHowManyMove() throws {
    let (comparison, _) = try Self.comparison(Self.old, Self.new, line: "warm")
    let summary = ComparisonSummary(comparison, StageNames(comparison), capacity: nil).parts
    #expect(
      summary.lede == "14 of 40 leads change their stage, 35.0\u{A0}%. 4 leads more are in “warm” or better.")
    #expect(summary.keys.map(\.number).prefix(2) == ["14", "10 → 14"])
    #expect(summary.keys[0].sentence == "4 to a better one, 10 to a worse one.")
  }

  @Test func weeksEndWithTheDayOfTheMoment() throws {
    let (comparison, _) = try Self.comparison(Self.old, Self.new, line: "warm")
    let shift = try #require(LineShift(comparison, capacity: 5))
    #expect(shift.weeks.map(\.to).prefix(2) == ["2026-07-01", "2026-06-24"])
    // The ten leads of the last ten days are above the line: seven in the first week, three in the second.
    #expect(shift.weeks.map(\.after).prefix(2) == ["7", "3"])
    #expect(shift.weeks.map(\.created).prefix(2) == ["7", "7"])
    #expect(shift.chart?.columns.last?.label == "07-01")
    let note = try #require(shift.note)
    #expect(note.contains("in 1 of 6 weeks there were more than sales can work"))
  }

  @Test func withoutDatesItSaysSo() throws {
    let (comparison, leads) = try Self.comparison(Self.old, Self.new, hasDates: false)
    let shift = try #require(LineShift(comparison, capacity: 5))
    #expect(shift.chart == nil && shift.note?.contains("not known") == true)
    #expect(try Markup(CompareReport(comparison: comparison, leads: leads, capacity: 5).html).all("h1").count == 1)
  }

  @Test func theVerdictOnThoseWhoComeAndGoFollowsTheIntervals() throws {
    // Those who leave the line are 30 to 39, those who come 0 to 3 or 0 to 19.
    let many = Self.new.replacing("number < 4", with: "number < 20")
    func sentence(_ new: String, _ won: (Int) -> Bool) throws -> String {
      let (comparison, _) = try Self.comparison(Self.old, new, line: "warm", outcomes: (0..<40).map { won($0) ? 2 : 1 })
      return try #require(CloseRates(comparison, StageNames(comparison))).sentence
    }
    let gone = many.replacing("points: 15", with: "points: 5")
    #expect(try sentence(gone) { $0 < 20 }.hasPrefix("The leads that come closed clearly more often"))
    #expect(try sentence(gone) { $0 >= 20 }.hasPrefix("The leads that come closed clearly less often"))
    #expect(try sentence(gone) { $0 % 2 == 0 }.contains("cannot tell"))
    // Nobody leaves, so there is nothing to compare with.
    #expect(try sentence(many) { $0 < 20 }.hasPrefix("How many of the leads"))
  }

  @Test func withoutOutcomesThereAreNoCloseRates() throws {
    let (comparison, _) = try Self.comparison(Self.old, Self.new)
    #expect(CloseRates(comparison, StageNames(comparison)) == nil)
  }

  @Test func nothingChangedMakesAPageToo() throws {
    let (comparison, leads) = try Self.comparison(Self.old, Self.old)
    let page = try Markup(CompareReport(comparison: comparison, leads: leads).html)
    #expect(page.text.contains("No rule differs.") && page.text.contains("No lead changes its stage."))
  }

  @Test func moversAreNamedWithTheirCause() throws {
    let (comparison, leads) = try Self.comparison(Self.old, Self.new)
    let movers = try #require(Movers(comparison, leads, StageNames(comparison), count: 3))
    #expect(movers.rows.map(\.name) == ["L0", "L1", "L2"])
    #expect(movers.rows.map(\.cause) == ["Low", "Low", "Low"])
    #expect(movers.rows.map { "\($0.before) \($0.after) \($0.from) \($0.to ?? "")" }[0] == "0 10 cold warm")
    #expect(Movers(comparison, leads, StageNames(comparison), count: 0) == nil)
  }
}
