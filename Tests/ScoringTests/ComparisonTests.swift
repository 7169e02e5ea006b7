import Leads
import TestSupport
import Testing

@testable import Scoring

@Suite struct ComparisonTests {
  /// Four leads by hand. Before: a 10, b 20, c 30, d excluded; after: title counts 15 instead of 10, and size 5.
  @Test func aChangedAndAnAddedRuleAreFollowedToTheLeadsTheyMove() throws {
    let before = try model(
      """
      exclude:
        - { name: Rival, when: company = 'rival' }
      scores:
        s:
          range: 0..100
          rules:
            - { name: Base, when: id is known, points: 10 }
            - { name: Title, when: title = 'vp', points: 10 }
            - { name: Old, when: company = 'x', points: 10 }
      stages:
        - { name: call, when: s >= 30 }
        - { name: wait }
      """)
    let after = try model(
      """
      exclude:
        - { name: Rival, when: company = 'rival' }
      scores:
        s:
          range: 0..100
          rules:
            - { name: Base, when: id is known, points: 10 }
            - { name: Title, when: title = 'vp', points: 15 }
            - { name: Size, when: size >= 100, points: 5 }
      stages:
        - { name: call, when: s >= 30 }
        - { name: wait }
      """)
    // a: 10 → 10. b: 10+10 → 10+15+5. c: 10+10+10 → 10+15. d is excluded both times.
    let population = Self.population([
      ["id": "a"], ["id": "b", "title": "VP", "size": "200"], ["id": "c", "title": "vp", "company": "x"],
      ["id": "d", "title": "vp", "company": "Rival", "size": "500"],
    ])
    let comparison = compare(before, after, population, outcomes: [1, 2, 1, 0])
    #expect(comparison.stages.map(\.name) == ["call", "wait", "disqualified"])
    #expect(comparison.stages.map(\.before) == [1, 2, 1])
    #expect(comparison.stages.map(\.after) == [1, 2, 1])
    #expect(comparison.stages.map(\.entered) == [1, 1, 0])
    #expect(comparison.stages.map(\.left) == [1, 1, 0])
    #expect(comparison.moves.map { [$0.from, $0.to, $0.count] } == [[0, 1, 1], [1, 0, 1]])
    #expect(comparison.line?.stage == "call")
    #expect(comparison.line?.enteredRate == CloseRate(won: 1, known: 1))
    #expect(comparison.line?.leftRate == CloseRate(won: 0, known: 1))
    #expect((comparison.rising, comparison.falling, comparison.staying) == (1, 1, 2))
    let effects = Dictionary(uniqueKeysWithValues: comparison.rules.map { ($0.change.rule, $0) })
    #expect(effects.keys.sorted() == ["Old", "Size", "Title"])
    #expect(effects["Title"].map { [$0.leads, $0.movedUp, $0.movedDown] } == [2, 1, 0])
    #expect(effects["Title"]?.points == 10)
    #expect(effects["Size"].map { [$0.leads, $0.movedUp, $0.movedDown] } == [1, 0, 0])
    #expect(effects["Old"].map { [$0.leads, $0.movedUp, $0.movedDown] } == [1, 0, 1])
    #expect(effects["Title"]?.change.differences == ["points 10 → 15"])
    #expect(effects["Size"]?.change.kind == .added)
    #expect(comparison.movers.map(\.lead) == [1, 2])
    #expect(comparison.movers.map { $0.cause.map { comparison.rules[$0].change.rule } } == ["Title", "Old"])
    #expect(comparison.unexplained == (0, 0))
  }

  @Test func aChangedThresholdMovesLeadsByNoRule() throws {
    let lines = "scores: { s: { range: 0..10, rules: [ { name: R, when: id is known, points: 5 } ] } }\n"
    let before = try model(lines + "stages: [ { name: call, when: s >= 6 }, { name: wait } ]")
    let after = try model(lines + "stages: [ { name: call, when: s >= 5 }, { name: wait } ]")
    let comparison = compare(before, after, Self.population([["id": "a"], ["id": "b"]]))
    #expect(comparison.rules.isEmpty)
    #expect(comparison.unexplained == (2, 0))
    #expect(comparison.movers.allSatisfy { $0.cause == nil })
    #expect(comparison.stages.map(\.after) == [2, 0])
  }

