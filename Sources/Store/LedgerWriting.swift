/// What can be done to a store within one writing transaction.
///
/// Numbers are given by the caller from `head()`, which no other transaction can move meanwhile; `append(_:head:)`
/// closes every transaction that changed facts. What breaks a precondition is refused with a `StoreProblem`, which
/// should end the transaction.
public protocol LedgerWriting: LedgerReading {
  // MARK: Facts

  /// Adds leads. Precondition: no lead has their numbers.
  func insert(leads: [LeadRecord]) throws
  /// Says that a lead is the same person as another, or no longer.
  func setMerged(_ lead: LeadNumber, into other: LeadNumber?) throws
  /// Gives identities to leads. Precondition: nobody has them.
  func insert(identities: [(identity: Identity, lead: LeadNumber, source: Int64)]) throws
  /// The number of a kind, which is added if it is new.
  func numberAdding(_ kind: EventKind) throws -> Int64
  /// Adds events.
  func insert(events: [EventRecord]) throws
  /// Labels an event anew. Precondition: the event is there.
  func setLabel(of event: EventRecord, _ label: EventLabel) throws
  /// Adds changes of attributes.
  func insert(changes: [AttributeChange]) throws
  /// Adds outcomes.
  func insert(outcomes: [OutcomeRecord]) throws
  /// Remembers messages. Precondition: none of their ids is known.
  func insert(messages: [MessageKey]) throws
  /// Removes everything that came from a source: what an import brought. Returns the leads concerned, by number.
  ///
  /// Leads that nothing else is known of stay, without identities of this source, so that no number is used again.
  func removeFacts(ofSource source: Int64) throws -> [LeadNumber]
  /// Closes a transaction: adds a commit, and moves the head.
  ///
  /// Precondition: the commit's number is the next one, the head has its number and moment, and nothing in the head
  /// goes back.
  func append(_ commit: Commit, head: LedgerHead) throws

  // MARK: What is derived

  /// Replaces scores.
  func put(scores: [ScoreRecord]) throws
  /// Removes all scores by a version of a model; their history stays.
  func removeScores(model: Int64) throws
  /// Adds changes of scores, of each lead in the order in which they took place.
  func insert(history: [ScoreChange]) throws
  /// Replaces stages.
  func put(lifecycles: [LifecycleRecord]) throws
  /// Adds crossings.
  func insert(crossings: [Crossing]) throws

  // MARK: What has to be told

  /// Adds a subscription (number 0) or replaces one. Returns its number.
  func put(subscription: Subscription) throws -> Int64
  /// Adds deliveries; their numbers are given by the store, ascending in the order of the array.
  func insert(deliveries: [Delivery]) throws
  /// Replaces a delivery. Precondition: it is there.
  func update(delivery: Delivery) throws

  // MARK: Models, keys, jobs

  /// Adds a version of a model (number 0) or replaces one. Returns its number.
  func put(model: ModelVersion) throws -> Int64
  /// Adds a learned model (number 0) or replaces one. Returns its number.
  func put(learnedFile: LearnedFileRecord) throws -> Int64
  /// Adds a key (number 0) or replaces one. Returns its number.
  func put(key: AccessKey) throws -> Int64
  /// Adds a job (number 0) or replaces one. Returns its number.
  func put(job: Job) throws -> Int64
  /// Adds an entry to the audit.
  func insert(audit: AuditEntry) throws
  /// Sets a setting, or removes it.
  func set(setting: String, _ value: String?) throws
}
