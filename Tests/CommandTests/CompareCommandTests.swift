import Foundation
import Testing

@Suite struct CompareCommandTests {
  static let model = """
    leadline: 1
    name: Small
    scores:
      fit:
        range: 0..100
        rules:
          - { name: Senior, when: "title = 'vp'", points: 30 }
          - { name: Size, by: size, points: { "<10": 5, "10+": 20 } }
    stages:
      - { name: call, when: fit >= 50 }
      - { name: wait }
    """
  static let leads = """
    id,title,size,created_at,won
    1,VP,200,2026-06-29,yes
    2,VP,5,2026-06-20,no
    3,clerk,200,2026-01-01,yes
    4,clerk,5,,
    """

  private func program() throws -> Program {
    let program = try Program()
    try program.write("old.yaml", Self.model)
    try program.write("new.yaml", Self.model.replacingOccurrences(of: "\"<10\": 5", with: "\"<10\": 20"))
    try program.write("leads.csv", Self.leads)
    return program
  }

  private func json(_ program: Program, _ more: String...) throws -> [String: Any] {
    let run = try program.run(
      ["compare", "old.yaml", "new.yaml", "leads.csv", "--as-of", "2026-07-01", "--json"] + more)
    #expect(run.code == 0, "\(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  /// Lead 2 goes from 35 to 50, lead 4 from 5 to 20; the others have 50 and 20 both times.
  @Test func whoMovesAndWhyIsSaid() throws {
    let program = try program()
    defer { program.remove() }
    let result = try json(program, "--outcome", "won", "--capacity", "1")
    #expect(result["moved"] as? Int == 1 && result["rising"] as? Int == 2 && result["falling"] as? Int == 0)
    let rule = try #require((result["rules"] as? [[String: Any]])?.first)
    #expect(rule["rule"] as? String == "Size" && rule["kind"] as? String == "changed")
    #expect(rule["differences"] as? [String] == ["points of <10 5 → 20"])
    #expect(rule["leads"] as? Int == 2 && rule["points"] as? Double == 30 && rule["moved_up"] as? Int == 1)
    let line = try #require(result["line"] as? [String: Any])
    #expect(line["before"] as? Int == 1 && line["after"] as? Int == 2 && line["entered"] as? Int == 1)
    let rates = try #require(line["close_rates"] as? [String: [String: Any]])
    #expect(rates["before"]?["won"] as? Int == 1 && rates["before"]?["known"] as? Int == 1)
    #expect(rates["entered"]?["won"] as? Int == 0 && rates["entered"]?["known"] as? Int == 1)
    // Two weeks: lead 1 in the last seven days, lead 2 in those before.
    #expect(line["per_week_before"] as? Double == 0.5 && line["per_week_after"] as? Double == 1)
    let mover = try #require((result["movers"] as? [[String: Any]])?.first)
    #expect(mover["lead_id"] as? String == "2" && mover["rule"] as? String == "Size")
  }

  @Test func theTextSaysTheSame() throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(
      "compare", "old.yaml", "new.yaml", "leads.csv", "--as-of", "2026-07-01", "--capacity", "1", "--outcome", "won")
    #expect(run.output.contains("1 lead (25 %) changes its stage"))
    #expect(run.output.contains("~ fit: Size, points of <10 5 → 20"))
    #expect(run.output.contains("wait → call 1"))
    #expect(run.output.contains("sales can work 1: room for 0 more"))
    #expect(run.output.contains("100 % (21 to 100)"))
  }

