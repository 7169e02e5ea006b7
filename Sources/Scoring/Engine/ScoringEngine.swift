import Leads

/// Scores populations by a model.
///
///     let scores = ScoringEngine(model).scores(of: population, asOf: now)
///     scores.score(0, of: lead)
///
/// A condition is evaluated once for each distinct value, an event is a look-up and an addition, and all arithmetic is
/// in integers: the order of leads and events, and the number of threads, change nothing.
public struct ScoringEngine: Sendable {
  /// The model.
  public let model: ScoringModel

  /// What is wanted besides the scores.
  public struct Options: Sendable, Hashable {
    /// The most threads to use.
    public var threads: Int
    /// Whether to keep each lead's strongest reasons.
    public var reasons: Bool
    /// Whether to keep what `rescored(_:of:options:)` starts from: 8 bytes for each lead and group.
    public var keepsSums: Bool

    /// One thread and nothing more by default.
    public init(threads: Int = 1, reasons: Bool = false, keepsSums: Bool = false) {
      self.threads = threads
      self.reasons = reasons
      self.keepsSums = keepsSums
    }
  }

  /// An engine for a model.
  public init(_ model: ScoringModel) { self.model = model }

  /// The scores of all leads as of a moment.
  ///
  /// O(distinct values × conditions + leads × columns + events).
  public func scores(of population: Population, asOf: AsOf, options: Options = Options()) -> Scores {
    let plan = ScoringPlan(model, population, asOf: asOf, threads: options.threads)
    let outcomes = OutcomePlan(model, asOf: asOf)
    let shards = parallel(count: population.events.shards.count, threads: options.threads) { index in
      var worker = ShardWorker(plan, outcomes, population, shard: index, options: options)
      return worker.scored()
    }
    return Scores(model: model, asOf: asOf, count: population.leads.count, shards: shards)
  }
}
