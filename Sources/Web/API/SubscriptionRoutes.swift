import FoundationEssentials
import Hummingbird
import Service
import Store

/// `/api/v1/subscriptions`: who is told of crossings; `/api/v1/deliveries`: what was told, what could not be, and telling
/// it again.
struct SubscriptionRoutes: Sendable {
  let workspace: Workspace

  /// A subscription as it is sent.
  struct Body: Decodable {
    var name: String
    var channel: String
    var target: String
    var condition: String?
    var secret: String?
    var hourlyLimit: Int?
    var isActive: Bool?

    enum CodingKeys: String, CodingKey {
      case name, channel, target, condition, secret
      case hourlyLimit = "hourly_limit"
      case isActive = "active"
    }
  }

  func addReading(to group: RouterGroup<WebContext>) {
    group.get("subscriptions") { _, _ in
      var json = JSONWriter()
      let all = try await workspace.store.read { try $0.subscriptions() }
      json.object { $0.member("subscriptions", array: all) { $0.subscription($1) } }
      return json.response()
    }
    group.get("deliveries") { request, _ in
      let query = request.uri.queryParameters
      let limit = try LeadRoutes.limit(query)
      let states: [String: Delivery.State] = [
        "waiting": .waiting, "delivered": .delivered, "dead": .dead, "digest": .digest,
      ]
      guard let state = states[query["state"].map(String.init) ?? "dead"] else {
        throw Problem(.badRequest, "state: expected waiting, delivered, dead or digest.")
      }
      let subscription = query["subscription"].flatMap { Int64($0) }
      let all = try await workspace.store.read {
        try $0.deliveries(state, subscription: subscription, limit: limit)
      }
      var json = JSONWriter()
      json.object { $0.member("deliveries", array: all) { $0.delivery($1) } }
      return json.response()
    }
  }

  func addChanging(to group: RouterGroup<WebContext>) {
    group.post("subscriptions") { request, context in
      try await put(0, request, context, status: .created)
    }
    group.put("subscriptions/{number}") { request, context in
      guard let number = context.parameters.get("number", as: Int64.self) else {
        throw Problem(.badRequest, "A subscription's number is a whole number.")
      }
      return try await put(number, request, context, status: .ok)
    }
    group.post("deliveries/{number}/replay") { _, context in
      guard let number = context.parameters.get("number", as: Int64.self) else {
        throw Problem(.badRequest, "A delivery's number is a whole number.")
      }
      guard let delivery = try await workspace.replay(number, actor: context.caller?.name ?? "") else {
        throw Problem(.notFound, "There is no delivery \(number) that has ended.")
      }
      var json = JSONWriter()
      json.delivery(delivery)
      return json.response()
    }
  }

  private func put(
    _ number: Int64, _ request: Request, _ context: WebContext, status: HTTPResponse.Status
  ) async throws -> Response {
    let bytes = try await BodyReader(limit: 64 << 10).body(of: request)
    let body: Body
    do {
      body = try JSONDecoder().decode(Body.self, from: Data(bytes.readableBytesView))
    } catch {
      throw Problem(
        .badRequest,
        "A subscription is a JSON object with name, channel, target and, if you like, condition, secret, hourly_limit and active."
      )
    }
    let subscription = Subscription(
      number: number, name: body.name, channel: body.channel, target: body.target, condition: body.condition ?? "",
      secret: body.secret ?? "", hourlyLimit: body.hourlyLimit ?? 60, isActive: body.isActive ?? true)
    do {
      let kept = try await workspace.put(subscription, actor: context.caller?.name ?? "")
      var json = JSONWriter()
      // The secret is shown to whoever made it, once.
      json.subscription(kept, secret: number == 0)
      return json.response(status)
    } catch let refusal as SubscriptionRefusal {
      switch refusal {
      case .unknown: throw Problem(.notFound, "There is no subscription \(number).")
      case .issues(let issues):
        throw Problem(
          .unprocessableContent, "The subscription has errors.",
          problems: issues.map { issue in
            .init(
              index: issue.offset, message: "\(issue.field): \(issue.message)" + (issue.hint.map { "; \($0)" } ?? ""))
          })
      }
    }
  }
}

extension JSONWriter {
  mutating func subscription(_ subscription: Subscription, secret: Bool = false) {
    object { json in
      json.member("number", subscription.number)
      json.member("name", subscription.name)
      json.member("channel", subscription.channel)
      json.member("target", subscription.target)
      json.member("condition", subscription.condition)
      json.member("hourly_limit", subscription.hourlyLimit)
      json.member("active", subscription.isActive)
      if secret, !subscription.secret.isEmpty { json.member("secret", subscription.secret) }
    }
  }

  mutating func delivery(_ delivery: Delivery) {
    object { json in
      json.member("number", delivery.number)
      json.member("subscription", delivery.subscription)
      json.member("crossing", delivery.crossing)
      json.member("lead", delivery.lead.value)
      json.member("attempts", delivery.attempts)
      json.member("not_before", moment: delivery.notBefore)
      json.member("problem", delivery.problem)
    }
  }
}
