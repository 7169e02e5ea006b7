/// Flags from the cells of files, in the words of several languages.
///
/// | | texts |
/// |---|---|
/// | true | `true` `yes` `y` `t` `1` `on` `x` `ja` `oui` `si` `sí` `sim` and the check marks ✓ ✔ ✅ ☑ |
/// | false | `false` `no` `n` `f` `0` `off` `nein` `non` `não` |
///
/// Case and white space around the text do not count. An empty text is not false: it says nothing.
extension Bool {
  /// Reads the flag of a cell from UTF-8 text; nil if the text is no flag, which includes bytes that are no UTF-8.
  ///
  ///     Bool(cell: " Yes ")   // true
  ///     Bool(cell: "maybe")   // nil
  ///
  /// - Complexity: constant but for the white space around the text.
  public init?(cell text: Span<UInt8>) {
    let word = text.extracting(text.trimmedRange)
    guard 1...Self.longestFlag ~= word.count, let utf8 = try? UTF8Span(validating: word) else { return nil }
    // String comparison is by canonical equivalence, so the í of a Mac's export, an i and an accent, is an í as well.
    switch String(copying: utf8).lowercased() {
    case "true", "yes", "y", "t", "1", "on", "x", "ja", "oui", "si", "sí", "sim": self = true
    case "✓", "✔", "✔\u{FE0F}", "✅", "☑", "☑\u{FE0F}": self = true
    case "false", "no", "n", "f", "0", "off", "nein", "non", "não": self = false
    default: return nil
    }
  }

  /// Reads the flag of a cell from a string, in the same way.
  public init?(cell text: String) {
    self.init(cell: text.utf8.span)
  }

  /// In bytes: a check mark with a variation selector has 6.
  private static let longestFlag = 8
}
