import Hummingbird
import Service

/// All routes of the server: the one place where they are added.
struct Routes {
  let settings: ServerSettings
  let services: WebServices
  let counters = WebCounters()

  func add(to router: Router<WebContext>) {
    router.add(middleware: ProblemMiddleware(counters: counters))
    let keys = Keys(services: services)
    StateRoutes(services: services, counters: counters).add(to: router)
    let tracking = router.group("v1").add(middleware: OpenToBrowsers())
    TrackingRoutes(settings: settings, services: services, keys: keys, counters: counters).add(to: tracking)
    ImportRoutes(settings: settings, services: services, keys: keys, counters: counters).add(to: router.group("v1"))
    TrackerRoutes().add(to: router)
    if let links = services.links {
      LinkRoutes(links: links, services: services, counters: counters).add(to: router)
    }
    if let workspace = services.workspace { addAPI(workspace, keys, to: router) }
  }

  /// What is behind `/api/v1`: one group for who may read, one for who may change.
  private func addAPI(_ workspace: Workspace, _ keys: Keys, to router: Router<WebContext>) {
    let reading = router.group("api/v1").add(middleware: KeyMiddleware(keys: keys, scope: .read))
    let changing = router.group("api/v1").add(middleware: KeyMiddleware(keys: keys, scope: .admin))
    LeadRoutes(workspace: workspace).add(to: reading)
    StreamRoutes(workspace: workspace).add(to: reading)
    ModelRoutes(workspace: workspace).addReading(to: reading)
    ModelRoutes(workspace: workspace).addChanging(to: changing)
    SubscriptionRoutes(workspace: workspace).addReading(to: reading)
    SubscriptionRoutes(workspace: workspace).addChanging(to: changing)
    WorkRoutes(workspace: workspace).add(to: changing)
    if let accessKeys = services.keys { KeyRoutes(keys: accessKeys).add(to: changing) }
  }
}

/// `GET /health`, whether the process lives; `/ready`, whether it can serve; `/metrics`, its figures.
struct StateRoutes {
  let services: WebServices
  let counters: WebCounters

  func add(to router: Router<WebContext>) {
    let services = services
    let counters = counters
    router.get("health") { _, _ in Self.text("ok\n") }
    router.get("ready") { _, _ in
      if let reason = await services.unreadiness() { throw Problem(.serviceUnavailable, reason) }
      return Self.text("ready\n")
    }
    router.group().add(middleware: KeyMiddleware(keys: Keys(services: services), scope: .read)).get("metrics") { _, _ in
      let text = await services.metrics()
      return Self.text(text + counters.text, type: "text/plain; version=0.0.4; charset=utf-8")
    }
  }

  private static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
    Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
