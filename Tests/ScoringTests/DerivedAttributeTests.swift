import Leads
import Testing

@testable import Scoring

@Suite struct DerivedAttributeTests {
  static let model = """
    leadline: 1
    vocabulary:
      email_kind: { personal: [freemail.example] }
      seniority: { Director: [Bereichsfürst] }
    scores:
      fit:
        rules:
          - { name: Rank, by: seniority(job_title), points: { c-level | vp: 20, director: 10, other: 1, missing: -1 } }
          - { name: Private, when: "email_kind(email) = 'personal'", points: -5 }
          - { name: Size, by: employees(company_size), points: { "<50": 2, "50+": 8 } }
          - { name: Fake, when: keyboard_walk(first_name), points: -50 }
    """

  @Test func theModelReadsTheirSourcesToo() throws {
    let model = try ModelReader.model(from: Self.model, path: "m.yaml")
    #expect(
      model.attributes.map(\.name).sorted() == [
        "company_size", "email", "email_kind(email)", "employees(company_size)", "first_name", "job_title",
        "keyboard_walk(first_name)", "seniority(job_title)",
      ])
    #expect(model.attributes.first { $0.name == "employees(company_size)" }?.type == .number)
    #expect(model.vocabulary[.seniority, "director"] == ["Bereichsfürst"])
  }

  /// By hand: 20 + 8; 10 - 5 + 2; 1 - 50; -1.
  @Test func leadsGetThePointsOfWhatIsWorkedOut() throws {
    let model = try ModelReader.model(from: Self.model, path: "m.yaml")
    var population = ComparisonTests.population([
      ["id": "1", "job_title": "Sr. VP, Mktg", "email": "a@acme.example", "company_size": "51-200"],
      ["id": "2", "job_title": "Bereichsfürst", "email": "b@freemail.example", "company_size": "1 - 10"],
      ["id": "3", "job_title": "Clerk", "first_name": "asdf"], ["id": "4", "job_title": " "],
    ])
    let derived = model.attributes.compactMap { DerivedAttribute(named: $0.name) }
    population.leads.derive(derived, by: Deriver(model.vocabulary), threads: 2)
    let scores = ScoringEngine(model).scores(of: population, asOf: ComparisonTests.asOf)
    let explainer = Explainer(model, population, asOf: ComparisonTests.asOf)
    #expect((0..<4).map { scores.score(0, of: $0) } == [28, 7, -49, -1])
    #expect((0..<4).map { explainer.explanation(of: $0).scores[0].reported } == [28, 7, -49, -1])
  }

  @Test(arguments: [
    ("vocabulary: { seniorty: { vp: [x] } }", "seniorty"),
    ("vocabulary: { seniority: { boss: [x] } }", "seniority(...) never gives 'boss'"),
    ("vocabulary: { employees: { 5: [x] } }", "employees"), ("vocabulary: [x]", "vocabulary"),
    ("scores: { s: { rules: [ { name: R, by: seniority(t), points: { vipp: 1 } } ] } }", "never gives 'vipp'"),
    ("scores: { s: { rules: [ { name: R, by: seniority(t), points: { 1: 1, 2: 3 } } ] } }", "never gives '1'"),
    ("scores: { s: { rules: [ { name: R, by: employees(t), points: { few: 1 } } ] } }", "is not a number or range"),
    ("scores: { s: { rules: [ { name: R, by: repeated(t), points: { yes: 1 } } ] } }", "no table is needed"),
    (
      "scores: { s: { rules: [ { name: R, when: \"employees(n) > 1\", points: 1 }, { name: S, when: n > 5, points: 1 } ] } }",
      "n is read as a number here, and as a text"
    ),
  ])
  func mistakesAreSaid(lines: String, message: String) {
    let scores = lines.hasPrefix("scores") ? "" : "scores: { s: { rules: [ { name: R, when: a = 1, points: 1 } ] } }\n"
    let issues = #expect(throws: ModelIssues.self) {
      try ModelReader.model(from: "leadline: 1\n\(scores)\(lines)\n", path: "m.yaml")
    }
    #expect(issues?.description.contains(message) == true, "\(issues?.description ?? "")")
  }
}

@Suite struct OptionalAttributeTests {
  private func read(_ optional: String) throws -> ScoringModel {
    try ModelReader.model(
      from:
        "leadline: 1\noptional: \(optional)\nscores: { s: { rules: [ { name: R, when: seniority(title) = 'vp', points: 1 }, { name: E, on: visit, where: \"url = '/'\", points: 1 } ] } }\n",
      path: "m.yaml")
  }

  @Test func attributesAndPropertiesCanBeOptional() throws {
    #expect(try read("[title, url]").optionalAttributes == ["title", "url"])
    #expect(try read("title").optionalAttributes == ["title"])
  }

  @Test(arguments: ["[titel]", "[seniority(title)]", "{ a: b }"]) func whatNothingReadsIsAnError(optional: String) {
    #expect(throws: ModelIssues.self) { try read(optional) }
  }
}
