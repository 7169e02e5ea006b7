/// How texts are compared: without regard to case and to surrounding spaces.
///
/// ASCII and Latin-1 are lowered byte by byte; a text with other letters goes through Unicode's canonical composition
/// (`Müller` is the same whether the dots were typed with the letter or after it) and lower-casing.
extension Span where Element == UInt8 {
  /// Appends the folded text: trimmed and lower-cased. O(count).
  @inline(__always)
  public func appendFolded(to folded: inout [UInt8]) {
    let range = trimmedRange
    let start = folded.count
    // Room first, so that the loop is nothing but reading and writing bytes.
    folded.append(contentsOf: repeatElement(0, count: range.count))
    var out = folded.mutableSpan
    var shift = start - range.lowerBound
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = self[i]
      if byte < 0x80 {
        out[i + shift] = byte &- 65 < 26 ? byte | 0x20 : byte
        i += 1
      } else if byte == 0xC3, i + 1 < range.upperBound, self[i + 1] & 0xC0 == 0x80 {
        // U+00C0 to U+00FF: the capitals end at U+00DE, and U+00D7 is a multiplication sign.
        let second = self[i + 1]
        out[i + shift] = byte
        out[i + 1 + shift] = second < 0x9F && second != 0x97 ? second | 0x20 : second
        i += 2
      } else {
        shift = .min
        break
      }
    }
    if shift == .min {
      folded.removeLast(folded.count - start)
      appendFoldedUnicode(range, to: &folded)
    }
  }

  @inline(never)
  private func appendFoldedUnicode(_ range: Range<Int>, to folded: inout [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for i in range { bytes.append(self[i]) }
    // Small letters first: ǰ is one letter, and its capital is not.
    var text = String(decoding: bytes, as: UTF8.self).lowercased()
    if Composition.mayCompose(text) { text = Composition.composed(text) }
    folded.append(contentsOf: text.utf8)
  }
}

extension Array where Element == UInt8 {
  /// The text trimmed and lower-cased, as comparisons see it.
  public func folded() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    span.appendFolded(to: &result)
    return result
  }
}

extension String {
  /// The UTF-8 of the text trimmed and lower-cased, as comparisons see it.
  public var foldedUTF8: [UInt8] { Array(utf8).folded() }
}
