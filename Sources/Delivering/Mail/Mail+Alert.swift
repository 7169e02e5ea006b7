import Foundation

extension Mail {
  /// How many crossings a digest names.
  static let named = 100

  /// The mail that tells of crossings.
  ///
  /// - Parameters:
  ///   - count: how many there are; `contents` may be fewer.
  ///   - publicURL: where the server's pages are, for links; nil for none.
  init(
    _ contents: [AlertContent], count: Int, isDigest: Bool, id: String, to: String, settings: SMTPSettings,
    publicURL: String?, at: Int64
  ) {
    func link(_ content: AlertContent) -> String? { publicURL.map { "\($0)/leads/\(content.data.lead)" } }
    var lines: [String] = []
    let title: String
    if isDigest {
      title = DigestWording.title(count)
      lines = [title + ":", ""]
      for content in contents.prefix(Self.named) {
        lines.append("- \(content.who) \(content.happening), \(content.why)" + (link(content).map { " (\($0))" } ?? ""))
      }
      if let rest = DigestWording.rest(count - min(contents.count, Self.named)) { lines.append(rest) }
    } else {
      title = contents.first.map { "\($0.who) \($0.happening)" } ?? ""
      lines = [title + ",", contents.first.map(\.why) ?? "", ""]
      if let content = contents.first {
        if !content.scores.isEmpty { lines.append("Scores: \(content.scores)") }
        if let email = content.data.email, content.data.name != nil { lines.append("E-mail: \(email.plain(254))") }
        if let link = link(content) { lines.append(link) }
      }
    }
    lines += ["", "-- ", "Leadline, \(id)"]
    self.init(
      from: settings.from, fromName: settings.fromName, to: to, subject: title,
      text: lines.joined(separator: "\n") + "\n", id: id, at: at)
  }

  static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
