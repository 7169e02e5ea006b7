import Leads
import Scoring

/// Scores leads by a learned model, and says why.
public struct LearnedScorer: Sendable {
  /// The model.
  public let model: LearnedModel
  private let population: Population
  let asOf: AsOf
  private let names: [LevelNames]

  /// A scorer of a population as of a moment.
  public init(_ model: LearnedModel, _ population: Population, asOf: AsOf) {
    self.model = model
    self.population = population
    self.asOf = asOf
    names = model.features.sources.map { LevelNames($0, population) }
  }

  /// What a model says of a lead.
  public struct Result: Sendable, Hashable {
    /// The margin, in millionths of log-odds.
    public var margin: Int64
    /// The likelihood to be won, from 0 to 100.
    public var likelihood: Int
    /// The probability to be won.
    public var probability: Double

    /// The probability in whole millionths.
    var millionths: UInt32 { UInt32((min(max(probability, 0), 1) * 1e6).rounded()) }
  }

  /// For all leads, by row, what the model says. O(leads × features), and a pass over the events.
  public func results(threads: Int) -> [Result] {
    let size = EventLog.leadsPerShard
    let starts = Array(stride(from: 0, to: population.leads.count, by: size))
    return parallel(count: starts.count, threads: threads) { index in
      let leads = starts[index]..<min(starts[index] + size, population.leads.count)
      return model.margins(of: codes(of: raw(leads))).map(result)
    }.flatMap { $0 }
  }

  private func result(_ margin: Int64) -> Result {
    Result(
      margin: margin, likelihood: model.ladder.likelihood(of: margin), probability: model.probability(of: margin))
  }

  /// For some leads why they get what they get: what each feature gave, the largest first.
  ///
  /// - Parameter limit: the most reasons of a lead.
  public func reasons(of leads: some Sequence<Int>, limit: Int = 4) -> [[Reason]] {
    explained(leads, limit: limit).map { explanation in
      explanation.strongest(limit).map { Reason(text: $0.text, points: Int($0.worth.rounded())) }
    }
  }

  /// For some leads what the model says, with the largest reasons in words: at most `limit`.
  func explained(_ leads: some Sequence<Int>, limit: Int) -> [LikelihoodExplanation] {
    let table = raw(leads)
    let codes = codes(of: table)
    let results = model.margins(of: codes).map(result)
    func points(_ logOdds: Double) -> Double { logOdds * LearnedModel.pointsPerLogOdds }
    return (0..<table.count).map { row in
      let (parts, base) = contributions(codes, row)
      let strongest = parts.filter { $0.amount != 0 }.sorted {
        abs($0.amount) == abs($1.amount) ? $0.place < $1.place : abs($0.amount) > abs($1.amount)
      }.prefix(limit)
      return LikelihoodExplanation(
        likelihood: Int64(results[row].likelihood), probability: results[row].millionths, base: points(base),
        margin: points(Double(results[row].margin) / AdditiveModel.unit),
        reasons: strongest.map { .init(phrase($0.features, codes, table, row), worth: points($0.amount)) })
    }
  }

  private func raw(_ leads: some Sequence<Int>) -> RawTable {
    RawTable(model.features.sources, population, Observations(leads, asOf: asOf))
  }

  private func codes(of table: RawTable) -> CodeTable { model.features.codes(of: table, names) }

  /// What each feature and pair gives to a row's margin, and what all rows have in common, in log-odds.
  private func contributions(
    _ codes: CodeTable, _ row: Int
  ) -> (parts: [(features: [Int], amount: Double, place: Int)], base: Double) {
    switch model.body {
    case .tables(let tables):
      var parts = tables.tables.indices.map { feature in
        ([feature], Double(tables.given(by: feature, codes, row)) / AdditiveModel.unit, feature)
      }
      for (index, pair) in tables.pairs.enumerated() {
        let (a, b) = (Int(codes.columns[pair.first][row]), Int(codes.columns[pair.second][row]))
        let amount = pair.amounts[a * codes.counts[pair.second] + b]
        parts.append(([pair.first, pair.second], Double(amount) / AdditiveModel.unit, tables.tables.count + index))
      }
      return (parts, Double(tables.intercept) / AdditiveModel.unit)
    case .trees(let trees):
      let (amounts, common) = trees.contributions(of: codes.columns.map { $0[row] })
      return (amounts.enumerated().map { ([$0.offset], $0.element, $0.offset) }, common)
    }
  }

  private func phrase(_ features: [Int], _ codes: CodeTable, _ table: RawTable, _ row: Int) -> String {
    features.map { feature in
      let number: Double? = if case .numbers(let values) = table.values[feature] { values[row] } else { nil }
      return model.features.features[feature].phrase(Int(codes.columns[feature][row]), number: number)
    }.joined(separator: " with ")
  }
}

extension LearnedScorer {
  /// The margins of observations, each as of its own moment, in millionths of log-odds.
  public static func margins(
    _ model: LearnedModel, _ population: Population, _ observations: Observations
  ) -> [Int64] {
    let names = model.features.sources.map { LevelNames($0, population) }
    let table = RawTable(model.features.sources, population, observations)
    return model.margins(of: model.features.codes(of: table, names))
  }
}

/// One thing that made a lead more or less likely to be won.
public struct Reason: Sendable, Hashable {
  /// What it is, for people: `page_view /pricing 3 times in 7 days`.
  public var text: String
  /// What it gave, in points of which ten double the odds.
  public var points: Int

  /// The reason with its points: `Lead Source Google +6`.
  public var description: String { "\(text) \(points < 0 ? "-" : "+")\(abs(points))" }
}

extension Feature {
  /// What a lead has of the feature, for people.
  ///
  /// - Parameter number: the value, if it is a number.
  func phrase(_ code: Int, number: Double?) -> String {
    if case .events(let selector, let measure) = source { return measure.phrase(selector, number ?? .nan) }
    if code == 0 { return source.readsEvents ? "no event" : "\(name) not given" }
    if let number, !number.isNaN { return "\(name) \(Self.text((number * 1000).rounded() / 1000))" }
    return "\(name) \(label(code))"
  }
}

extension EventMeasure {
  fileprivate func phrase(_ selector: EventSelector, _ number: Double) -> String {
    let what = selector.description
    func window(_ days: Int?) -> String { days.map { " in \($0) days" } ?? "" }
    let count = Feature.text(number)
    switch self {
    case .count(let days):
      if number == 0 { return "no \(selector.name == nil ? "event" : what)\(window(days))" }
      return "\(what) \(number == 1 ? "once" : "\(count) times")\(window(days))"
    case .activeDays(let days):
      return number == 0 ? "no day with \(what)\(window(days))" : "\(what) on \(count) days\(window(days))"
    case .recency:
      return number.isNaN ? "never \(what)" : "\(what) last \(Contribution.age(Int(number)))"
    case .trend: return "\(what) \(number > 0 ? "rising" : number < 0 ? "falling" : "steady")"
    }
  }
}
