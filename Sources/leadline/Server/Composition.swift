import Delivering
import Foundation
import Logging
import SQLiteStore
import Service
import ServiceLifecycle
import Store
import Web

/// The one place where the parts of a server are put together, and where a database is named.
struct Composition {
  private let workspace: Workspace
  private let store: SQLiteStore
  private let logger: Logger

  init(_ workspace: Workspace, _ store: SQLiteStore, logger: Logger) {
    self.workspace = workspace
    self.store = store
    self.logger = logger
  }

  /// Serves until a signal ends it; what was asked by then is answered first.
  func run(host: String, port: Int) async throws {
    let keys = AccessKeys(store, clock: SystemClock.now)
    var delivery = DeliverySettings()
    // Who can be reached from this machine only may deliver to it too.
    if ["127.0.0.1", "localhost", "::1"].contains(host) { delivery.targets = .loopbackToo }
    delivery.smtp = try Self.smtp(ProcessInfo.processInfo.environment)
    let messenger = try ChannelMessenger(delivery)
    let worker = DeliveryWorker(store, messenger, delivery, logger: logger, clock: SystemClock.now)
    let services = WebServices(
      ingesting: workspace,
      caller: { text in
        guard let key = try? await keys.caller(text) else { return nil }
        return CallerIdentity(source: key.number, name: key.name, scope: key.scope)
      },
      now: SystemClock.now, metrics: { [workspace] in workspace.metricsText },
      links: SignedLinks(secret: try await workspace.linkSecret()), workspace: workspace, keys: keys, logger: logger)
    var settings = ServerSettings()
    settings.host = host
    settings.port = port
    let hasKeys = try await !keys.all().isEmpty
    let server = WebServer(settings, services) { port in
      Terminal.writeError("Leadline listens at http://\(host):\(port)")
      if !hasKeys { Terminal.writeError("Nobody has a key yet: leadline keys create NAME --scope ingest") }
    }
    let group = ServiceGroup(
      configuration: .init(
        services: [
          .init(service: Background { [workspace] in await workspace.stream.run() }),
          .init(
            service: Background {
              await worker.run()
            } stopping: {
              await worker.stop()
            }),
          .init(service: Background { [workspace] in await Self.nudge(worker, by: workspace.stream) }),
          .init(service: Background { [workspace] in await workspace.keepCurrent() }),
          .init(service: server),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    try await group.run()
    await messenger.shutdown()
  }

  /// Has deliveries looked at as soon as something was crossed.
  private static func nudge(_ worker: DeliveryWorker, by stream: LiveStream) async {
    guard let watcher = try? await stream.subscribe() else { return }
    do {
      for try await _ in watcher { worker.committed() }
    } catch {
      // The worker looks by itself every now and then.
    }
  }

  /// The server for mail, as the environment names it; nil for none.
  private static func smtp(_ environment: [String: String]) throws -> SMTPSettings? {
    guard let host = environment["LEADLINE_SMTP_HOST"] else { return nil }
    guard let from = environment["LEADLINE_SMTP_FROM"] else {
      throw InputProblem(message: "LEADLINE_SMTP_FROM is missing: the address that mail comes from")
    }
    let security = environment["LEADLINE_SMTP_SECURITY"] ?? SMTPSettings.Security.startTLS.rawValue
    guard let security = SMTPSettings.Security(rawValue: security) else {
      throw InputProblem(message: "LEADLINE_SMTP_SECURITY: expected tls, starttls or none")
    }
    let port = environment["LEADLINE_SMTP_PORT"] ?? (security == .tls ? "465" : "587")
    guard let port = Int(port), 1...65_535 ~= port else {
      throw InputProblem(message: "LEADLINE_SMTP_PORT: expected a number up to 65535")
    }
    return SMTPSettings(
      host: host, port: port, security: security, user: environment["LEADLINE_SMTP_USER"],
      password: environment["LEADLINE_SMTP_PASSWORD"], from: from)
  }
}

/// Work beside the server that ends with it.
private struct Background: ServiceLifecycle.Service {
  private let work: @Sendable () async -> Void
  private let stop: @Sendable () async -> Void

  init(_ work: @escaping @Sendable () async -> Void, stopping stop: @escaping @Sendable () async -> Void = {}) {
    self.work = work
    self.stop = stop
  }

  func run() async throws {
    let task = Task { await work() }
    try? await gracefulShutdown()
    await stop()
    task.cancel()
    await task.value
  }
}
