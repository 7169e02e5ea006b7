extension Span where Element == UInt8 {
  /// Eight bytes, the first in the lowest place. Precondition: they are there.
  @inline(__always)
  func word(at position: Int) -> UInt64 {
    bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
  }

  /// The bytes of a range as text; what is not UTF-8 becomes U+FFFD.
  @inline(__always)
  func string(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the bytes of a range are UTF-8. O(range).
  func isUTF8(_ range: Range<Int>) -> Bool {
    (try? UTF8Span(validating: extracting(range))) != nil
  }

  /// Whether the bytes of a range are this text.
  @inline(__always)
  func equals(_ text: [UInt8], at range: Range<Int>) -> Bool {
    guard range.count == text.count else { return false }
    for i in 0..<text.count where self[range.lowerBound + i] != text[i] { return false }
    return true
  }

  /// Appends the bytes of a range.
  @inline(__always)
  func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }
}

/// A digest of 64 bits that is the same on every machine and in every process. It is not cryptographic: it recognises
/// what is equal, and keeps no secret.
///
/// Eight bytes at a time are multiplied into the state, whose halves are exchanged in between, and the end is mixed as
/// in SplitMix64.
struct Digest: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes a number.
  @inline(__always)
  mutating func combine(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
  }

  /// Takes the bytes of a range, and their number.
  @inline(__always)
  mutating func combine(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    while position &+ 8 <= range.upperBound {
      combine(bytes.word(at: position))
      position &+= 8
    }
    var rest: UInt64 = 0
    while position < range.upperBound {
      rest = rest << 8 | UInt64(bytes[position])
      position &+= 1
    }
    combine(rest)
    combine(UInt64(range.count))
  }

  /// Takes a text; nil is not the empty text.
  @inline(__always)
  mutating func combine(_ text: String?) {
    guard let text else { return combine(.max) }
    let utf8 = text.utf8.span
    combine(utf8, 0..<utf8.count)
  }

  /// The digest of what was taken, in its order.
  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
