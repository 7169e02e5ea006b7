import Leads
import Scoring
import Testing

@testable import Templates

/// The points, sizes and thresholds that were agreed for each template, each written down here a second time.
@Suite struct TemplatePointsTests {
  private func model(_ name: String) throws -> ScoringModel {
    let template = try #require(Template.named(name))
    return try ModelReader.model(from: template.text, path: "\(name).yaml")
  }

  /// Points for one occurrence of an event, by template and event.
  static let eventPoints: [(template: String, points: [String: Int])] = [
    ("b2b-six-parts", ["blog_subscribed": 2, "whitepaper_download": 25]),
    ("smb-saas", ["newsletter_signup": 2, "trial_started": 8, "key_feature_unlocked": 20]),
    ("e-commerce", ["product_view": 7, "cart_add": 15, "wishlist_add": 10, "purchase": 20, "newsletter_signup": 5]),
    (
      "education",
      ["page_view": 5, "content_download": 10, "demo_request": 20, "form_submit": 25, "webinar_attended": 30]
    ),
    (
      "product-led-saas",
      [
        "key_feature_used": 10, "trial_started": 20, "demo_request": 25, "knowledge_base_visit": 15,
        "support_ticket": 30,
      ]
    ),
    (
      "b2b-enterprise",
      ["whitepaper_download": 15, "demo_request": 30, "webinar_attended": 25, "proposal_requested": 35]
    ),
    (
      "newsletter-nurture",
      ["newsletter_signup": 5, "report_download": 10, "consultation_booked": 20, "email_open": 2, "email_click": 5]
    ),
    (
      "score-and-grade",
      [
        "form_submit": 50, "landing_page_submit": 50, "opportunity_created": 50, "opportunity_lost": -100, "chat": 10,
        "custom_redirect_click": 3, "file_download": 3, "site_search": 3, "link_click": 3, "session": 3,
        "page_view": 1, "form_error": -5, "email_open": 0,
      ]
    ),
    ("categories", ["page_view": 5, "inquiry": 15, "demo_request": 25]),
    ("attribute-by-attribute", ["lead_magnet_download": 10, "webinar_attended": 10, "trial_started": 10]),
  ]

  @Test(arguments: eventPoints) func eventsAreWorthWhatWasAgreed(template: String, points: [String: Int]) throws {
    let rules = try model(template).scores.flatMap(\.rules)
    for (event, expected) in points {
      let found = rules.compactMap { rule -> Points? in
        if case .events(let events) = rule.body, events.names == [event] { events.points } else { nil }
      }
      #expect(found.first == Points(expected), "\(event)")
    }
  }

  @Test(arguments: [(1, 2), (9, 2), (10, 8), (29, 8), (30, 19), (99, 19), (100, 3), (5_000, 3)])
  func smallBusinessesCountBySize(employees: Int, points: Int) throws {
    #expect(try score("smb-saas", lead: "company_size: \(employees)", named: "fit") == points)
  }

  @Test func silenceAfterADemoTakesFive() throws {
    // A demo is 20, halved after 30 days; then 5 off, unless they were heard from in the last two weeks.
    let demo = "{ event: demo_attended, ago: 30d }"
    #expect(try score("smb-saas", events: demo, named: "engagement") == 5)
    #expect(try score("smb-saas", events: "\(demo), { event: page_view, ago: 13d }", named: "engagement") == 10)
    #expect(try score("smb-saas", events: "\(demo), { event: page_view, ago: 14d }", named: "engagement") == 5)
    #expect(try score("smb-saas", events: "{ event: page_view, ago: 14d }", named: "engagement") == 0)
  }

  @Test(arguments: [("decision_makers: 1", 0), ("decision_makers: 2", 20), ("decision_makers: 7", 20), ("", 0)])
  func severalDecisionMakersAreTwenty(lead: String, points: Int) throws {
    #expect(try score("b2b-enterprise", lead: lead, named: "fit") == points)
  }

  @Test(arguments: [(89, 7), (90, 0)]) func opensAndClicksExpireAfterThreeMonths(days: Int, points: Int) throws {
    let events = "{ event: email_open, ago: \(days)d }, { event: email_click, ago: \(days)d }"
    #expect(try score("newsletter-nurture", events: events, named: "interest") == points)
  }

