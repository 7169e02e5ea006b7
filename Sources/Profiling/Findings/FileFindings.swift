import Leads

/// What is to be said about the heading, the ids, and columns that say nothing.
struct FileFindings {
  private let context: FindingContext

  init(_ context: FindingContext) { self.context = context }

  func findings(_ scans: [ColumnScan], _ rejects: [RejectLog.Category]) -> [Finding] {
    rejects.map(rejected)
      + [headings(), emptyColumns(scans), constants(scans), nearlyConstant(scans), missingColumns()].flatMap { $0 }
      + ids(scans)
  }

  /// Rows that could not be read.
  private func rejected(_ category: RejectLog.Category) -> Finding {
    let lines = category.examples.map { FindingExample(line: $0.line, text: Wording.shown($0.record.utf8.span)) }
    let row = FindingContext.verb(category.count, "row", "rows")
    return Finding(
      .rejected, .serious, columns: [], count: category.count,
      weight: 2 + Double(category.count) / Double(max(1, context.rows)),
      "\(Wording.count(category.count)) \(row) cannot be read (\(category.name)): \(category.examples.first?.reason.description ?? category.name).",
      advice:
        "\(category.count == 1 ? "It is" : "They are") left out here and in every score; most often a comma, quote or line break in a value was not quoted.",
      examples: lines)
  }

  // MARK: Heading

  /// Columns without a name, and columns whose names read alike.
  private func headings() -> [Finding] {
    let names = context.table.heading.columns
    var findings: [Finding] = []
    let nameless = names.indices.filter { names[$0].isEmpty }
    if !nameless.isEmpty, names.count > 1 {
      let places = Wording.list(nameless.map { "column \($0 + 1)" })
      findings.append(
        Finding(
          .heading, .doubtful, columns: [], count: nameless.count, weight: 0.2,
          "The heading has no name for \(places).", advice: "Name it, or a model cannot read it."))
    }
    let alike = Dictionary(grouping: names.indices.filter { !names[$0].isEmpty }) { ColumnNames.key(names[$0]) }
      .values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    for positions in alike {
      let places = Wording.list(positions.map { "\"\(names[$0])\" (column \($0 + 1))" })
      findings.append(
        Finding(
          .heading, .serious, columns: positions.map { names[$0] }, count: positions.count, weight: 0.5,
          "Some columns have names that read alike: \(places).",
          advice: "Rename one, so that it is clear which one counts."))
    }
    return findings
  }

  /// What most models want and the file does not have.
  private func missingColumns() -> [Finding] {
    guard context.summary.subject == .leads, context.rows > 0 else { return [] }
    var findings: [Finding] = []
    if context.attributes.column("created_at") == nil {
      findings.append(
        Finding(
          .heading, .note, columns: [], count: 0, weight: 0.05,
          "No column says when a lead was created.",
          advice: "With one, a model can tell new leads from old ones, and a merge of duplicates which came first."))
    }
    if context.attributes.column("email") == nil, context.attributes.column("phone") == nil {
      findings.append(
        Finding(
          .heading, .note, columns: [], count: 0, weight: 0.04,
          "There is neither an e-mail address nor a phone number, so duplicates can hardly be found.",
          advice: "Export one of them as well if that matters."))
    }
    return findings
  }

  // MARK: Ids

