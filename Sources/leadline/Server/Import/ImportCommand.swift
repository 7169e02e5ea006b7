import ArgumentParser
import Foundation
import Leads
import Logging
import Service
import Store

/// `leadline import`
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes a file of leads or of events into a ledger, and scores whom it concerns.",
    discussion: """
      leadline import leads.csv --dry-run
      leadline import leads.csv
      leadline import events.csv
      leadline import --list
      leadline import --undo 2

      The same row is taken once, so a file may be imported again after it grew or after an import broke off. A server \
      may run meanwhile. Nobody is told of stages that an import changes, unless --announce says so. What the columns \
      mean is remembered for the next file with the same heading.
      """)

  @Argument(help: "Leads or events: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var file: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var options: ImportOptions
  @OptionGroup var reading: FileOptions

  @Flag(help: "Say what would happen, and change nothing.")
  var dryRun = false

  @Flag(help: "Tell those who wait for it of stages and bands that the import changes.")
  var announce = false

  @Option(
    help: ArgumentHelp(
      "Write the records that could not be used to this CSV file, with line and reason.", valueName: "file"))
  var rejects: String?

  @Option(help: ArgumentHelp("Take an import back, by its number.", valueName: "job"))
  var undo: Int64?

  @Flag(help: "List the imports.")
  var list = false

  private static let actor = "command line"

  mutating func validate() throws {
    let works = [file != nil, undo != nil, list].count { $0 }
    guard works == 1 else { throw ValidationError("Give a FILE to import, or --undo JOB, or --list.") }
    guard file != nil || !(dryRun || announce || rejects != nil) else {
      throw ValidationError("--dry-run, --announce and --rejects need a FILE.")
    }
  }

  func run() async throws {
    if list { return try await writeList() }
    if let undo { return try await takeBack(undo) }
    guard let file else { return }
    try SafeFile.refuseOverlap(outputs: [("--rejects", rejects)], inputs: [("FILE", file), ("--data", ledger.data)])
    let delimiter = try reading.delimiterByte()
    let heading = try RowFile(path: file, delimiter: delimiter).heading
    // What would happen to a ledger that is not there is tried on one in memory.
    let isThere = FileManager.default.fileExists(atPath: ledger.data)
    // A file that cannot be used makes no ledger.
    if !isThere { _ = try options.mapping(file, kept: nil, delimiter: delimiter, asked: ([], [])) }
    let store: any Store = dryRun && !isThere ? MemoryStore() : try ledger.store(isThere: false)
    try await work(file, heading, store)
  }

  private func workspace(_ store: any Store) async throws -> Workspace {
    var settings = Workspace.Settings()
    settings.utcOffset = try await store.read { try Workspace.utcOffset(of: $0) } ?? 0
    settings.threads = reading.threads
    return try await Workspace(
      store: store, settings: settings, clock: SystemClock.now,
      logger: Logger(label: "leadline") { StreamLogHandler.standardError(label: $0) })
  }

  // MARK: Importing

  private func work(_ path: String, _ heading: FileHeading, _ store: any Store) async throws {
    let began = Date.now
    let workspace = try await workspace(store)
    let setting = ImportMapping.setting(heading)
    let kept = try await store.read { try $0.setting(setting) }.flatMap { ImportMapping(json: $0) }
    let (mapping, isKept) = try options.mapping(
      path, kept: kept, delimiter: try reading.delimiterByte(), asked: try await workspace.namesInUse())
    Terminal.writeError(
      "\(path): \(mapping.description)" + (isKept ? "\n  (as in the last file with this heading)" : ""))
    if !dryRun, !isKept {
      let json = mapping.json
      try await store.write { try $0.set(setting: setting, json) }
    }
    let writer = try rejects.map { try RejectWriter(path: $0) }
    let log = RejectLog(handler: writer.map { writer -> @Sendable (Reject) -> Void in { writer.write($0) } })
    let name = (path as NSString).lastPathComponent
    var job: Int64 = 0
    let counts: ImportCounts
    do {
      let take = try await prepared(path, mapping, workspace, log)
      try writer?.finish()
      if !dryRun { job = try await workspace.beginImport(name) }
      counts = try await take(Import(job: job, isQuiet: !announce, isTrial: dryRun))
      if !dryRun { try await workspace.endImport(job, actor: Self.actor) }
    } catch {
      if job != 0 {
        try? await workspace.endImport(job, problem: "\(error)", actor: Self.actor)
        Terminal.writeError(
          "the import broke off: what was taken until then is kept. Import the file again to go on, or take it back with\n"
            + "  leadline import --undo \(job) --data \(ledger.data.quotedForShell)")
      }
      throw error
    }
    [log].report(file: rejects)
    try report(counts, mapping, job, seconds: Date.now.timeIntervalSince(began))
  }

  /// Reads the file; gives what takes it into the ledger.
  private func prepared(
    _ path: String, _ mapping: ImportMapping, _ workspace: Workspace, _ log: RejectLog
  ) async throws -> (Import) async throws -> ImportCounts {
    let offset = workspace.settings.utcOffset
    let delimiter = try reading.delimiterByte()
    switch mapping.kind {
    case .leads:
      let rows = try LeadRows(
        path, mapping, delimiter: delimiter, utcOffset: offset, threads: reading.threads, rejects: log)
      return { work in
        let progress = Progress("Importing", total: rows.count, "leads")
        defer { progress.end() }
        return try await workspace.importLeads(count: rows.count, work, row: { rows.row($0) }) { progress.reach($0) }
      }
    case .events:
      let events = try await EventImport(
        path, mapping, workspace.store, delimiter: delimiter, utcOffset: offset, threads: reading.threads, rejects: log)
      return { work in
        let progress = Progress("Importing", total: events.log.count, "events")
        defer { progress.end() }
        return try await workspace.importEvents(events.log, of: events.leads, kinds: events.kinds, work) {
          progress.reach($0)
        }
      }
    }
  }

  private func report(_ counts: ImportCounts, _ mapping: ImportMapping, _ job: Int64, seconds: Double) throws {
    let things = mapping.kind == .leads ? "rows" : "events"
    let would = dryRun ? "would be " : ""
    try Terminal.write(
      "\(counts.taken.formatted()) \(things) \(would)taken, \(counts.known.formatted()) known already")
    if mapping.kind == .leads {
      let merges = counts.merges.isEmpty ? "" : ", \(counts.merges.count.formatted()) found to be the same person"
      try Terminal.write(
        "\(counts.newLeads.formatted()) new leads, \(counts.changes.formatted()) values, \(counts.outcomes.formatted()) outcomes\(merges)"
      )
    } else if counts.outcomes > 0 {
      try Terminal.write("\(counts.outcomes.formatted()) of them say what became of a lead")
    }
    try Terminal.write("\(counts.rescored.formatted()) leads \(would)scored again")
    if dryRun { return try Terminal.write("nothing was changed") }
    try Terminal.write(
      "import \(job), in \(String(format: "%.1f", seconds)) s; take it back with: leadline import --undo \(job) --data \(ledger.data.quotedForShell)"
    )
  }

  // MARK: Imports that were made

  private func takeBack(_ number: Int64) async throws {
    let workspace = try await workspace(try ledger.store())
    guard let leads = try await workspace.undoImport(number, actor: Self.actor) else {
      throw InputProblem(
        message: "there is no import \(number) that could be taken back", hint: "leadline import --list shows them")
    }
    try Terminal.write("import \(number) is taken back: \(leads.formatted()) leads are as they would be without it")
  }

  private func writeList() async throws {
    let jobs = try await ledger.store().read { try $0.jobs(limit: 1000) }.filter { $0.kind == "import" }
    if jobs.isEmpty { return try Terminal.write("There are no imports.") }
    try Terminal.write("number  state    begun                 file")
    for job in jobs {
      let columns = [
        String(job.number).fitted(to: 6), job.state.fitted(to: 7), Instant(secondsSince1970: job.createdAt).description,
        job.subject,
      ]
      try Terminal.write(columns.joined(separator: "  "))
    }
  }
}
