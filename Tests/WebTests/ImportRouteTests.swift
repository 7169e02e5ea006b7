import Web
import Foundation
import Service
import Testing
import Tracking

@testable import Web

@Suite(.serialized) struct ImportRouteTests {
  private static let lines = ["Content-Type": "application/x-ndjson"]

  private func line(_ number: Int) -> String {
    #"{"type":"track","recordId":"r\#(number)","event":"e","timestamp":"2025-07-01T12:00:00Z"}"#
  }

  @Test func linesAreTakenInBatches() async throws {
    var settings = ServerSettings()
    settings.importBatch = 100
    try await TestServer.run(settings: settings) { (server: TestServer) async throws in
      let body = (0..<250).map(line).joined(separator: "\n")
      let answer = try await server.post("/v1/import", key: "admin-key", headers: Self.lines, body)
      #expect(answer.status == 200)
      #expect(answer.json["accepted"] as? Int == 250)
      #expect(answer.json["refused"] as? Int == 0)
      #expect(server.ingesting.batches.map(\.count) == [100, 100, 50])
      #expect(server.ingesting.messages.map(\.recordID) == (0..<250).map { "r\($0)" })
    }
  }

  @Test func aFileMayBeLargerThanABody() async throws {
    var settings = ServerSettings()
    settings.bodyBytes = 1000
    try await TestServer.run(settings: settings) { (server: TestServer) async throws in
      let body = (0..<5000).map(line).joined(separator: "\n")
      let answer = try await server.post("/v1/import", key: "admin-key", headers: Self.lines, body)
      #expect(answer.json["accepted"] as? Int == 5000)
    }
  }

  @Test func wrongLinesAreNamedAndTheOthersKept() async throws {
    let ingesting = RecordingIngesting { messages, _ throws(Refusal) in
      var receipt = RecordingIngesting.all(messages)
      receipt.accepted -= 1
      receipt.problems = [Receipt.Problem(index: 1, message: "refused")]
      return receipt
    }
    try await TestServer.run(ingesting) { (server: TestServer) async throws in
      let body = [line(1), "{", "", line(4), #"{"type":"track","recordId":"r","event":"e","x":NaN}"#].joined(
        separator: "\n")
      let answer = try await server.post("/v1/import", key: "admin-key", headers: Self.lines, body)
      #expect(answer.json["accepted"] as? Int == 1)
      #expect(answer.json["refused"] as? Int == 3)
      #expect(
        answer.problems == [
          "2: a name in double quotes is expected; the text ends, at byte 1", "4: refused",
          "5: NaN is not JSON, at byte 47",
        ])
    }
  }

  @Test func theSameLineHasTheSameID() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let body = [line(1), line(2), line(1), #"{"type":"identify","userId":"u","messageId":"m"}"#].joined(
        separator: "\n")
      _ = try await server.post("/v1/import", key: "admin-key", headers: Self.lines, body)
      let ids = server.ingesting.messages.map(\.messageID)
      #expect(ids[0] != nil && ids[0] == ids[2] && ids[0] != ids[1] && ids[3] == "m")
    }
  }

  @Test func eventsAsCSV() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let csv = ["Content-Type": "text/csv; charset=utf-8"]
      let body = "lead_id,type,at,url\r\n1,page_view,2025-07-01,/a\r\n2,\"x,\ny\",2025-07-01,\r\n3,,2025-07-01,\r\n"
      let answer = try await server.post("/v1/import", key: "admin-key", headers: csv, body)
      #expect(answer.json["accepted"] as? Int == 2)
      #expect(answer.problems == ["5: type: is missing"])
      #expect(
        server.ingesting.messages.map(\.act) == [
          .track(name: "page_view", properties: #"{"url":"/a"}"#), .track(name: "x,\ny", properties: ""),
        ])
      #expect(try await server.post("/v1/import", key: "admin-key", headers: csv, "a,b\n1,2\n").status == 400)
      #expect(try await server.post("/v1/import", key: "admin-key", headers: csv, "").status == 400)
    }
  }

  @Test func anImportWaitsForRoom() async throws {
    let ingesting = RecordingIngesting { messages, number throws(Refusal) in
      if number == 0 { throw .overloaded(retryAfterSeconds: 0) }
      return RecordingIngesting.all(messages)
    }
    try await TestServer.run(ingesting) { (server: TestServer) async throws in
      let answer = try await server.post("/v1/import", key: "admin-key", headers: Self.lines, line(1))
      #expect(answer.json["accepted"] as? Int == 1)
      #expect(server.ingesting.batches.count == 2)
    }
  }

  @Test func whatWasKeptBeforeAFailureIsTold() async throws {
    var settings = ServerSettings()
    settings.importBatch = 2
    let ingesting = RecordingIngesting { messages, number throws(Refusal) in
      if number == 1 { throw .unavailable("the disk is full") }
      return RecordingIngesting.all(messages)
    }
    try await TestServer.run(ingesting, settings: settings) { (server: TestServer) async throws in
      let body = (0..<6).map(line).joined(separator: "\n")
      let answer = try await server.post("/v1/import", key: "admin-key", headers: Self.lines, body)
      #expect(answer.status == 503)
      #expect(answer.json["accepted"] as? Int == 2)
    }
  }

  @Test func compressedFilesAreInflated() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let headers = ["Content-Encoding": "gzip", "Content-Type": "application/x-ndjson"]
      let body = try #require(Data(base64Encoded: Samples.compressedLines))
      let answer = try await server.request("POST", "/v1/import", key: "admin-key", headers: headers, body)
      #expect(answer.json["accepted"] as? Int == 2)
      #expect(
        try await server.request("POST", "/v1/import", key: "admin-key", headers: headers, body.dropLast(6)).status
          == 400)
    }
  }

  @Test func keysOfWebPagesAreNotEnough() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      #expect(try await server.post("/v1/import", headers: Self.lines, line(1)).status == 403)
      #expect(try await server.post("/v1/import", key: nil, headers: Self.lines, line(1)).status == 401)
      #expect(server.ingesting.batches.isEmpty)
    }
  }
}
