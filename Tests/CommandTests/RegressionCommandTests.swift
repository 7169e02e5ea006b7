import Foundation
import Testing

/// `leadline train` with a logistic regression as statisticians have it, and `leadline evaluate --against`.
@Suite final class RegressionCommandTests {
  let program: Program

  /// 600 leads: of those with `plan` pro 4 of 5 are won, of the others 1 of 5, and of `gift` all; `pages` are twice `visits`.
  init() throws {
    program = try Program()
    var text = "id,plan,visits,pages,result\n"
    for lead in 0..<600 {
      let isPro = lead % 3 == 0
      let isGift = lead % 29 == 0
      let isWon = isGift || (isPro ? lead / 3 % 5 != 0 : lead / 3 % 5 == 0)
      let visits = (lead * 37) % 50 + (isWon ? 20 : 0)
      let plan = isGift ? "gift" : isPro ? "pro" : "basic"
      text += "L\(lead),\(plan),\(visits),\(visits * 2),\(isWon ? "won" : "lost")\n"
    }
    try program.write("leads.csv", text)
  }

  deinit { program.remove() }

  private func train(_ arguments: String...) throws -> Program.Outcome {
    try program.run(["train", "leads.csv", "--outcome", "result", "--keep-leaks"] + arguments)
  }

  @Test func inferenceShowsTheTableAndServesIt() throws {
    let trained = try train("--inference", "--out", "m.learned")
    #expect(trained.code == 0, "\(trained.errors)")
    for words in [
      "std. error", "odds ratio", "VIF", "log-likelihood", "AIC", "McFadden", "(intercept)", "reference", "collinear",
      "separated perfectly by plan: gift",
    ] {
      #expect(trained.output.contains(words), "\(words) is missing:\n\(trained.output)")
    }
    #expect(try program.run("score", "leads.csv", "--learned", "m.learned", "--out", "s.csv").code == 0)
    let json = try train("--inference", "--json")
    let card = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let table = card?["regression"] as? [String: Any]
    let rows = table?["rows"] as? [[String: Any]] ?? []
    #expect(rows.contains { $0["feature"] as? String == "visits" && $0["standardError"] != nil && $0["p"] != nil })
    #expect((table?["fit"] as? [String: Any])?["aic"] != nil)
  }

  @Test func eliminationIsTold() throws {
    let trained = try train("--inference", "--eliminate", "1")
    #expect(trained.code == 0, "\(trained.errors)")
    #expect(trained.output.contains("Left out, in this order"))
    #expect(trained.output.contains("pages: a sum of other columns"))
  }

  @Test(arguments: ["ridge", "lasso", "elastic-net"], ["raw", "bins"])
  func penalisedRegressionsScoreLeads(penalty: String, features: String) throws {
    let trained = try train("--penalty", penalty, "--features", features, "--out", "m.learned")
    #expect(trained.code == 0, "\(trained.errors)")
    if penalty != "ridge" { #expect(trained.output.contains("coefficients are not 0"), "\(trained.output)") }
    #expect(!trained.output.contains("std. error"))
    let scored = try program.run("score", "leads.csv", "--learned", "m.learned", "--out", "s.csv")
    #expect(scored.code == 0, "\(scored.errors)")
    let first = try program.read("m.learned")
    #expect(try train("--penalty", penalty, "--features", features, "--threads", "1", "--out", "m.learned").code == 0)
    #expect(try program.read("m.learned") == first)
  }

  @Test(
    arguments: [
      (["--inference", "--penalty", "lasso"], "--inference"), (["--eliminate", "3"], "--inference"),
      (["--inference", "--eliminate", "none"], "--eliminate none"), (["--penalty", "l1"], "--penalty l1"),
      (["--features", "woe"], "--features woe"), (["--learner", "trees", "--inference"], "--learner trees"),
      (["--inference", "--rules", "r.yaml"], "--features bins"),
    ] as [([String], String)])
  func whatDoesNotGoTogetherIsSaid(arguments: [String], words: String) throws {
    let trained = try program.run(["train", "leads.csv", "--outcome", "result"] + arguments)
    #expect(trained.code == 2 || trained.code == 64)
    #expect(trained.errors.contains(words), "\(trained.errors)")
  }

  @Test func twoModelsAreComparedOnTheSameLeads() throws {
    #expect(try train("--learner", "logistic", "--out", "a.learned").code == 0)
    #expect(
      try train("--learner", "logistic", "--without", "visits", "--without", "pages", "--out", "b.learned").code == 0)
    let evaluated = try program.run(
      "evaluate", "a.learned", "leads.csv", "--outcome", "result", "--against", "b.learned")
    #expect(evaluated.code == 0, "\(evaluated.errors)")
    #expect(evaluated.output.contains("Against b.learned"))
    #expect(evaluated.output.contains("This model puts leads into a better order"), "\(evaluated.output)")
    let same = try program.run("evaluate", "a.learned", "leads.csv", "--outcome", "result", "--against", "a.learned")
    #expect(same.output.contains("cannot be told"))
    let missing = try program.run("evaluate", "a.learned", "leads.csv", "--outcome", "result", "--against", "c.learned")
    #expect(missing.code == 2 && missing.errors.contains("c.learned"))
  }
}
