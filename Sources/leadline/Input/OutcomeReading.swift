import Leads
import Learning
import Scoring

/// Makes observations with outcomes from a column of the leads, or from an event.
struct OutcomeReading {
  private let options: LearningOutcomeOptions
  private let population: Population
  private let columns: [String]
  private let asOf: AsOf

  init(_ options: LearningOutcomeOptions, _ population: Population, columns: [String], asOf: AsOf) {
    self.options = options
    self.population = population
    self.columns = columns
    self.asOf = asOf
  }

  /// Each lead whose outcome is known, once: as things stood just before it was known, or at the moment of learning.
  func fromColumn() throws -> TrainingLeads {
    var meaning = OutcomeOptions()
    meaning.outcome = options.name
    meaning.won = options.won
    meaning.lost = options.lost
    let values = try meaning.values(of: population.leads, columns: columns) ?? []
    let created = self.instants("created_at")
    let closed = options.closedAt.flatMap { self.instants($0) }
    var observations = Observations(utcOffset: asOf.utcOffset)
    var outcomes: [Bool] = []
    var order: [Int64] = []
    var early = 0
    for lead in values.indices where values[lead] != 0 {
      var moment = asOf.instant
      if let closed, closed[lead] != Column.missingInstant {
        if let created, created[lead] != Column.missingInstant, closed[lead] < created[lead] {
          early += 1
          continue
        }
        // What happens in the second of the outcome belongs to it.
        moment = min(moment, Instant(secondsSince1970: closed[lead] - 1))
      }
      observations.append(lead: lead, at: moment)
      outcomes.append(values[lead] == 2)
      order.append(created?[lead] ?? Column.missingInstant)
    }
    if early > 0 {
      Terminal.writeError(
        "note: \(early.formatted()) leads have their outcome before they were created, and are left out")
    }
    if population.events.count > 0, closed == nil {
      Terminal.writeError(
        "note: without --closed-at COLUMN all events up to the moment of learning count, also those after a sale")
    }
    // Rows in the order of time only if nearly all have an instant.
    let known = order.count { $0 != Column.missingInstant }
    let instants = known * 100 >= order.count * 95 && known > 0 ? order : nil
    return TrainingLeads(
      observations, outcomes: outcomes, instants: instants, unknown: values.count { $0 == 0 },
      outcome: "column \(options.name)")
  }

  /// Each lead once for each period of the horizon in which it was there and not yet won: whether it is won in it.
  func fromEvents(named hasMoment: Bool) throws -> TrainingLeads {
    let name = options.name.foldedUTF8
    let kinds = (0..<population.kinds.count).map { population.kinds.name($0).foldedUTF8 == name }
    guard kinds.contains(true) else {
      let names = Set((0..<population.kinds.count).map { population.kinds.name($0) }).sorted()
      throw InputProblem(
        message: "--outcome \(options.name): the leads have no such column, and the events no such name",
        hint: nearest(to: options.name, among: columns + names).map { "did you mean \"\($0)\"?" }
          ?? "events: \(names.prefix(12).joined(separator: ", "))")
    }
    guard let span = population.events.span(around: asOf.instant) else {
      throw InputProblem(message: "there are no events to learn from")
    }
    let end = hasMoment ? min(asOf.instant, span.newest) : span.newest
    let horizon = Int64(options.horizonDays) * 86_400
    let created = self.instants("created_at")
    var observations = Observations(utcOffset: asOf.utcOffset)
    var outcomes: [Bool] = []
    var order: [Int64] = []
    for period in (1...Self.periods).reversed() {
      let moment = end.secondsSince1970 - Int64(period) * horizon
      for lead in 0..<population.leads.count {
        let events = population.events.events(of: lead)
        let born =
          created.map { $0[lead] }.flatMap { $0 == Column.missingInstant ? nil : $0 }
          ?? events.first.map { Int64($0.secondsSince1970) }
        guard let born, born <= moment else { continue }
        let win = events.first { kinds[Int($0.kind)] }.map { Int64($0.secondsSince1970) }
        if let win, win <= moment { continue }
        observations.append(lead: lead, at: Instant(secondsSince1970: moment))
        outcomes.append(win.map { $0 <= moment + horizon } ?? false)
        order.append(moment)
      }
    }
    return TrainingLeads(
      observations, outcomes: outcomes, instants: order, outcome: "event \(options.name) within \(options.horizon)")
  }

  /// How often a lead is looked at, at most.
  private static let periods = 6

  private func instants(_ attribute: String) -> [Int64]? {
    guard case .instant(let instants) = population.leads.column(attribute) else { return nil }
    return instants.contains { $0 != Column.missingInstant } ? instants : nil
  }
}
