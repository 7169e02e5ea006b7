import ArgumentParser
import Foundation
import Leads

/// `leadline clean`
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Writes a file again: spaces and placeholders gone, and what can be worked out added as columns.",
    discussion: """
      leadline clean export.csv --out clean.csv
      leadline clean export.csv --out clean.csv --add 'phone_country=country(Phone)'

      Every row and column stays; of JSON Lines members are written as texts, nested ones by their paths, and arrays are \
      passed over. Without --add the usual columns get their companions: the kind and domain of an e-mail \
      address, seniority and department of a job title, the code of a country, the least number of employees, and signs \
      of made-up first names.
      """)

  @Argument(help: "The file: CSV or JSON Lines, plain or gzipped.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("Where to write it: .csv or .jsonl.", valueName: "file"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "Add a column, such as 'rank=seniority(Job Title)'; may be given several times.",
      valueName: "name=function(column)"))
  var add: [String] = []

  @Option(
    help: ArgumentHelp("A model whose missing: and vocabulary: are to be used.", valueName: "file"),
    completion: .file())
  var model: String?

  @OptionGroup var format: FileOptions

  @Option(
    help: ArgumentHelp(
      "Write the records that could not be used to this CSV file, with line and reason.", valueName: "file"))
  var rejects: String?

  mutating func validate() throws {
    guard ["csv", "jsonl"].contains(where: { out.lowercased().hasSuffix(".\($0)") }) || out.hasPrefix("/dev/") else {
      throw ValidationError("--out \(out): the name must end in .csv or .jsonl.")
    }
  }

  func run() throws {
    try SafeFile.refuseOverlap(
      outputs: [("--out", out), ("--rejects", rejects)], inputs: [("the file", file), ("--model", model)])
    let model = try model.map { try ModelFile(path: $0, utcOffset: 0).model }
    let rows = try RowFile(path: file, delimiter: try format.delimiterByte())
    let additions = try add.isEmpty ? Addition.usual(rows.heading) : add.map { try Addition($0, rows.heading) }
    try Addition.checkNames(additions, rows.heading)
    let output = try SafeFile(path: out)
    let writer = try rejects.map { try RejectWriter(path: $0) }
    let log = RejectLog(handler: writer.map { writer -> @Sendable (Reject) -> Void in { writer.write($0) } })
    let reading = Progress(reading: file)
    let settings = ReadingSettings(placeholders: model?.placeholders ?? .usual, threads: format.threads)
    let table = try rows.read(settings: settings, rejects: log) { reading.add($0) }
    reading.end()
    try writer?.finish()
    let cleaned = CleanTable(
      table, additions, Deriver(model?.vocabulary ?? Vocabulary()), threads: format.threads)
    try cleaned.write(to: output, isJSON: out.lowercased().hasSuffix(".jsonl"))
    try output.finish()
    report(cleaned, additions, log)
  }

  private func report(_ table: CleanTable, _ additions: [Addition], _ log: RejectLog) {
    func counted(_ count: Int, _ noun: String) -> String { "\(count.formatted()) \(noun)\(count == 1 ? "" : "s")" }
    Terminal.writeError(
      "\(counted(table.count, "row")) written to \(out): \(counted(table.tidied, "value")) tidied, \(counted(table.emptied, "placeholder")) emptied"
    )
    if !additions.isEmpty {
      Terminal.writeError("added: " + additions.map { "\($0.name) from \($0.source)" }.joined(separator: ", "))
    }
    for category in log.categories {
      let first = category.examples[0]
      Terminal.writeError(
        "rejected: \(first.path): \(category.count.formatted()) × \(category.name), first on line \(first.line): \(first.reason.description)"
      )
    }
  }
}
