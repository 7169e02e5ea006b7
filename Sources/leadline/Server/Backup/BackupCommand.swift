import ArgumentParser
import Foundation
import Leads
import SQLiteStore
import Store

/// `leadline backup`
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies a ledger to one file, while a server works on it.",
    discussion: """
      leadline backup --out leadline-backup.db

      The copy is as of one moment, is checked, and appears when it is complete; a file that has its name is replaced
      then. leadline restore makes a ledger of it.
      """)

  @OptionGroup var ledger: LedgerOptions

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var out: String

  func run() async throws {
    try SafeFile.refuseOverlap(outputs: [("--out", out)], inputs: [("--data", ledger.data)])
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: out, isDirectory: &isFolder), isFolder.boolValue {
      throw InputProblem(message: "--out \(out): this is a folder; name a file")
    }
    let summary = try await ledger.store(access: .readOnly).backup(to: out)
    try Terminal.write("\(out) is a copy of \(ledger.data), checked:")
    try summary.write()
  }
}

/// `leadline restore`
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Makes a ledger of a copy that leadline backup made.",
    discussion: """
      leadline restore leadline-backup.db --data leadline.db
      leadline restore leadline-backup.db --data leadline.db --replace

      The copy is checked first and stays as it is. A ledger that is there is only replaced with --replace, and only if
      nobody works on it; until the new one is complete, it stays.
      """)

  @Argument(help: "The copy.", completion: .file())
  var file: String

  @OptionGroup var ledger: LedgerOptions

  @Flag(help: "Replace the ledger that is there.")
  var replace = false

  func run() async throws {
    guard FileManager.default.fileExists(atPath: file) else {
      throw InputProblem(message: "\(file): there is no such file")
    }
    try SafeFile.refuseOverlap(outputs: [("--data", ledger.data)], inputs: [("FILE", file)])
    let isThere = FileManager.default.fileExists(atPath: ledger.data)
    if isThere, !replace {
      throw InputProblem(
        message: "\(ledger.data): there is a ledger already", hint: "--replace puts the copy in its place")
    }
    let summary =
      isThere
      ? try await SQLiteStore.restore(file, replacing: ledger.data)
      : try await SQLiteStore.restore(file, to: ledger.data)
    try Terminal.write("\(ledger.data) is restored from \(file):")
    try summary.write()
  }
}

extension LedgerSummary {
  /// Says what a ledger holds.
  fileprivate func write() throws {
    try Terminal.write(
      "  \(leads.formatted()) leads, \(events.formatted()) events, \(changes.formatted()) values, \(outcomes.formatted()) outcomes"
    )
    try Terminal.write(
      "  \(scores.formatted()) scores by \(models.formatted()) version\(models == 1 ? "" : "s") of models, \(bytes / (1 << 20)) MB"
    )
    if head.commit > 0 {
      try Terminal.write(
        "  as of commit \(head.commit.formatted()), \(Instant(secondsSince1970: head.at).description)")
    }
  }
}
