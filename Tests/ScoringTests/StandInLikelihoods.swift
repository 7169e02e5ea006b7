import Leads

@testable import Scoring

/// Stands in for a learned model: a likelihood that hangs on attributes and on events up to the moment, and on nothing
/// else, so that whoever asks it about the wrong lead, moment or events gets another one.
struct StandInLikelihoods: LikelihoodModel {
  let seed: Int

  static let attributes = [
    Attribute("t1", .text), Attribute("n1", .number), Attribute("f1", .flag), Attribute("i1", .instant),
  ]

  func scorer(of population: Population, asOf: AsOf) -> any LikelihoodScorer {
    StandInScorer(seed: seed, population: population, asOf: asOf)
  }

  /// The score's source; another seed is another model.
  static func source(seed: Int, file: String = "close.learned") -> LearnedSource {
    LearnedSource(
      file: file, checksum: "\(10 + seed)00000000000000", attributes: attributes, properties: [Attribute("url", .text)],
      acts: [.init("page_view"), .init("demo_request")], readsAnyEvent: true, model: StandInLikelihoods(seed: seed))
  }
}

struct StandInScorer: LikelihoodScorer {
  let seed: Int
  let population: Population
  let asOf: AsOf

  func likelihood(of lead: Int) -> Int {
    var sum = seed * 31
    for (place, attribute) in StandInLikelihoods.attributes.enumerated() {
      let weight =
        switch population.leads.value(attribute.name, of: lead) {
        case .missing: 0
        case .text(let text): text.utf8.reduce(7) { ($0 * 31 + Int($1)) % 97 }
        case .number(let number): abs(Int(number * 2)) % 89 + 1
        case .flag(let flag): flag ? 5 : 3
        case .instant(let instant): abs(Int(asOf.ageInDays(of: instant))) % 83 + 1
        }
      sum += weight * (place + 1)
    }
    for event in population.events.events(of: lead) {
      let at = Instant(secondsSince1970: Int64(event.secondsSince1970))
      if at > asOf.instant { continue }
      let name = population.kinds.name(Int(event.kind)).utf8.reduce(3) { ($0 * 31 + Int($1)) % 89 }
      let url =
        if case .text(let text) = population.kinds.value("url", of: Int(event.kind)) { text.utf8.count } else { 0 }
      sum += name + url + Int(asOf.ageInDays(of: at)) % 79
    }
    return sum % 101
  }

  func likelihoods(threads: Int) -> Likelihoods {
    let values = (0..<population.leads.count).map { UInt8(likelihood(of: $0)) }
    return Likelihoods(values: values, probabilities: values.map { UInt32($0) * 10_000 }, asOf: asOf, scorer: self)
  }

  func explanations(of leads: [Int]) -> [LikelihoodExplanation] {
    leads.map { lead in
      let value = likelihood(of: lead)
      return LikelihoodExplanation(
        likelihood: Int64(value), probability: UInt32(value) * 10_000, base: 0, margin: Double(value),
        reasons: [.init("all of it", worth: Double(value))])
    }
  }
}
