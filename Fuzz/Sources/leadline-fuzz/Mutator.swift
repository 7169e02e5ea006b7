/// Changes inputs a little: what a typing mistake, a broken export or an attacker would do.
struct Mutator {
  /// Seeds, at least one.
  let corpus: [[UInt8]]
  /// Texts that mean something in the language.
  let words: [String]

  /// Bytes and numbers at which things change.
  private static let telling: [[UInt8]] = [
    [0], [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0x80], [0xC3], [0xF0, 0x9F, 0x98, 0x80], [0xED, 0xA0, 0x80], [10],
    [13], [13, 10], [9],
    [0xC2, 0xA0], [0xCC, 0x81], [0xE2, 0x80, 0xAE], Array("0".utf8), Array("-1".utf8), Array("1e309".utf8),
    Array("9223372036854775807".utf8), Array("9223372036854775808".utf8), Array("-9223372036854775808".utf8),
    Array("18446744073709551616".utf8), Array("0.0000001".utf8), Array("NaN".utf8), Array("4294967296".utf8),
    Array("1e-400".utf8),
  ]

  /// Inputs do not grow beyond this.
  static let limit = 1 << 14

  /// A seed, or the input given, with one to eight changes.
  func mutated(_ given: [UInt8]? = nil, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = given ?? random.one(of: corpus)
    for _ in 0...random.below(8) { change(&bytes, &random) }
    return bytes.count > Self.limit ? Array(bytes[..<Self.limit]) : bytes
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = random.below(bytes.count + 1)
    let length = min(bytes.count - place, random.once(in: 4) ? random.below(64) : random.below(4))
    switch random.below(9) {
    case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(random.below(8)) }
    case 1: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
    case 2: bytes.removeSubrange(place..<place + length)
    case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: random.below(bytes.count + 1))
    case 4: bytes.insert(contentsOf: random.one(of: Self.telling), at: place)
    case 5, 6: bytes.insert(contentsOf: random.one(of: words).utf8, at: place)
    case 7:
      let other = random.one(of: corpus)
      let start = random.below(other.count + 1)
      bytes.replaceSubrange(place..., with: other[start...])
    default: repeatPiece(&bytes, place..<place + length, &random)
    }
  }

  /// Depth and length come from repetition.
  private func repeatPiece(_ bytes: inout [UInt8], _ range: Range<Int>, _ random: inout SeededGenerator) {
    let piece = range.isEmpty ? Array(random.one(of: words).utf8) : Array(bytes[range])
    let times = random.once(in: 8) ? 1 + random.below(2000) : 1 + random.below(20)
    let fitting = max(0, (Self.limit - bytes.count) / max(1, piece.count))
    bytes.insert(contentsOf: Array(repeating: piece, count: min(times, fitting)).joined(), at: range.lowerBound)
  }

  /// Bytes without any meaning.
  static func noise(_ random: inout SeededGenerator) -> [UInt8] {
    let isText = random.once(in: 2)
    return (0..<random.below(random.once(in: 16) ? 4096 : 64)).map { _ in
      isText ? UInt8(32 + random.below(95)) : UInt8(random.below(256))
    }
  }
}
