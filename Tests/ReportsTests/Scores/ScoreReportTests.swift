import Conditions
import Leads
import Scoring
import Testing

@testable import Reports

@Suite struct ScoreReportTests {
  /// Twenty leads: the points are their numbers times five, 0 to 95.
  private static func scored(_ lines: String, count: Int = 20) throws -> (Scores, Population) {
    let model = try ModelReader.model(
      from: """
        leadline: 1
        name: Example
        scores:
          worth:
            range: 0..100
            rules:
              - { name: Number, by: number, points: {\((0..<count).map { "\"\($0)\": \($0 * 100 / count)" }.joined(separator: ", "))} }
              - { name: Idle rule, when: "number > 10000", points: 1 }
        \(lines)
        """, path: "example.yaml")
    let leads = LeadTable(
      ids: (0..<count).map { "L\($0)" },
      [
        ("number", .number((0..<count).map(Double.init))),
        ("lead_source", .texts((0..<count).map { $0 % 2 == 0 ? "Web" : "web " })),
        ("country", .texts((0..<count).map { $0 < count / 2 ? "Norway" : $0 == count - 1 ? nil : "Chile" })),
      ])
    let population = Population(leads: leads)
    let asOf = AsOf(try #require(Instant("2026-07-01")))
    return (ScoringEngine(model).scores(of: population, asOf: asOf, options: .init(reasons: true)), population)
  }

  private static let stages = """
    stages:
      - { name: hot, when: worth >= 80 }
      - { name: warm, when: worth >= 50 and worth < 90 }
      - { name: cool, when: worth >= 20 }
      - { name: cold }
    """

  @Test func stagesAreCountedWithThoseAbove() throws {
    let (scores, population) = try Self.scored(Self.stages)
    let funnel = try #require(Funnel(ScoredLeads(scores, population, rows: Array(0..<20))))
    #expect(funnel.rows.map(\.name) == ["hot", "warm", "cool", "cold"])
    #expect(funnel.rows.map(\.count) == ["4", "6", "6", "4"])
    #expect(funnel.rows.map(\.upward) == ["20.0\u{A0}%", "50.0\u{A0}%", "80.0\u{A0}%", "100.0\u{A0}%"])
    #expect(funnel.sentence.contains("50.0\u{A0}% of the leads are in “warm” or better"))
  }

  @Test func aStageWithoutLeadsAndLeadsWithoutAStageAreShown() throws {
    let (scores, population) = try Self.scored(
      """
      exclude: [{ name: Too small, when: number < 3 }]
      stages: [{ name: never, when: worth > 99 }, { name: some, when: worth >= 50 }]
      """)
    let funnel = try #require(Funnel(ScoredLeads(scores, population, rows: Array(0..<20))))
    #expect(funnel.rows.map(\.name) == ["never", "some", "none", "disqualified"])
    #expect(funnel.rows.map(\.count) == ["0", "10", "7", "3"])
    #expect(funnel.reasons.map(\.name) == ["Too small"])
  }

  @Test func withoutStagesBandsTakeTheirPlace() throws {
    let (scores, population) = try Self.scored("bands: { worth: { A: 75, B: 25, C: } }")
    let leads = ScoredLeads(scores, population, rows: Array(0..<20))
    #expect(leads.ladder.noun == "band")
    #expect(leads.stepCounts == [5, 10, 5])
    #expect(leads.goodName == "“A”")
  }

  @Test func withoutBothTheBestQuarterIsGood() throws {
    let (scores, population) = try Self.scored("")
    let leads = ScoredLeads(scores, population, rows: Array(0..<20))
    #expect(leads.goodName == "the best quarter")
    // The 0.75 quantile of 0, 5 … 95 by nearest rank is 70.
    #expect(leads.rows.indices.count { leads.isGood($0) } == 6)
    #expect(Funnel(leads) == nil)
  }

  @Test func theHistogramCountsEveryLeadOnce() throws {
    let (scores, population) = try Self.scored(Self.stages)
    let distribution = try #require(Distribution(ScoredLeads(scores, population, rows: Array(0..<20))))
    #expect(distribution.rows.map(\.count) == Array(repeating: "1", count: 20))
    #expect(distribution.rows[16].upward == "20.0\u{A0}%")
    #expect(distribution.chart.marks.map(\.label) == ["cool from 20", "warm from 50", "hot from 80"])
  }

  @Test func spellingsOfOneValueAreOneSegment() throws {
    let (scores, population) = try Self.scored(Self.stages)
    let leads = ScoredLeads(scores, population, rows: Array(0..<20))
    // All leads have the same source, so there is nothing to compare.
    #expect(Segments(leads, attributes: ["lead_source"]) == nil)
    let table = try #require(Segments(leads, attributes: ["country", "lead_source"])?.tables.first)
    #expect(table.rows.map(\.name) == ["Norway", "Chile", "not known"])
    #expect(table.rows.map(\.count) == ["10", "9", "1"])
    // From 50 points: nobody of the first ten, all of the others.
    #expect(table.rows.map(\.share) == ["0.0\u{A0}%", "100.0\u{A0}%", "100.0\u{A0}%"])
    // The fifth of nine is 70; of ten the lower middle is 20.
    #expect(table.rows.map(\.median) == ["20", "70", "95"])
  }

  @Test func aSmallGroupIsNotSaidToDoBest() throws {
    let few = try Self.scored(Self.stages)
    let fewLeads = ScoredLeads(few.0, few.1, rows: Array(0..<20))
    #expect(Segments(fewLeads, attributes: ["country"])?.tables.first?.finding == nil)
    let many = try Self.scored(Self.stages, count: 100)
    let manyLeads = ScoredLeads(many.0, many.1, rows: Array(0..<100))
    let finding = try #require(Segments(manyLeads, attributes: ["country"])?.tables.first?.finding)
    #expect(finding.hasPrefix("“Chile” does best: 100.0\u{A0}% of its 49 leads are in “warm” or better"))
  }

  @Test func twoNamesOfOneColumnMakeOneTable() throws {
    var (scores, population) = try Self.scored(Self.stages)
    let column = try #require(population.leads.column("country"))
    population.leads.add("land", column)
    scores = ScoringEngine(scores.model).scores(of: population, asOf: scores.asOf)
    let leads = ScoredLeads(scores, population, rows: Array(0..<20))
    #expect(Segments(leads, attributes: ["country", "land"])?.tables.count == 1)
  }

  @Test func theBestLeadsComeInTheirOrderWithTheirReasons() throws {
    let (scores, population) = try Self.scored(Self.stages)
    let best = try #require(BestLeads(ScoredLeads(scores, population, rows: Array(0..<20)), count: 3))
    #expect(best.leads.map(\.name) == ["L19", "L18", "L17"])
    #expect(best.leads[0].reasons.map(\.phrase) == ["Number: 19"])
    #expect(best.leads[0].reasons.map(\.points) == ["+95"])
    #expect(best.leads[0].scores.map(\.value) == ["95"])
  }

  @Test func rulesThatTouchNobodyAreNamedAsSuch() throws {
    let (scores, _) = try Self.scored(Self.stages)
    let reach = try #require(RuleReach(scores))
    // The first lead gets 0 points, so the rule touches the other nineteen.
    #expect(reach.groups.map { $0.rows.map(\.count) } == [["19", "0"]])
    #expect(reach.sentence.contains("1 rule touches nobody"))
  }

  @Test func numbersAreSplitIntoUsualSizes() throws {
    let (scores, population) = try Self.scored("")
    let sizes: [Double] = [1, 2, 5, 9, 10, 12, 30, 49, 50, 60, 120, 199, 200, 500, 999, 1000, 4999, 5000, 90_000, .nan]
    let leads = ScoredLeads(scores, population, rows: Array(0..<20))
    let parts = try #require(
      SegmentParts.parts(of: .number(sizes), leads, good: Array(repeating: false, count: 20)))
    #expect(
      parts.map(\.name) == [
        "1 to 9", "10 to 49", "50 to 199", "200 to 999", "1,000 to 4,999", "5,000 to 19,999", "20,000 and more",
        "not known",
      ])
    #expect(parts.map(\.count) == [4, 4, 4, 3, 2, 1, 1, 1])
  }

  @Test func fewNumbersStandForThemselves() throws {
    let (scores, population) = try Self.scored("")
    let leads = ScoredLeads(scores, population, rows: Array(0..<20))
    let parts = try #require(
      SegmentParts.parts(
        of: .number((0..<20).map { Double($0 % 3) / 2 }), leads, good: Array(repeating: true, count: 20)))
    #expect(parts.map(\.name) == ["0", "0.5", "1"])
    #expect(parts.map(\.good) == [7, 7, 6])
  }

  @Test func freeTextIsNoSegment() throws {
    let (scores, population) = try Self.scored("", count: 100)
    let leads = ScoredLeads(scores, population, rows: Array(0..<100))
    let column = Column.texts((0..<100).map { "free text \($0)" })
    #expect(SegmentParts.parts(of: column, leads, good: Array(repeating: true, count: 100)) == nil)
  }

  @Test(
    arguments: [
      ("total >= 50", 50), ("total > 49.5", 50), ("total > 50", 51), ("total >= 49.2 and fit > 3", 50),
      ("total between 20 and 30", 20), ("total < 50", nil), ("total >= 50 or fit > 3", nil), ("fit > 3", nil),
      ("not total >= 50", nil),
    ] as [(String, Int64?)])
  func stagesAreMarkedWhereTheyBegin(condition: String, expected: Int64?) throws {
    #expect(try Condition.parsed(condition).leastValue(of: "total") == expected)
  }

  @Test func nobodyAndNothingMakeAPageToo() throws {
    let (scores, population) = try Self.scored(Self.stages)
    for rows in [[], [3]] {
      let page = try Markup(ScoreReport(scores: scores, population: population, rows: rows).html)
      #expect(page.all("h1").count == 1)
    }
    let excluded = try Self.scored("exclude: [{ name: All, when: number >= 0 }]")
    let page = try Markup(ScoreReport(scores: excluded.0, population: excluded.1).html)
    #expect(page.text.contains("None of the 20 leads has a score."))
    let none = Population(leads: LeadTable(ids: [], [("number", .number([]))]))
    let scoresOfNone = ScoringEngine(scores.model).scores(of: none, asOf: scores.asOf, options: .init(reasons: true))
    #expect(try Markup(ScoreReport(scores: scoresOfNone, population: none).html).text.contains("no leads to show"))
  }
}
