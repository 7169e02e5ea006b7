/// Reads the fields of one message by their types, and says what is wrong with them.
struct FieldReader {
  let fields: MessageFields
  let limits: TrackingLimits

  /// A problem of a field; its message has no index yet.
  static func problem(_ field: MessageField, _ message: String) -> TrackingProblem {
    TrackingProblem(index: nil, message: "\(field): \(message)")
  }

  /// An id; nil if there is none. Numbers are ids too, as they are written.
  func id(_ field: MessageField, _ bytes: Span<UInt8>) throws(TrackingProblem) -> String? {
    let range = fields[field]
    if range.isEmpty { return nil }
    let id: String
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "\""): id = JSONText.unescaped(bytes, range.lowerBound + 1..<range.upperBound - 1)
    case UInt8(ascii: "n"): return nil
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): id = bytes.string(range)
    default: throw Self.problem(field, "a text is expected, not \(Self.kind(bytes, range))")
    }
    guard id.utf8.count <= limits.idBytes else {
      throw Self.problem(field, "\(id.utf8.count) bytes long; at most \(limits.idBytes)")
    }
    return Self.isPlaceholder(id) ? nil : id
  }

  /// What programs send when they have no id: with it, everybody without one would become one person.
  private static let placeholders: Set<String> = [
    "null", "undefined", "none", "nil", "nan", "[object object]", "anonymous", "guest", "unknown", "0", "-1",
  ]

  private static func isPlaceholder(_ id: String) -> Bool {
    if id.utf8.allSatisfy({ $0 <= 0x20 }) { return true }
    return id.utf8.count <= 15 && placeholders.contains(id.lowercased())
  }

  /// A text; nil if there is none or it is empty.
  func text(_ field: MessageField, upTo count: Int, _ bytes: Span<UInt8>) throws(TrackingProblem) -> String? {
    let range = fields[field]
    if range.isEmpty || bytes[range.lowerBound] == UInt8(ascii: "n") { return nil }
    guard bytes[range.lowerBound] == UInt8(ascii: "\"") else {
      throw Self.problem(field, "a text is expected, not \(Self.kind(bytes, range))")
    }
    let text = JSONText.unescaped(bytes, range.lowerBound + 1..<range.upperBound - 1)
    guard text.utf8.count <= count else {
      throw Self.problem(field, "\(text.utf8.count) bytes long; at most \(count)")
    }
    return text.isEmpty ? nil : text
  }

  /// The place of an object; nil if there is none.
  func object(_ field: MessageField, _ bytes: Span<UInt8>) throws(TrackingProblem) -> Range<Int>? {
    let range = fields[field]
    if range.isEmpty || bytes[range.lowerBound] == UInt8(ascii: "n") { return nil }
    guard bytes[range.lowerBound] == UInt8(ascii: "{") else {
      throw Self.problem(field, "an object is expected, not \(Self.kind(bytes, range))")
    }
    return range
  }

  /// A moment, in seconds since 1970; nil if there is none.
  func instant(_ field: MessageField, _ bytes: Span<UInt8>) throws(TrackingProblem) -> Int64? {
    let range = fields[field]
    if range.isEmpty || bytes[range.lowerBound] == UInt8(ascii: "n") { return nil }
    if let seconds = SendersClock.seconds(bytes, range) { return seconds }
    guard bytes[range.lowerBound] == UInt8(ascii: "\"") else {
      throw Self.problem(
        field, "a time is expected (\"2025-07-01T12:34:56Z\"), not \(Self.kind(bytes, range))")
    }
    let sample = bytes.string(range.lowerBound..<min(range.upperBound, range.lowerBound + 40))
    throw Self.problem(field, "\(sample) is not a time like \"2025-07-01T12:34:56Z\"")
  }

  /// What a value is, for messages.
  static func kind(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "\""): "a text"
    case UInt8(ascii: "{"): "an object"
    case UInt8(ascii: "["): "an array"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): "a truth value"
    case UInt8(ascii: "n"): "null"
    default: "a number"
    }
  }
}
