/// Finds the country that a text names: a name, a code, a place with its country, or an international phone number.
///
/// A text is asked as a column of countries is meant: `CA` is Canada, `Georgia` the country. Where it could be either,
/// as in `San Francisco, CA`, nothing is said.
struct CountryReader: Sendable {
  /// All codes that it gives, in capitals and in order.
  let codes: [String]
  private var names = WordTable<UInt16>()
  private var near = NearWords()
  private var nearCodes: [UInt16] = []
  private var isShort: [Bool] = []
  private var dialling = WordTable<UInt16>()
  private var canadianAreas: WordTable<Bool>
  private var stateCodes: WordTable<Bool>
  private static let nobody = UInt16.max

  /// What Leadline knows.
  static let standard = CountryReader()

  private init() {
    var codes: [String] = []
    var lines: [(code: String, names: Substring)] = []
    for line in CountryTable.all.flatMap(\.tableLines) {
      codes.append(String(line.prefix(2)))
      lines.append((String(line.prefix(2)), line.dropFirst(3)))
    }
    codes.sort()
    self.codes = codes
    let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, UInt16($0)) })
    canadianAreas = WordTable(DiallingCodes.canadianAreas, true)
    stateCodes = WordTable(CountryTable.stateCodes, false)
    for word in CountryTable.ambiguousCodes.split(separator: " ") { stateCodes.add(String(word), true) }
    for name in CountryTable.ambiguousNames { names.add(PlainText(name).bytes.span, Self.nobody) }
    // Codes first: no name may take one away.
    for (code, names) in lines {
      guard let number = numbers[code] else { continue }
      self.names.add(code.lowercased(), number)
      self.names.add(names.prefix(3).lowercased(), number)
    }
    for (code, names) in lines {
      guard let number = numbers[code] else { continue }
      for name in names.dropFirst(4).split(separator: ";") { add(String(name), number) }
    }
    for line in CountryTable.regions.tableLines {
      guard let number = numbers[String(line.prefix(2))] else { continue }
      for name in line.dropFirst(3).split(separator: ";") { add(String(name), number) }
    }
    let pieces = DiallingCodes.codes.split(whereSeparator: \.isWhitespace)
    for i in stride(from: 0, to: pieces.count - 1, by: 2) {
      if let number = numbers[String(pieces[i + 1])] { dialling.add(String(pieces[i]), number) }
    }
    dialling.add(DiallingCodes.nobody, Self.nobody)
  }

  private mutating func add(_ name: String, _ number: UInt16) {
    let plain = PlainText(name)
    guard !plain.words.isEmpty else { return }
    let key = Self.key(plain, 0..<plain.words.count)
    // Of shorter names only swapped letters are forgiven.
    if names.add(key.span, number), key.count >= 5 {
      near.add(key.span)
      nearCodes.append(number)
      isShort.append(plain.words.count == 1 && name.unicodeScalars.count { $0.properties.isAlphabetic } < 6)
    }
  }

  /// The words of a name without those that come and go: `Republic of Korea`, `Bosnia & Herzegovina`.
  static func key(_ text: PlainText, _ words: Range<Int>) -> [UInt8] {
    var key: [UInt8] = []
    for word in words {
      let range = text.words[word].range
      let bytes = text.bytes.span.extracting(range)
      let isFiller =
        words.count > 1 && (range.count == 3 || range.count == 2) && fillers.contains { bytes.hasPrefix($0) }
      if isFiller && isWholeFiller(bytes) { continue }
      if !key.isEmpty { key.append(0x20) }
      for i in range { key.append(text.bytes[i]) }
    }
    return key
  }

  private static let fillers = ["the", "and", "und", "of"]

  private static func isWholeFiller(_ word: Span<UInt8>) -> Bool {
    fillers.contains { $0.utf8.count == word.count && word.hasPrefix($0) }
  }

  // MARK: Reading

  /// Longer texts hold more than a country.
  private static let longest = 200

  /// The code of the country that a text names; nil if none can be told. Words of `own` win.
  func code(of text: Span<UInt8>, own: CountryWords? = nil) -> String? {
    guard 1...Self.longest ~= text.trimmedRange.count else { return nil }
    if let digits = InternationalDigits(text) { return country(calledBy: digits).map { codes[Int($0)] } }
    let plain = PlainText(text)
    let count = plain.words.count
    guard count > 0 else { return nil }
    if let own, let code = own.code(of: plain) { return code }
    let whole = Self.key(plain, 0..<count)
    if let number = names[whole.span] { return number == Self.nobody ? nil : codes[Int(number)] }
    switch inParts(plain) {
    case .country(let number): return codes[Int(number)]
    case .several: return nil
    case .none: return (atEnd(plain) ?? misspelt(whole)).map { codes[Int($0)] }
    }
  }

  /// `City, Country`, `Country (xx)`, `xx - Country`.
  private func inParts(_ text: PlainText) -> Parts {
    var parts: [Range<Int>] = []
    var start = 0
    for i in 1...text.words.count where i == text.words.count || text.words[i].gap >= .end {
      parts.append(start..<i)
      start = i
    }
    guard parts.count > 1, let last = parts.last else { return .none }
    var found = parts.map { part -> UInt16? in
      let key = Self.key(text, part)
      return names[key.span]
    }
    if found.allSatisfy({ $0 == nil }) {
      found = parts.map { misspelt(Self.key(text, $0)) }
    }
    if found.contains(Self.nobody) { return .several }
    let others = Set(found.dropLast().compactMap { $0 })
    let lastWord = text.bytes.span.extracting(text.words[last.upperBound - 1].range)
    let state = last.count == 1 && lastWord.count == 2 ? stateCodes[lastWord] : nil
    if let isAmbiguous = state {
      if others.count == 1, let other = others.first { return .country(other) }
      return isAmbiguous ? .several : names["us".utf8Span.span].map { .country($0) } ?? .none
    }
    guard let code = found.last ?? nil else {
      if others.isEmpty { return .none }
      return others.count == 1 ? others.first.map { .country($0) } ?? .none : .several
    }
    // "Georgia, USA" and "CA, Canada": what is also a state gives way to the last. Lists of countries name none.
    let isList = zip(parts.dropLast(), found).contains { part, number in
      guard let number, number != code else { return false }
      return codes[Int(number)] != "GE" && text.range(of: part).count > 2
    }
    let hasSlash =
      others.subtracting([code]).isEmpty == false
      && parts.dropFirst().contains {
        text.words[$0.lowerBound].gap == .slash
      }
    return isList || hasSlash ? .several : .country(code)
  }

  /// What the parts of a text say together.
  private enum Parts {
    case none, several
    case country(UInt16)
  }

  /// `10115 Berlin Germany`: a name at the end of the text, but not behind a word that makes it another place.
  private func atEnd(_ text: PlainText) -> UInt16? {
    let count = text.words.count
    guard count > 1 else { return nil }
    for start in max(1, count - 5)..<count {
      if Self.isWholeFiller(text.bytes.span.extracting(text.words[start].range)) { continue }
      let key = Self.key(text, start..<count)
      let isLong =
        key.count >= 5 || ["usa", "uk", "uae"].contains { key.span.hasPrefix($0) && key.count == $0.utf8.count }
      guard isLong, let number = names[key.span], number != Self.nobody else { continue }
      let before = text.bytes.span.extracting(text.words[start - 1].range)
      let turns = [
        "new", "north", "south", "west", "east", "northern", "southern", "little", "nova", "upper", "lower", "latin",
        "central", "and", "or", "und", "oder", "et", "ou", "y", "e", "o", "en", "of",
      ]
      return turns.contains { before.count == $0.utf8.count && before.hasPrefix($0) } ? nil : number
    }
    return nil
  }

  /// A name with a slip of the pen, if only one country is meant.
  private func misspelt(_ key: [UInt8]) -> UInt16? {
    guard 5...40 ~= key.count else { return nil }
    var found = Set<UInt16>()
    _ = near.nearest(to: key.span, limit: NearWords.allowedEdits(key.count)) { number, name in
      if key.count > 5 && !isShort[number] || NearWords.haveSameLetters(name, key.span) {
        found.insert(nearCodes[number])
      }
    }
    return found.count == 1 ? found.first : nil
  }

  // MARK: Telephone numbers

  private func country(calledBy number: InternationalDigits) -> UInt16? {
    let digits = number.digits
    var longest: UInt16?
    for length in stride(from: min(7, digits.count), to: 0, by: -1) {
      if let country = dialling[digits.span.extracting(0..<length)] {
        longest = country
        break
      }
    }
    guard let longest, longest != Self.nobody else { return nil }
    if digits[0] == UInt8(ascii: "1"), digits.count >= 4, canadianAreas.contains(digits.span.extracting(1..<4)) {
      return names["ca".utf8Span.span]
    }
    return longest
  }
}

