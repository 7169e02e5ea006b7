import Leads
import Scoring
import Testing

@testable import Learning

/// Learned models as scores of a scoring model.
@Suite struct LikelihoodScoreTests {
  static let text = """
    leadline: 1
    exclude: [ { name: Fair, when: "plan = 'Fair' and visits > 30" } ]
    scores:
      fit: { range: 0..100, rules: [ { name: Partner, when: "plan = 'Partner'", points: 40 }, { name: Demo, on: demo_request, count: once, points: 20 } ] }
      likelihood: { learned: close.learned, for: "rare is known" }
      total: { range: 0..100, sum: { fit: 0.5, likelihood: 0.5 } }
    bands: { likelihood: { hot: 60, warm: 30, cold: } }
    stages: [ { name: sql, when: "total >= 45" }, { name: mql, when: "likelihood >= 40" }, { name: cold } ]

    """

  private static func scoring(_ learned: LearnedModel) throws -> ScoringModel {
    let (model, checksum) = try LearnedModelFile.contents(of: LearnedModelFile.bytes(of: learned))
    return try ModelReader.model(
      from: text, path: "m.yaml", learnedFile: { model.source(file: $0, checksum: checksum) })
  }

  @Test(arguments: Learner.allCases) func theEngineSaysOfAllWhatTheModelSaysOfEachAlone(learner: Learner) throws {
    let learned = try InventedLeads(seed: 5, count: 500).learned(learner)
    let model = try Self.scoring(learned)
    #expect(model.scores[1].learned?.acts.contains(.init("demo_request")) == true)
    let asOf = InventedLeads.asOf
    // As it was learned from, with other values, and without a column that the model reads.
    for leads in [
      InventedLeads(seed: 5, count: 500), InventedLeads(seed: 6, count: 300, unseen: true),
      InventedLeads(seed: 7, count: 200, without: "flat"),
    ] {
      let population = leads.population
      let scores = ScoringEngine(model).scores(of: population, asOf: asOf)
      let threaded = ScoringEngine(model).scores(
        of: population.adding(likelihoodsFor: model, asOf: asOf, threads: 3), asOf: asOf, options: .init(threads: 3))
      let results = LearnedScorer(learned, population, asOf: asOf).results(threads: 2)
      let explainer = Explainer(model, population, asOf: asOf)
      for lead in stride(from: 0, to: population.leads.count, by: 4) {
        let explanation = explainer.explanation(of: lead)
        #expect(explanation.scores.map(\.reported) == (0..<3).map { scores.score($0, of: lead) }, "lead \(lead)")
        #expect(explanation.stage == scores.stageName(of: lead))
        #expect((0..<3).allSatisfy { threaded.score($0, of: lead) == scores.score($0, of: lead) })
        let isFor = scores.exclusion(of: lead) == nil && population.leads.value("rare", of: lead) != .missing
        #expect(scores.score(1, of: lead) == (isFor ? Int64(results[lead].likelihood) : nil))
        guard let likelihood = explanation.scores[1].likelihood else {
          #expect(!isFor)
          continue
        }
        #expect(likelihood.probability == UInt32((results[lead].probability * 1e6).rounded()))
        let sum = likelihood.reasons.reduce(likelihood.base) { $0 + $1.worth }
        #expect(abs(sum - likelihood.margin) < 1e-4, "lead \(lead): \(sum), \(likelihood.margin)")
      }
    }
  }

  @Test func whatHappensAfterTheMomentDoesNotCount() throws {
    let leads = InventedLeads(seed: 8, count: 500)
    let model = try Self.scoring(try leads.learned(.additive))
    let asOf = AsOf(
      Instant(secondsSince1970: InventedLeads.asOf.instant.secondsSince1970 - 20 * InventedLeads.day), utcOffset: 7_200)
    let now = Int64(asOf.instant.secondsSince1970)
    let all = (0..<500).flatMap { lead in leads.population.events.events(of: lead).map { (lead: lead, event: $0) } }
    let early = all.filter { Int64($0.event.secondsSince1970) <= now }
    #expect(early.count < all.count - 100)
    var before = leads.population
    before.events = EventLog(leadCount: 500, events: early)
    let full = ScoringEngine(model).scores(of: leads.population, asOf: asOf)
    let cut = ScoringEngine(model).scores(of: before, asOf: asOf)
    #expect((0..<500).allSatisfy { full.score(1, of: $0) == cut.score(1, of: $0) })
    // The events do matter once they have happened.
    let later = ScoringEngine(model).scores(of: leads.population, asOf: InventedLeads.asOf)
    #expect((0..<500).count { full.score(1, of: $0) != later.score(1, of: $0) } > 50)
  }

  /// What is said to lift a lead does so: the act is added to its events, and everybody is scored anew.
  @Test(arguments: [Learner.additive, .trees]) func stepsUpAreTrueOfTheWholeModel(learner: Learner) throws {
    let leads = InventedLeads(seed: 9, count: 400)
    let model = try Self.scoring(try leads.learned(learner))
    let population = leads.population
    let asOf = InventedLeads.asOf
    let explainer = Explainer(model, population, asOf: asOf)
    let all = (0..<400).flatMap { lead in population.events.events(of: lead).map { (lead: lead, event: $0) } }
    var steps = 0
    for lead in 0..<60 {
      for step in explainer.nextSteps(of: lead) {
        guard case .events(let name, let count, let properties) = step.action else { continue }
        let kind = try #require(
          (0..<population.kinds.count).first { kind in
            let url = population.kinds.value("url", of: kind)
            return population.kinds.name(kind) == name
              && (url == .missing ? [] : ["url \(url.plainDescription)"]) == properties
          })
        let act = Event(secondsSince1970: asOf.instant.secondsSince1970, kind: UInt32(kind))
        var changed = population
        changed.events = EventLog(
          leadCount: 400, events: all + Array(repeating: (lead: lead, event: act), count: count))
        let then = ScoringEngine(model).scores(of: changed, asOf: asOf)
        #expect(then.stageName(of: lead) == step.to, "lead \(lead): \(step.phrase)")
        #expect(then.score(2, of: lead) == step.after, "lead \(lead): \(step.phrase)")
        steps += 1
      }
    }
    #expect(steps > 5, "a test of no steps says nothing")
  }
}
