import Foundation
import Leads

/// What a case knows of a lead, from JSON: texts, numbers, flags, null for missing, and `{"instant": "..."}`.
struct KnownValues: Decodable {
  /// The values by attribute.
  private(set) var values: [String: Value]

  init(json: String) throws {
    self = try JSONDecoder().decode(KnownValues.self, from: Data(json.utf8))
  }

  init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: Known].self).mapValues(\.value)
  }

  /// The value of an attribute.
  subscript(name: String) -> Value { values[name] ?? .missing }

  private struct Known: Decodable {
    let value: Value

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .missing
      } else if let flag = try? container.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else if let text = try? container.decode(String.self) {
        value = .text(text)
      } else {
        let text = try container.decode([String: String].self)["instant"] ?? ""
        guard let instant = Instant(text) else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "no instant: \(text)")
        }
        value = .instant(instant)
      }
    }
  }
}

extension Column {
  /// A column of values that are of one type, or missing; nil if they are of several.
  init?(_ values: [Value]) {
    var pool = TextPool()
    var codes: [UInt32] = []
    var type: AttributeType?
    for value in values {
      let bytes: [UInt8] = if case .text(let text) = value { Array(text.utf8) } else { [] }
      codes.append(pool.code(of: bytes.span))
      guard let own = value.type else { continue }
      if type ?? own != own { return nil }
      type = own
    }
    switch type {
    case .text, nil: self = .text(TextColumn(codes: codes, pool: pool, placeholders: .onlyEmpty))
    case .number: self = .number(values.map { if case .number(let number) = $0 { number } else { .nan } })
    case .flag, .any: self = .flag(values.map { if case .flag(let flag) = $0 { flag ? 2 : 1 } else { 0 } })
    case .instant:
      self = .instant(
        values.map { if case .instant(let instant) = $0 { instant.secondsSince1970 } else { Column.missingInstant } })
    }
  }
}

extension Value {
  fileprivate var type: AttributeType? {
    switch self {
    case .missing: nil
    case .text: .text
    case .number: .number
    case .flag: .flag
    case .instant: .instant
    }
  }
}
