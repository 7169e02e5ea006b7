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

  @Option(help: ArgumentHelp("The column with the e-mail addresses of the leads.", valueName: "column"))
  var email: String?

  @Option(help: ArgumentHelp("The column that says when a lead was created.", valueName: "column"))
  var createdAt: String?

  @Option(help: ArgumentHelp("The column of the events that says whose they are.", valueName: "column"))
  var eventLead: String?

  @Option(help: ArgumentHelp("The column with the names of the events.", valueName: "column"))
  var eventName: String?

  @Option(help: ArgumentHelp("The column that says when events happened.", valueName: "column"))
  var eventTime: String?

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

  @Option(
    help: ArgumentHelp(
      "Merge leads that are there several times, and write what was merged, and why, to this CSV file.",
      valueName: "file"))
  var dedupe: String?

  @Option(
    help: ArgumentHelp(
      "With --dedupe the column that says when a record was last changed: of several values the newest stays.",
      valueName: "column"))
  var newest: String?

  @Option(help: ArgumentHelp("The most threads to use.", valueName: "n"))
  var threads = min(8, max(1, ProcessInfo.processInfo.activeProcessorCount))

  mutating func validate() throws {
    guard 1...256 ~= threads else { throw ValidationError("--threads must be between 1 and 256.") }
    if newest != nil, dedupe == nil { throw ValidationError("--newest needs --dedupe FILE.") }
  }

  /// Seconds east of UTC.
  func offsetSeconds() throws -> Int64 {
    let sign: Int64 = utcOffset.hasPrefix("-") ? -1 : 1
    let parts = (utcOffset.first == "-" || utcOffset.first == "+" ? utcOffset.dropFirst() : utcOffset[...])
      .split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.map { part in part.allSatisfy(\.isNumber) ? Int64(part) : nil }
    guard 1...2 ~= numbers.count, let hours = numbers[0], hours <= 14,
      let minutes = numbers.count == 2 ? numbers[1] : 0,
      minutes < 60
    else { throw InputProblem(message: "--utc-offset \(utcOffset): expected an offset such as +02:00 or -05:30") }
    return sign * (hours * 3600 + minutes * 60)
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
    guard 1...3000 ~= instant.secondsSince1970 / 31_556_952 + 1970 else {
      throw InputProblem(message: "--as-of \(asOf): the moment must lie before the year 3000")
    }
    return AsOf(instant, utcOffset: offset)
  }

  /// The columns of leads that have no usual name, by attribute.
  var namedAttributes: [String: String] {
    [("email", email), ("created_at", createdAt), ("updated_at", newest)].reduce(into: [:]) { $0[$1.0] = $1.1 }
  }

  /// The columns of events that have no usual name, by role.
  var namedRoles: [ColumnNames.Role: String] {
    [(ColumnNames.Role.eventLead, eventLead), (.eventName, eventName), (.eventTime, eventTime)]
      .reduce(into: [:]) { $0[$1.0] = $1.1 }
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
      placeholders: model.placeholders, dayFirst: dayFirst, utcOffset: try offsetSeconds(), threads: threads,
      vocabulary: model.vocabulary)
  }

  /// The files that reading writes, with their options.
  var outputs: [(String, String?)] { [("--rejects", rejects), ("--dedupe", dedupe)] }
}
