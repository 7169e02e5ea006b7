/// What a word or a phrase of a job title says.
struct TitleMeaning: Sendable {
  /// Words that `TitleReader` treats by rules of their own.
  enum Kind: UInt8, Sendable {
    case plain, former, retired, to, and, of, at, assistant, office, chief, officer, head, lead, partner, owner,
      principal
    case executive, junior, weak, senior, deputy, possessive

    init?(name: Substring) {
      switch name {
      case "former": self = .former
      case "retired": self = .retired
      case "to": self = .to
      case "and": self = .and
      case "of": self = .of
      case "at": self = .at
      case "assistant": self = .assistant
      case "office": self = .office
      case "chief": self = .chief
      case "officer": self = .officer
      case "head": self = .head
      case "lead": self = .lead
      case "partner": self = .partner
      case "owner": self = .owner
      case "principal": self = .principal
      case "executive": self = .executive
      case "junior": self = .junior
      case "weak": self = .weak
      case "senior": self = .senior
      case "deputy": self = .deputy
      case "possessive": self = .possessive
      default: return nil
      }
    }
  }

  var kind = Kind.plain
  var seniority: Seniority?
  var department: Department?
  /// How strongly it says the department: 3 a whole role, 2 a word, 1 in want of something better, 0 for general
  /// management, which any other department overrides.
  var weight: Int8 = 2
  /// Whether a user added it: nothing overrides it.
  var isChosen = false
}

/// The words and phrases of job titles, and the single words that they are made of.
struct TitleLexicon: Sendable {
  private(set) var phrases = WordTable<TitleMeaning>()
  /// Every word of every phrase, and words that say nothing.
  private(set) var words = WordTable<Bool>()
  private var near = NearWords()
  private(set) var compoundEnds = WordTable<Bool>()
  /// The words that short forms stand for.
  private(set) var abbreviations = WordTable<[UInt8]>()

  /// What Leadline knows.
  static let standard = TitleLexicon(Vocabulary())

  /// What Leadline knows, and the words of a vocabulary, which win.
  init(_ vocabulary: Vocabulary) {
    addWords(of: vocabulary)
    for text in [
      RoleWords.assistants, RankWords.kinds, RankWords.top, RankWords.upper, RankWords.middle, RoleWords.commercial,
      RoleWords.technical, RoleWords.internalServices, RoleWords.operations, RoleWords.vocations, RoleWords.general,
    ] { add(text) }
    for word in RoleWords.compoundEnds.split(whereSeparator: \.isWhitespace) {
      let plain = PlainText(String(word))
      compoundEnds.add(plain.bytes.span, true)
    }
    for pair in RoleWords.abbreviations.split(whereSeparator: \.isWhitespace) {
      let words = pair.split(separator: "=")
      let short = PlainText(String(words[0]))
      let long = PlainText(words.last.map(String.init) ?? "")
      abbreviations.add(short.bytes.span, long.bytes)
    }
    for word in RoleWords.neutral.split(whereSeparator: \.isWhitespace) {
      let plain = PlainText(String(word))
      words.add(plain.bytes.span, false)
    }
  }

  private mutating func addWords(of vocabulary: Vocabulary) {
    var chosen: [(phrase: String, meaning: TitleMeaning)] = []
    func note(_ word: String, _ change: (inout TitleMeaning) -> Void) {
      let phrase = String(decoding: PlainText(word).bytes, as: UTF8.self)
      if let place = chosen.firstIndex(where: { $0.phrase == phrase }) { return change(&chosen[place].meaning) }
      var meaning = TitleMeaning(weight: 2, isChosen: true)
      change(&meaning)
      chosen.append((phrase, meaning))
    }
    for (value, word) in vocabulary.entries(of: .seniority) {
      let value = Seniority(rawValue: String(decoding: value.foldedUTF8, as: UTF8.self))
      note(word) { $0.seniority = value }
    }
    for (value, word) in vocabulary.entries(of: .department) {
      let value = Department(rawValue: String(decoding: value.foldedUTF8, as: UTF8.self))
      note(word) { $0.department = value }
    }
    for (phrase, meaning) in chosen where !phrase.isEmpty { add(phrase, meaning) }
  }

  private mutating func add(_ text: String) {
    for line in text.tableLines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let heading = line[..<colon].split(separator: " ")
      guard heading.count == 2 else { continue }
      var meaning = TitleMeaning()
      if heading[0] == "kind" {
        meaning.kind = TitleMeaning.Kind(name: heading[1]) ?? .plain
      } else {
        meaning.seniority =
          switch heading[0] {
          case "c": .cLevel
          default: Seniority(rawValue: String(heading[0]))
          }
        var name = heading[1]
        if name.last == "?" || name.last == "!" { name = name.dropLast() }
        meaning.department = Department(rawValue: String(name))
        meaning.weight = heading[1].last == "!" ? 3 : heading[1].last == "?" ? 1 : 2
        if meaning.department == .executive, heading[1].last == "?" { meaning.weight = 0 }
      }
      for phrase in line[line.index(after: colon)...].split(separator: ",") { add(String(phrase), meaning) }
    }
  }

  private mutating func add(_ phrase: String, _ meaning: TitleMeaning) {
    let plain = PlainText(phrase)
    guard !plain.words.isEmpty, phrases.add(plain.bytes.span, meaning) else { return }
    for word in plain.words {
      let bytes = plain.bytes.span.extracting(word.range)
      guard words.add(bytes, true), bytes.count >= Self.leastMisspelt - 1 else { continue }
      near.add(bytes)
    }
  }

  /// The shortest word in which a slip is forgiven.
  static let leastMisspelt = 5

  /// The known word that a misspelt one most likely stands for.
  func correction(of word: Span<UInt8>) -> [UInt8]? {
    guard Self.leastMisspelt...40 ~= word.count else { return nil }
    // Of equally near words, swapped letters are likelier than another letter, and that than one more or less.
    var best: [UInt8] = []
    var likelihood = -1
    _ = near.nearest(to: word, limit: NearWords.allowedEdits(word.count)) { _, candidate in
      let score = candidate.count == word.count ? NearWords.haveSameLetters(candidate, word) ? 2 : 1 : 0
      if score > likelihood {
        likelihood = score
        best = candidate.indices.map { candidate[$0] }
      }
    }
    return likelihood < 0 ? nil : best
  }
}
