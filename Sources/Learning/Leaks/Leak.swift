/// An attribute that looks as if it got its value after the outcome, so that a new lead will not have it.
public struct Leak: Sendable, Hashable, Codable {
  /// The attribute.
  public var attribute: String
  /// What speaks for it, in sentences.
  public var evidence: [String]
  /// Whether it was kept in spite of that.
  public var isKept = false

  /// An attribute with evidence.
  public init(_ attribute: String, _ evidence: [String]) {
    self.attribute = attribute
    self.evidence = evidence
  }
}
