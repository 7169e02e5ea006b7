import Leads
import Learning
import Scoring

/// `leadline score --learned`
struct LearnedScoring {
  let leads: String
  let model: String
  let input: InputOptions
  let forecast: ForecastOptions
  let top: Int
  let out: String?

  func run() throws {
    let learned = try LearnedFile(path: model).model
    let substitute = try forecast.substitute(learned)
    let file = try out.map { try SafeFile(path: $0) }
    let forecastFile = try forecast.forecast.map { try SafeFile(path: $0) }
    let attributes = learned.attributes.compactMap(\.attribute)
    let facts = try read(learned, attributes)
    try forecast.value.check(facts.columns)
    let asOf = try input.time.moment()
    let scorer = LearnedScorer(learned, facts.population, asOf: asOf)
    let results = scorer.results(threads: input.threads)
    let table = facts.population.leads
    let values = forecast.value.column.map { DealValues($0, table) }
    let worth = values.map { values in values.amounts.map { $0.isNaN ? substitute ?? .nan : $0 } }
    let ranking = Ranking(results, worth, byValue: forecast.byValue)
    if let out, let file {
      try LikelihoodWriter(
        scorer: scorer, results: results, leads: table, isJSON: out.lowercased().hasSuffix(".jsonl"), values: worth
      ).write(
        forecast.byValue ? ranking.sorted(table.rowsByID()) : table.rowsByID(), to: file, threads: input.threads)
      try file.finish()
    }
    let showsText = out?.hasPrefix("/dev/") != true && forecast.forecast?.hasPrefix("/dev/") != true
    if showsText, top > 0 {
      try LikelihoodTable(scorer: scorer, results: results, leads: table, values: worth)
        .write(Array(ranking.sorted(table.rowsByID()).prefix(top)))
    }
    if let values, let worth {
      values.report()
      let pipeline = try Pipeline(facts, learned, results.map(\.probability), worth, asOf: asOf, threads: input.threads)
      if showsText { try ForecastText(pipeline, values, substitute: substitute, learned, asOf).write() }
      if let forecastFile {
        try ForecastText.write(pipeline.forecast, to: forecastFile)
        try forecastFile.finish()
      }
    }
    if showsText, let out { try Terminal.write("\n\(table.count.formatted()) leads written to \(out)") }
    if showsText, let path = forecast.forecast { try Terminal.write("the forecast is in \(path)") }
    report(learned, attributes, facts)
  }

  /// Reads what the model needs, names to show, and values.
  private func read(_ learned: LearnedModel, _ attributes: [Attribute]) throws -> FactFiles {
    var wanted = attributes
    func add(_ attribute: Attribute) {
      if !wanted.contains(where: { $0.name == attribute.name }) { wanted.append(attribute) }
    }
    if top > 0 { for name in LeadNames.attributes { add(Attribute(name, .text)) } }
    if let value = forecast.value.column {
      add(Attribute(value, .text))
      add(Attribute("created_at", .instant))
      if case .column(let outcome, _, _) = learned.history?.outcome { add(Attribute(outcome, .text)) }
    }
    return try FactFiles(
      leads: leads, input, attributes: wanted, properties: learned.properties.compactMap(\.attribute))
  }

  /// Says what the files lack.
  private func report(_ learned: LearnedModel, _ attributes: [Attribute], _ facts: FactFiles) {
    let lacking = facts.lacking.filter { name in attributes.contains { $0.name == name } }
    if !lacking.isEmpty {
      Terminal.writeError(
        "note: the files have no \(lacking.joined(separator: ", ")), which the model reads: missing for every lead")
    }
    if input.events == nil, learned.features.features.contains(where: { $0.source.readsEvents }) {
      Terminal.writeError("note: the model was learned with events; without --events it takes every lead for inactive")
    }
    facts.reportRejects(file: input.rejects)
  }

  /// The order of leads: by margin, or by expected value; equal ones by id.
  private struct Ranking {
    private let keys: [Double]

    init(_ results: [LearnedScorer.Result], _ values: [Double]?, byValue: Bool) {
      guard byValue, let values else {
        keys = results.map { Double($0.margin) }
        return
      }
      // Leads without a value come last.
      keys = zip(results, values).map { $1.isNaN ? -1 : $0.probability * $1 }
    }

    func sorted(_ rows: [Int]) -> [Int] {
      rows.enumerated().sorted { a, b in
        let (x, y) = (keys[a.element], keys[b.element])
        return x == y ? a.offset < b.offset : x > y
      }.map(\.element)
    }
  }
}
