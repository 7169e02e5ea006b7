import Leads

/// What is to be said about rows that are one lead.
struct DuplicateFindings {
  private let context: FindingContext

  init(_ context: FindingContext) { self.context = context }

  func findings(_ duplicates: Duplicates, _ scans: [ColumnScan]) -> [Finding] {
    // Events of one lead share its address; that is what they are for.
    guard context.summary.subject != .events else { return [] }
    return groups(duplicates) + tooMany(duplicates) + switchboards(duplicates)
  }

  private func groups(_ duplicates: Duplicates) -> [Finding] {
    let surplus = duplicates.surplus
    if surplus == 0 { return [] }
    let rows = surplus + duplicates.groups.count
    var kinds: [DuplicateEvidence.Kind: Int] = [:]
    for group in duplicates.groups { for piece in group.evidence { kinds[piece.kind, default: 0] += 1 } }
    let found = DuplicateEvidence.Kind.allCases.compactMap { kind in kinds[kind].map { (kind, $0) } }
    let reasons =
      found.count == 1
      ? "going by the \(found[0].0.rawValue)"
      : "going by the " + Wording.list(found.map { "\($0.rawValue) (\(Wording.count($1)))" })
    let examples = duplicates.groups.prefix(3).compactMap { group in
      group.evidence.first.map { example(row: $0.row, "\($0.kind.rawValue) as line \(line($0.other)): \($0.key)") }
    }
    return [
      Finding(
        .duplicates, surplus * 50 >= context.rows ? .serious : .doubtful, columns: [], count: surplus,
        weight: 1 + Double(surplus) / Double(context.rows),
        "\(context.leads(rows)) are most likely only \(Wording.count(duplicates.groups.count)) \(FindingContext.verb(duplicates.groups.count, people.singular, people.plural)), \(reasons).",
        advice: "Score with --dedupe, which merges them and writes down what it did.", examples: examples)
    ]
  }

  private func tooMany(_ duplicates: Duplicates) -> [Finding] {
    if duplicates.tooMany.isEmpty { return [] }
    let largest = duplicates.tooMany.max { $0.count < $1.count } ?? duplicates.tooMany[0]
    let rows = duplicates.tooMany.reduce(0) { $0 + $1.count }
    let what =
      largest.kind.map { "the \($0.rawValue), \(Wording.quoted(largest.key))" } ?? "a chain of different things"
    return [
      Finding(
        .sharedContacts, .doubtful, columns: [], count: rows, weight: Double(rows) / Double(max(1, context.rows)),
        "\(context.leads(largest.count)) have in common \(what), which is too many to be one person\(duplicates.tooMany.count > 1 ? "; there are \(Wording.count(duplicates.tooMany.count)) such crowds" : "").",
        advice: "They are not merged; it is most likely an address or number that somebody typed for many.",
        examples: largest.examples.map { example(row: $0, largest.key) })
    ]
  }

  private func switchboards(_ duplicates: Duplicates) -> [Finding] {
    let count = duplicates.switchboards
    if count == 0 { return [] }
    return [
      Finding(
        .sharedContacts, .note, columns: [], count: count, weight: 0.05,
        "\(Wording.count(count)) phone \(FindingContext.verb(count, "number is shared", "numbers are shared")) by more than \(DuplicateFinder.leadsPerPhone) \(context.noun.plural) each, as a switchboard's would be.",
        advice: "They do not count as evidence for duplicates.")
    ]
  }

  private var people: RowNoun {
    context.summary.subject == .leads ? RowNoun(singular: "person", plural: "people") : context.noun
  }

  private func line(_ row: Int) -> Int { Int(context.table.lines[row]) }

  private func example(row: Int, _ text: String) -> FindingExample {
    FindingExample(line: line(row), text: Wording.shown(text.utf8.span, limit: 90))
  }
}
