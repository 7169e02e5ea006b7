import Web
import Foundation
import Service
import Testing
import Tracking

@testable import Web

@Suite(.serialized) struct TrackingRouteTests {
  private static let track = #"{"userId":"u","event":"e","messageId":"m"}"#

  @Test(arguments: [
    ("track", #"{"userId":"u","event":"e"}"#), ("identify", #"{"userId":"u","traits":{"a":1}}"#),
    ("page", #"{"anonymousId":"a"}"#), ("screen", #"{"anonymousId":"a"}"#), ("group", #"{"userId":"u","groupId":"g"}"#),
    ("alias", #"{"userId":"u","previousId":"a"}"#),
  ])
  func everyCallIsTaken(call: String, body: String) async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let answer = try await server.post("/v1/\(call)", body)
      #expect(answer.status == 200)
      #expect(answer.text == #"{"success":true}"#)
      #expect(answer.headers["content-type"] == "application/json")
      #expect(server.ingesting.messages.count == 1)
      #expect(server.ingesting.sources == [1])
    }
  }

  @Test func theGoodPartOfABatchIsKeptAndTheRestNamed() async throws {
    // The ledger refuses the second of those that were understood, which is the third of the request.
    let ingesting = RecordingIngesting { messages, _ throws(Refusal) in
      var receipt = Receipt()
      receipt.accepted = 1
      receipt.repeated = 1
      receipt.problems = [Receipt.Problem(index: 1, message: "one id, two contents")]
      return receipt
    }
    try await TestServer.run(ingesting) { (server: TestServer) async throws in
      let good = #"{"type":"track","userId":"u","event":"e"}"#
      let answer = try await server.post("/v1/batch", #"{"batch":[\#(good),{"type":"x"},\#(good),\#(good)]}"#)
      #expect(answer.status == 200)
      #expect(answer.json["success"] as? Bool == true)
      #expect(answer.json["accepted"] as? Int == 1)
      #expect(answer.json["repeated"] as? Int == 1)
      #expect(
        answer.problems == [
          "1: type: \"x\" is none of identify, track, page, screen, group and alias", "2: one id, two contents",
        ])
      #expect(server.ingesting.messages.count == 3)
    }
  }

  @Test func nothingUnderstoodIsAProblem() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let answer = try await server.post("/v1/track", #"{"userId":"u"}"#)
      #expect(answer.status == 400)
      #expect(answer.headers["content-type"] == "application/problem+json")
      #expect(answer.json["title"] as? String == "Bad Request")
      #expect(answer.json["status"] as? Int == 400)
      #expect(answer.problems == ["0: event: is missing: what was done"])
      #expect(try await server.post("/v1/batch", "{").status == 400)
      #expect(server.ingesting.batches.isEmpty)
    }
  }

