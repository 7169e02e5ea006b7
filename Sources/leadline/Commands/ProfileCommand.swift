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

  @OptionGroup var time: TimeOptions
  @OptionGroup var format: FileOptions

  @Option(help: ArgumentHelp("The column with the ids. Default: found by its usual names.", valueName: "column"))
  var id: String?

  @Option(
    help: ArgumentHelp("Write a page about the file, to read and to pass on, to this file: .html.", valueName: "file"))
  var report: String?

  @Flag(help: "Print the profile as JSON.")
  var json = false

  mutating func validate() throws {
    try ReportWriter.validate(report)
  }

  func run() throws {
    try SafeFile.refuseOverlap(outputs: [("--report", report)], inputs: [("the file", file)])
    let page = try report.map { try ReportWriter(path: $0) }
    let profile = try profile()
    try page?.write(
      ProfileReport(
        profile: profile, fileName: URL(filePath: file).lastPathComponent, asOf: try time.moment()
      ).html)
    if json {
      try Terminal.write(try ProfileJSON(profile, path: file).text)
    } else {
      try ProfileText(profile, path: file).write()
    }
  }

  /// Reads the file and looks at it.
  private func profile() throws -> Profile {
    let settings = ProfileSettings(
      asOf: try time.moment(),
      reading: ReadingSettings(dayFirst: time.dayFirst, utcOffset: try time.offsetSeconds(), threads: format.threads),
      idColumn: id)
    let rows = try RowFile(path: file, delimiter: try format.delimiterByte())
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
}
