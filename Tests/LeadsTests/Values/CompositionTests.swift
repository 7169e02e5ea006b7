import TestSupport
import Testing

@testable import Leads

/// Letters with combining marks fold to the letters that have the marks.
@Suite struct CompositionTests {
  /// A combining sequence and its composed letter, from the charts of the Unicode Standard.
  @Test(arguments: [
    ("Mu\u{308}ller", "m\u{FC}ller"), ("E\u{301}cole", "\u{E9}cole"), ("A\u{30A}se", "\u{E5}se"),
    ("n\u{303}", "\u{F1}"), ("Z\u{30C}", "\u{17E}"), ("Vie\u{323}\u{302}t", "vi\u{1EC7}t"),
    ("Vie\u{302}\u{323}t", "vi\u{1EC7}t"), ("\u{3B1}\u{301}", "\u{3AC}"), ("\u{418}\u{306}", "\u{439}"),
    ("\u{304B}\u{3099}", "\u{304C}"), ("\u{30CF}\u{309A}", "\u{30D1}"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
    ("\u{1100}\u{1161}", "\u{AC00}"), ("J\u{30C}", "\u{1F0}"),
  ])
  func marksJoinTheirLetters(sequence: String, composed: String) {
    #expect(sequence.foldedUTF8 == Array(composed.utf8))
    #expect(composed.foldedUTF8 == Array(composed.utf8))
  }

  @Test func whatHasNoComposedLetterStays() {
    #expect("q\u{301}".foldedUTF8 == Array("q\u{301}".utf8))
    #expect("\u{301}".foldedUTF8 == Array("\u{301}".utf8))
    #expect("x\u{20E3}".foldedUTF8 == Array("x\u{20E3}".utf8))
  }

  /// As many marks as a letter can take join it, and the others follow it.
  @Test func furtherMarksFollowTheComposedLetter() {
    #expect("e\u{301}\u{301}".foldedUTF8 == Array("\u{E9}\u{301}".utf8))
    #expect("a\u{308}\u{330}".foldedUTF8 == Array("\u{E4}\u{330}".utf8))
    #expect("a\u{330}\u{308}".foldedUTF8 == Array("\u{E4}\u{330}".utf8))
    // The ring stands between the letter and the acute.
    #expect("\u{433}\u{30A}\u{301}".foldedUTF8 == Array("\u{433}\u{30A}\u{301}".utf8))
  }

  @Test func foldingTwiceChangesNothing() {
    let seed: UInt64 = 63
    var generator = SeededGenerator(seed: seed)
    let alphabet: [Unicode.Scalar] = [
      "a", "E", "o", "J", "\u{301}", "\u{308}", "\u{30C}", "\u{323}", "\u{302}", "\u{3B9}", "\u{418}", "\u{306}",
      "\u{304B}", "\u{3099}", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{345}", " ", "\u{130}",
    ]
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        if let scalar = alphabet.randomElement(using: &generator) { text.append(scalar) }
      }
      let once = String(text).foldedUTF8
      if once.folded() != once { Issue.record("seed \(seed): \(String(text).unicodeScalars.map { $0.value })") }
    }
  }

  @Test func longTextsAreFoldedInLinearTime() {
    let marks = String(repeating: "e\u{301}", count: 50_000)
    #expect(marks.foldedUTF8 == Array(String(repeating: "\u{E9}", count: 50_000).utf8))
    let pile = "e" + String(repeating: "\u{301}", count: 50_000)
    #expect(pile.foldedUTF8.count == 2 + 2 * 49_999)
  }
}
