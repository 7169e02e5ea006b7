import Foundation
import Logging
import Service
import Synchronization
import Testing
import Tracking

@testable import Web

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Keeps what is handed in, and answers as it is told.
final class RecordingIngesting: Ingesting {
  typealias Answer = @Sendable ([TrackedMessage], Int) throws(Refusal) -> Receipt

  private let state = Mutex<(batches: [[TrackedMessage]], sources: [Int64])>(([], []))
  private let answer: Answer

  /// - Parameter answer: what is answered to the messages of the call of this number, from 0.
  init(_ answer: @escaping Answer = { messages, _ throws(Refusal) in RecordingIngesting.all(messages) }) {
    self.answer = answer
  }

  static func all(_ messages: [TrackedMessage]) -> Receipt {
    var receipt = Receipt()
    receipt.accepted = messages.count
    return receipt
  }

  var batches: [[TrackedMessage]] { state.withLock { $0.batches } }
  var messages: [TrackedMessage] { batches.flatMap { $0 } }
  var sources: [Int64] { state.withLock { $0.sources } }

  func ingest(_ messages: [TrackedMessage], source: Int64) async throws(Refusal) -> Receipt {
    let number = state.withLock { state in
      state.batches.append(messages)
      state.sources.append(source)
      return state.batches.count - 1
    }
    return try answer(messages, number)
  }
}

/// A server on a free port, for one test.
struct TestServer {
  let port: Int
  let ingesting: RecordingIngesting

  static let links = SignedLinks(secret: Array("a secret of tests, no more".utf8))

  /// Runs a server while `body` runs, and stops it.
  static func run(
    _ ingesting: RecordingIngesting = RecordingIngesting(), settings: ServerSettings = ServerSettings(),
    unreadiness: String? = nil, _ body: @Sendable (TestServer) async throws -> Void
  ) async throws {
    var settings = settings
    settings.port = 0
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let services = WebServices(
      ingesting: ingesting,
      caller: { key in
        switch key {
        case "ingest-key": CallerIdentity(source: 1, name: "site", scope: .ingest)
        case "read-key": CallerIdentity(source: 2, name: "reader", scope: .read)
        case "admin-key": CallerIdentity(source: 3, name: "admin", scope: .admin)
        default: nil
        }
      },
      now: { 1_751_373_300 }, unreadiness: { unreadiness }, metrics: { "leads 3\n" }, links: links, logger: logger)
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let server = WebServer(settings, services) { found.yield($0) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do { try await server.run() } catch is CancellationError {}
        found.finish()
      }
      for await port in ports {
        try await body(TestServer(port: port, ingesting: ingesting))
        break
      }
      group.cancelAll()
    }
  }

  struct Answer {
    var status: Int
    var headers: [String: String]
    var body: Data
    var text: String { String(decoding: body, as: UTF8.self) }
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
    /// The problems' positions and texts.
    var problems: [String] {
      (json["problems"] as? [[String: Any]] ?? []).map { problem in
        let place = (problem["index"] ?? problem["line"]).map { "\($0): " } ?? ""
        return place + (problem["message"] as? String ?? "")
      }
    }
  }

  func request(
    _ method: String, _ path: String, key: String? = "ingest-key", headers: [String: String] = [:], _ body: Data? = nil
  ) async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
    request.httpMethod = method
    request.httpBody = body
    request.timeoutInterval = 30
    if let key {
      request.setValue("Basic " + Data("\(key):".utf8).base64EncodedString(), forHTTPHeaderField: "Authorization")
    }
    if body != nil { request.setValue("application/json", forHTTPHeaderField: "Content-Type") }
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let session = URLSession(configuration: .ephemeral, delegate: NoRedirects(), delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    let (data, response) = try await session.data(for: request)
    let answer = try #require(response as? HTTPURLResponse)
    var found: [String: String] = [:]
    for (name, value) in answer.allHeaderFields { found["\(name)".lowercased()] = "\(value)" }
    return Answer(status: answer.statusCode, headers: found, body: data)
  }

  func post(
    _ path: String, key: String? = "ingest-key", headers: [String: String] = [:], _ body: String
  ) async throws -> Answer {
    try await request("POST", path, key: key, headers: headers, Data(body.utf8))
  }
}

private final class NoRedirects: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}
