import Conditions
import Leads
import Reports
import Scoring

/// A report in which every text that can come from a user is made by a function: the same leads and numbers each time.
struct FullReport {
  /// Gives the text for a field; different fields get different texts.
  let text: (String) -> String

  var html: String {
    let population = population
    let scores = ScoringEngine(model).scores(of: population, asOf: asOf, options: .init(reasons: true))
    return ScoreReport(
      scores: scores, population: population,
      options: .init(
        title: text("title"), segments: ["lead_source", text("segment"), text("size")],
        findings: [text("finding one"), text("finding two")], topCount: 5)
    ).html
  }

  /// The same with a filter, and without what a filter leaves out.
  var filteredHTML: String {
    let population = population
    let scores = ScoringEngine(model).scores(of: population, asOf: asOf)
    return ScoreReport(
      scores: scores, population: population, rows: Array(population.leads.rowsByID().prefix(20)),
      options: .init(segments: ["lead_source"], filter: text("filter"))
    ).html
  }

  /// What a change of three rules and a stage does.
  var comparisonHTML: String {
    let population = population
    var changed = model
    changed.scores[0].rules[1].body = .attributes([
      Rule.Branch(.test(Test(Operand(text("segment"), .any), .known)), Points(12), label: text("new entry"))
    ])
    changed.scores[1].rules[0].name = text("renamed rule")
    changed.stages[0].condition = .test(Test(Operand(text("total"), .number), .number(.greaterOrEqual, 45)))
    changed.version = text("new version")
    let old = ScoringEngine(model).scores(of: population, asOf: asOf)
    let new = ScoringEngine(changed).scores(of: population, asOf: asOf)
    let comparison = ModelComparison(
      from: old, to: new, population, lineStage: text("next stage"),
      outcomes: (0..<population.leads.count).map { UInt8($0 % 3) })
    return CompareReport(
      comparison: comparison, leads: population.leads, capacity: 12, title: text("title"),
      findings: [text("finding one")]
    ).html
  }

  private let asOf = AsOf(Instant(secondsSince1970: 1_782_864_000))

  private var model: ScoringModel {
    var fit = Score(
      text("fit"), groups: [Score.Group(text("group"), Limits(maximum: Points(60)))],
      rules: [
        Rule(
          text("size rule"), group: 0,
          .attributes([
            Rule.Branch(
              .test(Test(Operand(text("size"), .number), .number(.greaterOrEqual, 50))), Points(40),
              label: text("entry"))
          ])),
        Rule(
          text("known rule"),
          .attributes([Rule.Branch(.test(Test(Operand(text("segment"), .any), .known)), Points(-5))])),
      ])
    fit.range = Limits(minimum: Points(-50), maximum: Points(100))
    let interest = Score(
      text("interest"),
      rules: [
        Rule(text("event rule"), .events(EventRule(["visit"], decay: .halfLife(days: 30), points: Points(6)))),
        Rule(text("idle rule"), .idle(IdleRule(steps: [IdleRule.Step(days: 20, points: Points(-8))]))),
      ])
    let total = Score(text("total"), sum: [Score.Part(0, weight: Points(1)), Score.Part(1, weight: Points(1))])
    var model = ScoringModel(name: text("model"), scores: [fit, interest, total])
    model.version = text("version")
    model.exclusions = [Exclusion(text("exclusion"), .test(Test(Operand("is_customer", .flag), .flag(true))))]
    model.bands = [
      Bands(score: 0, [Bands.Band(text("band A"), from: 30), Bands.Band(text("band B"), from: nil)]),
      Bands(score: 1, [Bands.Band(text("band 1"), from: 5), Bands.Band(text("band 2"), from: nil)]),
    ]
    model.matrix = [0, 1]
    model.grade = GradeProfile(
      start: 5,
      [GradeProfile.Criterion(text("criterion"), .test(Test(Operand(text("size"), .number), .known)), match: 2)])
    model.stages = [
      Stage(text("best stage"), .test(Test(Operand(text("total"), .number), .number(.greaterOrEqual, 40)))),
      Stage(text("next stage"), .test(Test(Operand(text("total"), .number), .number(.greaterOrEqual, 10)))),
      Stage(text("last stage")),
    ]
    model.attributes = [
      Attribute(text("size"), .number), Attribute(text("segment"), .text), Attribute("is_customer", .flag),
    ]
    return model
  }

  private var population: Population {
    let count = 80
    let leads = LeadTable(
      ids: (0..<count).map { text("id \($0)") },
      [
        ("name", .texts((0..<count).map { $0 % 7 == 0 ? nil : text("name \($0)") })),
        ("company", .texts((0..<count).map { $0 % 5 == 0 ? nil : text("company \($0)") })),
        ("email", .texts((0..<count).map { text("email \($0)") })),
        ("lead_source", .texts((0..<count).map { $0 % 9 == 0 ? nil : text("source \($0 % 4)") })),
        (text("segment"), .texts((0..<count).map { $0 % 11 == 0 ? nil : text("value \($0 % 16)") })),
        (text("size"), .number((0..<count).map { $0 % 13 == 0 ? .nan : Double($0 * 3) })),
        ("created_at", .instant((0..<count).map { asOf.instant.secondsSince1970 - Int64($0) * 43_200 })),
        ("is_customer", .flag((0..<count).map { $0 % 20 == 19 ? 2 : 1 })),
      ])
    guard case .text(let names) = Column.texts(["visit"]) else { return Population(leads: leads) }
    let start = asOf.instant.secondsSince1970
    let events = (0..<count).filter { $0 % 3 != 0 }.flatMap { lead in
      (0...lead % 4).map { back in
        (lead: lead, event: Event(secondsSince1970: start - Int64(back * 86_400 * (1 + lead % 10)), kind: 0))
      }
    }
    return Population(
      leads: leads, events: EventLog(leadCount: count, events: events), kinds: EventKinds(names: names, properties: []))
  }
}
