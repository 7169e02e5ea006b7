import Hummingbird
import Service
import Tracking

/// What is wrong with a request, as a problem document (RFC 9457, `application/problem+json`).
///
/// ```json
/// {"type":"about:blank","title":"Bad Request","status":400,"detail":"No message was understood.",
///  "problems":[{"index":3,"message":"event: is missing: what was done"}]}
/// ```
struct Problem: HTTPResponseError, Sendable {
  var status: HTTPResponse.Status
  /// What is wrong, in a sentence.
  var detail: String
  /// What is wrong with single messages.
  var problems: [TrackingProblem] = []
  /// What the positions of `problems` are called: `index`, or `line` in files.
  var place = "index"
  /// Further members, as numbers.
  var counts: [(name: String, value: Int)] = []
  var headers = HTTPFields()

  init(_ status: HTTPResponse.Status, _ detail: String, problems: [TrackingProblem] = []) {
    self.status = status
    self.detail = detail
    self.problems = problems
  }

  /// Nobody has the key that came with the request, or none came.
  static func unauthorized(_ detail: String) -> Problem {
    var problem = Problem(.unauthorized, detail)
    // Not Basic, for which browsers would show a dialog.
    problem.headers[.wwwAuthenticate] = #"Bearer realm="leadline""#
    return problem
  }

  /// Why messages were not taken.
  init(_ refusal: Refusal) {
    switch refusal {
    case .overloaded(let seconds):
      self.init(.tooManyRequests, "More waits than the server holds; send it again in \(seconds) s.")
      headers[.retryAfter] = String(seconds)
    case .unavailable(let reason):
      self.init(.serviceUnavailable, "Nothing can be stored now: \(reason)")
      headers[.retryAfter] = "10"
    case .stopping:
      self.init(.serviceUnavailable, "The server is stopping.")
      headers[.retryAfter] = "5"
    }
  }

  func response() -> Response {
    var json = JSONWriter()
    json.object { json in
      json.member("type", "about:blank")
      json.member("title", status.reasonPhrase)
      json.member("status", Int(status.code))
      json.member("detail", detail)
      for (name, value) in counts { json.member(name, value) }
      if !problems.isEmpty { json.member("problems", problems, place: place) }
    }
    var headers = headers
    headers[.contentType] = "application/problem+json"
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: json.buffer))
  }

  func response(from request: Request, context: some RequestContext) -> Response { response() }
}

/// Turns whatever is thrown into a problem document.
struct ProblemMiddleware: RouterMiddleware {
  let counters: WebCounters

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch let problem as Problem {
      response = problem.response()
    } catch let error as HTTPError {
      response = Problem(error.status, error.body ?? "\(error.status.reasonPhrase).").response()
    } catch is CancellationError {
      response = Problem(.stopping).response()
    } catch {
      context.logger.error("a request failed", metadata: ["error": "\(type(of: error))"])
      response = Problem(.internalServerError, "The server failed; the log says more.").response()
    }
    counters.count(response.status)
    return response
  }
}
