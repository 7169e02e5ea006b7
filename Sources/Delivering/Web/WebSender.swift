import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// What came of an attempt to deliver.
public enum Attempt: Sendable, Hashable {
  /// The receiver has it.
  case delivered
  /// The receiver does not exist any more, and says so.
  case gone
  /// It may work later; perhaps the receiver said after how many seconds.
  case failed(String, retryAfterSeconds: Int64? = nil)
  /// It will not work, however often it is tried.
  case refused(String)
}

/// Sends requests to receivers that may be slow, broken, or lie.
///
/// The status alone decides. No redirect is followed, of an answer no more is read than fits into 16 KiB, and a request is over
/// after a fixed time.
struct WebSender: Sendable {
  private let client: HTTPClient
  private let targets: AllowedTargets
  private let timeout: Duration

  /// A connection that came out where deliveries may not go.
  private struct ForbiddenAddress: Error {}

  init(targets: AllowedTargets, timeoutSeconds: Int) {
    self.targets = targets
    timeout = .seconds(timeoutSeconds)
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.httpVersion = .http1Only
    configuration.timeout.connect = .seconds(5)
    configuration.timeout.read = .seconds(Int64(timeoutSeconds))
    configuration.connectionPool.idleTimeout = .seconds(30)
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.http1_1ConnectionDebugInitializer = { channel in
      if let address = channel.remoteAddress, targets.allows(address) {
        return channel.eventLoop.makeSucceededVoidFuture()
      }
      channel.close(promise: nil)
      return channel.eventLoop.makeFailedFuture(ForbiddenAddress())
    }
    client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
  }

  /// Ends all connections.
  func shutdown() async { try? await client.shutdown() }

  /// Posts JSON, and says what came of it.
  func post(_ body: String, to target: String, headers: [(String, String)] = []) async -> Attempt {
    guard let url = URL(string: target), let host = url.host, !host.isEmpty else {
      return .refused("the target is not an address of the web")
    }
    do {
      guard try await targets.allows(host: host, port: url.port ?? (url.scheme == "http" ? 80 : 443)) else {
        return .refused(Self.forbidden)
      }
      var request = HTTPClientRequest(url: target)
      request.method = .POST
      request.headers.add(name: "content-type", value: "application/json")
      request.headers.add(name: "user-agent", value: "Leadline")
      for (name, value) in headers { request.headers.add(name: name, value: value) }
      request.body = .bytes(ByteBuffer(string: body))
      return try await withDeadline(timeout) { [request] in try await perform(request) }
    } catch is ForbiddenAddress {
      return .refused(Self.forbidden)
    } catch {
      return .failed(Self.words(for: error))
    }
  }

  private static let forbidden =
    "the target's address is not on the public internet; the server's settings do not allow that"

  private func perform(_ request: HTTPClientRequest) async throws -> Attempt {
    let response = try await client.execute(
      request, timeout: .nanoseconds(Int64(timeout.components.seconds) * 1_000_000_000))
    let attempt = Self.attempt(response)
    // A short answer is read to its end so that the connection can be used again; what it says does not matter.
    if let length = response.headers.first(name: "content-length").flatMap(Int.init), length <= 16_384 {
      _ = try? await withDeadline(.seconds(2)) { try await response.body.collect(upTo: 16_384) }
    }
    return attempt
  }

  private static func attempt(_ response: HTTPClientResponse) -> Attempt {
    let code = response.status.code
    switch code {
    case 200..<300: return .delivered
    case 410: return .gone
    case 300..<400: return .failed("the receiver answered \(code): redirects are not followed")
    default:
      let wait = response.headers.first(name: "retry-after").flatMap { Int64($0) }
      return .failed("the receiver answered \(code)", retryAfterSeconds: wait.map { min(max($0, 0), 43_200) })
    }
  }

  /// What went wrong in words, without what a receiver may have sent.
  private static func words(for error: any Error) -> String {
    switch error {
    case is TimedOut: "the receiver did not answer in time"
    case let error as HTTPClientError:
      switch error {
      case .deadlineExceeded, .readTimeout, .connectTimeout, .writeTimeout: "the receiver did not answer in time"
      case .remoteConnectionClosed: "the receiver closed the connection"
      default: "no answer: \(error.shortDescription)"
      }
    case is ChannelError, is IOError: "no connection to the receiver"
    case is CancellationError: "the server was stopped"
    default: "no connection to the receiver: \(type(of: error))"
    }
  }
}

/// The time for something was over.
struct TimedOut: Error {}

/// Runs work that is cancelled after a time.
func withDeadline<T: Sendable>(
  _ limit: Duration, _ work: @escaping @Sendable () async throws -> T
) async throws -> T {
  try await withThrowingTaskGroup(of: T.self) { group in
    group.addTask(operation: work)
    group.addTask {
      try await Task.sleep(for: limit)
      throw TimedOut()
    }
    defer { group.cancelAll() }
    guard let first = try await group.next() else { throw TimedOut() }
    return first
  }
}
