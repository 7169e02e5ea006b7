import Leads

/// What is to be said about the moments of one column.
struct DateFindings {
  private let context: FindingContext
  private let scan: ColumnScan

  init(_ context: FindingContext, _ scan: ColumnScan) {
    self.context = context
    self.scan = scan
  }

  func findings() -> [Finding] {
    guard scan.profile.type == .instant else { return [] }
    return [future(), beforeEpoch(), forms(), dayOrder()].compactMap { $0 }
  }

  private var name: String { context.name(scan) }
  private var key: String { ColumnNames.key(scan.profile.name) }

  private func finding(
    _ kind: Finding.Kind, _ severity: Severity, _ facts: ColumnScan.Facts, _ sentence: String, advice: String
  ) -> Finding {
    Finding(
      kind, severity, columns: [scan.profile.name], count: facts.rows, weight: context.weight(facts.rows, scan),
      sentence, advice: advice, examples: facts.examples)
  }

  private func future() -> Finding? {
    let facts = scan.future
    guard facts.rows > 0, let latest = scan.profile.instants?.greatest else { return nil }
    let offset = context.settings.asOf.utcOffset
    let asOf = Wording.moment(context.settings.asOf.instant.secondsSince1970, offset: offset)
    let isPlan = ["next", "due", "close", "renew", "expir", "end", "until", "follow", "start"].contains(
      where: key.contains)
    let isPast = ["created_at", "updated_at"].contains(scan.profile.attribute)
    let all = facts.rows == scan.profile.filled
    return finding(
      .future, isPlan ? .note : isPast ? .serious : .doubtful, facts,
      "\(all ? "All \(Wording.count(facts.rows))" : "\(Wording.count(facts.rows)) of \(Wording.count(scan.profile.filled))") dates in \(name) \(FindingContext.verb(facts.rows, "lies", "lie")) after \(asOf), the latest being \(Wording.moment(latest.secondsSince1970, offset: offset)).",
      advice: isPlan
        ? "That is as it should be for a date that is planned."
        : "Check the time zone, the order of day and month, and the moment given with --as-of.")
  }

  private func beforeEpoch() -> Finding? {
    let facts = scan.beforeEpoch
    // People are born before 1970.
    guard facts.rows > 0, !key.contains("birth"), !key.contains("born"), !key.contains("founded") else { return nil }
    return finding(
      .beforeEpoch, .doubtful, facts,
      "\(Wording.count(facts.rows)) \(FindingContext.verb(facts.rows, "date", "dates")) in \(name) \(FindingContext.verb(facts.rows, "lies", "lie")) before 1970, such as \(Wording.quoted(facts.examples[0].text)).",
      advice: "No program of sales is that old; it is most likely a default, or a year of two digits.")
  }

  private func forms() -> Finding? {
    guard scan.forms.count > 1 else { return nil }
    var rare = ColumnScan.Facts()
    for (_, facts) in scan.forms.dropFirst() {
      rare.rows += facts.rows
      if let example = facts.examples.first { rare.examples.append(example) }
    }
    let shown = Wording.list(
      scan.forms.compactMap { _, facts in
        facts.examples.first.map { "\(Wording.quoted($0.text)) (\(Wording.count(facts.rows)))" }
      })
    return finding(
      .dateForms, .doubtful, rare,
      "The dates in \(name) are written in \(Wording.count(scan.forms.count)) ways: \(shown).",
      advice: "All of them are read, but a mixture often means that two exports were joined; check a few by hand.")
  }

  /// Whether 03/04 is in March or in April.
  private func dayOrder() -> Finding? {
    let (day, month, either) = (scan.dayFirst, scan.monthFirst, scan.eitherOrder)
    let readsDayFirst = context.settings.reading.dayFirst
    let now = readsDayFirst ? "day first" : "month first"
    if day.rows > 0, month.rows > 0 {
      let contrary = readsDayFirst ? month : day
      return finding(
        .dayOrder, .serious, contrary,
        "In \(name) \(Wording.count(day.rows)) \(FindingContext.verb(day.rows, "date has", "dates have")) the day first (\(Wording.quoted(day.examples[0].text))) and \(Wording.count(month.rows)) the month (\(Wording.quoted(month.examples[0].text))), so nobody can tell what the other \(Wording.count(either.rows)) mean.",
        advice: "Export the dates as 2025-07-31.")
    }
    let contrary = readsDayFirst ? month : day
    if contrary.rows > 0, either.rows > 0 {
      return finding(
        .dayOrder, .serious, either,
        "\(Wording.count(contrary.rows)) \(FindingContext.verb(contrary.rows, "date", "dates")) in \(name) can only have the \(readsDayFirst ? "month" : "day") first, such as \(Wording.quoted(contrary.examples[0].text)), but \(Wording.count(either.rows)) \(FindingContext.verb(either.rows, "other is", "others are")) now read \(now), such as \(Wording.quoted(either.examples[0].text)).",
        advice: readsDayFirst ? "Leave --day-first out." : "Add --day-first.")
    }
    if day.rows == 0, month.rows == 0, either.rows > 0 {
      return finding(
        .dayOrder, .note, either,
        "Whether dates in \(name) such as \(Wording.quoted(either.examples[0].text)) have the day or the month first cannot be seen from the file; they are now read \(now).",
        advice: readsDayFirst ? "If that is wrong, leave --day-first out." : "If that is wrong, add --day-first.")
    }
    return nil
  }
}
