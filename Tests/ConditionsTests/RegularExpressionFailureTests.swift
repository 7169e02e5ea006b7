import Testing

@testable import Conditions

@Suite struct RegularExpressionFailureTests {
  /// A wrong pattern, where it goes wrong, and what its author reads.
  struct Case: Sendable, CustomTestStringConvertible {
    var pattern: String
    var offset: Int
    var message: String
    var hint: String?

    init(_ pattern: String, _ offset: Int, _ message: String, _ hint: String? = nil) {
      self.pattern = pattern
      self.offset = offset
      self.message = message
      self.hint = hint
    }

    var testDescription: String { pattern }
  }

  static let plainGroups = "use ( ) or (?: ) for a group"
  static let neighbours = "match the neighbouring characters, or combine two conditions with and / not"
  static let words = "the condition function word(...) finds whole words"
  static let backReference = "repeat the part of the pattern that is meant"
  static let caseElsewhere = "whether case matters is decided outside the pattern"
  static let noNeed = "leave out this +, matching never backtracks"

  static let groups = [
    Case("a(b", 1, "this group is not closed", #"add a ) or write \( for the character itself"#),
    Case("((a)", 0, "this group is not closed", #"add a ) or write \( for the character itself"#),
    Case("ab)c", 2, "this ) closes no group", #"write \) for the character itself"#),
    Case("a(?=b)", 1, "look-around is not supported", neighbours),
    Case("a(?!b)", 1, "look-around is not supported", neighbours),
    Case("(?<=a)b", 0, "look-around is not supported", neighbours),
    Case("(?<!a)b", 0, "look-around is not supported", neighbours),
    Case("x(?>a)", 1, "atomic groups are not supported", plainGroups),
    Case("(?<name>a)", 0, "named groups are not supported", plainGroups),
    Case("(?P<name>a)", 0, "named groups are not supported", plainGroups),
    Case("(a)(?P=name)", 3, "back-references are not supported", backReference),
    Case("(?#a)", 0, "comments are not supported inside a pattern", plainGroups),
    Case("(?i)a", 0, "inline flags such as (?i) are not supported", caseElsewhere),
    Case("a(?-i:b)", 1, "inline flags such as (?i) are not supported", caseElsewhere),
    Case("(?", 0, "this kind of group is not supported", plainGroups),
    Case("(?(1)a)", 0, "this kind of group is not supported", plainGroups),
  ]

  static let repeats = [
    Case("*a", 0, "there is nothing to repeat before *", #"write \* for the character itself"#),
    Case("a|+", 2, "there is nothing to repeat before +", #"write \+ for the character itself"#),
    Case("é(?)", 1, "this kind of group is not supported", plainGroups),
    Case("(?:?)", 3, "there is nothing to repeat before ?", #"write \? for the character itself"#),
    Case("{2}", 0, "there is nothing to repeat before {", #"write \{ for the character itself"#),
    Case("^*", 1, "there is nothing to repeat before *", #"write \* for the character itself"#),
    Case("a${2}", 2, "there is nothing to repeat before {", #"write \{ for the character itself"#),
    Case("a**", 2, "this repeats a repeat", #"put the part before it in (?: ), or write \* for the character itself"#),
    Case(
      "a{2}{3}", 4, "this repeats a repeat", #"put the part before it in (?: ), or write \{ for the character itself"#),
    Case("a???", 3, "this repeats a repeat", #"put the part before it in (?: ), or write \? for the character itself"#),
    Case("a*+", 2, "possessive repeats are not supported", noNeed),
    Case("a{1,2}+", 6, "possessive repeats are not supported", noNeed),
    Case("a{b", 1, "this { does not start a count such as {2}, {2,} or {2,5}", #"write \{ for the character itself"#),
    Case("a{,2}", 1, "this { does not start a count such as {2}, {2,} or {2,5}", #"write \{ for the character itself"#),
    Case("a{2", 1, "this { does not start a count such as {2}, {2,} or {2,5}", #"write \{ for the character itself"#),
    Case("a{5,2}", 1, "these counts are in the wrong order", "write {2,5}"),
    Case("a{1001}", 1, "a count can be at most 1,000"),
    Case("a{0,1001}", 1, "a count can be at most 1,000"),
    Case("a{99999999999999999999}", 1, "a count can be at most 1,000"),
  ]

  static let classes = [
    Case("a[bc", 1, "this class is not closed", #"add a ] or write \[ for the character itself"#),
    Case("[", 0, "this class is not closed", #"add a ] or write \[ for the character itself"#),
    Case("[]", 0, "this class is not closed", #"add a ] or write \[ for the character itself"#),
    Case("[^]", 0, "this class is not closed", #"add a ] or write \[ for the character itself"#),
    Case("[a-", 0, "this class is not closed", #"add a ] or write \[ for the character itself"#),
    Case("[xz-a]", 2, "this range is in the wrong order", #"swap its ends, or write \- for the character itself"#),
    Case(#"[\d-z]"#, 1, "a range goes from one character to another", #"write \- for the character itself"#),
    Case(#"[a-\w]"#, 1, "a range goes from one character to another", #"write \- for the character itself"#),
    Case("[[:alpha:]]", 1, "POSIX classes such as [:alpha:] are not supported", #"use a-z, 0-9, \d, \w or \s"#),
    Case("[a[:^digit:]]", 2, "POSIX classes such as [:alpha:] are not supported", #"use a-z, 0-9, \d, \w or \s"#),
  ]

  static let escapes = [
    Case(#"(a)\1"#, 3, "back-references are not supported", backReference),
    Case(#"(a)\k<x>"#, 3, "back-references are not supported", backReference),
    Case(#"\bceo\b"#, 0, #"word boundaries such as \b are not supported"#, words),
    Case(#"ceo\B"#, 3, #"word boundaries such as \B are not supported"#, words),
    Case(#"[\b]"#, 1, #"word boundaries such as \b are not supported"#, words),
    Case(#"\Aa"#, 0, #"\A is not supported"#, "^ is the start of the text"),
    Case(#"a\z"#, 1, #"\z is not supported"#, "$ is the end of the text"),
    Case(
      #"\p{L}"#, 0, #"Unicode properties such as \p{L} are not supported"#,
      "list the characters in a class such as [a-zà-ÿ]"),
    Case(#"\q"#, 0, #"\q has no meaning"#, #"\ goes before d w s D W S t n r x u and before punctuation"#),
    Case(#"\é"#, 0, #"this \ is not needed"#, #"leave it out, or write \\ for the character itself"#),
    Case(#"é\"#, 1, #"the pattern ends after this \"#, #"write \\ for the character itself"#),
    Case(#"a\x4"#, 1, #"\x needs two hexadecimal digits"#, #"for example \x2E for a full stop"#),
    Case(#"\u00E9"#, 0, #"\u needs one to six hexadecimal digits in braces"#, #"for example \u{E9} for é"#),
    Case(#"\u{}"#, 0, #"\u needs one to six hexadecimal digits in braces"#, #"for example \u{E9} for é"#),
    Case(#"\u{1234567}"#, 0, #"\u needs one to six hexadecimal digits in braces"#, #"for example \u{E9} for é"#),
    Case(#"\u{D800}"#, 0, "there is no Unicode character with this number"),
    Case(#"🚀\u{110000}"#, 1, "there is no Unicode character with this number"),
  ]

  @Test(arguments: groups + repeats + classes + escapes)
  func failuresNameThePlaceAndTheWayOut(_ example: Case) throws {
    let failure = try #require(throws: RegularExpression.Failure.self) { try RegularExpression(example.pattern) }
    #expect(failure.offset == example.offset)
    #expect(failure.message == example.message)
    #expect(failure.hint == example.hint)
  }

  @Test func whatLooksLikeAMistakeButIsNotIsAccepted() throws {
    let patterns = [
      "a]", "a}", "[]a]", "[^]a]", "[a-]", "[-a]", "[a-c-e]", "[[a]", "[[:]", "[:alpha:]", "(?:)", "(^)*", "a{2}?",
    ]
    for pattern in patterns {
      #expect(throws: Never.self) { try RegularExpression(pattern) }
    }
  }
}
