import Conditions
import Leads
import TestSupport
import Testing

@testable import Scoring

/// Scores that are learned: read from a file, and like any other score in what follows from them.
@Suite struct LearnedScoreTests {
  static let text = """
    leadline: 1
    exclude:
      - { name: Rival, when: "company = 'rival'" }
    scores:
      fit: { range: 0..100, rules: [ { name: Senior, when: "t1 = 'vp'", points: 60 } ] }
      likelihood: { learned: close.learned }
      renewal: { learned: renew.learned, for: "f1 = true" }
      total: { range: 0..100, sum: { fit: 0.5, likelihood: 0.5 } }
    bands: { likelihood: { hot: 60, warm: 30, cold: } }
    stages:
      - { name: sql, when: "total >= 40 and likelihood >= 40" }
      - { name: warm, when: "likelihood_band in ('hot', 'warm')" }
      - { name: cold }

    """

  static func model(_ text: String = text, seeds: (Int, Int) = (1, 2)) throws -> ScoringModel {
    try ModelReader.model(
      from: text, path: "m.yaml",
      learnedFile: { file in
        switch file {
        case "close.learned": StandInLikelihoods.source(seed: seeds.0, file: file)
        case "renew.learned": StandInLikelihoods.source(seed: seeds.1, file: file)
        default: throw ModelIssue("there is no such file", hint: "train one")
        }
      })
  }

  static let asOf = AsOf(Instant(secondsSince1970: 1_751_371_200))

  /// Leads who differ in t1, n1 and f1.
  static func population() -> Population {
    let texts = ["vp", "clerk", "", "vp", "rival"]
    var ids = TextPool()
    for lead in 0..<100 { _ = ids.code(of: Array("L\(lead)".utf8).span) }
    var table = LeadTable(ids: ids)
    func add(_ name: String, _ type: AttributeType, _ value: (Int) -> Value) {
      table.add(name, Column((0..<100).map(value), as: type))
    }
    add("t1", .text) { texts[$0 % 4].isEmpty ? .missing : .text(texts[$0 % 4]) }
    add("n1", .number) { $0 % 7 == 0 ? .missing : .number(Double($0)) }
    add("f1", .flag) { $0 % 3 == 0 ? .missing : .flag($0 % 3 == 1) }
    add("company", .text) { .text($0 % 10 == 9 ? "rival" : "other") }
    return Population(leads: table)
  }

