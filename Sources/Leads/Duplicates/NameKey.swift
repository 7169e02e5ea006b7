/// Names of people and companies as comparisons between records see them: words of letters and digits, folded, without
/// accents.
///
///     NameKey.ofPerson("Dr. Zoë  O'Hara")       // "zoe ohara"
///     NameKey.ofPerson("Northwind, Ada")        // "ada northwind"
///     NameKey.ofCompany("Müller & Söhne GmbH")  // "muller sohne"
///
/// `Müller` and `Mueller` stay two names. A name of over 200 bytes is none, so that everything here takes constant time.
enum NameKey {
  static let longest = 200

  /// The words of a person's name in the order given name, family name; nil if there are none.
  static func ofPerson(_ text: Span<UInt8>) -> [UInt8]? {
    let range = text.trimmedRange
    guard 1...longest ~= range.count else { return nil }
    var parts = bytes(text, range).split(separator: UInt8(ascii: ","), omittingEmptySubsequences: true).map {
      words($0).filter { !isTitle($0) }
    }
    parts.removeAll(where: \.isEmpty)
    // `Northwind, Ada`; more commas are a list that nobody can sort out.
    if parts.count == 2 { parts.swapAt(0, 1) }
    let all = parts.joined()
    if all.isEmpty || parts.count > 2 { return nil }
    return Array(all.joined(separator: [0x20]))
  }

  /// The words of a company's name without its legal form; nil if there are none, or if it stands for no company.
  static func ofCompany(_ text: Span<UInt8>) -> [UInt8]? {
    let range = text.trimmedRange
    guard 1...longest ~= range.count else { return nil }
    var kept = words(bytes(text, range)[...])
    while kept.count > 1, let last = kept.last, legalForms.contains(last) { kept.removeLast() }
    let key = Array(kept.joined(separator: [0x20]))
    return key.isEmpty || noCompany.contains(key) ? nil : key
  }

  private static func bytes(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] { range.map { text[$0] } }

  private static func isTitle(_ word: [UInt8]) -> Bool { titles.contains(word) }

  /// The words of a text: what stands between spaces, hyphens and slashes; other punctuation is left out.
  private static func words(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).lowercased().unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "-" || scalar == "/" || scalar == "\u{2010}"
        || scalar == "\u{2011}"
      {
        if !word.isEmpty { words.append(word) }
        word = []
      } else {
        appendPlain(scalar, to: &word)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Appends a letter or digit without its accents; anything else leaves no trace.
  private static func appendPlain(_ scalar: Unicode.Scalar, to word: inout [UInt8]) {
    switch scalar {
    case "a"..."z", "0"..."9": word.append(UInt8(truncatingIfNeeded: scalar.value))
    case "ß": word += Array("ss".utf8)
    case "æ": word += Array("ae".utf8)
    case "œ": word += Array("oe".utf8)
    case "\u{80}"...:
      if scalar.properties.generalCategory == .nonspacingMark { return }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return }
      if let letter = baseLetter(scalar) { word.append(letter) } else { word += Array(String(scalar).utf8) }
    default: return
    }
  }

  /// The letter below the accents of a Latin one. Unicode's names tell: `LATIN SMALL LETTER E WITH DIAERESIS`.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value < 0x2000, let name = scalar.properties.name else { return nil }
    let prefix = "LATIN SMALL LETTER "
    guard name.hasPrefix(prefix) else { return nil }
    let rest = Array(name.utf8.dropFirst(prefix.utf8.count))
    if rest == Array("DOTLESS I".utf8) { return UInt8(ascii: "i") }
    guard let letter = rest.first, rest.dropFirst().starts(with: " WITH ".utf8) else { return nil }
    return letter | 0x20
  }

  private static func set(_ text: String) -> Set<[UInt8]> {
    Set(text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
  }

  private static let titles = set(
    "mr mrs ms miss mx dr prof professor herr frau hr fr mme mlle monsieur madame sr sra srta dott ing phd md mba jr")

  private static let legalForms = set(
    """
    gmbh mbh ag kg kgaa ohg gbr ug ev se co inc incorporated llc llp lp ltd limited plc corp corporation company sa sas
    sarl srl spa bv nv ab as asa oy oyj aps kft zrt doo sro spzoo pty pte pvt private holding group
    """)

  private static let noCompany: Set<[UInt8]> = Set(
    [
      "self", "self employed", "selfemployed", "freelance", "freelancer", "private", "personal", "individual", "home",
      "none", "no company", "na", "test", "student", "retired", "unemployed", "independent", "consultant", "privat",
      "company", "my company", "xxx", "unknown",
    ].map { Array($0.utf8) })
}
