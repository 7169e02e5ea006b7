/// The words of a title, each replaced by the known word that it stands for.
struct KnownWords {
  private(set) var bytes: [UInt8] = []
  private(set) var words: [PlainText.Word] = []

  init(_ plain: PlainText, _ lexicon: TitleLexicon, limit: Int) {
    bytes.reserveCapacity(plain.bytes.count + 16)
    words.reserveCapacity(min(limit, plain.words.count) + 2)
    let text = plain.bytes.span
    for word in plain.words.prefix(limit) {
      let letters = text.extracting(word.range)
      if word.isJoined, letters.hasSameBytes(as: "ad".utf8Span.span) || letters.hasSameBytes(as: "ir".utf8Span.span) {
        // "a. D." and "i. R." say that a German has left the post.
        append("retired".utf8Span.span, word.gap)
        continue
      }
      if let long = lexicon.abbreviations[letters] {
        append(long.span, word.gap)
        continue
      }
      // A word that is only part of phrases may still be a compound that can be taken apart.
      let isPart = letters.count >= 9 && lexicon.words[letters] == true && !lexicon.phrases.contains(letters)
      if isPart, appendCompound(letters, word.gap, lexicon) { continue }
      if lexicon.words.contains(letters) {
        append(letters, word.gap)
      } else if !appendInflected(letters, word.gap, lexicon), !appendCompound(letters, word.gap, lexicon) {
        if let known = lexicon.correction(of: letters) {
          append(known.span, word.gap)
        } else {
          append(letters, word.gap)
        }
      }
    }
  }

  private mutating func append(_ word: Span<UInt8>, _ gap: PlainText.Gap) {
    if !bytes.isEmpty { bytes.append(0x20) }
    let start = bytes.count
    for i in word.indices { bytes.append(word[i]) }
    words.append(PlainText.Word(range: start..<bytes.count, gap: gap))
  }

  // MARK: Endings

  /// Endings of genders and plurals, and what stands in the dictionary instead.
  private static let endings: [(ending: String, instead: [String])] = [
    ("innen", ["", "e"]), ("in", ["", "e"]), ("ern", ["er"]), ("trice", ["teur", "tore", "tor"]), ("euse", ["eur"]),
    ("iere", ["ier"]), ("ienne", ["ien"]), ("ora", ["or"]), ("era", ["ero"]), ("ada", ["ado"]), ("ica", ["ico"]),
    ("iva", ["ivo"]), ("oras", ["or"]), ("ores", ["or"]), ("istas", ["ista"]), ("ies", ["y"]), ("es", ["e", ""]),
    ("s", [""]), ("e", [""]), ("er", ["e", ""]), ("en", ["e", ""]), ("n", [""]), ("a", ["", "o"]), ("ka", [""]),
    ("o", ["a"]), ("et", [""]),
  ]

  private mutating func appendInflected(
    _ word: Span<UInt8>, _ gap: PlainText.Gap, _ lexicon: TitleLexicon
  ) -> Bool {
    guard word.count >= 5 else { return false }
    var candidate: [UInt8] = []
    for (ending, replacements) in Self.endings where word.hasSuffix(ending) {
      let stem = word.count - ending.utf8.count
      guard stem >= 3 else { continue }
      for replacement in replacements where stem + replacement.utf8.count >= 4 {
        candidate.removeAll(keepingCapacity: true)
        for i in 0..<stem { candidate.append(word[i]) }
        candidate.append(contentsOf: replacement.utf8)
        if lexicon.words[candidate.span] == true {
          append(candidate.span, gap)
          return true
        }
      }
    }
    return false
  }

  // MARK: Compounds

  /// Splits `vertriebsleiter` into `vertrieb` and `leiter`.
  private mutating func appendCompound(_ word: Span<UInt8>, _ gap: PlainText.Gap, _ lexicon: TitleLexicon) -> Bool {
    guard word.count >= 7 else { return false }
    for split in 2...word.count - 4 where lexicon.compoundEnds.contains(word.extracting(split..<word.count)) {
      if let start = Self.known(word.extracting(0..<split), lexicon) {
        append(start.span, gap)
        append(word.extracting(split..<word.count), .hyphen)
      } else {
        append(word.extracting(split..<word.count), gap)
      }
      return true
    }
    return false
  }

  /// The first part of a compound as it stands alone: without the letters that join it, or the known end of it.
  private static func known(_ part: Span<UInt8>, _ lexicon: TitleLexicon) -> [UInt8]? {
    for start in 0..<max(1, part.count - 3) {
      let rest = part.extracting(start..<part.count)
      for joint in ["", "s", "es", "n", "en", "e"] where rest.hasSuffix(joint) && rest.count - joint.utf8.count >= 2 {
        let stem = rest.extracting(0..<rest.count - joint.utf8.count)
        // A piece from the middle must be long, or it is chance.
        if start > 0 && stem.count < 5 { continue }
        if lexicon.words[stem] == true { return copy(stem) }
      }
      if start == 0, rest.count >= 4 {
        var withEnding = copy(rest)
        withEnding.append(UInt8(ascii: "e"))
        if lexicon.words[withEnding.span] == true { return withEnding }
      }
    }
    return nil
  }

  private static func copy(_ text: Span<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    for i in text.indices { copy.append(text[i]) }
    return copy
  }
}
