import Conditions
import Scoring
import Store

/// What is wrong with a subscription, by field.
public struct SubscriptionIssue: Error, Sendable, Hashable {
  /// The field: `name`, `channel`, `target`, `secret`, `hourly_limit` or `condition`.
  public var field: String
  /// What, without a full stop.
  public var message: String
  /// What to write instead, if we know.
  public var hint: String?
  /// Where in the field, in Unicode scalars from its start; nil for the field as a whole.
  public var offset: Int?

  init(_ field: String, _ message: String, hint: String? = nil, offset: Int? = nil) {
    self.field = field
    self.message = message
    self.hint = hint
    self.offset = offset
  }
}

extension Subscription {
  /// How deliveries reach a receiver.
  public enum Channel: String, Sendable, Hashable, CaseIterable {
    /// An HTTP request that is signed as Standard Webhooks says.
    case webhook
    /// A message for people, in the format of Slack's incoming webhooks, which others take too.
    case slack
    /// A mail.
    case email
  }

  /// Everything that is wrong with it, so that it can be shown at once; empty if it can be used.
  public func issues(_ model: ScoringModel) -> [SubscriptionIssue] {
    var issues: [SubscriptionIssue] = []
    if name.allSatisfy(\.isWhitespace) || name.unicodeScalars.count > 200 {
      issues.append(SubscriptionIssue("name", "a subscription needs a name of at most 200 characters"))
    }
    switch Channel(rawValue: channel) {
    case .webhook?:
      issues += addressIssues
      if !secret.isEmpty, !Self.isSecret(secret) {
        issues.append(
          SubscriptionIssue(
            "secret", "a secret is whsec_ and 24 to 64 bytes in Base64",
            hint: "leave it out, and one is made"))
      }
    case .slack?: issues += addressIssues
    case .email?:
      if !Self.isMailbox(target) {
        issues.append(
          SubscriptionIssue("target", "the target is not an e-mail address", hint: "such as sales@example.com"))
      }
    case nil:
      issues.append(
        SubscriptionIssue(
          "channel", "there is no channel \"\(channel.prefix(40))\"",
          hint: "there are: \(Channel.allCases.map(\.rawValue).joined(separator: ", "))"))
    }
    if !(0...3600 ~= hourlyLimit) {
      issues.append(
        SubscriptionIssue(
          "hourly_limit", "the limit is 0 to 3600 messages an hour", hint: "0 sends nothing but an hourly digest"))
    }
    do throws(ConditionIssue) {
      _ = try SubscriptionFilter(condition, model)
    } catch {
      issues.append(SubscriptionIssue("condition", error.message, hint: error.hint, offset: error.offset))
    }
    return issues
  }

  /// `http://` or `https://`, a host, and nothing that could end a line or a header.
  private var addressIssues: [SubscriptionIssue] {
    let rest =
      target.hasPrefix("https://") ? target.dropFirst(8) : target.hasPrefix("http://") ? target.dropFirst(7) : ""
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let isPlain = target.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F && $0 != "\\" && $0 != "\"" }
    if host.isEmpty || !isPlain || target.utf8.count > 2000 {
      return [
        SubscriptionIssue(
          "target", "the target is not an address of the web", hint: "such as https://hooks.example.com/leads")
      ]
    }
    if host.contains("@") {
      return [
        SubscriptionIssue("target", "the target carries a user name or password", hint: "leave out the part before @")
      ]
    }
    return []
  }

  /// Whether a text is an address that a mail can be sent to: something, `@`, a host; no spaces, no brackets, no line ends.
  public static func isMailbox(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64, text.utf8.count <= 254 else { return false }
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Array("<>()[]\\,;:\"".utf8).contains($0) }
    let host = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return isPlain && !host.contains("") && !parts[0].hasPrefix(".") && !parts[0].hasSuffix(".")
      && parts[1].utf8.allSatisfy { $0 != UInt8(ascii: "_") }
  }

  private static func isSecret(_ text: String) -> Bool {
    guard text.hasPrefix("whsec_") else { return false }
    let digits = text.dropFirst(6)
    let letters = digits.prefix { $0 != "=" }
    let isBase64 = letters.utf8.allSatisfy {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
    }
    let padding = digits.utf8.count - letters.utf8.count
    return isBase64 && digits.utf8.count % 4 == 0 && padding <= 2
      && digits.dropFirst(letters.count).allSatisfy { $0 == "=" }
      && 24...64 ~= digits.utf8.count / 4 * 3 - padding
  }
}
