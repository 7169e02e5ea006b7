/// A text that equals another only if the bytes of their UTF-8 are equal, as in a database.
///
/// Swift's own `==` takes a letter with its accent and the letter followed by the accent for the same.
package struct ExactText: Sendable, Hashable, Comparable {
  /// The text.
  package let text: String

  /// A text.
  package init(_ text: String) { self.text = text }

  package static func == (a: ExactText, b: ExactText) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  package static func < (a: ExactText, b: ExactText) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// A kind of events with texts compared exactly.
package struct ExactKind: Sendable, Hashable {
  private let name: ExactText
  private let properties: ExactText

  /// The key of a kind.
  package init(_ kind: EventKind) {
    name = ExactText(kind.name)
    properties = ExactText(kind.properties)
  }

  /// The number of bytes of both texts.
  package var length: Int { name.text.utf8.count + properties.text.utf8.count }
}
