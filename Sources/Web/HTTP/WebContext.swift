import Hummingbird
import NIOCore

/// What is known of a request besides itself.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Who calls, behind a `KeyMiddleware`.
  var caller: CallerIdentity?
  /// Where the request came from. Behind a proxy it is the proxy.
  let remoteAddress: String?

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress?.ipAddress
  }
}
