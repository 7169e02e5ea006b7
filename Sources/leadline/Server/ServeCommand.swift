import ArgumentParser
import Foundation
import Leads
import Logging
import SQLiteStore
import Scoring
import Service
import ServiceLifecycle
import Store
import Web

/// `leadline serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Keeps scores current: takes events in, scores leads at once, and tells those who wait.",
    discussion: """
      leadline keys create website --scope ingest
      leadline serve --model model.yaml

      Speaks the tracking API that Segment's libraries speak, at http://127.0.0.1:8080. Everything is kept in one file.
      Only this machine can reach it unless --host says otherwise; put a proxy with TLS before it.
      """)

  @OptionGroup var ledger: LedgerOptions

  @Option(
    help: ArgumentHelp("Publish this model first, quietly, if it is not the one in use.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var model: String?

  @Option(help: ArgumentHelp("The address to listen at.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port to listen at; 0 for any that is free.", valueName: "port"))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      "Where the workspace's days begin, east of UTC, such as +02:00. Kept with the ledger; default +00:00.",
      valueName: "offset"))
  var utcOffset: String?

  @Option(help: ArgumentHelp("The most threads for work on all leads.", valueName: "n"))
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: ArgumentHelp("The most messages that wait; further ones are answered with 429.", valueName: "n"))
  var queue = 50_000

  mutating func validate() throws {
    guard 0...65_535 ~= port else { throw ValidationError("--port \(port): expected a number up to 65535.") }
    guard threads >= 1 else { throw ValidationError("--threads must be at least 1.") }
    guard queue >= 1 else { throw ValidationError("--queue must be at least 1.") }
  }

  func run() async throws {
    let text = try model.map { try ModelFile.text(atPath: $0) }
    let store = try ledger.store(isThere: false)
    do {
      try await serve(store, text)
    } catch let problem as StoreProblem {
      throw LedgerOptions.failure(problem)
    }
  }

  private func serve(_ store: SQLiteStore, _ text: String?) async throws {
    var logger = Logger(label: "leadline") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .info
    var settings = Workspace.Settings()
    settings.utcOffset = try await offset(of: store)
    settings.threads = threads
    settings.queueLimit = queue
    let workspace = try await Workspace(store: store, settings: settings, clock: SystemClock.now, logger: logger)
    if let text, let model { try await publish(text, path: model, workspace) }
    let composition = Composition(workspace, store, logger: logger)
    try await composition.run(host: host, port: port)
  }

  /// The workspace's offset from UTC: kept with the ledger, because scores depend on it.
  private func offset(of store: SQLiteStore) async throws -> Int64 {
    let given = try utcOffset.map { try TimeOptions.offsetSeconds($0) }
    let kept = try await store.read { try Workspace.utcOffset(of: $0) }
    if let given, let kept, given != kept {
      throw InputProblem(
        message: "--utc-offset: this ledger's days begin at \(kept) seconds east of UTC, not at \(given)",
        hint: "leave the option out; the offset of a ledger with scores stays")
    }
    if let kept { return kept }
    let offset = given ?? 0
    try await store.write { try Workspace.setUTCOffset(offset, in: $0) }
    return offset
  }

  /// Publishes the model of a file quietly, unless it is in use already.
  private func publish(_ text: String, path: String, _ workspace: Workspace) async throws {
    let versions = try await workspace.models()
    if versions.contains(where: { $0.status == .champion && $0.text == text }) { return }
    let number: Int64
    if let known = versions.last(where: { $0.text == text }) {
      number = known.number
    } else {
      number = try await workspace.draft(text, author: "command line", note: path).number
    }
    let moved = try await workspace.publish(number, actor: "command line: serve")
    Terminal.writeError("published \(path) as version \(number), quietly; \(moved) leads changed their stage")
  }
}
