/// Texts that people and programs write where they know nothing: `N/A`, `Select`, `-`.
///
/// The empty text, and one of only spaces, is always a placeholder. The others compare without regard to case and
/// surrounding spaces.
public struct Placeholders: Sendable, Hashable {
  /// The texts, folded.
  public let texts: Set<[UInt8]>
  private let longest: Int

  /// These texts, and the empty one.
  public init(_ texts: some Sequence<String>) {
    self.texts = Set(texts.map { Array($0.utf8).folded() }).union([[]])
    longest = self.texts.map(\.count).max() ?? 0
  }

  /// What the exports of CRMs leave in empty fields.
  public static let usual = Placeholders([
    "Select", "N/A", "#N/A", "-", "--", "null", "unknown", "(blank)", "(none)", "undefined",
  ])

  /// Nothing but the empty text.
  public static let onlyEmpty = Placeholders([])

  /// Whether the text stands for nothing known.
  public func contains(_ text: Span<UInt8>) -> Bool {
    let range = text.trimmedRange
    if range.isEmpty { return true }
    if range.count > longest { return false }
    var bytes: [UInt8] = []
    text.extracting(range).appendFolded(to: &bytes)
    return texts.contains(bytes)
  }
}
