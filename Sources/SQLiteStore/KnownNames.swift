import Store
import Synchronization

/// The numbers of kinds and attributes that are in the ledger for certain.
///
/// Both are only ever added, so what was committed once stays true whichever process did it. What a transaction adds becomes
/// known here when it is committed, not before. Forgetting is harmless, so that memory is bounded by two generations: when
/// the young one is full, it becomes the old one, and what was in neither is looked up again.
final class KnownNames: Sendable {
  private struct Generations<Key: Hashable & Sendable>: Sendable {
    let capacity: Int
    var young: [Key: Int64] = [:]
    var old: [Key: Int64] = [:]

    mutating func number(of key: Key) -> Int64? {
      if let number = young[key] { return number }
      guard let number = old[key] else { return nil }
      add(key, number)
      return number
    }

    mutating func add(_ key: Key, _ number: Int64) {
      if young.count >= capacity {
        old = young
        young = [:]
      }
      young[key] = number
    }
  }

  /// Longer texts are not kept.
  private static let longestText = 1024

  private let kinds: Mutex<Generations<ExactKind>>
  private let attributes: Mutex<Generations<ExactText>>

  /// Nothing known, and never more than about twice as many as these.
  init(kinds: Int = 32_768, attributes: Int = 4_096) {
    self.kinds = Mutex(Generations(capacity: kinds))
    self.attributes = Mutex(Generations(capacity: attributes))
  }

  /// The number of a kind if it is known.
  func number(ofKind key: ExactKind) -> Int64? { kinds.withLock { $0.number(of: key) } }

  /// The number of an attribute if it is known.
  func number(ofAttribute key: ExactText) -> Int64? { attributes.withLock { $0.number(of: key) } }

  /// Makes known what is committed.
  func add(kinds newKinds: [ExactKind: Int64], attributes newAttributes: [ExactText: Int64]) {
    if !newKinds.isEmpty {
      kinds.withLock { known in
        for (key, number) in newKinds where key.length <= Self.longestText { known.add(key, number) }
      }
    }
    if !newAttributes.isEmpty {
      attributes.withLock { known in
        for (key, number) in newAttributes where key.text.utf8.count <= Self.longestText { known.add(key, number) }
      }
    }
  }
}
