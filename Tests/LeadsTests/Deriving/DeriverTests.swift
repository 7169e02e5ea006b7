import TestSupport
import Testing

@testable import Leads

@Suite struct DeriverTests {
  @Test func textsHaveKnownValuesAndOthersHaveNone() {
    for function in DerivedFunction.allCases { #expect((function.knownValues != nil) == (function.type == .text)) }
    #expect(DerivedFunction.emailKind.knownValues?.count == EmailKind.allCases.count)
    #expect(DerivedFunction.seniority.knownValues?.contains("c-level") == true)
  }

  @Test func vocabulariesListTheirWords() {
    var words = Vocabulary()
    #expect(words.isEmpty && words.entries(of: .country).isEmpty)
    words[.country, "FR"] = ["Y"]
    words[.country, "DE"] = ["X", "Z"]
    #expect(words.entries(of: .country).map { "\($0.value) \($0.word)" } == ["DE X", "DE Z", "FR Y"])
    words[.country, "FR"] = []
    words[.country, "DE"] = []
    #expect(words.isEmpty)
  }

  /// Whatever the bytes, there is an answer of the function's type, the same each time, and one it is known to
  /// give.
  @Test(arguments: DerivedFunction.allCases)
  func anyBytesHaveAnAnswer(function: DerivedFunction) {
    let seed: UInt64 = 77
    var generator = SeededGenerator(seed: seed)
    let deriver = Deriver()
    let known = function.knownValues.map(Set.init)
    let pieces = [
      "ceo", " of ", "sales", "@", ".", "com", "+49", "-", "1k", "to", "é", "\u{301}", "\u{0}", "&", "amp;", "(", "/",
      "'",
      "<", ">", "mailto:", "leiter", "aeoe", "Germany", ",", "ｆ", "👩‍💻", "asdf", "  ", "two", "hundred", "e", "9",
    ].map { Array($0.utf8) }
    for _ in 0..<600 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...9, using: &generator) {
        bytes += pieces.randomElement(using: &generator) ?? []
        if Int.random(in: 0..<12, using: &generator) == 0 { bytes.append(.random(in: 0...255, using: &generator)) }
      }
      let value = deriver.value(function, of: bytes.span)
      #expect(value == deriver.value(function, of: bytes.span))
      switch (value, function.type) {
      case (.missing, _), (.flag, .flag): break
      case (.number(let number), .number): #expect(1...10_000_000 ~= number, "seed \(seed): \(bytes)")
      case (.text(let text), .text): #expect(known?.contains(text) == true, "seed \(seed): \(bytes)")
      default: Issue.record("seed \(seed): \(bytes) gives \(value)")
      }
    }
  }
}
