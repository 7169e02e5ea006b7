import Leads

/// What a model learns from: observations of leads, and whether each was won.
public struct TrainingLeads: Sendable {
  /// The observations.
  public var observations: Observations
  /// For each whether it was won.
  public var outcomes: [Bool]
  /// For each the instant that puts it in order, if nearly all have one; `Column.missingInstant` comes before all.
  public var instants: [Int64]?
  /// How many leads have no known outcome.
  public var unknown: Int
  /// What the outcome is, in words.
  public var outcome: String
  /// How long deals took and what they brought, as far as that is known.
  public var history = DealHistory()

  /// Observations with their outcomes. Precondition: one each.
  public init(
    _ observations: Observations, outcomes: [Bool], instants: [Int64]? = nil, unknown: Int = 0, outcome: String
  ) {
    precondition(outcomes.count == observations.count && instants.map { $0.count == outcomes.count } ?? true)
    self.observations = observations
    self.outcomes = outcomes
    self.instants = instants
    self.unknown = unknown
    self.outcome = outcome
  }
}
