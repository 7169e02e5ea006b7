import Leads

/// What is to be said about the values of one column: what does not fit, stands out, or stands for nothing.
struct ValueFindings {
  private let context: FindingContext
  private let scan: ColumnScan

  init(_ context: FindingContext, _ scan: ColumnScan) {
    self.context = context
    self.scan = scan
  }

  func findings() -> [Finding] {
    [
      suspicious(), misfits(), brokenEmails(), emailKinds(), defaultNumber(), outliers(), keyboardWalks(),
      leadingZeros(),
    ]
    .compactMap { $0 }
  }

  private var name: String { context.name(scan) }

  private func finding(
    _ kind: Finding.Kind, _ severity: Severity, _ facts: ColumnScan.Facts, _ sentence: String, advice: String
  ) -> Finding {
    Finding(
      kind, severity, columns: [scan.profile.name], count: facts.rows, weight: context.weight(facts.rows, scan),
      sentence, advice: advice, examples: facts.examples)
  }

  private func suspicious() -> Finding? {
    let facts = scan.suspicious
    guard facts.rows > 0 else { return nil }
    let values = Wording.list(
      scan.profile.suspicious.prefix(4).map { "\(Wording.quoted($0.text)) (\(Wording.count($0.count)))" })
    let more = facts.texts > 4 ? " and others" : ""
    let isMuch = facts.rows * 100 >= context.rows
    return finding(
      .placeholders, isMuch ? .doubtful : .note, facts,
      "\(context.noun.share(facts.rows, of: context.rows)) \(FindingContext.verb(facts.rows, "has", "have")) a value in \(name) that looks as if it stood for nothing: \(values)\(more).",
      advice:
        "Name it under `missing:` in the model, beside the usual `Select`, `N/A`, `-` and `unknown`, and it counts as missing."
    )
  }

  /// Values that are not what nearly all others are.
  private func misfits() -> Finding? {
    let facts = scan.misfits
    guard facts.rows > 0, [.number, .instant, .flag, .url].contains(scan.profile.type) else { return nil }
    if scan.facts(.unit).rows > 0, scan.profile.type == .number { return units() }
    let what =
      switch scan.profile.type {
      case .number: "a number"
      case .instant: "a date that can be read"
      case .flag: "yes or no"
      default: "a web address"
      }
    let isMuch = facts.rows * 100 >= scan.profile.filled
    return finding(
      .misfits, isMuch ? .doubtful : .note, facts,
      "\(Wording.count(facts.rows)) of \(Wording.count(scan.profile.filled)) values in \(name) \(FindingContext.verb(facts.rows, "is", "are")) not \(what), such as \(Wording.quoted(facts.examples[0].text)).",
      advice:
        "They count as missing where a model reads the column as \(scan.profile.type == .instant ? "an instant" : scan.profile.type == .flag ? "a flag" : scan.profile.type == .number ? "a number" : "an address")."
    )
  }

  private func units() -> Finding? {
    let facts = scan.facts(.unit)
    let examples = Wording.list(facts.examples.map { Wording.quoted($0.text) })
    let advice =
      scan.profile.attribute == "company_size"
      ? "`employees(company_size)` reads ranges and words; plain numbers are left as they are."
      : "They count as missing where a model reads a number; keep the unit in the column's name instead."
    return finding(
      .units, .doubtful, facts,
      "\(Wording.count(facts.rows)) of \(Wording.count(scan.profile.filled)) values in \(name) \(FindingContext.verb(facts.rows, "has", "have")) a unit or a range beside the number: \(examples).",
      advice: advice)
  }

