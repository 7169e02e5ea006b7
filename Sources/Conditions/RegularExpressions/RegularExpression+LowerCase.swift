extension RegularExpression {
  /// How the letters of a pattern are lower-cased, so that they match text that has been.
  ///
  /// Text is expected as `String.lowercased()` makes it: scalar by scalar, with the full mappings of Unicode and
  /// without those that depend on a language or on neighbouring letters.
  enum LowerCase {
    /// The small letter for one scalar of a pattern: usually one scalar, two for `İ`, itself if there is none.
    static func scalars(for scalar: Unicode.Scalar) -> [Unicode.Scalar] {
      Array(scalar.properties.lowercaseMapping.unicodeScalars)
    }

    /// The ranges of small letters that a range in a class needs beside itself.
    ///
    /// `İ` becomes two scalars and cannot be in a class. The Kelvin sign becomes an ASCII `k` if it is the only
    /// scalar, but not as part of a range: `[\u{80}-\u{10FFFF}]` means whatever is not ASCII.
    static func additions(for range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
      if range.count == 1, let scalar = Unicode.Scalar(range.lowerBound) {
        let lowered = scalars(for: scalar)
        return lowered.count == 1 && lowered[0] != scalar ? [lowered[0].value...lowered[0].value] : []
      }
      var additions: [ClosedRange<UInt32>] = []
      if range.overlaps(capitals) {
        let letters = range.clamped(to: capitals)
        additions.append((letters.lowerBound + 32)...(letters.upperBound + 32))
      }
      guard range.upperBound >= 0x80 else { return additions }
      for pair in pairs[firstPair(from: range.lowerBound)...] {
        guard pair.capital <= range.upperBound else { break }
        additions.append(pair.small...pair.small)
      }
      return additions
    }

    /// The ASCII capitals.
    private static let capitals: ClosedRange<UInt32> = 0x41...0x5A

    /// Every capital beyond ASCII whose small letter is one scalar beyond ASCII, in ascending order.
    ///
    /// Found once, when a class first has a range beyond ASCII. No script with two cases lies beyond U+1FFFF.
    private static let pairs: [(capital: UInt32, small: UInt32)] = {
      var pairs: [(capital: UInt32, small: UInt32)] = []
      for value in UInt32(0x80)...0x1FFFF {
        guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased else { continue }
        let lowered = scalars(for: scalar)
        if lowered.count == 1, lowered[0].value >= 0x80 {
          pairs.append((value, lowered[0].value))
        }
      }
      return pairs
    }()

    /// The index of the first pair whose capital is not before a scalar.
    private static func firstPair(from value: UInt32) -> Int {
      var low = 0
      var high = pairs.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[middle].capital < value {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
  }
}