  private func ids(_ scans: [ColumnScan]) -> [Finding] {
    guard let index = context.attributes.idIndex else {
      let hasEmail = context.attributes.column("email") != nil
      return [
        Finding(
          .missingIDs, hasEmail ? .note : .doubtful, columns: [], count: context.rows, weight: 0.3,
          "No column looks like the ids of the \(context.noun.plural)\(hasEmail ? "; Leadline will use the e-mail addresses" : "").",
          advice: "Name it with --id COLUMN, or export one: events find their leads by it.")
      ]
    }
    let scan = scans[index]
    var findings: [Finding] = []
    let missing = context.rows - scan.profile.filled
    if missing > 0 {
      findings.append(
        Finding(
          .missingIDs, .serious, columns: [scan.profile.name], count: missing, weight: context.weight(missing, scan),
          "\(context.noun.share(missing, of: context.rows)) \(FindingContext.verb(missing, "has", "have")) no id in \(context.name(scan)).",
          advice: "They cannot be scored; find out why the export has them."))
    }
    if scan.repeats.rows > 0, context.summary.subject != .events {
      let facts = scan.repeats
      let ids = facts.texts == 1 ? "1 id" : "\(Wording.count(facts.texts)) ids"
      findings.append(
        Finding(
          .repeatedIDs, .serious, columns: [scan.profile.name], count: facts.rows, weight: 1,
          "\(ids) in \(context.name(scan)) \(FindingContext.verb(facts.texts, "stands", "stand")) in more than one row, which makes \(context.leads(facts.rows)) too many.",
          advice: "Only the first row of an id is scored; export each \(context.noun.singular) once.",
          examples: facts.examples))
    }
    return findings
  }

  // MARK: Columns that say nothing

  private func emptyColumns(_ scans: [ColumnScan]) -> [Finding] {
    let empty = scans.filter { $0.profile.type == .empty }
    if empty.isEmpty || context.rows == 0 { return [] }
    let names = Wording.list(empty.map(context.name))
    return [
      Finding(
        .emptyColumns, .note, columns: empty.map(\.profile.name), count: empty.count, weight: 0.1,
        empty.count == 1
          ? "\(Self.capitalised(names)) is empty in every row."
          : "\(Wording.count(empty.count)) columns are empty in every row: \(names).",
        advice: "Leave them out, or find out why the export lost them.")
    ]
  }

  private func constants(_ scans: [ColumnScan]) -> [Finding] {
    let constant = scans.filter { $0.profile.type == .constant }
    if constant.isEmpty { return [] }
    func described(_ scan: ColumnScan) -> String {
      "\(context.name(scan)) (\(Wording.quoted(scan.profile.top.first?.text ?? "")))"
    }
    return [
      Finding(
        .constants, .note, columns: constant.map(\.profile.name), count: constant.count, weight: 0.09,
        constant.count == 1
          ? "\(Self.capitalised(described(constant[0]))) has the same value in every row, so it cannot tell \(context.noun.plural) apart."
          : "\(Wording.count(constant.count)) columns have the same value in every row, so they cannot tell \(context.noun.plural) apart: \(Wording.list(constant.map(described))).",
        advice: "No rule should read them.")
    ]
  }

  /// Columns of which one value has more than 95 % of all rows.
  private func nearlyConstant(_ scans: [ColumnScan]) -> [Finding] {
    let nearly = scans.filter { scan in
      guard let top = scan.profile.top.first, [.flag, .category, .number, .text, .instant].contains(scan.profile.type)
      else { return false }
      return context.rows >= 20 && top.count * 100 > context.rows * 95
    }
    if nearly.isEmpty { return [] }
    func described(_ scan: ColumnScan) -> String {
      let top = scan.profile.top[0]
      return
        "\(context.name(scan)) (\(Wording.quoted(top.text)), \(Wording.percent(top.count, of: context.rows)))"
    }
    let ordered = nearly.sorted { $0.profile.top[0].count > $1.profile.top[0].count }
    return [
      Finding(
        .nearlyConstant, .note, columns: ordered.map(\.profile.name), count: ordered.count, weight: 0.08,
        ordered.count == 1
          ? "\(Self.capitalised(described(ordered[0]))) has one value in more than 95 % of the rows."
          : "\(Wording.count(ordered.count)) columns have one value in more than 95 % of the rows: \(Wording.list(ordered.map(described))).",
        advice:
          "A rule on them touches few \(context.noun.plural); that may be what you want, or a form that nobody filled in."
      )
    ]
  }

  /// `the 3rd column` at the start of a sentence; names stay as they are.
  private static func capitalised(_ text: String) -> String {
    text.hasPrefix("the ") ? "T" + text.dropFirst() : text
  }
}
