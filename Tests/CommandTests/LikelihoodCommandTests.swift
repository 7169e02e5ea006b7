import Foundation
import Testing

/// A learned model inside a scoring model, as users run it.
@Suite final class LikelihoodCommandTests {
  let program: Program

  /// 300 leads: of those with `plan` pro 4 of 5 are won, of the others 1 of 5. The models lie in a folder of their own.
  init() throws {
    program = try Program()
    try FileManager.default.createDirectory(
      at: program.folder.appending(path: "models"), withIntermediateDirectories: true)
    try program.write("leads.csv", Self.leads)
    let trained = try program.run(
      "train", "leads.csv", "--outcome", "result", "--learner", "additive", "--out", "models/close.learned")
    #expect(trained.code == 0, "\(trained.errors)")
    try program.write("models/m.yaml", Self.model)
  }

  deinit { program.remove() }

  private static let leads = {
    var text = "id,plan,visits,region,result\n"
    for lead in 0..<300 {
      let isPro = lead % 3 == 0
      let isWon = isPro ? lead / 3 % 5 != 0 : lead / 3 % 5 == 0
      text += "L\(lead),\(isPro ? "pro" : "basic"),\((lead * 37) % 50 + (isWon ? 12 : 0)),"
      text += "\(lead % 2 == 0 ? "north" : "south"),\(isWon ? "won" : "lost")\n"
    }
    return text
  }()

  private static let model = """
    leadline: 1
    exclude: [ { name: Far, when: "region = 'south' and visits < 10" } ]
    scores:
      fit: { range: 0..100, rules: [ { name: Pro, when: "plan = 'pro'", points: 60 } ] }
      likelihood: { learned: close.learned }
      total: { range: 0..100, sum: { fit: 0.5, likelihood: 0.5 } }
    bands: { likelihood: { hot: 60, warm: 30, cold: } }
    stages: [ { name: sql, when: "total >= 60" }, { name: cold } ]
    examples:
      - { name: A promising lead, lead: { plan: pro, visits: 55, region: north }, expect: { likelihood_band: hot } }

    """

