import Testing
import Tracking

/// The digest by which a repetition is known.
@Suite struct ContentTests {
  private func content(_ body: String, received: Int64 = 1_751_373_300) throws -> UInt64 {
    let bytes = Array(body.utf8)
    let batch = TrackingReader().message(bytes.span, call: nil, received: received)
    #expect(batch.problems.isEmpty)
    return try #require(batch.messages.first).content
  }

  private let base =
    #"{"type":"track","userId":"u","event":"e","properties":{"a":1},"timestamp":"2025-07-01T12:00:00Z"}"#

  @Test func whatRepetitionsDifferInDoesNotMatter() throws {
    let plain = try content(base)
    let sent = #""messageId":"m2","sentAt":"2025-07-01T12:20:00Z","timestamp""#
    #expect(try content(base.replacing(#""timestamp""#, with: sent), received: 1_751_379_999) == plain)
    #expect(try content(base.replacing(":", with: " : ").replacing("T12 : 00 : 00Z", with: "T12:00:00Z")) == plain)
    #expect(try content(base.replacing("T12:00:00Z", with: "T12:00:00.000Z")) == plain)
  }

  @Test(arguments: [
    (#""u""#, #""v""#), (#""event":"e""#, #""event":"f""#), (#"{"a":1}"#, #"{"a":2}"#), (#"{"a":1}"#, "{}"),
    ("12:00:00Z", "12:00:01Z"), (#""userId""#, #""anonymousId""#), ("track", "page"),
  ])
  func whatTheMessageSaysMatters(from: String, to: String) throws {
    #expect(try content(base) != content(base.replacing(from, with: to)))
  }

  @Test func traitsMatterToTheLastNull() throws {
    let identify = #"{"type":"identify","userId":"u","traits":{"a":"1","b":""}}"#
    #expect(try content(identify) != content(identify.replacing(#""""#, with: "null")))
    #expect(try content(identify) != content(identify.replacing(#""a":"1","b":"""#, with: #""a":"","b":"1""#)))
  }

  /// Ledgers keep digests, so they must not change with a release. This one was worked out with another program
  /// (`Conformance/tracking/digest.py`).
  @Test func digestsStayWhatTheyAre() throws {
    #expect(try content(base) == 6124537060608085848)
  }
}