  private func brokenEmails() -> Finding? {
    guard scan.profile.type == .email, scan.misfits.rows > 0 else { return nil }
    let facts = scan.misfits
    let isMuch = facts.rows * 50 >= scan.profile.filled
    return finding(
      .brokenEmails, isMuch ? .serious : .doubtful, facts,
      "\(Wording.count(facts.rows)) of \(Wording.count(scan.profile.filled)) texts in \(name) \(FindingContext.verb(facts.rows, "is no address", "are no addresses")) that mail could reach, such as \(Wording.quoted(facts.examples[0].text)).",
      advice: "Correct them at the source; events and duplicates cannot be matched by them.")
  }

  private func emailKinds() -> Finding? {
    let wanted = [
      ("personal", "personal"), ("disposable", "disposable"), ("role", "shared by a team"), ("education", "of schools"),
    ]
    let parts = wanted.compactMap { kind, words in
      scan.emailKinds[kind].map {
        "\(Wording.count($0)) (\(Wording.percent($0, of: scan.profile.filled))) \(FindingContext.verb($0, "is", "are")) \(words)"
      }
    }
    guard scan.profile.type == .email, !parts.isEmpty else { return nil }
    let count = wanted.reduce(0) { $0 + (scan.emailKinds[$1.0] ?? 0) }
    var facts = ColumnScan.Facts()
    facts.rows = count
    return finding(
      .emailKinds, .note, facts,
      "Of \(Wording.count(scan.profile.filled)) addresses in \(name) \(Wording.list(parts)).",
      advice: "A rule such as `email_kind(email) = 'personal'` tells them apart.")
  }

  private func defaultNumber() -> Finding? {
    guard scan.profile.type == .number, let number = scan.defaultNumber else { return nil }
    var facts = ColumnScan.Facts()
    facts.rows = number.count
    let value = Wording.number(number.value)
    return finding(
      .defaultNumber, .doubtful, facts,
      "\(context.noun.share(number.count, of: context.rows)) have \(value) in \(name), while no other number occurs more than \(Wording.count(number.nextCount)) times.",
      advice: "Make sure that \(value) is what was measured, and not what stands there when nothing was.")
  }

  private func outliers() -> Finding? {
    let facts = scan.outliers
    guard scan.profile.type == .number, facts.rows > 0, facts.rows * 100 <= scan.profile.filled,
      let spread = scan.profile.numbers, let first = facts.examples.first
    else { return nil }
    return finding(
      .outliers, .note, facts,
      "\(Wording.count(facts.rows)) \(FindingContext.verb(facts.rows, "value", "values")) in \(name) \(FindingContext.verb(facts.rows, "lies", "lie")) far from all others, the farthest being \(Wording.quoted(first.text)), while half of them lie between \(Wording.number(spread.p25)) and \(Wording.number(spread.p75)).",
      advice: "Compare with bands (`by:`) or a limit, so that one slip of the keyboard does not decide a score.")
  }

  private func keyboardWalks() -> Finding? {
    let facts = scan.keyboardWalks
    guard facts.rows > 0 else { return nil }
    return finding(
      .keyboardWalks, facts.rows * 100 >= context.rows ? .doubtful : .note, facts,
      "\(context.noun.share(facts.rows, of: context.rows)) \(FindingContext.verb(facts.rows, "has", "have")) a text in \(name) that was typed by running over the keyboard, such as \(Wording.quoted(facts.examples[0].text)).",
      advice: "`keyboard_walk(\(scan.profile.attribute ?? "name"))` in a model's `exclude` keeps them from sales.")
  }

  private func leadingZeros() -> Finding? {
    let facts = scan.facts(.leadingZero)
    guard facts.rows > 0, [.category, .text, .id, .number].contains(scan.profile.type) else { return nil }
    return finding(
      .leadingZeros, .note, facts,
      "\(Wording.count(facts.rows)) \(FindingContext.verb(facts.rows, "value", "values")) in \(name) \(FindingContext.verb(facts.rows, "begins", "begin")) with a zero, such as \(Wording.quoted(facts.examples[0].text)), so the column is text and no number.",
      advice: "Compare it with texts in quotes; a spreadsheet that opens the file will drop the zeros.")
  }
}
