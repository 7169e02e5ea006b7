/// A transaction that changed what is known of leads.
///
/// Commits are numbered without gaps in the order in which they took place, whichever process made them. Whoever keeps
/// something in memory keeps the number up to which it is true, and catches up from there.
public struct Commit: Sendable, Hashable {
  /// Its number, from 1.
  public var number: Int64
  /// The moment of the transaction, in seconds since 1970; never before that of an earlier commit.
  public var at: Int64
  /// The leads whose facts changed; nil if they are too many to name, so that everything has to be read anew.
  public var leads: [LeadNumber]?

  /// A commit.
  public init(number: Int64, at: Int64, leads: [LeadNumber]?) {
    self.number = number
    self.at = at
    self.leads = leads
  }
}

/// Where a ledger stands.
public struct LedgerHead: Sendable, Hashable {
  /// The number of the last commit; 0 for none.
  public var commit: Int64 = 0
  /// The moment of the last commit, in seconds since 1970.
  public var at: Int64 = 0
  /// The highest number that an event, change or outcome has.
  public var number: Int64 = 0
  /// The highest number of a lead.
  public var lead: Int64 = 0

  /// The head of an empty ledger.
  public init() {}

  /// Refuses a commit that does not come next after this head, or a new head that goes back.
  package func checkNext(_ commit: Commit, head: LedgerHead) throws {
    guard commit.number == self.commit + 1, head.commit == commit.number else {
      throw StoreProblem(.other, "commit \(commit.number) does not follow commit \(self.commit)")
    }
    guard head.at == commit.at, head.at >= at, head.number >= number, head.lead >= lead else {
      throw StoreProblem(.other, "commit \(commit.number) would set the ledger back")
    }
  }
}
