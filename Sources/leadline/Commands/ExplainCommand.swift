import ArgumentParser
import Leads
import Scoring

/// `leadline explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why one lead has its scores: each rule's points, what limits cut, and the nearest way up.")

  @Argument(help: "The leads: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var leads: String

  @Option(help: ArgumentHelp("The id of the lead.", valueName: "id"))
  var lead: String

  @Option(help: ArgumentHelp("The model.", valueName: "file"), completion: .file())
  var model: String

  @OptionGroup var input: InputOptions

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: input.outputs,
      inputs: [("the leads", leads), ("--events", input.events), ("--model", model)])
    let modelFile = try ModelFile(path: model, utcOffset: try input.time.offsetSeconds())
    let loading = try Loading(leads: leads, [modelFile], input)
    let table = loading.population.leads
    guard let row = row(in: table) else {
      throw InputProblem(
        message: "there is no lead \"\(lead)\" in column \(loading.idColumn) of \(leads)",
        hint: nearest(to: lead, among: (0..<min(table.count, 200_000)).lazy.map { table.id(of: $0) }).map {
          "did you mean \($0)?"
        }
          ?? "the first is \(table.id(of: 0))")
    }
    let explainer = Explainer(modelFile.model, loading.population, asOf: loading.asOf)
    try ExplanationText(modelFile.model, explainer.explanation(of: row), asOf: loading.asOf)
      .write(id: table.id(of: row), name: LeadNames(leads: table).name(of: row), next: explainer.nextSteps(of: row))
    loading.reportRejects(file: input.rejects)
    loading.reportDoubts(input)
  }

  private func row(in table: LeadTable) -> Int? {
    let bytes = Array(lead.utf8)
    return (table.ids.find(bytes.span) ?? table.aliases.row(of: bytes.span)).map(Int.init)
  }
}
