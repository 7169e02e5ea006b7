/// What Leadline keeps: the ledger of what is known of leads, what is derived from it, and who works with it.
///
///     let number = try await store.write { ledger in
///       var head = try ledger.head()
///       head.lead += 1
///       try ledger.insert(leads: [LeadRecord(LeadNumber(head.lead), createdAt: now)])
///       ...
///     }
///
/// A store may be used by several processes at once. It promises what an embedded and a client-server database can both
/// keep: writing transactions take place one after the other, whichever process they come from; a transaction is there
/// as a whole and on the disk when `write` returns, or not at all; a reading transaction sees one state.
/// Nothing that only one process knows is part of the state.
public protocol Store: Sendable {
  /// Runs a reading transaction.
  func read<T: Sendable>(_ work: @escaping @Sendable (any LedgerReading) throws -> T) async throws -> T

  /// Runs a writing transaction, after all that were begun before it; committed durably when it returns, and undone if
  /// the work throws.
  func write<T: Sendable>(_ work: @escaping @Sendable (any LedgerWriting) throws -> T) async throws -> T
}

/// What went wrong with a store.
public struct StoreProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of trouble it is.
  public enum Kind: Sendable, Hashable {
    /// Somebody else wrote for too long; trying again may help.
    case busy
    /// The disk is full.
    case full
    /// Nothing may be written there.
    case readOnly
    /// What is there is not what was written.
    case damaged
    /// It was made by a newer program.
    case newer
    /// Something else.
    case other
  }

  /// What kind of trouble it is.
  public var kind: Kind
  /// In words; without anything about a person.
  public var message: String

  /// A problem.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
