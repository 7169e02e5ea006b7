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

  /// Whether the letters stand anywhere with no hyphenated word behind them: `mytempmail`, but not `tempmail-watch`.
  func endsWord(_ letters: String) -> Bool {
    guard let end = place(of: letters) else { return false }
    for i in end..<count where self[i] == UInt8(ascii: "-") { return false }
    return true
  }

  /// Whether the letters stand anywhere.
  func contains(_ letters: String) -> Bool { place(of: letters) != nil }

  /// Where the letters first end. O(count × letters), for short texts.
  private func place(of letters: String) -> Int? {
    let letters = letters.utf8Span.span
    guard letters.count > 0, count >= letters.count else { return nil }
    let first = letters[0]
    for start in 0...(count - letters.count) where self[start] == first {
      if extracting(start..<start + letters.count).hasSameBytes(as: letters) { return start + letters.count }
    }
    return nil
  }
}
