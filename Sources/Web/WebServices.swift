import Logging
import Service
import Store

/// Who calls: the key that a request came with.
public struct CallerIdentity: Sendable, Hashable {
  /// The number of the key, which is the source of what it sends.
  public var source: Int64
  /// The key's name, for people.
  public var name: String
  /// What it allows.
  public var scope: Scope

  /// An identity.
  public init(source: Int64, name: String, scope: Scope) {
    self.source = source
    self.name = name
    self.scope = scope
  }

  /// Whether it may do what needs this scope. Who may change everything may also read and send.
  public func allows(_ wanted: Scope) -> Bool { scope == wanted || scope == .admin }
}

/// What the web needs of the rest of the program.
public struct WebServices: Sendable {
  /// Takes messages in.
  public var ingesting: any Ingesting
  /// Who has this key; nil if nobody has, or it was taken back. It is asked for every request.
  public var caller: @Sendable (_ key: String) async -> CallerIdentity?
  /// The time, in seconds since 1970.
  public var now: @Sendable () -> Int64
  /// Whether requests can be served now: why not, in words, or nil.
  public var unreadiness: @Sendable () async -> String?
  /// Figures about the program in Prometheus' text format; the web adds its own.
  public var metrics: @Sendable () async -> String
  /// What links are signed with; without it there are no pixels and no links.
  public var links: SignedLinks?
  /// What is behind `/api/v1`; without it there is none.
  public var workspace: Workspace?
  /// The keys, for those who make and revoke them through the API; without it they cannot.
  public var keys: AccessKeys?
  /// Where the web says what happens. Ids only, nothing personal.
  public var logger: Logger

  /// Services.
  public init(
    ingesting: any Ingesting, caller: @escaping @Sendable (_ key: String) async -> CallerIdentity?,
    now: @escaping @Sendable () -> Int64, unreadiness: @escaping @Sendable () async -> String? = { nil },
    metrics: @escaping @Sendable () async -> String = { "" }, links: SignedLinks? = nil,
    workspace: Workspace? = nil, keys: AccessKeys? = nil, logger: Logger
  ) {
    self.ingesting = ingesting
    self.caller = caller
    self.now = now
    self.unreadiness = unreadiness
    self.metrics = metrics
    self.links = links
    self.workspace = workspace
    self.keys = keys
    self.logger = logger
  }
}
