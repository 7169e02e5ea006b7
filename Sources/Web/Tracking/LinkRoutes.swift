import Hummingbird
import Service
import Tracking

/// `GET /r`, a link in a mail, and `GET /p.gif`, the picture by which its opening is told.
///
/// A person that follows a link gets there, whether or not the event finds its way to the disk.
struct LinkRoutes: Sendable {
  let links: SignedLinks
  let services: WebServices
  let counters: WebCounters

  /// A transparent GIF of one pixel.
  private static let pixel: [UInt8] = [
    0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0x21, 0xF9, 4, 1, 0, 0, 0, 0, 0x2C, 0,
    0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
  ]

  func add(to router: Router<WebContext>) {
    router.get("r") { request, context in try await self.follow(request, context, counts: true) }
    // Whoever only asks where a link leads does not follow it.
    router.head("r") { request, context in try await self.follow(request, context, counts: false) }
    router.get("p.gif") { request, context in await self.open(request, context) }
  }

  private func follow(_ request: Request, _ context: WebContext, counts: Bool) async throws(Problem) -> Response {
    guard let (link, target) = links.link(request.uri.string), let url = target, Self.isWebAddress(url) else {
      throw Problem(.badRequest, "The link is damaged: it was not made here.")
    }
    if counts { await ingest(link, event: "email_clicked", url: url, request, context) }
    return Response(status: .found, headers: [.location: url, .cacheControl: "no-store"])
  }

  /// The picture is always there; what is not signed counts for nothing.
  private func open(_ request: Request, _ context: WebContext) async -> Response {
    if let (link, _) = links.link(request.uri.string) {
      await ingest(link, event: "email_opened", url: nil, request, context)
    }
    return Response(
      status: .ok, headers: [.contentType: "image/gif", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: Self.pixel)))
  }

  /// An address that a browser may be sent to; the header it stands in has no room for other lines.
  private static func isWebAddress(_ url: String) -> Bool {
    let start = url.prefix(8).lowercased()
    return (start.hasPrefix("https://") || start.hasPrefix("http://"))
      && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && url.utf8.count <= 4096
  }

  private func ingest(
    _ link: SignedLinks.Link, event: String, url: String?, _ request: Request, _ context: WebContext
  ) async {
    if link.user == nil, link.record == nil { return }
    var json = JSONWriter()
    json.object { json in
      if let campaign = link.campaign { json.member("campaign", campaign) }
      if let url { json.member("url", url) }
    }
    let properties = String(buffer: json.buffer)
    let message = TrackedMessage(
      userID: link.user, recordID: link.record,
      act: .track(name: event, properties: properties == "{}" ? "" : properties),
      userAgent: request.headers[.userAgent], address: context.remoteAddress, isBot: link.isHoneypot)
    do {
      let receipt = try await services.ingesting.ingest([message], source: 0)
      counters.count(accepted: receipt.accepted, repeated: receipt.repeated, refused: receipt.problems.count)
    } catch {
      counters.count(accepted: 0, repeated: 0, refused: 1)
      context.logger.warning("an event of a link was not taken", metadata: ["event": "\(event)"])
    }
  }
}
