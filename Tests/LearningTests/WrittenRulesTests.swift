import Leads
import Scoring
import Testing

@testable import Learning

/// What `train --rules` writes gives each lead what the learned tables give.
@Suite struct WrittenRulesTests {
  /// Leads of the training and others: unseen levels, and numbers and ages at every end of a bin and beside it.
  @Test(arguments: [true, false]) func rulesGiveEveryLeadThePointsOfItsBins(hasEvents: Bool) throws {
    let leads = InventedLeads(seed: 3, count: 1_200, hasEvents: hasEvents)
    let learned = try leads.learned(.additive) { $0.isForRules = true }
    let text = try #require(learned.rules(name: "Learned")).text
    let model: ScoringModel
    do { model = try ModelReader.model(from: text, path: "rules.yaml") } catch {
      Issue.record("\(error)\n\(text)")
      return
    }
    let sources = learned.features.features.map(\.source)
    for name in ["source", "plan", "rare", "member"] {
      #expect(
        sources.contains { $0.attributes == [name] }, "\(name) must be learned from for the test to say something")
    }
    var (numbers, days) = ([Double](), [Int]())
    for feature in learned.features.features {
      guard case .cuts(let cuts) = feature.bins else { continue }
      if feature.source == .number(attribute: "visits") {
        numbers = cuts.flatMap { [$0, $0.nextDown, $0.nextUp] } + [-1e9, 1e9, 0]
      }
      if feature.source == .age(attribute: "trial_end") {
        days = cuts.flatMap { [Int($0), Int($0) - 1] } + [-3, 0, 4000]
      }
    }
    #expect(numbers.count > 10 && days.count > 10)
    let others = InventedLeads(
      seed: 4, count: 3_000, numbers: numbers, days: days, unseen: true, hasEvents: hasEvents)
    for population in [leads.population, others.population] { try expectSame(learned, model, population, hasEvents) }
  }

  private func expectSame(
    _ learned: LearnedModel, _ model: ScoringModel, _ population: Population, _ hasEvents: Bool
  ) throws {
    guard case .tables(let tables) = learned.body else {
      Issue.record("rules are made of tables")
      return
    }
    let asOf = InventedLeads.asOf
    let scores = ScoringEngine(model).scores(of: population, asOf: asOf)
    let margins = LearnedScorer(learned, population, asOf: asOf).results(threads: 1).map(\.margin)
    let sources = learned.features.sources
    let codes = learned.features.codes(
      of: RawTable(sources, population, Observations(0..<population.leads.count, asOf: asOf)),
      sources.map { LevelNames($0, population) })
    func thousandths(_ amount: Int64) -> Int64 {
      Int64((Double(amount) / 1e6 * LearnedModel.pointsPerLogOdds * 1000).rounded())
    }
    /// Rounded half up, as scores are.
    func points(_ thousandths: Int64) -> Int64 { Int64((Double(thousandths) / 1000 + 0.5).rounded(.down)) }
    var wrong = 0
    for lead in 0..<population.leads.count {
      var (fit, engagement) = (Int64(0), Int64(0))
      for (feature, source) in sources.enumerated() {
        let amount = thousandths(tables.tables[feature][Int(codes.columns[feature][lead])])
        if source.readsEvents { engagement += amount } else { fit += amount }
      }
      if hasEvents { engagement += thousandths(tables.intercept) } else { fit += thousandths(tables.intercept) }
      let expected = hasEvents ? [points(fit), points(engagement), points(fit) + points(engagement)] : [points(fit)]
      let found = model.scores.indices.map { scores.score($0, of: lead) ?? .min }
      if found != expected {
        wrong += 1
        if wrong <= 3 {
          let values = population.leads.attributes.map { "\($0.name) \(population.leads.value($0.name, of: lead))" }
          Issue.record("lead \(lead): \(found), not \(expected); \(values)")
        }
      }
      // And so the learned margin, but for the roundings.
      let margin = Double(margins[lead]) / 1e6 * LearnedModel.pointsPerLogOdds
      let bound = 0.5 * (hasEvents ? 2 : 1) + 0.0005 * Double(sources.count + 1) + 1e-6
      #expect(abs(Double(expected.last!) - margin) <= bound, "lead \(lead)")
    }
    #expect(wrong == 0)
  }
}