  @Test func keysComeAsBasicBearerOrInTheBody() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      #expect(try await server.post("/v1/track", Self.track).status == 200)
      let bearer = ["Authorization": "Bearer ingest-key"]
      #expect(try await server.post("/v1/track", key: nil, headers: bearer, Self.track).status == 200)
      let inBody = #"{"batch":[{"type":"track","userId":"u","event":"e"}],"writeKey":"ingest-key"}"#
      #expect(
        try await server.post("/v1/batch", key: nil, headers: ["Content-Type": "text/plain"], inBody).status == 200)
      #expect(try await server.post("/v1/track", key: "admin-key", Self.track).status == 200)
      #expect(server.ingesting.sources == [1, 1, 1, 3])
    }
  }

  @Test(
    arguments: [
      (nil, 401), ("nobody", 401), ("read-key", 403),
    ] as [(String?, Int)])
  func withoutAKeyThatAllowsItNothingIsTaken(key: String?, status: Int) async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let answer = try await server.post("/v1/track", key: key, Self.track)
      #expect(answer.status == status)
      #expect(answer.headers["content-type"] == "application/problem+json")
      #expect((answer.headers["www-authenticate"] != nil) == (status == 401))
      #expect(server.ingesting.batches.isEmpty)
    }
  }

  @Test func compressedBodiesAreInflated() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let gzip = ["Content-Encoding": "gzip"]
      // gzip of {"userId":"u","event":"e","messageId":"m"}, made with Python's gzip module.
      let body = try #require(Data(base64Encoded: Samples.compressedTrack))
      let answer = try await server.request("POST", "/v1/track", headers: gzip, body)
      #expect(answer.status == 200)
      #expect(server.ingesting.messages.map(\.messageID) == ["m"])
      #expect(try await server.request("POST", "/v1/track", headers: gzip, body.dropLast(9)).status == 400)
      #expect(try await server.request("POST", "/v1/track", headers: gzip, Data("{}".utf8)).status == 400)
      #expect(try await server.request("POST", "/v1/track", headers: ["Content-Encoding": "br"], body).status == 415)
    }
  }

  /// 20 MB of spaces in less than 100 kB.
  @Test func aBombOfGzipStopsAtTheLimit() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      #expect(Samples.bomb.count > 10_000 && Samples.bomb.count < 100_000)
      let gzip = ["Content-Encoding": "gzip"]
      let answer = try await server.request("POST", "/v1/batch", headers: gzip, Samples.bomb)
      #expect(answer.status == 413)
      #expect(answer.json["detail"] as? String == "The body is longer than 1048576 bytes.")
    }
  }

  @Test func bodiesAreBounded() async throws {
    var settings = ServerSettings()
    settings.bodyBytes = 1000
    try await TestServer.run(settings: settings) { (server: TestServer) async throws in
      let body = #"{"userId":"u","event":"e","properties":{"p":""#
      let rest = #""}}"#
      let fits = body + String(repeating: "x", count: 1000 - body.count - rest.count) + rest
      #expect(try await server.post("/v1/track", fits).status == 200)
      #expect(try await server.post("/v1/track", fits + " ").status == 413)
    }
  }

  @Test func otherTypesOfBodiesAreNotUnderstood() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      #expect(try await server.post("/v1/track", headers: ["Content-Type": "text/xml"], Self.track).status == 415)
      let json = ["Content-Type": "application/json; charset=utf-8"]
      #expect(try await server.post("/v1/track", headers: json, Self.track).status == 200)
    }
  }

  @Test(arguments: [
    (Refusal.overloaded(retryAfterSeconds: 7), 429, "7"), (.unavailable("the disk is full"), 503, "10"),
    (.stopping, 503, "5"),
  ])
  func whatCannotBeTakenMayBeSentAgain(refusal: Refusal, status: Int, after: String) async throws {
    try await TestServer.run(RecordingIngesting { _, _ throws(Refusal) in throw refusal }) {
      (server: TestServer) async throws in
      let answer = try await server.post("/v1/track", Self.track)
      #expect(answer.status == status)
      #expect(answer.headers["retry-after"] == after)
      #expect(answer.json["status"] as? Int == status)
    }
  }

  @Test func pagesOfOtherOriginsMaySend() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let asked = try await server.request(
        "OPTIONS", "/v1/batch", key: nil,
        headers: ["Origin": "https://example.com", "Access-Control-Request-Method": "POST"])
      #expect(asked.status == 204)
      #expect(asked.headers["access-control-allow-origin"] == "*")
      #expect(asked.headers["access-control-allow-methods"] == "POST")
      for body in [Self.track, "{"] {
        #expect(try await server.post("/v1/track", body).headers["access-control-allow-origin"] == "*")
      }
    }
  }

  @Test func otherPathsAreNotFound() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let answer = try await server.request("GET", "/nothing")
      #expect(answer.status == 404)
      #expect(answer.json["status"] as? Int == 404)
      #expect(try await server.request("GET", "/v1/track").status == 404)
    }
  }
}
