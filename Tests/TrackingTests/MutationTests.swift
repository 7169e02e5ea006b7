import TestSupport
import Testing
import Tracking

/// Chance against the reader: it never crashes, and what is well survives beside what is not.
@Suite struct MutationTests {
  static let seed: UInt64 = 20_250_701

  static let messages = [
    #"{"type":"identify","userId":"u1","traits":{"email":"ada@example.com","address":{"city":"Köln"},"tags":[1,"x"]}}"#,
    #"{"type":"track","anonymousId":"a","event":"Order \u00e9","properties":{"total":-1.5e3,"ok":true,"no":null,"s":"\"\\"}}"#,
    #"{"type":"page","anonymousId":"a","context":{"page":{"url":"https://example.com/","title":"T"},"campaign":{"name":"c"}}}"#,
    #"{"type":"group","userId":"u","groupId":"acme","traits":{"employees":300},"timestamp":"2025-07-01T12:00:00.1Z"}"#,
    #"{"type":"alias","userId":"u","previousId":"a","messageId":"m","integrations":{"All":true}}"#,
  ]

  /// Bytes that are likely to matter.
  static let telling: [UInt8] =
    Array("{}[]\",:\\/u0019eE+-.tfn \n".utf8) + [0, 1, 0x1F, 0x7F, 0x80, 0xC3, 0xE2, 0xF0, 0xFF]

  static func mutated(_ bytes: [UInt8], using chance: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &chance) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0..<5, using: &chance) {
      case 0: bytes[place] = telling.randomElement(using: &chance)!
      case 1: bytes.insert(telling.randomElement(using: &chance)!, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0..<20, using: &chance)))
      default:
        let end = min(bytes.count, place + Int.random(in: 0..<40, using: &chance))
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &chance))
      }
    }
    return bytes
  }

  @Test func bodiesOfChanceAreReadToTheEnd() {
    var chance = SeededGenerator(seed: Self.seed)
    let body = Array(#"{"batch":[\#(Self.messages.joined(separator: ", "))],"sentAt":"2025-07-01T12:00:00Z"}"#.utf8)
    for round in 0..<20_000 {
      let mutant = Self.mutated(body, using: &chance)
      let batch = TrackingReader().batch(mutant.span, received: 1_751_373_300)
      // Duplicated pieces can be messages too, so there may be more than there were.
      #expect(batch.messages.count == batch.positions.count, "seed \(Self.seed), round \(round)")
      #expect(batch.messages.count + batch.problems.count > 0, "seed \(Self.seed), round \(round)")
      for case .track(_, let properties) in batch.messages.map(\.act) where !properties.isEmpty {
        #expect(properties.hasPrefix("{") && properties.hasSuffix("}"), "seed \(Self.seed), round \(round)")
      }
    }
  }

  /// A message that is JSON but wrong stands between two good ones: those are read.
  @Test func goodMessagesSurviveBesideWrongOnes() {
    var chance = SeededGenerator(seed: Self.seed + 1)
    let good = #"{"type":"track","userId":"u","event":"good"}"#
    for round in 0..<20_000 {
      let original = Array(Self.messages.randomElement(using: &chance)!.utf8)
      let mutant = Self.mutated(original, using: &chance)
      let single = TrackingReader().message(mutant.span, call: nil, received: 1_751_373_300)
      // Only what is one whole object can stand in an array.
      guard single.messages.count == 1 || single.problems.allSatisfy({ !$0.message.contains(" at byte ") }) else {
        continue
      }
      let body = Array(#"{"batch":[\#(good),"#.utf8) + mutant + Array(",\(good)]}".utf8)
      let batch = TrackingReader().batch(body.span, received: 1_751_373_300)
      let goods = zip(batch.positions, batch.messages).filter { [0, 2].contains($0.0) }
      #expect(goods.count == 2, "seed \(Self.seed + 1), round \(round): \(String(decoding: mutant, as: UTF8.self))")
      #expect(goods.allSatisfy { $0.1.act == .track(name: "good", properties: "") })
      #expect(batch.messages.count + batch.problems.count == 3)
      // The one in the middle says the same as alone.
      #expect(zip(batch.positions, batch.messages).filter { $0.0 == 1 }.map(\.1) == single.messages)
    }
  }
}
