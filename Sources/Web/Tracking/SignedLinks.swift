import Crypto

/// Links in mails that say whose they are, signed so that nobody can make others.
///
///     links.redirect(to: "https://example.com/pricing", link: .init(user: "4711", campaign: "spring"))
///     // /r?u=https%3A%2F%2Fexample.com%2Fpricing&i=4711&c=spring&s=…
///
/// The signature is HMAC-SHA256 over the path and everything before it in the query. A redirect to where the link's
/// maker did not want it to go is therefore impossible, and so is an act in another person's name.
public struct SignedLinks: Sendable {
  /// What a link says.
  public struct Link: Sendable, Hashable {
    /// The id of the user whose link it is.
    public var user: String?
    /// The id of the record whose link it is.
    public var record: String?
    /// The campaign that the mail belongs to.
    public var campaign: String?
    /// Whether no person sees the link, so that only programs follow it.
    public var isHoneypot: Bool

    /// A link.
    public init(user: String? = nil, record: String? = nil, campaign: String? = nil, isHoneypot: Bool = false) {
      self.user = user
      self.record = record
      self.campaign = campaign
      self.isHoneypot = isHoneypot
    }
  }

  private let key: SymmetricKey

  /// Links that are signed with a secret.
  ///
  /// - Parameter secret: at least 16 bytes of chance, which the server keeps. With another secret, links that were sent
  ///   lead nowhere.
  public init(secret: [UInt8]) {
    precondition(secret.count >= 16, "a secret of \(secret.count) bytes can be guessed")
    key = SymmetricKey(data: secret)
  }

  /// The path and query of a link that leads elsewhere, and tells that it was followed.
  public func redirect(to url: String, link: Link) -> String {
    signed("/r?u=" + PercentCoding.encoded(url) + members(link))
  }

  /// The path and query of a picture of one pixel, whose loading tells that a mail was opened.
  public func pixel(_ link: Link) -> String {
    let members = members(link)
    return signed("/p.gif?" + members.dropFirst())
  }

  private func members(_ link: Link) -> String {
    var query = ""
    for (name, value) in [("i", link.user), ("l", link.record), ("c", link.campaign)] {
      if let value { query += "&\(name)=" + PercentCoding.encoded(value) }
    }
    return link.isHoneypot ? query + "&h=1" : query
  }

  private func signed(_ target: String) -> String { target + "&s=" + signature(target) }

  private func signature(_ target: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(target.utf8), using: key)
    return code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// What a signed link says, and where it leads; nil if it was not signed with this secret.
  public func link(_ target: String) -> (link: Link, url: String?)? {
    guard let place = target.ranges(of: "&s=").last, let query = target.firstIndex(of: "?") else { return nil }
    let signed = target[..<place.lowerBound]
    guard isSignature(target[place.upperBound...], of: signed), query < signed.endIndex else { return nil }
    var link = Link()
    var url: String?
    for member in signed[signed.index(after: query)...].split(separator: "&") {
      let parts = member.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let value = PercentCoding.decoded(parts[1]) else { continue }
      switch parts[0] {
      case "u": url = value
      case "i": link.user = value
      case "l": link.record = value
      case "c": link.campaign = value
      case "h": link.isHoneypot = value == "1"
      default: break
      }
    }
    return (link, url)
  }

  /// Compares in a time that does not depend on where they differ.
  private func isSignature(_ digits: Substring, of text: Substring) -> Bool {
    let code = PercentCoding.bytes(hexadecimal: digits)
    guard let code, code.count == 32 else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Array(text.utf8), using: key)
  }
}

/// The coding of texts in the queries of URLs.
enum PercentCoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// A text with everything but letters, digits and `-._~` coded (RFC 3986).
  static func encoded(_ text: String) -> String {
    var coded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        coded.append(byte)
      default: coded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: coded, as: UTF8.self)
  }

  /// The text that was coded; nil if it was not, or is not UTF-8.
  static func decoded(_ coded: Substring) -> String? {
    var text: [UInt8] = []
    var rest = coded.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let pair = bytes(hexadecimal: Substring(rest.prefix(2))), pair.count == 1 else { return nil }
        text += pair
        rest = rest.dropFirst(2)
      } else {
        text.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
      }
    }
    return String(validating: text, as: UTF8.self)
  }

  /// The bytes of pairs of hexadecimal digits; nil if there is anything else.
  static func bytes(hexadecimal digits: Substring) -> [UInt8]? {
    let units = Array(digits.utf8)
    guard units.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: units.count, by: 2) {
      guard let high = value(units[index]), let low = value(units[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - 55
    default: nil
    }
  }
}
