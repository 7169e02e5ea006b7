/// The mailbox behind an e-mail address: what all ways to write one address have in common.
///
///     EmailKey("Ada.Northwind+demo@GoogleMail.com")?.text   // "adanorthwind@gmail.com"
///     EmailKey("ada@")                                       // nil
///
/// Case and surrounding spaces do not count, nor does what follows a plus in the local part. Dots in the local part do
/// not count at Gmail, and only there. It is not a check whether mail arrives.
public struct EmailKey: Sendable, Hashable {
  /// The mailbox as UTF-8.
  public let bytes: [UInt8]
  /// Where the `@` stands in `bytes`.
  private let at: Int

  /// The mailbox of an address; nil if the text is no address. Constant time: longer than 254 bytes is none.
  public init?(_ text: Span<UInt8>) {
    let range = text.trimmedRange
    guard 6...254 ~= range.count else { return nil }
    var folded: [UInt8] = []
    text.extracting(range).appendFolded(to: &folded)
    guard let at = folded.firstIndex(of: UInt8(ascii: "@")), Self.isLocalPart(folded[..<at]),
      DomainName.isValid(folded[(at + 1)...])
    else { return nil }
    var local = folded[..<at]
    var domain = folded[(at + 1)...]
    if let plus = local.firstIndex(of: UInt8(ascii: "+")), plus > 0 { local = local[..<plus] }
    if domain.elementsEqual("googlemail.com".utf8) { domain = Array("gmail.com".utf8)[...] }
    var key: [UInt8] = []
    key.reserveCapacity(folded.count)
    if domain.elementsEqual("gmail.com".utf8) {
      key.append(contentsOf: local.lazy.filter { $0 != UInt8(ascii: ".") })
    } else {
      key.append(contentsOf: local)
    }
    if key.isEmpty { return nil }
    self.at = key.count
    key.append(UInt8(ascii: "@"))
    key.append(contentsOf: domain)
    bytes = key
  }

  /// The mailbox of an address, in the same way.
  public init?(_ text: String) { self.init(text.utf8.span) }

  /// The mailbox as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What stands before the `@`.
  public var local: ArraySlice<UInt8> { bytes[..<at] }

  /// What stands behind the `@`.
  public var domain: ArraySlice<UInt8> { bytes[(at + 1)...] }

  /// Whether the mailbox belongs to a task, not to a person: `info@`, `sales@`. Several people share it, so it is
  /// evidence only together with the same name.
  public var isRole: Bool { EmailClassifier.standard.kind(of: bytes.span) == .role }

  /// Whether somebody typed it to get past a form: `none@none.com`, `test@test.com`, `x@x.com`. It is nobody's.
  public var isJunk: Bool {
    if Self.junk.contains(Array(local)) { return true }
    let label = domain.prefix { $0 != UInt8(ascii: ".") }
    return local.count <= 3 && local.elementsEqual(label)
  }

  /// Visible characters without brackets and quotes, dots only between others.
  private static func isLocalPart(_ local: ArraySlice<UInt8>) -> Bool {
    guard 1...64 ~= local.count, local.first != UInt8(ascii: "."), local.last != UInt8(ascii: ".") else { return false }
    var previous: UInt8 = 0
    for byte in local {
      guard byte > 0x20, byte != 0x7F, !forbidden.contains(byte) else { return false }
      if byte == UInt8(ascii: "."), previous == byte { return false }
      previous = byte
    }
    return true
  }

  private static let forbidden = Array("()<>[],;:\\\"@".utf8)

  private static let junk = words(
    """
    none null na n/a nil noemail no-email no_email nomail no nobody noname nothing unknown undefined test testing tester
    test1 test123 asdf asdfasdf qwerty xxx xxxx aaa aaaa fake dummy noreply no-reply no_reply donotreply do-not-reply
    nospam spam notprovided
    """)

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
  }
}
