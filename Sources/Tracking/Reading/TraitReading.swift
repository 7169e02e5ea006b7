/// Makes attributes of traits.
///
/// Nested objects give `address.city`; arrays are kept as JSON, numbers as they are written, and null takes back what
/// was known.
struct TraitReader {
  private(set) var traits: [TrackedMessage.Trait] = []
  private let limits: TrackingLimits
  private var name: [UInt8] = []

  init(_ limits: TrackingLimits) {
    self.limits = limits
  }

  /// Appends the traits of an object.
  mutating func read(_ bytes: Span<UInt8>, _ object: Range<Int>) throws(TrackingProblem) {
    let outer = name.count
    var members = JSONMembers(object)
    while let (key, value) = members.next(bytes) {
      if outer > 0 { name.append(UInt8(ascii: ".")) }
      name += JSONText.unescaped(bytes, key).utf8
      if bytes[value.lowerBound] == UInt8(ascii: "{") {
        try read(bytes, value)
      } else {
        try append(bytes, value)
      }
      name.removeLast(name.count - outer)
    }
  }

  private mutating func append(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(TrackingProblem) {
    guard traits.count < limits.traits else { throw problem("more than \(limits.traits) traits") }
    guard name.count <= limits.traitNameBytes else {
      throw problem("a name is \(name.count) bytes long; at most \(limits.traitNameBytes)")
    }
    let trait = String(decoding: name, as: UTF8.self)
    guard !trait.utf8.allSatisfy({ $0 <= 0x20 }) else { throw problem("a trait has no name") }
    let text = Self.text(bytes, value)
    if let text, text.utf8.count > limits.traitValueBytes {
      throw problem("\"\(trait)\" is \(text.utf8.count) bytes long; at most \(limits.traitValueBytes)")
    }
    traits.append(TrackedMessage.Trait(trait, text))
  }

  private static func text(_ bytes: Span<UInt8>, _ value: Range<Int>) -> String? {
    switch bytes[value.lowerBound] {
    case UInt8(ascii: "\""): return JSONText.unescaped(bytes, value.lowerBound + 1..<value.upperBound - 1)
    case UInt8(ascii: "n"): return nil
    case UInt8(ascii: "["):
      var compact: [UInt8] = []
      JSONText.appendCompact(bytes, value, to: &compact)
      return String(decoding: compact, as: UTF8.self)
    default: return bytes.string(value)
    }
  }

  private func problem(_ message: String) -> TrackingProblem {
    TrackingProblem(index: nil, message: "traits: \(message)")
  }
}
