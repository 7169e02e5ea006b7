import Foundation
import Testing

/// `leadline train`, `score --learned`, `evaluate` and `suggest` on leads whose close rates are known.
@Suite final class LearningCommandTests {
  let program: Program

  /// 600 leads: of those with `plan` pro 4 of 5 are won, of the others 1 of 5; `verdict` is filled only for the lost.
  init() throws {
    program = try Program()
    try program.write("leads.csv", Self.leads(600))
  }

  deinit { program.remove() }

  private static func leads(_ count: Int, won: String = "won", lost: String = "lost") -> String {
    var text = "id,plan,visits,constant,verdict,result\n"
    for lead in 0..<count {
      let isPro = lead % 3 == 0
      let isWon = isPro ? lead / 3 % 5 != 0 : lead / 3 % 5 == 0
      let verdict = isWon ? "" : "lost to a competitor"
      text +=
        "L\(lead),\(isPro ? "pro" : "basic"),\((lead * 37) % 50 + (isWon ? 20 : 0)),same,\(verdict),\(isWon ? won : lost)\n"
    }
    return text
  }

  private func train(_ arguments: String...) throws -> Program.Outcome {
    try program.run(["train", "leads.csv", "--outcome", "result"] + arguments)
  }

  @Test(arguments: ["auto", "logistic", "additive", "trees"])
  func whatIsLearnedScoresLeads(learner: String) throws {
    let trained = try train("--learner", learner, "--out", "m.learned")
    #expect(trained.code == 0, "\(trained.errors)")
    #expect(trained.output.contains("verdict"))
    #expect(trained.output.contains("ROC AUC"))
    let scored = try program.run("score", "leads.csv", "--learned", "m.learned", "--out", "scores.csv")
    #expect(scored.code == 0, "\(scored.errors)")
    let lines = try program.read("scores.csv").split(separator: "\n")
    #expect(lines.first == "lead_id,likelihood,probability,reasons")
    #expect(lines.count == 601)
    let likelihoods = Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return (String(cells[0]), (likelihood: Int(cells[1]) ?? -1, probability: Double(cells[2]) ?? -1))
      })
    #expect(
      likelihoods.values.allSatisfy {
        (0...100).contains($0.likelihood) && abs($0.probability * 100 - Double($0.likelihood)) <= 1
      })
    // Expected and observed agree within each plan: 4 of 5, and 1 of 5.
    for (isPro, closeRate) in [(true, 0.8), (false, 0.2)] {
      let own = likelihoods.filter { Int($0.key.dropFirst()).map { ($0 % 3 == 0) == isPro } ?? false }
      let mean = own.values.reduce(0) { $0 + $1.probability } / Double(own.count)
      #expect(abs(mean - closeRate) < 0.05, "\(learner): \(mean)")
    }
  }

  @Test func leaksAreKeptWhenAsked() throws {
    let without = try train("--learner", "logistic")
    #expect(without.output.contains("Left out"))
    #expect(without.output.contains("would look better"))
    let kept = try train("--learner", "logistic", "--keep-leaks")
    #expect(kept.output.contains("Kept, though"))
  }

  @Test func theSameSeedGivesTheSameFile() throws {
    #expect(try train("--seed", "9", "--out", "a.learned").code == 0)
    #expect(try train("--seed", "9", "--threads", "1", "--out", "b.learned").code == 0)
    #expect(try program.read("a.learned") == program.read("b.learned"))
  }

  @Test func evaluationSaysHowGoodAndRecalibrates() throws {
    #expect(try train("--out", "m.learned").code == 0)
    let evaluated = try program.run(
      "evaluate", "m.learned", "leads.csv", "--outcome", "result", "--recalibrate", "n.learned")
    #expect(evaluated.code == 0, "\(evaluated.errors)")
    #expect(evaluated.output.contains("log loss"))
    #expect(try program.run("score", "leads.csv", "--learned", "n.learned").code == 0)
    let json = try program.run("evaluate", "m.learned", "leads.csv", "--outcome", "result", "--json")
    let card = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(card?["evaluation"] != nil)
  }

  @Test func whatPeopleAreCalledIsNotLearnedFrom() throws {
    var text = "id,first_name,visits,result\n"
    for lead in 0..<200 {
      text += "L\(lead),\(lead % 2 == 0 ? "Ada" : "bob"),\(lead % 7),\(lead % 2 == 0 ? "won" : "lost")\n"
    }
    try program.write("named.csv", text)
    let trained = try program.run(
      "train", "named.csv", "--outcome", "result", "--learner", "logistic", "--keep-leaks", "--json")
    #expect(trained.code == 0, "\(trained.errors)")
    let card = try JSONSerialization.jsonObject(with: Data(trained.output.utf8)) as? [String: Any]
    let skipped = (card?["skipped"] as? [[String: Any]])?.compactMap { $0["attribute"] as? String }
    #expect(skipped?.contains("first_name") == true)
  }

  @Test func theModelCardIsAPage() throws {
    let trained = try train("--learner", "logistic", "--out", "m.learned", "--report", "card.html")
    #expect(trained.code == 0, "\(trained.errors)")
    #expect(trained.output.contains("the model card is in card.html") && trained.output.contains("ROC AUC"))
    let page = try program.read("card.html")
    #expect(page.hasPrefix("<!doctype html>") && page.contains("</html>"))
    #expect(page.contains("Left out: filled too late") && page.contains("verdict"))
    #expect(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"))
    let evaluated = try program.run(
      "evaluate", "m.learned", "leads.csv", "--outcome", "result", "--json", "--report", "trial.html")
    #expect(evaluated.code == 0, "\(evaluated.errors)")
    // The JSON alone is printed, and the figures are those of the page.
    let card = try JSONSerialization.jsonObject(with: Data(evaluated.output.utf8)) as? [String: Any]
    let figures = (card?["evaluation"] as? [String: Any])?["figures"] as? [[String: Any]]
    let trial = try program.read("trial.html")
    for figure in try #require(figures) {
      let name = try #require(figure["name"] as? String)
      let value = try #require((figure["estimate"] as? [String: Any])?["value"] as? Double)
      let isShare = name.contains("%") || name == "calibration error"
      let text = isShare ? String(format: "%.1f\u{A0}%%", value * 100) : String(format: "%.3f", value)
      #expect(trial.contains(text), "\(name) \(text)")
    }
    #expect(trial.contains("When learned"))
  }

  @Test(arguments: [
    (["--report", "card.txt"], "must end in .html"), (["--report", "leads.csv"], "must end in .html"),
    (["--report", "no/such/card.html"], "card.html"),
  ])
  func whereNoPageCanBeWrittenNothingIsLearned(arguments: [String], message: String) throws {
    let trained = try program.run(["train", "leads.csv", "--outcome", "result"] + arguments)
    #expect(trained.code != 0 && trained.output.isEmpty)
    #expect(trained.errors.contains(message), "\(trained.errors)")
  }

  @Test func tooFewLeadsToEvaluateAreSaid() throws {
    #expect(try train("--learner", "logistic", "--out", "m.learned").code == 0)
    try program.write("few.csv", Self.leads(90))
    let evaluated = try program.run("evaluate", "m.learned", "few.csv", "--outcome", "result", "--report", "few.html")
    #expect(evaluated.code == 0, "\(evaluated.errors)")
    // 36 of 90 are won: 4 are lacking.
    #expect(evaluated.output.contains("missing are 4 more won") && !evaluated.output.contains("log loss"))
    #expect(try program.read("few.html").contains("Missing are 4 more won leads"))
  }

  @Test func suggestedPointsAreAModelThatScores() throws {
    let suggested = try program.run("suggest", "leads.csv", "--outcome", "result", "--out", "points.yaml")
    #expect(suggested.code == 0, "\(suggested.errors)")
    #expect(suggested.output.contains("40.0 %"))
    #expect(suggested.output.contains("\nplan  information value"))
    // 160 of 200 and 80 of 400 won against 240 of 600: twice the rate earns, half of it costs.
    let model = try program.read("points.yaml")
    #expect(model.contains("160 of 200 won") && model.contains("80 of 400 won"))
    #expect(model.contains(#/"pro": [1-9]/#) && model.contains(#/"basic": -[1-9]/#))
    let checked = try program.run("check", "points.yaml", "leads.csv")
    #expect(checked.code == 0, "\(checked.output)\(checked.errors)")
    #expect(try program.run("score", "leads.csv", "--model", "points.yaml", "--out", "s.csv").code == 0)
  }

  @Test(arguments: ["auto", "additive", "logistic"])
  func learnedRulesAreAModelThatScores(learner: String) throws {
    let trained = try train("--learner", learner, "--rules", "rules.yaml")
    #expect(trained.code == 0, "\(trained.errors)")
    let scored = try program.run("score", "leads.csv", "--model", "rules.yaml", "--out", "s.csv")
    #expect(scored.code == 0, "\(scored.output)\(scored.errors)")
  }

  /// Ranges as suggestions write them: just inside, and just outside, of both ends.
  @Test func theEndOfAHalfOpenRangeIsNotInIt() throws {
    try program.write("sizes.csv", "id,size\na,0.499\nb,0.5\nc,1.999\nd,2\ne,3.999\nf,4\n")
    try program.write(
      "sizes.yaml",
      "leadline: 1\nscores:\n  fit:\n    rules:\n      - { name: Size, by: size, points: { \"0.5..<2\": 3, \"2..<4\": 5 } }\n"
    )
    let scored = try program.run("score", "sizes.csv", "--model", "sizes.yaml", "--out", "s.csv")
    #expect(scored.code == 0, "\(scored.errors)")
    let lines = try program.read("s.csv").split(separator: "\n").dropFirst()
    let scores = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[1] }
    #expect(scores == ["0", "3", "3", "5", "5", "0"])
  }

  @Test func belowTheFloorNothingIsLearnedButCloseRatesAreShown() throws {
    try program.write("leads.csv", Self.leads(90))
    let trained = try train("--out", "m.learned")
    #expect(trained.code == 2)
    #expect(trained.errors.contains("at least 40 of each"))
    #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "m.learned").path))
    let suggested = try program.run("suggest", "leads.csv", "--outcome", "result")
    #expect(suggested.code == 0)
    #expect(suggested.output.contains("points need at least 40 of each"))
  }

  @Test func oneClassOnlyIsSaid() throws {
    try program.write("leads.csv", Self.leads(200, won: "lost"))
    let trained = try train("--out", "m.learned")
    #expect(trained.code == 2)
    #expect(trained.errors.contains("no lead of it is won"), "\(trained.errors)")
  }

  @Test(arguments: [("Closed Won", "Closed Lost"), ("yes", "no"), ("1", "0"), ("TRUE", "false")])
  func outcomesInUsualSpellingsAreUnderstood(won: String, lost: String) throws {
    try program.write("leads.csv", Self.leads(300, won: won, lost: lost))
    #expect(try train("--learner", "logistic").output.contains("300 leads with known outcome"))
  }

  @Test func aMisspeltOutcomeIsSuggested() throws {
    let trained = try program.run("train", "leads.csv", "--outcome", "reslt")
    #expect(trained.code == 2)
    #expect(trained.errors.contains("did you mean \"result\"?"))
  }

  @Test func whatIsNoLearnedModelIsRefused() throws {
    #expect(try train("--learner", "logistic", "--out", "m.learned").code == 0)
    let text = try program.read("m.learned")
    try program.write("cut.learned", String(text.prefix(text.count / 2)))
    try program.write(
      "newer.learned", text.replacing(#/^leadline learned model \d+/#, with: "leadline learned model 99"))
    for (file, words) in [("cut", "damaged"), ("newer", "version 99")] {
      let scored = try program.run("score", "leads.csv", "--learned", "\(file).learned")
      #expect(scored.code == 2)
      #expect(scored.errors.contains(words), "\(scored.errors)")
    }
    let other = try program.run("score", "leads.csv", "--learned", "leads.csv")
    #expect(other.code == 2 && other.errors.contains("not a learned model"))
  }
}