  @Test func theSameModelMovesNobody() throws {
    let random = RandomModel(seed: 11).model
    let leads = RandomPopulation(seed: 12, leads: 5...30, events: 0...8)
    var generator = SeededGenerator(seed: 1)
    let population = leads.population(eventsBy: &generator)
    let scores = ScoringEngine(random).scores(of: population, asOf: leads.asOf)
    let comparison = ModelComparison(from: scores, to: scores, population)
    #expect(comparison.rules.isEmpty && comparison.moves.isEmpty && comparison.movers.isEmpty)
    #expect(comparison.staying == population.leads.count)
  }

  @Test func nobodyCanBeCompared() throws {
    let model = RandomModel(seed: 5).model
    let nobody = Population(leads: LeadTable(ids: TextPool()))
    let scores = ScoringEngine(model).scores(of: nobody, asOf: AsOf(Instant(secondsSince1970: 0)))
    let comparison = ModelComparison(from: scores, to: scores, nobody, threads: 2)
    #expect(comparison.movedCount == 0 && comparison.line?.perWeek == nil)
  }

  /// Leads by their creation: today, 6 and 7 days ago (just inside and outside of the first week), and 55 and 56 days ago
  /// (just inside and outside of eight weeks), and tomorrow.
  @Test func weeksAreBlocksOfSevenDaysBeforeTheMoment() throws {
    let model = try model(
      """
      scores: { s: { range: 0..10, rules: [ { name: R, when: id is known, points: 5 } ] } }
      stages: [ { name: call, when: s >= 5 }, { name: wait } ]
      """)
    var population = Self.population((0..<6).map { ["id": "\($0)"] })
    let day: Int64 = 86_400
    let noon = Self.asOf.instant.secondsSince1970
    population.leads.add("created_at", .instant([0, 6, 7, 55, 56, -1].map { noon - $0 * day }))
    let line = compare(model, model, population).line
    #expect(line?.weeks.map(\.created) == [2, 1, 0, 0, 0, 0, 0, 1])
    #expect(line?.perWeek?.after == 0.5)
  }

  // MARK: Against counting one by one

  @Test(arguments: 0..<60 as Range<UInt64>) func everyNumberEqualsCountingLeadByLead(seed: UInt64) {
    var random = RandomModel(seed: seed)
    let before = random.model
    for _ in 0..<random.number(1...4) { random.edit() }
    let after = random.model
    let leads = RandomPopulation(seed: seed &+ 7, leads: 1...60, events: 0...8)
    var generator = SeededGenerator(seed: seed)
    let population = leads.population(eventsBy: &generator)
    let count = population.leads.count
    let outcomes = (0..<count).map { _ in UInt8.random(in: 0...2, using: &generator) }
    let old = ScoringEngine(before).scores(of: population, asOf: leads.asOf)
    let new = ScoringEngine(after).scores(of: population, asOf: leads.asOf)
    let comparison = ModelComparison(
      from: old, to: new, population, outcomes: outcomes, moverCount: count, threads: Int(seed % 3) + 1)
    let stagesBefore = (0..<count).map { old.stageName(of: $0) }
    let stagesAfter = (0..<count).map { new.stageName(of: $0) }
    for stage in comparison.stages {
      let was = (0..<count).filter { stagesBefore[$0] == stage.name }
      let isNow = (0..<count).filter { stagesAfter[$0] == stage.name }
      #expect(stage.before == was.count && stage.after == isNow.count, "seed \(seed)")
      #expect(stage.entered == Set(isNow).subtracting(was).count, "seed \(seed)")
      #expect(stage.leftRate.won == Set(was).subtracting(isNow).count { outcomes[$0] == 2 }, "seed \(seed)")
      #expect(stage.leftRate.known == Set(was).subtracting(isNow).count { outcomes[$0] != 0 }, "seed \(seed)")
    }
    if !comparison.stages.isEmpty {
      #expect(comparison.movedCount == (0..<count).count { stagesBefore[$0] != stagesAfter[$0] }, "seed \(seed)")
    }
    expectRuleEffects(comparison, population, seed: seed)

    // The same, from the sums that were kept.
    let kept = ScoringEngine(before).scores(of: population, asOf: leads.asOf, options: .init(keepsSums: true))
    let quick = ModelComparison(from: kept, to: after, population, outcomes: outcomes, moverCount: count)
    #expect(quick.stages == comparison.stages && quick.moves == comparison.moves, "seed \(seed)")
    #expect(quick.rules == comparison.rules && quick.movers == comparison.movers, "seed \(seed)")
    #expect(quick.line == comparison.line && quick.bins == comparison.bins, "seed \(seed)")
    for lead in 0..<count {
      #expect(quick.new.stageName(of: lead) == stagesAfter[lead], "seed \(seed)")
      for score in after.scores.indices {
        #expect(quick.new.score(score, of: lead) == new.score(score, of: lead), "seed \(seed)")
      }
    }
  }

