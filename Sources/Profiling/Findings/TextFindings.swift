import Leads

/// What is to be said about how the texts of one column are written.
struct TextFindings {
  private let context: FindingContext
  private let scan: ColumnScan

  init(_ context: FindingContext, _ scan: ColumnScan) {
    self.context = context
    self.scan = scan
  }

  func findings() -> [Finding] { [spellings(), damaged(), capitals()].compactMap { $0 } }

  private var name: String { context.name(scan) }

  private func spellings() -> Finding? {
    let facts = scan.spellingFacts
    guard facts.texts > 0, scan.hasTellingSpellings, let first = scan.spellings.first else { return nil }
    let shown = Wording.list(first.spellings.map { "\(Wording.quoted($0.text)) (\(Wording.count($0.count)))" })
    let values = facts.texts == 1 ? "One value" : "\(Wording.count(facts.texts)) values"
    let like = facts.texts == 1 ? ":" : ", among them"
    let isMuch = facts.rows * 100 >= scan.profile.filled
    return Finding(
      .spellings, isMuch ? .doubtful : .note, columns: [scan.profile.name], count: facts.rows,
      weight: context.weight(facts.rows, scan),
      "\(values) in \(name) \(FindingContext.verb(facts.texts, "is", "are")) spelt in several ways\(like) \(shown).",
      advice: scan.profile.attribute == "country"
        ? "Compare `country(country)`, which knows the ways to write a country, and not the text itself."
        : "Make them one at the source, or name all of them in a rule with `in`.",
      examples: scan.spellings.prefix(3).map(\.example))
  }

  private func damaged() -> Finding? {
    let facts = scan.facts(.damaged)
    guard facts.rows > 0 else { return nil }
    let example = facts.examples[0].text
    let repaired = Mojibake.repaired(example).map { " for \(Wording.quoted($0))" } ?? ""
    let isMuch = facts.rows * 100 >= scan.profile.filled
    return Finding(
      .damagedText, isMuch ? .serious : .doubtful, columns: [scan.profile.name], count: facts.rows,
      weight: context.weight(facts.rows, scan),
      "\(Wording.count(facts.rows)) \(FindingContext.verb(facts.rows, "text", "texts")) in \(name) \(FindingContext.verb(facts.rows, "was", "were")) damaged by a wrong encoding, such as \(Wording.quoted(example))\(repaired).",
      advice: "Export again as UTF-8; it cannot be put right reliably afterwards.", examples: facts.examples)
  }

  private func capitals() -> Finding? {
    let facts = scan.facts(.capitalEmail)
    guard facts.rows > 0, scan.profile.type == .email, facts.rows < scan.profile.filled else { return nil }
    return Finding(
      .capitals, .note, columns: [scan.profile.name], count: facts.rows, weight: context.weight(facts.rows, scan) / 10,
      "\(Wording.count(facts.rows)) \(FindingContext.verb(facts.rows, "address", "addresses")) in \(name) \(FindingContext.verb(facts.rows, "has", "have")) capitals, such as \(Wording.quoted(facts.examples[0].text)).",
      advice: "Leadline ignores case, but other programs may not.", examples: facts.examples)
  }
}

/// What is to be said about case and spaces, which make no difference to Leadline: one sentence for all columns.
struct CaseFindings {
  private let context: FindingContext

  init(_ context: FindingContext) { self.context = context }

  func findings(_ scans: [ColumnScan]) -> [Finding] { [spellings(scans), spaces(scans)].compactMap { $0 } }

  private static let advice = "Leadline ignores them, but other programs may not."

  private func spellings(_ scans: [ColumnScan]) -> Finding? {
    let found = scans.filter { $0.spellingFacts.texts > 0 && !$0.hasTellingSpellings }
      .sorted { $0.spellingFacts.rows > $1.spellingFacts.rows }
    guard let first = found.first?.spellings.first else { return nil }
    let rows = found.reduce(0) { $0 + $1.spellingFacts.rows }
    let columns = columns(found) { $0.spellingFacts.rows }
    let example = Wording.list(first.spellings.map { Wording.quoted($0.text) })
    return finding(
      .spellings, found, rows,
      "\(Wording.count(rows)) \(FindingContext.verb(rows, "value", "values")) in \(columns) \(FindingContext.verb(rows, "differs", "differ")) from others only in capitals or spaces, such as \(example).",
      found.compactMap { $0.spellings.first?.example })
  }

  private func spaces(_ scans: [ColumnScan]) -> Finding? {
    let found = scans.filter { $0.facts(.outerSpace).rows > 0 }
      .sorted { $0.facts(.outerSpace).rows > $1.facts(.outerSpace).rows }
    guard let first = found.first?.facts(.outerSpace).examples.first else { return nil }
    let rows = found.reduce(0) { $0 + $1.facts(.outerSpace).rows }
    let columns = columns(found) { $0.facts(.outerSpace).rows }
    return finding(
      .spaces, found, rows,
      "\(Wording.count(rows)) \(FindingContext.verb(rows, "value has a space", "values have spaces")) before or behind, in \(columns), such as \(Wording.quoted(first.text)).",
      found.compactMap { $0.facts(.outerSpace).examples.first })
  }

  /// The columns, and how many values are concerned in each if there are several.
  private func columns(_ scans: [ColumnScan], _ count: (ColumnScan) -> Int) -> String {
    if scans.count == 1 { return context.name(scans[0]) }
    return Wording.list(scans.map { "\(context.name($0)) (\(Wording.count(count($0))))" })
  }

  private func finding(
    _ kind: Finding.Kind, _ scans: [ColumnScan], _ rows: Int, _ sentence: String, _ examples: [FindingExample]
  ) -> Finding {
    Finding(
      kind, .note, columns: scans.map(\.profile.name), count: rows, weight: 0.02, sentence, advice: Self.advice,
      examples: Array(examples.prefix(3)))
  }
}
