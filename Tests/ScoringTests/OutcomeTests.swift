import Leads
import Testing

@testable import Scoring

/// Limits, sums, bands, grades and stages worked out by hand from section 3 of the design.
@Suite struct OutcomeTests {
  private typealias Act = Example.Act

  // MARK: Limits and rounding

  @Test func limitsApplyToTheRuleThenTheGroupThenTheRange() throws {
    let example = try Example(
      """
      scores:
        s:
          range: -3..8
          groups: { g: { max: 7, min: -5 } }
          rules:
            - { name: A, group: g, on: x, points: 4, max: 6 }
            - { name: B, group: g, when: b = 1, points: 3 }
            - { name: C, when: c = 1, points: 2.4 }
            - { name: D, group: g, when: d = 1, points: -20 }
      """)
    let twice = [Act("x", "2025-06-01"), Act("x", "2025-06-02")]
    // 8 -> 6 by the rule; 6 + 3 = 9 -> 7 by the group; 7 + 2.4 = 9.4 -> 8 by the range.
    let full = try example.outcome(["b": .number(1), "c": .number(1)], twice).scores[0]
    #expect(full.reported == 8)
    #expect(full.contributions.map(\.worth) == [6_000_000_000, 3_000_000_000, 2_400_000_000])
    #expect(full.contributions[0].unlimited == 8_000_000_000)
    #expect(full.groupCuts == [ScoreExplanation.Cut(group: "g", sum: 9_000_000_000, limited: 7_000_000_000)])
    #expect(full.rangeCut == 1_400_000_000)
    // 6 - 20 = -14 -> -5 by the group, + 2.4 = -2.6 -> -3 when rounded, within the range.
    #expect(try example.score(nil, ["c": .number(1), "d": .number(1)], twice) == -3)
    // -5 alone -> -3 by the range.
    #expect(try example.score(nil, ["d": .number(1)]) == -3)
  }

  @Test(arguments: [
    ("0.5", 1), ("0.499", 0), ("-0.5", 0), ("-0.501", -1), ("-1.5", -1), ("2.5", 3), ("-2.499", -2), ("-2.5", -2),
  ])
  func halvesAreRoundedUp(points: String, reported: Int64) throws {
    #expect(try Example(rule: "when: 'true', points: \(points)").score() == reported)
  }

  @Test func theRangeCutsBeforeRounding() throws {
    #expect(try Example(rule: "when: 'true', points: 9", range: "..4.4").score() == 4)
    #expect(try Example(rule: "when: 'true', points: 9", range: "..4.5").score() == 5)
    #expect(try Example(rule: "when: 'true', points: -9", range: "-4.5..").score() == -4)
    #expect(try Example(rule: "when: 'false', points: 9", range: "2..").score() == 2)
  }

  // MARK: Tables

  @Test func atMostOneEntryOfATableApplies() throws {
    let example = try Example(rule: "by: size, points: { '<10': -8, '50..199': 6, '1000+': 15, other: 1, missing: -2 }")
    let expected: [(Double?, Int64)] = [(9.9, -8), (10, 1), (50, 6), (199, 6), (199.5, 1), (1_000, 15), (nil, -2)]
    for (size, points) in expected {
      #expect(try example.score(nil, ["size": size.map { .number($0) } ?? .missing]) == points)
    }
  }

  @Test func tablesOfTextsFoldAndJoinValues() throws {
    let example = try Example(rule: "by: industry, points: { Software | SaaS: 10, ' health CARE': 5, other: 1 }")
    let expected: [(String, Int64)] = [("saas ", 10), ("SOFTWARE", 10), ("Health care", 5), ("x", 1), ("", 0)]
    for (industry, points) in expected { #expect(try example.score(nil, ["industry": .text(industry)]) == points) }
  }

  @Test func tablesOfAgesAreInDays() throws {
    let example = try Example(rule: "by: age(at), points: { '<7d': 3, '1w..29d': 2, '1mo+': 1 }")
    let expected =
      [("2025-06-25", 3), ("2025-06-24", 2), ("2025-06-02", 2), ("2025-06-01", 1), ("2026-01-01", 3)]
      as [(String, Int64)]
    for (at, points) in expected {
      #expect(try example.score(nil, ["at": .instant(try #require(Instant(at)))]) == points, "\(at)")
    }
  }

  // MARK: Sums

  private static let sums = """
    exclude: [{ name: Rival, when: rival }]
    scores:
      total: { range: ..50, sum: { a: 1, b: 0.5 } }
      a: { for: kind = 'a', rules: [{ name: A, when: x > 0, points: 2.5 }] }
      b: { for: kind != 'c', rules: [{ name: B, when: x > 0, points: 3.4 }] }
      most: { sum: { total: 10 } }
    """

  @Test func sumsAddReportedScoresTimesTheirWeights() throws {
    // a = 2.5 is reported as 3, b = 3.4 as 3; 3 + 1.5 = 4.5 is reported as 5, and ten times that is 50.
    let outcome = try Example(Self.sums).outcome(["kind": .text("a"), "x": .number(1)])
    #expect(outcome.scores.map(\.reported) == [5, 3, 3, 50])
  }

  @Test func aPartThatALeadDoesNotHaveAddsNothing() throws {
    // 0.5 × 3 = 1.5 is reported as 2.
    let outcome = try Example(Self.sums).outcome(["kind": .text("b"), "x": .number(1)])
    #expect(outcome.scores.map(\.reported) == [2, nil, 3, 20])
    #expect(outcome.scores[1].absence?.contains("kind = 'a'") == true)
  }

  @Test func withoutAnyPartThereIsNoSum() throws {
    #expect(
      try Example(Self.sums).outcome(["kind": .text("c"), "x": .number(1)]).scores.map(\.reported) == [
        nil, nil, nil, nil,
      ])
  }

