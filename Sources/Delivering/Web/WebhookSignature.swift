import Crypto
import Foundation

/// The secret that a webhook's sender and receiver share, and the signatures made with it.
///
///     let secret = try WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
///     secret.signature(id: "msg_1", timestamp: 1614265330, body: "{}")   // "v1,..."
///
/// Source: Standard Webhooks 1.0, "Signature scheme": `v1,` and the Base64 of the HMAC-SHA256 of `id.timestamp.body`.
public struct WebhookSecret: Sendable, CustomStringConvertible {
  private let key: SymmetricKey

  /// The secret that a text states: `whsec_` and Base64; nil for another text.
  public init?(_ text: String) {
    let digits = text.hasPrefix("whsec_") ? String(text.dropFirst(6)) : text
    guard let bytes = Data(base64Encoded: digits), bytes.count >= 16 else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// The text of a new secret of 32 bytes from the system's source of chance.
  public static func made() -> String {
    let key = SymmetricKey(size: .bits256)
    return "whsec_" + key.withUnsafeBytes { Data($0).base64EncodedString() }
  }

  /// What goes into the header `webhook-signature`.
  public func signature(id: String, timestamp: Int64, body: String) -> String {
    let signed = Data("\(id).\(timestamp).\(body)".utf8)
    return "v1," + Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64EncodedString()
  }

  /// Not the secret, so that it cannot end up in a log.
  public var description: String { "whsec_…" }
}
