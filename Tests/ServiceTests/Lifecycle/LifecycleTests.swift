import Leads
import Scoring
import Service
import Store
import TestSupport
import Testing

/// Stages with memory, as `Documentation/Model.md` has them, worked out by hand.
@Suite struct LifecycleTests {
  static let text = """
    leadline: 1
    scores:
      total: { rules: [{ name: Points, when: "p = 1", points: 1 }] }
    stages:
      - { name: sql, when: "total >= 80", leave: "total < 70" }
      - { name: mql, when: "total >= 50", leave: "total < 40", hold: 3d }
      - { name: nurture, when: "total >= 20" }
      - { name: cold }
    """

  let lifecycle: Lifecycle
  let model: ScoringModel

  init() throws {
    model = try ModelReader.model(from: Self.text, path: "model.yaml")
    lifecycle = Lifecycle(model)
  }

  static func asOf(day: Int64) -> AsOf { AsOf(Instant(secondsSince1970: day * 86_400 + 43_200)) }

  static func reading(_ total: Int?) -> Lifecycle.Reading {
    { $0 == "total" ? total.map { .number(Double($0)) } ?? .missing : .missing }
  }

  /// Passes totals through, one a day from day 100 on; nil is an excluded lead.
  func stages(_ totals: [Int?]) -> [String?] {
    var record: LifecycleRecord?
    return totals.enumerated().map { index, total in
      record = next(record, total, day: 100 + Int64(index)).record
      return record?.stage
    }
  }

  func next(_ record: LifecycleRecord?, _ total: Int?, day: Int64) -> Lifecycle.Step {
    lifecycle.next(
      record, lead: LeadNumber(1), isExcluded: total == nil, asOf: Self.asOf(day: day), Self.reading(total))
  }

  // MARK: Up and down

  @Test func aLeadRisesAtOnceAndOverSeveralStages() {
    #expect(stages([0, 20, 19, 50, 80]) == ["cold", "nurture", "cold", "mql", "sql"])
    #expect(stages([0, 85]) == ["cold", "sql"])
  }

  @Test func aLeadWithinTheBandStays() {
    #expect(stages([80, 79, 70, 80, 70]) == ["sql", "sql", "sql", "sql", "sql"])
    #expect(stages([80, 69]) == ["sql", "mql"])
    #expect(stages([49, 50, 49, 40, 49]) == ["nurture", "mql", "mql", "mql", "mql"])
  }

  @Test func aHoldCountsCalendarDays() {
    // Below 40 from day 101 on: 101, 102, 103 are not enough, on day 104 three days have passed.
    #expect(stages([50, 39, 39, 39, 39]) == ["mql", "mql", "mql", "mql", "nurture"])
  }

