import Leads

/// Leads, what they did, and of which kinds that was: all that a model scores.
public struct Population: Sendable {
  /// The leads.
  public var leads: LeadTable
  /// Their events.
  public var events: EventLog
  /// The kinds of the events.
  public var kinds: EventKinds

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
