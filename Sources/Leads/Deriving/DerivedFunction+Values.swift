extension DerivedFunction {
  /// The values that each function can give, folded; nothing for those that give no text.
  private static let foldedValues: [DerivedFunction: Set<[UInt8]>] = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { function in
      function.knownValues.map { (function, Set($0.map(\.foldedUTF8))) }
    })

  /// What is wrong with comparing the function with this folded text; nil if it can give it, or gives no text.
  public func problem(withValue text: [UInt8]) -> (message: String, hint: String)? {
    guard let folded = Self.foldedValues[self], !folded.contains(text), let known = knownValues else { return nil }
    let value = String(decoding: text, as: UTF8.self)
    let hint: String
    if let near = nearest(to: value, among: known) {
      hint = "did you mean '\(near)'?"
    } else if self != .emailKind, case .text(let meant) = Deriver().value(self, of: text.span) {
      hint = "write '\(meant)'"
    } else {
      hint =
        known.count > 40 ? "it gives codes of two letters, such as 'DE'" : "there are: \(known.joined(separator: ", "))"
    }
    return ("\(rawValue)(...) never gives '\(value)'", hint)
  }
}
