import ArgumentParser
import Foundation
import Learning
import Reports

/// How a model card is shown.
struct CardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the model card as a page with plots, to read and to pass on, to this file: .html.", valueName: "file"))
  var report: String?

  @Flag(help: "Print the model card as JSON.")
  var json = false

  func validate() throws { try ReportWriter.validate(report) }
}

/// Writes a model card for people, as JSON and as a page.
struct CardWriter {
  private let options: CardOptions
  private let page: ReportWriter?

  /// Opens the file of the page. Opened before anything is worked out, so that nobody waits for what cannot be written.
  init(_ options: CardOptions) throws {
    self.options = options
    page = try options.report.map { try ReportWriter(path: $0) }
  }

  /// Writes the card.
  ///
  /// - Parameters:
  ///   - leads: the path of the leads, after which the page is called.
  ///   - earlier: the card from when the model was learned, if this one is of a trial on other leads.
  func write(_ card: ModelCard, learner: Learner, leads: String, earlier: ModelCard? = nil) throws {
    let name = URL(filePath: leads).lastPathComponent
    let title = earlier == nil ? "How likely leads are to be won: \(name)" : "How the model does on \(name)"
    try page?.write(CardReport(card: card, learner: learner, earlier: earlier, title: title).html)
    if options.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try Terminal.write(String(decoding: try encoder.encode(card), as: UTF8.self))
    } else if options.report?.hasPrefix("/dev/") != true {
      try CardText(card, learner: learner).write()
    }
  }

  /// Says where the page is.
  func writePlace() throws {
    if let report = options.report, !options.json, !report.hasPrefix("/dev/") {
      try Terminal.write("the model card is in \(report)")
    }
  }
}