  @Test func aLikelihoodIsAScoreLikeAnyOther() throws {
    let model = try Self.model()
    let population = Self.population()
    let scores = ScoringEngine(model).scores(of: population, asOf: Self.asOf)
    let close = StandInScorer(seed: 1, population: population, asOf: Self.asOf)
    let renew = StandInScorer(seed: 2, population: population, asOf: Self.asOf)
    for lead in 0..<100 {
      if lead % 10 == 9 {
        #expect((0..<4).allSatisfy { scores.score($0, of: lead) == nil })
        continue
      }
      let likelihood = Int64(close.likelihood(of: lead))
      #expect(scores.score(1, of: lead) == likelihood)
      #expect(scores.score(2, of: lead) == (lead % 3 == 1 ? Int64(renew.likelihood(of: lead)) : nil))
      // Halves up: fit is 60 or 0.
      let fit: Int64 = ["vp", "clerk", "", "vp"][lead % 4] == "vp" ? 60 : 0
      let total = (fit + likelihood + 1) / 2
      #expect(scores.score(3, of: lead) == total)
      let band = likelihood >= 60 ? "hot" : likelihood >= 30 ? "warm" : "cold"
      #expect(scores.band(model.bands[0], of: lead) == band)
      #expect(
        scores.stageName(of: lead) == (total >= 40 && likelihood >= 40 ? "sql" : likelihood >= 30 ? "warm" : "cold"))
    }
  }

  @Test func whatTheLearnedModelReadsIsRead() throws {
    let model = try Self.model()
    #expect(Set(model.attributes.map(\.name)) == ["company", "t1", "n1", "f1", "i1"])
    #expect(model.properties == [Attribute("url", .text)])
    // Rules need what they read; the learned model takes what is not there for missing.
    #expect(model.optionalAttributes == ["n1", "i1", "url"])
    #expect(model.places["n1"]?.line == 6)
  }

  @Test func anotherContentIsAnotherModel() throws {
    let (one, same, other) = (try Self.model(), try Self.model(), try Self.model(seeds: (3, 2)))
    #expect(one.version == same.version && one.version != other.version)
    #expect(one.scores == same.scores && one.scores != other.scores)
    #expect(
      one.differences(to: other) == [
        "likelihood is learned: close.learned, checksum 11000000 → close.learned, checksum 13000000"
      ])
    // What a model without learned scores is called has not changed.
    let plain = "leadline: 1\nscores: { s: { rules: [ { name: A, when: id is known, points: 1 } ] } }\n"
    #expect(try ModelReader.model(from: plain, path: "m.yaml").version == "2fe46006fd3f624c")
  }

  @Test(
    arguments: [
      (
        "a: { learned: nowhere.learned }", "the learned model nowhere.learned cannot be used: there is no such file",
        "train one"
      ),
      ("a: { learned: close.learned, rules: [] }", "the score \"a\" is learned, and has no rules:", nil),
      ("a: { learned: close.learned, range: 0..50 }", "the score \"a\" is learned, and has no range:", nil),
      (
        "a: { learned: close.learned, checksum: 1234567890abcdef }",
        "close.learned has another content than this model was made for: its checksum is 1100000000000000", nil
      ),
      ("a: { learned: close.learned, checksum: 11000000 }", nil, nil),
      ("a: { learned: close.learned, checksum: '1100000000000000' }", nil, nil),
      ("a: { description: nothing }", "the score \"a\" needs either rules:, sum: or learned:", nil),
      (
        "a: { learned: close.learned }\n  b: { rules: [ { name: N, when: \"n1 = 'x'\", points: 1 } ] }",
        "n1 is read as a text here, and as a number by close.learned", nil
      ),
      (
        "b: { rules: [ { name: N, when: \"n1 = 'x'\", points: 1 } ] }\n  a: { learned: close.learned }",
        "n1 is read as a number by close.learned, and as a text on line 3", nil
      ),
      (
        "a: { learned: close.learned }\n  a_reasons: { sum: { a: 1 } }",
        "\"a_reasons\" is the name of another column of the result", nil
      ),
      ("b: { learned: close.learned }\n  a_reasons: { sum: { b: 1 } }", nil, nil),
    ] as [(String, String?, String?)])
  func whatIsWrongIsSaid(scores: String, message: String?, hint: String?) throws {
    let text = "leadline: 1\nscores:\n  \(scores)\n"
    var issues: [ModelIssue] = []
    do throws(ModelIssues) {
      _ = try ModelReader.model(
        from: text, path: "m.yaml",
        learnedFile: { file in
          if file == "nowhere.learned" { throw ModelIssue("there is no such file", hint: "train one") }
          return StandInLikelihoods.source(seed: 1, file: file)
        })
    } catch {
      issues = error.issues
    }
    #expect(issues.map(\.message) == [message].compactMap { $0 })
    if let hint { #expect(issues.first?.hint == hint) }
    #expect(issues.allSatisfy { $0.line >= 3 && $0.column > 0 })
  }

  // MARK: Checks

  @Test func examplesAreScoredByTheLearnedModel() throws {
    let lead = "{ t1: vp, n1: 12, f1: true }"
    func results(_ likelihood: Int) throws -> [ExampleResult] {
      let example = """
        examples:
          - name: One
            lead: \(lead)
            events: [ { event: page_view, url: /x, ago: 2d }, { event: whatever, ago: 1d } ]
            expect: { likelihood: \(likelihood), fit: 60 }

        """
      return ExampleCheck(try Self.model(Self.text + example)).results()
    }
    let found = try #require(try results(0)[0].explanation.scores[1].reported)
    #expect(found != 0)
    #expect(try results(Int(found))[0].issues == [])
    let issue = try #require(try results(Int(found) + 1)[0].issues.first)
    #expect(issue.message == "the example \"One\" expects likelihood \(found + 1), but it is \(found)")
    #expect(issue.hint?.hasPrefix("it is learned, and comes from: all of it") == true)
  }

  @Test func boundsKnowThatItEndsAtAHundred() throws {
    let text = Self.text.split(separator: "\n").map { $0.replacing("hot: 60", with: "hot: 101") }
      .joined(separator: "\n")
    let warnings = ModelCheck(try Self.model(text)).warnings().map(\.message)
    #expect(
      warnings == [
        "nobody can reach the band hot of \"likelihood\": it starts at 101, and the score ends at 100"
      ])
  }

  // MARK: What is kept

  @Test func likelihoodsAreWorkedOutOnceForAMomentAndGoWithTheLeads() throws {
    let model = try Self.model()
    var population = Self.population().adding(likelihoodsFor: model, asOf: Self.asOf)
    #expect(population.likelihoods.count == 2)
    // What is there is taken, which this false column shows.
    let checksum = model.scores[1].learned!.checksum
    var column = population.likelihoods[checksum]!
    column.values = Array(repeating: 77, count: 100)
    population.likelihoods[checksum] = column
    let engine = ScoringEngine(model)
    #expect(engine.scores(of: population, asOf: Self.asOf).score(1, of: 0) == 77)
    // Of another moment it is made anew.
    let later = AsOf(Instant(secondsSince1970: Self.asOf.instant.secondsSince1970 + 86_400))
    let anew = StandInScorer(seed: 1, population: population, asOf: later).likelihood(of: 0)
    #expect(engine.scores(of: population, asOf: later).score(1, of: 0) == Int64(anew))
    // And so where leads have changed.
    population.leads.set("n1", .number(Array(repeating: 3, count: 100)))
    #expect(population.likelihoods.isEmpty)
  }
}

// MARK: Against the explainer

