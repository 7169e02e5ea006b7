import Leads
import Testing

@testable import Scoring

/// Examples in model files: what they are scored on, what they find, and what is wrong with them.
@Suite struct ExampleTests {
  /// A model with one of each thing that an example can be about.
  static let model = """
    leadline: 1
    lists: { rivals: [rival.example] }
    exclude:
      - { name: Competitor, when: domain(email) in rivals }
    scores:
      fit:
        range: 0..40
        groups: { company: { max: 25 } }
        rules:
          - { name: Director, when: "word(job_title, 'director')", points: 12 }
          - { name: Size, group: company, by: company_size, points: { "<100": 5, "100+": 20 } }
          - { name: Home, group: company, when: country = 'DE', points: 10 }
          - { name: New, when: age(created_at) < 30d, points: 3 }
          - { name: Subscribed, when: opted_in, points: 1 }
      engagement:
        range: -20..100
        rules:
          - { name: Pricing, on: page_view, where: "contains(url, '/pricing')", within: 30d, points: 4, max: 20 }
          - { name: Large order, on: order, where: amount >= 100, points: 30, decay: half-life 10d }
          - { name: Gone quiet, idle: { 30d: -5, 60d: -10 }, ignoring: [email_sent] }
      customer:
        for: customer_since is known
        rules: [{ name: Customer, when: customer_since < '2025-01-01', points: 7 }]
      total: { range: 0..100, sum: { fit: 1, engagement: 0.5 } }
    bands:
      fit: { A: 30, B: 15, C: }
    matrix: [fit]
    grade:
      criteria:
        - { name: At home, when: country = 'DE', match: 2/3, miss: -1/3 }
    stages:
      - { name: mql, when: total >= 30 }
      - { name: cold }

    """

  /// Lines of the file before the first example.
  static let linesBefore = model.count { $0 == "\n" } + 1

  private func model(_ example: String) throws -> ScoringModel {
    try ModelReader.model(from: Self.model + "examples:\n" + example, path: "m.yaml")
  }

  /// What is said of the only example; nil if it comes out as expected.
  private func issue(_ lead: String, events: String = "[]", _ expect: String) throws -> ModelIssue? {
    let model = try model("  - { name: X, lead: { \(lead) }, events: \(events), expect: { \(expect) } }\n")
    let results = ExampleCheck(model).results()
    #expect(results.count == 1)
    return results.first?.issues.first
  }

  /// What is wrong with the file, or, if that can be used, with the example in it.
  private func errors(_ example: String) -> [String] {
    let issues: [ModelIssue]
    do {
      issues = ExampleCheck(try model(example)).results().flatMap(\.example.issues)
    } catch {
      issues = (error as? ModelIssues)?.issues ?? []
    }
    return issues.map { "\($0.line - Self.linesBefore):\($0.column) \($0.message) | \($0.hint ?? "")" }
  }

  // MARK: Right

  @Test func everyKindOfOutcomeCanBeExpected() throws {
    // fit: 12 + min(20 + 10, 25) + 3 = 40. engagement: 3 pricing pages of 4 in the window are 12, and an order of 10
    // days ago is half of 30: 27. total: 40 + 27 / 2 = 53.5, reported 54. D and two thirds is C-.
    let results = ExampleCheck(
      try model(
        """
          - name: A director at home
            lead: { Job Title: Director of Sales, company_size: "1,200", country: de }
            created: 29d
            events:
              - { event: page_view, url: "https://acme.example/pricing", ago: 29d, times: 3 }
              - { event: page_view, url: /pricing, ago: 30d }
              - { event: Order, amount: 100, ago: 10d }
            expect:
              fit: 40
              engagement: 27
              customer:
              total: 54
              fit_band: A
              matrix: A
              grade: C-
              stage: mql
              excluded: ~
          - name: A competitor
            lead: { email: eve@rival.example }
            expect: { excluded: Competitor, fit: , stage: disqualified, grade: }

        """)
    ).results()
    for result in results { #expect(result.issues == [], "\(result.example.name)") }
    #expect(results.map(\.example.name) == ["A director at home", "A competitor"])
    #expect(results.map(\.example.expectations.count) == [9, 4])
  }

  @Test(arguments: ["0d", "29d"]) func agesCountInDaysUpToTheMoment(ago: String) throws {
    #expect(
      try issue("country: DE", events: "[{ event: page_view, url: /pricing, ago: \(ago) }]", "engagement: 4") == nil)
  }

