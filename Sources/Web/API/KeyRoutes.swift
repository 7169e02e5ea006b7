import FoundationEssentials
import Hummingbird
import Service
import Store

/// `/api/v1/keys`: who may call. A key is shown to whoever makes it, once.
struct KeyRoutes: Sendable {
  let keys: AccessKeys

  /// A key that is asked for.
  private struct Body: Decodable {
    var name: String
    var scope: String
  }

  func add(to group: RouterGroup<WebContext>) {
    group.get("keys") { _, _ in
      let all = try await keys.all()
      var json = JSONWriter()
      json.object { $0.member("keys", array: all) { $0.key($1) } }
      return json.response()
    }
    group.post("keys") { request, context in
      let bytes = try await BodyReader(limit: 16 << 10).body(of: request)
      guard let body = try? JSONDecoder().decode(Body.self, from: Data(bytes.readableBytesView)),
        !body.name.isEmpty, let scope = Scope(rawValue: body.scope)
      else {
        throw Problem(.badRequest, "A key is a JSON object with name and scope: ingest, read or admin.")
      }
      let (key, text) = try await keys.create(body.name, scope, actor: context.caller?.name ?? "")
      var json = JSONWriter()
      json.key(key, text: text)
      return json.response(.created)
    }
    group.delete("keys/{number}") { _, context in
      guard let number = context.parameters.get("number", as: Int64.self),
        try await keys.revoke(number, actor: context.caller?.name ?? "")
      else { throw Problem(.notFound, "There is no such key that holds.") }
      return Response(status: .noContent)
    }
  }
}

extension JSONWriter {
  /// A key, without the key itself unless it was made just now.
  fileprivate mutating func key(_ key: AccessKey, text: String? = nil) {
    object { json in
      json.member("number", key.number)
      json.member("name", key.name)
      json.member("scope", key.scope.rawValue)
      json.member("begins", key.prefix)
      json.member("created_at", moment: key.createdAt)
      json.member("revoked_at", moment: key.revokedAt)
      if let text { json.member("key", text) }
    }
  }
}
