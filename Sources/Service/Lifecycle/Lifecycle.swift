import Conditions
import Leads
import Scoring
import Store

/// Where leads stand on the way to a sale, given where they stood: the stages of a model, with memory.
///
///     let step = lifecycle.next(before, lead: lead, asOf: now) { reading.value($0) }
///     if let move = step.move { ... }   // mql -> sql, up
///
/// Up at once, down late: a lead enters the best stage whose condition holds as soon as it does; it falls only when
/// no condition of its stage or a better one holds and `leave` has held for the stage's hold. Pure: the same standing and
/// the same scores give the same step. `Documentation/Alerts.md` has the states.
public struct Lifecycle: Sendable {
  /// What the scores say of a lead: names as conditions on stages have them. For scoring models it is
  /// `Scores.value(of:for:)`, for a kept outcome its members.
  public typealias Reading = (String) -> Value

  /// A change from one stage to another.
  public struct Move: Sendable, Hashable {
    /// From where; nil for nowhere.
    public var from: String?
    /// To where; nil for nowhere.
    public var to: String?
    /// Whether it is a step up.
    public var isUp: Bool

    /// A change.
    public init(from: String?, to: String?, isUp: Bool) {
      self.from = from
      self.to = to
      self.isUp = isUp
    }
  }

  /// Where a lead stands now, and how it got there.
  public struct Step: Sendable, Hashable {
    /// The standing.
    public var record: LifecycleRecord
    /// The change of stage; nil if there is none to tell of.
    public var move: Move?
  }

  private let stages: [Stage]
  private let positions: [String: Int]

  /// The lifecycle that a model defines.
  public init(_ model: ScoringModel) {
    stages = model.stages
    positions = Dictionary(model.stages.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// Where a lead stands, given where it stood and what its scores say.
  ///
  /// - Parameters:
  ///   - record: where it stood; nil for a lead that is new.
  ///   - lead: whose standing it is.
  ///   - isExcluded: whether the model excludes the lead.
  ///   - asOf: the moment and the day.
  ///   - reading: what the scores say.
  /// - Complexity: a condition for each stage at worst.
  public func next(
    _ record: LifecycleRecord?, lead: LeadNumber, isExcluded: Bool, asOf: AsOf, _ reading: Reading
  ) -> Step {
    let best = stages.firstIndex { $0.condition?.holds(asOf: asOf, reading) ?? true }
    let stage = isExcluded ? ScoringModel.disqualified : best.map { stages[$0].name }
    return next(record, lead: lead, stage: stage, asOf: asOf, reading)
  }

  /// Where a lead stands, given where it stood and the stage that its scores alone give it.
  ///
  /// - Parameters:
  ///   - record: where it stood; nil for a lead that is new.
  ///   - lead: whose standing it is.
  ///   - stage: the stage that the scores alone give, as `Scores.stageName(of:)` has it: the first whose condition holds.
  ///   - asOf: the moment and the day.
  ///   - reading: what the scores say; asked only for a lead that could fall.
  /// - Complexity: one condition at most.
  public func next(
    _ record: LifecycleRecord?, lead: LeadNumber, stage: String?, asOf: AsOf, _ reading: Reading
  ) -> Step {
    let now = asOf.instant.secondsSince1970
    guard var record else { return first(lead, stage, now) }
    record.lead = lead
    guard stage != record.stage else {
      record.leavingSince = nil
      return Step(record: record, move: nil)
    }
    if let held = held(record, falling: stage, asOf, reading) { return Step(record: held, move: nil) }
    let move = Move(from: record.stage, to: stage, isUp: rank(stage) > rank(record.stage))
    return Step(record: LifecycleRecord(lead: lead, stage: stage, since: now), move: move)
  }

  /// The standing of a lead that had none. To be among those who are left, or excluded, is no news.
  private func first(_ lead: LeadNumber, _ stage: String?, _ now: Int64) -> Step {
    let record = LifecycleRecord(lead: lead, stage: stage, since: now)
    let isEarned = stage.flatMap { positions[$0] }.map { stages[$0].condition != nil } ?? false
    return Step(record: record, move: isEarned ? Move(from: nil, to: stage, isUp: true) : nil)
  }

  /// The standing of a lead that may not fall yet; nil if it may, or does not fall at all.
  private func held(_ record: LifecycleRecord, falling to: String?, _ asOf: AsOf, _ reading: Reading)
    -> LifecycleRecord?
  {
    guard let position = record.stage.flatMap({ positions[$0] }), to != ScoringModel.disqualified,
      rank(to) < rank(record.stage)
    else { return nil }
    var record = record
    // The stage's own condition does not hold, or the scores would not give a lower one.
    guard stages[position].leave?.holds(asOf: asOf, reading) ?? true else {
      record.leavingSince = nil
      return record
    }
    let since = record.leavingSince ?? asOf.day
    record.leavingSince = since
    return asOf.day - since < Int64(stages[position].holdDays) ? record : nil
  }

  /// Better stages have higher ranks; no stage has 0, and so have those of an earlier model; disqualified is below.
  private func rank(_ stage: String?) -> Int {
    guard let stage else { return 0 }
    if let position = positions[stage] { return stages.count - position }
    return stage == ScoringModel.disqualified ? -1 : 0
  }
}
