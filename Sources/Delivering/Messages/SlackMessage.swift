import Service

/// A message in the format of Slack's incoming webhooks, which Mattermost and others take too.
///
/// Source: Slack's "Formatting text for app surfaces": `&`, `<` and `>` are escaped, and then nothing in a text can mention or link.
enum SlackMessage {
  /// How many crossings a digest names.
  static let named = 30

  /// The request's body.
  ///
  /// - Parameter publicURL: where the server's pages are, for links; nil for none.
  static func json(_ contents: [AlertContent], count: Int, isDigest: Bool, publicURL: String?) -> String {
    let lines = contents.prefix(named).map { line($0, publicURL) }
    let title = isDigest ? DigestWording.title(count) : contents.first.map { "\($0.who) \($0.happening)" } ?? ""
    var blocks: [String] = []
    if isDigest { blocks.append(section("*\(escaped(title))*")) }
    blocks += chunks(lines).map(section)
    if !isDigest, let content = contents.first {
      blocks.append(context([content.why, content.scores].filter { !$0.isEmpty }.joined(separator: " · ")))
    }
    if let rest = DigestWording.rest(count - lines.count) { blocks.append(context(rest)) }
    return JSONWriter.object {
      $0.add("text", escaped(title))
      $0.add("blocks", raw: "[" + blocks.joined(separator: ",") + "]")
    }
  }

  private static func line(_ content: AlertContent, _ publicURL: String?) -> String {
    let who = escaped(content.who)
    let linked = publicURL.map { "<\($0)/leads/\(content.data.lead)|\(who.replacing("|", with: "¦"))>" } ?? who
    return "*\(linked)* \(escaped(content.happening))"
  }

  /// Blocks hold 3000 characters at most.
  private static func chunks(_ lines: [String]) -> [String] {
    var chunks: [String] = []
    for line in lines {
      if let last = chunks.last, last.count + line.count < 2800 {
        chunks[chunks.count - 1] = last + "\n" + line
      } else {
        chunks.append(line)
      }
    }
    return chunks
  }

  private static func section(_ text: String) -> String {
    JSONWriter.object {
      $0.add("type", "section")
      $0.add("text", raw: markdown(text))
    }
  }

  private static func context(_ text: String) -> String {
    JSONWriter.object {
      $0.add("type", "context")
      $0.add("elements", raw: "[" + markdown(escaped(text)) + "]")
    }
  }

  private static func markdown(_ text: String) -> String {
    JSONWriter.object {
      $0.add("type", "mrkdwn")
      $0.add("text", text)
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

/// What digests say.
enum DigestWording {
  /// `17 changes among leads`.
  static func title(_ count: Int) -> String { "\(count) \(count == 1 ? "change" : "changes") among leads" }

  /// What is said of those that are not named; nil for none.
  static func rest(_ count: Int) -> String? { count > 0 ? "and \(count) more" : nil }
}
