import TestSupport
import Testing

@testable import Leads

/// What no text may do: stop the program, or hold it up.
struct ValuesRobustnessTests {
  @Test func randomBytesDoNotCrash() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<40_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8(truncatingIfNeeded: generator.next())
      }
      Self.readInEveryWay(bytes)
    }
  }

  @Test func damagedTextsDoNotCrash() throws {
    var generator = SeededGenerator(seed: 7)
    var texts: [[UInt8]] = []
    for file in ["instants", "numbers", "flags"] {
      texts += try ConformanceCase.all(in: "values/\(file).csv").map { Array($0["text"].utf8) }
    }
    texts.removeAll { $0.isEmpty }
    for _ in 0..<40_000 {
      guard var bytes = texts.randomElement(using: &generator) else { continue }
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &generator)
        switch generator.next() % 4 {
        case 0: bytes[index] = UInt8(truncatingIfNeeded: generator.next())
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[.random(in: bytes.indices, using: &generator)], at: index)
        default: bytes.removeSubrange(index...)
        }
      }
      Self.readInEveryWay(bytes)
    }
  }

  @Test(arguments: [
    "1", "a", ",", ".", " ", "(", ")", "-", "e", "$", "1,", "1 ", "Jul ", "2025-", "\u{A0}", "1.000", "é",
  ])
  func aMegabyteIsReadInNoTime(pattern: String) {
    let bytes = Array(String(repeating: pattern, count: 1 << 20 / pattern.utf8.count).utf8)
    let time = ContinuousClock().measure {
      #expect(Instant(bytes.span) == nil)
      #expect(Double(cell: bytes.span) == nil)
      #expect(Bool(cell: bytes.span) == nil)
    }
    // In practice some microseconds, and milliseconds for a megabyte of white space in a debug build.
    #expect(time < .seconds(1))
  }

  @Test func whatIsReadKeepsItsPromises() throws {
    var generator = SeededGenerator(seed: 8)
    let alphabet = Array("0123456789  ..,,--//::TZ+()%$eE'_APMJul".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      if let number = Double(cell: bytes.span) { #expect(number.isFinite) }
      if let instant = Instant(bytes.span) { #expect(Instant.readable.contains(instant.secondsSince1970)) }
    }
  }

  private static func readInEveryWay(_ bytes: [UInt8]) {
    _ = Instant(bytes.span)
    _ = Instant(bytes.span, dayFirst: true, offset: -3600)
    _ = Double(cell: bytes.span)
    _ = Bool(cell: bytes.span)
  }
}