  @Test func aDayAboveTheLineBeginsTheHoldAnew() {
    #expect(
      stages([50, 39, 39, 40, 39, 39, 39, 39]) == ["mql", "mql", "mql", "mql", "mql", "mql", "mql", "nurture"])
  }

  @Test func aFallLeadsToWhereTheScoresSay() {
    // Out of sql at once (no hold), past mql, which is not entered below 50 although it would be kept down to 40.
    #expect(stages([80, 45]) == ["sql", "nurture"])
    #expect(stages([50, 10, 10, 10, 10]) == ["mql", "mql", "mql", "mql", "cold"])
  }

  @Test func risingOutOfAHoldForgetsIt() {
    #expect(stages([50, 39, 39, 80, 50]) == ["mql", "mql", "mql", "sql", "mql"])
  }

  @Test func exclusionIsImmediateAndSoIsItsEnd() {
    #expect(
      stages([80, nil, 79, nil, nil, 10]) == ["sql", "disqualified", "mql", "disqualified", "disqualified", "cold"])
  }

  // MARK: Moves

  @Test func movesSayFromWhereToWhereAndWhichWay() {
    let risen = next(LifecycleRecord(lead: LeadNumber(1), stage: "mql", since: 0), 80, day: 100)
    #expect(risen.move == .init(from: "mql", to: "sql", isUp: true))
    #expect(risen.record == LifecycleRecord(lead: LeadNumber(1), stage: "sql", since: 100 * 86_400 + 43_200))
    let fallen = next(risen.record, 60, day: 101)
    #expect(fallen.move == .init(from: "sql", to: "mql", isUp: false))
    #expect(next(fallen.record, nil, day: 102).move == .init(from: "mql", to: "disqualified", isUp: false))
    #expect(
      next(LifecycleRecord(lead: LeadNumber(1), stage: "disqualified", since: 0), 0, day: 102).move
        == .init(from: "disqualified", to: "cold", isUp: true))
  }

  @Test func whoIsNewCrossesOnlyIntoAStageThatHasToBeEarned() {
    #expect(next(nil, 0, day: 1).move == nil)
    #expect(next(nil, nil, day: 1).move == nil)
    #expect(next(nil, 20, day: 1).move == .init(from: nil, to: "nurture", isUp: true))
  }

  @Test func whoComesBackCrossesAgain() {
    var record: LifecycleRecord?
    var entered = 0
    for (day, total) in [80, 69, 80, 69, 80].enumerated() {
      let step = next(record, total, day: Int64(day))
      record = step.record
      if step.move?.to == "sql" { entered += 1 }
    }
    #expect(entered == 3)
  }

  @Test func aStageThatTheModelNoLongerHasIsLeftAtOnce() {
    let step = next(LifecycleRecord(lead: LeadNumber(1), stage: "hot", since: 0, leavingSince: 1), 60, day: 9)
    #expect(step.move == .init(from: "hot", to: "mql", isUp: true))
  }

  // MARK: Days that nobody looked at

  @Test func aMissedDayCountsTowardsAHold() {
    let holding = next(LifecycleRecord(lead: LeadNumber(1), stage: "mql", since: 0), 39, day: 100).record
    #expect(holding.leavingSince == 100)
    #expect(next(holding, 39, day: 102).move == nil)
    #expect(next(holding, 39, day: 103).move?.to == "nurture")
    #expect(next(holding, 39, day: 107).move?.to == "nurture")
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func missedDaysAreCaughtUpAsDailySweepsWouldHaveHadThem(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let totals = Self.walk(80, using: &generator)
    var daily: LifecycleRecord?
    var expected: [String] = []
    for (day, total) in totals.enumerated() {
      let step = next(daily, total, day: Int64(day))
      daily = step.record
      if let move = step.move { expected.append("\(day): \(move.from ?? "-") \(move.to ?? "-")") }
    }
    var record: LifecycleRecord?
    var found: [String] = []
    var day = 0
    while day < totals.count {
      let end = min(totals.count, day + Int.random(in: 1...9, using: &generator))
      let days = (day..<end).map { Self.asOf(day: Int64($0)) }
      let result = lifecycle.catchUp(record, lead: LeadNumber(1), days: days) { asOf in
        let total = totals[Int(asOf.day)]
        return Lifecycle.DayReading(stage: Self.plainStage(total), Self.reading(total))
      }
      record = result.record
      found += result.moves.map { "\($0.at.day): \($0.move.from ?? "-") \($0.move.to ?? "-")" }
      day = end
    }
    #expect(record == daily, "seed \(seed)")
    #expect(found == expected, "seed \(seed)")
  }

  // MARK: Properties

  /// A walk that swings around the thresholds; nil where the lead is excluded.
  static func walk(_ days: Int, using generator: inout SeededGenerator) -> [Int?] {
    var total = 45
    return (0..<days).map { _ in
      total = min(100, max(0, total + Int.random(in: -14...14, using: &generator)))
      return Int.random(in: 0..<40, using: &generator) == 0 ? nil : total
    }
  }

  static func plainStage(_ total: Int?) -> String {
    guard let total else { return "disqualified" }
    return total >= 80 ? "sql" : total >= 50 ? "mql" : total >= 20 ? "nurture" : "cold"
  }

  /// What the definition says, without any state but the days themselves: the run of days up to today on which the lead could
  /// have fallen is counted backwards.
  static func referenceStages(_ totals: [Int?]) -> [String] {
    let order = ["sql", "mql", "nurture", "cold", "disqualified"]
    var stages: [String] = []
    for (day, total) in totals.enumerated() {
      let plain = plainStage(total)
      guard let before = stages.last, let total, before != "disqualified",
        order.firstIndex(of: plain)! > order.firstIndex(of: before)!
      else {
        stages.append(plain)
        continue
      }
      let entered = (stages.lastIndex { $0 != before } ?? -1) + 1
      let leave = ["sql": 70, "mql": 40, "nurture": 20, "cold": 0][before]!
      let hold = before == "mql" ? 3 : 0
      var run = 0
      for earlier in stride(from: day, through: entered, by: -1) {
        guard let value = totals[earlier], value < leave else { break }
        run += 1
      }
      stages.append(total < leave && run > hold ? plain : before)
    }
    return stages
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func stagesAreThoseOfTheDefinition(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let totals = Self.walk(120, using: &generator)
    #expect(stages(totals) == Self.referenceStages(totals), "seed \(seed)")
  }

  @Test(arguments: 0..<50 as Range<UInt64>) func thereIsNoFlappingWithinTheBand(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var record = next(nil, 50, day: 0).record
    for day in 1..<200 as Range<Int64> {
      let step = next(record, Int.random(in: 40..<80, using: &generator), day: day)
      #expect(step.move == nil && step.record.stage == "mql", "seed \(seed)")
      record = step.record
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func lookingTwiceOnADayChangesNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var record: LifecycleRecord?
    for (day, total) in Self.walk(100, using: &generator).enumerated() {
      let once = next(record, total, day: Int64(day))
      let again = next(once.record, total, day: Int64(day))
      #expect(again.move == nil && again.record == once.record, "seed \(seed)")
      #expect(next(record, total, day: Int64(day)) == once, "seed \(seed)")
      record = once.record
    }
  }

  // MARK: Bands

  @Test func bandsThatChangedAreMoves() throws {
    let model = try ModelReader.model(
      from: """
        leadline: 1
        scores:
          fit: { rules: [{ name: Points, when: "p = 1", points: 1 }] }
          engagement: { rules: [{ name: Points, when: "p = 1", points: 1 }] }
        bands:
          fit: { A: 60, B: 40, C: }
          engagement: { 1: 50, 2: 25 }
        """, path: "model.yaml")
    func reading(_ fit: String?, _ engagement: String?) -> Lifecycle.Reading {
      { ($0 == "fit_band" ? fit : engagement).map { .text($0) } ?? .missing }
    }
    let moves = model.bandMoves(from: reading("B", nil), to: reading("A", "2"))
    #expect(moves.map(\.score) == ["fit", "engagement"])
    #expect(moves.map(\.move) == [.init(from: "B", to: "A", isUp: true), .init(from: nil, to: "2", isUp: true)])
    let back = model.bandMoves(from: reading("A", "2"), to: reading("C", nil))
    #expect(back.map(\.move) == [.init(from: "A", to: "C", isUp: false), .init(from: "2", to: nil, isUp: false)])
    #expect(model.bandMoves(from: reading("A", "2"), to: reading("A", "2")).isEmpty)
    #expect(model.bandMoves(from: nil, to: reading("A", "2")).isEmpty)
  }
}
