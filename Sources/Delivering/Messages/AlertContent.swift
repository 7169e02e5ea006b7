import Foundation
import Service

/// A crossing as people are told of it, read from the JSON of `CrossingMessage`.
struct AlertContent: Decodable {
  struct Details: Decodable {
    struct Cause: Decodable {
      var kind: String
      var name: String?
    }

    var lead: Int64
    var email: String?
    var name: String?
    var company: String?
    var what: String
    var from: String?
    var to: String?
    var direction: String
    var cause: Cause
    var scores: [String: Figure]
  }

  /// A score, a name of a band, or nothing.
  enum Figure: Decodable {
    case number(Double)
    case text(String)
    case none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .none
      }
    }
  }

  var id: String
  var timestamp: String
  var data: Details

  /// The content of a message's JSON.
  static func read(_ json: String) throws -> AlertContent {
    try JSONDecoder().decode(AlertContent.self, from: Data(json.utf8))
  }

  // MARK: In plain words

  /// Who it is about: a name, an address, or a number.
  var who: String {
    let who = (data.name ?? data.email ?? "Lead \(data.lead)").plain(80)
    return data.company.map { "\(who) (\($0.plain(60)))" } ?? who
  }

  /// What happened: `is now sql`, `fell from sql to nurture`, `is A for fit, up from B`.
  var happening: String {
    let from = data.from?.plain(60)
    let to = data.to?.plain(60)
    let isUp = data.direction == "up"
    guard data.what == "stage" else {
      let score = data.what.plain(60)
      guard let to else { return "has no band for \(score) any more\(from.map { ", it was \($0)" } ?? "")" }
      return "is \(to) for \(score)" + (from.map { ", \(isUp ? "up" : "down") from \($0)" } ?? "")
    }
    switch (from, to) {
    case (let from?, let to?): return isUp ? "is now \(to), up from \(from)" : "fell from \(from) to \(to)"
    case (nil, let to?): return "is now \(to)"
    case (let from?, nil): return "is no longer \(from)"
    case (nil, nil): return "changed"
    }
  }

  /// Why: `because of demo_request`.
  var why: String {
    let name = data.cause.name?.plain(80)
    switch data.cause.kind {
    case "event": return name.map { "because of \($0)" } ?? "because of something the lead did"
    case "change": return name.map { "because \($0) became known or changed" } ?? "because something became known"
    case "day": return "because time passed"
    case "publish": return "because a new version of the model was published"
    case "merge": return "because two records are one person, or no longer"
    case "import": return "because of an import"
    case "label": return "because events were labelled anew"
    default: return "because scores were set right"
    }
  }

  /// The scores that are numbers, by name: `fit 60, total 85`.
  var scores: String {
    data.scores.sorted { $0.key < $1.key }.compactMap { name, figure in
      guard case .number(let number) = figure else { return nil }
      return "\(name.plain(40)) \(Int64(exactly: number).map(String.init) ?? String(number))"
    }.prefix(12).joined(separator: ", ")
  }
}

extension String {
  /// The text on one line and without control characters, cut to a number of characters: what others typed must not shape a message.
  func plain(_ most: Int) -> String {
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: " "
      default: scalar
      }
    }
    let words = String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    return words.count <= most ? words : words.prefix(most - 1) + "…"
  }
}