  @Test func whoIsExcludedHasNothing() throws {
    let outcome = try Example(Self.sums).outcome(["kind": .text("a"), "x": .number(1), "rival": .flag(true)])
    #expect(outcome.scores.allSatisfy { $0.reported == nil })
    #expect(outcome.exclusion == "Rival")
    #expect(outcome.stage == "disqualified")
  }

  @Test func theFirstExclusionThatHoldsIsTheReason() throws {
    let example = try Example(
      """
      exclude:
        - { name: First, when: a = 1 }
        - { when: b = 1 }
      scores: { s: { rules: [{ name: A, when: a = 1, points: 1 }] } }
      """)
    #expect(try example.outcome(["a": .number(1), "b": .number(1)]).exclusion == "First")
    #expect(try example.outcome(["b": .number(1)]).exclusion == "b = 1")
    #expect(try example.outcome().exclusion == nil)
  }

  @Test func aScoreIsSplitByTagsWithinItsOwnLimits() throws {
    let example = try Example(
      """
      scores:
        s:
          range: ..10
          groups: { g: { max: 6 } }
          split: [web, 'e-mail']
          rules:
            - { name: A, group: g, when: 'true', points: 4, tags: [web] }
            - { name: B, group: g, when: 'true', points: 5, tags: [web, e-mail] }
            - { name: C, when: 'true', points: 20 }
      """)
    #expect(example.model.scores.map(\.name) == ["s", "s_web", "s_e_mail"])
    #expect(try example.outcome().scores.map(\.reported) == [10, 6, 5])
    let population = Population(leads: LeadTable(ids: one))
    let scores = ScoringEngine(example.model).scores(of: population, asOf: example.asOf, options: .init(reasons: true))
    #expect(scores.reasons(of: 0).map(\.rule) == [2, 1, 0], "a part of a score is no reason of its own")
  }

  private var one: TextPool {
    var ids = TextPool()
    _ = ids.code(of: Array("1".utf8).span)
    return ids
  }

  // MARK: Bands, matrix, stages

  private static let banded = """
    scores:
      fit: { rules: [{ name: A, by: a, points: { '1': 60, '2': 59.5, '3': 59.4, '4': -1 } }] }
      act: { for: a != 4, rules: [{ name: B, when: 'true', points: 10 }] }
    bands:
      fit: { A: 60, B: 40, C: 0 }
      act: { 1: 10, 2: }
    matrix: [fit, act]
    stages:
      - { name: hot, when: matrix = 'A1' and fit >= act }
      - { name: warm, when: "fit_band in ('B', 'C') or act is missing" }
      - { name: never, when: fit < act }
      - { name: rest }
    """

  @Test func bandsAreAskedOfTheReportedScore() throws {
    let example = try Example(Self.banded)
    func found(_ a: Double?) throws -> [String?] {
      let outcome = try example.outcome(["a": a.map { .number($0) } ?? .missing])
      return [outcome.scores[0].band, outcome.matrix, outcome.stage]
    }
    #expect(try found(1) == ["A", "A1", "hot"])
    #expect(try found(2) == ["A", "A1", "hot"], "59.5 is reported as 60")
    #expect(try found(3) == ["B", "B1", "warm"])
    #expect(try found(4) == [nil, nil, "warm"], "below all bands, and no second score")
    // A missing value does not differ from 4, so the second score is not for this lead.
    #expect(try found(nil) == ["C", nil, "warm"])
  }

  @Test func withoutAStageThatHoldsThereIsNone() throws {
    let example = try Example(
      "scores: { s: { rules: [{ name: A, when: a = 1, points: 1 }] } }\nstages: [{ name: x, when: s > 0 }, { name: y, when: s < 0 }]"
    )
    #expect(try example.outcome().stage == nil)
    #expect(try example.outcome(["a": .number(1)]).stage == "x")
  }

