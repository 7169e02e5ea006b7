import ArgumentParser
import Leads
import Learning
import Scoring

/// How many leads sales can work.
struct CapacityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many leads sales can call in a week: says where to draw the line then. How many come in is counted by when leads were created.",
      valueName: "leads a week"))
  var capacity: Double?

  @Option(
    help: ArgumentHelp(
      "With --capacity: how many leads come in a week, where the file does not say it.", valueName: "leads"))
  var leadsPerWeek: Double?

  mutating func validate() throws {
    for (name, number) in [("--capacity", capacity), ("--leads-per-week", leadsPerWeek)] {
      guard let number else { continue }
      guard number.isFinite, number > 0, number <= 1e9 else { throw ValidationError("\(name) must be more than 0.") }
    }
    if leadsPerWeek != nil, capacity == nil { throw ValidationError("--leads-per-week needs --capacity.") }
  }

  /// The capacity with what comes in; nil, with a note, if that is not known.
  func weekly(_ leads: LeadTable, asOf: AsOf) -> WeeklyCapacity? {
    guard let capacity else { return nil }
    if let leadsPerWeek { return WeeklyCapacity(calls: capacity, leads: leadsPerWeek) }
    if case .instant(let instants) = leads.column("created_at"),
      let counted = WeeklyCapacity.leadsPerWeek(instants, asOf: asOf)
    {
      return WeeklyCapacity(calls: capacity, leads: counted)
    }
    Terminal.writeError(
      "note: --capacity: the leads do not say when they were created, so nobody knows how many come in a week; say it with --leads-per-week"
    )
    return nil
  }
}
