import Leads
import Learning
import Scoring

/// The open leads of a file and what they are expected to bring.
struct Pipeline {
  let forecast: PipelineForecast
  /// Leads that count; that have ended; that are open and have no value; that count and whose age is not known.
  let open: Int, ended: Int, without: Int, ageless: Int

  /// - Parameter values: what each lead is worth; NaN for not known.
  init(
    _ facts: FactFiles, _ model: LearnedModel, _ probabilities: [Double], _ values: [Double], asOf: AsOf, threads: Int
  ) throws {
    let table = facts.population.leads
    let hasEnded = try Self.ended(facts, model.history?.outcome, asOf)
    let created: [Int64]? = if case .instant(let instants) = table.column("created_at") { instants } else { nil }
    var leads: [PipelineForecast.Lead] = []
    var (ended, without, ageless) = (0, 0, 0)
    for lead in 0..<table.count {
      if hasEnded[lead] {
        ended += 1
      } else if values[lead].isNaN {
        without += 1
      } else {
        let instant = created.map { $0[lead] } ?? Column.missingInstant
        let isKnown = instant != Column.missingInstant && instant <= asOf.instant.secondsSince1970
        let age = isKnown ? Int(asOf.ageInDays(of: Instant(secondsSince1970: instant))) : nil
        if age == nil { ageless += 1 }
        leads.append(.init(probability: probabilities[lead], value: values[lead], age: age))
      }
    }
    (open, self.ended, self.without, self.ageless) = (leads.count, ended, without, ageless)
    forecast = PipelineForecast(leads, model.history ?? DealHistory(), asOf: asOf, threads: threads)
  }

  /// For each lead whether it has ended, by what the model was learned from.
  private static func ended(
    _ facts: FactFiles, _ source: DealHistory.OutcomeSource?, _ asOf: AsOf
  ) throws -> [Bool] {
    let population = facts.population
    switch source {
    case .column(let name, let won, let lost) where population.leads.column(name) != nil:
      var options = OutcomeOptions()
      (options.outcome, options.won, options.lost) = (name, won, lost)
      return options.meanings(population.leads)?.map { $0 != 0 }
        ?? Array(repeating: false, count: population.leads.count)
    case .event(let name) where population.events.count > 0:
      let folded = name.foldedUTF8
      let kinds = (0..<population.kinds.count).map { population.kinds.name($0).foldedUTF8 == folded }
      return (0..<population.leads.count).map { lead in
        population.events.events(of: lead).contains { event in
          kinds[Int(event.kind)] && Int64(event.secondsSince1970) <= asOf.instant.secondsSince1970
        }
      }
    default: return Array(repeating: false, count: population.leads.count)
    }
  }
}
