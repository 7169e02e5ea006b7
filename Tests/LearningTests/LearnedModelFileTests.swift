import Leads
import Scoring
import Testing

@testable import Learning

/// Training on an invented population, and the file of a learned model.
@Suite struct LearnedModelFileTests {
  static let seed: UInt64 = 4

  /// Leads whose close rate hangs on one number; another says nothing.
  private static func training(_ settings: Training.Settings, won: Int = 150, lost: Int = 250) throws -> Training {
    var pool = TextPool()
    var numbers: [Double] = []
    var noise: [Double] = []
    var outcomes: [Bool] = []
    for lead in 0..<(won + lost) {
      _ = pool.code(of: Array("L\(lead)".utf8).span)
      let isWon = lead < won
      outcomes.append(isWon)
      numbers.append(Double((lead * 7919) % 60) + (isWon ? 15 : 0))
      noise.append(Double((lead * 104_729) % 97))
    }
    var table = LeadTable(ids: pool)
    table.add("visits", .number(numbers))
    table.add("noise", .number(noise))
    let leads = TrainingLeads(
      Observations(outcomes.indices, asOf: AsOf(Instant(secondsSince1970: 1_750_000_000))), outcomes: outcomes,
      outcome: "column won")
    return try Training(settings, Population(leads: table), leads)
  }

  private static func settings(_ learner: Learner?) -> Training.Settings {
    var settings = Training.Settings()
    settings.learner = learner
    settings.seed = seed
    return settings
  }

  @Test(arguments: [Learner.logistic, .additive, .trees])
  func theSameSeedGivesTheSameBytesAndTheFileGivesTheSameModel(learner: Learner) throws {
    let first = try Self.training(Self.settings(learner)).run().model
    let bytes = try LearnedModelFile.bytes(of: first)
    let again = try Self.training(Self.settings(learner)).run().model
    #expect(try LearnedModelFile.bytes(of: again) == bytes)
    #expect(try LearnedModelFile.model(from: bytes) == first)
    #expect(first.card.importance.first?.name == "visits")
  }

  @Test func damageIsFound() throws {
    let bytes = try LearnedModelFile.bytes(of: try Self.training(Self.settings(.logistic)).run().model)
    // Within the title, the version, the checksum, at the ends of lines, in the body, and without the last byte.
    let firstLine = bytes.firstIndex(of: 10)! + 1
    let body = firstLine + 17
    for end in Array(0...body + 2) + [bytes.count / 2, bytes.count - 2, bytes.count - 1] {
      #expect(throws: LearnedModelFile.Problem.self, "cut to \(end)") {
        try LearnedModelFile.model(from: Array(bytes[..<end]))
      }
    }
    for place in Array(0...body) + stride(from: body + 1, to: bytes.count, by: max(1, bytes.count / 40)) {
      var changed = bytes
      changed[place] ^= 1
      #expect(throws: LearnedModelFile.Problem.self, "changed at \(place)") {
        try LearnedModelFile.model(from: changed)
      }
    }
    let next = LearnedModelFile.version + 1
    let newer = Array("\(LearnedModelFile.title) \(next)\n".utf8)
    #expect(throws: LearnedModelFile.Problem.newer(version: next)) { try LearnedModelFile.model(from: newer) }
    #expect(throws: LearnedModelFile.Problem.notLearned) { try LearnedModelFile.model(from: Array("id,name\n".utf8)) }
  }

  /// Version 1 had no past deals; what it had is as it was.
  @Test func filesOfVersionOneAreRead() throws {
    var model = try Self.training(Self.settings(.logistic)).run().model
    #expect(model.history != nil)
    model.history = nil
    let bytes = try LearnedModelFile.bytes(of: model)
    let body = bytes[bytes.firstIndex(of: 10)!...]
    #expect(try LearnedModelFile.model(from: Array("\(LearnedModelFile.title) 1".utf8) + body) == model)
    #expect(throws: LearnedModelFile.Problem.self) {
      try LearnedModelFile.model(from: Array("\(LearnedModelFile.title) 0".utf8) + body)
    }
  }

  @Test func whatCannotBeInAFileIsFound() throws {
    let model = try Self.training(Self.settings(.logistic)).run().model
    for damage: (inout DealHistory) -> Void in [
      { $0.shift = -1 },
      {
        $0.wonValues = .init(column: "amount", [1]); $0.wonValues?.count = 0
      },
    ] {
      var other = model
      var history = DealHistory()
      damage(&history)
      other.history = history
      let bytes = try LearnedModelFile.bytes(of: other)
      #expect(throws: LearnedModelFile.Problem.self) { try LearnedModelFile.model(from: bytes) }
    }
  }

  @Test func theFloorIsFortyOfEach() throws {
    #expect(throws: TrainingProblem.tooFew(won: 39, lost: 250, needed: 40)) {
      try Self.training(Self.settings(.logistic), won: 39)
    }
    #expect(throws: TrainingProblem.tooFew(won: 150, lost: 39, needed: 40)) {
      try Self.training(Self.settings(.logistic), lost: 39)
    }
    _ = try Self.training(Self.settings(.logistic), won: 40, lost: 40)
  }

  /// Other outcomes give other probabilities, and lines are probabilities.
  @Test func recalibrationDrawsLinesAnew() throws {
    let training = try Self.training(Self.settings(.logistic))
    let model = try training.run().model
    let margins = LearnedScorer.margins(model, training.population, training.leads.observations)
    let outcomes = training.leads.outcomes.enumerated().map { $0.element && $0.offset % 3 > 0 }
    let later = model.recalibrated(margins: margins, outcomes, capacity: WeeklyCapacity(calls: 20, leads: 100))
    let advice = try #require(later.card.evaluation?.advice)
    #expect(advice.last?.purpose == "20 calls a week")
    let lines = advice.filter { $0.probability != nil }
    #expect(lines.count >= 2)
    for line in lines {
      let above = margins.indices.filter { later.probability(of: margins[$0]) >= line.probability! }
      let won = above.count { outcomes[$0] }
      #expect(abs(Double(won) / Double(above.count) - line.conversion) < 1e-9, "\(line.purpose)")
    }
  }

  /// What each feature gives adds up to the margin: for tables exactly.
  @Test func tablesAddUpToTheMargin() throws {
    let training = try Self.training(Self.settings(.additive))
    let model = try training.run().model
    let results = LearnedScorer(model, training.population, asOf: AsOf(Instant(secondsSince1970: 1_750_000_000)))
      .results(threads: 2)
    guard case .tables(let tables) = model.body else {
      Issue.record("an additive model is made of tables")
      return
    }
    let names = model.features.sources.map { LevelNames($0, training.population) }
    let codes = model.features.codes(
      of: RawTable(model.features.sources, training.population, training.leads.observations), names)
    for row in 0..<codes.rows {
      let singles = tables.tables.indices.reduce(tables.intercept) {
        $0 + tables.tables[$1][Int(codes.columns[$1][row])]
      }
      let sum = tables.pairs.reduce(singles) { sum, pair in
        let (a, b) = (Int(codes.columns[pair.first][row]), Int(codes.columns[pair.second][row]))
        return sum + pair.amounts[a * codes.counts[pair.second] + b]
      }
      #expect(sum == results[row].margin, "lead \(row)")
    }
  }
}