  @Test func theGradingProfileMovesInThirdsFromD() throws {
    let profile = try #require(try model("score-and-grade").grade)
    #expect(GradeProfile.scale[profile.start] == "D")
    #expect(
      profile.criteria.map { "\($0.name) \($0.match)" } == [
        "Software 2", "Adjacent industry 1", "Home region 2", "Growth region 1", "Managerial title 2",
        "Operational title 1", "Key account 3", "Reseller 2", "Direct customer 1", "Not a fit -3",
      ])
    #expect(profile.criteria.allSatisfy { $0.miss == 0 })
  }

  /// Grades and the points that they must exceed to qualify; nil for never.
  @Test(
    arguments: [
      ("A+", 100), ("A", 100), ("A-", 100), ("B+", 100), ("B", 100), ("B-", 120), ("C+", 160), ("C", 180), ("C-", 200),
      ("D+", 240), ("D", nil), ("D-", nil), ("F", nil),
    ] as [(String, Int?)])
  func aBetterGradeNeedsFewerPoints(grade: String, limit: Int?) throws {
    let stages = try model("score-and-grade").stages
    func stage(_ points: Int) -> String? {
      stages.first { stage in
        stage.condition?.holds(asOf: Example.moment()) { $0 == "score" ? .number(Double(points)) : .text(grade) }
          ?? true
      }?.name
    }
    #expect(stage(10_000) == (limit == nil ? "engaged" : "qualified"))
    guard let limit else { return }
    #expect(stage(limit) == "engaged")
    #expect(stage(limit + 1) == "qualified")
  }

  @Test func demographicsAreAtMostHalf() throws {
    let scores = try model("four-buckets").scores
    let demographics = try #require(scores.first { $0.name == "demographics" })
    let total = try #require(scores.first { $0.name == "total" })
    let (most, all) = (try #require(demographics.range.maximum), try #require(total.range.maximum))
    #expect(2 * most.thousandths <= all.thousandths)
    #expect(demographics.groups.map(\.name) == ["critical", "important", "influencing"])
  }

  @Test(arguments: [
    (0, "prospect"), (10, "prospect"), (11, "lead"), (40, "lead"), (41, "mql"), (70, "mql"), (71, "sql"), (100, "sql"),
  ])
  func categoriesBeginWhereTheyShould(points: Int, name: String) throws {
    let model = try model("categories")
    let stage = model.stages.first { stage in
      stage.condition?.holds(asOf: Example.moment()) { _ in .number(Double(points)) } ?? true
    }
    #expect(stage?.name == name)
    let bands = try #require(model.bands.first)
    #expect(bands.band(of: Int64(points)).map { bands.bands[$0].name.lowercased() } == name)
  }

  /// Two prospects attribute by attribute, 45 against 67.
  @Test(
    arguments: [
      ("Location", 3, 9), ("Industry", 6, 9), ("Company size", 9, 5), ("Title", 9, 5), ("Website", 4, 5),
      ("E-mail list", 10, 4), ("E-mail engagement", 4, 0), ("Lead magnet", 0, 10), ("Webinar", 0, 10), ("Trial", 0, 10),
    ] as [(String, Int64, Int64)])
  func twoProspectsDifferAttributeByAttribute(rule: String, ada: Int64, bo: Int64) throws {
    let results = ExampleCheck(try model("attribute-by-attribute")).results()
    let worths = results.map { result in
      result.explanation.scores[0].contributions.first { $0.rule == rule }?.worth ?? 0
    }
    #expect(worths == [ada * Points.billionthsPerPoint, bo * Points.billionthsPerPoint])
    #expect(results.map { $0.explanation.scores[0].reported } == [45, 67])
  }

  /// The score of a lead who is and did this, by the engine.
  private func score(_ name: String, lead: String = "", events: String = "", named score: String) throws -> Int? {
    let template = try #require(Template.named(name))
    let examples = try #require(template.text.firstRange(of: "\nexamples:\n"))
    let text =
      template.text[..<examples.upperBound]
      + "  - { name: X, lead: { \(lead) }, events: [\(events)], expect: { stage: } }\n"
    let model = try ModelReader.model(from: String(text), path: "\(name).yaml")
    let explanation = try #require(ExampleCheck(model).results().first).explanation
    return explanation.scores.first { $0.name == score }?.reported.map(Int.init)
  }
}
