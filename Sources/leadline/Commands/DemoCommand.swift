import ArgumentParser
import Foundation

/// `leadline demo`
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Makes an invented company to try Leadline on: leads, events, outcomes and a model.",
    discussion: """
      Harbourlight sells scheduling software. Its leads, what they did until 2026-06-30, how it ended with them, and a \
      scoring model are written to five files. The same seed gives the same files on every machine.
      """)

  @Option(help: ArgumentHelp("How many leads: 10 to 1,000,000. About 25 events each.", valueName: "n"))
  var leads = 4000

  @Option(help: ArgumentHelp("Another seed makes another company.", valueName: "s"))
  var seed: UInt64 = 7

  @Option(
    help: ArgumentHelp("The folder to write to; it is made if there is none.", valueName: "folder"),
    completion: .directory)
  var out = "demo"

  mutating func validate() throws {
    guard 10...1_000_000 ~= leads else { throw ValidationError("--leads must be between 10 and 1000000.") }
    guard !out.isEmpty else { throw ValidationError("--out must name a folder.") }
  }

  func run() throws {
    try makeFolder()
    let files = DemoFiles(leads: leads, seed: seed, folder: out)
    let counts = try files.write()
    try report(files, counts)
  }

  private func makeFolder() throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: out, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw InputProblem(message: "--out \(out): this is a file; name a folder") }
      try refuseForeignFiles()
      return
    }
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    } catch {
      throw WorkFailure(message: "\(out): the folder cannot be made: \((error as NSError).localizedDescription)")
    }
  }

  /// Throws if files in the folder would be overwritten that an earlier demo did not write.
  private func refuseForeignFiles() throws {
    let existing = ["leads.csv", "events.csv", "outcomes.csv", "crm-export.csv", "model.yaml"].filter {
      FileManager.default.fileExists(atPath: "\(out)/\($0)")
    }
    if existing.isEmpty { return }
    let model = FileManager.default.contents(atPath: "\(out)/model.yaml").map { String(decoding: $0, as: UTF8.self) }
    if model?.contains("Harbourlight") == true { return }
    throw InputProblem(
      message: "--out \(out): the folder has a \(existing[0]) that is not the demo's", hint: "name another folder")
  }

  /// Says what was written, and what to type next.
  private func report(_ files: DemoFiles, _ counts: DemoFiles.Counts) throws {
    func line(_ name: String, _ what: String) -> String { "  \(files.path(name).fitted(to: out.columns + 18))\(what)" }
    let leadPath = quoted("leads.csv", files), eventPath = quoted("events.csv", files)
    let modelPath = quoted("model.yaml", files)
    let rest = "--events \(eventPath) --model \(modelPath) --as-of \(DemoCalendar.asOf)"
    let hot = DemoCast.id(of: .hot, of: leads), faded = DemoCast.id(of: .faded, of: leads)
    try Terminal.write(
      """
      Harbourlight, an invented company that sells scheduling software:
      \(line("leads.csv", "\(counts.leads.formatted()) leads, as untidy as a real export"))
      \(line("events.csv", "\(counts.events.formatted()) events until 2026-06-30"))
      \(line("outcomes.csv", "\(counts.outcomes.formatted()) leads won or lost by 2026-09-30"))
      \(line("crm-export.csv", "\(counts.exported.formatted()) of the same leads as a CRM exports them that nobody looks after"))
      \(line("model.yaml", "the scoring model; open it and change a number"))

      What is wrong with the export?
        leadline profile \(quoted("crm-export.csv", files)) --as-of \(DemoCalendar.asOf)

      Rank the leads:
        leadline score \(leadPath) \(rest)

      Why is Marina Oddlestone hot, and what became of Casper Quillfeather?
        leadline explain \(leadPath) --lead \(hot) \(rest)
        leadline explain \(leadPath) --lead \(faded) \(rest)

      Check the model after a change:
        leadline check \(modelPath) \(leadPath) --events \(eventPath) --as-of \(DemoCalendar.asOf)
      """)
  }

  /// A path as a shell takes it.
  private func quoted(_ name: String, _ files: DemoFiles) -> String { files.path(name).quotedForShell }
}