/// The digits of a telephone number behind `+` or `00`.
struct InternationalDigits {
  let digits: [UInt8]

  /// Takes the digits of a number; nil if the text is none, or has no international prefix.
  init?(_ text: Span<UInt8>) {
    var range = text.trimmedRange
    if range.count > 4, text.extracting(range).hasPrefix("tel:") { range = range.lowerBound + 4..<range.upperBound }
    guard range.count <= 40 else { return nil }
    var digits: [UInt8] = []
    var hasPlus = false
    for i in range {
      switch text[i] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(text[i])
      case UInt8(ascii: "+"):
        guard digits.isEmpty, !hasPlus else { return nil }
        hasPlus = true
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."),
        UInt8(ascii: "/"), 0xC2, 0xA0:
        continue
      default:
        // An extension may follow: "ext. 12", "x12".
        guard digits.count >= 7 else { return nil }
        break
      }
    }
    if hasPlus {
      // +49 (0)30: nothing changes, the country stands before it.
      guard let first = digits.first, first != UInt8(ascii: "0") else { return nil }
    } else {
      guard digits.count >= 6, digits[0] == UInt8(ascii: "0"), digits[1] == UInt8(ascii: "0"),
        digits[2] != UInt8(ascii: "0")
      else { return nil }
      digits.removeFirst(2)
    }
    self.digits = digits
  }
}

/// The names that a vocabulary adds for `country`.
struct CountryWords: Sendable {
  private var names = WordTable<String>()

  /// The words of a vocabulary; nil if it has none for countries.
  init?(_ vocabulary: Vocabulary) {
    let entries = vocabulary.entries(of: .country)
    if entries.isEmpty { return nil }
    for (value, word) in entries {
      let plain = PlainText(word)
      if plain.words.isEmpty { continue }
      names.add(CountryReader.key(plain, 0..<plain.words.count).span, value.uppercased())
    }
  }

  /// The code that was given to the whole text.
  func code(of text: PlainText) -> String? {
    names[CountryReader.key(text, 0..<text.words.count).span]
  }
}