  @Test func anEventWithoutAnAgeIsOfToday() throws {
    #expect(try issue("country: DE", events: "[{ event: order, amount: 100 }]", "engagement: 30") == nil)
  }

  @Test(arguments: [("29d", 0), ("30d", -5), ("59d", -5), ("60d", -10)])
  func idleDaysCountFromTheCreationOfALeadWhoDidNothing(created: String, points: Int) throws {
    let model = try model("  - { name: X, created: \(created), expect: { engagement: \(points) } }\n")
    #expect(ExampleCheck(model).results()[0].issues == [])
  }

  @Test func instantsAreDatesOrAges() throws {
    #expect(try issue("customer_since: '2024-12-31'", "customer: 7") == nil)
    #expect(try issue("customer_since: '2025-01-01'", "customer: 0") == nil)
    // 2026-01-01 less 366 days is the last day of 2024, which has noon after its midnight.
    #expect(try issue("customer_since: 366d", "customer: 7") == nil)
    #expect(try issue("customer_since: 365d", "customer: 0") == nil)
  }

  @Test func placeholdersAndNothingAreMissing() throws {
    #expect(try issue("customer_since: N/A, country: select, company_size: ", "customer: , fit: 0") == nil)
  }

  @Test(arguments: [-43_200, 0, 3_600, 50_400] as [Int64])
  func examplesComeOutTheSameInEveryTimeZone(offset: Int64) throws {
    let text =
      Self.model + """
        examples:
          - name: At the edges of days
            lead: { customer_since: '2024-12-31', created_at: '2025-12-03' }
            events: [{ event: page_view, url: /pricing, ago: 29d }, { event: page_view, url: /pricing, ago: 30d }]
            expect: { customer: 7, fit: 3, engagement: 4 }

        """
    let model = try ModelReader.model(from: text, path: "m.yaml", utcOffset: offset)
    #expect(ExampleCheck(model, utcOffset: offset).results()[0].issues == [])
  }

  @Test func examplesDoNotChangeWhatLeadsScore() throws {
    let without = try ModelReader.model(from: Self.model, path: "m.yaml")
    let with = try model("  - { name: X, lead: { country: DE }, expect: { fit: 10 } }\n")
    #expect(without.attributes == with.attributes)
    #expect(without.scores == with.scores)
    #expect(without.examples.isEmpty && ExampleCheck(without).results().isEmpty)
  }

  @Test func theOldestEventLiesIn1970() throws {
    #expect(try issue("country: DE", events: "[{ event: order, amount: 100, ago: 20454d }]", "engagement: -10") == nil)
  }

  // MARK: Wrong

  @Test func aFailureSaysWhatCameOutAndWhy() throws {
    let issue = try #require(try issue("country: DE, company_size: 100, job_title: Director", "fit: 40"))
    #expect(issue.severity == .error)
    #expect(issue.line == Self.linesBefore + 1)
    #expect(issue.message == "the example \"X\" expects fit 40, but it is 37")
    #expect(issue.hint == "it comes from: Director +12; Size: 100 +20; Home +10; limit of the group company -5")
  }

