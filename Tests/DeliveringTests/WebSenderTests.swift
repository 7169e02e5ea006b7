import Foundation
import Testing

@testable import Delivering

/// Receivers that are slow, broken, or lie.
@Suite(.timeLimit(.minutes(3))) struct WebSenderTests {
  private func attempt(
    timeoutSeconds: Int = 10, targets: AllowedTargets = .loopbackToo, _ answer: Receiver.Answer
  ) async throws -> Attempt {
    try await Receiver.with({ _, _ in answer }) { receiver in
      let sender = WebSender(targets: targets, timeoutSeconds: timeoutSeconds)
      let attempt = await sender.post("{}", to: receiver.address)
      await sender.shutdown()
      return attempt
    }
  }

  @Test(arguments: [200, 201, 202, 204, 299]) func twoHundredsAreDelivered(code: Int) async throws {
    #expect(try await attempt(.status(code)) == .delivered)
  }

  @Test(arguments: [400, 401, 404, 500, 503]) func otherStatusesFail(code: Int) async throws {
    #expect(try await attempt(.status(code)) == .failed("the receiver answered \(code)"))
  }

  @Test func goneIsGone() async throws { #expect(try await attempt(.status(410)) == .gone) }

  @Test func aReceiverMaySayWhenToComeBack() async throws {
    #expect(
      try await attempt(.status(429, "retry-after: 120\r\n"))
        == .failed("the receiver answered 429", retryAfterSeconds: 120))
    #expect(
      try await attempt(.status(503, "retry-after: 99999999\r\n"))
        == .failed("the receiver answered 503", retryAfterSeconds: 43_200))
    #expect(
      try await attempt(.status(503, "retry-after: Fri, 31 Dec 1999 23:59:59 GMT\r\n"))
        == .failed("the receiver answered 503"))
  }

  @Test func redirectsAreNotFollowed() async throws {
    try await Receiver.with({ _, _ in .status(200) }) { elsewhere in
      let attempt = try await attempt(.status(307, "location: \(elsewhere.address)\r\n"))
      #expect(attempt == .failed("the receiver answered 307: redirects are not followed"))
      #expect(elsewhere.requests.isEmpty)
    }
  }

  @Test func aReceiverThatSaysNothingIsGivenUp() async throws {
    let start = ContinuousClock.now
    #expect(try await attempt(timeoutSeconds: 1, .silence) == .failed("the receiver did not answer in time"))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func aReceiverThatClosesBeforeAStatusHasFailed() async throws {
    for bytes in ["", "HTTP/1.1 2"] {
      guard case .failed = try await attempt(.closing(bytes)) else {
        Issue.record("a connection that was closed was taken for an answer")
        return
      }
    }
  }

  @Test func garbageIsNoAnswer() async throws {
    guard case .failed = try await attempt(.closing("220 mail.example.com ESMTP\r\n")) else {
      Issue.record("garbage was taken for an answer")
      return
    }
  }

  @Test func theStatusCountsAndNotWhatComesBehindIt() async throws {
    #expect(try await attempt(.closing("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nbroken off")) == .delivered)
    #expect(try await attempt(.bytes("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n\u{1}\u{2}{<>")) == .delivered)
  }

  @Test func anEndlessAnswerIsNotReadToItsEnd() async throws {
    try await Receiver.with({ _, _ in .endless("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfffffff\r\n") }) {
      receiver in
      let sender = WebSender(targets: .loopbackToo, timeoutSeconds: 10)
      #expect(await sender.post("{}", to: receiver.address) == .delivered)
      await sender.shutdown()
      // What fits into the buffers of two sockets, and not more.
      #expect(receiver.endlessBytes < 50_000_000)
    }
  }

  @Test func nobodyListensIsAFailure() async throws {
    let port = try await Receiver.with({ _, _ in .status(200) }) { $0.port }
    let sender = WebSender(targets: .loopbackToo, timeoutSeconds: 5)
    let attempt = await sender.post("{}", to: "http://127.0.0.1:\(port)/")
    await sender.shutdown()
    guard case .failed = attempt else {
      Issue.record("delivered to nobody")
      return
    }
  }

  @Test func theRequestIsWhatWasAsked() async throws {
    try await Receiver.with({ _, _ in .status(204) }) { receiver in
      let sender = WebSender(targets: .loopbackToo, timeoutSeconds: 10)
      _ = await sender.post(#"{"a":"Ä"}"#, to: receiver.address, headers: [("webhook-id", "crs_1_2")])
      await sender.shutdown()
      let request = try #require(receiver.requests.first)
      #expect(request.line == "POST /hook HTTP/1.1")
      #expect(request.body == #"{"a":"Ä"}"#)
      #expect(request.headers["webhook-id"] == "crs_1_2")
      #expect(request.headers["content-type"] == "application/json")
      #expect(request.headers["host"]?.hasPrefix("127.0.0.1") == true)
    }
  }
}
