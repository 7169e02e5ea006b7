import Conditions
import Leads
import TestSupport
import Testing

@testable import Scoring

/// The engine against the explainer, over random models, leads, events and moments. Failures print the seed.
@Suite struct EnginePropertyTests {
  private static let seeds: Range<UInt64> = 0..<140

  @Test(arguments: seeds) func theEngineScoresWhatTheExplainerExplains(seed: UInt64) {
    let model = RandomModel(seed: seed).model
    let random = RandomPopulation(seed: seed, leads: 1...60, events: 0...12)
    expectAgreement(model, random, seed: seed)
  }

  @Test(arguments: [1_001, 1_002] as [UInt64]) func blocksAreSeamless(seed: UInt64) {
    let random = RandomPopulation(seed: seed, leads: 2_500...3_000, events: 0...3)
    expectAgreement(RandomModel(seed: seed).model, random, seed: seed, every: 7)
  }

  @Test func shardsAreSeamless() {
    let random = RandomPopulation(seed: 77, leads: 17_500...18_000, events: 0...2)
    expectAgreement(RandomModel(seed: 77).model, random, seed: 77, every: 41)
  }

  func expectAgreement(_ model: ScoringModel, _ random: RandomPopulation, seed: UInt64, every step: Int = 1) {
    var generator = SeededGenerator(seed: seed)
    let population = random.population(eventsBy: &generator)
    let engine = ScoringEngine(model)
    let scores = engine.scores(of: population, asOf: random.asOf, options: .init(reasons: true))
    let explainer = Explainer(model, population, asOf: random.asOf)
    // Every so many leads, and all beside the seams.
    let leads = (0..<random.count).filter { $0 % step == 0 || [0, 1_023].contains($0 % 1024) }
    for lead in leads {
      let explanation = explainer.explanation(of: lead)
      let difference = explanation.difference(from: scores, model)
      if let difference {
        Issue.record("seed \(seed), lead \(lead): \(difference)")
        break
      }
      if let flaw = explanation.flaw(model) { Issue.record("seed \(seed), lead \(lead): \(flaw)") }
    }
    expectSame(
      engine.scores(of: population, asOf: random.asOf, options: .init(threads: 3, reasons: true)), scores,
      "three threads, seed \(seed)")
    expectSame(
      engine.scores(of: population, asOf: random.asOf, options: .init(threads: 2, keepsSums: true)), scores,
      reasons: false, "with sums and without reasons, seed \(seed)")
    let order = Array(0..<random.count).shuffled(using: &generator)
    let shuffled = engine.scores(
      of: random.population(order: order, eventsBy: &generator), asOf: random.asOf,
      options: .init(threads: 3, reasons: true))
    expectSame(shuffled, scores, order: order, "shuffled, seed \(seed)")
    #expect(scores.leadsPerRule == shuffled.leadsPerRule, "seed \(seed)")
  }

  func expectSame(
    _ found: Scores, _ expected: Scores, order: [Int]? = nil, reasons: Bool = true, _ what: String
  ) {
    for row in 0..<found.count {
      let lead = order?[row] ?? row
      let isSame =
        found.model.scores.indices.allSatisfy { found.score($0, of: row) == expected.score($0, of: lead) }
        && found.exclusion(of: row) == expected.exclusion(of: lead)
        && found.stageName(of: row) == expected.stageName(of: lead)
        && found.grade(of: row) == expected.grade(of: lead) && found.matrix(of: row) == expected.matrix(of: lead)
        && (!reasons || found.reasons(of: row) == expected.reasons(of: lead))
      if !isSame {
        Issue.record("\(what): row \(row), lead \(lead)")
        return
      }
    }
  }

  // MARK: Files

  @Test(arguments: 0..<120 as Range<UInt64>) func aModelReadFromItsTextIsTheModel(seed: UInt64) throws {
    let random = RandomModel(seed: seed)
    let read: ScoringModel
    do throws(ModelIssues) {
      read = try ModelReader.model(from: random.yaml, path: "seed \(seed)")
    } catch {
      // What only the reader refuses: an attribute that is used with two types does not occur here.
      Issue.record("\(error)\n\(random.yaml)")
      return
    }
    #expect(read.scores.map(\.withoutLines) == random.model.scores.map(\.withoutLines), "seed \(seed)\n\(random.yaml)")
    #expect(read.bands == random.model.bands, "seed \(seed)")
    #expect(read.matrix == random.model.matrix, "seed \(seed)")
    #expect(read.grade == random.model.grade, "seed \(seed)")
    #expect(read.stages == random.model.stages, "seed \(seed)")
    #expect(read.exclusions == random.model.exclusions, "seed \(seed)")
    let population = RandomPopulation(seed: seed, leads: 1...20, events: 0...8)
    expectAgreement(read, population, seed: seed)
  }

  // MARK: What if

