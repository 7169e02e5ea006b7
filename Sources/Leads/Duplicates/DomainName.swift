/// Names of domains, as they stand behind the `@` of an address and in the address of a website.
enum DomainName {
  /// Whether folded text has the form of a domain: labels with a dot between them, the last one not a number.
  static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    guard 4...253 ~= text.count else { return false }
    var labels = 0
    var last = text.startIndex..<text.startIndex
    var start = text.startIndex
    for index in text.startIndex...text.endIndex {
      if index < text.endIndex, text[index] != UInt8(ascii: ".") {
        if !isLabelByte(text[index]) { return false }
        continue
      }
      guard 1...63 ~= index - start, text[start] != UInt8(ascii: "-"), text[index - 1] != UInt8(ascii: "-") else {
        return false
      }
      labels += 1
      last = start..<index
      start = index + 1
    }
    return labels >= 2 && last.count >= 2 && !text[last].allSatisfy { 0x30...0x39 ~= $0 }
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), 0x80...: true
    default: false
    }
  }

  /// The domain of a website's address, folded, without `www.`; nil if there is none. Constant time: of an address only
  /// the first 512 bytes are looked at.
  ///
  ///     DomainName.ofWebsite("https://www.Acme.example/contact?x=1")   // "acme.example"
  static func ofWebsite(_ text: Span<UInt8>) -> [UInt8]? {
    let range = text.trimmedRange
    var folded: [UInt8] = []
    text.extracting(range.lowerBound..<min(range.upperBound, range.lowerBound + 512)).appendFolded(to: &folded)
    var rest = folded[...]
    for scheme in ["https://", "http://", "//"] where rest.starts(with: scheme.utf8) {
      rest = rest.dropFirst(scheme.utf8.count)
      break
    }
    rest = rest.prefix { byte in !"/?#:\\".utf8.contains(byte) }
    if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
    return isValid(rest) ? Array(rest) : nil
  }

  /// Whether a domain tells nothing of its user's company: a provider of mailboxes for everybody, or a platform on which
  /// people have pages.
  static func isShared(_ domain: ArraySlice<UInt8>) -> Bool {
    if platforms.contains(Array(domain)) { return true }
    let address = Array("somebody@".utf8) + domain
    let kind = EmailClassifier.standard.kind(of: address.span)
    return kind == .personal || kind == .disposable
  }

  private static let platforms: Set<[UInt8]> = Set(
    """
    linkedin.com facebook.com fb.com instagram.com twitter.com x.com xing.com youtube.com github.com github.io medium.com
    wordpress.com blogspot.com wixsite.com sites.google.com linktr.ee t.me wa.me google.com bit.ly
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
}
