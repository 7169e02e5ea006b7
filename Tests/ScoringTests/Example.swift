import Conditions
import Leads
import Testing

@testable import Scoring

/// One lead, scored by a model of a few lines, by the engine and the explainer alike.
struct Example {
  let model: ScoringModel
  let asOf: AsOf

  /// An example with the lines that stand below `scores:` and what follows.
  init(_ lines: String, asOf: String = "2025-07-01T12:00:00Z", utcOffset: Int64 = 0) throws {
    model = try ModelReader.model(from: "leadline: 1\n" + lines, path: "example.yaml", utcOffset: utcOffset)
    self.asOf = AsOf(try #require(Instant(asOf)), utcOffset: utcOffset)
  }

  /// An example of a single score `s` with these rules.
  init(rule: String, range: String = "..", asOf: String = "2025-07-01T12:00:00Z", utcOffset: Int64 = 0) throws {
    let range = range == ".." ? "" : "    range: \(range)\n"
    try self.init("scores:\n  s:\n\(range)    rules:\n      - { name: R, \(rule) }\n", asOf: asOf, utcOffset: utcOffset)
  }

  /// Something that the lead did.
  struct Act {
    var name: String
    var at: String
    var properties: [String: Value] = [:]

    init(_ name: String, _ at: String, _ properties: [String: Value] = [:]) {
      (self.name, self.at, self.properties) = (name, at, properties)
    }
  }

  /// What the model says of a lead.
  func outcome(_ attributes: [String: Value] = [:], _ acts: [Act] = []) throws -> Explanation {
    let population = try population(attributes, acts)
    let explanation = Explainer(model, population, asOf: asOf).explanation(of: 0)
    let scores = ScoringEngine(model).scores(of: population, asOf: asOf)
    for (index, score) in explanation.scores.enumerated() { #expect(scores.score(index, of: 0) == score.reported) }
    #expect(scores.stageName(of: 0) == explanation.stage)
    #expect(scores.grade(of: 0) == explanation.grade?.letter)
    #expect(scores.matrix(of: 0) == explanation.matrix)
    #expect(scores.exclusion(of: 0).map { model.exclusions[$0].name } == explanation.exclusion)
    return explanation
  }

  /// The score of that name, or the first.
  func score(_ name: String? = nil, _ attributes: [String: Value] = [:], _ acts: [Act] = []) throws -> Int64? {
    let scores = try outcome(attributes, acts).scores
    return (name.flatMap { name in scores.first { $0.name == name } } ?? scores[0]).reported
  }

  /// The worth of the first rule before any rounding, in billionths, by the explainer.
  func worth(_ acts: [Act]) throws -> Int64 { try outcome([:], acts).scores[0].contributions.first?.worth ?? 0 }

  /// The score of a lead who did one thing, `x`, at this moment.
  func score(after at: String) throws -> Int64? { try score(nil, [:], [Act("x", at)]) }

  private func population(_ attributes: [String: Value], _ acts: [Act]) throws -> Population {
    var ids = TextPool()
    _ = ids.code(of: Array("1".utf8).span)
    var leads = LeadTable(ids: ids)
    for attribute in model.attributes {
      leads.add(attribute.name, Column([attributes[attribute.name] ?? .missing], as: attribute.type))
    }
    guard case .text(let names) = Column(acts.map { .text($0.name) }, as: .text) else { throw ModelIssue("no names") }
    let kinds = EventKinds(
      names: names,
      properties: model.properties.map { property in
        (property, Column(acts.map { $0.properties[property.name] ?? .missing }, as: property.type))
      })
    let events = try acts.enumerated().map { index, act in
      (lead: 0, event: Event(secondsSince1970: try #require(Instant(act.at)).secondsSince1970, kind: UInt32(index)))
    }
    return Population(leads: leads, events: EventLog(leadCount: 1, events: events), kinds: kinds)
  }
}
