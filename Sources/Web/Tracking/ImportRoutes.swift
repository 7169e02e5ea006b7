import Hummingbird
import Leads
import NIOCore
import Service
import Store
import Tracking

/// `POST /v1/import`: messages as JSON Lines, or events as CSV, as many as you like.
///
/// The body is read as fast as the messages find their way to the disk, no faster. A line that is wrong is named, and
/// the others are kept. Sending a file again does no harm: a line without a `messageId` gets one from its content.
struct ImportRoutes: Sendable {
  let settings: ServerSettings
  let services: WebServices
  let keys: Keys
  let counters: WebCounters

  private static let lines = ["application/x-ndjson", "application/ndjson", "application/jsonl", "application/json"]

  func add(to group: RouterGroup<WebContext>) {
    // Keys that stand in web pages are of scope `ingest`; files name leads by their records, so it takes more.
    group.add(middleware: KeyMiddleware(keys: keys, scope: .admin)).post("import") { request, context in
      try await self.take(request, source: context.caller?.source ?? 0)
    }
  }

  private func take(_ request: Request, source: Int64) async throws -> Response {
    try BodyReader.expect(Self.lines + ["text/csv"], request.headers)
    let isCSV = request.headers[.contentType]?.lowercased().hasPrefix("text/csv") == true
    var work = ImportWork(settings: settings, services: services, source: source, isCSV: isCSV)
    var inflater: Inflater?
    do {
      let isCompressed = try BodyReader.isCompressed(request.headers)
      for try await buffer in request.body {
        guard isCompressed else {
          try await work.take(Array(buffer.readableBytesView))
          continue
        }
        let stream: Inflater
        if let known = inflater {
          stream = known
          stream.feed(Array(buffer.readableBytesView))
        } else {
          stream = try Inflater(path: "body", compressed: Array(buffer.readableBytesView), outputCapacity: 1 << 16)
          inflater = stream
        }
        while case let piece = try stream.inflated(upTo: 1 << 16), !piece.isEmpty { try await work.take(piece) }
      }
      try inflater?.finish()
      try await work.finish()
    } catch let problem as Problem {
      throw work.stopped(by: problem)
    } catch is FileProblem {
      throw work.stopped(by: Problem(.badRequest, "The gzip data of the body is damaged or breaks off."))
    } catch let error as TrackingProblem {
      throw work.stopped(by: Problem(.badRequest, error.message))
    } catch {
      throw work.stopped(by: Problem(.badRequest, "The body broke off."))
    }
    counters.count(accepted: work.accepted, repeated: work.repeated, refused: work.refused)
    return work.summary()
  }
}

/// An import under way.
struct ImportWork {
  private let settings: ServerSettings
  private let services: WebServices
  private let source: Int64
  private let reader: TrackingReader
  private let isCSV: Bool
  private var splitter: RecordSplitter
  private var rows: EventRows?
  private var messages: [TrackedMessage] = []
  private var lines: [Int] = []
  private var problems: [TrackingProblem] = []
  private(set) var accepted = 0
  private(set) var repeated = 0
  private(set) var refused = 0

  /// How many wrong lines are named; all are counted.
  private static let namedProblems = 1000

  init(settings: ServerSettings, services: WebServices, source: Int64, isCSV: Bool) {
    self.settings = settings
    self.services = services
    self.source = source
    self.isCSV = isCSV
    reader = TrackingReader(limits: settings.tracking, readsRecordIDs: true)
    splitter = RecordSplitter(honoursQuotes: isCSV, maximumBytes: settings.tracking.messageBytes)
  }

  /// Takes further bytes of the file.
  mutating func take(_ bytes: [UInt8]) async throws {
    splitter.feed(bytes.span)
    try await drain()
  }

  /// Says that no more bytes come.
  mutating func finish() async throws {
    splitter.finish()
    try await drain()
    try await send()
    if isCSV, rows == nil { throw TrackingProblem(index: nil, message: "The file is empty.") }
  }

  private mutating func drain() async throws {
    while let record = splitter.next() {
      switch record {
      case .tooLong(let line):
        refuse("the line is longer than \(settings.tracking.messageBytes) bytes", line: line)
      case .record(let bytes, let line):
        try take(bytes, line: line)
        if messages.count >= settings.importBatch { try await send() }
      }
    }
  }

  private mutating func take(_ record: [UInt8], line: Int) throws(TrackingProblem) {
    guard isCSV else {
      let found = reader.line(record.span, 0..<record.count, index: line, received: services.now())
      for problem in found.problems { refuse(problem.message, line: line) }
      for message in found.messages { keep(message, line: line) }
      return
    }
    guard let rows else {
      rows = try EventRows(heading: record, limits: settings.tracking)
      return
    }
    do {
      keep(try rows.message(record), line: line)
    } catch {
      refuse(error.message, line: line)
    }
  }

  private mutating func keep(_ message: TrackedMessage, line: Int) {
    var message = message
    if message.messageID == nil { message.messageID = "line-" + String(message.content, radix: 16) }
    messages.append(message)
    lines.append(line)
  }

  private mutating func refuse(_ message: String, line: Int) {
    refused += 1
    if problems.count < Self.namedProblems { problems.append(TrackingProblem(index: line, message: message)) }
  }

  /// Hands on what has gathered, waiting for room as long as it takes within reason.
  private mutating func send() async throws {
    if messages.isEmpty { return }
    var attempts = 0
    while true {
      do {
        let receipt = try await services.ingesting.ingest(messages, source: source)
        accepted += receipt.accepted
        repeated += receipt.repeated
        for problem in receipt.problems { refuse(problem.message, line: lines[problem.index]) }
        messages.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        return
      } catch .overloaded(let seconds) where attempts < settings.importAttempts {
        attempts += 1
        try await Task.sleep(for: .seconds(max(1, seconds)))
      } catch {
        throw Problem(error)
      }
    }
  }

  /// What came of it.
  func summary() -> Response {
    var json = JSONWriter()
    json.object { json in
      json.member("success", true)
      json.member("accepted", accepted)
      json.member("repeated", repeated)
      json.member("refused", refused)
      json.member("problems", problems.sorted { $0.index ?? 0 < $1.index ?? 0 }, place: "line")
    }
    return json.response()
  }

  /// The problem that ended it, with what was kept until then. Sending the file again is harmless.
  func stopped(by problem: Problem) -> Problem {
    var problem = problem
    problem.counts = [("accepted", accepted), ("repeated", repeated), ("refused", refused)]
    problem.problems = problems
    problem.place = "line"
    return problem
  }
}
