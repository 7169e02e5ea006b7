import Profiling

/// The findings of one severity.
struct FindingGroup: Sendable {
  let heading: String
  let count: String
  /// The name of the severity, for its look.
  let severity: String
  let findings: [Item]

  struct Item: Sendable {
    let sentence: [Phrase]
    let advice: [Phrase]
    let examples: [Example]
    let hasExamples: Bool
  }

  struct Example: Sendable {
    let line: String
    let text: String
  }

  /// A piece of a sentence: words, or a value as it stands in the file.
  struct Phrase: Sendable {
    let plain: String?
    let code: String?
  }

  /// How many findings of a severity are told, and how many rows show each.
  private static let shownFindings = 100
  private static let shownExamples = 3

  /// The groups that have findings, the most serious first.
  static func groups(_ findings: [Finding]) -> [FindingGroup] {
    Severity.allCases.sorted().compactMap { severity in
      let own = findings.filter { $0.severity == severity }
      if own.isEmpty { return nil }
      let heading =
        switch severity {
        case .serious: "Put right first"
        case .doubtful: "Look at these"
        case .note: "Good to know"
        }
      return FindingGroup(
        heading: heading, count: Figures.count(own.count), severity: severity.name,
        findings: own.prefix(shownFindings).map(item))
    }
  }

  private static func item(_ finding: Finding) -> Item {
    let examples = finding.examples.prefix(shownExamples).map {
      Example(line: Figures.count($0.line), text: $0.text.shortened(to: 60))
    }
    return Item(
      sentence: phrases(finding.sentence), advice: phrases(finding.advice), examples: examples,
      hasExamples: !examples.isEmpty)
  }

  /// A sentence taken apart at its back-ticks, which stand around values. What is between a pair is a value; a back-tick
  /// without a partner stays.
  static func phrases(_ sentence: String) -> [Phrase] {
    let pieces = sentence.shortened(to: 600).split(separator: "`", omittingEmptySubsequences: false)
    var phrases: [Phrase] = []
    for (index, piece) in pieces.enumerated() {
      let isValue = index % 2 == 1 && index < pieces.count - 1
      let isUnpaired = index % 2 == 1 && !isValue
      if piece.isEmpty, !isValue, !isUnpaired { continue }
      phrases.append(
        Phrase(plain: isValue ? nil : (isUnpaired ? "`" : "") + piece, code: isValue ? String(piece) : nil))
    }
    return phrases
  }
}