  @Test func stagesSayHowTheyAreLeft() throws {
    let text = """
      leadline: 1
      scores: { s: { rules: [{ name: A, when: a = 1, points: 1 }] } }
      stages:
        - { name: sql, when: s >= 80, leave: s < 70 }
        - { name: mql, when: s >= 50, leave: s < 40, hold: 2w }
        - { name: warm, when: s >= 20, hold: 0d }
        - { name: cold }
      """
    let model = try ModelReader.model(from: text, path: "model.yaml")
    #expect(model.stages.map { $0.leave?.description } == ["s < 70", "s < 40", nil, nil])
    #expect(model.stages.map(\.holdDays) == [0, 14, 0, 0])
    let other = try ModelReader.model(
      from: text.replacing("2w", with: "3d").replacing("s < 70", with: "s < 60"), path: "model.yaml")
    #expect(
      model.differences(to: other) == ["leaving sql: s < 70 → s < 60", "leaving mql takes: 14d → 3d"])
  }

  @Test func aFileHasNoYesterdaySoOnlyWhenCounts() throws {
    let example = try Example(
      "scores: { s: { rules: [{ name: A, when: a = 1, points: 1 }] } }\nstages: [{ name: x, when: s > 0, leave: s < -5, hold: 9d }, { name: y }]"
    )
    #expect(try example.outcome().stage == "y")
    #expect(try example.outcome(["a": .number(1)]).stage == "x")
  }

  @Test func stagesCompareBandsWithEachOther() throws {
    let example = try Example(
      """
      scores:
        a: { rules: [{ name: A, when: x > 1, points: 5 }] }
        b: { rules: [{ name: B, when: y > 1, points: 5 }] }
      bands: { a: { H: 5, L: }, b: { H: 5, L: } }
      stages: [{ name: same, when: a_band = b_band }, { name: other }]
      """)
    #expect(try example.outcome(["x": .number(2), "y": .number(2)]).stage == "same")
    #expect(try example.outcome(["x": .number(2)]).stage == "other")
  }

  // MARK: Grades

  private func grade(start: String, _ criteria: String, _ attributes: [String: Value] = [:]) throws -> String? {
    try Example(
      "scores: { s: { rules: [{ name: A, when: a = 1, points: 1 }] } }\ngrade: { start: \(start), criteria: [\(criteria)] }"
    ).outcome(attributes).grade?.letter
  }

  @Test func gradesMoveByThirds() throws {
    let criteria = "{ name: M, when: a = 1, match: 1 1/3, miss: -2/3 }"
    #expect(try grade(start: "C", criteria, ["a": .number(1)]) == "B+")
    #expect(try grade(start: "C", criteria, ["a": .number(2)]) == "D+")
    #expect(try grade(start: "C", criteria) == "C", "missing data moves nothing")
  }

  @Test func theScaleEndsAtFAndAPlus() throws {
    #expect(try grade(start: "A", "{ name: M, when: a = 1, match: 4 }", ["a": .number(1)]) == "A+")
    #expect(try grade(start: "D-", "{ name: M, when: a = 1, match: -2 }", ["a": .number(1)]) == "F")
    #expect(try grade(start: "D-", "{ name: M, when: a = 1, match: -1/3 }", ["a": .number(1)]) == "F")
    #expect(try grade(start: "a+", "{ name: M, when: a = 1, miss: -1/3 }", ["a": .number(5)]) == "A")
  }

  @Test func movesAreAddedBeforeTheScaleEnds() throws {
    // A+ with +2 and -1/3: the sum is beyond the end, so the order of the criteria does not matter.
    let criteria = "{ name: M, when: a = 1, match: 2 }, { name: N, when: b = 1, match: -1/3 }"
    #expect(try grade(start: "A", criteria, ["a": .number(1), "b": .number(1)]) == "A+")
  }

  @Test func askingWhetherSomethingIsKnownNeedsNothing() throws {
    #expect(try grade(start: "C", "{ name: M, when: phone is known, match: 1/3, miss: -1/3 }") == "C-")
    #expect(try grade(start: "C", "{ name: M, when: a = 1 and phone is known, match: 1/3, miss: -1/3 }") == "C")
  }

  @Test func withoutAStartEverybodyBeginsAtD() throws {
    let example = try Example(
      "scores: { s: { rules: [{ name: A, when: a = 1, points: 1 }] } }\ngrade: { criteria: [{ name: M, when: a = 1, match: 1 }] }"
    )
    #expect(try example.outcome().grade?.letter == "D")
    #expect(try example.outcome(["a": .number(1)]).grade?.letter == "C")
  }

  @Test func whoIsExcludedHasNoGrade() throws {
    let example = try Example(
      "exclude: [{ when: a = 1 }]\nscores: { s: { rules: [{ name: A, when: a = 1, points: 1 }] } }\ngrade: { criteria: [{ name: M, when: a = 1, match: 1 }] }"
    )
    #expect(try example.outcome(["a": .number(1)]).grade == nil)
  }
}
