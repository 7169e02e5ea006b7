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
    var future = 0
    var won: [DaysToClose.Seen] = []
    var lost = won
    // What closes later cannot be seen yet.
    let end = (closed ?? []).filter { $0 <= asOf.instant.secondsSince1970 }.max().map(Instant.init(secondsSince1970:))
    for lead in values.indices where values[lead] != 0 {
      var moment = asOf.instant
      if let closed, closed[lead] != Column.missingInstant {
        if let created, created[lead] != Column.missingInstant, closed[lead] < created[lead] {
          early += 1
          continue
        }
        if let end, let created, created[lead] != Column.missingInstant,
          let seen = seen(from: created[lead], to: closed[lead], end: end)
        {
          if values[lead] == 2 { won.append(seen) } else { lost.append(seen) }
        }
        // What happens in the second of the outcome belongs to it.
        moment = min(moment, Instant(secondsSince1970: closed[lead] - 1))
      }
      observations.append(lead: lead, at: moment)
      outcomes.append(values[lead] == 2)
      let instant = created?[lead] ?? Column.missingInstant
      if instant > asOf.instant.secondsSince1970 { future += 1 }
      order.append(instant > asOf.instant.secondsSince1970 ? Column.missingInstant : instant)
    }
    if future > 0 {
      Terminal.writeError(
        "note: \(future.formatted()) leads were created after \(asOf.instant), if one believes the file: they have no place in the order of time"
      )
    }
    if early > 0 {
      Terminal.writeError(
        "note: \(early.formatted()) leads have their outcome before they were created, and are left out")
    }
    if early > 0, observations.count == 0 {
      throw InputProblem(
        message: "all leads with a known outcome have it before they were created: nothing is left to learn from",
        hint: "see whether --closed-at and --created-at name the right columns, and whether dates need --day-first")
    }
    if population.events.count > 0, closed == nil {
      Terminal.writeError(
        "note: without --closed-at COLUMN all events up to the moment of learning count, also those after a sale")
    }
    // Rows in the order of time only if nearly all have an instant.
    let known = order.count { $0 != Column.missingInstant }
    let instants = known * 100 >= order.count * 95 && known > 0 ? order : nil
    var leads = TrainingLeads(
      observations, outcomes: outcomes, instants: instants, unknown: values.count { $0 == 0 },
      outcome: "column \(options.name)")
    leads.history.outcome = .column(options.name, won: options.won, lost: options.lost)
    leads.history.wonDays = DaysToClose(won)
    leads.history.lostDays = DaysToClose(lost)
    return leads
  }

  /// How long a deal took, and how long it could have taken to be seen until the end; nil if that makes no sense.
  private func seen(from created: Int64, to closed: Int64, end: Instant) -> DaysToClose.Seen? {
    func day(_ seconds: Int64) -> Int64 { Instant(secondsSince1970: seconds).day(offset: asOf.utcOffset) }
    let (days, most) = (day(closed) - day(created), day(end.secondsSince1970) - day(created))
    return 0 <= days && days <= most ? DaysToClose.Seen(days: Int(days), most: Int(most)) : nil
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
    var won: [DaysToClose.Seen] = []
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
        if let win, win <= moment + horizon {
          won.append(.init(days: Int((win - moment) / 86_400), most: options.horizonDays))
        }
        order.append(moment)
      }
    }
    var leads = TrainingLeads(
      observations, outcomes: outcomes, instants: order, outcome: "event \(options.name) within \(options.horizon)")
    leads.history.origin = .moment
    leads.history.outcome = .event(options.name)
    leads.history.wonDays = DaysToClose(won)
    return leads
  }

  /// How often a lead is looked at, at most.
  private static let periods = 6

  private func instants(_ attribute: String) -> [Int64]? {
    guard case .instant(let instants) = population.leads.column(attribute) else { return nil }
    return instants.contains { $0 != Column.missingInstant } ? instants : nil
  }
}
