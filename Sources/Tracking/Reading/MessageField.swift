/// The members of a message that are read; all others are ignored.
enum MessageField: Int, CaseIterable {
  case type, messageId, userId, anonymousId, recordId, event, name, category, properties, traits, groupId, previousId
  case timestamp, originalTimestamp, sentAt, context, batch, writeKey

  static let names = allCases.map { Array("\($0)".utf8) }
  private static let digests = names.map { JSONCursor.digest($0.span, 0..<$0.count) }

  /// The field of this name, whose digest is at hand anyway. A name with escapes is none of ours.
  static func named(_ digest: UInt64, _ bytes: Span<UInt8>, _ name: Range<Int>) -> MessageField? {
    for i in digests.indices where digests[i] == digest && bytes.equals(names[i], at: name) {
      return MessageField(rawValue: i)
    }
    return nil
  }
}

/// Where the fields of a message stand, before anything is made of them.
struct MessageFields {
  private var values = InlineArray<18, Range<Int>>(repeating: 0..<0)

  /// Where a field's value stands; empty if the message does not have it.
  subscript(field: MessageField) -> Range<Int> {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue }
  }
}
