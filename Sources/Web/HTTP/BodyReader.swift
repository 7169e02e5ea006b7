import Hummingbird
import Leads
import NIOCore

/// Reads the bodies of requests: whole, inflated, and bounded.
struct BodyReader: Sendable {
  /// Bytes of a body, as sent and inflated.
  let limit: Int

  /// The body.
  func body(of request: Request) async throws(Problem) -> ByteBuffer {
    let isCompressed = try Self.isCompressed(request.headers)
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge }
    let buffer: ByteBuffer
    do {
      buffer = try await request.body.collect(upTo: limit)
    } catch is NIOTooManyBytesError {
      throw tooLarge
    } catch {
      throw Problem(.badRequest, "The body broke off.")
    }
    return isCompressed ? try inflated(buffer) : buffer
  }

  /// Whether the body is compressed with gzip, the one way that is understood.
  static func isCompressed(_ headers: HTTPFields) throws(Problem) -> Bool {
    switch headers[.contentEncoding]?.lowercased() {
    case nil, "", "identity": return false
    case "gzip", "x-gzip": return true
    case .some(let other):
      throw Problem(.unsupportedMediaType, "The encoding \"\(other.prefix(20))\" is not understood; gzip is.")
    }
  }

  /// Whether the body is of one of these types. A body that does not say what it is may be.
  static func expect(_ types: [String], _ headers: HTTPFields) throws(Problem) {
    guard let type = headers[.contentType] else { return }
    let name = type.prefix { $0 != ";" && $0 != " " }.lowercased()
    if name.isEmpty || types.contains(name) { return }
    throw Problem(
      .unsupportedMediaType, "The content type \"\(name.prefix(60))\" is not understood; \(types[0]) is.")
  }

  private var tooLarge: Problem { Problem(.contentTooLarge, "The body is longer than \(limit) bytes.") }

  /// What a compressed body holds. It stops at the limit, however little was sent.
  private func inflated(_ buffer: ByteBuffer) throws(Problem) -> ByteBuffer {
    do {
      let inflater = try Inflater(
        path: "body", compressed: Array(buffer.readableBytesView), outputCapacity: min(limit + 1, 1 << 16))
      var whole = ByteBuffer()
      while true {
        let piece = try inflater.inflated(upTo: 1 << 16)
        if piece.isEmpty { break }
        whole.writeBytes(piece)
        if whole.readableBytes > limit { throw tooLarge }
      }
      try inflater.finish()
      return whole
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(.badRequest, "The gzip data of the body is damaged or breaks off.")
    }
  }
}