  /// What each rule gives, from the explainer, which shares nothing with the plan of the comparison.
  private func expectRuleEffects(_ comparison: ModelComparison, _ population: Population, seed: UInt64) {
    let explainers = [comparison.old, comparison.new].map { Explainer($0.model, population, asOf: $0.asOf) }
    var differing: [String: Int] = [:]
    for lead in 0..<population.leads.count {
      let given = explainers.map { explainer -> [String: Int64] in
        let scores = explainer.explanation(of: lead).scores
        return Dictionary(
          zip(scores, explainer.model.scores).filter { $1.tag == nil && $0.reported != nil }.flatMap { score, _ in
            score.contributions.map { ("\(score.name).\($0.rule)", $0.worth) }
          }, uniquingKeysWith: { $0 + $1 })
      }
      for key in Set(given[0].keys).union(given[1].keys) where given[0][key] ?? 0 != given[1][key] ?? 0 {
        differing[key, default: 0] += 1
      }
    }
    // Of rules that did not change, only whom their score is for may have.
    for effect in comparison.rules {
      let key = "\(effect.change.score).\(effect.change.rule)"
      #expect(effect.leads == differing[key] ?? 0, "seed \(seed): \(key)")
    }
  }

  /// Scores and groups in another order, a score that was split off and is now written out: nothing that is paired by
  /// name may be taken over by its place.
  @Test(arguments: [
    (
      "scores: { a: { rules: [ { name: R, when: id is known, points: 5 } ] }, b: { rules: [ { name: S, when: title = 'vp', points: 20 } ] } }",
      "scores: { b: { rules: [ { name: S, when: title = 'vp', points: 20 } ] }, a: { rules: [ { name: R, when: id is known, points: 5 } ] } }"
    ),
    (
      "scores: { a: { groups: { x: { max: 50 }, y: { max: 5 } }, rules: [ { name: R, group: x, when: id is known, points: 40 }, { name: S, group: y, when: title = 'vp', points: 20 } ] } }",
      "scores: { a: { groups: { y: { max: 5 }, x: { max: 50 } }, rules: [ { name: R, group: x, when: id is known, points: 40 }, { name: S, group: y, when: title = 'vp', points: 20 } ] } }"
    ),
    (
      "scores: { a: { rules: [ { name: R, tags: [p], when: id is known, points: 10 } ], split: [p] } }",
      "scores: { a: { rules: [ { name: R, when: id is known, points: 10 } ] }, a_p: { rules: [ { name: R, when: id is known, points: 10 } ] } }"
    ),
  ])
  func whatIsPairedByNameIsNotTakenOverByItsPlace(before: String, after: String) throws {
    let stages = "\nstages: [ { name: call, when: a >= 10 }, { name: wait } ]\n"
    let (old, new) = (try model(before + stages), try model(after + stages))
    let population = Self.population([["id": "1", "title": "vp"], ["id": "2"]])
    let kept = ScoringEngine(old).scores(of: population, asOf: Self.asOf, options: .init(keepsSums: true))
    let comparison = ModelComparison(from: kept, to: new, population)
    let anew = ScoringEngine(new).scores(of: population, asOf: Self.asOf)
    for lead in 0..<2 {
      #expect(comparison.new.stageName(of: lead) == anew.stageName(of: lead))
      for score in new.scores.indices {
        #expect(comparison.new.score(score, of: lead) == anew.score(score, of: lead))
      }
    }
    #expect(comparison.movedCount == 0)
  }

