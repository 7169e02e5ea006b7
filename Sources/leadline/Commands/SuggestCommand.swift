import ArgumentParser
import Foundation
import Leads
import Learning
import Scoring

/// `leadline suggest`
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Shows the close rates of everything that is known of leads, and suggests points from them.",
    discussion: """
      leadline suggest leads.csv --outcome Converted --out model.yaml
      leadline score leads.csv --model model.yaml

      Odds to be won that are twenty times those of all earn 20 points, and below-average ones cost points. The model is
      a file to edit; its comments carry the numbers.
      """)

  @Argument(help: "Leads whose outcomes are known: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var leads: String

  @OptionGroup var input: InputOptions
  @OptionGroup var outcome: LearningOutcomeOptions

  @Flag(help: "Suggest points also for attributes that look as if they were filled after the outcome.")
  var keepLeaks = false

  @Option(help: ArgumentHelp("A column to leave out; may be given several times.", valueName: "column"))
  var without: [String] = []

  @Option(help: ArgumentHelp("Write the suggested model to this file: .yaml.", valueName: "file"))
  var out: String?

  mutating func validate() throws {
    if let out, ![".yaml", ".yml"].contains(where: out.hasSuffix), !out.hasPrefix("/dev/") {
      throw ValidationError("--out \(out): the name must end in .yaml.")
    }
  }

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: [("--out", out)] + input.outputs, inputs: [("the leads", leads), ("--events", input.events)])
    let file = try out.map { try SafeFile(path: $0) }
    let training = try TrainingInput(leads, input, outcome, without: without)
    let population = training.facts.population
    let leaks =
      keepLeaks
      ? [] : Training.leaks(population, training.leads, without: training.excluded, events: training.excludedEvents)
    let suspects = Set(leaks.map(\.attribute))
    let suggestion = Suggesting(
      population, training.leads, without: training.excluded.union(suspects),
      events: training.excludedEvents.union(suspects)
    ).suggestion()
    let text = SuggestionText(suggestion, leaks)
    if out?.hasPrefix("/dev/") != true { try text.write() }
    if let file, let out {
      guard text.hasEnough else {
        throw InputProblem(
          message: "\(text.shortage) No points are suggested",
          hint: "leave --out away to see the shrunken close rates")
      }
      let model = suggestion.model(
        name: "Suggested from \(URL(filePath: leads).lastPathComponent)", outcome: training.leads.outcome)
      try file.write(Array(model.text.utf8))
      try file.finish()
      if !out.hasPrefix("/dev/") {
        try Terminal.write(
          "\nthe model is in \(out); look at it with: leadline check \(out.quotedForShell) \(leads.quotedForShell)")
      }
    }
    training.facts.reportRejects(file: input.rejects)
  }
}
