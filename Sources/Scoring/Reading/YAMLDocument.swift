import Leads
import Yams

/// A model file as a tree, and what has been found wrong with it so far.
///
/// Reading never stops at the first issue: what is wrong is noted, and a stand-in goes on.
struct YAMLDocument {
  /// The text's lines, to find places within scalars.
  private let lines: [[Unicode.Scalar]]
  private(set) var issues: [ModelIssue] = []

  /// What a model file may measure, in bytes.
  static let limit = 4 << 20
  /// How deep it may nest.
  static let maximumDepth = 32

  init(text: String) {
    lines = Self.withoutMark(text).linesOfYAML
  }

  // MARK: Parsing

  /// The tree of a text, or nil with an issue.
  mutating func root(of text: String) -> Node? {
    if text.utf8.count > Self.limit {
      note(
        "the file is larger than \(Self.limit >> 20) MiB", hint: "keep long lists in files of their own", line: 0,
        column: 0)
      return nil
    }
    if let place = Self.tooDeep(text) {
      note("the file nests deeper than \(Self.maximumDepth)", line: place, column: 0)
      return nil
    }
    guard let (masked, mask) = Self.withoutAliases(Self.withoutMark(text)) else {
      note(
        "the file uses every character that is set aside for private use", hint: "take some of them out", line: 0,
        column: 0)
      return nil
    }
    do {
      // Without rules for types: whether 1 is a number is for the reader to say, and `1` and `"1"` are the same name.
      guard let root = try Yams.compose(yaml: masked, Resolver.basic) else {
        note("the file is empty", hint: "start with: leadline: 1", line: 0, column: 0)
        return nil
      }
      guard let mask else { return root }
      return unmasked(root, mask)
    } catch let error as YamlError {
      note(error, mask)
    } catch {
      note("this is not YAML: \(error)", line: 0, column: 0)
    }
    return nil
  }

  private mutating func note(_ error: YamlError, _ mask: Unicode.Scalar?) {
    switch error {
    case .reader(let problem, let offset, let value, let text):
      // libYAML says at which byte, and no line.
      let before = text.utf8.prefix(offset ?? 0)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let code = value > 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : ""
      note("this is not YAML: \(problem)\(code)", hint: "the file must be plain text in UTF-8", line: line, column: 0)
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let isFlow = (context?.text.contains("flow") ?? false) && problem.contains("expected")
      let hint =
        isFlow
        ? "put a text with commas, colons or brackets, such as a condition, in double quotes"
        : problem.contains("tab") || problem.contains("cannot start any token")
          ? "indent with spaces, and quote texts with special characters" : nil
      let where_ = context.map { " (\($0.text.trimmingSpaces()))" } ?? ""
      note("this is not YAML: \(problem)\(where_)", hint: hint, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let mark = context.mark
      let names = duplicates.sorted().joined(separator: ", ").replacing(mask, with: "*")
      note(
        "a name is there twice: \(names)", hint: "rename or remove one of them", line: mark.line, column: mark.column)
    default:
      note("this is not YAML: \(String(describing: error).prefix(200))", line: 0, column: 0)
    }
  }

  /// The text without the byte order mark that some editors put in front.
  private static func withoutMark(_ text: String) -> String {
    text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  // MARK: Aliases

  /// The text with a private character for each `*` that could start an alias, or as it is if there is none.
  ///
  /// Aliases are refused, because a few lines of them unfold into a tree that no memory holds, and the parser unfolds
  /// them. So the parser is not shown any: what it reads as a plain scalar that starts with the private character
  /// would have been an alias, everything else is an honest star.
  private static func withoutAliases(_ text: String) -> (text: String, mask: Unicode.Scalar?)? {
    var scalars = Array(text.unicodeScalars)
    let candidates = scalars.indices.filter { scalars[$0] == "*" }
    if candidates.isEmpty { return (text, nil) }
    let taken = Set(scalars.filter { 0xE000..<0xF8FF ~= $0.value })
    guard let mask = (0xE000..<0xF8FF).lazy.compactMap(Unicode.Scalar.init).first(where: { !taken.contains($0) }) else {
      return nil
    }
    for index in candidates { scalars[index] = mask }
    var masked = String.UnicodeScalarView()
    masked.append(contentsOf: scalars)
    return (String(masked), mask)
  }

  /// The tree with its stars again; notes what would have been aliases.
  private mutating func unmasked(_ node: Node, _ mask: Unicode.Scalar) -> Node {
    switch node {
    case .scalar(var scalar):
      guard scalar.string.unicodeScalars.contains(mask) else { return node }
      let isAlias = scalar.style == .plain && scalar.string.unicodeScalars.first == mask
      scalar.string = scalar.string.replacing(mask, with: "*")
      if isAlias {
        note(
          "\(scalar.string.prefix(40)) would be an alias for another part of the file, which a model cannot have",
          hint: "repeat what is meant, or put the values under lists:; a text that starts with * needs quotes",
          at: .scalar(scalar))
      }
      return .scalar(scalar)
    case .sequence(var sequence):
      for index in sequence.indices { sequence[index] = unmasked(sequence[index], mask) }
      return .sequence(sequence)
    case .mapping(let mapping):
      let pairs = mapping.map { (unmasked($0.key, mask), unmasked($0.value, mask)) }
      return .mapping(Node.Mapping(pairs, mapping.tag, mapping.style, mapping.mark))
    case .alias: return node
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

  /// The place of a character within a scalar's value; `offset` counts Unicode scalars, as YAML's columns do.
  func place(of offset: Int, in node: Node) -> (line: Int, column: Int) {
    guard let mark = node.mark, mark.line >= 1, mark.line <= lines.count else { return (0, 0) }
    var walker = ScalarWalker(lines: lines, line: mark.line - 1, column: mark.column - 1)
    guard walker.start() else { return (mark.line, mark.column) }
    for _ in 0..<max(0, offset) where !walker.advance() { break }
    return (walker.line + 1, walker.column + 1)
  }

  // MARK: Shapes

  /// The entries of a mapping by their names, in the order of the file; notes names that are not among `known`.
  mutating func entries(of node: Node, _ what: String, known: [String]? = nil) -> [(
    name: String, key: Node, value: Node
  )] {
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
        let hint =
          nearest(to: scalar.string, among: known).map { "did you mean \($0)?" }
          ?? "there are: \(known.joined(separator: ", "))"
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
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      || scalar.style == .any && scalar.string.isEmpty
  }
}

extension String {
  fileprivate func replacing(_ scalar: Unicode.Scalar?, with other: Unicode.Scalar) -> String {
    guard let scalar else { return self }
    return String(UnicodeScalarView(unicodeScalars.map { $0 == scalar ? other : $0 }))
  }

  fileprivate func trimmingSpaces() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
