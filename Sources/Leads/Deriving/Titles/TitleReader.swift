/// Tells seniority and department from free-text job titles.
///
///     TitleReader.standard.meaning(of: "Sr. VP, Mktg".utf8Span.span)   // vp, marketing
///
/// Words are looked up as they are, then by their ending (`Leiterin`, `ingeniera`), then as compounds
/// (`Vertriebsleiter`), then as misspellings. Phrases of up to five words are matched, the longest first. What they
/// say is gathered from left to right: the highest seniority wins; of departments the strongest, and of equally strong
/// ones the last of a noun phrase (`Product Marketing`), but the first where `and`, `of`
/// or a comma joins them.
struct TitleReader: Sendable {
  let lexicon: TitleLexicon

  /// What Leadline knows.
  static let standard = TitleReader(lexicon: .standard)

  private init(lexicon: TitleLexicon) { self.lexicon = lexicon }

  /// With the words of a vocabulary; nil if it has none for titles.
  init?(_ vocabulary: Vocabulary) {
    if vocabulary.entries(of: .seniority).isEmpty && vocabulary.entries(of: .department).isEmpty { return nil }
    lexicon = TitleLexicon(vocabulary)
  }

  /// A title is this many bytes and words at most; what follows is another story.
  private static let longest = 300
  private static let mostWords = 40

  /// What a title says.
  func meaning(of title: Span<UInt8>) -> (seniority: Seniority?, department: Department?) {
    let plain = PlainText(title, longest: Self.longest)
    if plain.words.isEmpty { return (nil, nil) }
    let words = KnownWords(plain, lexicon, limit: Self.mostWords)
    var judge = TitleJudge()
    for match in matches(words) where !judge.isDone { judge.take(match) }
    return judge.verdict
  }

  /// The most words of a phrase.
  private static let longestPhrase = 6

  /// The phrases of a title from left to right, the longest first; words that say nothing are left out, but end noun
  /// phrases as little as an adjective does.
  private func matches(_ words: KnownWords) -> [TitleMatch] {
    var matches: [TitleMatch] = []
    let text = words.bytes.span
    var start = 0
    // The strongest gap since the last match.
    var gap = PlainText.Gap.end
    while start < words.words.count {
      gap = max(gap, words.words[start].gap)
      var end = min(start + Self.longestPhrase, words.words.count)
      for i in start + 1..<max(end, start + 1) where words.words[i].gap >= .end {
        end = i
        break
      }
      var found: TitleMeaning?
      while end > start {
        let range = words.words[start].range.lowerBound..<words.words[end - 1].range.upperBound
        found = lexicon.phrases[text.extracting(range)]
        if found != nil { break }
        end -= 1
      }
      if let found {
        matches.append(TitleMatch(meaning: found, gap: gap))
        start = end
        gap = .space
      } else {
        matches.append(TitleMatch(meaning: nil, gap: gap))
        start += 1
        gap = .space
      }
    }
    for i in matches.indices where i + 1 < matches.count {
      matches[i].isFollowed = matches[i + 1].gap < .end
      matches[i].next = matches[i + 1].meaning
      matches[i].nextGap = matches[i + 1].gap
    }
    markOfficers(&matches)
    return matches
  }

  /// Marks each `chief` that an `officer` follows: `Chief Customer & Revenue Officer`.
  private func markOfficers(_ matches: inout [TitleMatch]) {
    for i in matches.indices where matches[i].meaning?.kind == .chief {
      for j in matches.indices.dropFirst(i + 1).prefix(6) {
        if matches[j].gap >= .end { break }
        if matches[j].meaning?.kind == .officer {
          matches[i].hasOfficer = true
          break
        }
      }
    }
  }
}

/// A phrase of a title with its surroundings.
struct TitleMatch {
  /// nil for a word that says nothing.
  var meaning: TitleMeaning?
  /// What stands before it.
  var gap: PlainText.Gap
  /// What follows, if it follows without a break.
  var isFollowed = false
  var next: TitleMeaning?
  var nextGap = PlainText.Gap.end
  var hasOfficer = false
}
