/// What is wrong with a file as a whole, in words for the person who named it.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public var path: String
  /// What is wrong, without a full stop.
  public var message: String
  /// What to do about it, if we know.
  public var hint: String?
  /// Whether the machine failed (a disk, a permission) and not the file's content.
  public var isFailure: Bool

  /// A problem with the file at this path.
  public init(_ path: String, _ message: String, hint: String? = nil, isFailure: Bool = false) {
    self.path = path
    self.message = message
    self.hint = hint
    self.isFailure = isFailure
  }

  /// `leads.csv: no such file`, and the hint on a line of its own.
  public var description: String { "\(path): \(message)" + (hint.map { "\n  hint: \($0)" } ?? "") }
}
