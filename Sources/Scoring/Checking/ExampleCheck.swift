import Leads

/// Computes the examples of a model, and says where they come out otherwise than expected.
///
///     let results = ExampleCheck(model).results()
///     results.filter { !$0.isAsExpected }.flatMap(\.issues)
///
/// All examples are the leads of one small population, scored by the engine that scores everybody.
public struct ExampleCheck: Sendable {
  /// The model.
  public let model: ScoringModel
  private let asOf: AsOf

  /// A check of the examples of a model.
  ///
  /// - Parameter utcOffset: the workspace's, in seconds east of UTC; the one that the model was read with.
  public init(_ model: ScoringModel, utcOffset: Int64 = 0) {
    self.model = model
    asOf = Example.moment(utcOffset: utcOffset)
  }

  /// What became of each example, in the order of the model. O(examples × rules × events of an example).
  public func results() -> [ExampleResult] {
    if model.examples.isEmpty { return [] }
    let population = population()
    let scores = ScoringEngine(model).scores(of: population, asOf: asOf)
    let explainer = Explainer(model, population, asOf: asOf)
    return model.examples.enumerated().map { row, example in
      var result = ExampleResult(
        example: example, explanation: explainer.explanation(of: row), issues: example.issues)
      for expectation in example.expectations {
        let found: Value =
          switch expectation.subject {
          case .outcome(let outcome): scores.value(of: outcome, for: row)
          case .exclusion: scores.exclusion(of: row).map { .text(model.exclusions[$0].name) } ?? .missing
          }
        if found == expectation.value { continue }
        result.issues.append(
          ModelIssue(
            "the example \"\(example.name.prefix(80))\" expects \(expectation.name) \(expectation.value.orNone), but it is \(found.orNone)",
            hint: Reasons(model, result.explanation).reason(for: expectation.subject, scores, row),
            line: expectation.place.line, column: expectation.place.column))
      }
      return result
    }
  }

  // MARK: The examples as leads

  private func population() -> Population {
    var ids = TextPool()
    for row in model.examples.indices { _ = ids.code(of: String(row + 1).utf8Span.span) }
    var leads = LeadTable(ids: ids)
    let derived = model.attributes.compactMap { DerivedAttribute(named: $0.name) }
    for attribute in model.attributes where DerivedAttribute(named: attribute.name) == nil {
      leads.add(
        attribute.name,
        Column(
          of: model.examples.map { $0.attributes[attribute.name] ?? .missing }, attribute.type, model.placeholders))
    }
    leads.derive(derived, by: Deriver(model.vocabulary))

    // Each event of an example is a kind of its own: whether two are alike does not matter here.
    let events = model.examples.enumerated().flatMap { row, example in example.events.map { (row: row, event: $0) } }
    let log = events.enumerated().flatMap { kind, entry in
      let at = asOf.instant.secondsSince1970 - Int64(entry.event.ageInDays) * AsOf.secondsPerDay
      let event = Event(secondsSince1970: max(at, 0), kind: UInt32(kind))
      return repeatElement((lead: entry.row, event: event), count: entry.event.count)
    }
    let kinds = EventKinds(
      names: TextColumn(of: events.map { .text($0.event.name) }, model.placeholders),
      properties: model.properties.map { property in
        (
          property,
          Column(
            of: events.map { $0.event.properties[property.name] ?? .missing }, property.type, model.placeholders)
        )
      })
    return Population(leads: leads, events: EventLog(leadCount: leads.count, events: log), kinds: kinds)
  }
}

/// What became of an example.
public struct ExampleResult: Sendable, Hashable {
  /// The example.
  public var example: Example
  /// Why the lead has its scores.
  public var explanation: Explanation
  /// An error for each expectation that does not hold, with its place and with what led to the value that came out.
  public var issues: [ModelIssue] = []

  /// Whether everything came out as expected.
  public var isAsExpected: Bool { issues.isEmpty }
}

extension Value {
  /// The value, or `none`.
  fileprivate var orNone: String { self == .missing ? "none" : plainDescription }
}

/// What led to the value of an outcome, in a line: `Senior +15, Company size: 250 +12; range of the score -7`.
private struct Reasons {
  let model: ScoringModel
  let explanation: Explanation

  init(_ model: ScoringModel, _ explanation: Explanation) {
    self.model = model
    self.explanation = explanation
  }

  func reason(for subject: Example.Expectation.Subject, _ scores: Scores, _ row: Int) -> String? {
    if let exclusion = explanation.exclusion {
      let condition = model.exclusions.first { $0.name == exclusion }?.condition.description ?? ""
      return "it is excluded as \(exclusion)" + (condition == exclusion ? "" : ": \(condition)")
    }
    switch subject {
    case .exclusion: return "no exclusion holds"
    case .outcome(.score(let index)): return words(for: explanation.scores[index])
    case .outcome(.band(let bands)):
      return scoreValues([bands.score], scores, row)
    case .outcome(.matrix): return scoreValues(model.matrix, scores, row)
    case .outcome(.grade): return explanation.grade.map(words)
    case .outcome(.stage):
      let read = Set(model.stages.flatMap { $0.condition?.attributes ?? [] })
      let values = model.outcomes.filter { read.contains($0.name) }.map { name, outcome in
        "\(name) \(scores.value(of: outcome, for: row).orNone)"
      }
      return values.isEmpty ? nil : "it has \(values.joined(separator: ", "))"
    }
  }

  private func scoreValues(_ indices: [Int], _ scores: Scores, _ row: Int) -> String {
    "it has "
      + indices.map { "\(model.scores[$0].name) \(scores.value(of: .score($0), for: row).orNone)" }
      .joined(separator: ", ")
  }

  private func words(for score: ScoreExplanation) -> String {
    if let absence = score.absence { return "no score: \(absence)" }
    var parts: [String] = []
    if let likelihood = score.likelihood {
      let reasons = likelihood.strongest(3).map(\.description).joined(separator: "; ")
      return "it is learned" + (reasons.isEmpty ? "" : ", and comes from: \(reasons) (10 double the odds)")
    }
    for part in score.parts {
      let weight = part.weight == Points(1) ? "" : " × \(part.weight)"
      parts.append("\(part.name) \(part.reported.map(String.init) ?? "none")\(weight)")
    }
    parts += score.contributions.map { "\($0.phrase) \($0.points)" }
    for cut in score.groupCuts {
      parts.append("limit of the group \(cut.group) \(Points.text(billionths: cut.limited - cut.sum, signed: true))")
    }
    if score.rangeCut != 0 {
      parts.append("range of the score \(Points.text(billionths: -score.rangeCut, signed: true))")
    }
    return parts.isEmpty ? "no rule gives or takes anything" : "it comes from: \(parts.joined(separator: "; "))"
  }

  private func words(for grade: GradeExplanation) -> String {
    let moves = grade.moves.compactMap { move -> String? in
      guard let thirds = move.thirds else { return "\(move.criterion) not known" }
      return thirds == 0 ? nil : "\(move.criterion) \(thirds < 0 ? "-" : "+")\(thirds.magnitude)/3"
    }
    return "from \(grade.start): \(moves.isEmpty ? "nothing moved it" : moves.joined(separator: "; "))"
  }
}
