import Leads
import Scoring

/// Reads a model; if it is one: scores a few leads by it, and holds the explanations to the scores.
struct ModelTarget: Target {
  static let words = ModelGrammar.words + ConditionGrammar.words

  private let grammar = ModelGrammar()
  private let asOf = AsOf(Instant(secondsSince1970: 1_751_371_200), utcOffset: 7200)
  private let samples = SampleColumns()

  func valid(_ random: inout SeededGenerator) -> [UInt8] { Array(grammar.model(&random).utf8) }

  mutating func accepts(_ input: [UInt8]) throws -> Bool {
    let text = String(decoding: input, as: UTF8.self)
    do {
      let model = try ModelReader.model(from: text, path: "fuzz.yaml", utcOffset: 7200) { path in
        guard path == "list.txt" else { throw ModelIssue("there is no such file") }
        return "# a list\nAcme\n\n Globex \n"
      }
      try checkScores(model)
      return true
    } catch let issues as ModelIssues {
      if issues.issues.isEmpty { throw Finding("it is refused without a reason") }
      if issues.description.isEmpty { throw Finding("the issues say nothing") }
      return false
    }
  }

  private func checkScores(_ model: ScoringModel) throws {
    let population = population(for: model)
    let scores = ScoringEngine(model).scores(of: population, asOf: asOf, options: .init(reasons: true, keepsSums: true))
    let explainer = Explainer(model, population, asOf: asOf)
    for lead in 0..<population.leads.count {
      let explanation = explainer.explanation(of: lead)
      for (index, explained) in explanation.scores.enumerated()
      where explained.reported != scores.score(index, of: lead) {
        throw Finding(
          "lead \(lead): \(explained.name) is \(String(describing: scores.score(index, of: lead))), explained as \(String(describing: explained.reported))"
        )
      }
      guard explanation.stage == scores.stageName(of: lead), explanation.matrix == scores.matrix(of: lead),
        explanation.grade?.letter == scores.grade(of: lead)
      else { throw Finding("lead \(lead): stage, matrix label or grade are not those of the explanation") }
    }
    let again = ScoringEngine(model).rescored(scores, of: population)
    for lead in 0..<population.leads.count {
      for index in model.scores.indices where again.score(index, of: lead) != scores.score(index, of: lead) {
        throw Finding("lead \(lead): rescoring by the same model changes \(model.scores[index].name)")
      }
    }
  }

  private func population(for model: ScoringModel) -> Population {
    var ids = TextPool()
    for row in 0..<SampleColumns.rows {
      let id = Array(String(row + 1).utf8)
      _ = ids.code(of: id.span)
    }
    var leads = LeadTable(ids: ids)
    for attribute in model.attributes { leads.add(attribute.name, samples.column(attribute.name, attribute.type)) }
    var names = TextPool()
    let codes = (0..<SampleColumns.rows).map { kind in
      let name = Array(["page_view", "Demo_Request", "demo request", "email_sent"][kind % 4].utf8)
      return names.code(of: name.span)
    }
    let kinds = EventKinds(
      names: TextColumn(codes: codes, pool: names, placeholders: .onlyEmpty),
      properties: model.properties.map { ($0, samples.column($0.name, $0.type)) })
    // From a future event back to one of 1970; the first lead did nothing.
    let events = (0..<120).map { index in
      let age = index < 60 ? index * 7_201 : (index - 59) * 86_400 * 3
      let at = index == 119 ? 0 : asOf.instant.secondsSince1970 + 86_400 - Int64(age)
      return (
        lead: 1 + index % (SampleColumns.rows - 1),
        event: Event(secondsSince1970: at, kind: UInt32(index % SampleColumns.rows))
      )
    }
    return Population(leads: leads, events: EventLog(leadCount: leads.count, events: events), kinds: kinds)
  }
}
