import ArgumentParser
import Foundation
import Leads
import Scoring

/// How files are read; the same for every command that reads leads.
struct InputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Events of the leads: CSV or JSON Lines, plain or gzipped.", valueName: "file"))
  var events: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Score as of this moment, such as 2025-07-01 or 2025-07-01T12:00:00Z. Default: now.", valueName: "instant"))
  var asOf: String?

  @Option(
    help: ArgumentHelp("The column with the ids of the leads. Default: found by its usual names.", valueName: "column"))
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
    help: ArgumentHelp(
      "Write the records that could not be used to this CSV file, with line and reason.", valueName: "file"))
  var rejects: String?

  @Option(help: ArgumentHelp("The most threads to use.", valueName: "n"))
  var threads = min(8, max(1, ProcessInfo.processInfo.activeProcessorCount))

  mutating func validate() throws {
    guard 1...256 ~= threads else { throw ValidationError("--threads must be between 1 and 256.") }
  }

  /// Seconds east of UTC.
  func offsetSeconds() throws -> Int64 {
    let parts = utcOffset.drop { $0 == "+" || $0 == "-" }.split(separator: ":").map { Int64($0) }
    guard parts.count <= 2, let hours = parts.first ?? nil, hours <= 14, let minutes = parts.count == 2 ? parts[1] : 0,
      minutes < 60
    else { throw InputProblem(message: "--utc-offset \(utcOffset): expected an offset such as +02:00 or -05:30") }
    return (hours * 3600 + minutes * 60) * (utcOffset.hasPrefix("-") ? -1 : 1)
  }

  /// The moment as of which to score.
  func moment() throws -> AsOf {
    let offset = try offsetSeconds()
    guard let asOf else {
      return AsOf(Instant(secondsSince1970: Int64(Date.now.timeIntervalSince1970)), utcOffset: offset)
    }
    guard let instant = Instant(asOf, dayFirst: dayFirst, offset: offset) else {
      throw InputProblem(
        message: "--as-of \(asOf): this is not a moment", hint: "write it as 2025-07-01 or 2025-07-01T12:00:00Z")
    }
    return AsOf(instant, utcOffset: offset)
  }

  /// The delimiter as a byte, or nil to recognise it.
  func delimiterByte() throws -> UInt8? {
    guard let delimiter else { return nil }
    if delimiter.lowercased() == "tab" || delimiter == "\\t" { return 9 }
    guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first, byte != 10, byte != 13, byte != UInt8(ascii: "\"")
    else {
      throw InputProblem(message: "--delimiter \(delimiter): expected a single character, or tab")
    }
    return byte
  }

  /// How values are read for a model.
  func settings(for model: ScoringModel) throws -> ReadingSettings {
    ReadingSettings(
      placeholders: model.placeholders, dayFirst: dayFirst, utcOffset: try offsetSeconds(), threads: threads)
  }
}