extension EnginePropertyTests {
  /// The model with learned scores, one of which is for some only, and what follows from them.
  private func withLearned(_ model: ScoringModel, seed: UInt64) -> ScoringModel {
    var model = model
    let first = model.scores.count
    model.scores.append(Score("l0", learned: StandInLikelihoods.source(seed: Int(seed % 7))))
    model.scores.append(Score("l1", learned: StandInLikelihoods.source(seed: Int(seed % 5) + 10)))
    model.scores[first + 1].condition = try? Condition.parsed("f1 = true or n1 > 3")
    model.scores.append(
      Score(
        "both", range: Limits(minimum: Points(-20), maximum: Points(150)),
        sum: [
          .init(first, weight: Points(thousandths: 500)), .init(first + 1, weight: Points(thousandths: -333)),
          .init(0, weight: Points(1)),
        ]))
    model.bands.append(
      Bands(score: first, [.init("hot", from: 60), .init("warm", from: 30), .init("cold", from: nil)]))
    let names = model.outcomeTypes
    let stage = try? Condition.parsed(
      "l0 >= 40 and (both > 20 or l1 is missing)", .init(attributes: names, noun: "score"))
    model.stages.insert(Stage("learned", stage), at: 0)
    return model
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func learnedScoresAreThoseOfTheLeadAlone(seed: UInt64) {
    let model = withLearned(RandomModel(seed: seed).model, seed: seed)
    #expect(model.stages[0].condition != nil && model.scores.contains { $0.learned != nil && $0.condition != nil })
    expectAgreement(model, RandomPopulation(seed: seed, leads: 1...60, events: 0...12), seed: seed)
  }

  @Test func learnedScoresAreSeamless() {
    let random = RandomPopulation(seed: 78, leads: 17_500...18_000, events: 0...2)
    expectAgreement(withLearned(RandomModel(seed: 78).model, seed: 78), random, seed: 78, every: 41)
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func rescoringAndComparingWithLearnedScoresEqualScoringAnew(seed: UInt64) {
    var random = RandomModel(seed: seed)
    let leads = RandomPopulation(seed: seed &+ 1, leads: 1...40, events: 0...8)
    var generator = SeededGenerator(seed: seed)
    let before = withLearned(random.model, seed: seed)
    let population = leads.population(eventsBy: &generator).adding(likelihoodsFor: before, asOf: leads.asOf)
    let scores = ScoringEngine(before).scores(of: population, asOf: leads.asOf, options: .init(keepsSums: true))
    for round in 0..<4 {
      if round > 0 { random.edit() }
      // In some rounds another learned model takes its place.
      let after = withLearned(random.model, seed: seed &+ UInt64(round % 2))
      let engine = ScoringEngine(after)
      let anew = engine.scores(of: population, asOf: leads.asOf)
      expectSame(engine.rescored(scores, of: population), anew, "seed \(seed), round \(round)")
      let comparison = ModelComparison(from: scores, to: after, population)
      expectSame(comparison.new, anew, "compared, seed \(seed), round \(round)")
    }
  }

  /// What is said to lift a lead does so, with everything that a learned model makes of it.
  @Test(arguments: 0..<60 as Range<UInt64>) func stepsWithLearnedScoresLeadWhereTheySay(seed: UInt64) {
    let model = withLearned(RandomModel(seed: seed).model, seed: seed)
    let leads = RandomPopulation(seed: seed, leads: 8...20, events: 0...6)
    var generator = SeededGenerator(seed: seed)
    let population = leads.population(eventsBy: &generator)
    let explainer = Explainer(model, population, asOf: leads.asOf)
    for lead in 0..<population.leads.count {
      for step in explainer.nextSteps(of: lead) {
        guard case .events(let name, let count, let properties) = step.action else { continue }
        // The words name no property that the deciding rule and the learned models do not read: of the kinds that they
        // fit, one must do what they say.
        let isTrue = (0..<population.kinds.count).filter { kind in
          population.kinds.name(kind) == name
            && properties.allSatisfy { words(population, kind).contains($0) }
        }.contains { kind in
          let then = ScoringEngine(model).scores(
            of: with(kind, count, for: lead, in: population, leads.asOf), asOf: leads.asOf)
          return then.stageName(of: lead) == step.to && then.score(model.rankingScore!, of: lead) == step.after
        }
        #expect(isTrue, "seed \(seed), lead \(lead): \(step.phrase)")
      }
    }
  }

  private func words(_ population: Population, _ kind: Int) -> [String] {
    population.kinds.properties.map { "\($0.attribute.name) \($0.column.value(kind).plainDescription)" }
  }

  /// The population with a lead's further events of today.
  private func with(_ kind: Int, _ count: Int, for lead: Int, in population: Population, _ asOf: AsOf) -> Population {
    let act = Event(secondsSince1970: asOf.instant.secondsSince1970, kind: UInt32(kind))
    let events = (0..<population.leads.count).flatMap { own in
      population.events.events(of: own).map { (lead: own, event: $0) }
    }
    var changed = population
    changed.events = EventLog(
      leadCount: population.leads.count, events: events + Array(repeating: (lead: lead, event: act), count: count))
    return changed
  }
}
