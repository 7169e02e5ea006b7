/// The domains and mailboxes that a vocabulary adds for `email_kind`.
struct EmailWords: Sendable {
  private var domains = WordTable<EmailKind>()
  /// Domains whose subdomains count too: `*.example.com`.
  private var parents = WordTable<EmailKind>()
  private var mailboxes = WordTable<EmailKind>()

  /// The words of a vocabulary; nil if it has none for addresses.
  init?(_ vocabulary: Vocabulary) {
    let entries = vocabulary.entries(of: .emailKind)
    if entries.isEmpty { return nil }
    for (value, word) in entries {
      guard let kind = EmailKind(rawValue: String(decoding: value.foldedUTF8, as: UTF8.self)) else { continue }
      var text = word.foldedUTF8[...]
      if text.first == UInt8(ascii: "@") { text = text.dropFirst() }
      if text.last == UInt8(ascii: "@") {
        text = text.dropLast()
        mailboxes.add(text.span, kind)
      } else if text.starts(with: "*.".utf8) {
        text = text.dropFirst(2)
        parents.add(text.span, kind)
      } else if kind == .role, !text.contains(UInt8(ascii: ".")) {
        mailboxes.add(text.span, kind)
      } else {
        domains.add(text.span, kind)
      }
    }
  }

  /// The kind that was chosen for the address's domain.
  func kind(of address: borrowing AddressParts) -> EmailKind? {
    let text = address.bytes.span
    let end = address.domain.upperBound
    if let kind = domains[text.extracting(address.domain)] { return kind }
    if parents.isEmpty { return nil }
    for dot in address.firstDot..<address.lastDot where text[dot] == UInt8(ascii: ".") {
      if let kind = parents[text.extracting(dot + 1..<end)] { return kind }
    }
    return nil
  }

  /// Whether the part before the `@` was named as one for a task.
  func isRole(_ address: borrowing AddressParts) -> Bool {
    mailboxes.contains(address.bytes.span.extracting(address.local))
  }
}
