import Hummingbird
import Service
import Store

/// `GET /api/v1/jobs`: imports and the like; `/api/v1/audit`: who did what.
struct WorkRoutes: Sendable {
  let workspace: Workspace

  func add(to group: RouterGroup<WebContext>) {
    group.get("jobs") { request, _ in
      let limit = try LeadRoutes.limit(request.uri.queryParameters)
      let jobs = try await workspace.store.read { try $0.jobs(limit: limit) }
      var json = JSONWriter()
      json.object { json in
        json.member("jobs", array: jobs) { json, job in
          json.object { json in
            json.member("number", job.number)
            json.member("kind", job.kind)
            json.member("subject", job.subject)
            json.member("state", job.state)
            json.member("result", raw: job.result.isEmpty ? "null" : job.result)
            json.member("created_at", moment: job.createdAt)
            json.member("ended_at", moment: job.endedAt)
          }
        }
      }
      return json.response()
    }
    group.get("audit") { request, _ in
      let limit = try LeadRoutes.limit(request.uri.queryParameters)
      let entries = try await workspace.store.read { try $0.audit(limit: limit) }
      var json = JSONWriter()
      json.object { json in
        json.member("audit", array: entries) { json, entry in
          json.object { json in
            json.member("at", moment: entry.at)
            json.member("actor", entry.actor)
            json.member("action", entry.action)
            json.member("detail", entry.detail)
          }
        }
      }
      return json.response()
    }
  }
}
