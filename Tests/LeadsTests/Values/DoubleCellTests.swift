import TestSupport
import Testing

@testable import Leads

struct DoubleCellTests {
  @Test func readsTheConformanceCases() throws {
    let rows = try ConformanceCase.all(in: "values/numbers.csv")
    #expect(rows.count >= 250)
    for row in rows {
      // Bit patterns, so that a rounding error or a negative zero is seen.
      #expect(Double(cell: row["text"])?.bitPattern == Double(row["expected"])?.bitPattern, "\(row)")
    }
  }

  @Test func readsWhatSwiftPrints() {
    let seed: UInt64 = 4
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(Double(cell: number.description) == number, "seed \(seed)")
      #expect(Double(cell: "(\(abs(number))) ") == -abs(number), "seed \(seed)")
    }
  }

  @Test func roundsLikeTheStandardLibrary() {
    let seed: UInt64 = 5
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let length = Int.random(in: 1...30, using: &generator)
      var text = String((0..<length).map { _ in "0123456789".randomElement(using: &generator) ?? "0" })
      let point = text.index(text.startIndex, offsetBy: .random(in: 0...length, using: &generator))
      text.insert(".", at: point)
      let expected = Double("0" + text + "0")
      #expect(Double(cell: text) == expected, "seed \(seed): \(text)")
      #expect(Double(cell: "$" + text) == expected, "seed \(seed): \(text)")
    }
  }

  @Test func plainIntegersAgreeWithTheCarefulWay() {
    for length in 1...21 {
      let text = String(repeating: "9", count: length)
      #expect(Double(cell: text) == Double(text))
      #expect(Double(cell: " " + text) == Double(text))
      #expect(Double(cell: "-" + text) == Double("-" + text))
    }
  }

  @Test func zeroHasNoSign() {
    for text in ["-0", "-0.00", "(0)", "\u{2212}0", "-0e5", "- 0"] {
      #expect(Double(cell: text)?.sign == .plus)
    }
  }
}
