import Foundation
import Testing

@testable import Delivering

@Suite struct WebhookSignatureTests {
  /// The example of the Standard Webhooks specification and its libraries.
  @Test func theExampleOfTheSpecificationIsSignedSo() throws {
    let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let signature = secret.signature(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: #"{"test": 2432232314}"#)
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test(.enabled(if: Python.has("standardwebhooks"), "needs: pip install standardwebhooks"))
  func theLibraryOfTheStandardAcceptsOurSignatures() async throws {
    let program = """
      import sys
      from standardwebhooks.webhooks import Webhook
      secret, id, timestamp, signature = sys.argv[1:]
      body = sys.stdin.buffer.read().decode("utf-8")
      headers = {"webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature}
      Webhook(secret).verify(body, headers)
      try:
        Webhook(secret).verify(body + " ", headers)
      except Exception:
        print("verified")
      """
    let text = WebhookSecret.made()
    let secret = try #require(WebhookSecret(text))
    let now = Int64(Date().timeIntervalSince1970)
    let body = #"{"type":"lead.crossed","data":{"name":"Ä „\"x\"” 😀"}}"#
    let signature = secret.signature(id: "crs_1_2", timestamp: now, body: body)
    let outcome = try await Python.run(program, [text, "crs_1_2", String(now), signature], input: body)
    #expect(outcome.output == "verified\n")
  }

  @Test(arguments: ["", "whsec_", "whsec_***", "whsec_c2hvcnQ=", "hunter2"])
  func whatIsNoSecretIsNotTakenForOne(text: String) {
    #expect(WebhookSecret(text) == nil)
  }

  @Test func secretsAreNotShownAndNotTheSameTwice() throws {
    let (one, two) = (WebhookSecret.made(), WebhookSecret.made())
    #expect(one != two)
    #expect(one.hasPrefix("whsec_") && one.utf8.count == 6 + 44)
    #expect(try #require(WebhookSecret(one)).description == "whsec_…")
  }
}
