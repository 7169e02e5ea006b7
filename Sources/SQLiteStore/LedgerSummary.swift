import GRDB
import Store

/// What a ledger holds, in numbers.
public struct LedgerSummary: Sendable, Hashable {
  /// The size of the file in bytes, without what is still in its log.
  public var bytes: Int64
  /// Where the ledger stands.
  public var head: LedgerHead
  /// The number of leads.
  public var leads: Int64
  /// The number of identities.
  public var identities: Int64
  /// The number of events.
  public var events: Int64
  /// The number of changes of attributes.
  public var changes: Int64
  /// The number of outcomes.
  public var outcomes: Int64
  /// The number of messages that are remembered.
  public var messages: Int64
  /// The number of scores.
  public var scores: Int64
  /// The number of versions of models.
  public var models: Int64
}

extension SQLiteLedger {
  /// Counts everything: some seconds for tens of millions of events.
  func summary() throws -> LedgerSummary {
    func count(_ table: String) throws -> Int64 {
      try query("SELECT count(*) FROM \(table)").first { $0.int(0) } ?? 0
    }
    let pages = try query("PRAGMA page_count").first { $0.int(0) } ?? 0
    let pageSize = try query("PRAGMA page_size").first { $0.int(0) } ?? 0
    return LedgerSummary(
      bytes: pages * pageSize, head: try head(), leads: try count("leads"), identities: try count("identities"),
      events: try count("events"), changes: try count("changes"), outcomes: try count("outcomes"),
      messages: try count("messages"), scores: try count("scores WHERE outcome IS NOT NULL"),
      models: try count("models"))
  }

  /// What is wrong with the file, in words; empty if nothing is.
  ///
  /// - Parameter isThorough: whether to compare indexes with tables and facts with what they refer to, too.
  func problems(isThorough: Bool) throws -> [String] {
    let check = try query(isThorough ? "PRAGMA integrity_check" : "PRAGMA quick_check")
    var problems = try check.rows { $0.text(0) }.filter { $0 != "ok" }
    // What rests on damaged pages need not be asked for.
    guard problems.isEmpty else { return problems }
    problems += try query("PRAGMA foreign_key_check").rows {
      "a row of \($0.text(0)) refers to nothing in \($0.text(2))"
    }
    for (what, text) in isThorough ? Self.shallow + Self.deep : Self.shallow {
      let count = try query(text).first { $0.int(0) } ?? 0
      if count != 0 { problems.append("\(what): \(count)") }
    }
    return problems
  }

  private static let shallow = [
    (
      "commits that are missing",
      "SELECT \"commit\" - (SELECT count(*) FROM commits) FROM head"
    ),
    ("leads above the head", "SELECT count(*) FROM leads WHERE number > (SELECT lead FROM head)"),
    ("crossings above the head", "SELECT count(*) FROM crossings WHERE number > (SELECT number FROM head)"),
  ]

  private static let deep = [
    ("events above the head", "SELECT count(*) FROM events WHERE number > (SELECT number FROM head)"),
    ("events of unknown kinds", "SELECT count(*) FROM events WHERE kind NOT IN (SELECT number FROM kinds)"),
    ("events of unknown leads", "SELECT count(*) FROM events WHERE lead NOT IN (SELECT number FROM leads)"),
    ("changes of unknown leads", "SELECT count(*) FROM changes WHERE lead NOT IN (SELECT number FROM leads)"),
    (
      "scores whose history is lost",
      "SELECT count(*) FROM scores WHERE history IS NOT NULL AND history NOT IN (SELECT number FROM history)"
    ),
    (
      "changes of scores that lead nowhere",
      "SELECT count(*) FROM history WHERE previous IS NOT NULL AND previous >= number"
    ),
  ]
}
