/// A store that keeps everything in memory: for tests, and for trying things out.
///
/// It promises what every store promises except to be there after the end of the process. An actor runs its transactions
/// one after the other; what a transaction changed is undone if its work throws. Lists are sorted when they are asked for.
public actor MemoryStore: Store {
  private let ledger = MemoryLedger()

  /// An empty store.
  public init() {}

  /// Runs a reading transaction.
  public func read<T: Sendable>(_ work: @escaping @Sendable (any LedgerReading) throws -> T) throws -> T {
    try work(ledger)
  }

  /// Runs a writing transaction.
  public func write<T: Sendable>(_ work: @escaping @Sendable (any LedgerWriting) throws -> T) throws -> T {
    do {
      let result = try work(ledger)
      ledger.end(undoing: false)
      return result
    } catch {
      ledger.end(undoing: true)
      throw error
    }
  }
}

/// Rows by key that remember what they were at the beginning of the transaction.
struct MemoryTable<Key: Hashable, Row> {
  /// The rows.
  private(set) var rows: [Key: Row] = [:]
  /// What was there before each change, in the order of the changes.
  private var before: [(key: Key, row: Row?)] = []

  /// The row of a key, or nil.
  subscript(key: Key) -> Row? {
    get { rows[key] }
    set {
      before.append((key, rows[key]))
      rows[key] = newValue
    }
  }

  /// The transaction is over: its changes stay or are taken back.
  mutating func end(undoing isUndone: Bool) {
    if isUndone {
      for change in before.reversed() { rows[change.key] = change.row }
    }
    before.removeAll()
  }
}

extension MemoryTable where Key == Int64 {
  /// The number of the next row: one above the highest.
  var nextNumber: Int64 { (rows.keys.max() ?? 0) + 1 }

  /// All rows by number.
  var ordered: [Row] { rows.sorted { $0.key < $1.key }.map(\.value) }
}

/// Everything that a store in memory keeps.
final class MemoryLedger {
  /// What identifies an identity.
  struct IdentityKey: Hashable {
    let kind: Identity.Kind
    let value: ExactText

    init(_ identity: Identity) {
      kind = identity.kind
      value = ExactText(identity.value)
    }
  }

  /// Whose an identity is, and where it came from.
  struct Owner {
    let identity: Identity
    let lead: LeadNumber
    let source: Int64
  }

  /// A lead as one version of a model sees it.
  struct ScoreKey: Hashable {
    let model: Int64
    let lead: LeadNumber
  }

  var heads = MemoryTable<Int64, LedgerHead>()
  var commits = MemoryTable<Int64, Commit>()
  var leads = MemoryTable<LeadNumber, LeadRecord>()
  var mergedInto = MemoryTable<LeadNumber, Set<LeadNumber>>()
  var identities = MemoryTable<IdentityKey, Owner>()
  var identitiesOfLead = MemoryTable<LeadNumber, [Identity]>()
  var kinds = MemoryTable<Int64, EventKind>()
  var kindNumbers = MemoryTable<ExactKind, Int64>()
  var attributes = MemoryTable<ExactText, Int64>()
  var events = MemoryTable<LeadNumber, [EventRecord]>()
  var changes = MemoryTable<LeadNumber, [AttributeChange]>()
  var outcomes = MemoryTable<LeadNumber, [OutcomeRecord]>()
  var messages = MemoryTable<Int64, MessageKey>()
  var scores = MemoryTable<ScoreKey, ScoreRecord>()
  var history = MemoryTable<ScoreKey, [ScoreChange]>()
  var lifecycles = MemoryTable<LeadNumber, LifecycleRecord>()
  var crossings = MemoryTable<Int64, Crossing>()
  var subscribers = MemoryTable<Int64, Subscription>()
  var deliveries = MemoryTable<Int64, Delivery>()
  var modelVersions = MemoryTable<Int64, ModelVersion>()
  var learnedModels = MemoryTable<Int64, LearnedFileRecord>()
  var accessKeys = MemoryTable<Int64, AccessKey>()
  var jobs = MemoryTable<Int64, Job>()
  var audit = MemoryTable<Int64, AuditEntry>()
  var settings = MemoryTable<ExactText, String>()

  /// The transaction is over: its changes stay or are taken back.
  func end(undoing isUndone: Bool) {
    heads.end(undoing: isUndone)
    commits.end(undoing: isUndone)
    leads.end(undoing: isUndone)
    mergedInto.end(undoing: isUndone)
    identities.end(undoing: isUndone)
    identitiesOfLead.end(undoing: isUndone)
    kinds.end(undoing: isUndone)
    kindNumbers.end(undoing: isUndone)
    attributes.end(undoing: isUndone)
    events.end(undoing: isUndone)
    changes.end(undoing: isUndone)
    outcomes.end(undoing: isUndone)
    messages.end(undoing: isUndone)
    scores.end(undoing: isUndone)
    history.end(undoing: isUndone)
    lifecycles.end(undoing: isUndone)
    crossings.end(undoing: isUndone)
    subscribers.end(undoing: isUndone)
    deliveries.end(undoing: isUndone)
    modelVersions.end(undoing: isUndone)
    learnedModels.end(undoing: isUndone)
    accessKeys.end(undoing: isUndone)
    jobs.end(undoing: isUndone)
    audit.end(undoing: isUndone)
    settings.end(undoing: isUndone)
  }
}
