import Leads

/// Texts that count as known but that people and programs type where they know nothing.
enum SuspiciousTexts {
  /// Whether a text looks like one. Constant time.
  ///
  /// - Parameter attribute: what the column holds; a country may be called `NA`.
  static func contains(_ text: Span<UInt8>, attribute: String?) -> Bool {
    let range = text.trimmedRange
    guard 1...32 ~= range.count else { return false }
    var folded: [UInt8] = []
    text.extracting(range).appendFolded(to: &folded)
    if texts.contains(folded) { return !(folded == namibia && attribute == "country") }
    // A merge field that nobody filled in: `{{lead.company}}`, `%%first_name%%`.
    if folded.starts(with: "{{".utf8) || folded.starts(with: "%%".utf8) || folded.starts(with: "[[".utf8) {
      return true
    }
    // Nothing but punctuation says nothing, and neither does one letter over and over.
    if folded.allSatisfy({ marks.contains($0) }) { return true }
    return folded.count >= 3 && 0x61...0x7A ~= folded[0] && folded.allSatisfy { $0 == folded[0] } && folded != www
  }

  /// Whether a number is one that programs write for nothing known: nines, and small negatives.
  static func contains(_ number: Double) -> Bool { numbers.contains(number) }

  private static let numbers: Set<Double> = [
    -999_999, -99_999, -9999, -999, -99, -1, 9999, 99_999, 999_999, 9_999_999, 99_999_999, 999_999_999, 123_456,
    1_234_567, 12_345_678, 123_456_789, 2_147_483_647, -2_147_483_648,
  ]

  private static let marks = Set(".,-_?!*/\\#~+=:;'\"() ".utf8)
  private static let namibia = Array("na".utf8)
  private static let www = Array("www".utf8)

  private static let texts: Set<[UInt8]> = Set(
    [
      "test", "tests", "testing", "tester", "test test", "test1", "test123", "asdf", "asdfasdf", "asd", "qwerty", "qwe",
      "abc", "abcd", "foo", "bar", "foobar", "dummy", "fake", "sample", "none", "nil", "na", "n.a.", "n.a", "tbd",
      "tba",
      "todo", "to be determined", "not provided", "not specified", "not available", "not applicable", "not known",
      "not set", "no value", "no data", "please select", "please choose", "choose", "choose one", "select one",
      "select...", "- select -", "-- select --", "--none--", "- none -", "-none-", "empty", "blank", "missing", "void",
      "nothing", "keine angabe", "k.a.", "k. a.", "unbekannt", "bitte wählen", "bitte auswählen", "aucun", "inconnu",
      "ninguno", "desconocido", "sin datos", "sconosciuto", "onbekend", "#ref!", "#value!", "#name?", "#div/0!",
      "#null!",
      "nan", "inf", "[object object]", "(empty)", "(null)", "(unknown)", "(not set)", "(not provided)", "<null>", "\\n",
      "0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "00.00.0000", "1900-01-01", "1900-01-01 00:00:00",
      "1900-01-01t00:00:00z", "01/01/1900", "1/1/1900", "01.01.1900", "1970-01-01", "1970-01-01 00:00:00",
      "1970-01-01t00:00:00z", "01/01/1970", "1/1/1970", "01.01.1970", "9999-12-31", "9999-12-31 23:59:59", "12/31/9999",
      "31.12.9999", "2999-12-31",
    ].map { Array($0.utf8) })
}
