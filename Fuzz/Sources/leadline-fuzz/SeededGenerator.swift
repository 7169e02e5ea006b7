/// Reproducible chance: SplitMix64.
///
/// Source: Guy L. Steele et al., "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// The generator of one input: any input can be made again without those before it.
  init(seed: UInt64, input: Int = 0) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(input) &* 0xD134_2543_DE82_EF95
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A number below a limit of at least 1.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// One of several.
  mutating func one<Element>(of all: [Element]) -> Element { all[below(all.count)] }
}
