import Leads
import Scoring
import Store

/// Recomputes all scores from the ledger and compares them with those that are kept.
///
/// It reads everything anew, and shares nothing with a running workspace but the engine. It is the proof that scores are
/// derived: whatever happened to the process, what is kept is what the ledger says.
public struct RescoreCheck: Sendable, Hashable {
  /// A lead whose kept scores are not what the ledger says.
  public struct Difference: Sendable, Hashable {
    /// The lead.
    public var lead: LeadNumber
    /// The number of the model's version.
    public var model: Int64
    /// What is kept; nil for nothing.
    public var kept: String?
    /// What the ledger says.
    public var computed: String
  }

  /// How many persons were compared, for each model in use.
  public private(set) var leads = 0
  /// How many models are in use.
  public private(set) var models = 0
  /// The day as of which scores were recomputed, counted from 1970-01-01.
  public private(set) var day: Int64 = 0
  /// How many leads a sweep has not seen yet: they are as of an earlier day, and are not compared.
  public private(set) var waiting = 0
  /// Leads that differ, at most 1000.
  public private(set) var differences: [Difference] = []
  /// How many differ.
  public private(set) var differenceCount = 0

  /// Whether all scores are right.
  public var isRight: Bool { differenceCount == 0 }

  /// Compares all scores of a store. O(ledger).
  ///
  /// - Throws: `StoreProblem`; `ModelIssues` if a model in use cannot be read.
  public init(_ ledger: any LedgerReading, utcOffset: Int64, threads: Int) throws {
    let content = try LiveContent(reading: ledger, utcOffset: utcOffset)
    let head = try ledger.head()
    let asOf = AsOf(Instant(secondsSince1970: head.at), utcOffset: utcOffset)
    day = asOf.day
    models = content.models.count
    let mark = SweepMark(try ledger.setting(SweepMark.setting))
    let swept = mark.map { $0.day == asOf.day ? $0.row : 0 } ?? 0
    let rows = content.ledger.roots
    leads = rows.count
    for active in content.models {
      let population = content.ledger.population(of: rows, for: active, threads: threads)
      let scores = ScoringEngine(active.model).scores(
        of: population, asOf: asOf, options: ScoringEngine.Options(threads: threads))
      for (index, row) in rows.enumerated() {
        let computed = active.outcome(of: index, in: scores)
        if computed.digest == content.scores.digest(active.number, row) { continue }
        let kept = try ledger.score(of: LeadNumber(row: row), model: active.number)
        // Before its sweep a lead is as of the day on which it was scored last.
        if row >= swept, (kept?.day ?? 0) < asOf.day {
          waiting += 1
          continue
        }
        differenceCount += 1
        if differences.count < 1000 {
          differences.append(
            Difference(lead: LeadNumber(row: row), model: active.number, kept: kept?.outcome, computed: computed))
        }
      }
    }
  }
}
