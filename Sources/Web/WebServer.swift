import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

/// The HTTP server.
///
///     let server = WebServer(settings, services) { port in print("listening at port \(port)") }
///     try await server.run()
///
/// It ends when its task is cancelled or its service group shuts down: what was asked by then is answered first. It
/// speaks HTTP/1.1 without TLS, for a proxy before it.
public struct WebServer: Service {
  private let application: Application<RouterResponder<WebContext>>

  /// A server.
  ///
  /// - Parameter onRunning: called once it listens, with the port.
  public init(
    _ settings: ServerSettings, _ services: WebServices, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) {
    let router = Router(context: WebContext.self)
    Routes(settings: settings, services: services).add(to: router)
    let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
      maxHeaderFieldSize: settings.headBytes, maxHeaderListSize: settings.headBytes, maxHeaderFieldCount: 100)
    let channel = HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        SlowBodyHandler(
          interval: .seconds(Int64(settings.bodySeconds)), bytesPerInterval: settings.bodyBytesPerInterval)
      ],
      idleTimeout: .seconds(Int64(settings.idleSeconds)), httpDecoderConfiguration: decoder)
    application = Application(
      router: router, server: .http1(configuration: channel),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(
          settings.connections, logger: services.logger)),
      onServerRunning: { await onRunning($0.localAddress?.port ?? settings.port) },
      logger: services.logger)
  }

  /// Serves until it is told to stop. Throws if it cannot listen.
  public func run() async throws { try await application.run() }
}
