import Foundation
import Testing

/// Deal values: `train --value`, `score --value` with its forecast, `evaluate --value`, and `--capacity`.
@Suite final class RevenueCommandTests {
  let program: Program

  /// 360 leads, one a day from 2025-01-01: a third has the plan `pro`, of which 4 of 5 are won, of the others 1 of 5. Won
  /// leads close after 10, 20 or 30 days, lost ones after 40. A won pro deal brings 2000, another 500; lost leads were
  /// offered the same, and each seventh lead has no amount.
  init() throws {
    program = try Program()
    var text = "id,plan,created_at,closed_at,amount,result\n"
    for lead in 0..<360 {
      let isPro = lead % 3 == 0
      let isWon = isPro ? lead / 3 % 5 != 0 : lead / 3 % 5 == 0
      let days = isWon ? 10 + lead % 3 * 10 : 40
      let amount = lead % 7 == 6 ? "" : isPro ? "\"$2,000.00\"" : "$500"
      text +=
        "L\(lead),\(isPro ? "pro" : "basic"),\(Self.date(lead)),\(Self.date(lead + days)),\(amount),\(isWon ? "won" : "lost")\n"
    }
    try program.write("leads.csv", text)
    // Open leads of June 2026, one that has ended, one without an amount.
    try program.write(
      "open.csv",
      """
      id,plan,created_at,amount,result
      A,pro,2026-06-10,1000,
      B,basic,2026-06-10,5000,
      C,pro,2026-06-01,,
      D,pro,2026-06-01,900000,won
      E,basic,2026-06-09,10,

      """)
  }

  deinit { program.remove() }

  /// The date so many days after 2025-01-01.
  private static func date(_ day: Int) -> String {
    let date = Date(timeIntervalSince1970: 1_735_689_600 + Double(day) * 86_400)
    return String(date.formatted(.iso8601).prefix(10))
  }

  private func train(_ arguments: String...) throws -> Program.Outcome {
    try program.run(
      ["train", "leads.csv", "--outcome", "result", "--closed-at", "closed_at", "--learner", "logistic"]
        + ["--as-of", "2026-06-01", "--out", "m.learned"] + arguments)
  }

  private func score(_ arguments: String...) throws -> Program.Outcome {
    try program.run(["score", "open.csv", "--learned", "m.learned", "--as-of", "2026-06-15"] + arguments)
  }

  @Test func expectedValuesAreLikelihoodTimesValue() throws {
    let trained = try train("--value", "amount")
    #expect(trained.code == 0, "\(trained.errors)")
    // Half of won deals took 10 days: of 144 won ones the 96 pro ones.
    #expect(trained.output.contains("half of the won deals were won within 10 days after the lead was created"))
    #expect(trained.output.contains("a won deal brings "))
    let scored = try score("--value", "amount", "--out", "s.csv", "--forecast", "f.csv")
    #expect(scored.code == 0, "\(scored.errors)")
    let lines = try program.read("s.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(lines[0].joined(separator: ",") == "lead_id,likelihood,probability,reasons,value,expected_value")
    #expect(lines.dropFirst().map { $0[0] } == ["A", "B", "C", "D", "E"])
    for cells in lines.dropFirst() where cells[0] != "C" {
      let (p, value, expected) = (Double(cells[2])!, Double(cells[cells.count - 2])!, Double(cells[cells.count - 1])!)
      #expect(abs(p * value - expected) < 0.006 + value * 5e-7, "\(cells)")
    }
    #expect(lines[3].suffix(2) == ["", ""])
    #expect(scored.output.contains("left out, as they have ended (result): 1"))
    #expect(scored.output.contains("left out, as they have no value: 1;"))
    // What is open is A, B and E, and the amounts of months add up to that of all.
    let forecast = try program.read("f.csv").split(separator: "\n").map { $0.split(separator: ",") }
    #expect(forecast[0].joined(separator: ",") == "period,deals,amount,low,high")
    #expect(forecast[1][0] == "2026-06")
    let parts = forecast.dropFirst().dropLast().reduce(0.0) { $0 + Double($1[2])! }
    #expect(abs(parts - Double(forecast.last![2])!) < 0.05)
    #expect(Double(forecast.last![4])! <= 6010)
  }

  @Test func theHighestExpectedValueComesFirstWhenAsked() throws {
    #expect(try train("--value", "amount").code == 0)
    let byLikelihood = try score("--value", "amount", "--top", "1")
    // Pro leads are all as likely but for the weekday; what C is worth nobody knows.
    #expect(byLikelihood.output.split(separator: "\n")[1].hasPrefix("C"))
    #expect(try score("--value", "amount", "--by-value", "--out", "s.csv").code == 0)
    let ids = try program.read("s.csv").split(separator: "\n").dropFirst().map { $0.prefix(1) }
    #expect(ids.first == "D" && ids.last == "C", "\(ids)")
  }

  @Test func missingValuesAreFilledOnlyWhenAsked() throws {
    #expect(try train("--value", "amount").code == 0)
    let mean = try score("--value", "amount", "--missing-value", "mean")
    #expect(
      mean.code == 0 && mean.output.contains("taken to be worth 1,492, as they have no value: 1"), "\(mean.output)")
    #expect(try score("--value", "amount", "--missing-value", "$1,500").output.contains("worth 1,500, as"))
    #expect(try score("--value", "amount", "--missing-value", "lots").code == 2)
    #expect(try train().code == 0)
    let unknown = try score("--value", "amount", "--missing-value", "mean")
    #expect(unknown.code == 2 && unknown.errors.contains("does not know what won deals brought"))
  }

