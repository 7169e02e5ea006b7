import Leads
import Testing

@testable import Scoring

@Suite struct VariationTests {
  static let model = """
    leadline: 1
    scores:
      fit:
        groups: { firm: { max: 20, min: -5 } }
        rules:
          - { name: Senior, when: "title = 'vp'", points: 10 }
          - { name: Size v2.0, group: firm, by: size, points: { "<10": -8, "10+": 6, other: 0 } }
      engagement:
        rules:
          - { name: Pricing page, tags: [hot], on: page_view, within: 60d, points: 4, decay: half-life 10d, max: 20, min: -1 }
          - { name: Intense, tags: [hot], on: page_view, within: 7d, count: at least 3, points: 8 }
          - { name: Quiet, idle: { 30d: -5, 60d: -10 } }
        split: [hot]
    """

  static func read() throws -> ScoringModel { try ModelReader.model(from: model, path: "m.yaml") }

  @Test(arguments: [
    ("fit.Senior.points=0..4", "0 1 2 3 4"), ("fit.senior.points = 5, 0,10", "5 0 10"),
    ("engagement.Pricing page.points=0..20", "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"),
    ("engagement.Pricing page.points=0..21 by 7", "0 7 14 21"), ("fit.Senior.points=-1..1 by 0.5", "-1 -0.5 0 0.5 1"),
    ("fit.Senior.points=0..100", "0 5 10 15 20 25 30 35 40 45 50 55 60 65 70 75 80 85 90 95 100"),
    ("engagement.Pricing page.within=7d..9d", "7 8 9"),
    ("fit.Senior.points=0..1", "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1"),
  ])
  func rangesAndListsGiveTheirValues(text: String, values: String) throws {
    let variation = try Variation(text, of: Self.read())
    #expect(variation.values.map(\.description).joined(separator: " ") == values)
  }

  @Test func eachNumberOfARuleCanBeVaried() throws {
    let model = try Self.read()
    func varied(_ text: String) throws -> ScoringModel {
      let variation = try Variation(text, of: model)
      return try variation.applied(variation.values[0], to: model)
    }
    func events(_ model: ScoringModel, _ rule: Int) -> EventRule? {
      if case .events(let events) = model.scores[1].rules[rule].body { events } else { nil }
    }
    #expect(try varied("engagement.Pricing page.points=7").scores[1].rules[0].name == "Pricing page")
    #expect(try events(varied("engagement.Pricing page.points=7"), 0)?.points == Points(7))
    #expect(try events(varied("engagement.Pricing page.within=7d"), 0)?.windowDays == 7)
    #expect(try events(varied("engagement.Pricing page.decay=7"), 0)?.decay == .halfLife(days: 7))
    #expect(try events(varied("engagement.Intense.count=7"), 1)?.count == .atLeast(7))
    #expect(try varied("engagement.Pricing page.max=7").scores[1].rules[0].limits.maximum == Points(7))
    #expect(try varied("engagement.Pricing page.min=-7").scores[1].rules[0].limits.minimum == Points(-7))
    #expect(try varied("fit.firm.max=7").scores[0].groups[0].limits.maximum == Points(7))
    #expect(try varied("fit.firm.min=-7").scores[0].groups[0].limits.minimum == Points(-7))
    func points(_ body: Rule.Body) -> [Points] {
      switch body {
      case .attributes(let branches): branches.map(\.points)
      case .idle(let idle): idle.steps.map(\.points)
      case .events(let events): [events.points]
      }
    }
    #expect(
      try points(varied("fit.Size v2.0.points.10+=7").scores[0].rules[1].body) == [Points(-8), Points(7), Points(0)])
    #expect(try points(varied("engagement.Quiet.points.60d=-7").scores[1].rules[2].body) == [Points(-5), Points(-7)])
    // The part of the score that has a tag follows.
    let part = try varied("engagement.Pricing page.points=7").scores[2]
    #expect(part.name == "engagement_hot")
    #expect(points(part.rules[0].body) == [Points(7)])
  }

  @Test(arguments: [
    ("fit.Senior.points", "gives no values"), ("fit.Senior.points=", "is not a number of points"),
    ("fit.Senior.points=4..0", "has no values"), ("fit.Senior.points=4..4", "has no values"),
    ("fit.Senior.points=1,1", "1 is there twice"), ("fit.Senior.points=0..10 by 0", "the step must be above 0"),
    ("fit.Senior.points=0..10 by -1", "the step must be above 0"),
    ("fit.Senior.points=0..2.01 by 0.01", "has more than 201 values"),
    ("fit.Senior.points=0..10001", "is not a number"),
    ("fit.Senior.points=a..b", "\"a\" is not a number of points"), ("fit.Senor.points=1", "no rule or group \"Senor\""),
    ("fit.Senior=1", "does not say which number"), ("fits.Senior.points=1", "no score \"fits\""),
    ("fit.Senior.within=1", "has no \"within\" to vary"), ("fit.Size v2.0.points=1", "say which entry"),
    ("fit.Size v2.0.points.20+=1", "has no entry \"20+\""), ("engagement.Quiet.points=1", "say which entry"),
    ("engagement.Pricing page.within=1.5", "is not a whole number"),
    ("engagement.Intense.decay=3", "has no half-life or linear decay"),
    ("engagement.Pricing page.count=3", "does not count at least"),
    ("fit.firm.points=1", "of a group only max and min"),
    ("=1", "has no score"), ("", "gives no values"),
  ])
  func whatCannotBeVariedIsSaid(text: String, message: String) throws {
    let model = try Self.read()
    let problem = #expect(throws: Variation.Problem.self) { try Variation(text, of: model) }
    #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
  }

  @Test(arguments: [
    ("engagement.Pricing page.max=0", nil), ("engagement.Pricing page.max=-1", "the max of a rule is 0 or more"),
    ("engagement.Pricing page.min=0", nil), ("engagement.Pricing page.min=1", "the min of a rule is 0 or less"),
    ("engagement.Pricing page.max=-2", "the maximum -2 is below the minimum -1"),
    ("fit.firm.max=-5", nil), ("fit.firm.max=-6", "the maximum -6 is below the minimum -5"),
    ("engagement.Pricing page.within=1", nil), ("engagement.Pricing page.within=0", "must be at least 1"),
  ])
  func aValueThatNoModelMayHaveIsRefused(text: String, message: String?) throws {
    let model = try Self.read()
    let variation = try Variation(text, of: model)
    do {
      _ = try variation.applied(variation.values[0], to: model)
      #expect(message == nil)
    } catch {
      #expect(message.map(error.message.contains) == true, "\(error.message)")
    }
  }
}
