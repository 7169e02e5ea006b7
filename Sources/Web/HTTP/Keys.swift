import FoundationEssentials
import Hummingbird
import Store

/// Finds out who calls, by the key that a request came with.
struct Keys: Sendable {
  let services: WebServices

  /// Who calls, by the request's header; nil if it has none.
  ///
  /// The key is the user's name of Basic authentication, the password being empty, as the libraries of the tracking API
  /// send it, or a bearer token.
  func caller(in headers: HTTPFields) async throws(Problem) -> CallerIdentity? {
    guard let header = headers[.authorization] else { return nil }
    guard let key = Self.key(in: header) else {
      throw .unauthorized("The Authorization header has neither Basic nor Bearer authentication.")
    }
    return try await caller(key)
  }

  /// Who has this key.
  func caller(_ key: String) async throws(Problem) -> CallerIdentity {
    guard let caller = await services.caller(key) else { throw .unauthorized("Nobody has this key.") }
    return caller
  }

  /// The key that an Authorization header holds.
  static func key(in header: String) -> String? {
    guard let space = header.firstIndex(of: " ") else { return nil }
    let value = header[header.index(after: space)...].drop { $0 == " " }
    switch header[..<space].lowercased() {
    case "bearer": return value.isEmpty ? nil : String(value)
    case "basic":
      guard let data = Data(base64Encoded: String(value)) else { return nil }
      let pair = String(decoding: data, as: UTF8.self)
      let key = pair.prefix { $0 != ":" }
      return key.isEmpty ? nil : String(key)
    default: return nil
    }
  }
}

/// Lets only those through whose key allows it, and says in the context who they are.
struct KeyMiddleware: RouterMiddleware {
  let keys: Keys
  let scope: Scope

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard let caller = try await keys.caller(in: request.headers) else {
      throw Problem.unauthorized("This needs a key: make one with `leadline keys`.")
    }
    guard caller.allows(scope) else { throw Problem(.forbidden, "This needs a key with the scope \(scope.rawValue).") }
    var context = context
    context.caller = caller
    return try await next(request, context)
  }
}