  @Test func withoutClosingTimesThereAreNoMonths() throws {
    let trained = try program.run(
      "train", "leads.csv", "--outcome", "result", "--learner", "logistic", "--without", "closed_at", "--out",
      "m.learned")
    #expect(trained.code == 0, "\(trained.errors)")
    let scored = try score("--value", "amount")
    #expect(scored.output.contains("not known when"))
    #expect(scored.output.contains("learn it with leadline train --closed-at COLUMN"))
  }

  @Test func evaluationSaysWhetherExpectationsHeld() throws {
    #expect(try train("--value", "amount").code == 0)
    let evaluated = try program.run(
      "evaluate", "m.learned", "leads.csv", "--outcome", "result", "--closed-at", "closed_at", "--value", "amount")
    #expect(evaluated.code == 0, "\(evaluated.errors)")
    #expect(evaluated.output.contains("What they brought"))
    #expect(evaluated.output.contains("The lines that were drawn when it was learned, here"))
    let json = try program.run(
      "evaluate", "m.learned", "leads.csv", "--outcome", "result", "--closed-at", "closed_at", "--value", "amount",
      "--json")
    let card = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let revenue = (card?["evaluation"] as? [String: Any])?["revenue"] as? [String: Any]
    // Pro: of 120 leads 96 won; 17 or 18 of 120 have no amount.
    let actual = try #require(revenue?["actual"] as? Double)
    let expected = try #require((revenue?["expected"] as? [String: Any])?["value"] as? Double)
    #expect(actual > 100_000 && abs(expected / actual - 1) < 0.1, "\(expected) and \(actual)")
  }

  @Test func capacityDrawsALine() throws {
    // One lead a day is seven a week.
    let trained = try train("--capacity", "2")
    #expect(trained.output.contains("2 calls a week"), "\(trained.output)\(trained.errors)")
    let undated = try program.run(
      "train", "leads.csv", "--outcome", "result", "--learner", "logistic", "--without", "closed_at", "--capacity", "2",
      "--created-at", "amount")
    #expect(undated.errors.contains("say it with --leads-per-week"), "\(undated.errors)")
    let said = try train("--capacity", "2", "--leads-per-week", "10")
    #expect(said.output.contains("2 calls a week"))
    #expect(try train("--capacity", "0").code == 2)
    #expect(try program.run("train", "leads.csv", "--outcome", "result", "--leads-per-week", "3").code == 2)
  }

  @Test func optionsAboutValuesNeedTheColumn() throws {
    #expect(try train().code == 0)
    #expect(try score("--by-value").errors.contains("--by-value needs --value COLUMN"))
    #expect(try score("--forecast", "f.csv").code == 2)
    #expect(try score("--value", "amont").errors.contains("did you mean \"amount\"?"))
    let text = try score("--value", "plan")
    #expect(text.errors.contains("3 × not a number, such as \"pro\"") || text.errors.contains("not a number"))
  }
}
