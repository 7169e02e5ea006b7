/// How texts are compared: without regard to case and to surrounding spaces.
///
/// ASCII is lowered byte by byte; a text with other letters goes through Unicode's lower-casing. Unicode
/// normalisation belongs here too, and comes with the cleaning of names (design: derived attributes).
extension Span where Element == UInt8 {
  /// Appends the folded text: trimmed and lower-cased. O(count).
  @inline(__always)
  public func appendFolded(to folded: inout [UInt8]) {
    let range = trimmedRange
    let start = folded.count
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = self[i]
      i += 1
      if byte < 0x80 {
        folded.append(byte &- 65 < 26 ? byte | 0x20 : byte)
      } else if byte == 0xC3, i < range.upperBound {
        // U+00C0 to U+00FF: the capitals end at U+00DE, and U+00D7 is a multiplication sign.
        let second = self[i]
        i += 1
        folded.append(byte)
        folded.append(second < 0x9F && second != 0x97 ? second | 0x20 : second)
      } else {
        folded.removeLast(folded.count - start)
        appendFoldedUnicode(range, to: &folded)
        return
      }
    }
  }

  @inline(never)
  private func appendFoldedUnicode(_ range: Range<Int>, to folded: inout [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for i in range { bytes.append(self[i]) }
    folded.append(contentsOf: String(decoding: bytes, as: UTF8.self).lowercased().utf8)
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
