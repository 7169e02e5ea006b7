import Conditions
import Foundation
import Leads
import Scoring
import Service
import Store
import Testing

@Suite struct AlertPlannerTests {
  let model: ScoringModel

  init() throws {
    model = try ModelReader.model(
      from: """
        leadline: 1
        lists: { good: [sql, mql] }
        scores:
          fit: { rules: [{ name: Points, when: "p = 1", points: 1 }] }
          total: { sum: { fit: 1 } }
        bands:
          fit: { A: 60, B: 40, C: }
        stages:
          - { name: sql, when: "total >= 80" }
          - { name: mql, when: "total >= 50" }
          - { name: cold }
        """, path: "model.yaml")
  }

  static let crossing = Crossing(
    number: 812, model: 4, lead: LeadNumber(45), at: 1_772_442_900, what: "stage", from: "mql", to: "sql", isUp: true,
    cause: Cause(.event, 807))

  static func reading(_ name: String) -> Value {
    ["fit": .number(60), "total": .number(85), "fit_band": .text("A"), "stage": .text("sql")][name] ?? .missing
  }

  // MARK: Filters

  @Test(arguments: [
    ("", true), ("  ", true), ("what = 'stage' and to = 'SQL' and direction = 'up'", true), ("to in good", true),
    ("direction = 'down'", false), ("from = 'mql' and cause = 'event'", true), ("cause = 'day'", false),
    ("fit >= 60 and fit_band = 'A'", true), ("fit > 60", false), ("stage = 'sql' and total between 80 and 90", true),
    ("what = 'fit'", false), ("not (from is missing)", true),
  ])
  func filtersReadTheCrossingAndTheScores(condition: String, isWanted: Bool) throws {
    let filter = try SubscriptionFilter(condition, model)
    #expect(filter.allows(Self.crossing, Self.reading) == isWanted)
  }