  /// A stage that only the old model has stands where it stood, so that leaving it downwards is no rise.
  @Test func aStageThatWentKeepsItsPlace() throws {
    let lines = "scores: { s: { range: 0..10, rules: [ { name: R, when: id is known, points: 5 } ] } }\n"
    let before = try model(
      lines + "stages: [ { name: sql, when: s >= 8 }, { name: mql, when: s >= 5 }, { name: cold } ]")
    let after = try model(lines + "stages: [ { name: sql, when: s >= 8 }, { name: cold } ]")
    let comparison = compare(before, after, Self.population([["id": "a"]]))
    #expect(comparison.stages.map(\.name) == ["sql", "mql", "cold"])
    #expect(comparison.unexplained == (0, 1))
    #expect(comparison.differences == ["stage mql: s >= 5 → none", "order of the stages: sql, mql, cold → sql, cold"])
  }

  @Test func whatDiffersBesidesRulesIsNamed() throws {
    let before = try model(
      """
      vocabulary: { seniority: { vp: [Boss] } }
      scores:
        a: { range: 0..10, groups: { g: { max: 5 } }, rules: [ { name: R, group: g, when: id is known, points: 5 } ] }
        t: { sum: { a: 1 } }
      bands: { a: { A: 5, B: } }
      stages: [ { name: call, when: t >= 5 }, { name: wait } ]
      """)
    let after = try model(
      """
      missing: [x]
      scores:
        a: { range: 0..20, groups: { g: { max: 7 } }, rules: [ { name: R, group: g, when: id is known, points: 5 } ] }
        t: { sum: { a: 0.5 } }
      bands: { a: { A: 6, B: } }
      stages: [ { name: call, when: t >= 4 }, { name: wait } ]
      exclude: [ { name: Rival, when: company = 'r' } ]
      """)
    #expect(
      before.differences(to: after) == [
        "range of a: 0 to 10 → 0 to 20", "group g of a: at most 5 → at most 7", "weight of a in t: 1 → 0.5",
        "bands of a: A from 5, B below → A from 6, B below", "stage call: t >= 5 → t >= 4",
        "missing: #n/a, (blank), (none), -, --, n/a, null, select, undefined, unknown → x",
        "vocabulary of seniority: Boss is vp → none", "exclusion Rival: none → company = 'r'",
      ])
    #expect(before.differences(to: before).isEmpty)
  }

  // MARK: Making

  static let asOf = AsOf(Instant(secondsSince1970: 1_751_371_200))

  private func model(_ lines: String) throws -> ScoringModel {
    try ModelReader.model(from: "leadline: 1\n" + lines, path: "m.yaml")
  }

  private func compare(
    _ old: ScoringModel, _ new: ScoringModel, _ population: Population, outcomes: [UInt8]? = nil
  ) -> ModelComparison {
    let scores = [old, new].map { ScoringEngine($0).scores(of: population, asOf: Self.asOf) }
    return ModelComparison(from: scores[0], to: scores[1], population, outcomes: outcomes)
  }

  /// Leads of these texts; `size` is a number.
  static func population(_ leads: [[String: String]]) -> Population {
    var ids = TextPool()
    for lead in leads { _ = ids.code(of: Array(lead["id"]!.utf8).span) }
    var table = LeadTable(ids: ids)
    for name in Set(leads.flatMap(\.keys)).sorted() {
      let values = leads.map { lead -> Value in
        guard let text = lead[name] else { return .missing }
        return name == "size" ? .number(Double(text)!) : .text(text)
      }
      table.add(name, Column(values, as: name == "size" ? .number : .text))
    }
    return Population(leads: table)
  }
}
