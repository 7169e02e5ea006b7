import Foundation
import Testing

/// What `train` and `suggest` make of files with which nothing, or little, can be learned.
@Suite final class LearningBadInputTests {
  let program: Program

  init() throws { program = try Program() }

  deinit { program.remove() }

  /// 240 leads, every other one won; `cell` gives the further cells of a lead.
  private func write(
    _ columns: String, count: Int = 240, won: String = "won", lost: String = "lost", _ cell: (Int, Bool) -> String
  ) throws {
    var text = "id,visits,result,\(columns)\n"
    for lead in 0..<count {
      let isWon = lead % 2 == 0
      text += "L\(lead),\((lead * 37) % 50 + (isWon ? 12 : 0)),\(isWon ? won : lost),\(cell(lead, isWon))\n"
    }
    try program.write("leads.csv", text)
  }

  private func train(_ arguments: String...) throws -> Program.Outcome {
    try program.run(["train", "leads.csv", "--outcome", "result", "--out", "m.learned"] + arguments)
  }

  /// The probabilities that the model gives to its own leads.
  private func probabilities() throws -> [Double] {
    let scored = try program.run("score", "leads.csv", "--learned", "m.learned", "--out", "s.csv")
    #expect(scored.code == 0, "\(scored.errors)")
    return try program.read("s.csv").split(separator: "\n").dropFirst().map { line in
      Double(line.split(separator: ",", omittingEmptySubsequences: false)[2]) ?? .nan
    }
  }

  @Test(arguments: ["logistic", "additive", "trees"])
  func aColumnThatSeparatesPerfectlyLeavesProbabilitiesFinite(learner: String) throws {
    try write("answer") { $1 ? "a" : "b" }
    let found = try train("--learner", learner)
    #expect(found.code == 0 && found.output.contains("answer: alone it sorts won from lost leads almost perfectly"))
    #expect(try train("--learner", learner, "--keep-leaks").code == 0)
    let p = try probabilities()
    #expect(p.count == 240 && p.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test(arguments: ["logistic", "additive"])
  func columnsThatSayTheSameDoNotDisturb(learner: String) throws {
    try write("twice,again") { lead, isWon in
      let visits = (lead * 37) % 50 + (isWon ? 12 : 0)
      return "\(2 * visits),\(visits)"
    }
    #expect(try train("--learner", learner).code == 0)
    let p = try probabilities()
    #expect(abs(p.reduce(0, +) / 240 - 0.5) < 0.03)
  }

  @Test func constantAndEmptyColumnsAreNotUsed() throws {
    try write("constant,empty,placeholder") { _, _ in "same,,N/A" }
    let trained = try train("--learner", "logistic")
    #expect(trained.code == 0)
    #expect(
      trained.output.contains("empty (no value at all)") && trained.output.contains("placeholder (no value at all)"))
    #expect(!trained.output.contains("constant  "))
    #expect(try probabilities().count == 240)
  }

  @Test func withoutAnyValueNothingIsLearned() throws {
    var text = "id,result,a,b\n"
    for lead in 0..<200 { text += "L\(lead),\(lead % 2),,N/A\n" }
    try program.write("leads.csv", text)
    let trained = try train()
    #expect(trained.code == 2 && trained.errors.contains("no attribute and no event is left to learn from"))
  }

  /// Every lead has a campaign of its own, nearly: 10,000 of them.
  @Test func tenThousandLevelsAreLearnedFrom() throws {
    try write("campaign", count: 10_400) { lead, _ in "campaign \(lead < 10_000 ? lead : lead % 5)" }
    let trained = try train("--learner", "logistic")
    #expect(trained.code == 0, "\(trained.errors)")
    let p = try probabilities()
    #expect(p.count == 10_400 && abs(p.reduce(0, +) / 10_400 - 0.5) < 0.02)
  }

  @Test func numbersThatAreNoneAreMissing() throws {
    try write("size") { lead, _ in ["NaN", "inf", "-Infinity", "1e999", "12", "40"][lead % 6] }
    let trained = try train("--learner", "additive")
    #expect(trained.code == 0, "\(trained.errors)")
    #expect(try probabilities().allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func oneFewerThanFortyIsTooFew() throws {
    for (won, isEnough) in [(39, false), (40, true)] {
      var text = "id,visits,result\n"
      for lead in 0..<140 { text += "L\(lead),\(lead * 7 % 30),\(lead < won ? "won" : "lost")\n" }
      try program.write("leads.csv", text)
      let trained = try train("--learner", "logistic")
      #expect((trained.code == 0) == isEnough, "\(won): \(trained.errors)")
      if !isEnough { #expect(trained.errors.contains("there are 39 won and 101 lost leads")) }
    }
  }

  @Test func unexpectedSpellingsHaveToBeSaid() throws {
    try write("x", won: "Deal done", lost: "No deal") { lead, _ in "\(lead % 3)" }
    let unknown = try train()
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("it has: Deal done, No deal"), "\(unknown.errors)")
    let said = try train("--learner", "logistic", "--won", "deal DONE", "--lost", " no deal")
    #expect(said.code == 0 && said.errors.contains("120 won, 120 lost"), "\(said.errors)")
  }

  @Test(arguments: [("GEWONNEN", " verloren "), ("Y", "N"), ("closed-won", "Closedlost"), ("customer", "disqualified")])
  func unusualSpellingsAreUnderstood(won: String, lost: String) throws {
    try write("x", won: won, lost: lost) { lead, _ in "\(lead % 3)" }
    #expect(try train("--learner", "logistic").errors.contains("120 won, 120 lost"))
  }

  @Test func outcomesBeforeCreationAreLeftOut() throws {
    try write("created_at,closed_at") { lead, _ in "2025-03-\(10 + lead % 18),2025-0\(lead < 40 ? 2 : 5)-11" }
    let some = try train("--learner", "logistic", "--closed-at", "closed_at")
    #expect(some.code == 0 && some.errors.contains("note: 40 leads have their outcome before they were created"))
    #expect(some.output.contains("200 leads with known outcome"))
    try write("created_at,closed_at") { lead, _ in "2025-03-\(10 + lead % 18),2025-02-11" }
    for command in ["train", "suggest", "evaluate"] {
      let model = command == "evaluate" ? ["m.learned"] : []
      let all = try program.run(
        [command] + model + ["leads.csv", "--outcome", "result", "--closed-at", "closed_at"])
      #expect(all.code == 2 && all.errors.contains("all leads with a known outcome have it before they were created"))
      #expect(!all.errors.contains("0 won and 0 lost"), "\(all.errors)")
    }
  }

  @Test func creationsInTheFutureHaveNoPlaceInTime() throws {
    try write("created_at") { lead, _ in lead % 60 == 7 ? "2062-01-01" : "2025-0\(lead % 9 + 1)-03" }
    let trained = try train("--learner", "logistic", "--as-of", "2026-01-01")
    #expect(trained.code == 0)
    #expect(trained.errors.contains("4 leads were created after 2026-01-01T00:00:00Z"), "\(trained.errors)")
    #expect(trained.output.contains("2025-01-03 to 2025-09-03"), "\(trained.output)")
    #expect(!trained.output.contains("2062"))
  }

  @Test func aTextIsNoTable() throws {
    try program.write("README.md", "# Leadline\n\nScores leads, and says why.\n\n- one\n- two\n")
    for command in ["train", "suggest"] {
      let run = try program.run(command, "README.md", "--outcome", "won", "--events", "README.md")
      #expect(run.code == 2 && run.errors.contains("this does not look like a table"), "\(run.errors)")
    }
  }
}