  @Test func allWhoMoveAreWritten() throws {
    let program = try program()
    defer { program.remove() }
    _ = try program.run(
      "compare", "old.yaml", "new.yaml", "leads.csv", "--as-of", "2026-07-01", "--out", "moved.csv")
    #expect(
      try program.read("moved.csv")
        == "lead_id,score_before,score_after,stage_before,stage_after,rule\n2,35,50,wait,call,Size\n4,5,20,wait,wait,Size\n"
    )
  }

  /// A text in the one model and a number in the other cannot share a column; both are read.
  @Test func modelsThatReadAColumnDifferentlyAreCompared() throws {
    let program = try program()
    defer { program.remove() }
    try program.write(
      "new.yaml",
      Self.model.replacingOccurrences(
        of: "by: size, points: { \"<10\": 5, \"10+\": 20 }", with: "when: \"size = '200'\", points: 20"))
    let result = try json(program)
    #expect(result["rising"] as? Int == 0 && result["falling"] as? Int == 2)
  }

  /// The old rule reads a column as a text that the new one reads as a number: its points are taken from the table that
  /// it was read for.
  @Test func aRuleThatReadAColumnInAnotherWayStillHasItsEffect() throws {
    let program = try program()
    defer { program.remove() }
    try program.write(
      "new.yaml",
      Self.model.replacingOccurrences(of: "when: \"title = 'vp'\", points: 30", with: "when: size = '200', points: 30")
        .replacingOccurrences(of: "by: size, points: { \"<10\": 5, \"10+\": 20 }", with: "when: size = '5', points: 5"))
    let result = try json(program)
    let rules = try #require(result["rules"] as? [[String: Any]])
    let leads = Dictionary(uniqueKeysWithValues: rules.map { ($0["rule"] as! String, $0["leads"] as! Int) })
    // Senior: leads 1 and 3 change their points, 1 keeps 30 as 200 is its size too. Size: 1 and 3 lose 20.
    #expect(leads == ["Senior": 2, "Size": 2])
  }

  @Test func modelsWithoutStagesAreCompared() throws {
    let program = try program()
    defer { program.remove() }
    for name in ["old.yaml", "new.yaml"] {
      try program.write(name, try program.read(name).components(separatedBy: "stages:")[0])
    }
    let run = try program.run("compare", "old.yaml", "new.yaml", "leads.csv", "--as-of", "2026-07-01")
    #expect(
      run.code == 0 && run.output.contains("Who moves furthest") && run.output.contains("35 → 50"), "\(run.output)")
  }

  @Test func duplicatesAreNotMergedTwiceInDifferentWays() throws {
    let program = try program()
    defer { program.remove() }
    try program.write("new.yaml", "missing: [x]\n" + Self.model)
    let run = try program.run("compare", "old.yaml", "new.yaml", "leads.csv", "--dedupe", "d.csv")
    #expect(run.code == 2 && run.errors.contains("the two models read the leads in different ways"), "\(run.errors)")
  }

  /// Whether a telephone number is known must not depend on who else asks for it as a number.
  @Test func onlyKnownIsNotReadAsANumber() throws {
    let program = try program()
    defer { program.remove() }
    let rules = "leadline: 1\nscores: { s: { rules: [ { name: R, when: phone is known, points: 10 } ] } }\n"
    try program.write("old.yaml", rules)
    try program.write("new.yaml", rules.replacing("phone is known", with: "phone > 5"))
    try program.write("leads.csv", "id,phone\n1,n.a. call\n")
    let result = try json(program)
    #expect(result["falling"] as? Int == 1 && result["staying"] as? Int == 0)
    let filtered = try program.run("score", "leads.csv", "--model", "old.yaml", "--where", "not phone > 5")
    #expect(filtered.code == 2 && filtered.errors.contains("only asks whether it is known"), "\(filtered.errors)")
  }

  @Test func aFilterOnWhatIsWorkedOutNeedsTheText() throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run("score", "leads.csv", "--model", "old.yaml", "--where", "employees(size) > 10")
    #expect(run.code == 2 && run.errors.contains("--where reads size as a text, and the model reads it as a number"))
    let other = try program.run(
      "score", "leads.csv", "--model", "old.yaml", "--where", "seniority(title) = 'vp'", "--out", "s.csv")
    #expect(other.code == 0, "\(other.errors)")
    #expect(try program.read("s.csv").split(separator: "\n").count == 3)
  }

  @Test func openDealsAreNeitherWonNorLost() throws {
    let program = try program()
    defer { program.remove() }
    try program.write(
      "leads.csv", "id,title,size,won\n1,VP,200,Signed\n2,VP,200,Open\n3,VP,200,Closed lost\n4,VP,5,No deal\n")
    let run = try json(program, "--outcome", "won", "--won", "signed", "--lost", "no deal")
    let line = try #require(run["line"] as? [String: Any])
    let rates = try #require(line["close_rates"] as? [String: [String: Any]])
    #expect(rates["before"]?["won"] as? Int == 1 && rates["before"]?["known"] as? Int == 2)
    #expect(rates["entered"]?["won"] as? Int == 0 && rates["entered"]?["known"] as? Int == 1)
  }

  @Test(arguments: [
    (["--line", "cal"], "did you mean \"call\"?"), (["--outcome", "outcome"], "no such column"),
    (["--outcome", "title"], "no lead of it is won"), (["--won", "yes"], "--won needs --outcome"),
    (["--capacity=-1"], "--capacity must not be negative"),
    (["--capacity", "9223372036854775807"], "at most 1,000,000,000"),
    (["--outcome", "won", "--won", "x", "--lost", "X"], "cannot be both"),
    (["--out", "leads.csv"], "is the same file as the leads"),
    (["--out", "moved.txt"], "must end in .csv"),
  ])
  func whatIsWrongIsSaid(arguments: [String], message: String) throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(["compare", "old.yaml", "new.yaml", "leads.csv"] + arguments)
    #expect(run.code == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(try program.read("leads.csv") == Self.leads)
  }

  @Test func asManyAsThereAreCanBeShown() throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run("compare", "old.yaml", "new.yaml", "leads.csv", "--top", "9223372036854775807")
    #expect(run.code == 0, "\(run.errors)")
  }

  // MARK: sweep

  @Test func eachValueIsTried() throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(
      "sweep", "old.yaml", "leads.csv", "--as-of", "2026-07-01", "--vary", "fit.Senior.points=20, 30,45", "--csv")
    // 20: 40, 25, 20, 5. 45: 65, 50, 20, 5.
    #expect(
      run.output == """
        fit.Senior.points,call,wait,above the line,come,go,a week,rise,fall,note
        20,0,4,0,0,1,0,0,2,
        30,1,3,1,0,0,0.5,0,0,as it is
        45,2,2,2,1,0,1,2,0,

        """, "\(run.output)\(run.errors)")
  }

  @Test func severalNumbersAreTriedInAllCombinations() throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(
      "sweep", "old.yaml", "leads.csv", "--as-of", "2026-07-01", "--vary", "fit.Senior.points=30,45", "--vary",
      "fit.Size.points.<10=0..5 by 5", "--csv")
    #expect(
      run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",").prefix(3).joined(separator: ",") }
        == ["30,0,1", "30,5,1", "45,0,1", "45,5,2"], "\(run.output)\(run.errors)")
  }

  @Test(arguments: [
    (["--vary", "fit.Senior.points=9..1"], "write 1..9"),
    (["--vary", "fit.Senior.points=1", "--vary", "FIT.senior.points=2"], "is varied twice"),
    (["--vary", "fit.Senior.max=10", "--vary", "fit.Senior.min=-1..1 by 1"], "the min of a rule is 0 or less, not 1"),
    (["--vary", "fit.Senior.points=0..100 by 1", "--vary", "fit.Size.points.<10=0..20"], "at most 1,000 are tried"),
    ((0..<9).flatMap { ["--vary", "fit.Senior.\(["points", "max", "min"][$0 % 3])=0..100 by 1"] }, "tried"),
    (["--vary", "fit.Senor.points=1"], "did you mean \"Senior\"?"), ([], "--vary"),
  ])
  func contradictoryVariationsAreRefused(arguments: [String], message: String) throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(["sweep", "old.yaml", "leads.csv"] + arguments)
    #expect(run.code == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}