  @Test(arguments: [
    ("fit: ", "expects fit none, but it is 0", "no rule gives or takes anything"),
    ("customer: 7", "expects customer 7, but it is none", "no score: it is for leads with customer_since is known"),
    ("engagement: 0", "but it is -10", "it comes from: Gone quiet -10"),
    ("total: 1", "but it is 0", "it comes from: fit 0; engagement -10 × 0.5; range of the score +5"),
    ("fit_band: A", "expects fit_band A, but it is C", "it has fit 0"),
    ("matrix: Z", "expects matrix Z, but it is C", "it has fit 0"),
    ("grade: B", "expects grade B, but it is D", "from D: At home not known"),
    ("stage: mql", "expects stage mql, but it is cold", "it has total 0"),
    ("excluded: Competitor", "expects excluded Competitor, but it is none", "no exclusion holds"),
  ])
  func failuresAreExplained(expect: String, message: String, hint: String) throws {
    let issue = try #require(try issue("", expect))
    #expect(issue.message.contains(message), "\(issue.message)")
    #expect(issue.hint == hint)
  }

  @Test func whoIsExcludedIsToldWhy() throws {
    let issue = try #require(try issue("email: a@rival.example", "fit: 5"))
    #expect(issue.message.hasSuffix("expects fit 5, but it is none"))
    #expect(issue.hint == "it is excluded as Competitor: domain(email) = 'rival.example'")
  }

  // MARK: Not an example

