import Hummingbird
import Leads
import Scoring
import Service
import Store

/// `/api/v1/models`: drafts, their impact, publishing, and going back.
struct ModelRoutes: Sendable {
  let workspace: Workspace
  /// Bytes of a model's text.
  let limit = 4 << 20

  func addReading(to group: RouterGroup<WebContext>) {
    group.get("models") { _, _ in
      var json = JSONWriter()
      let versions = try await workspace.models()
      json.object { $0.member("models", array: versions) { $0.version($1) } }
      return json.response()
    }
    group.get("models/{number}") { _, context in
      let number = try Self.number(context)
      guard let version = try await workspace.models().first(where: { $0.number == number }) else {
        throw Problem(.notFound, "There is no model \(number).")
      }
      var json = JSONWriter()
      json.version(version, text: true)
      return json.response()
    }
    group.get("models/{number}/diff/{other}") { _, context in
      let (from, to) = (try Self.number(context), try Self.number(context, "other"))
      return try await refusing {
        let difference = try await workspace.difference(from: from, to: to)
        var json = JSONWriter()
        json.object { json in
          json.member("rules", array: difference.rules) { json, rule in
            json.object { json in
              json.member("rule", rule.name)
              json.member("change", rule.change)
              json.member("differences", array: rule.differences) { $0.value($1) }
            }
          }
          json.member("other", array: difference.other) { $0.value($1) }
        }
        return json.response()
      }
    }
  }

  func addChanging(to group: RouterGroup<WebContext>) {
    group.post("models") { request, context in
      let text = try await text(of: request)
      return try await refusing {
        let note = request.uri.queryParameters["note"].map(String.init) ?? ""
        let version = try await workspace.draft(text, author: context.caller?.name ?? "", note: note)
        var json = JSONWriter()
        json.version(version)
        return json.response(.created)
      }
    }
    group.post("models/impact") { request, _ in
      let text = try await text(of: request)
      return try await refusing {
        var json = JSONWriter()
        json.impact(try await workspace.impact(of: text))
        return json.response()
      }
    }
    group.post("models/{number}/publish") { request, context in
      let number = try Self.number(context)
      let query = request.uri.queryParameters
      guard let mode = PublishMode(rawValue: query["mode"].map(String.init) ?? "quiet") else {
        throw Problem(.badRequest, "mode: expected quiet, from-now or announced.")
      }
      let hourly = query["per_hour"].flatMap { Int($0) } ?? 100
      return try await refusing {
        let moved = try await workspace.publish(
          number, mode, actor: context.caller?.name ?? "", hourlyLimit: hourly)
        return Self.answer("moved", moved)
      }
    }
    group.post("models/{number}/propose") { _, context in
      let number = try Self.number(context)
      return try await refusing {
        try await workspace.propose(number, actor: context.caller?.name ?? "")
        return Self.answer("number", Int(number))
      }
    }
    group.post("models/{number}/challenge") { _, context in
      let number = try Self.number(context)
      return try await refusing {
        try await workspace.challenge(number, actor: context.caller?.name ?? "")
        return Self.answer("number", Int(number))
      }
    }
    group.post("models/{number}/retire") { _, context in
      let number = try Self.number(context)
      return try await refusing {
        try await workspace.retire(number, actor: context.caller?.name ?? "")
        return Self.answer("number", Int(number))
      }
    }
    group.post("models/revert") { _, context in
      try await refusing {
        Self.answer("number", Int(try await workspace.revert(actor: context.caller?.name ?? "")))
      }
    }
  }

  private static func answer(_ name: String, _ value: Int) -> Response {
    var json = JSONWriter()
    json.object { $0.member(name, value) }
    return json.response()
  }

  private static func number(_ context: WebContext, _ name: String = "number") throws(Problem) -> Int64 {
    guard let number = context.parameters.get(name, as: Int64.self) else {
      throw Problem(.badRequest, "A model's number is a whole number.")
    }
    return number
  }

  private func text(of request: Request) async throws(Problem) -> String {
    let body = try await BodyReader(limit: limit).body(of: request)
    guard let text = String(validating: body.readableBytesView, as: UTF8.self), !text.utf8.contains(0) else {
      throw Problem(.badRequest, "The model is not a text in UTF-8.")
    }
    return text
  }

  /// Runs something, and says as a problem why it cannot be done.
  private func refusing(_ work: () async throws -> Response) async throws -> Response {
    do {
      return try await work()
    } catch let issues as ModelIssues {
      throw Problem(
        .unprocessableContent, "The model has errors.",
        problems: issues.issues.map { .init(index: $0.line, message: $0.text) })
    } catch let refusal as ModelRefusal {
      switch refusal {
      case .unknown(let number): throw Problem(.notFound, "There is no model \(number).")
      case .needsAnother(let author):
        throw Problem(.forbidden, "\(author) made it, so somebody else has to publish it.")
      case .state(let reason): throw Problem(.conflict, "That cannot be done: \(reason).")
      }
    }
  }
}

extension ModelIssue {
  /// What is wrong and what to do, in a line.
  fileprivate var text: String { hint.map { "\(message); \($0)" } ?? message }
}

extension JSONWriter {
  /// What publishing a model would do.
  mutating func impact(_ impact: Impact) {
    object { json in
      json.member("leads", impact.leads.count)
      if let comparison = impact.comparison {
        json.member("changed_stage", comparison.movedCount)
        json.member("rising", comparison.rising)
        json.member("falling", comparison.falling)
        json.member("stages", array: comparison.stages) { json, flow in
          json.object { json in
            json.member("stage", flow.name)
            json.member("before", flow.before)
            json.member("after", flow.after)
            json.member("entered", flow.entered)
            json.member("left", flow.left)
            json.rate("close_rate_before", flow.beforeRate)
            json.rate("close_rate_after", flow.afterRate)
            json.rate("close_rate_entered", flow.enteredRate)
            json.rate("close_rate_left", flow.leftRate)
          }
        }
        json.member("distribution", array: comparison.bins) { json, bin in
          json.object { json in
            json.member("from", bin.low)
            json.member("to", bin.high)
            json.member("before", bin.before)
            json.member("after", bin.after)
          }
        }
        json.member("rules", array: comparison.rulesByEffect) { json, effect in
          json.object { json in
            json.member("rule", effect.change.rule)
            json.member("differences", array: effect.change.differences) { $0.value($1) }
            json.member("leads", effect.leads)
            json.member("moved_up", effect.movedUp)
            json.member("moved_down", effect.movedDown)
          }
        }
        json.member("movers", array: comparison.movers) { json, mover in
          json.object { json in
            json.member("lead", impact.leads[mover.lead].value)
            json.member("before", mover.before)
            json.member("after", mover.after)
            json.member("from", comparison.stages[mover.from].name)
            json.member("to", comparison.stages[mover.to].name)
          }
        }
      }
      json.member("alerts", array: impact.alerts.sorted { $0.key < $1.key }) { json, alert in
        json.object { json in
          json.member("subscription", alert.key)
          json.member("count", alert.value)
        }
      }
      json.member("warnings", array: impact.warnings) { json, warning in
        json.object { json in
          json.member("line", warning.line)
          json.member("message", warning.text)
        }
      }
    }
  }

  private mutating func rate(_ name: String, _ rate: CloseRate) {
    member(
      name,
      nesting: { json in
        json.object { json in
          json.member("won", rate.won)
          json.member("known", rate.known)
          if let interval = rate.interval {
            json.member("low", raw: "\(interval.lowerBound)")
            json.member("high", raw: "\(interval.upperBound)")
          }
        }
      })
  }
}
