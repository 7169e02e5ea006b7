import ArgumentParser
import Foundation
import Leads
import Profiling
import Reports

/// `leadline profile`
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Says what a file holds, column by column, and what is wrong with it.",
    discussion:
      "No model is needed. Each finding is a sentence, with what to do about it; the most important come first.")

  @Argument(help: "The file: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var file: String

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Dates after this moment lie in the future, such as 2025-07-01. Default: now.", valueName: "instant"))
  var asOf: String?

  @Option(help: ArgumentHelp("The column with the ids. Default: found by its usual names.", valueName: "column"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "What separates the values of CSV files: , ; tab or |. Default: recognised.", valueName: "character"))
  var delimiter: String?

  @Flag(help: "Read 03/04/2025 as the third of April.")
  var dayFirst = false

  @Option(help: ArgumentHelp("Where the workspace's days begin, east of UTC, such as +02:00.", valueName: "offset"))
  var utcOffset = "+00:00"

  @Option(
    help: ArgumentHelp("Write a page about the file, to read and to pass on, to this file: .html.", valueName: "file"))
  var report: String?

  @Flag(help: "Print the profile as JSON.")
  var json = false

  @Option(help: ArgumentHelp("The most threads to use.", valueName: "n"))
  var threads = min(8, max(1, ProcessInfo.processInfo.activeProcessorCount))

  mutating func validate() throws {
    try ReportWriter.validate(report)
    guard 1...256 ~= threads else { throw ValidationError("--threads must be between 1 and 256.") }
  }

  func run() throws {
    try SafeFile.refuseOverlap(outputs: [("--report", report)], inputs: [("the file", file)])
    let page = try report.map { try ReportWriter(path: $0) }
    let profile = try profile()
    try page?.write(
      ProfileReport(
        profile: profile, fileName: URL(filePath: file).lastPathComponent, asOf: try input.moment()
      ).html)
    if json {
      try Terminal.write(try ProfileJSON(profile, path: file).text)
    } else {
      try ProfileText(profile, path: file).write()
    }
  }

  /// Reads the file and looks at it.
  private func profile() throws -> Profile {
    let input = input
    let settings = ProfileSettings(
      asOf: try input.moment(),
      reading: ReadingSettings(dayFirst: dayFirst, utcOffset: try input.offsetSeconds(), threads: threads),
      idColumn: id)
    let rows = try RowFile(path: file, delimiter: try input.delimiterByte())
    if let id { _ = try rows.heading.column(named: id) }
    let rejects = RejectLog()
    let reading = Progress(reading: file)
    let table = try rows.read(settings: settings.reading, rejects: rejects) { reading.add($0) }
    reading.end()
    if table.count == 0 {
      throw FileProblem(
        file, rejects.rejectedCount == 0 ? "there are no rows in it, only a heading" : "none of its rows can be used",
        hint: rejects.categories.first.map {
          "\($0.name), first on line \($0.examples[0].line): \($0.examples[0].reason.description)"
        })
    }
    return try Profile(of: table, settings: settings, rejects: rejects.categories)
  }

  /// The options that other commands have too, so that they are understood in the same way. There are no events here, so
  /// the whole group would promise too much.
  private var input: InputOptions {
    var input = InputOptions()
    input.asOf = asOf
    input.delimiter = delimiter
    input.dayFirst = dayFirst
    input.utcOffset = utcOffset
    return input
  }
}