  @Test(arguments: [
    (
      "  - { name: X, lead: { jobtitel: A }, expect: { fit: 1 } }", "1:24 no rule reads the attribute \"jobtitel\"",
      "did you mean job_title?"
    ),
    (
      "  - { name: X, lead: { weather: A }, expect: { fit: 1 } }", "1:24 no rule reads the attribute \"weather\"",
      "rules read: "
    ),
    ("  - { name: X, lead: { country: A, Country: B }, expect: { fit: 1 } }", "1:36 country is there twice", ""),
    ("  - { name: X, lead: { company_size: many }, expect: { fit: 1 } }", "1:38 company_size is read as a number", ""),
    ("  - { name: X, lead: { opted_in: maybe }, expect: { fit: 1 } }", "1:34 opted_in is read as a flag", ""),
    (
      "  - { name: X, lead: { customer_since: then }, expect: { fit: 1 } }",
      "1:40 customer_since is read as an instant", "an age such as 40d"
    ),
    ("  - { name: X, created: lately, expect: { fit: 1 } }", "1:25 created: \"lately\" is not an age", "40d"),
    (
      "  - { name: X, lead: { created_at: 4d }, created: 4d, expect: { fit: 1 } }", "1:51 created_at is there twice", ""
    ),
    (
      "  - { name: X, events: [{ event: pageview }], expect: { fit: 1 } }", "1:34 no rule names the event \"pageview\"",
      "did you mean page_view?"
    ),
    (
      "  - { name: X, events: [{ event: page_view, ulr: / }], expect: { fit: 1 } }",
      "1:45 no rule reads the property \"ulr\"", "did you mean url?"
    ),
    (
      "  - { name: X, events: [{ ago: 2d }], expect: { fit: 1 } }", "1:25 an event of an example needs event:",
      "page_view"
    ),
    (
      "  - { name: X, events: [{ event: order, ago: -2d }], expect: { fit: 1 } }", "1:46 ago: \"-2d\" is not an age",
      "from 0d"
    ),
    (
      "  - { name: X, events: [{ event: order, ago: 20455d }], expect: { fit: 1 } }",
      "1:46 ago: \"20455d\" is not an age", "20454d"
    ),
    (
      "  - { name: X, events: [{ event: order, times: 0 }], expect: { fit: 1 } }",
      "1:48 times: expected a whole number", ""
    ),
    ("  - { name: X, events: [{ event: order, times: 100001 }], expect: { fit: 1 } }", "1:48 times: expected", ""),
    ("  - { name: X, expect: { fits: 1 } }", "1:26 the model says nothing called \"fits\"", "did you mean fit?"),
    ("  - { name: X, expect: { fit: 1.5 } }", "1:31 expected a whole number, found \"1.5\"", "leave it empty"),
    ("  - { name: X, expect: { fit_band: AA } }", "1:36 no lead can have the band \"AA\"", "did you mean A?"),
    ("  - { name: X, expect: { grade: E } }", "1:33 no lead can have the grade \"E\"", ""),
    ("  - { name: X, expect: { stage: mqls } }", "1:33 no lead can have the stage \"mqls\"", "did you mean mql?"),
    (
      "  - { name: X, expect: { excluded: Competitors } }", "1:36 no lead can have the exclusion",
      "did you mean Competitor?"
    ),
    ("  - { name: X, lead: { country: DE } }", "1:5 the example \"X\" expects nothing", "such as expect:"),
    ("  - { name: X, expect: {} }", "1:24 the example \"X\" expects nothing", ""),
    ("  - { expect: { fit: 1 } }", "1:5 an example needs a name", ""),
    ("  - { name: X, leads: {}, expect: { fit: 1 } }", "1:16 an example has no \"leads\"", "did you mean lead?"),
    (
      "  - { name: X, expect: { fit: 0 } }\n  - { name: X, expect: { fit: 0 } }",
      "1:3 two examples have the name \"X\"", ""
    ),
    ("  wrong", "1:3 examples must be a list", "write -"),
  ])
  func mistakesAreNotedWithTheirPlaces(example: String, message: String, hint: String) {
    let found = errors(example + "\n")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix(message) == true, "\(found)")
    #expect(hint.isEmpty || found.first?.contains(hint) == true, "\(found)")
  }

  @Test func theEventsOfAllExamplesAreLimited() {
    let many = "  - { name: X, events: [{ event: order, times: 100000 }], expect: { fit: 0 } }\n"
    #expect(errors(many) == [])
    let more = "  - { name: Y, events: [{ event: order }], expect: { fit: 0 } }\n"
    #expect(errors(many + more).map { $0.contains("more than 100000 events in its examples") } == [true])
  }

  @Test func whileTheModelIsWrongExamplesAreNotBlamed() throws {
    let text = """
      leadline: 1
      scores:
        fit: { rules: [{ name: A, when: "country = ", points: 1 }] }
      examples:
        - { name: X, lead: { country: DE }, expect: { fit: 1, stage: hot } }
        - { name: X, level: 3 }

      """
    do {
      _ = try ModelReader.model(from: text, path: "m.yaml")
      Issue.record("the condition is wrong")
    } catch {
      #expect(error.issues.map(\.line) == [3, 5, 6, 6])
      #expect(error.issues.map(\.message).filter { $0.contains("expects nothing") }.count == 1)
    }
  }

  // MARK: Derived attributes

  @Test func derivedAttributesAreWorkedOutFromWhatIsGiven() throws {
    let text = """
      leadline: 1
      scores:
        fit: { rules: [{ name: Senior, when: "seniority(job_title) = 'vp'", points: 9 }] }
      examples:
        - { name: A vice president, lead: { job_title: Vice President of Sales }, expect: { fit: 9 } }
        - { name: Nobody, lead: { job_title: }, expect: { fit: 0 } }

      """
    let model = try ModelReader.model(from: text, path: "m.yaml")
    for result in ExampleCheck(model).results() { #expect(result.issues == [], "\(result.example.name)") }
  }

  @Test func derivedAttributesCannotBeGiven() throws {
    let text = """
      leadline: 1
      scores:
        fit: { rules: [{ name: Senior, when: "seniority(job_title) = 'vp'", points: 9 }] }
      examples:
        - { name: X, lead: { "seniority(job_title)": vp }, expect: { fit: 9 } }

      """
    let results = ExampleCheck(try ModelReader.model(from: text, path: "m.yaml")).results()
    #expect(results.map(\.isAsExpected) == [false])
    #expect(results[0].issues[0].message.contains("no rule reads the attribute"))
  }
}
