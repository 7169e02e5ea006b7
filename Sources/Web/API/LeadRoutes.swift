import Hummingbird
import Leads
import Service
import Store

/// `GET /api/v1/leads`: the best leads, page by page, or the one that an identity names; `/api/v1/leads/{number}`: one lead
/// with all that is known, and why it has its scores.
struct LeadRoutes: Sendable {
  let workspace: Workspace

  /// The most leads of a page.
  static let largestPage = 500

  func add(to group: RouterGroup<WebContext>) {
    group.get("leads") { request, _ in try await list(request) }
    group.get("leads/{number}") { _, context in
      guard let number = context.parameters.get("number", as: Int64.self) else {
        throw Problem(.badRequest, "A lead's number is a whole number.")
      }
      return try await one(LeadNumber(number))
    }
  }

  private func list(_ request: Request) async throws -> Response {
    let query = request.uri.queryParameters
    if let identity = Self.identity(in: query) {
      guard let number = try await workspace.lead(known: identity) else {
        throw Problem(.notFound, "Nobody is known by this.")
      }
      return try await one(number)
    }
    let limit = try Self.limit(query)
    let after = try Self.place(query)
    let page = try await workspace.ranking(
      stage: query["stage"].map(String.init), after: after, limit: limit)
    var json = JSONWriter()
    json.object { json in
      json.member("leads", array: page) { $0.score($1) }
      if page.count == limit, let last = page.last { json.member("next", "\(last.score ?? .min)_\(last.lead.value)") }
    }
    return json.response()
  }

  private func one(_ number: LeadNumber) async throws -> Response {
    guard let view = try await workspace.lead(number) else { throw Problem(.notFound, "There is no such lead.") }
    var json = JSONWriter()
    json.lead(view)
    return json.response()
  }

  private static func identity(in query: Parameters) -> Identity? {
    if let email = query["email"] { return Identity(.email, String(decoding: String(email).foldedUTF8, as: UTF8.self)) }
    if let id = query["user_id"] { return Identity(.userID, String(id)) }
    if let id = query["anonymous_id"] { return Identity(.anonymousID, String(id)) }
    if let id = query["record_id"] { return Identity(.recordID, String(id)) }
    return nil
  }

  static func limit(_ query: Parameters) throws(Problem) -> Int {
    guard let text = query["limit"] else { return 50 }
    guard let limit = Int(text), 1...largestPage ~= limit else {
      throw Problem(.badRequest, "limit: expected a whole number from 1 to \(largestPage).")
    }
    return limit
  }

  private static func place(_ query: Parameters) throws(Problem) -> (score: Int64, lead: LeadNumber)? {
    guard let text = query["after"] else { return nil }
    let parts = text.split(separator: "_")
    guard parts.count == 2, let score = Int64(parts[0]), let lead = Int64(parts[1]) else {
      throw Problem(.badRequest, "after: expected what the page before gave as next.")
    }
    return (score, LeadNumber(lead))
  }
}
