import Leads
import Scoring
import Service
import Store

extension JSONWriter {
  /// A member that is a text, or null.
  mutating func member(_ name: String, _ value: String?) {
    if let value { member(name, value) } else { member(name, raw: "null") }
  }

  /// A member that is a number, or null.
  mutating func member(_ name: String, _ value: Int64?) { member(name, raw: value.map { String($0) } ?? "null") }

  /// A member that is a moment, in seconds since 1970, or null.
  mutating func member(_ name: String, moment: Int64?) {
    member(name, moment.map { Instant(secondsSince1970: $0).description })
  }

  /// A lead's scores: its number and what the model reports.
  mutating func score(_ score: ScoreRecord) {
    object { json in
      json.member("lead", score.lead.value)
      json.member("score", score.score)
      json.member("stage", score.stage)
      json.member("scores", raw: score.outcome)
    }
  }

  /// A lead as people look at it.
  mutating func lead(_ view: LeadView) {
    object { json in
      json.member("lead", view.number.value)
      json.member("created_at", moment: view.createdAt)
      json.member("merged", array: view.merged) { $0.value($1.value) }
      json.member("identities", array: view.identities) { json, identity in
        json.object { json in
          json.member("kind", identity.kind.name)
          json.member("value", identity.value)
        }
      }
      json.member("stage", view.standing?.stage)
      json.member("stage_since", moment: view.standing?.since)
      json.member("scores", raw: view.score?.outcome ?? "null")
      json.member("attributes", array: view.attributes) { json, change in
        json.object { json in
          json.member("name", change.attribute)
          json.member("value", change.value)
          json.member("since", moment: change.at)
        }
      }
      if let (model, explanation) = view.explanation {
        json.member("why", array: explanation.scores) { $0.why($1, model) }
      }
      json.member("events", array: view.acts) { json, act in
        json.object { json in
          json.member("event", act.kind.name)
          json.member("at", moment: act.event.at)
          json.member("label", act.event.label.name)
          json.member("properties", raw: act.kind.properties.isEmpty ? "{}" : act.kind.properties)
        }
      }
      json.member("outcomes", array: view.outcomes) { json, outcome in
        json.object { json in
          json.member("outcome", outcome.outcome)
          json.member("at", moment: outcome.at)
        }
      }
      json.member("history", array: view.history) { json, change in
        json.object { json in
          json.member("at", moment: change.at)
          json.member("cause", change.cause.kind.name)
          json.member("reference", change.cause.reference)
          json.member("scores", raw: change.outcome)
        }
      }
      json.member("crossings", array: view.crossings) { $0.crossing($1) }
    }
  }

  /// Why a lead has a score: what was added and what limits cut, in points.
  private mutating func why(_ score: ScoreExplanation, _ model: ScoringModel) {
    object { json in
      json.member("score", score.name)
      json.member("value", score.reported)
      json.member("band", score.band)
      if let absence = score.absence { json.member("absence", absence) }
      json.member("rules", array: score.contributions) { json, contribution in
        json.object { json in
          json.member("rule", contribution.rule)
          json.member("points", raw: Self.points(contribution.worth))
          json.member("before_limits", raw: Self.points(contribution.unlimited))
          json.member("line", contribution.line)
          json.member("occurrences", contribution.occurrences.count)
        }
      }
      json.member("parts", array: score.parts) { json, part in
        json.object { json in
          json.member("score", part.name)
          json.member("value", part.reported)
          json.member("weight", part.weight.description)
        }
      }
    }
  }

  /// A crossing.
  mutating func crossing(_ crossing: Crossing) {
    object { json in
      json.member("id", crossing.number)
      json.member("lead", crossing.lead.value)
      json.member("at", moment: crossing.at)
      json.member("what", crossing.what)
      json.member("from", crossing.from)
      json.member("to", crossing.to)
      json.member("direction", crossing.isUp ? "up" : "down")
      json.member("cause", crossing.cause.kind.name)
      json.member("reference", crossing.cause.reference)
      json.member("model", crossing.model)
    }
  }

  /// A version of a model, without its text.
  mutating func version(_ version: ModelVersion, text: Bool = false) {
    object { json in
      json.member("number", version.number)
      json.member("version", version.version)
      json.member("status", version.status.name)
      json.member("author", version.author)
      json.member("created_at", moment: version.createdAt)
      json.member("published_at", moment: version.publishedAt)
      json.member("note", version.note)
      if text { json.member("text", version.text) }
    }
  }

  /// Billionths of a point as points, exactly.
  static func points(_ billionths: Int64) -> String {
    let magnitude = billionths.magnitude
    var digits = String(magnitude % 1_000_000_000)
    digits = String(repeating: "0", count: 9 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return (billionths < 0 ? "-" : "") + String(magnitude / 1_000_000_000) + (digits.isEmpty ? "" : "." + digits)
  }
}

extension Identity.Kind {
  /// Its name in the API.
  var name: String {
    switch self {
    case .anonymousID: "anonymous_id"
    case .userID: "user_id"
    case .email: "email"
    case .recordID: "record_id"
    }
  }
}

extension EventLabel {
  /// Its name in the API.
  var name: String {
    switch self {
    case .person: "person"
    case .bot: "bot"
    case .repeated: "repeated"
    case .implied: "implied"
    }
  }
}

extension Cause.Kind {
  /// Its name in the API.
  var name: String {
    switch self {
    case .event: "event"
    case .change: "change"
    case .day: "day"
    case .publish: "publish"
    case .merge: "merge"
    case .import: "import"
    case .label: "label"
    case .repair: "repair"
    }
  }
}

extension ModelVersion.Status {
  /// Its name in the API.
  var name: String {
    switch self {
    case .draft: "draft"
    case .proposed: "proposed"
    case .champion: "champion"
    case .challenger: "challenger"
    case .retired: "retired"
    }
  }
}
