import NIOCore
import NIOPosix
import Synchronization

/// A receiver of requests on this machine that does with them whatever a test wants.
final class Receiver: Sendable {
  /// A request as it came.
  struct Request: Sendable {
    var line: String
    var headers: [String: String]
    var body: String
  }

  /// What is done with a request.
  enum Answer: Sendable {
    /// Bytes are sent; the connection stays.
    case bytes(String)
    /// Bytes are sent, then the connection is closed.
    case closing(String)
    /// Nothing is sent.
    case silence
    /// Bytes are sent, and then others without end.
    case endless(String)

    /// An answer without a body.
    static func status(_ code: Int, _ headers: String = "") -> Answer {
      .bytes("HTTP/1.1 \(code) Status\r\ncontent-length: 0\r\n\(headers)\r\n")
    }
  }

  private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>
  private let received = Mutex<[Request]>([])
  private let bytesSent = Mutex(0)
  private let answer: @Sendable (Request, _ earlier: Int) -> Answer
  let port: Int

  private init(port: Int, _ answer: @escaping @Sendable (Request, Int) -> Answer) {
    self.port = port
    self.answer = answer
  }

  /// The requests so far.
  var requests: [Request] { received.withLock { $0 } }

  /// How many bytes endless answers had.
  var endlessBytes: Int { bytesSent.withLock { $0 } }

  var address: String { "http://127.0.0.1:\(port)/hook" }

  /// Runs a test with a receiver that is gone afterwards.
  static func with<T: Sendable>(
    _ answer: @escaping @Sendable (Request, _ earlier: Int) -> Answer, _ test: (Receiver) async throws -> T
  ) async throws -> T {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture { try Connection(wrappingChannelSynchronously: channel) }
      }
    let receiver = Receiver(port: server.channel.localAddress?.port ?? 0, answer)
    let serving = Task {
      try await withThrowingDiscardingTaskGroup { group in
        try await server.executeThenClose { connections in
          for try await connection in connections { group.addTask { try? await receiver.serve(connection) } }
        }
      }
    }
    defer { serving.cancel() }
    return try await test(receiver)
  }

  private func serve(_ connection: Connection) async throws {
    try await connection.executeThenClose { inbound, outbound in
      var text = ""
      for try await part in inbound {
        text += String(buffer: part)
        while let request = Self.take(from: &text) {
          let earlier = received.withLock { all in
            all.append(request)
            return all.count - 1
          }
          switch answer(request, earlier) {
          case .bytes(let bytes): try await outbound.write(ByteBuffer(string: bytes))
          case .closing(let bytes):
            try await outbound.write(ByteBuffer(string: bytes))
            return
          case .silence: continue
          case .endless(let bytes):
            try await outbound.write(ByteBuffer(string: bytes))
            let chunk = ByteBuffer(string: String(repeating: "lies ", count: 1000))
            while !Task.isCancelled {
              try await outbound.write(chunk)
              bytesSent.withLock { $0 += chunk.readableBytes }
            }
          }
        }
      }
    }
  }

  /// Takes a request with its body off the front; nil if it is not there as a whole.
  private static func take(from text: inout String) -> Request? {
    guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
    var lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let line = lines.removeFirst()
    var headers: [String: String] = [:]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    let rest = text[end.upperBound...].utf8
    guard rest.count >= length else { return nil }
    let body = String(decoding: rest.prefix(length), as: UTF8.self)
    text = String(decoding: rest.dropFirst(length), as: UTF8.self)
    return Request(line: line, headers: headers, body: body)
  }
}

extension Substring {
  func components(separatedBy mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }
}
