import Foundation

/// Writing to the terminal, or to whatever stands in its place.
enum Terminal {
  /// Whether standard output is a terminal.
  static let isInteractive = isatty(STDOUT_FILENO) == 1
  /// Whether progress can be shown: standard error is a terminal.
  static let showsProgress = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Whether output is in colour: on a terminal, unless `NO_COLOR` is set.
  static let hasColour =
    isInteractive && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Columns of the terminal, or of a wide page.
  static let width: Int = {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return max(40, Int(size.ws_col)) }
    return max(40, ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) ?? 140)
  }()

  /// Colours that stay readable on dark and light ground.
  enum Style: String {
    case bold = "1", dim = "2", red = "31", green = "32", yellow = "33", blue = "34", cyan = "36"
  }

  /// The text in a style, where colours are shown.
  static func styled(_ text: String, _ styles: Style...) -> String {
    guard hasColour, !styles.isEmpty else { return text }
    return "\u{1B}[\(styles.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  /// Writes a line to standard output; throws `BrokenPipe` if nobody reads any more.
  static func write(_ line: String) throws {
    try write(bytes: Array((cleaned(line, keepsColours: hasColour) + "\n").utf8), to: STDOUT_FILENO)
  }

  /// Writes a line to standard error.
  static func writeError(_ line: String) {
    try? write(bytes: Array((cleaned(line, keepsColours: false) + "\n").utf8), to: STDERR_FILENO)
  }

  /// The text without what could move the cursor, clear the screen or turn the writing round: data come from strangers.
  private static func cleaned(_ text: String, keepsColours: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    var clean = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let startsColour = scalar == "\u{1B}" && keepsColours && isColour(scalars[index...])
      let isHarmless =
        scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F ~= scalar.value) && !isDirection(scalar))
      clean.append(startsColour || isHarmless ? scalar : " ")
    }
    return String(clean)
  }

  /// Whether an escape is that of a colour: `ESC [ digits ; digits m`.
  private static func isColour(_ escape: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = escape.dropFirst()
    guard rest.first == "[" else { return false }
    return rest.dropFirst().first { !("0"..."9" ~= $0 || $0 == ";") } == "m"
  }

  /// Marks that change the direction of what follows.
  private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value
  }

  private static func write(bytes: [UInt8], to descriptor: Int32) throws {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + start, bytes.count - start) }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw BrokenPipe() }
        throw WorkFailure(message: "standard output: \(String(cString: strerror(errno)))")
      }
      start += written
    }
  }
}

extension String {
  /// How many columns of a terminal the text takes: wide characters two, marks none.
  var columns: Int {
    unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: sum
      default:
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
          0x1F300...0x1FAFF, 0x20000...0x3FFFD:
          sum + 2
        default: sum + 1
        }
      }
    }
  }

  /// The text filled with spaces, or cut with an ellipsis, to so many columns. Control characters become spaces.
  func fitted(to width: Int, alignedRight: Bool = false) -> String {
    guard width > 0 else { return "" }
    let clean = String(
      String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    if clean.columns <= width {
      let space = String(repeating: " ", count: width - clean.columns)
      return alignedRight ? space + clean : clean + space
    }
    var cut = ""
    for character in clean {
      if (cut + String(character)).columns > width - 1 { break }
      cut.append(character)
    }
    return (cut + "…").fitted(to: width)
  }
}
