import TestSupport
import Testing

@testable import Conditions

/// What holds for any pattern and any text; the seeds are printed with a failure.
@Suite struct RegularExpressionPropertyTests {
  /// Numbers that look random and are the same in every run (a linear congruential generator).
  struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      var result: UInt64 = 0
      for _ in 0..<2 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        result = result << 32 | state >> 32
      }
      return result
    }
  }

  static let pieces = [
    "a", "b", "A", "é", "日", "🚀", "0", "1", " ", ",", "-", ":", "<", "=", "\n", "\u{0}", "(", "(", "(?:",
    "(?", ")", ")", ")", "[", "[^", "[[:", "]", "]", "[a-c]", "[^b]", "|", "*", "+", "?", "{", "}", "{2}", "{1,3}",
    "{0}", "{2,}", "^", "$", ".", "\\", #"\d"#, #"\W"#, #"\s"#, #"\x61"#, #"\u{e9}"#, #"\."#,
  ]

  private func randomText(of pieces: [String], count: Int, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func anyPatternIsCompiledOrRefusedAndBothAutomataAgree(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let letters = ["a", "b", "c", "é", "日", "🚀", "0", "1", " ", "\n", "-", "."]
    var compiled = 0
    for _ in 0..<2_000 {
      let pattern = randomText(of: Self.pieces, count: Int.random(in: 0...12, using: &generator), using: &generator)
      let length = pattern.unicodeScalars.count
      do throws(RegularExpression.Failure) {
        let fast = try RegularExpression(pattern)
        let slow = try RegularExpression(pattern, limits: .simulating)
        compiled += 1
        for _ in 0..<4 {
          let text = randomText(of: letters, count: Int.random(in: 0...9, using: &generator), using: &generator)
          #expect(
            fast.isFound(in: text) == slow.isFound(in: text),
            "\(pattern.debugDescription) in \(text.debugDescription)")
        }
      } catch {
        #expect((0...length).contains(error.offset), "\(pattern.debugDescription)")
        #expect(!error.message.isEmpty)
      }
    }
    #expect(compiled > 200)
  }

  @Test(
    arguments: [
      (".", [0...0x9, 0xB...0x10FFFF]),
      (#"[^\u{7F}-\u{81}\u{7FF}\u{FFFF}]"#, [0...0x7E, 0x82...0x7FE, 0x800...0xFFFE, 0x10000...0x10FFFF]),
      (#"[\u{3F}-\u{1234}\u{FFF0}-\u{54321}]"#, [0x3F...0x1234, 0xFFF0...0x54321]),
      (#"[\u{D7FF}-\u{E000}\u{10FFFF}]"#, [0xD7FF...0xE000, 0x10FFFF...0x10FFFF]),
      (#"[\u{C0}\u{C5}-\u{100}\u{F0000}-\u{F0FFF}]"#, [0xC0...0xC0, 0xC5...0x100, 0xF0000...0xF0FFF]),
      (#"[^\u{0}-\u{10FFFF}]"#, []),
    ] as [(String, [ClosedRange<UInt32>])])
  func classesHaveExactlyTheirScalars(pattern: String, ranges: [ClosedRange<UInt32>]) throws {
    let expression = try RegularExpression("^" + pattern + "$", ignoringCase: false)
    var values = Array(stride(from: UInt32(0), through: 0x10FFFF, by: 61))
    let encodingEdges: [UInt32] = [0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF]
    for edge in encodingEdges + ranges.map(\.lowerBound) + ranges.map(\.upperBound) {
      values += [edge &- 1, edge, edge + 1]
    }
    for value in values {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isMember = ranges.contains { $0.contains(value) }
      if expression.isFound(in: String(Character(scalar))) != isMember {
        Issue.record("U+\(String(value, radix: 16)): expected \(isMember)")
      }
    }
  }

  @Test func branchesCoverEachByteOnce() throws {
    let nfa = try RegularExpression.NFA(.scalar(.allButLineFeed), limits: .standard)
    #expect(nfa.states.count == 9)  // one for the first byte, seven for those that follow, and the one that has found
    for case .read(let range) in nfa.states {
      let steps = nfa.steps[range]
      for (one, other) in zip(steps, steps.dropFirst()) {
        #expect(one.last < other.first)
      }
    }
  }
}
