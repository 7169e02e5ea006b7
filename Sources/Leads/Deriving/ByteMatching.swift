extension Span where Element == UInt8 {
  /// Whether the text begins with these letters.
  func hasPrefix(_ letters: String) -> Bool {
    let letters = letters.utf8Span.span
    return count >= letters.count && extracting(0..<letters.count).hasSameBytes(as: letters)
  }

  /// Whether the text ends with these letters.
  func hasSuffix(_ letters: String) -> Bool {
    let letters = letters.utf8Span.span
    return count >= letters.count && extracting(count - letters.count..<count).hasSameBytes(as: letters)
  }

  /// Whether the letters stand anywhere. O(count × letters), for short texts.
  func contains(_ letters: String) -> Bool {
    let letters = letters.utf8Span.span
    guard letters.count > 0, count >= letters.count else { return false }
    let first = letters[0]
    for start in 0...(count - letters.count) where self[start] == first {
      if extracting(start..<start + letters.count).hasSameBytes(as: letters) { return true }
    }
    return false
  }
}
