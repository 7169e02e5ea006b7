import TestSupport
import Testing

@testable import Leads

struct TextPoolTests {
  /// Texts around every border of the pool's keys: seven bytes and eight, digits of 8 to 16, leading zeros.
  private static func texts(_ count: Int, using generator: inout SeededGenerator) -> [[UInt8]] {
    (0..<count).map { _ in
      let length = Int.random(in: 0...17, using: &generator)
      let alphabet: [UInt8]
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: alphabet = Array("0123456789".utf8)
      case 1: alphabet = Array("01".utf8)
      case 2: alphabet = [0, 1, UInt8(ascii: "a")]
      case 3: alphabet = Array("0123456789/:".utf8)
      default: alphabet = Array(0...255)
      }
      return (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    }
  }

  @Test func agreesWithADictionary() {
    let seed: UInt64 = 31
    var generator = SeededGenerator(seed: seed)
    var pool = TextPool()
    var reference: [[UInt8]: UInt32] = [:]
    for text in Self.texts(20_000, using: &generator) {
      if pool.find(text.span) != reference[text] { Issue.record("seed \(seed): \(text)") }
      let expected = reference[text] ?? UInt32(reference.count)
      reference[text] = expected
      if pool.code(of: text.span) != expected { Issue.record("seed \(seed): \(text)") }
    }
    #expect(pool.count == reference.count)
    for (text, code) in reference {
      if pool.find(text.span) != code || Array(pool.bytes[pool.range(of: code)]) != text {
        Issue.record("seed \(seed): \(text)")
      }
    }
  }

  @Test func textsThatLookAlikeAreDistinct() {
    let texts = [
      "", "\0", "\0\0", "0", "00", "a", "a\0", "\0a", "1234567", "12345678", "012345678", "0012345678",
      "123456789012345",
      "1234567890123456", "0123456789012345", "12345678901234567", "01234567890123456", "9999999999999999",
      "99999999999999999", "1234567\0", "12345678\0", "abcdefg", "abcdefgh", "abcdefghi", "12345678a", "1234567:",
      "1234567/", "12345678:", "1234567890123456a",
    ]
    var pool = TextPool()
    for (index, text) in texts.enumerated() {
      #expect(pool.find(text.utf8.span) == nil)
      #expect(pool.code(of: text.utf8.span) == UInt32(index))
    }
    for (index, text) in texts.enumerated() {
      #expect(pool.find(text.utf8.span) == UInt32(index))
      #expect(pool.text(UInt32(index)) == text)
    }
  }

  @Test func codesOfALongNumberDoNotWrap() {
    // 10^16 - 1 is the largest number that is its own key.
    var pool = TextPool()
    let numbers = [UInt64(9_999_999_999_999_999), 10_000_000_000_000_000, 10_000_000, 9_999_999]
    for (index, number) in numbers.enumerated() { #expect(pool.code(of: String(number).utf8.span) == UInt32(index)) }
    for (index, number) in numbers.enumerated() { #expect(pool.find(String(number).utf8.span) == UInt32(index)) }
  }

  @Test func brokenTextIsKeptAsItIsAndShownRepaired() {
    var pool = TextPool()
    let broken: [UInt8] = [0x61, 0xFF, 0x62]
    #expect(pool.code(of: broken.span) == 0)
    #expect(Array(pool.bytes[pool.range(of: 0)]) == broken)
    #expect(pool.text(0) == "a\u{FFFD}b")
  }

  @Test func severalPoolsBecomeOne() {
    let seed: UInt64 = 32
    var generator = SeededGenerator(seed: seed)
    for count in 0...4 {
      let parts = (0..<count).map { _ in
        Self.texts(Int.random(in: 0...300, using: &generator), using: &generator)
      }
      let pools = parts.map { texts in
        var pool = TextPool()
        for text in texts { _ = pool.code(of: text.span) }
        return pool
      }
      let (merged, renumbered) = TextPool.merged(pools)
      #expect(merged.count == Set(parts.joined()).count, "seed \(seed)")
      #expect(renumbered.count == count)
      for (pool, codes) in zip(pools, renumbered) {
        for code in 0..<UInt32(pool.count) {
          let new = codes.map { $0[Int(code)] } ?? code
          #expect(merged.bytes[merged.range(of: new)] == pool.bytes[pool.range(of: code)], "seed \(seed)")
        }
      }
    }
  }
}
