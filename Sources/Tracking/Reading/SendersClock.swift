import Leads

/// When things happened, by a clock that may be wrong.
enum SendersClock {
  /// The moment of an event, in seconds since 1970; nil if the sender did not say.
  ///
  /// A sender that tells the time of sending tells how wrong its clock is: the event happened as long before it was
  /// received as it did, by the sender's own clock, before it was sent. As Segment's documentation has it,
  /// `receivedAt - (sentAt - timestamp)`. Nothing happens after it was received.
  static func moment(of timestamp: Int64?, sentAt: Int64?, received: Int64) -> Int64? {
    guard let timestamp else { return nil }
    guard let sentAt else { return min(timestamp, received) }
    return min(received - (sentAt - timestamp), received)
  }

  /// Reads a time: ISO 8601 in quotes, or Unix time in seconds, milliseconds or microseconds. Nil if it is none.
  static func seconds(_ bytes: Span<UInt8>, _ value: Range<Int>) -> Int64? {
    guard bytes[value.lowerBound] == UInt8(ascii: "\"") else {
      return Instant(bytes.extracting(value))?.secondsSince1970
    }
    let text = value.lowerBound + 1..<value.upperBound - 1
    guard text.count >= 10, text.count <= 64 else { return nil }
    // A year first: `03/04/2025` is two days, and only its sender knows which.
    for i in 0..<4 where bytes[text.lowerBound + i] &- 48 > 9 { return nil }
    if text.count > 19, isUTC(bytes, text.lowerBound + 19..<text.upperBound) { return wholeSeconds(bytes, text) }
    return Instant(bytes.extracting(text))?.secondsSince1970
  }

  /// Whether what stands behind the seconds is nothing but a fraction and the sign of UTC. Nearly all libraries write
  /// milliseconds, and the rest of such a text has the form that is read fastest.
  private static func isUTC(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    if position < range.upperBound, bytes[position] == UInt8(ascii: ".") {
      position += 1
      let start = position
      while position < range.upperBound, bytes[position] &- 48 < 10 { position += 1 }
      if position == start { return false }
    }
    return bytes.equals(zulu, at: position..<range.upperBound)
      || bytes.equals(noOffset, at: position..<range.upperBound)
  }

  private static let zulu = Array("Z".utf8)
  private static let noOffset = Array("+00:00".utf8)

  private static func wholeSeconds(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int64? {
    var whole = InlineArray<20, UInt8>(repeating: UInt8(ascii: "Z"))
    for i in 0..<19 { whole[i] = bytes[text.lowerBound + i] }
    return Instant(whole.span)?.secondsSince1970
  }
}
