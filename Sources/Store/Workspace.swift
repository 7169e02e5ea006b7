/// A version of a scoring model. Versions are kept for ever.
public struct ModelVersion: Sendable, Hashable {
  /// What it is used for.
  public enum Status: Int, Sendable, Hashable, CaseIterable {
    /// It is being worked on.
    case draft = 0
    /// It waits for somebody else to agree.
    case proposed = 1
    /// It scores leads, and their stages come from it.
    case champion = 2
    /// It scores leads beside the champion, and nothing hangs on it.
    case challenger = 3
    /// It was used before.
    case retired = 4
  }

  /// Its number.
  public var number: Int64
  /// The model's text.
  public var text: String
  /// The version that the text itself has: the same text has the same.
  public var version: String
  /// What it is used for.
  public var status: Status
  /// Who made it.
  public var author: String
  /// When it was made, in seconds since 1970.
  public var createdAt: Int64
  /// When it was published; nil for never.
  public var publishedAt: Int64?
  /// Why, in the author's words.
  public var note: String

  /// A version.
  public init(
    number: Int64 = 0, text: String, version: String, status: Status, author: String, createdAt: Int64,
    publishedAt: Int64? = nil, note: String = ""
  ) {
    self.number = number
    self.text = text
    self.version = version
    self.status = status
    self.author = author
    self.createdAt = createdAt
    self.publishedAt = publishedAt
    self.note = note
  }
}

/// A learned model as models name it.
public struct LearnedFileRecord: Sendable, Hashable {
  /// Its number.
  public var number: Int64
  /// The name by which scoring models refer to it.
  public var name: String
  /// The file.
  public var bytes: [UInt8]
  /// When it was stored, in seconds since 1970.
  public var createdAt: Int64
  /// Whether scoring models of this name use it.
  public var isPublished: Bool
  /// Why it was published or held back.
  public var note: String

  /// A learned model.
  public init(
    number: Int64 = 0, name: String, bytes: [UInt8], createdAt: Int64, isPublished: Bool, note: String = ""
  ) {
    self.number = number
    self.name = name
    self.bytes = bytes
    self.createdAt = createdAt
    self.isPublished = isPublished
    self.note = note
  }
}

/// What somebody who calls may do.
public enum Scope: String, Sendable, Hashable, CaseIterable {
  /// Send events. Such a key may stand in a web page.
  case ingest
  /// Read leads and scores.
  case read
  /// Change models, subscriptions and keys.
  case admin
}

/// A key by which callers are known. The key itself is shown once and not kept.
public struct AccessKey: Sendable, Hashable {
  /// Its number.
  public var number: Int64
  /// A name for people.
  public var name: String
  /// What it allows.
  public var scope: Scope
  /// The SHA-256 digest of the key, in hexadecimal digits.
  public var digest: String
  /// Its first characters, by which people recognise it.
  public var prefix: String
  /// When it was made, in seconds since 1970.
  public var createdAt: Int64
  /// When it was taken back; nil while it holds.
  public var revokedAt: Int64?

  /// A key.
  public init(
    number: Int64 = 0, name: String, scope: Scope, digest: String, prefix: String, createdAt: Int64,
    revokedAt: Int64? = nil
  ) {
    self.number = number
    self.name = name
    self.scope = scope
    self.digest = digest
    self.prefix = prefix
    self.createdAt = createdAt
    self.revokedAt = revokedAt
  }
}

/// Something that the server does besides answering: an import, a retraining.
public struct Job: Sendable, Hashable {
  /// Its number.
  public var number: Int64
  /// What it does: import, undo, retrain, publish.
  public var kind: String
  /// What it is about, such as the name of a file.
  public var subject: String
  /// How it stands: running, done, failed, undone.
  public var state: String
  /// What came of it, as JSON.
  public var result: String
  /// When it began, in seconds since 1970.
  public var createdAt: Int64
  /// When it ended; nil while it runs.
  public var endedAt: Int64?

  /// A job.
  public init(
    number: Int64 = 0, kind: String, subject: String, state: String, result: String = "", createdAt: Int64,
    endedAt: Int64? = nil
  ) {
    self.number = number
    self.kind = kind
    self.subject = subject
    self.state = state
    self.result = result
    self.createdAt = createdAt
    self.endedAt = endedAt
  }
}

/// Who did what, when.
public struct AuditEntry: Sendable, Hashable {
  /// When, in seconds since 1970.
  public var at: Int64
  /// Who: a key's or a user's name.
  public var actor: String
  /// What: `publish`, `revoke key`.
  public var action: String
  /// On what, and how.
  public var detail: String

  /// An entry.
  public init(at: Int64, actor: String, action: String, detail: String) {
    self.at = at
    self.actor = actor
    self.action = action
    self.detail = detail
  }
}
