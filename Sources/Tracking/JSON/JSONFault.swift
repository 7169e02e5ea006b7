/// What is wrong with JSON text, and where.
struct JSONFault: Error, Hashable {
  /// In words.
  var message: String
  /// The byte at which it was seen, from the start of the text.
  var position: Int
}

/// How much JSON may hold.
struct JSONBounds: Sendable, Hashable {
  /// How deep objects and arrays may nest.
  var depth: Int
  /// How many members an object may have.
  var members: Int
}
