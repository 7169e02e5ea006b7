import Hummingbird
import Service
import Store
import Tracking

/// `POST /v1/identify`, `/track`, `/page`, `/screen`, `/group`, `/alias` and `/batch`: the tracking API as Segment's
/// libraries speak it. Answers come after the messages are on the disk.
struct TrackingRoutes: Sendable {
  let settings: ServerSettings
  let services: WebServices
  let keys: Keys
  let counters: WebCounters

  /// What bodies may say that they are. Browsers that leave a page send JSON as plain text.
  private static let types = ["application/json", "text/plain"]
  private static let success = ByteBuffer(string: #"{"success":true}"#)

  func add(to group: RouterGroup<WebContext>) {
    for call in TrackedCall.allCases {
      group.post(RouterPath(call.rawValue)) { request, _ in try await self.take(request, call: call) }
    }
    group.post("batch") { request, _ in try await self.take(request, call: nil) }
    for path in TrackedCall.allCases.map(\.rawValue) + ["batch"] {
      group.on(RouterPath(path), method: .options) { _, _ in OpenToBrowsers.permission }
    }
  }

  private func take(_ request: Request, call: TrackedCall?) async throws(Problem) -> Response {
    let known = try await keys.caller(in: request.headers)
    if let known { try Self.check(known) }
    try BodyReader.expect(Self.types, request.headers)
    let body = try await BodyReader(limit: settings.bodyBytes).body(of: request)
    let batch = read(body, call: call)
    let caller = try await caller(known, batch)
    if batch.messages.isEmpty, !batch.problems.isEmpty {
      counters.count(accepted: 0, repeated: 0, refused: batch.problems.count)
      throw Problem(.badRequest, "No message was understood.", problems: batch.problems)
    }
    let receipt: Receipt
    do {
      receipt = try await services.ingesting.ingest(batch.messages, source: caller.source)
    } catch {
      throw Problem(error)
    }
    let problems = Self.problems(batch, receipt)
    counters.count(accepted: receipt.accepted, repeated: receipt.repeated, refused: problems.count)
    return try call == nil ? Self.answer(receipt, problems) : Self.answerToOne(problems)
  }

  private func read(_ body: ByteBuffer, call: TrackedCall?) -> TrackedBatch {
    let reader = TrackingReader(limits: settings.tracking)
    let bytes = body.readableBytesUInt8Span
    if let call { return reader.message(bytes, call: call, received: services.now()) }
    return reader.batch(bytes, received: services.now())
  }

  /// Who calls: by the header, or else by the key in the body.
  private func caller(_ known: CallerIdentity?, _ batch: TrackedBatch) async throws(Problem) -> CallerIdentity {
    if let known { return known }
    guard let key = batch.writeKey else {
      throw .unauthorized("There is no key: send the write key as the user name of Basic authentication.")
    }
    let caller = try await keys.caller(key)
    try Self.check(caller)
    return caller
  }

  private static func check(_ caller: CallerIdentity) throws(Problem) {
    if !caller.allows(.ingest) { throw Problem(.forbidden, "This needs a key with the scope ingest.") }
  }

  /// What was wrong, by positions in the request.
  private static func problems(_ batch: TrackedBatch, _ receipt: Receipt) -> [TrackingProblem] {
    let refused = receipt.problems.map { problem in
      TrackingProblem(
        index: batch.positions.indices.contains(problem.index) ? batch.positions[problem.index] : nil,
        message: problem.message)
    }
    return (batch.problems + refused).sorted { $0.index ?? .max < $1.index ?? .max }
  }

  private static func answer(_ receipt: Receipt, _ problems: [TrackingProblem]) -> Response {
    var json = JSONWriter()
    json.object { json in
      json.member("success", true)
      json.member("accepted", receipt.accepted)
      json.member("repeated", receipt.repeated)
      json.member("problems", problems, place: "index")
    }
    return json.response()
  }

  private static func answerToOne(_ problems: [TrackingProblem]) throws(Problem) -> Response {
    guard problems.isEmpty else { throw Problem(.badRequest, "The message was not taken.", problems: problems) }
    return response(success)
  }

  private static func response(_ json: ByteBuffer) -> Response {
    Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: json))
  }
}

/// Lets pages of any origin send messages: the key says whose they are, and answers tell nothing.
struct OpenToBrowsers: RouterMiddleware {
  /// The answer to a browser that asks whether it may send.
  static let permission = Response(
    status: .noContent,
    headers: [
      .accessControlAllowMethods: "POST", .accessControlAllowHeaders: "authorization, content-type, content-encoding",
      .accessControlMaxAge: "86400",
    ])

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch let problem as Problem {
      response = problem.response()
    }
    response.headers[.accessControlAllowOrigin] = "*"
    return response
  }
}
