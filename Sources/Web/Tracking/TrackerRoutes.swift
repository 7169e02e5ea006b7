import Hummingbird

/// `GET /t.js`: the tracker for web pages.
struct TrackerRoutes {
  private static let body = ByteBuffer(string: TrackerScript.served)

  func add(to router: Router<WebContext>) {
    router.get("t.js") { _, _ in
      Response(
        status: .ok,
        headers: [
          .contentType: "text/javascript; charset=utf-8", .cacheControl: "public, max-age=3600",
          .accessControlAllowOrigin: "*",
        ],
        body: ResponseBody(byteBuffer: Self.body))
    }
  }
}
