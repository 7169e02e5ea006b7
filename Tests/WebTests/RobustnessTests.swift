import Testing

@testable import Web

/// Clients that mean harm, or do not know better.
@Suite(.serialized) struct RobustnessTests {
  private static let head = "POST /v1/track HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ingest-key\r\n"
  private static let body = #"{"userId":"u","event":"e"}"#

  private static var settings: ServerSettings {
    var settings = ServerSettings()
    settings.idleSeconds = 1
    settings.bodySeconds = 1
    settings.bodyBytesPerInterval = 100
    return settings
  }

  @Test func aHeadThatNeverEndsIsCutOff() async throws {
    try await TestServer.run(settings: Self.settings) { (server: TestServer) async throws in
      let port = server.port
      let isClosed = await Blocking.run {
        guard let connection = RawConnection(port: port) else { return false }
        // A byte now and then does not help.
        for _ in 0..<8 {
          guard connection.send("POST / HTTP/1.1\r\nX-Slow: 1"), !connection.received(within: 0).isClosed else {
            return true
          }
          Blocking.pause(milliseconds: 300)
        }
        return connection.received(within: 5).isClosed
      }
      #expect(isClosed)
      let after = try await server.post("/v1/track", Self.body)
      #expect(after.status == 200)
    }
  }

  @Test func aBodyThatTricklesIsCutOff() async throws {
    try await TestServer.run(settings: Self.settings) { (server: TestServer) async throws in
      let port = server.port
      let isClosed = await Blocking.run {
        guard let connection = RawConnection(port: port) else { return false }
        _ = connection.send(Self.head + "Content-Length: 1000\r\n\r\n")
        for _ in 0..<20 {
          guard connection.send(" ") else { return true }
          Blocking.pause(milliseconds: 200)
        }
        return connection.received(within: 1).isClosed
      }
      #expect(isClosed)
    }
  }

  /// Slow, but not too slow: 60 bytes in half a second, several times.
  @Test func aSlowBodyArrives() async throws {
    try await TestServer.run(settings: Self.settings) { (server: TestServer) async throws in
      let port = server.port
      let answer = await Blocking.run {
        guard let connection = RawConnection(port: port) else { return "" }
        let body = #"{"userId":"u","event":"e","properties":{"p":""# + String(repeating: "x", count: 400) + #""}}"#
        _ = connection.send(Self.head + "Content-Length: \(body.utf8.count)\r\n\r\n")
        var rest = body[...]
        while !rest.isEmpty {
          _ = connection.send(String(rest.prefix(80)))
          rest = rest.dropFirst(80)
          Blocking.pause(milliseconds: 300)
        }
        return connection.received(within: 1).text
      }
      #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
    }
  }

  @Test func heads() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let port = server.port
      let answers = await Blocking.run {
        [
          "GET / HTTP/1.1\r\nHost: x\r\nX: \(String(repeating: "x", count: 100_000))\r\n\r\n", "nonsense\r\n\r\n",
          "\0\0\0\0",
        ].map { text in
          guard let connection = RawConnection(port: port) else { return "no connection" }
          _ = connection.send(text)
          return String(connection.received(within: 2).text.prefix(12))
        }
      }
      #expect(answers.prefix(2).allSatisfy { $0 == "HTTP/1.1 400" || $0 == "HTTP/1.1 431" || $0.isEmpty }, "\(answers)")
      let after = try await server.post("/v1/track", Self.body)
      #expect(after.status == 200)
    }
  }

  @Test func requestsOnOneConnectionAreAnsweredInOrder() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let port = server.port
      let text = await Blocking.run {
        guard let connection = RawConnection(port: port) else { return "" }
        let one = Self.head + "Content-Length: \(Self.body.utf8.count)\r\n\r\n" + Self.body
        _ = connection.send(one + one + one)
        return connection.received(within: 1).text
      }
      #expect(text.ranges(of: #"{"success":true}"#).count == 3)
      #expect(server.ingesting.messages.count == 3)
    }
  }
}
