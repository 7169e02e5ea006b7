import Hummingbird
import NIOCore
import Service
import Store

/// `GET /api/v1/stream`: crossings as they happen, as Server-Sent Events; `/api/v1/crossings`: those that happened.
struct StreamRoutes: Sendable {
  let workspace: Workspace

  /// Seconds without anything after which a comment is sent, so that nobody between takes the line for dead.
  static let heartbeatSeconds = 15

  func add(to group: RouterGroup<WebContext>) {
    group.get("crossings") { request, _ in
      let query = request.uri.queryParameters
      let limit = try LeadRoutes.limit(query)
      let after = query["after"].flatMap { Int64($0) } ?? 0
      let page = try await workspace.store.read { try $0.crossings(after: after, limit: limit) }
      var json = JSONWriter()
      json.object { json in
        json.member("crossings", array: page) { $0.crossing($1) }
        if page.count == limit { json.member("next", page.last?.number) }
      }
      return json.response()
    }
    group.get("stream") { request, _ in
      let last = request.headers[.init("Last-Event-ID")!].flatMap { Int64($0) }
      let watcher: LiveStream.Watcher
      do {
        watcher = try await workspace.stream.subscribe(after: last)
      } catch is LiveStream.TooMany {
        throw Problem(.serviceUnavailable, "Too many are watching.")
      }
      return Response(
        status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
        body: ResponseBody { writer in
          try await writer.write(ByteBuffer(string: ": here it begins\n\n"))
          for try await event in Self.events(watcher) { try await writer.write(event) }
          try await writer.finish(nil)
        })
    }
  }

  /// What is sent: crossings, and comments where nothing happens for a while.
  private static func events(_ watcher: LiveStream.Watcher) -> AsyncThrowingStream<ByteBuffer, any Error> {
    // A slow reader is waited for: it holds up only its own task, and the stream reads on from where it is.
    let (stream, continuation) = AsyncThrowingStream.makeStream(
      of: ByteBuffer.self, bufferingPolicy: .bufferingOldest(64))
    let task = Task {
      do {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            for try await entries in watcher {
              var buffer = ByteBuffer()
              for entry in entries {
                buffer.writeString("id: \(entry.crossing.number)\nevent: crossing\ndata: \(entry.json)\n\n")
              }
              while case .dropped = continuation.yield(buffer) { try await Task.sleep(for: .milliseconds(50)) }
            }
            continuation.finish()
          }
          group.addTask {
            while true {
              try await Task.sleep(for: .seconds(heartbeatSeconds))
              continuation.yield(ByteBuffer(string: ":\n\n"))
            }
          }
          try await group.next()
          group.cancelAll()
        }
      } catch {
        continuation.finish(throwing: error)
      }
    }
    continuation.onTermination = { _ in task.cancel() }
    return stream
  }
}
