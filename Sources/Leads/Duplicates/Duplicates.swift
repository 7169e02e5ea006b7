/// Why two rows are taken for one lead.
public struct DuplicateEvidence: Sendable, Hashable {
  /// What the two have in common.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One mailbox, see `EmailKey`.
    case email = "same e-mail address"
    /// One mailbox that belongs to a task (`info@`), and the same name.
    case roleEmailAndName = "same shared address and name"
    /// The same full name, and one domain of a company: of the e-mail address or the website.
    case nameAndDomain = "same name and domain"
    /// The same full name and company.
    case nameAndCompany = "same name and company"
    /// One telephone number, and no two family names.
    case phone = "same phone number"
  }

  /// A row.
  public var row: Int
  /// The row that it has something in common with.
  public var other: Int
  /// What they have in common.
  public var kind: Kind
  /// What it is, in the form in which it was compared: `ada@acme.example`; `ada northwind, acme.example`.
  public var key: String

  /// A piece of evidence.
  public init(row: Int, other: Int, kind: Kind, key: String) {
    self.row = row
    self.other = other
    self.kind = kind
    self.key = key
  }
}

/// Rows that are one lead.
public struct DuplicateGroup: Sendable, Hashable {
  /// The rows in the order of the file, at least two.
  public var rows: [Int]
  /// Why: one piece less than there are rows, so that all of them hang together.
  public var evidence: [DuplicateEvidence]

  /// A group.
  public init(rows: [Int], evidence: [DuplicateEvidence]) {
    self.rows = rows
    self.evidence = evidence
  }
}

/// The duplicates of a table, and what looked like some but was left alone.
public struct Duplicates: Sendable {
  /// Rows that have something in common with too many others to be one lead.
  public struct TooMany: Sendable, Hashable {
    /// What they have in common; nil if it is a chain of different things.
    public var kind: DuplicateEvidence.Kind?
    /// What it is; empty for a chain.
    public var key: String
    /// How many rows.
    public var count: Int
    /// The first of them.
    public var examples: [Int]

    /// In words, without a full stop: `not merged: too many (311 leads with the same e-mail address none@none.example)`.
    public var description: String {
      let what = kind.map { "leads with the \($0.rawValue) \(key)" } ?? "leads that hang together by different things"
      return "not merged: too many (\(count) \(what))"
    }
  }

  /// The groups by their first rows.
  public internal(set) var groups: [DuplicateGroup] = []
  /// What was left alone, because more than `DuplicateFinder.largestGroup` leads would have become one.
  public internal(set) var tooMany: [TooMany] = []
  /// Telephone numbers that so many leads share that they say nothing: switchboards.
  public internal(set) var switchboards = 0
  /// Rows whose address somebody typed to get past a form (`none@none.com`), which is nobody's.
  public internal(set) var junkAddresses = 0
  /// Rows whose address is none.
  public internal(set) var invalidAddresses = 0

  /// How many rows would go if each group became one lead.
  public var surplus: Int { groups.reduce(0) { $0 + $1.rows.count - 1 } }
}
