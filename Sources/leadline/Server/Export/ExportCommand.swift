import ArgumentParser
import Foundation
import Leads
import Store

/// `leadline export`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes leads with their scores, events and outcomes to files that other programs read.",
    discussion: """
      leadline export --out exported
      leadline export --out leads.csv
      leadline export --out exported --format jsonl

      To a folder: leads, events and outcomes, a file each. To a name that ends in .csv or .jsonl: the leads alone.
      leadline score, train and import read these files again. Columns that begin with leadline_ say what the ledger made
      of a lead; they are no attributes of it. Acts that are not taken for a person's are left out. A copy of everything
      is what leadline backup makes.
      """)

  /// How files are written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, jsonl }

  @OptionGroup var ledger: LedgerOptions

  @Option(help: ArgumentHelp("The folder, or a file for the leads alone.", valueName: "folder or file"))
  var out: String

  @Option(help: "With a folder: csv or jsonl.")
  var format: Format = .csv

  func run() async throws {
    let store = try ledger.store(access: .readOnly)
    let out = out
    let named = Format.allCases.first { out.lowercased().hasSuffix(".\($0.rawValue)") }
    let format = named ?? format
    if named == nil { try makeFolder() }
    try SafeFile.refuseOverlap(outputs: [("--out", out)], inputs: [("--data", ledger.data)])
    let counts = try await store.read { ledger in
      try Self.write(ledger, to: out, isFolder: named == nil, format)
    }
    try Terminal.write(
      "\(counts.leads.formatted()) leads"
        + (named == nil ? ", \(counts.events.formatted()) events, \(counts.outcomes.formatted()) outcomes" : "")
        + " written to \(out)")
    if counts.labelled > 0 {
      Terminal.writeError(
        "note: \(counts.labelled.formatted()) acts of scanners and programs, and repeated ones, were left out")
    }
    if counts.furtherIDs > 0 {
      Terminal.writeError(
        "note: \(counts.furtherIDs.formatted()) further ids of leads have no place in a row; a backup has them all")
    }
  }

  private static func write(
    _ ledger: any LedgerReading, to out: String, isFolder: Bool, _ format: Format
  ) throws -> Export.Counts {
    let export = try Export(ledger, isJSON: format == .jsonl)
    var counts = Export.Counts()
    guard isFolder else {
      let file = try SafeFile(path: out)
      try export.writeLeads(to: file, &counts)
      try file.finish()
      return counts
    }
    let files = try ["leads", "events", "outcomes"].map {
      try SafeFile(path: (out as NSString).appendingPathComponent("\($0).\(format.rawValue)"))
    }
    try export.writeLeads(to: files[0], &counts)
    try export.writeEvents(to: files[1], &counts)
    try export.writeOutcomes(to: files[2], &counts)
    // Together: leads of one moment beside events of another would say what never was.
    for file in files { try file.finish() }
    return counts
  }

  private func makeFolder() throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: out, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw InputProblem(
          message: "--out \(out): this is a file; name a folder, or a file that ends in .csv or .jsonl")
      }
      return
    }
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    } catch {
      throw WorkFailure(message: "\(out): the folder cannot be made: \((error as NSError).localizedDescription)")
    }
  }
}
