import Conditions
import Leads
import TestSupport
import Testing

@testable import Scoring

@Suite struct BoundsTests {
  private let point = Int128(Points.billionthsPerPoint)

  private func rule(_ points: Int, _ count: EventRule.Count = .each, limits: Limits = Limits()) -> Rule {
    var events = EventRule(["x"], points: Points(points))
    events.count = count
    return Rule("R", .events(events), limits: limits)
  }

  @Test func aRuleReachesWhatAMillionOccurrencesGive() {
    #expect(Bounds.of(rule(3)) == Bounds(low: 0, high: 3_000_000 * point))
    #expect(Bounds.of(rule(-3)) == Bounds(low: -3_000_000 * point, high: 0))
    #expect(Bounds.of(rule(3, .once)).high == 3 * point)
    #expect(Bounds.of(rule(3, .latest(4))).high == 12 * point)
    #expect(Bounds.of(rule(3, .atLeast(4))).high == 3 * point)
    #expect(Bounds.of(rule(3, limits: Limits(maximum: Points(20)))).high == 20 * point)
  }

  @Test func ofATableOneEntryCounts() {
    let branches = [-5, 3, 7].map { Rule.Branch(.constant(true), Points($0)) }
    #expect(Bounds.of(Rule("R", .attributes(branches))) == Bounds(low: -5 * point, high: 7 * point))
    let steps = [IdleRule.Step(days: 30, points: Points(-5)), IdleRule.Step(days: 60, points: Points(-10))]
    #expect(Bounds.of(Rule("R", .idle(IdleRule(steps: steps)))) == Bounds(low: -10 * point, high: 0))
  }

  @Test func sixtyTwoBitsAreTheLimit() {
    // 2⁶² billionths are 4,611,686,018.4 points, a million times 4,611.686.
    func model(_ thousandths: Int64) -> ScoringModel {
      let body = Rule.Body.events(EventRule(["x"], points: Points(thousandths: thousandths)))
      return ScoringModel(name: "", scores: [Score("s", rules: [Rule("R", body)])])
    }
    #expect(Bounds.issues(of: model(4_611_686)).isEmpty)
    #expect(Bounds.issues(of: model(-4_611_686)).isEmpty)
    #expect(Bounds.issues(of: model(4_611_687)).count == 1)
    #expect(Bounds.issues(of: model(-4_611_687)).count == 1)
  }

  @Test func aSumTakesTheReportedEndsOfItsParts() {
    let part = Score("a", range: Limits(minimum: Points("-10.9"), maximum: Points("10.5")), rules: [rule(1), rule(-1)])
    let sum = Score("b", sum: [Score.Part(0, weight: Points(-2))])
    let bounds = Bounds.of(ScoringModel(name: "", scores: [part, sum]))
    // -10.9 is reported as -11, 10.5 as 11.
    #expect(bounds[1] == Bounds(low: -22 * point, high: 22 * point))
  }

  @Test func everyScoreLiesWithinItsBounds() {
    for seed in 0..<60 as Range<UInt64> {
      let model = RandomModel(seed: seed).model
      let random = RandomPopulation(seed: seed, leads: 20...30, events: 0...10)
      var generator = SeededGenerator(seed: seed)
      let scores = ScoringEngine(model).scores(of: random.population(eventsBy: &generator), asOf: random.asOf)
      for (index, bounds) in Bounds.of(model).enumerated() {
        for lead in 0..<scores.count {
          guard let score = scores.score(index, of: lead) else { continue }
          let half = point / 2
          #expect(
            Int128(score) * point >= bounds.low - half && Int128(score) * point <= bounds.high + half, "seed \(seed)")
        }
      }
    }
  }

  @Test func theGreatestSumsDoNotOverflow() throws {
    // Two million occurrences of the greatest rule that is allowed: counted as one million.
    let body = Rule.Body.events(EventRule(["x"], points: Points(thousandths: -4_611_686)))
    let model = ScoringModel(name: "", scores: [Score("s", rules: [Rule("R", body)])])
    var ids = TextPool()
    _ = ids.code(of: Array("1".utf8).span)
    guard case .text(let names) = Column([.text("x")], as: .text) else { return }
    var log = EventLog(leadCount: 1)
    log.shards[0].events = Array(repeating: Event(secondsSince1970: 0, kind: 0), count: 1_200_000)
    log.shards[0].offsets = [0, 1_200_000]
    let population = Population(
      leads: LeadTable(ids: ids), events: log, kinds: EventKinds(names: names, properties: []))
    let scores = ScoringEngine(model).scores(of: population, asOf: AsOf(Instant(secondsSince1970: 86_400)))
    #expect(scores.score(0, of: 0) == -4_611_686_000)
  }
}
