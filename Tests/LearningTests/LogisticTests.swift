import Leads
import Scoring
import Statistics
import Testing

@testable import Learning

/// Logistic regressions of leads: their tables, and that what is served is what the tables say.
@Suite struct LogisticTests {
  private static let asOf = AsOf(Instant(secondsSince1970: 1_750_000_000))

  /// 600 leads; `visits` and `plan` tell, `noise` does not, `clicks` is three times `visits`, and all of plan `gift` are won.
  private static func training(_ change: (inout LogisticSettings) -> Void) throws -> Training {
    var chance = SplitMix64(seed: 12)
    var ids = TextPool()
    var plans = TextPool()
    var (visits, noise, codes, outcomes) = ([Double](), [Double](), [UInt32](), [Bool]())
    for lead in 0..<600 {
      _ = ids.code(of: Array("L\(lead)".utf8).span)
      let number = Double(chance.below(40))
      let plan = lead % 20 == 0 ? "gift" : ["basic", "plus", "pro"][chance.below(3)]
      let odds = number / 10 - 2.5 + (plan == "pro" ? 1.2 : 0)
      visits.append(lead % 11 == 0 ? .nan : number)
      noise.append(Double(chance.below(1000)))
      codes.append(plans.code(of: Array(plan.utf8).span))
      outcomes.append(plan == "gift" || Double(chance.below(1000)) / 1000 < Calibration.none.probability(of: odds))
    }
    var table = LeadTable(ids: ids)
    table.add("visits", .number(visits))
    table.add("noise", .number(noise))
    table.add("clicks", .number(visits.map { $0 * 3 }))
    table.add("plan", .text(TextColumn(codes: codes, pool: plans, placeholders: .usual)))
    table.add("same", .number(visits.map { _ in 7 }))
    var settings = Training.Settings()
    settings.learner = .logistic
    settings.keepsLeaks = true
    settings.logistic.columns = .raw
    change(&settings.logistic)
    let leads = TrainingLeads(Observations(outcomes.indices, asOf: asOf), outcomes: outcomes, outcome: "column won")
    return try Training(settings, Population(leads: table), leads)
  }

  /// For each lead the margin that a table of coefficients gives, by hand.
  private static func margins(_ table: RegressionTable, _ training: Training) -> [Double] {
    func number(_ name: String) -> [Double] {
      guard case .number(let numbers) = training.population.leads.column(name) else { return [] }
      return numbers
    }
    guard case .text(let plans) = training.population.leads.column("plan") else { return [] }
    return training.leads.outcomes.indices.map { lead in
      table.rows.reduce(0.0) { sum, row in
        switch (row.feature, row.level) {
        case ("", _): return sum + row.coefficient
        case ("plan", let level?):
          return sum + (plans.pool.text(plans.codes[lead]) == level ? row.coefficient : 0)
        case (let name, "missing"?): return sum + (number(name)[lead].isNaN ? row.coefficient : 0)
        case (let name, _):
          let known = number(name).filter { !$0.isNaN }
          let mean = known.reduce(0, +) / Double(known.count)
          return sum + row.coefficient * (number(name)[lead].isNaN ? mean : number(name)[lead])
        }
      }
    }
  }

  @Test(arguments: [LogisticSettings.Penalty.none, .ridge, .lasso, .elasticNet])
  func whatIsServedIsWhatTheTableSays(penalty: LogisticSettings.Penalty) throws {
    let training = try Self.training { $0.penalty = penalty }
    let model = try training.run().model
    let table = try #require(model.card.regression)
    let results = LearnedScorer(model, training.population, asOf: Self.asOf).results(threads: 2)
    for (result, margin) in zip(results, Self.margins(table, training)) {
      // A table or a slope is rounded to a millionth.
      #expect(abs(Double(result.margin) / 1e6 - margin) < 2e-5)
    }
    let bytes = try LearnedModelFile.bytes(of: model)
    #expect(try LearnedModelFile.model(from: bytes) == model)
    #expect((table.fit == nil) == (penalty != .none) && (table.penalty == nil) == (penalty == .none))
    #expect(table.rows.allSatisfy { ($0.standardError != nil) == (penalty == .none && $0.status == .kept) })
  }

