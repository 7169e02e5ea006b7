import ArgumentParser
import Foundation
import Learning
import Reports

/// Where a model card goes besides the terminal.
struct CardOptions: ParsableArguments {
  @Option(
    name: .customLong("report"),
    help: ArgumentHelp("Write the model card as a page, to read and to pass on, to this file: .html.", valueName: "file")
  )
  var report: String?

  @Flag(help: "Print the model card as JSON.")
  var json = false

  mutating func validate() throws { try ReportWriter.validate(report) }

  /// The files that are written, with their options.
  var outputs: [(String, String?)] { [("--report", report)] }
}

/// Writes a model card to the terminal, as JSON, and as a page.
struct CardWriter {
  private let options: CardOptions
  private let page: ReportWriter?

  /// Opens the page's file, so that nobody waits for what cannot be written.
  init(_ options: CardOptions) throws {
    self.options = options
    page = try options.report.map { try ReportWriter(path: $0) }
  }

  func write(_ card: ModelCard, learner: Learner) throws {
    //PAGE try page?.write(CardReport(card: card, learner: learner).html)
    if options.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try Terminal.write(String(decoding: try encoder.encode(card), as: UTF8.self))
    } else {
      try CardText(card, learner: learner).write()
      if let report = options.report { try Terminal.write("\nthe card is in \(report)") }
    }
  }
}
