import Testing

@testable import Web

@Suite(.serialized) struct StateRouteTests {
  @Test func healthAndReadiness() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      #expect(try await server.request("GET", "/health", key: nil).text == "ok\n")
      #expect(try await server.request("GET", "/ready", key: nil).text == "ready\n")
    }
    try await TestServer.run(unreadiness: "scores are being worked out") { (server: TestServer) async throws in
      #expect(try await server.request("GET", "/health", key: nil).status == 200)
      let answer = try await server.request("GET", "/ready", key: nil)
      #expect(answer.status == 503)
      #expect(answer.json["detail"] as? String == "scores are being worked out")
    }
  }

  @Test func metricsAreForWhoMayRead() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      _ = try await server.post("/v1/track", #"{"userId":"u","event":"e"}"#)
      _ = try await server.post("/v1/track", "{}")
      #expect(try await server.request("GET", "/metrics", key: nil).status == 401)
      #expect(try await server.request("GET", "/metrics").status == 403)
      let answer = try await server.request("GET", "/metrics", key: "read-key")
      #expect(answer.status == 200)
      #expect(answer.text.hasPrefix("leads 3\n"))
      #expect(answer.text.contains("\nleadline_messages_total{outcome=\"accepted\"} 1\n"))
      #expect(answer.text.contains("\nleadline_messages_total{outcome=\"refused\"} 1\n"))
      #expect(answer.text.contains("\nleadline_http_responses_total{status=\"2xx\"} 1\n"))
      #expect(answer.text.contains("\nleadline_http_responses_total{status=\"4xx\"} 3\n"))
    }
  }

  @Test func theTrackerIsSmall() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let answer = try await server.request("GET", "/t.js", key: nil)
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == "text/javascript; charset=utf-8")
      #expect(answer.body.count < 3000)
      #expect(answer.text == TrackerScript.served)
    }
  }
}
