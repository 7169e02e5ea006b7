import Crypto
import Store
import Synchronization

/// The keys by which callers are known.
///
///     let (key, text) = try await keys.create("website", .ingest)   // text is shown once
///     let caller = try await keys.caller(text)
///
/// A store has only digests. What was looked up is remembered for some seconds, so that a key that is taken back in
/// another process stops working soon, and in this one at once.
public final class AccessKeys: Sendable {
  private let store: any Store
  private let clock: @Sendable () -> Int64
  private let remembered = Mutex<(keys: [String: AccessKey], until: Int64)>(([:], 0))

  /// For how many seconds a look at the store is remembered.
  static let memorySeconds: Int64 = 5

  /// The keys of a store.
  public init(_ store: any Store, clock: @escaping @Sendable () -> Int64) {
    self.store = store
    self.clock = clock
  }

  /// Makes a key. Returns it with its text, which nobody can find out later.
  public func create(_ name: String, _ scope: Scope, actor: String = "") async throws -> (key: AccessKey, text: String)
  {
    // 128 bits that nobody guesses; the first letters say what kind of key it is.
    let secret = SymmetricKey(size: .bits256).withUnsafeBytes { bytes in bytes.prefix(20).map(Self.letter).joined() }
    let text = "ll_\(scope.rawValue)_\(secret)"
    let now = clock()
    let made = AccessKey(
      name: name, scope: scope, digest: Self.digest(of: text), prefix: String(text.prefix(scope.rawValue.count + 8)),
      createdAt: now)
    let key = try await store.write { ledger in
      var key = made
      key.number = try ledger.put(key: key)
      try ledger.insert(
        audit: AuditEntry(
          at: now, actor: actor, action: "create key", detail: "\(key.number) \(name) \(scope.rawValue)"))
      return key
    }
    forget()
    return (key, text)
  }

  /// Takes a key back. Returns whether there was one that held.
  public func revoke(_ number: Int64, actor: String = "") async throws -> Bool {
    let now = clock()
    let isDone = try await store.write { ledger in
      guard var key = try ledger.keys().first(where: { $0.number == number && $0.revokedAt == nil }) else {
        return false
      }
      key.revokedAt = now
      _ = try ledger.put(key: key)
      try ledger.insert(
        audit: AuditEntry(at: now, actor: actor, action: "revoke key", detail: "\(number) \(key.name)"))
      return true
    }
    forget()
    return isDone
  }

  /// All keys, those taken back too.
  public func all() async throws -> [AccessKey] { try await store.read { try $0.keys() } }

  /// The key of this text, or nil if there is none that holds.
  public func caller(_ text: String) async throws -> AccessKey? {
    guard text.utf8.count <= 200 else { return nil }
    let digest = Self.digest(of: text)
    let now = clock()
    let known = remembered.withLock { $0.until > now ? $0.keys : nil }
    if let known { return known[digest] }
    let keys = try await store.read { try $0.keys() }
    let valid = Dictionary(keys.filter { $0.revokedAt == nil }.map { ($0.digest, $0) }) { first, _ in first }
    remembered.withLock { $0 = (valid, now + Self.memorySeconds) }
    return valid[digest]
  }

  private func forget() { remembered.withLock { $0.until = 0 } }

  private static func letter(_ byte: UInt8) -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String(letters[Int(byte) % letters.count])
  }

  /// The SHA-256 digest of a key's text, in hexadecimal digits.
  static func digest(of text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
