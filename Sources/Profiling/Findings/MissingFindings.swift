import Leads

/// What is to be said about values that are missing.
struct MissingFindings {
  private let context: FindingContext

  init(_ context: FindingContext) { self.context = context }

  func findings(_ scans: [ColumnScan]) -> [Finding] {
    let candidates = scans.filter { $0.profile.type != .empty && $0.profile.type != .id && missing($0) > 0 }
    // Columns that are missing in the very same rows are one fact.
    let together = Dictionary(grouping: candidates.filter { missing($0) * 20 >= context.rows }) { $0.missingPattern }
      .values.filter { $0.count > 1 }.sorted { $0[0].profile.position < $1[0].profile.position }
    let grouped = Set(together.joined().map(\.profile.position))
    return together.map(finding(together:))
      + candidates.filter { !grouped.contains($0.profile.position) }.compactMap(finding)
  }

  private func missing(_ scan: ColumnScan) -> Int { context.rows - scan.profile.filled }

  private func finding(together scans: [ColumnScan]) -> Finding {
    let count = missing(scans[0])
    let names = Wording.list(scans.map(context.name))
    return Finding(
      .missingTogether, severity(scans.map(severity).min() ?? .note, atMost: .doubtful),
      columns: scans.map(\.profile.name), count: count, weight: scans.map { context.weight(count, $0) }.max() ?? 0,
      "\(Wording.count(scans.count)) columns are missing for the same \(context.leads(count)) (\(Wording.percent(count, of: context.rows))): \(names).",
      advice:
        "They come from one source that does not know these \(context.noun.plural); a rule on one of them says first of all whether the source does."
    )
  }

  private func severity(_ severity: Severity, atMost limit: Severity) -> Severity { max(severity, limit) }

  private func finding(_ scan: ColumnScan) -> Finding? {
    let count = missing(scan)
    // A placeholder that few of them have explains nothing.
    let said = scan.profile.placeholders.first { $0.text.contains { $0 != " " } && $0.count * 20 >= count }
    // Where many were asked and did not answer, something can be done.
    let severity = min(severity(scan), (said?.count ?? 0) * 10 >= context.rows ? .doubtful : .note)
    let isShown = count * 5 >= context.rows || (said?.count ?? 0) * 20 >= context.rows || severity < .note
    if !isShown { return nil }
    let share = context.noun.share(count, of: context.rows)
    var sentence: String
    if let thing = Self.things[scan.profile.attribute ?? ""] {
      sentence = "\(share) \(FindingContext.verb(count, "has", "have")) no \(thing)"
    } else {
      sentence = "\(context.name(scan)) is not known of \(share)"
    }
    if let said { sentence += "; " + clause(said, of: count, scan) }
    return Finding(
      .missing, severity, columns: [scan.profile.name], count: count, weight: context.weight(count, scan),
      sentence + ".", advice: advice(scan, count, said))
  }

  /// What the most frequent placeholder means.
  private func clause(_ placeholder: ValueCount, of missing: Int, _ scan: ColumnScan) -> String {
    let text = Wording.quoted(placeholder.text)
    let who =
      placeholder.count == missing
      ? (missing == 1 ? "it says" : "all of them say")
      : "\(Wording.count(placeholder.count)) of them \(FindingContext.verb(placeholder.count, "says", "say"))"
    switch placeholder.text.foldedUTF8 {
    case Array("select".utf8): return "\(who) \(text), the form's first entry, which means nobody chose"
    case Array("-".utf8), Array("--".utf8): return "\(who) \(text), a dash in place of an answer"
    case Array("null".utf8), Array("undefined".utf8), Array("#n/a".utf8):
      return "\(who) \(text), which a program wrote and no person"
    default: return "\(who) \(text), which is no answer"
    }
  }

  private func advice(_ scan: ColumnScan, _ count: Int, _ said: ValueCount?) -> String {
    if count * 100 >= context.rows * 95 { return "Hardly anything can be built on it." }
    if let said, said.text.foldedUTF8 == Array("select".utf8) {
      return "Leadline treats it as missing; to get answers, let the form begin with an empty choice and ask later."
    }
    switch scan.profile.attribute {
    case "email": return "Events that name leads by e-mail address cannot reach them."
    case "created_at": return "Rules about the age of a lead do not hold for them."
    default:
      return "A missing value earns no points, so decide whether that is fair, or write a rule with `is missing`."
    }
  }

  /// The more a column matters, the sooner a gap is more than a note.
  private func severity(_ scan: ColumnScan) -> Severity {
    let share = Double(missing(scan)) / Double(max(1, context.rows))
    let importance = context.importance(scan.profile.attribute)
    if importance >= 1 { return share >= 0.3 ? .serious : share >= 0.02 ? .doubtful : .note }
    if importance >= 0.8 { return share >= 0.1 ? .doubtful : .note }
    return share >= (importance >= 0.6 ? 0.4 : 0.5) ? .doubtful : .note
  }

  private static let things = [
    "email": "e-mail address", "created_at": "date of creation", "phone": "phone number", "mobile": "mobile number",
    "company": "company", "website": "website", "job_title": "job title", "company_size": "company size",
    "annual_revenue": "revenue", "lead_source": "source", "industry": "industry", "country": "country",
    "state": "state", "city": "city", "seniority": "seniority", "department": "department",
    "first_name": "first name", "last_name": "last name", "name": "name", "stage": "stage", "owner": "owner",
    "budget": "budget",
  ]
}