  @Test(arguments: 0..<80 as Range<UInt64>) func rescoringEqualsScoringAnew(seed: UInt64) {
    var random = RandomModel(seed: seed)
    let leads = RandomPopulation(seed: seed &+ 1, leads: 1...40, events: 0...8)
    var generator = SeededGenerator(seed: seed)
    let population = leads.population(eventsBy: &generator)
    var scores = ScoringEngine(random.model).scores(
      of: population, asOf: leads.asOf, options: .init(reasons: seed % 2 == 0, keepsSums: true))
    for round in 0..<5 {
      for _ in 0..<random.number(1...3) { random.edit() }
      let engine = ScoringEngine(random.model)
      let anew = engine.scores(of: population, asOf: leads.asOf)
      let keepsSums = round < 4
      scores = engine.rescored(scores, of: population, options: .init(threads: 2, keepsSums: keepsSums))
      expectSame(scores, anew, "seed \(seed), round \(round)")
      #expect(scores.reasons(of: 0).isEmpty, "the reasons of the old model must not stay; seed \(seed)")
      #expect(scores.model.version == random.model.version)
    }
    // Without sums it is done anew.
    random.edit()
    let engine = ScoringEngine(random.model)
    expectSame(
      engine.rescored(scores, of: population, options: .init(reasons: true)),
      engine.scores(of: population, asOf: leads.asOf, options: .init(reasons: true)), "seed \(seed)")
  }

  @Test func nobodyIsScoredAsNobody() {
    let model = RandomModel(seed: 5).model
    let nobody = Population(leads: LeadTable(ids: TextPool()))
    let asOf = AsOf(Instant(secondsSince1970: 0))
    let scores = ScoringEngine(model).scores(
      of: nobody, asOf: asOf, options: .init(threads: 2, reasons: true, keepsSums: true))
    #expect(scores.count == 0)
    #expect(ScoringEngine(model).rescored(scores, of: nobody).count == 0)
    #expect(scores.leadsPerRule.count == model.allRules.count)
  }
}

extension Score {
  /// The score without the places of its rules.
  fileprivate var withoutLines: Score {
    var score = self
    for rule in score.rules.indices { score.rules[rule].line = 0 }
    return score
  }
}

extension Explanation {
  /// What the scores say otherwise, or nil.
  fileprivate func difference(from found: Scores, _ model: ScoringModel) -> String? {
    for (index, score) in scores.enumerated() {
      let value = found.score(index, of: lead)
      if value != score.reported { return "\(score.name) is \(value as Any), explained as \(score.reported as Any)" }
      let band = model.bands(of: index).flatMap { found.band($0, of: lead) }
      if band != score.band { return "the band of \(score.name) is \(band as Any), explained as \(score.band as Any)" }
    }
    let excluded = found.exclusion(of: lead).map { model.exclusions[$0].name }
    if excluded != exclusion { return "excluded for \(excluded as Any), explained as \(exclusion as Any)" }
    if found.stageName(of: lead) != stage {
      return "stage \(found.stageName(of: lead) as Any), explained as \(stage as Any)"
    }
    if found.grade(of: lead) != grade?.letter {
      return "grade \(found.grade(of: lead) as Any), not \(grade?.letter as Any)"
    }
    if found.matrix(of: lead) != matrix { return "matrix \(found.matrix(of: lead) as Any), not \(matrix as Any)" }
    let reasons = Array(found.reasons(of: lead))
    let expected = strongest(model)
    return reasons == expected ? nil : "reasons \(reasons), explained as \(expected)"
  }

  /// The strongest contributions; of two as strong the earlier rule's.
  private func strongest(_ model: ScoringModel) -> [Scores.Reason] {
    var first: Int32 = 0
    var all: [Scores.Reason] = []
    for (score, explained) in zip(model.scores, scores) {
      for contribution in explained.contributions where contribution.worth != 0 && score.tag == nil {
        guard let rule = score.rules.firstIndex(where: { $0.name == contribution.rule }) else { continue }
        all.append(Scores.Reason(rule: first + Int32(rule), worth: contribution.worth))
      }
      first += Int32(score.rules.count)
    }
    all.sort { ($1.worth.magnitude, $0.rule) < ($0.worth.magnitude, $1.rule) }
    return Array(all.prefix(Scores.reasonCount))
  }

  /// Where the explanation does not add up, or nil: contributions minus cuts are the score.
  fileprivate func flaw(_ model: ScoringModel) -> String? {
    for (score, explained) in zip(model.scores, scores) {
      guard let reported = explained.reported else {
        if explained.absence == nil || !explained.contributions.isEmpty {
          return "\(score.name) is absent without a reason"
        }
        continue
      }
      let given =
        explained.contributions.reduce(0) { $0 + $1.worth }
        + explained.parts.reduce(0) { $0 + ($1.reported ?? 0) * $1.weight.billionths }
        + (explained.likelihood?.likelihood ?? 0) * 1_000_000_000
      let cut = explained.groupCuts.reduce(explained.rangeCut) { $0 + $1.sum - $1.limited }
      // Floor of the total plus a half, in whole numbers.
      let shifted = given - cut + 500_000_000
      let floor = shifted >= 0 ? shifted / 1_000_000_000 : -((-shifted + 999_999_999) / 1_000_000_000)
      if floor != reported { return "\(score.name): \(given) - \(cut) does not make \(reported)" }
      for contribution in explained.contributions where !contribution.occurrences.isEmpty {
        guard case .events(let rule)? = score.rules.first(where: { $0.name == contribution.rule })?.body else {
          continue
        }
        if case .atLeast = rule.count { continue }
        if contribution.occurrences.reduce(0, { $0 + $1.worth }) != contribution.unlimited {
          return "\(score.name), \(contribution.rule): occurrences do not add up"
        }
      }
    }
    return nil
  }
}
