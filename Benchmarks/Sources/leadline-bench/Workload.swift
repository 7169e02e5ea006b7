import Foundation
import Leads
import Scoring

/// A folder of leads and events, the model to score them by, and the moment.
struct Workload {
  let folder: String
  let model: ScoringModel
  let asOf: AsOf
  let threads: Int

  var leadsPath: String { "\(folder)/leads.csv" }
  var eventsPath: String { "\(folder)/events.csv" }
  var settings: ReadingSettings { ReadingSettings(placeholders: model.placeholders, threads: threads) }

  /// Reads both files into columns, as the command line does.
  func loaded() throws -> Population {
    let leads = try LeadFile(path: leadsPath).read(model.attributes, settings: settings, rejects: RejectLog())
    let (events, kinds) = try EventFile(path: eventsPath)
      .read(for: leads, properties: model.properties, settings: settings, rejects: RejectLog())
    return Population(leads: leads, events: events, kinds: kinds)
  }

  /// Scores everybody; nothing is kept from run to run, the conditions are compiled anew each time.
  func scores(of population: Population, by model: ScoringModel? = nil, keepsSums: Bool = false) -> Scores {
    ScoringEngine(model ?? self.model)
      .scores(of: population, asOf: asOf, options: .init(threads: threads, keepsSums: keepsSums))
  }

  /// The model with three other point values: what a marketer moves a slider for.
  func changedModel() throws -> ScoringModel {
    var changed = model
    try changed.setPoints(6, of: "Pricing page")
    try changed.setPoints(30, of: "Asked for a demo")
    try changed.setPoints(6, of: "Software industry")
    return changed
  }
}

/// The model is not the one that a step is about.
struct MissingRule: Error, CustomStringConvertible {
  var name: String
  var description: String { "the what-if step changes the rule \"\(name)\", which the model does not have" }
}

extension ScoringModel {
  /// Changes what a rule is worth.
  fileprivate mutating func setPoints(_ points: Int, of name: String) throws {
    for score in scores.indices {
      guard let rule = scores[score].rules.firstIndex(where: { $0.name == name }) else { continue }
      switch scores[score].rules[rule].body {
      case .events(var events):
        events.points = Points(points)
        scores[score].rules[rule].body = .events(events)
      case .attributes(let branches):
        scores[score].rules[rule].body = .attributes(
          branches.map { Rule.Branch($0.condition, Points(points), label: $0.label) })
      case .idle: throw MissingRule(name: name)
      }
      return
    }
    throw MissingRule(name: name)
  }
}
