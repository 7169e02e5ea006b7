/// Distinct texts, each with a small integer code in the order of first appearance.
///
///     var pool = TextPool()
///     pool.code(of: "Berlin".utf8Span.span)   // 0
///     pool.code(of: "Paris".utf8Span.span)    // 1
///     pool.code(of: "Berlin".utf8Span.span)   // 0
///
/// A text is kept once, as UTF-8, exactly as it was given: folding case or trimming is the reader's business.
/// Look-up and insertion take constant time on average. At most 2³² − 1 texts.
public struct TextPool: Sendable {
  /// The texts one after the other; `range(of:)` says where each stands.
  public private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var slots: [Slot] = Array(repeating: Slot(), count: 16)
  private var mask = 15

  /// An entry of the open-addressing table.
  ///
  /// A text of up to seven bytes is its own key, with its length in the top byte, and so is a whole number of 8 to 16
  /// digits: finding one touches nothing but the slot. Any other text has a hash with the top bit set, and is compared.
  private struct Slot: Sendable {
    var key: UInt64 = 0
    var code: UInt32 = .max
  }

  /// An empty pool.
  public init() {}

  /// How many distinct texts there are; codes run from 0 up to here.
  public var count: Int { ends.count }

  /// Where the text with this code stands in `bytes`.
  @inline(__always)
  public func range(of code: UInt32) -> Range<Int> {
    let code = Int(code)
    return (code == 0 ? 0 : ends[code - 1])..<ends[code]
  }

  /// The text with this code, repaired where it is not valid UTF-8.
  public func text(_ code: UInt32) -> String {
    String(decoding: bytes[range(of: code)], as: UTF8.self)
  }

  /// The code of a text, which is added if it is new.
  @inline(__always)
  public mutating func code(of text: Span<UInt8>) -> UInt32 {
    let key = Self.key(of: text)
    var slot = Self.home(of: key) & mask
    while true {
      let entry = slots[slot]
      if entry.code == .max { return insert(text, key: key, at: slot) }
      if entry.key == key, key >> 63 == 0 || isEqual(text, to: entry.code) { return entry.code }
      slot = (slot + 1) & mask
    }
  }

  /// The code of a text, or nil if the pool does not have it.
  @inline(__always)
  public func find(_ text: Span<UInt8>) -> UInt32? {
    let key = Self.key(of: text)
    var slot = Self.home(of: key) & mask
    while true {
      let entry = slots[slot]
      if entry.code == .max { return nil }
      if entry.key == key, key >> 63 == 0 || isEqual(text, to: entry.code) { return entry.code }
      slot = (slot + 1) & mask
    }
  }

  @inline(never)
  private mutating func insert(_ text: Span<UInt8>, key: UInt64, at slot: Int) -> UInt32 {
    let code = UInt32(ends.count)
    bytes.reserveForAppending(text.count)
    for i in text.indices { bytes.append(text[i]) }
    ends.append(bytes.count)
    slots[slot] = Slot(key: key, code: code)
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    let old = slots
    slots = Array(largeRepeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for entry in old where entry.code != .max {
      var slot = Self.home(of: entry.key) & mask
      while slots[slot].code != .max { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  private func isEqual(_ text: Span<UInt8>, to code: UInt32) -> Bool {
    let range = range(of: code)
    return range.count == text.count && text.hasSameBytes(as: bytes.span.extracting(range))
  }

  // MARK: Keys

  /// Seeded once per process, so that nobody can prepare a file of colliding texts. Codes do not depend on it.
  static let seed = UInt64(bitPattern: Int64("Leadline".hashValue)) | 1

  @inline(__always)
  private static func key(of text: Span<UInt8>) -> UInt64 {
    let count = text.count
    if count < 8 {
      var word: UInt64 = 0
      if count >= 4 {
        // Two overlapping halves.
        let raw = text.bytes
        let low = raw.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
        let high = raw.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        word = UInt64(low) | UInt64(high) << UInt64(8 * (count - 4))
      } else {
        for i in 0..<count { word |= UInt64(text[i]) << UInt64(8 * i) }
      }
      return word | UInt64(count) << 56
    }
    let raw = text.bytes
    if count <= 16, let number = wholeNumber(text) { return number | 8 << 56 }
    var hash = seed ^ UInt64(count)
    var i = 0
    while i + 8 <= count {
      hash = mixed(hash ^ raw.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    if i < count { hash = mixed(hash ^ raw.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)) }
    return hash | 1 << 63
  }

  /// The number that 8 to 16 digits without a leading zero make, so that no two texts make the same.
  @inline(__always)
  private static func wholeNumber(_ text: Span<UInt8>) -> UInt64? {
    if text[0] == UInt8(ascii: "0") { return nil }
    let raw = text.bytes
    let first = raw.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self) ^ 0x3030_3030_3030_3030
    // A byte above 9 has a high nibble now, or gets one when 6 is added.
    if (first | first &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 != 0 { return nil }
    var number = eightDigits(first)
    for i in 8..<text.count {
      let digit = text[i] &- 48
      if digit > 9 { return nil }
      number = number * 10 + UInt64(digit)
    }
    return number
  }

  /// The number of eight digits, one a byte, the first in the lowest.
  @inline(__always)
  private static func eightDigits(_ digits: UInt64) -> UInt64 {
    let pairs = digits &* 10 &+ digits >> 8
    let low = (pairs & 0x0000_00FF_0000_00FF) &* (100 + 1_000_000 << 32)
    let high = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* (1 + 10_000 << 32)
    return (low &+ high) >> 32
  }

  @inline(__always)
  static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: mixed(key ^ seed) >> 8)
  }
}

extension Array where Element == UInt8 {
  /// Makes room for a further piece without giving up doubling.
  fileprivate mutating func reserveForAppending(_ more: Int) {
    if count + more > capacity { reserveCapacity(Swift.max(count + more, capacity * 2)) }
  }
}

extension Span where Element == UInt8 {
  /// Whether both hold the same bytes.
  @inline(__always)
  public func hasSameBytes(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let a = bytes
    let b = other.bytes
    var i = 0
    while i + 8 <= count {
      if a.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
        != b.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
      {
        return false
      }
      i += 8
    }
    while i < count {
      if self[i] != other[i] { return false }
      i += 1
    }
    return true
  }
}
