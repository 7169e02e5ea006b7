import Leads
import Yams

/// A model file as a tree, and what has been found wrong with it so far.
///
/// Reading never stops at the first issue: what is wrong is noted, and a stand-in goes on.
struct YAMLDocument {
  /// The text's lines, to find places within quoted texts.
  private let lines: [[Character]]
  private(set) var issues: [ModelIssue] = []

  /// What a model file may measure, in bytes.
  static let limit = 4 << 20
  /// How deep it may nest.
  static let maximumDepth = 32

  init(text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
  }

  // MARK: Parsing

  /// The tree of a text, or nil with an issue.
  mutating func root(of text: String) -> Node? {
    if text.utf8.count > Self.limit {
      note("the file is larger than \(Self.limit >> 20) MiB", hint: "keep long lists in files of their own", line: 0, column: 0)
      return nil
    }
    if let place = Self.tooDeep(text) {
      note("the file nests deeper than \(Self.maximumDepth)", line: place, column: 0)
      return nil
    }
    do {
      guard let root = try Yams.compose(yaml: text) else {
        note("the file is empty", hint: "start with: leadline: 1", line: 0, column: 0)
        return nil
      }
      return root
    } catch let error as YamlError {
      note(error)
    } catch {
      note("this is not YAML: \(error)", line: 0, column: 0)
    }
    return nil
  }

  private mutating func note(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let hint = problem.contains("tab") || problem.contains("cannot start any token") ? "indent with spaces, and quote texts with special characters" : nil
      let where_ = context.map { " (\($0.text.trimmingSpaces()))" } ?? ""
      note("this is not YAML: \(problem)\(where_)", hint: hint, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let mark = context.mark
      let names = duplicates.sorted().joined(separator: ", ")
      note("a name is there twice: \(names)", hint: "rename or remove one of them", line: mark.line, column: mark.column)
    default:
      note("this is not YAML: \(String(describing: error).prefix(200))", line: 0, column: 0)
    }
  }

  /// The line where brackets or indentation nest too deep for the parser's recursion, or nil. An upper bound: brackets
  /// within quotes count too, which no sensible model comes near.
  private static func tooDeep(_ text: String) -> Int? {
    var line = 1
    var open = 0
    var dashes = 0
    var indentations: [Int] = []
    var column = 0
    var isLeading = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      default: break
      }
      if byte == 10 {
        line += 1
        column = 0
        dashes = 0
        isLeading = true
        continue
      }
      if isLeading, byte != 32, byte != 9 {
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":") {
          dashes += 1
        } else {
          isLeading = false
          while let last = indentations.last, last >= column { indentations.removeLast() }
          indentations.append(column)
        }
      }
      column += 1
      if open > 4 * maximumDepth || dashes > maximumDepth || indentations.count > 2 * maximumDepth { return line }
    }
    return nil
  }

  // MARK: Issues

  mutating func note(_ message: String, hint: String? = nil, line: Int, column: Int) {
    issues.append(ModelIssue(message, hint: hint, line: line, column: column))
  }

  mutating func note(_ message: String, hint: String? = nil, at node: Node) {
    note(message, hint: hint, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }

  mutating func add(_ issue: ModelIssue) { issues.append(issue) }

  /// The place of a character within a scalar's value.
  func place(of offset: Int, in node: Node) -> (line: Int, column: Int) {
    guard let mark = node.mark, mark.line >= 1, mark.line <= lines.count else { return (0, 0) }
    let line = lines[mark.line - 1]
    var index = mark.column - 1
    guard index >= 0, index < line.count else { return (mark.line, mark.column) }
    let quote = line[index]
    if quote == "|" || quote == ">" { return (mark.line, mark.column) }
    let isQuoted = quote == "\"" || quote == "'"
    if isQuoted { index += 1 }
    var left = offset
    while left > 0, index < line.count {
      if isQuoted, quote == "'", line[index] == "'" { index += 1 }
      if isQuoted, quote == "\"", line[index] == "\\" { index += 1 }
      index += 1
      left -= 1
    }
    return (mark.line, min(index, line.count) + 1)
  }

  // MARK: Shapes

  /// The entries of a mapping by their names, in the order of the file; notes names that are not among `known`.
  mutating func entries(of node: Node, _ what: String, known: [String]? = nil) -> [(name: String, key: Node, value: Node)] {
    guard case .mapping(let mapping) = node else {
      if case .scalar(let scalar) = node, Self.isNull(scalar) { return [] }
      note("\(what) must be a mapping of names to values", at: node)
      return []
    }
    var entries: [(name: String, key: Node, value: Node)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        note("a name must be a single word or text", at: key)
        continue
      }
      if let known, !known.contains(scalar.string) {
        let hint = nearest(to: scalar.string, among: known).map { "did you mean \($0)?" } ?? "there are: \(known.joined(separator: ", "))"
        note("\(what) has no \"\(scalar.string)\"", hint: hint, at: key)
        continue
      }
      entries.append((scalar.string, key, value))
    }
    return entries
  }

  /// The elements of a sequence; a single scalar counts as one where that is allowed.
  mutating func elements(of node: Node, _ what: String, orOne: Bool = false) -> [Node] {
    switch node {
    case .sequence(let sequence): return Array(sequence)
    case .scalar(let scalar) where Self.isNull(scalar): return []
    case .scalar where orOne: return [node]
    default:
      note("\(what) must be a list", hint: "write - before each entry, or [a, b]", at: node)
      return []
    }
  }

  /// The text of a scalar.
  mutating func text(of node: Node, _ what: String) -> String? {
    guard case .scalar(let scalar) = node else {
      note("\(what) must be a single value", at: node)
      return nil
    }
    if Self.isNull(scalar) {
      note("\(what) is empty", at: node)
      return nil
    }
    return scalar.string
  }

  /// Whether nothing stands there.
  static func isNull(_ node: Node) -> Bool {
    if case .scalar(let scalar) = node { isNull(scalar) } else { false }
  }

  private static func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null"].contains(scalar.string) || scalar.style == .any && scalar.string.isEmpty
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
