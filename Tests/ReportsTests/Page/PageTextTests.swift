import Testing

@testable import Reports

@Suite struct PageTextTests {
  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"it's\"", "&quot;it&#39;s&quot;"),
    ("\"\u{301}", "&quot;\u{301}"), ("<\u{338}", "&lt;\u{338}"), ("a\tb\r\nc", "a b  c"),
    ("\u{202E}abc\u{0}", "\u{FFFD}abc\u{FFFD}"), ("é ü 中 👩‍👩‍👧", "é ü 中 👩‍👩‍👧"), ("", ""),
  ])
  func markupIsEscapedAndTheRestIsKept(text: String, expected: String) {
    #expect(Array(PageText.escaped(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    arguments: [
      (0x1F, false), (0x20, true), (0x7E, true), (0x7F, false), (0x9F, false), (0xA0, true), (0x2029, true),
      (0x202A, false), (0x202E, false), (0x202F, true), (0x2069, false), (0xFFFE, false), (0xFFFD, true),
      (0x1FFFF, false), (0x1F600, true), (0xE0041, false),
    ] as [(UInt32, Bool)])
  func unseenScalarsAreReplaced(value: UInt32, isKept: Bool) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(
      PageText.escaped(String(Character(scalar))).unicodeScalars.contains("\u{FFFD}") == (!isKept || value == 0xFFFD))
  }

  @Test(arguments: [("abcde", "abcde"), ("abcdef", "abcd…"), ("  ab  ", "ab"), ("", ""), ("   ", "")])
  func textsAreCutBehindTheirLimit(text: String, expected: String) { #expect(text.shortened(to: 5) == expected) }

  @Test func aMillionMarksOnOneLetterAreCutToo() {
    #expect(("a" + String(repeating: "\u{301}", count: 1_000_000)).shortened(to: 40).unicodeScalars.count == 40)
  }

  @Test(arguments: [("lead_source", "Lead source"), ("country", "Country"), ("", ""), ("a b", "A b")])
  func namesOfAttributesBecomeWords(name: String, expected: String) { #expect(name.asWords == expected) }
}
