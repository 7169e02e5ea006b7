import Leads
import Scoring

/// The values of some sources for observations, before they are put into bins.
struct RawTable: Sendable {
  /// The values of one source.
  enum Values: Sendable {
    /// Numbers; NaN is missing.
    case numbers([Double])
    /// For each observation the code of a level (`LevelNames`).
    case levels([UInt32])
  }

  /// The sources.
  let sources: [FeatureSource]
  /// For each source its values.
  let values: [Values]
  /// The number of observations.
  let count: Int

  /// Reads the sources from a population. Attributes that the population does not have are missing for everybody.
  init(_ sources: [FeatureSource], _ population: Population, _ observations: Observations) {
    let measures = sources.enumerated().compactMap { index, source in
      if case .events(let selector, let measure) = source { (index, selector, measure) } else { nil }
    }
    let measurer = EventMeasurer(measures.map { ($0.1, $0.2) }, population.kinds)
    var measured: [Int: [Double]] = [:]
    for (measure, column) in zip(measures, measurer.values(of: observations, in: population.events)) {
      measured[measure.0] = column
    }
    self.sources = sources
    count = observations.count
    values = sources.enumerated().map { index, source in
      measured[index].map(Values.numbers) ?? Self.values(of: source, population, observations)
    }
  }

  private static func values(
    of source: FeatureSource, _ population: Population, _ observations: Observations
  ) -> Values {
    let leads = observations.leads
    switch source {
    case .text(let name), .closeRate(let name):
      guard case .text(let column) = population.leads.column(name) else { return missingLevels(observations) }
      return .levels(leads.map { column.codes[$0] })
    case .flag(let name):
      guard case .flag(let flags) = population.leads.column(name) else { return missingLevels(observations) }
      return .levels(leads.map { UInt32(flags[$0]) })
    case .number(let name):
      guard case .number(let numbers) = population.leads.column(name) else { return missingNumbers(observations) }
      return .numbers(leads.map { numbers[$0].isFinite ? numbers[$0] : .nan })
    case .age(let name):
      return .numbers(
        instants(name, population, observations) { instant, asOf in
          instant > asOf.instant ? .nan : Double(asOf.ageInDays(of: instant))
        })
    case .hour(let name):
      return .numbers(
        instants(name, population, observations) { instant, asOf in
          let second = instant.secondsSince1970 + asOf.utcOffset - instant.day(offset: asOf.utcOffset) * 86_400
          return Double(second / 3600)
        })
    case .weekday(let name):
      // 1970-01-01 was a Thursday.
      let days = instants(name, population, observations) { instant, asOf in
        Double(((instant.day(offset: asOf.utcOffset) + 3) % 7 + 7) % 7 + 1)
      }
      return .levels(days.map { $0.isNaN ? 0 : UInt32($0) })
    case .blanks(let names):
      let columns = names.map { population.leads.column($0) }
      return .numbers(leads.map { lead in Double(columns.count { ($0?.value(lead) ?? .missing) == .missing }) })
    case .firstEvent, .lastEvent:
      return .levels(eventNames(population, observations, isFirst: source == .firstEvent))
    case .events: preconditionFailure("events are measured together")
    }
  }

  private static func missingNumbers(_ observations: Observations) -> Values {
    .numbers(Array(repeating: .nan, count: observations.count))
  }

  private static func missingLevels(_ observations: Observations) -> Values {
    .levels(Array(repeating: .max, count: observations.count))
  }

  private static func instants(
    _ name: String, _ population: Population, _ observations: Observations, _ number: (Instant, AsOf) -> Double
  ) -> [Double] {
    guard case .instant(let seconds) = population.leads.column(name) else {
      return Array(repeating: .nan, count: observations.count)
    }
    return (0..<observations.count).map { index in
      let second = seconds[observations.leads[index]]
      if second == Column.missingInstant { return .nan }
      return number(Instant(secondsSince1970: second), observations.asOf(index))
    }
  }

  /// For each observation the code of the name of the first or last event, or the code of nothing.
  private static func eventNames(
    _ population: Population, _ observations: Observations, isFirst: Bool
  ) -> [UInt32] {
    (0..<observations.count).map { index in
      let moment = observations.moments[index].secondsSince1970
      let events = population.events.events(of: observations.leads[index])
      let event = isFirst ? events.first : events.last { Int64($0.secondsSince1970) <= moment }
      guard let event, Int64(event.secondsSince1970) <= moment else { return .max }
      return population.kinds.names.codes[Int(event.kind)]
    }
  }
}

/// The names of the levels of a source, by the codes that a raw table has.
struct LevelNames: Sendable {
  /// For each code the level, folded; empty for what stands for nothing known.
  let keys: [String]
  /// For each code the level as it was written first.
  let labels: [String]

  /// The levels of a source as a population writes them.
  init(_ source: FeatureSource, _ population: Population) {
    switch source {
    case .text(let name), .closeRate(let name):
      guard case .text(let column) = population.leads.column(name) else { break }
      labels = (0..<UInt32(column.pool.count)).map { column.isMissing[Int($0)] ? "" : column.pool.text($0).cleaned }
      // As conditions compare, so that a rule for a level is about the same leads.
      keys = (0..<UInt32(column.pool.count)).map { column.isMissing[Int($0)] ? "" : column.pool.text($0).folded }
      return
    case .flag:
      labels = ["", "no", "yes"]
      keys = labels
      return
    case .weekday:
      labels = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      keys = labels.map(\.folded)
      return
    case .firstEvent, .lastEvent:
      let pool = population.kinds.names.pool
      labels = (0..<UInt32(pool.count)).map { pool.text($0) }
      keys = labels.map(\.folded)
      return
    default: break
    }
    (keys, labels) = ([], [])
  }
}
