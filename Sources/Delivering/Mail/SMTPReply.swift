import NIOCore

/// What an SMTP server answers: a code of three digits, and lines of text.
///
/// Source: RFC 5321, section 4.2.
struct SMTPReply: Sendable, Hashable {
  var code: Int
  var lines: [String]

  /// The most bytes that an answer may have.
  static let mostBytes = 65_536

  /// Takes an answer off the front of what was received; nil if it is not there as a whole yet.
  static func take(from buffer: inout ByteBuffer) throws(SMTPProblem) -> SMTPReply? {
    var lines: [String] = []
    var rest = buffer
    while let length = rest.readableBytesView.firstIndex(of: UInt8(ascii: "\n")).map({ $0 - rest.readerIndex }) {
      let line = (rest.readString(length: length + 1) ?? "").filter { !$0.isNewline }
      let digits = line.prefix(3)
      guard digits.utf8.count == 3, let code = Int(digits), 200...599 ~= code else {
        throw SMTPProblem("the mail server speaks something else than SMTP")
      }
      lines.append(String(line.dropFirst(4)))
      if line.dropFirst(3).first != "-" {
        buffer = rest
        return SMTPReply(code: code, lines: lines)
      }
    }
    if buffer.readableBytes > mostBytes { throw SMTPProblem("the mail server answers without end") }
    return nil
  }

  /// Whether the server offers an extension, by the first word of a line.
  func offers(_ name: String) -> Bool { words(of: name) != nil }

  /// What stands behind the name of an extension; nil if it is not offered.
  func words(of name: String) -> [String]? {
    lines.lazy.map { $0.uppercased().split(separator: " ").map(String.init) }.first { $0.first == name }.map {
      Array($0.dropFirst())
    }
  }
}
