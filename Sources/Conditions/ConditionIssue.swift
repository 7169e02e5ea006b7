/// What is wrong with a condition, and where.
public struct ConditionIssue: Error, Sendable, Hashable {
  /// Where, in Unicode scalars from the start of the condition's text.
  public var offset: Int
  /// What, without a full stop.
  public var message: String
  /// What to write instead, if we know.
  public var hint: String?

  /// An issue at a place.
  public init(offset: Int, _ message: String, hint: String? = nil) {
    self.offset = offset
    self.message = message
    self.hint = hint
  }
}
