import ArgumentParser
import Foundation
import Leads
import SQLiteStore
import Service
import Store

/// `leadline doctor`
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says whether a ledger is whole and its scores are right.",
    discussion: """
      leadline doctor
      leadline doctor --rescore

      Changes nothing. With --rescore all scores are computed again from what the ledger says of leads, and compared
      with those that are kept.
      """)

  @OptionGroup var ledger: LedgerOptions

  @Flag(help: "Compute all scores again and compare them with those that are kept.")
  var rescore = false

  @Option(help: ArgumentHelp("The most threads to use.", valueName: "n"))
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func run() async throws {
    let store = try ledger.store(access: .readOnly)
    let problems = try await store.integrityProblems()
    for problem in problems { try Terminal.write("damaged: \(problem)") }
    if problems.isEmpty { try Terminal.write("the file is whole") }
    var isRight = problems.isEmpty
    if rescore, isRight { isRight = try await compare(store) }
    if !isRight { throw ExitCode(1) }
  }

  private func compare(_ store: SQLiteStore) async throws -> Bool {
    let threads = threads
    let check = try await store.read { ledger in
      try RescoreCheck(ledger, utcOffset: try Workspace.utcOffset(of: ledger) ?? 0, threads: threads)
    }
    if check.models == 0 {
      try Terminal.write("no model is in use, so there are no scores")
      return true
    }
    for difference in check.differences.prefix(20) {
      try Terminal.write(
        "lead \(difference.lead.value): kept \(difference.kept ?? "nothing"), computed \(difference.computed)")
    }
    if check.differenceCount > 20 { try Terminal.write("and \(check.differenceCount - 20) more") }
    let day = Instant(secondsSince1970: check.day * 86_400).description.prefix(10)
    try Terminal.write(
      "\(check.leads.formatted()) leads by \(check.models) model\(check.models == 1 ? "" : "s") as of \(day): "
        + (check.isRight
          ? "all scores are what the ledger says"
          : "\(check.differenceCount.formatted()) scores are not what the ledger says"))
    if check.waiting > 0 {
      try Terminal.write("\(check.waiting.formatted()) leads wait for tonight's sweep and were not compared")
    }
    return check.isRight
  }
}
