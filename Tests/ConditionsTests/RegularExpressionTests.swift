import Testing

@testable import Conditions

extension RegularExpression {
  /// `matches` for texts that are not spans: the macros of Testing cannot take a span apart.
  func isFound(in text: String) -> Bool {
    isFound(in: Array(text.utf8))
  }

  func isFound(in bytes: [UInt8]) -> Bool {
    matches(bytes.span)
  }
}

/// Whether a pattern is found in a text.
private func finds(_ pattern: String, in text: String, ignoringCase: Bool = true) throws -> Bool {
  try RegularExpression(pattern, ignoringCase: ignoringCase).isFound(in: text)
}

@Suite struct RegularExpressionTests {
  @Test func anchorsHoldAtTheEndsOfTheWholeTextOnly() throws {
    #expect(try finds("^b", in: "b\na"))
    #expect(try !finds("^b", in: "a\nb"))
    #expect(try finds("a$", in: "b\na"))
    #expect(try !finds("a$", in: "a\nb"))
    #expect(try !finds("a$", in: "a\n"))
    #expect(try finds("^$", in: ""))
    #expect(try !finds("^$", in: "\n"))
  }

  @Test func anchorsMayStandAnywhere() throws {
    #expect(try finds("(^|,)ceo($|,)", in: "cto,ceo"))
    #expect(try !finds("(^|,)ceo($|,)", in: "cto,ceos"))
    #expect(try !finds("a^b", in: "ab"))
    #expect(try finds("x*^a", in: "a"))
  }

  @Test func theEmptyPatternIsFoundEverywhere() throws {
    for pattern in ["", "()", "|a", "a*", "a{0}", "(){1000}"] {
      #expect(try finds(pattern, in: ""))
      #expect(try finds(pattern, in: "xyz"))
    }
  }

  @Test func lettersOfThePatternAreLoweredWhenCaseIsIgnored() throws {
    #expect(try finds("CEO", in: "ceo"))
    #expect(try finds("[A-C]É", in: "bé"))
    #expect(try finds("[À-Þ]", in: "é"))
    #expect(try finds(#"\x41\u{42}"#, in: "ab"))
    #expect(try !finds("[^A-Z]", in: "q"))
    #expect(try finds("İ", in: "İ".lowercased()))
    #expect(try finds("\u{212A}", in: "k"))
  }

  @Test func lettersAreLeftAloneWhenCaseMatters() throws {
    #expect(try finds("CEO", in: "CEO", ignoringCase: false))
    #expect(try !finds("CEO", in: "ceo", ignoringCase: false))
    #expect(try !finds("[A-Z]", in: "a", ignoringCase: false))
    #expect(try finds("[^A-Z]", in: "a", ignoringCase: false))
  }

  @Test func aRangeBeyondASCIIStaysBeyondASCII() throws {
    #expect(try !finds(#"[\u{80}-\u{10FFFF}]"#, in: "kilo"))
    #expect(try finds(#"[\u{80}-\u{10FFFF}]"#, in: "é"))
    #expect(try !finds(#"[^\W]"#, in: "-"))
    #expect(try !finds(#"[\W]"#, in: "k"))
  }

  @Test func charactersAreComparedWithoutNormalisation() throws {
    #expect(try !finds("\u{E9}", in: "e\u{301}"))
    #expect(try finds("e\u{301}", in: "e\u{301}"))
  }

  @Test(arguments: [RegularExpression.Limits.standard, .simulating])
  func bytesThatAreNotUTF8MatchNothing(limits: RegularExpression.Limits) throws {
    let any = try RegularExpression("^.$", limits: limits)
    let wrong: [[UInt8]] = [
      [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x9A], [0x80], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
    ]
    for bytes in wrong {
      #expect(!any.isFound(in: bytes))
    }
    let letter = try RegularExpression("[^b]a", limits: limits)
    let mixed: [UInt8] = [0xC3, 0x61, 0xFF, 0x61]
    #expect(!letter.isFound(in: mixed))
    #expect(letter.isFound(in: mixed + [0xC3, 0xA9, 0x61]))
  }

  @Test func equalityIsThatOfPatternAndCase() throws {
    let one = try RegularExpression("a+")
    #expect(try one == RegularExpression("a+"))
    #expect(try one == RegularExpression("a+", limits: .simulating))
    #expect(try one != RegularExpression("aa*"))
    #expect(try one != RegularExpression("a+", ignoringCase: false))
    #expect(try RegularExpression("\u{E9}") != RegularExpression("e\u{301}"))
    #expect(try Set([one, RegularExpression("a+"), RegularExpression("b")]).count == 2)
  }

  @Test func everyLengthOfTextIsReadToItsEnd() throws {
    let expression = try RegularExpression("^[^!]*!$")
    for count in 0..<20 {
      let text = String(repeating: "a", count: count)
      #expect(!expression.isFound(in: text))
      #expect(expression.isFound(in: text + "!"))
      #expect(!expression.isFound(in: text + "!!"))
    }
  }
}
