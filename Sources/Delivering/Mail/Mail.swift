import Leads

/// A mail of plain text, as it goes over the wire: RFC 5322 headers, MIME, everything in ASCII.
///
/// Whatever a header is given, it stays one header: control characters and line ends become spaces, and what is not ASCII is
/// encoded.
struct Mail: Sendable, Hashable {
  /// The sender's address.
  var from: String
  /// The sender's name; empty for none.
  var fromName: String
  /// The receiver's address.
  var to: String
  /// What it is about.
  var subject: String
  /// The text, with lines that end in `\n`.
  var text: String
  /// What makes the mail this one; letters, digits, `_` and `-`.
  var id: String
  /// When, in seconds since 1970.
  var at: Int64

  /// The whole message, its lines ending in CRLF.
  var data: String {
    let host = from.split(separator: "@").last.map(String.init) ?? "localhost"
    let headers = [
      ("From", fromName.isEmpty ? "<\(from)>" : "\(Self.phrase(fromName)) <\(from)>"),
      ("To", "<\(to)>"),
      ("Subject", Self.encoded(subject.plain(200), after: "Subject: ".count)),
      ("Date", Self.date(at)),
      ("Message-ID", "<\(id)@\(host)>"),
      ("Auto-Submitted", "auto-generated"),
      ("MIME-Version", "1.0"),
      ("Content-Type", "text/plain; charset=utf-8"),
      ("Content-Transfer-Encoding", "quoted-printable"),
    ]
    return headers.map { "\($0): \($1)\r\n" }.joined() + "\r\n" + Self.quotedPrintable(text)
  }

  /// A name in front of an address: quoted, or encoded if it is not ASCII.
  private static func phrase(_ name: String) -> String {
    let name = name.plain(100)
    if !name.utf8.allSatisfy({ $0 < 0x80 }) { return encoded(name, after: "From: ".count) }
    return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A header's text: as it is if it is short and ASCII, otherwise in encoded words of at most 75 characters, each on its own line.
  ///
  /// Source: RFC 2047, section 2; no character is split between two words.
  static func encoded(_ text: String, after position: Int) -> String {
    let isPlain = text.utf8.allSatisfy { 0x20..<0x7F ~= $0 } && text.utf8.count + position <= 76
    if isPlain && !text.contains("=?") { return text }
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // 75 less `=?utf-8?B?` and `?=` are 63 characters of Base64, which are 45 bytes; fewer on the first line.
      let most = words.count == 1 ? 30 : 45
      if words[words.count - 1].count + bytes.count > most { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
  }

  /// Text in the encoding that mail passes on unharmed: lines of at most 76 characters of ASCII.
  ///
  /// Source: RFC 2045, section 6.7.
  static func quotedPrintable(_ text: String) -> String {
    var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map { line in
      var (encoded, width) = ("", 0)
      let bytes = Array(line.utf8)
      for (index, byte) in bytes.enumerated() {
        let isSpaceAtEnd = (byte == 0x20 || byte == 0x09) && index == bytes.count - 1
        let isPlain = (0x20..<0x7F ~= byte && byte != UInt8(ascii: "=") || byte == 0x09) && !isSpaceAtEnd
        let unit = isPlain ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
        if width + unit.count > 75 {
          encoded += "=\r\n"
          width = 0
        }
        encoded += unit
        width += unit.count
      }
      return encoded + "\r\n"
    }.joined()
  }

  /// `Mon, 02 Mar 2026 09:15:00 +0000`.
  static func date(_ seconds: Int64) -> String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let text = Instant(secondsSince1970: seconds).description
    let parts = text.split { !$0.isNumber }
    let day = ((seconds / 86_400) % 7 + 7) % 7
    guard parts.count == 6, let month = Int(parts[1]), months.indices.contains(month - 1) else { return text }
    return "\(days[Int(day)]), \(parts[2]) \(months[month - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) +0000"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }
}
