import Leads
import Scoring
import Store

/// What is told of a crossing, as JSON.
///
///     {"id":"crs_812_3","type":"lead.crossed","timestamp":"2026-03-02T09:15:00Z","data":{"crossing":812,"lead":45,
///      "email":"ada@example.com","what":"stage","from":"mql","to":"sql","direction":"up",
///      "cause":{"kind":"event","reference":807,"name":"demo_request"},"scores":{"fit":60,"total":85},
///      "model":{"number":4,"version":"90ab12cd34ef5678"}}}
///
/// The members are in this order; `email`, `name`, `company` and the cause's `name` are left out if they are not known, `from`
/// and `to` are null for nowhere.
public enum CrossingMessage {
  /// The id of what is told of a crossing to a subscription: the same however often it is sent.
  public static func id(crossing: Int64, subscription: Int64) -> String { "crs_\(crossing)_\(subscription)" }

  /// The message as a whole.
  ///
  /// - Parameters:
  ///   - outcome: what the model reports, as `ScoreRecord.outcome` has it: a JSON object.
  ///   - version: the version of the model's text.
  public static func json(
    _ crossing: Crossing, _ lead: AlertedLead, outcome: String, version: String, subscription: Int64
  ) -> String {
    let timestamp = Instant(secondsSince1970: crossing.at).description
    return JSONWriter.object {
      $0.add("id", id(crossing: crossing.number, subscription: subscription))
      $0.add("type", "lead.crossed")
      $0.add("timestamp", timestamp)
      $0.add("data", raw: data(crossing, lead, outcome: outcome, version: version))
    }
  }

  /// The crossing alone.
  public static func data(_ crossing: Crossing, _ lead: AlertedLead, outcome: String, version: String) -> String {
    JSONWriter.object {
      $0.add("crossing", crossing.number)
      $0.add("lead", crossing.lead.value)
      $0.addKnown("email", lead.email)
      $0.addKnown("name", lead.name)
      $0.addKnown("company", lead.company)
      $0.add("what", crossing.what)
      $0.add("from", crossing.from)
      $0.add("to", crossing.to)
      $0.add("direction", crossing.isUp ? "up" : "down")
      let cause = JSONWriter.object {
        $0.add("kind", crossing.cause.kind.name)
        $0.add("reference", crossing.cause.reference)
        $0.addKnown("name", lead.reason)
      }
      $0.add("cause", raw: cause)
      $0.add("scores", raw: outcome.isEmpty ? "{}" : outcome)
      let model = JSONWriter.object {
        $0.add("number", crossing.model)
        $0.add("version", version)
      }
      $0.add("model", raw: model)
    }
  }
}

/// Writes a JSON object member by member. `JSONWriter.object { $0.add("id", 3) }` is `{"id":3}`.
package struct JSONWriter {
  private var text = "{"

  /// The object that `fill` adds the members of.
  package static func object(_ fill: (inout JSONWriter) -> Void) -> String {
    var members = JSONWriter()
    fill(&members)
    return members.text + "}"
  }

  package mutating func add(_ name: String, raw json: String) {
    if text.utf8.count > 1 { text += "," }
    text += Self.quoted(name) + ":" + json
  }

  package mutating func add(_ name: String, _ number: Int64) { add(name, raw: String(number)) }
  package mutating func add(_ name: String, _ text: String?) { add(name, raw: text.map(Self.quoted) ?? "null") }
  package mutating func addKnown(_ name: String, _ text: String?) { if let text { add(name, text) } }

  /// A text as JSON has it.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
