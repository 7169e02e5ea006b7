import Leads

/// Leads, what they did, and of which kinds that was: all that a model scores.
public struct Population: Sendable {
  /// The leads.
  public var leads: LeadTable { didSet { likelihoods = [:] } }
  /// Their events.
  public var events: EventLog { didSet { likelihoods = [:] } }
  /// The kinds of the events.
  public var kinds: EventKinds { didSet { likelihoods = [:] } }
  /// What learned models say of the leads, by the models' checksums, as far as somebody asked
  /// (`adding(likelihoodsFor:asOf:threads:)`). Whoever changes the leads or their events takes it away.
  public internal(set) var likelihoods: [String: Likelihoods] = [:]

  /// A population. Precondition: the log is of these leads.
  public init(leads: LeadTable, events: EventLog, kinds: EventKinds) {
    precondition(events.leadCount == leads.count)
    self.leads = leads
    self.events = events
    self.kinds = kinds
  }

  /// Leads who did nothing.
  public init(leads: LeadTable) {
    self.init(leads: leads, events: EventLog(leadCount: leads.count), kinds: .none)
  }
}
