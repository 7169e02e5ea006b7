import Foundation
import Testing
import Tracking

/// The vendor's own library, unmodified, with gzip. `pip install segment-analytics-python` to run it.
@Suite struct SegmentClientTests {
  private static func python(_ arguments: [String]) -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return (127, "") }
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  private static let hasClient = python(["-c", "import segment.analytics.client"]).status == 0

  @Test(.enabled(if: hasClient, "python3 with segment-analytics-python is not installed"))
  func theVendorsLibraryWorksUnmodified() async throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "clients/segment_client.py")
    try await TestServer.run { (server: TestServer) async throws in
      let port = server.port
      let run = await Blocking.run {
        Self.python([script.path, "http://127.0.0.1:\(port)", "ingest-key"])
      }
      #expect(run.status == 0, "\(run.output)")
      let messages = server.ingesting.messages
      try #require(messages.count == 6)
      #expect(messages.allSatisfy { $0.userID == "u1" && $0.messageID != nil && $0.at != nil })
      #expect(
        messages[0].traits == [
          .init("email", "ada@example.com"), .init("address.city", "Köln"), .init("employees", "300"),
        ])
      #expect(messages[1].messageID == "m-track")
      #expect(
        messages[1].act == .track(name: "Order Completed", properties: #"{"total":12.5,"items":[1,2]}"#))
      guard case .track("page_view", let page) = messages[2].act, case .track("screen_view", _) = messages[3].act else {
        Issue.record("\(messages[2].act), \(messages[3].act)")
        return
      }
      #expect(page.contains(#""url":"https://example.com/pricing""#) && page.contains(#""name":"Pricing""#))
      #expect(messages[4].act == .group(account: "acme"))
      #expect(messages[5].act == .alias(previous: "a1"))
    }
  }
}