  @Test(
    arguments: [
      ("too = 'sql'", 0, "there is no value \"too\"", "did you mean to?"),
      ("to = 'slq'", 6, "to is never 'slq'", "did you mean 'sql'?"),
      ("fit > 3 and direction = 'sideways'", 25, "direction is never 'sideways'", "there are: up, down"),
      ("cause = 'evnt'", 9, "cause is never 'evnt'", "did you mean 'event'?"),
      ("what = 'total'", 8, "what is never 'total'", "there are: stage, fit"),
      ("fit >= 'x'", nil, "", nil), ("fit >", nil, "", nil),
    ] as [(String, Int?, String, String?)])
  func wrongFiltersAreExplained(condition: String, offset: Int?, message: String, hint: String?) {
    #expect {
      _ = try SubscriptionFilter(condition, model)
    } throws: { error in
      guard let issue = error as? ConditionIssue, let offset else { return error is ConditionIssue }
      return issue.offset == offset && issue.message.contains(message) && issue.hint == hint
    }
  }

  // MARK: Plans

  private func subscription(_ number: Int64, _ condition: String, isActive: Bool = true) -> Subscription {
    Subscription(
      number: number, name: "Sales", channel: "webhook", target: "https://example.com", condition: condition,
      isActive: isActive)
  }

  @Test func everySubscriptionThatWantsACrossingGetsOneDelivery() throws {
    let planner = AlertPlanner(
      [
        subscription(1, ""), subscription(2, "to = 'mql'"), subscription(3, "to = 'sql'"),
        subscription(4, "", isActive: false),
      ], model)
    let deliveries = planner.deliveries(of: Self.crossing, outcome: "{}", Self.reading) { AlertedLead() }
    #expect(deliveries.map(\.subscription) == [1, 3])
    #expect(deliveries.allSatisfy { $0.crossing == 812 && $0.lead.value == 45 && $0.state == .waiting })
    #expect(deliveries.allSatisfy { $0.notBefore == Self.crossing.at && $0.attempts == 0 })
  }

  @Test func whoTheLeadIsIsAskedOnceAndOnlyIfSomebodyWantsToKnow() throws {
    var asked = 0
    let lead = {
      asked += 1
      return AlertedLead()
    }
    _ = AlertPlanner([subscription(2, "to = 'mql'")], model)
      .deliveries(of: Self.crossing, outcome: "{}", Self.reading, lead: lead)
    #expect(asked == 0)
    _ = AlertPlanner([subscription(2, ""), subscription(3, "")], model)
      .deliveries(of: Self.crossing, outcome: "{}", Self.reading, lead: lead)
    #expect(asked == 1)
  }

  @Test func aConditionThatLostItsScoreIsReportedAndStillDecides() throws {
    let planner = AlertPlanner(
      [subscription(1, "to = 'sql' or engagement > 3"), subscription(2, "engagement > 3")], model)
    #expect(planner.problems.map(\.subscription) == [1, 2])
    #expect(planner.problems[0].issue.message.contains("engagement"))
    let deliveries = planner.deliveries(of: Self.crossing, outcome: "{}", Self.reading) { AlertedLead() }
    #expect(deliveries.map(\.subscription) == [1])
  }

  @Test func aMessageHasWhoWhatWhyAndTheScores() throws {
    let lead = AlertedLead(email: "ada@example.com", name: "Ada \"L\"\n\u{1}Ä", reason: "demo_request")
    let json = CrossingMessage.json(
      Self.crossing, lead, outcome: #"{"fit":60,"total":85,"fit_band":"A"}"#, version: "90ab", subscription: 3)
    let expected = #"""
      {"id":"crs_812_3","type":"lead.crossed","timestamp":"2026-03-02T09:15:00Z","data":{"crossing":812,"lead":45,\#
      "email":"ada@example.com","name":"Ada \"L\"\n\u0001Ä","what":"stage","from":"mql","to":"sql","direction":"up",\#
      "cause":{"kind":"event","reference":807,"name":"demo_request"},"scores":{"fit":60,"total":85,"fit_band":"A"},\#
      "model":{"number":4,"version":"90ab"}}}
      """#
    #expect(json == expected)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((object["data"] as? [String: Any])?["name"] as? String == lead.name)
  }

  @Test func whatIsNotKnownIsLeftOut() {
    var crossing = Self.crossing
    (crossing.from, crossing.isUp) = (nil, false)
    let json = CrossingMessage.data(crossing, AlertedLead(), outcome: "", version: "90ab")
    #expect(json.hasPrefix(#"{"crossing":812,"lead":45,"what":"stage","from":null,"to":"sql","direction":"down","#))
    #expect(json.contains(#""cause":{"kind":"event","reference":807},"scores":{},"#))
  }

  // MARK: Who a lead is

  @Test func whoALeadIsComesFromItsFactsAndThoseMergedIntoIt() async throws {
    let store = MemoryStore()
    let lead = try await store.write { ledger in
      let (one, two) = (LeadNumber(45), LeadNumber(46))
      try ledger.insert(leads: [LeadRecord(one, createdAt: 1), LeadRecord(two, createdAt: 1)])
      try ledger.setMerged(two, into: one)
      try ledger.insert(identities: [(Identity(.email, "ada@example.com"), two, 0)])
      try ledger.insert(changes: [
        AttributeChange(lead: one, attribute: "first_name", at: 5, number: 1, value: "Ada"),
        AttributeChange(lead: two, attribute: "first_name", at: 9, number: 2, value: "Augusta"),
        AttributeChange(lead: one, attribute: "lastName", at: 5, number: 3, value: "King"),
        AttributeChange(lead: one, attribute: "company", at: 5, number: 4, value: " "),
        AttributeChange(lead: one, attribute: "account.name", at: 5, number: 5, value: "Engines Ltd"),
      ])
      let kind = try ledger.numberAdding(EventKind("demo_request"))
      try ledger.insert(events: [EventRecord(lead: two, at: 10, number: 807, kind: kind)])
      return try AlertedLead(of: Self.crossing, in: ledger)
    }
    #expect(
      lead
        == AlertedLead(
          email: "ada@example.com", name: "Augusta King", company: "Engines Ltd", reason: "demo_request"))
  }

  // MARK: What a subscription may be

  @Test(
    arguments: [
      (Subscription(name: "a", channel: "webhook", target: "https://example.com/x?y=1"), []),
      (Subscription(name: "a", channel: "webhook", target: "http://127.0.0.1:80"), []),
      (Subscription(name: "a", channel: "email", target: "sales@example.com"), []),
      (Subscription(name: " ", channel: "slack", target: "ftp://example.com"), ["name", "target"]),
      (
        Subscription(name: "a", channel: "pigeon", target: "x", condition: "fit >", hourlyLimit: -1),
        ["channel", "hourly_limit", "condition"]
      ),
      (Subscription(name: "a", channel: "email", target: "a@example.com\r\nBcc: b@example.com"), ["target"]),
      (Subscription(name: "a", channel: "email", target: "a@b@example.com"), ["target"]),
      (Subscription(name: "a", channel: "webhook", target: "https://user:pass@example.com"), ["target"]),
      (Subscription(name: "a", channel: "webhook", target: "https://example.com/\r\nx"), ["target"]),
      (Subscription(name: "a", channel: "webhook", target: "https://"), ["target"]),
      (Subscription(name: "a", channel: "webhook", target: "https://example.com", secret: "hunter2"), ["secret"]),
      (
        Subscription(name: "a", channel: "webhook", target: "https://example.com", secret: "whsec_c2hvcnQ="), ["secret"]
      ),
      (
        Subscription(
          name: "a", channel: "webhook", target: "https://example.com", secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        ),
        []
      ),
    ] as [(Subscription, [String])])
  func wrongSubscriptionsAreExplainedByField(subscription: Subscription, fields: [String]) {
    #expect(subscription.issues(model).map(\.field) == fields)
  }
}
