import ArgumentParser
import Leads
import Reports
import Scoring

/// Writes a report to a file.
struct ReportWriter {
  private let path: String
  private let file: SafeFile

  /// What leads are split by where their file has it, as texts unless the model reads it otherwise.
  static let segments = ScoreReport.usualSegments.map { name in
    Attribute(name, DerivedAttribute(named: name)?.function.type ?? .text)
  }

  /// Opens the file. Opened before anything is worked out, so that nobody waits for what cannot be written.
  init(path: String) throws {
    self.path = path
    file = try SafeFile(path: path)
  }

  /// Throws if the name given for a report is not one of a page.
  static func validate(_ path: String?) throws {
    guard let path else { return }
    let isPage = [".html", ".htm"].contains { path.lowercased().hasSuffix($0) }
    guard isPage || path.hasPrefix("/dev/") else {
      throw ValidationError("--report \(path): the name must end in .html.")
    }
  }

  /// Writes the report about scores.
  ///
  /// - Parameters:
  ///   - rows: the leads that it is about, by id.
  ///   - filter: the condition that chose them, or nil for all.
  func write(_ scores: Scores, _ population: Population, _ rows: [Int], filter: String?, findings: [String]) throws {
    let options = ScoreReport.Options(findings: findings, filter: filter)
    try write(ScoreReport(scores: scores, population: population, rows: rows, options: options).html)
  }

  /// Writes the report about a comparison.
  ///
  /// - Parameter capacity: how many new leads sales can work in a week, or nil.
  func write(_ comparison: ModelComparison, _ leads: LeadTable, capacity: Int?, findings: [String]) throws {
    try write(CompareReport(comparison: comparison, leads: leads, capacity: capacity, findings: findings).html)
  }

  /// Writes a page.
  func write(_ html: String) throws {
    try file.write(Array(html.utf8))
    try file.finish()
  }

  /// What was wrong with the files, and what makes the scores less than they could be, as sentences.
  static func findings(of loading: Loading) -> [String] {
    [loading.merged].compactMap { $0 }
      + loading.rejects.flatMap(\.categories).map { category in
        let first = category.examples[0]
        let name = first.path.split(separator: "/").last.map(String.init) ?? first.path
        let records = category.count == 1 ? "1 record" : "\(category.count.formatted()) records"
        let what =
          category.keepsRecord
          ? "in \(records) a value could not be used and counts as missing" : "\(records) could not be used"
        return "\(name): \(what): \(category.name). The first is on line \(first.line): \(first.reason.description)."
      }
  }
}
