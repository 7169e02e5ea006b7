import ArgumentParser
import Foundation
import Leads
import Scoring

/// How files are read; the same for every command that reads leads.
struct InputOptions: ParsableArguments {
  @OptionGroup var time: TimeOptions
  @OptionGroup var file: FileOptions

  @Option(help: ArgumentHelp("Events of the leads: CSV or JSON Lines, plain or gzipped.", valueName: "file"))
  var events: String?

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

  mutating func validate() throws {
    if newest != nil, dedupe == nil { throw ValidationError("--newest needs --dedupe FILE.") }
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

  /// The most threads to use.
  var threads: Int { file.threads }

  /// How values are read for a model.
  func settings(for model: ScoringModel) throws -> ReadingSettings {
    ReadingSettings(
      placeholders: model.placeholders, dayFirst: time.dayFirst, utcOffset: try time.offsetSeconds(), threads: threads,
      vocabulary: model.vocabulary)
  }

  /// The files that reading writes, with their options.
  var outputs: [(String, String?)] { [("--rejects", rejects), ("--dedupe", dedupe)] }
}