  @Test func whatIsCollinearConstantOrSeparatingIsSaid() throws {
    let card = try Self.training { $0.penalty = .none }.run().model.card
    let table = try #require(card.regression)
    // Clicks are visits in another unit, and missing for the same leads.
    let collinear = table.rows.filter { $0.status == .collinear }.map(\.name)
    #expect(collinear.contains("clicks") && collinear.contains("clicks: missing"))
    #expect(table.rows.first { $0.name == "visits" }?.status == .kept)
    #expect(card.skipped.contains { $0.attribute == "same" })
    #expect(table.fit?.method == .firth && table.fit?.separating == ["plan: gift"])
    let gift = try #require(table.rows.first { $0.name == "plan: gift" })
    #expect(gift.coefficient > 1 && gift.coefficient < 20)
  }

  @Test func eliminationTellsWhatWentAndWhy() throws {
    let table = try #require(
      try Self.training {
        $0.penalty = .none
        $0.elimination = .init(to: 3)
      }.run().model.card.regression)
    let order = table.eliminated.map(\.name)
    #expect(table.kept <= 3)
    #expect(order.contains("noise") && !order.contains("visits"))
    #expect(table.eliminated.prefix { $0.reason == .collinear }.map(\.name).contains("clicks"))
    #expect(table.rows.filter { $0.status == .eliminated }.count == order.count)
    #expect(table.rows.filter { $0.status == .kept && !$0.feature.isEmpty }.allSatisfy { ($0.p ?? 1) <= 0.05 })
  }

  @Test(arguments: [LogisticSettings.Columns.raw, .bins])
  func aLassoLeavesNothingOfNoise(columns: LogisticSettings.Columns) throws {
    let table = try #require(
      try Self.training {
        $0.penalty = .lasso
        $0.columns = columns
      }.run().model.card.regression)
    let penalty = try #require(table.penalty)
    #expect(penalty.lambda >= penalty.best && penalty.path.count > 10)
    #expect(table.rows.contains { $0.feature == "visits" && $0.status == .kept })
    #expect(table.rows.filter { $0.feature == "noise" }.allSatisfy { $0.status == .zero })
  }

  /// What a number says ends where the leads ended that it was learned from.
  @Test func aNumberBeyondAllThatWereSeenCountsAsTheLargest() {
    let slope = AdditiveModel.Slope(feature: 0, amount: 0.5, centre: 2, low: -1, high: 4)
    #expect(slope.given(4) == 1_000_000 && slope.given(4.1) == 1_000_000 && slope.given(.infinity) == 1_000_000)
    #expect(slope.given(-1) == -1_500_000 && slope.given(-99) == -1_500_000)
    #expect(slope.given(3) == 500_000 && slope.given(.nan) == 0)
  }

  @Test func aFileWithASlopeThatFitsNothingIsRefused() throws {
    var model = try Self.training { $0.penalty = .none }.run().model
    guard case .tables(var tables) = model.body else { return }
    tables.slopes![0].feature = 99
    model.body = .tables(tables)
    #expect(model.inconsistency != nil)
  }

  /// The same ranking is no better; the other way round it is worse by more than chance.
  @Test func rivalsAreComparedLeadByLead() throws {
    let outcomes = (0..<200).map { $0 % 3 == 0 }
    let good = outcomes.enumerated().map { $1 ? 0.5 + Double($0 % 40) / 100 : 0.2 + Double($0 % 50) / 100 }
    let same = try #require(ModelCard.Rival(name: "same", own: good, other: good, outcomes))
    #expect(same.rocAUC.p == 1 && same.logLoss.value == 0)
    let worse = try #require(ModelCard.Rival(name: "turned", own: good, other: good.map { 1 - $0 }, outcomes))
    #expect(worse.rocAUC.p < 1e-6 && worse.rocAUC.estimate.value > 0 && worse.logLoss.high < 0)
  }
}
