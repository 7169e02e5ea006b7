import Leads
import Scoring
import Store

/// A version of a scoring model that scores leads now.
struct ActiveModel: Sendable {
  /// Its number in the store.
  let number: Int64
  /// The model.
  let model: ScoringModel
  /// Whether stages, crossings and alerts come from it. Of challengers only scores are kept.
  let isChampion: Bool
  /// What the model says of a lead, in order, each with what stands before its value in the text of an outcome.
  private let members: [(outcome: Outcome, before: [UInt8])]
  /// How texts are read.
  let settings: ReadingSettings
  /// Where leads stand, by its stages.
  let lifecycle: Lifecycle
  private let named: [String: Outcome]

  init(number: Int64, model: ScoringModel, isChampion: Bool, utcOffset: Int64) {
    self.number = number
    self.model = model
    self.isChampion = isChampion
    settings = ReadingSettings(placeholders: model.placeholders, utcOffset: utcOffset, vocabulary: model.vocabulary)
    lifecycle = Lifecycle(model)
    named = Dictionary(model.outcomes.map { ($0.name, $0.outcome) }) { first, _ in first }
    members = model.outcomes.enumerated().map { index, member in
      var before: [UInt8] = [index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ",")]
      before.appendJSON(member.name)
      before.append(UInt8(ascii: ":"))
      return (member.outcome, before)
    }
  }

  /// What the model says of a lead by a name that conditions use.
  func value(_ name: String, of lead: Int, in scores: Scores) -> Value {
    named[name].map { scores.value(of: $0, for: lead) } ?? .missing
  }

  /// How good a stage is: the better, the higher; no stage is 0, disqualified less.
  func rank(_ stage: String?) -> Int {
    guard let stage else { return 0 }
    if stage == ScoringModel.disqualified { return -1 }
    return model.stages.firstIndex { $0.name == stage }.map { model.stages.count - $0 } ?? 0
  }

  /// What the text of an outcome says by name.
  func reading(of outcome: String) -> Lifecycle.Reading {
    var found: [String: String] = [:]
    _ = JSONObject.forEach(of: outcome.utf8) { path, value in
      found[String(decoding: path, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
    }
    let types = model.outcomeTypes
    return { name in
      guard let text = found[name], !text.isEmpty else { return .missing }
      return types[name] == .number ? Double(text).map { .number($0) } ?? .missing : .text(text)
    }
  }

  /// The names of the bands in the text of an outcome, by the positions of the model's bands; nil where there is none.
  func bandNames(in outcome: String) -> [String?] {
    var found: [String: String] = [:]
    _ = JSONObject.forEach(of: outcome.utf8) { path, value in
      found[String(decoding: path, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
    }
    return model.bands.map { bands in found["\(model.scores[bands.score].name)_band"].flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// The position of a band by its name.
  func bandPosition(_ index: Int, _ name: String) -> UInt8? {
    model.bands[index].bands.firstIndex { $0.name == name }.map(UInt8.init)
  }

  /// Everything that the model says of a lead, as a JSON object: numbers, texts, and null where it says nothing.
  func outcome(of lead: Int, in scores: Scores) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(members.count * 24)
    for member in members {
      text.append(contentsOf: member.before)
      switch scores.value(of: member.outcome, for: lead) {
      case .number(let number): text.append(contentsOf: String(Int64(number)).utf8)
      case .text(let value): text.appendJSON(value)
      default: text.append(contentsOf: "null".utf8)
      }
    }
    if text.isEmpty { text.append(UInt8(ascii: "{")) }
    if let exclusion = scores.exclusion(of: lead) {
      text.append(contentsOf: (members.isEmpty ? "" : ",").utf8)
      text.append(contentsOf: "\"excluded\":".utf8)
      text.appendJSON(model.exclusions[exclusion].name)
    }
    text.append(UInt8(ascii: "}"))
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a text as JSON has it, in quotes.
  mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0..<0x20:
        append(contentsOf: "\\u00".utf8)
        append(contentsOf: [byte >> 4, byte & 15].map { $0 < 10 ? 48 + $0 : 87 + $0 })
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}

extension String {
  /// 64 bits that tell texts apart within a process and between runs (FNV-1a).
  var digest: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
