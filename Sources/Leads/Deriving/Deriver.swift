/// Works out derived values. Made once for a vocabulary; may be used from several threads.
public struct Deriver: Sendable {
  /// The words that were added.
  public let vocabulary: Vocabulary

  /// A deriver that knows these words besides its own.
  public init(_ vocabulary: Vocabulary = Vocabulary()) { self.vocabulary = vocabulary }

  /// What a function makes of a text; missing if nothing can be said. O(length of the text).
  public func value(_ function: DerivedFunction, of text: Span<UInt8>) -> Value { .missing }
}

extension DerivedFunction {
  /// The values that the function can give; nil if they are not texts.
  public var knownValues: [String]? { nil }
}
