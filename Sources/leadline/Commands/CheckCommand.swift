import ArgumentParser
import Leads
import Scoring

/// `leadline check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports every error of a model at once, and warns of what is legal but doubtful.",
    discussion:
      "The model's examples are computed; one that comes out otherwise is an error. With leads (and events) it also says what the model does with them: rules that never fire, values that do not fit."
  )

  @Argument(help: "The model.", completion: .file())
  var model: String

  @Argument(help: "Leads to try it on: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var leads: String?

  @OptionGroup var input: InputOptions

  mutating func validate() throws {
    if leads == nil, input.events != nil { throw ValidationError("--events needs LEADS before it.") }
  }

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: input.outputs,
      inputs: [("the leads", leads), ("--events", input.events), ("the model", model)])
    let modelFile = try ModelFile(path: model, utcOffset: try input.time.offsetSeconds())
    let check = ModelCheck(modelFile.model)
    var warnings = check.warnings()
    var loading: Loading?
    let examples = ExampleCheck(modelFile.model, utcOffset: try input.time.offsetSeconds()).results()
    if let leads {
      let loaded = try Loading(leads: leads, [modelFile], input)
      let scores = ScoringEngine(modelFile.model).scores(
        of: loaded.population, asOf: loaded.asOf, options: .init(threads: input.threads, reasons: true))
      let hasEvents = input.events != nil
      warnings += check.warnings(for: scores).filter { issue in
        hasEvents || !modelFile.model.readsEvents(line: issue.line)
      }
      warnings += typeWarnings(loaded)
      try writeFiring(scores, hasEvents: hasEvents)
      loading = loaded
    }
    try writeSummary(modelFile.model)
    if let loading {
      let moment = "\(loading.asOf.instant)\(input.time.asOf == nil ? " (now)" : "")"
      try Terminal.write("  tried on \(loading.population.leads.count.formatted()) leads as of \(moment)")
    }
    let issues = modelFile.issues(warnings)
    for issue in issues.issues { try Terminal.write("\n" + issues.description(of: issue)) }
    let failing = examples.filter { !$0.isAsExpected }
    try writeExamples(examples)
    let count = issues.issues.count
    let warned = count == 0 ? "no warnings" : count == 1 ? "1 warning" : "\(count) warnings"
    let found = failing.isEmpty ? "no errors" : "\(failing.count) of \(examples.count) examples failed"
    try Terminal.write("\n\(modelFile.path): \(found), \(warned)")
    loading?.reportRejects(file: input.rejects)
    loading?.reportDoubts(input)
    if !failing.isEmpty { throw modelFile.issues(failing.flatMap(\.issues)) }
  }

  /// Which examples came out as expected; what is wrong with the others is said as of any error.
  private func writeExamples(_ results: [ExampleResult]) throws {
    if results.isEmpty { return }
    try Terminal.write("\n  examples")
    for result in results {
      let mark = result.isAsExpected ? Terminal.styled("ok    ", .green) : Terminal.styled("failed", .red)
      try Terminal.write("    \(mark)  \(result.example.name.fitted(to: min(result.example.name.columns, 100)))")
    }
  }

  /// Columns of which a good part is not of the type that the model reads.
  private func typeWarnings(_ loading: Loading) -> [ModelIssue] {
    let log = loading.rejects[0]
    return log.categories.compactMap { category in
      guard case .badValue(let column, let expected, let text) = category.examples[0].reason,
        category.count * 10 >= loading.population.leads.count
      else { return nil }
      return ModelIssue(
        "column \(column) is read as \(expected.withArticle), but \(category.count) of \(loading.population.leads.count) leads have another value there, such as \"\(text)\"",
        hint: "compare it with a text in quotes, or clean the column", severity: .warning)
    }
  }

  /// For how many leads each rule gives something.
  private func writeFiring(_ scores: Scores, hasEvents: Bool) throws {
    let counts = scores.leadsPerRule
    let width = min(48, scores.model.allRules.map(\.name.columns).max() ?? 0)
    var position = 0
    for score in scores.model.scores {
      if score.tag == nil, !score.rules.isEmpty {
        try Terminal.write(Terminal.styled("\(score.name.fitted(to: width + 2))       leads", .dim))
        for (index, rule) in score.rules.enumerated() {
          let count = counts[position + index]
          let share = Double(count) / Double(max(1, scores.count))
          let percent = String(Double(Int(share * 1000 + 0.5)) / 10).fitted(to: 5, alignedRight: true)
          try Terminal.write(
            "  \(rule.name.fitted(to: width))  \(count.formatted().fitted(to: 10, alignedRight: true))  \(percent) %  \(Terminal.styled(ScoreTable.bar(share, width: 20), .cyan))"
          )
        }
      }
      position += score.rules.count
    }
    try Terminal.write("")
  }

  private func writeSummary(_ model: ScoringModel) throws {
    for (score, bound) in zip(model.scores, Bounds.of(model)) where score.tag == nil {
      let rules = score.rules.count == 1 ? "1 rule" : "\(score.rules.count) rules"
      let parts = score.parts.map { model.scores[$0.score].name }.joined(separator: " and ")
      let made =
        score.learned.map { "learned by \($0.file) (checksum \($0.checksum))" }
        ?? (score.parts.isEmpty ? rules : "the sum of \(parts)")
      try Terminal.write("  \(score.name): \(made), can be \(Self.end(bound.low)) to \(Self.end(bound.high))")
    }
    if !model.attributes.isEmpty {
      try Terminal.write(
        "  reads of leads: \(model.attributes.map { "\($0.name) (\($0.type.rawValue))" }.joined(separator: ", "))")
    }
    if !model.properties.isEmpty {
      try Terminal.write(
        "  reads of events: \(model.properties.map { "\($0.name) (\($0.type.rawValue))" }.joined(separator: ", "))")
    }
  }
}

extension CheckCommand {
  /// An end of what a score can be; beyond all sense there is no limit worth a number.
  private static func end(_ billionths: Int128) -> String {
    let reported = Points.reported(Int64(clamping: billionths))
    return abs(reported) > 1_000_000 ? "no limit" : reported.formatted()
  }
}

extension ScoringModel {
  /// Whether the rule on this line is about what leads do.
  fileprivate func readsEvents(line: Int) -> Bool {
    allRules.contains { rule in
      guard rule.line == line, line > 0 else { return false }
      if case .attributes = rule.body { return false }
      return true
    }
  }
}