  private func rows(_ name: String) throws -> [[String]] {
    try program.read(name).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func scoresHaveTheLikelihoodItsBandItsProbabilityAndItsReasons() throws {
    let scored = try program.run("score", "leads.csv", "--model", "models/m.yaml", "--out", "scores.csv")
    #expect(scored.code == 0, "\(scored.errors)")
    #expect(scored.output.contains("likelihood: "))
    let alone = try program.run("score", "leads.csv", "--learned", "models/close.learned", "--out", "alone.csv")
    #expect(alone.code == 0)
    let (rows, others) = (try rows("scores.csv"), try rows("alone.csv"))
    #expect(
      rows[0] == [
        "lead_id", "fit", "likelihood", "total", "likelihood_band", "stage", "reasons", "likelihood_probability",
        "likelihood_reasons",
      ])
    #expect(rows.count == 301)
    var excluded = 0
    for (row, other) in zip(rows, others).dropFirst() {
      #expect(row[0] == other[0])
      if row[5] == "disqualified" {
        excluded += 1
        #expect([1, 2, 3, 4, 7, 8].allSatisfy { row[$0].isEmpty })
        continue
      }
      #expect(row[2] == other[1] && row[7] == other[2])
      let total = (Int(row[1])! + Int(row[2])! + 1) / 2
      #expect(row[3] == String(total))
      #expect(other[3].hasPrefix(row[8]))
    }
    #expect(excluded > 0 && excluded < 100)
    let json = try program.run("score", "leads.csv", "--model", "models/m.yaml", "--out", "scores.jsonl")
    #expect(json.code == 0)
    for (line, row) in zip(try program.read("scores.jsonl").split(separator: "\n"), rows.dropFirst()) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect((object["likelihood"] as? Int).map(String.init) ?? "" == row[2])
      #expect((object["likelihood_reasons"] as? [String])?.joined(separator: "; ") == row[8])
      #expect((object["likelihood_probability"] as? Double) == Double(row[7]))
    }
    let hot = try program.run(
      "score", "leads.csv", "--model", "models/m.yaml", "--where", "likelihood >= 60", "--out", "hot.csv")
    #expect(hot.code == 0)
    #expect(try self.rows("hot.csv").count - 1 == rows.dropFirst().count { Int($0[2]).map { $0 >= 60 } ?? false })
  }

  @Test func explainAndCheckAndReportShowIt() throws {
    let explained = try program.run("explain", "leads.csv", "--lead", "L3", "--model", "models/m.yaml")
    #expect(explained.code == 0, "\(explained.errors)")
    #expect(explained.output.contains("by close.learned:") && explained.output.contains("every lead starts from"))
    #expect(explained.output.contains("plan pro"))
    let checked = try program.run("check", "models/m.yaml", "leads.csv")
    #expect(checked.code == 0, "\(checked.output) \(checked.errors)")
    #expect(checked.output.contains("likelihood: learned by close.learned (checksum "))
    #expect(checked.output.contains("ok      A promising lead"))
    let report = try program.run("score", "leads.csv", "--model", "models/m.yaml", "--report", "r.html")
    #expect(report.code == 0)
    #expect(try program.read("r.html").contains("likelihood: "))
  }

  @Test func anExampleThatComesOutOtherwiseSaysWhy() throws {
    try program.write("models/m.yaml", Self.model.replacing("likelihood_band: hot", with: "likelihood: 1"))
    let checked = try program.run("check", "models/m.yaml")
    #expect(checked.code == 2)
    #expect(checked.errors.contains("expects likelihood 1, but it is"))
    #expect(checked.errors.contains("it is learned, and comes from: "))
  }

  @Test func badFilesAreIssuesWithPlaceAndHint() throws {
    let bytes = try Data(contentsOf: program.folder.appending(path: "models/close.learned"))
    for (content, message, hint) in [
      (nil, "there is no such file", nil), (bytes.dropLast(40), "this learned model is damaged", "train again"),
      (Data("leadline learned model 99\n".utf8), "this learned model has version 99", "use a newer leadline"),
      (Data("id,name\n".utf8), "this is not a learned model", "leadline train"),
    ] as [(Data?, String, String?)] {
      try? FileManager.default.removeItem(at: program.folder.appending(path: "models/close.learned"))
      if let content { try program.write("models/close.learned", content) }
      let outcome = try program.run("score", "leads.csv", "--model", "models/m.yaml")
      #expect(outcome.code == 2, "\(message)")
      #expect(outcome.errors.contains("models/m.yaml:5:26: error: the learned model close.learned cannot be used"))
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
      if let hint { #expect(outcome.errors.contains(hint), "\(outcome.errors)") }
    }
    try program.write("models/close.learned", bytes)
    let stale = Self.model.replacing(
      "{ learned: close.learned }", with: "{ learned: close.learned, checksum: 12345678 }")
    try program.write("models/m.yaml", stale)
    let outcome = try program.run("check", "models/m.yaml")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("close.learned has another content than this model was made for"))
  }

  @Test func aChangedLearnedFileIsAChangedModel() throws {
    let other = try program.run(
      "train", "leads.csv", "--outcome", "result", "--learner", "additive", "--without", "plan", "--out",
      "models/other.learned")
    #expect(other.code == 0)
    try program.write("models/n.yaml", Self.model.replacing("close.learned", with: "other.learned"))
    let compared = try program.run("compare", "models/m.yaml", "models/n.yaml", "leads.csv")
    #expect(compared.code == 0, "\(compared.errors)")
    #expect(compared.output.contains("likelihood is learned: close.learned"))
    let (before, after) = try (
      program.run("score", "leads.csv", "--model", "models/m.yaml", "--out", "m.csv"),
      program.run("score", "leads.csv", "--model", "models/n.yaml", "--out", "n.csv")
    )
    #expect(before.code == 0 && after.code == 0)
    let moved = zip(try rows("m.csv"), try rows("n.csv")).dropFirst().count { $0[5] != $1[5] }
    #expect(moved > 0)
    let json = try program.run("compare", "models/m.yaml", "models/n.yaml", "leads.csv", "--json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let moves = try #require(object["moves"] as? [[String: Any]])
    #expect(moves.reduce(0) { $0 + (($1["leads"] ?? $1["count"]) as? Int ?? 0) } == moved)
    let swept = try program.run(
      "sweep", "models/m.yaml", "leads.csv", "--vary", "fit.Pro.points=50,60", "--csv")
    #expect(swept.code == 0 && swept.output.contains("as it is"))
  }

  @Test func directionsAreRefusedWhereThereAreNone() throws {
    for (arguments, message) in [
      (["--increasing", "plan"], "--increasing plan: this column is read as a text"),
      (["--decreasing", "visit"], "did you mean \"visits\"?"),
      (["--increasing", "visits", "--decreasing", "visits"], "visits cannot be both"),
      (["--increasing", "visits", "--learner", "logistic"], "logistic regression cannot be held to a direction"),
      (["--increasing", "result"], "--increasing result: this column is not learned from"),
    ] {
      let outcome = try program.run(["train", "leads.csv", "--outcome", "result"] + arguments)
      #expect(outcome.code == 2 && outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
    }
    let held = try program.run(
      "train", "leads.csv", "--outcome", "result", "--learner", "additive", "--increasing", "visits")
    #expect(held.code == 0)
    #expect(held.output.contains("held to a direction: more visits never makes a lead less likely"))
  }
}
