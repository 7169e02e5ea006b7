/// Walks through the text of a YAML scalar, one character of its value at a time, to find where each stands in the file.
///
/// It knows quotes, escapes, folded lines and block scalars, as far as places need it; what it reads has been parsed
/// before, so it never has to say that something is wrong.
struct ScalarWalker {
  private let lines: [[Unicode.Scalar]]
  /// The line from 0.
  private(set) var line: Int
  /// The column from 0.
  private(set) var column: Int
  private var style = Style.plain
  /// The indentation of a block scalar.
  private var indentation = 0
  /// Empty lines at the end of this one that are still to be walked through, each a character.
  private var emptyLines = 0

  private enum Style { case plain, single, double, literal, folded }

  /// A walker in front of a scalar.
  init(lines: [[Unicode.Scalar]], line: Int, column: Int) {
    self.lines = lines
    self.line = line
    self.column = column
  }

  private var current: [Unicode.Scalar] { lines[line] }

  /// Goes to the first character of the value. False if there is nothing to walk through.
  mutating func start() -> Bool {
    guard column < current.count else { return false }
    switch current[column] {
    case "'": (style, column) = (.single, column + 1)
    case "\"": (style, column) = (.double, column + 1)
    case "|", ">":
      style = current[column] == "|" ? .literal : .folded
      guard let next = nextFilledLine else { return false }
      line = next
      indentation = Self.indentation(of: lines[next])
      column = indentation
    case "&", "!": return false
    default: style = .plain
    }
    return true
  }

  /// Goes to the next character of the value; false behind the last line.
  ///
  /// A line's end is a character too: a space if lines are folded, and else itself.
  mutating func advance() -> Bool {
    if isAtEndOfLine { return nextLine() }
    switch (style, current[column]) {
    case (.double, "\\"): column = min(column + lengthOfEscape, current.count)
    case (.single, "'"): column = min(column + 2, current.count)
    default: column += 1
    }
    if style != .literal, isAtEndOfLine, let next = nextFilledLine { emptyLines = max(0, next - line - 2) }
    return true
  }

  private mutating func nextLine() -> Bool {
    if style == .literal {
      guard line + 1 < lines.count else { return false }
      line += 1
      column = min(indentation, current.count)
      return true
    }
    if emptyLines > 0 {
      emptyLines -= 1
      return true
    }
    guard let next = nextFilledLine else { return false }
    line = next
    column = style == .folded ? min(indentation, current.count) : Self.indentation(of: current)
    return true
  }

  /// Whether nothing stands behind here; spaces at the end of a line only count in a block scalar.
  private var isAtEndOfLine: Bool {
    column >= current.count
      || (style != .literal && style != .folded && current[column...].allSatisfy { $0 == " " || $0 == "\t" })
  }

  private var nextFilledLine: Int? {
    (line + 1..<max(lines.count, line + 1)).first { Self.indentation(of: lines[$0]) < lines[$0].count }
  }

  private static func indentation(of line: [Unicode.Scalar]) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }

  /// The characters of the file that an escape takes.
  private var lengthOfEscape: Int {
    switch column + 1 < current.count ? current[column + 1] : " " {
    case "x": 4
    case "u": 6
    case "U": 10
    default: 2
    }
  }
}

extension String {
  /// The lines as YAML counts them, without their ends.
  var linesOfYAML: [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = [[]]
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append([])
      default: lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    return lines
  }
}
