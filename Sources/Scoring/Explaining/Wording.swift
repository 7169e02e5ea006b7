import Leads

/// Explanations in words.
extension Contribution {
  /// What gave the points, for people: `Pricing page, 3 times, last 2 days ago`.
  public var phrase: String {
    if let newest = occurrences.first {
      let times = occurrences.count == 1 ? "" : ", \(occurrences.count) times, last"
      return "\(rule)\(times)\(occurrences.count == 1 ? ", " : " ")\(Self.age(newest.ageInDays))"
    }
    if let idleDays { return "\(rule), \(idleDays) days" }
    if let entry { return "\(rule): \(entry)" }
    return rule
  }

  /// What it gave, with its sign: `+12.5`.
  public var points: String { Points.text(billionths: worth, signed: true) }

  /// `today`, `yesterday`, `12 days ago`.
  public static func age(_ days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "yesterday"
    default: "\(days) days ago"
    }
  }
}

extension Explanation {
  /// The contributions to all scores by size, the largest first; those of split-off scores are not repeated.
  public func strongestContributions(_ model: ScoringModel) -> [Contribution] {
    if exclusion != nil { return [] }
    let all = zip(scores, model.scores).filter { $1.tag == nil }.flatMap { $0.0.contributions }.filter { $0.worth != 0 }
    return all.enumerated().sorted {
      $0.element.worth.magnitude != $1.element.worth.magnitude
        ? $0.element.worth.magnitude > $1.element.worth.magnitude : $0.offset < $1.offset
    }.map(\.element)
  }
}

extension ScoreExplanation {
  /// What a learned score comes from, in a line: `likelihood: Lead Source Reference +18, Total Visits 12 +4`; nil for
  /// other scores, and where nothing is worth a whole point.
  public func learnedPhrase(_ limit: Int) -> String? {
    guard let reasons = likelihood?.strongest(limit), !reasons.isEmpty else { return nil }
    return "\(name): \(reasons.map(\.description).joined(separator: ", "))"
  }
}

extension NextStep {
  /// `A demo request today would make this lead sql (total 62 to 84)`.
  public var phrase: String {
    let change = "(\(scoreName) \(before) to \(after))"
    switch action {
    case .events(let name, let count, let properties):
      let words = Self.words(name)
      let which = properties.isEmpty ? "" : " (\(properties.joined(separator: ", ")))"
      let what = count == 1 ? Self.withArticle(words) : "\(count) more \(Self.plural(words))"
      return "\(what.prefix(1).uppercased() + what.dropFirst())\(which) today would make this lead \(to) \(change)"
    case .knowing(let attribute, let value):
      return "If \(Self.words(attribute)), which is not known, were \(value), this lead would be \(to) \(change)"
    }
  }

  private static func words(_ name: String) -> String {
    name.split { $0 == "_" || $0 == " " || $0 == "-" }.joined(separator: " ")
  }

  /// `a demo request`; what ends like a deed (`webinar attended`) stays as it is.
  private static func withArticle(_ words: String) -> String {
    if words.hasSuffix("ed") { return words }
    return ("aeiou".contains(words.lowercased().first ?? "x") ? "an " : "a ") + words
  }

  private static func plural(_ words: String) -> String { words.hasSuffix("s") ? words : words + "s" }
}
