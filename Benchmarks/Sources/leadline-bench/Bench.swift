import ArgumentParser
import Foundation
import Leads
import Scoring

/// Measures the library on one workload and prints a JSON line for each step.
///
/// Each step reads the files anew, so that its memory is its own when it is run in a process of its own.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leadline-bench", abstract: "Measures loading, scoring, what-if and explaining on one workload.")

  @Option(help: ArgumentHelp("The folder with leads.csv and events.csv.", valueName: "folder"))
  var data: String

  @Option(help: ArgumentHelp("The model.", valueName: "file"))
  var model: String

  @Option(help: ArgumentHelp("The most threads to use.", valueName: "n"))
  var threads = 2

  @Option(
    help: ArgumentHelp("Of load, score, whatif, compare, profile, explain, events and scan.", valueName: "step,..."))
  var steps = "load,score,whatif,compare,explain"

  @Option(name: .customLong("as-of"), help: ArgumentHelp("The moment as of which to score.", valueName: "instant"))
  var asOf = "2025-07-01T00:00:00Z"

  @Option(help: ArgumentHelp("Write the scores of the last step that has some to this CSV file.", valueName: "file"))
  var out: String?

  @Option(help: ArgumentHelp("How many leads to explain.", valueName: "n"))
  var explanations = 20_000

  mutating func validate() throws {
    guard 1...256 ~= threads else { throw ValidationError("--threads must be between 1 and 256.") }
    for name in steps.split(separator: ",") where Step(rawValue: String(name)) == nil {
      throw ValidationError("--steps: there is no step \(name).")
    }
    guard Instant(asOf) != nil else { throw ValidationError("--as-of \(asOf): this is not a moment.") }
  }

  func run() throws {
    guard let instant = Instant(asOf) else { return }
    let text = try String(contentsOfFile: model, encoding: .utf8)
    let workload = Workload(
      folder: data, model: try ModelReader.model(from: text, path: model), asOf: AsOf(instant), threads: threads)
    for name in steps.split(separator: ",") {
      guard let step = Step(rawValue: String(name)) else { continue }
      try step.run(on: workload, explanations: explanations, out: out)
    }
  }
}
