import Foundation
import Service
import Store
import Testing

@testable import Delivering

@Suite struct MessageTests {
  private func content(
    _ lead: AlertedLead = AlertedLead(), what: String = "stage", from: String? = "mql", to: String? = "sql",
    isUp: Bool = true, cause: Cause = Cause(.day)
  ) throws -> AlertContent {
    let crossing = Crossing(
      number: 1, model: 1, lead: LeadNumber(45), at: 1_772_442_900, what: what, from: from, to: to, isUp: isUp,
      cause: cause)
    return try AlertContent.read(
      CrossingMessage.json(
        crossing, lead, outcome: #"{"total":85,"fit":60,"fit_band":"A","engagement":null}"#, version: "v",
        subscription: 1))
  }

  @Test func alertsAreInPlainWords() throws {
    #expect(try content().happening == "is now sql, up from mql")
    #expect(try content(from: "sql", to: "mql", isUp: false).happening == "fell from sql to mql")
    #expect(try content(from: nil).happening == "is now sql")
    #expect(try content(to: nil, isUp: false).happening == "is no longer mql")
    #expect(try content(what: "fit", from: "B", to: "A").happening == "is A for fit, up from B")
    #expect(
      try content(what: "fit", from: "B", to: nil, isUp: false).happening == "has no band for fit any more, it was B")
    #expect(try content().scores == "fit 60, total 85")
  }

  @Test func theySayWhoItIsAsFarAsIsKnown() throws {
    #expect(try content().who == "Lead 45")
    #expect(try content(AlertedLead(email: "ada@example.com")).who == "ada@example.com")
    #expect(
      try content(AlertedLead(email: "ada@example.com", name: "Ada\r\nKing", company: "Engines")).who
        == "Ada King (Engines)")
    #expect(try content(AlertedLead(name: String(repeating: "x", count: 500))).who.count == 80)
  }

  @Test func theySayWhy() throws {
    let event = Cause(.event, 7)
    #expect(try content(AlertedLead(reason: "demo_request"), cause: event).why == "because of demo_request")
    #expect(try content(cause: event).why == "because of something the lead did")
    #expect(try content(cause: Cause(.day, 20_000)).why == "because time passed")
    for kind in Cause.Kind.allCases { #expect(try content(cause: Cause(kind)).why.hasPrefix("because")) }
  }

  @Test func aSlackMessageLinksAndCannotBeMadeToMention() throws {
    let evil = AlertedLead(name: "<!channel> *x* <https://evil.example|Ada> & co")
    let json = SlackMessage.json([try content(evil)], count: 1, isDigest: false, publicURL: "https://leads.example.com")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let blocks = try #require(object["blocks"] as? [[String: Any]])
    let text = try #require((blocks[0]["text"] as? [String: Any])?["text"] as? String)
    #expect(
      text == "*<https://leads.example.com/leads/45|&lt;!channel&gt; *x* &lt;https://evil.example¦Ada&gt; &amp; co>* "
        + "is now sql, up from mql")
    #expect((object["text"] as? String)?.contains("<") == false)
    #expect(blocks.count == 2)
  }

  @Test func aSlackDigestNamesSomeAndCountsTheRest() throws {
    let contents = try (0..<30).map { _ in try content(AlertedLead(name: String(repeating: "n", count: 79))) }
    let json = SlackMessage.json(contents, count: 480, isDigest: true, publicURL: "https://leads.example.com")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let blocks = try #require(object["blocks"] as? [[String: Any]])
    #expect(object["text"] as? String == "480 changes among leads")
    #expect(json.contains("and 450 more"))
    // Slack's own limits: 50 blocks of 3000 characters.
    #expect(blocks.count <= 50)
    for block in blocks { #expect(((block["text"] as? [String: Any])?["text"] as? String ?? "").count <= 3000) }
  }
}

/// The whole way from the outbox to a receiver on this machine.
@Suite(.timeLimit(.minutes(3))) struct ChannelTests {
  @Test func aWebhookIsSignedAndKeepsItsIDWhenItIsRepeated() async throws {
    try await Receiver.with({ _, earlier in .status(earlier == 0 ? 500 : 204) }) { receiver in
      let outbox = Outbox()
      let text = WebhookSecret.made()
      let number = try await outbox.subscribe(target: receiver.address, secret: text)
      try await outbox.cross([1], number)
      var settings = DeliverySettings()
      settings.targets = .loopbackToo
      let messenger = try ChannelMessenger(settings)
      let worker = outbox.worker(messenger)
      try await worker.deliverDue()
      outbox.wait(5)
      try await worker.deliverDue()
      await messenger.shutdown()
      #expect(try await outbox.states() == [.delivered])
      let secret = try #require(WebhookSecret(text))
      #expect(receiver.requests.count == 2)
      for request in receiver.requests {
        let timestamp = try #require(request.headers["webhook-timestamp"].flatMap { Int64($0) })
        #expect(request.headers["webhook-id"] == "crs_1_1")
        #expect(
          request.headers["webhook-signature"]
            == secret.signature(id: "crs_1_1", timestamp: timestamp, body: request.body))
      }
      #expect(receiver.requests[0].body == receiver.requests[1].body)
    }
  }

  @Test func aTargetOnThisMachineIsRefusedUnlessItIsAllowed() async throws {
    try await Receiver.with({ _, _ in .status(204) }) { receiver in
      let outbox = Outbox()
      try await outbox.cross([1], try await outbox.subscribe(target: receiver.address))
      let messenger = try ChannelMessenger(DeliverySettings())
      try await outbox.worker(messenger).deliverDue()
      await messenger.shutdown()
      #expect(receiver.requests.isEmpty)
      #expect(try await outbox.delivery(1)?.problem.contains("public internet") == true)
      #expect(try await outbox.states() == [.dead])
    }
  }

  @Test func slackGetsItsFormat() async throws {
    try await Receiver.with({ _, _ in .status(200) }) { receiver in
      let outbox = Outbox()
      try await outbox.cross([45], try await outbox.subscribe(channel: "slack", target: receiver.address))
      var settings = DeliverySettings()
      settings.targets = .all
      let messenger = try ChannelMessenger(settings)
      try await outbox.worker(messenger).deliverDue()
      await messenger.shutdown()
      let body = try #require(receiver.requests.first?.body)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
      #expect(object["text"] as? String == "Lead 45 is now sql, up from mql")
    }
  }
}
