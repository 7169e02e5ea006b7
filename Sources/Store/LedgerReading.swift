/// What can be asked of a store within one transaction.
///
/// Texts are compared byte by byte: two ways of writing the same letter in Unicode are two texts to a store.
/// Sequences are passed to a closure row by row and never held as a whole: there may be twenty million events.
public protocol LedgerReading {
  // MARK: Where the ledger stands

  /// Where the ledger stands.
  func head() throws -> LedgerHead
  /// The commits behind a number, in order.
  func commits(after number: Int64, limit: Int) throws -> [Commit]

  // MARK: Leads

  /// The leads that these identities were given to; merges are not followed.
  func leads(of identities: [Identity]) throws -> [Identity: LeadNumber]
  /// All identities of a lead by kind, then value; those of leads that were merged into it are not among them.
  func identities(of lead: LeadNumber) throws -> [Identity]
  /// A lead, or nil.
  func lead(_ number: LeadNumber) throws -> LeadRecord?
  /// The leads that were merged directly into one, by number.
  func merged(into lead: LeadNumber) throws -> [LeadNumber]
  /// All leads by number.
  func forEachLead(_ body: (LeadRecord) throws -> Void) throws
  /// All identities of a kind, in no order.
  func forEachIdentity(_ kind: Identity.Kind, _ body: (String, LeadNumber) throws -> Void) throws

  // MARK: Facts

  /// The events of a lead by time, then number.
  func events(of lead: LeadNumber) throws -> [EventRecord]
  /// The events of a lead from one moment to another, both included, by time, then number.
  func events(of lead: LeadNumber, from: Int64, through: Int64) throws -> [EventRecord]
  /// All events by lead, time and number.
  func forEachEvent(_ body: (EventRecord) throws -> Void) throws
  /// A kind of events, or nil.
  func kind(_ number: Int64) throws -> EventKind?
  /// The number of a kind, or nil.
  func number(of kind: EventKind) throws -> Int64?
  /// The kinds with a higher number, in order.
  func forEachKind(after number: Int64, _ body: (Int64, EventKind) throws -> Void) throws
  /// The changes of a lead's attributes by attribute (in the order in which the ledger first saw them), time and number.
  func changes(of lead: LeadNumber) throws -> [AttributeChange]
  /// All changes by lead, attribute (in the same order), time and number.
  func forEachChange(_ body: (AttributeChange) throws -> Void) throws
  /// The outcomes of a lead by time, then number.
  func outcomes(of lead: LeadNumber) throws -> [OutcomeRecord]
  /// All outcomes by lead, time and number.
  func forEachOutcome(_ body: (OutcomeRecord) throws -> Void) throws
  /// Of these ids of messages those that were taken in, with their content.
  func messages(_ ids: [Int64]) throws -> [Int64: Int64]

  // MARK: What is derived

  /// A lead's scores by a version of a model, or nil.
  func score(of lead: LeadNumber, model: Int64) throws -> ScoreRecord?
  /// All scores by a version of a model, by lead.
  func forEachScore(model: Int64, _ body: (ScoreRecord) throws -> Void) throws
  /// The leads with the highest headline scores, the highest first, then by number; leads without one are left out.
  ///
  /// Goes through all scores of the model, or all leads of the stage: lists that are asked for all the time are better kept
  /// in memory.
  ///
  /// - Parameters:
  ///   - stage: only leads in this stage of the lifecycle; nil for all.
  ///   - after: the last row of the page before; nil for the first page.
  func ranking(model: Int64, stage: String?, after: (score: Int64, lead: LeadNumber)?, limit: Int) throws
    -> [ScoreRecord]
  /// The changes of a lead's scores, the newest first.
  func history(of lead: LeadNumber, model: Int64, limit: Int) throws -> [ScoreChange]
  /// A lead's stage with its memory, or nil.
  func lifecycle(of lead: LeadNumber) throws -> LifecycleRecord?
  /// All stages, by lead.
  func forEachLifecycle(_ body: (LifecycleRecord) throws -> Void) throws
  /// The crossings of a lead, the newest first.
  func crossings(of lead: LeadNumber, limit: Int) throws -> [Crossing]
  /// The crossings with a higher number, in order.
  func crossings(after number: Int64, limit: Int) throws -> [Crossing]

  // MARK: What has to be told

  /// All subscriptions by number.
  func subscriptions() throws -> [Subscription]
  /// The waiting deliveries that are due, by number. Of one lead to one subscription only the first that is neither
  /// delivered nor dead, so that order is kept: it holds up the others while it waits for its time or for a digest.
  ///
  /// - Parameter busy: subscriptions that are left out.
  func dueDeliveries(at moment: Int64, limit: Int, besides busy: Set<Int64>) throws -> [Delivery]
  /// A delivery, or nil.
  func delivery(_ number: Int64) throws -> Delivery?
  /// The deliveries of a state, the newest first.
  func deliveries(_ state: Delivery.State, subscription: Int64?, limit: Int) throws -> [Delivery]
  /// How many deliveries of a subscription were tried at or after a moment.
  func deliveryCount(subscription: Int64, since moment: Int64) throws -> Int

  // MARK: Models, keys, jobs

  /// All versions of models by number.
  func models() throws -> [ModelVersion]
  /// All learned models by number, without their bytes.
  func learnedFiles() throws -> [LearnedFileRecord]
  /// The learned model of a number with its bytes, or nil.
  func learnedFile(_ number: Int64) throws -> LearnedFileRecord?
  /// All keys by number.
  func keys() throws -> [AccessKey]
  /// All jobs, the newest first.
  func jobs(limit: Int) throws -> [Job]
  /// The newest entries of the audit, the newest first.
  func audit(limit: Int) throws -> [AuditEntry]
  /// A setting's value, or nil.
  func setting(_ name: String) throws -> String?
}

extension LedgerReading {
  /// The deliveries that are due, of all subscriptions.
  public func dueDeliveries(at moment: Int64, limit: Int) throws -> [Delivery] {
    try dueDeliveries(at: moment, limit: limit, besides: [])
  }
}
