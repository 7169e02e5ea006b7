/// What one version of a scoring model says of a lead: derived from the ledger, and kept so that it can be read and compared.
public struct ScoreRecord: Sendable, Hashable {
  /// The number of the model's version.
  public var model: Int64
  /// Whose scores.
  public var lead: LeadNumber
  /// The calendar day, counted from 1970-01-01, as of which they hold.
  public var day: Int64
  /// Everything that the model reports, as a JSON object with the members in the order of the model.
  public var outcome: String
  /// The headline score, by which lists are ordered; nil if the lead has none.
  public var score: Int64?
  /// The stage that the model alone gives, or nil.
  public var stage: String?

  /// Scores of a lead.
  public init(model: Int64, lead: LeadNumber, day: Int64, outcome: String, score: Int64?, stage: String?) {
    self.model = model
    self.lead = lead
    self.day = day
    self.outcome = outcome
    self.score = score
    self.stage = stage
  }
}

/// Why scores changed.
public struct Cause: Sendable, Hashable {
  /// What kind of cause it is.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// Something the lead did; the reference is the event's number.
    case event = 1
    /// Something became known of the lead; the reference is the change's number.
    case change = 2
    /// A day passed; the reference is the day.
    case day = 3
    /// A model was published; the reference is the version's number.
    case publish = 4
    /// Leads were merged, or a merge was taken back; the reference is the other lead's number.
    case merge = 5
    /// A file was imported, or an import was taken back; the reference is the import's number.
    case `import` = 6
    /// Events were labelled anew; the reference is the event's number.
    case label = 7
    /// What was kept was not what the ledger says, and was set right.
    case repair = 8
  }

  /// What kind of cause it is.
  public var kind: Kind
  /// What caused it, by number; 0 for nothing in particular.
  public var reference: Int64

  /// A cause.
  public init(_ kind: Kind, _ reference: Int64 = 0) {
    self.kind = kind
    self.reference = reference
  }
}

/// A change of a lead's scores.
public struct ScoreChange: Sendable, Hashable {
  /// The commit in which it took place.
  public var commit: Int64
  /// The number of the model's version.
  public var model: Int64
  /// Whose scores.
  public var lead: LeadNumber
  /// When, in seconds since 1970.
  public var at: Int64
  /// Why.
  public var cause: Cause
  /// What the model reports from then on.
  public var outcome: String

  /// A change.
  public init(commit: Int64, model: Int64, lead: LeadNumber, at: Int64, cause: Cause, outcome: String) {
    self.commit = commit
    self.model = model
    self.lead = lead
    self.at = at
    self.cause = cause
    self.outcome = outcome
  }
}

/// Where a lead stands on the way to a sale: the stage with its memory.
public struct LifecycleRecord: Sendable, Hashable {
  /// Whose.
  public var lead: LeadNumber
  /// The stage; nil for none.
  public var stage: String?
  /// Since when, in seconds since 1970.
  public var since: Int64
  /// The day from which the lead could have left the stage, if it has to wait; nil if it could not.
  public var leavingSince: Int64?

  /// A standing.
  public init(lead: LeadNumber, stage: String?, since: Int64, leavingSince: Int64? = nil) {
    self.lead = lead
    self.stage = stage
    self.since = since
    self.leavingSince = leavingSince
  }
}

/// A lead went from one stage or band to another.
public struct Crossing: Sendable, Hashable {
  /// Its number, unique in the store, from the same count as the numbers of events: later ones are higher.
  public var number: Int64
  /// The number of the model's version.
  public var model: Int64
  /// Whose.
  public var lead: LeadNumber
  /// When, in seconds since 1970.
  public var at: Int64
  /// What was crossed: `stage`, or the name of the score whose band changed.
  public var what: String
  /// From where; nil for nowhere.
  public var from: String?
  /// To where; nil for nowhere.
  public var to: String?
  /// Whether it is a step up.
  public var isUp: Bool
  /// Why.
  public var cause: Cause

  /// A crossing.
  public init(
    number: Int64, model: Int64, lead: LeadNumber, at: Int64, what: String, from: String?, to: String?, isUp: Bool,
    cause: Cause
  ) {
    self.number = number
    self.model = model
    self.lead = lead
    self.at = at
    self.what = what
    self.from = from
    self.to = to
    self.isUp = isUp
    self.cause = cause
  }
}
