/// Something wrong, or doubtful, in a model file, with its place.
public struct ModelIssue: Error, Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// The model cannot be used.
    case error
    /// The model can be used, but perhaps does not do what was meant.
    case warning
  }

  /// How bad it is.
  public var severity = Severity.error
  /// The line from 1; 0 for the file as a whole.
  public var line: Int
  /// The column from 1, in Unicode scalars; 0 for the line as a whole.
  public var column: Int
  /// What is wrong, without a full stop.
  public var message: String
  /// What to do about it, if we know.
  public var hint: String?

  /// An issue.
  public init(
    _ message: String, hint: String? = nil, line: Int = 0, column: Int = 0, severity: Severity = .error
  ) {
    self.message = message
    self.hint = hint
    self.line = line
    self.column = column
    self.severity = severity
  }
}

/// All that is wrong with a model file.
public struct ModelIssues: Error, Sendable, CustomStringConvertible {
  /// The file's name, for messages.
  public var path: String
  /// The file's lines.
  public var lines: [String]
  /// The issues by line.
  public var issues: [ModelIssue]

  /// Issues of a text, ordered by their places.
  public init(path: String, text: String, issues: [ModelIssue]) {
    self.path = path
    lines = text.linesOfYAML.map { String(String.UnicodeScalarView($0)) }
    var seen: Set<ModelIssue> = []
    self.issues = issues.filter { seen.insert($0).inserted }
      .enumerated().sorted {
        ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
      }
      .map(\.element)
  }

  /// Each issue with its place, the line itself, a mark under the place, and a hint.
  public var description: String { issues.map(description(of:)).joined(separator: "\n") }

  /// One issue in this way.
  public func description(of issue: ModelIssue) -> String {
    let place =
      issue.line == 0 ? path : issue.column == 0 ? "\(path):\(issue.line)" : "\(path):\(issue.line):\(issue.column)"
    var text = "\(place): \(issue.severity.rawValue): \(issue.message)"
    if issue.line > 0, issue.line <= lines.count {
      // A long line is shown around the place.
      let line = lines[issue.line - 1].unicodeScalars
      let from = max(0, issue.column - 80)
      func shown(_ part: some Sequence<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(part.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
      }
      text += "\n  " + shown(line.dropFirst(from).prefix(120))
      if issue.column > 0 {
        // Accents stand above their letters, so the mark is placed by characters.
        let before = shown(line.dropFirst(from).prefix(max(0, issue.column - 1 - from)))
        let missing = max(0, issue.column - 1 - line.count)
        text += "\n  " + String(repeating: " ", count: before.count + missing) + "^"
      }
    }
    if let hint = issue.hint { text += "\n  hint: \(hint)" }
    return text
  }
}
