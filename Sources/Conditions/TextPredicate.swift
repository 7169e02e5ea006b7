import Leads

/// What must hold of a text. The texts in it are folded already, unless the operand is `exact`.
public enum TextPredicate: Sendable, Hashable {
  /// The text is one of these (or, for one, this).
  case oneOf(TextSet)
  /// The text is known and not this.
  case notEqual([UInt8])
  /// The text compares so with this one, by its bytes.
  case ordered(Comparison, [UInt8])
  /// The text holds one of these.
  case contains([[UInt8]])
  /// The text starts with one of these.
  case startsWith([[UInt8]])
  /// The text ends with one of these.
  case endsWith([[UInt8]])
  /// The text holds one of these as whole words: with no letter or digit on either side.
  case word([[UInt8]])
  /// The text fits a pattern in which `%` stands for anything and `_` for one character.
  case like([UInt8])
  /// The expression is found in the text.
  case matches(RegularExpression)

  /// Whether it holds of a text, which is folded unless the operand is exact.
  @inline(__always)
  public func holds(_ text: Span<UInt8>) -> Bool {
    switch self {
    case .oneOf(let set): set.contains(text)
    case .notEqual(let other): !text.hasSameBytes(as: other.span)
    case .ordered(let comparison, let other): comparison.holds(text.order(comparedTo: other.span), 0)
    case .contains(let needles): needles.contains { text.firstIndex(of: $0.span) != nil }
    case .startsWith(let prefixes): prefixes.contains { text.starts(with: $0.span) }
    case .endsWith(let suffixes): suffixes.contains { text.ends(with: $0.span) }
    case .word(let words): words.contains { text.containsWord($0.span) }
    case .like(let pattern): text.isLike(pattern.span)
    case .matches(let expression): expression.matches(text)
    }
  }
}

/// Distinct texts that are looked up fast.
public struct TextSet: Sendable, Hashable {
  /// The texts, in ascending order.
  public let texts: [[UInt8]]
  private let pool: TextPool

  /// A set of these texts.
  public init(_ texts: some Sequence<[UInt8]>) {
    self.texts = Set(texts).sorted { $0.lexicographicallyPrecedes($1) }
    var pool = TextPool()
    for text in self.texts { _ = pool.code(of: text.span) }
    self.pool = pool
  }

  /// Whether the text is among them. Constant time on average.
  @inline(__always)
  public func contains(_ text: Span<UInt8>) -> Bool { pool.find(text) != nil }

  /// Sets of the same texts are equal.
  public static func == (a: TextSet, b: TextSet) -> Bool { a.texts == b.texts }

  /// Feeds the texts.
  public func hash(into hasher: inout Hasher) { hasher.combine(texts) }
}

extension Span where Element == UInt8 {
  /// Negative, zero or positive as this text stands before, with or behind the other, by bytes.
  func order(comparedTo other: Span<UInt8>) -> Int {
    for i in 0..<Swift.min(count, other.count) where self[i] != other[i] { return Int(self[i]) - Int(other[i]) }
    return count - other.count
  }

  /// Whether it starts with the other.
  @inline(__always)
  func starts(with other: Span<UInt8>) -> Bool {
    count >= other.count && extracting(0..<other.count).hasSameBytes(as: other)
  }

  /// Whether it ends with the other.
  @inline(__always)
  func ends(with other: Span<UInt8>) -> Bool {
    count >= other.count && extracting(count - other.count..<count).hasSameBytes(as: other)
  }

  /// Where the other stands first, at or behind `start`; an empty one stands anywhere.
  func firstIndex(of other: Span<UInt8>, from start: Int = 0) -> Int? {
    if other.isEmpty { return start <= count ? start : nil }
    let first = other[0]
    var i = start
    while i + other.count <= count {
      if self[i] == first, extracting(i..<i + other.count).hasSameBytes(as: other) { return i }
      i += 1
    }
    return nil
  }

  /// Whether the other stands in it with no letter or digit next to it.
  func containsWord(_ word: Span<UInt8>) -> Bool {
    if word.isEmpty { return false }
    var start = 0
    while let found = firstIndex(of: word, from: start) {
      if !isWordCharacter(before: found), !isWordCharacter(at: found + word.count) { return true }
      start = found + 1
    }
    return false
  }

  private func isWordCharacter(at index: Int) -> Bool {
    guard index < count else { return false }
    let byte = self[index]
    if byte < 0x80 { return Self.isLetterOrDigit(byte) }
    return Self.isWordScalar(extracting(index..<Swift.min(index + 4, count)))
  }

  private func isWordCharacter(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let byte = self[index - 1]
    if byte < 0x80 { return Self.isLetterOrDigit(byte) }
    var start = index - 1
    while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return Self.isWordScalar(extracting(start..<index))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26
  }

  /// Whether the first character is a letter or digit of any script.
  private static func isWordScalar(_ piece: Span<UInt8>) -> Bool {
    var bytes: [UInt8] = []
    for i in piece.indices { bytes.append(piece[i]) }
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether it fits a pattern of `%` (anything) and `_` (one character). O(count × pattern) at worst.
  func isLike(_ pattern: Span<UInt8>) -> Bool {
    var i = 0
    var p = 0
    var resume: (text: Int, pattern: Int)?
    while i < count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "%") {
        p += 1
        resume = (i, p)
      } else if p < pattern.count, pattern[p] == UInt8(ascii: "_") {
        p += 1
        i = endOfCharacter(at: i)
      } else if p < pattern.count, pattern[p] == self[i] {
        p += 1
        i += 1
      } else if let (text, behind) = resume {
        // Let the last % take one byte more.
        resume = (text + 1, behind)
        i = text + 1
        p = behind
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == UInt8(ascii: "%") { p += 1 }
    return p == pattern.count
  }

  private func endOfCharacter(at index: Int) -> Int {
    var end = index + 1
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
