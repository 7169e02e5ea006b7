import Leads
import Learning
import Scoring

extension Evaluation {
  /// Adds how good the model is for groups of leads: the levels of the text attribute with the most telling split that
  /// has few of them.
  mutating func describeSegments(_ result: Training.Outcome, _ input: TrainingInput) {
    let leads = result.rows.map { input.leads.observations.leads[$0] }
    let wanted = [
      "country", "lead source", "leadsource", "source", "industry", "channel", "region", "segment", "origin",
    ]
    let table = input.facts.population.leads
    let named = table.attributes.map(\.name).filter { name in
      !input.excluded.contains(name) && wanted.contains { name.lowercased().contains($0) }
    }
    segments = named.prefix(2).flatMap { name -> [Segment] in
      guard case .text(let column) = table.column(name) else { return [] }
      let values = leads.map {
        column.isMissing[Int(column.codes[$0])] ? "" : column.pool.text(column.codes[$0]).cleaned
      }
      return Segment.all(name, values, result.probabilities, result.outcomes)
    }
  }
}
