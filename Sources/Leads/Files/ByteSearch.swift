/// Finding bytes eight at a time.
enum ByteSearch {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Eight copies of a byte.
  @inline(__always)
  static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// A word whose lowest set bit marks the first byte equal to the pattern's; 0 if there is none.
  @inline(__always)
  static func marks(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let x = word ^ pattern
    return (x &- ones) & ~x & highs
  }

  /// The index of the last `byte` below `end`, or nil. O(end).
  static func last(_ byte: UInt8, in bytes: Span<UInt8>, before end: Int) -> Int? {
    var i = end
    while i > 0 {
      i -= 1
      if bytes[i] == byte { return i }
    }
    return nil
  }

  /// Whether the byte is among the first `end`; reads up to 7 bytes past it. O(end).
  static func contains(_ byte: UInt8, in bytes: RawSpan, upTo end: Int) -> Bool {
    let pattern = pattern(byte)
    var i = 0
    while i + 8 <= end {
      if marks(bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self), pattern) != 0 { return true }
      i += 8
    }
    while i < end {
      if bytes.unsafeLoad(fromByteOffset: i, as: UInt8.self) == byte { return true }
      i += 1
    }
    return false
  }

  /// Whether all of the first `end` bytes are ASCII. O(end).
  static func isASCII(_ bytes: RawSpan, upTo end: Int) -> Bool {
    var all: UInt64 = 0
    var i = 0
    while i + 8 <= end {
      all |= bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
      i += 8
    }
    while i < end {
      all |= UInt64(bytes.unsafeLoad(fromByteOffset: i, as: UInt8.self))
      i += 1
    }
    return all & highs == 0
  }
}
