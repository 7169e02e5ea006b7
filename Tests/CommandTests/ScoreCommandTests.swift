import Foundation
import Testing

@Suite struct ScoreCommandTests {
  @Test func scoresAreWrittenByAscendingNumericID() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    try program.write("e.csv", Program.events)
    let run = try program.run(
      "score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.csv")
    #expect(run.code == 0, "\(run.errors)")
    // By hand: 10 is boss (30), big (20), new (11 days, 5), one page view 6 days ago (10), the later one is not yet.
    #expect(
      try program.read("o.csv") == """
        lead_id,fit,engagement,total,stage,reasons
        9,0,40,40,cold,Demo +40
        10,55,10,65,hot,Boss +30; Big +20; Pricing +10
        11,0,0,0,cold,

        """)
    #expect(run.output.contains("hot"))
    #expect(run.output.contains("+30 Boss"))
  }

  @Test func jsonLinesHaveTheSameValues() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    try program.write("e.csv", Program.events)
    let run = try program.run(
      "score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.jsonl")
    #expect(run.code == 0, "\(run.errors)")
    let lines = try program.read("o.jsonl").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[1]
        == #"{"lead_id":"10","fit":55,"engagement":10,"total":65,"stage":"hot","reasons":["Boss +30","Big +20","Pricing +10"]}"#
    )
  }

  @Test func onlyLeadsThatFitTheConditionAreWritten() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    try program.write("e.csv", Program.events)
    let arguments = [
      "score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.csv", "--where",
    ]
    #expect(try program.run(arguments + ["stage = 'hot' and size > 1"]).code == 0)
    #expect(try program.read("o.csv").split(separator: "\n").count == 2)
    let misspelt = try program.run(arguments + ["sise > 1"])
    #expect(misspelt.code == 2)
    #expect(misspelt.errors.contains("did you mean \"size\"?"))
    let broken = try program.run(arguments + ["size >"])
    #expect(broken.code == 2)
    #expect(broken.errors.contains("expected"))
  }

  @Test func standardOutputHasNoColourAndNoProgressInAPipe() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    try program.write("e.csv", "lead_id,type,at,url\n10,page_view,2026-06-25T10:00:00Z,/pricing\n")
    let run = try program.run("score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01")
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.errors == "")
  }

  @Test func whatWouldMakeScoresPoorIsSaid() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    try program.write("e.csv", "lead_id,type,at,url\n10,page_view,2020-01-01T10:00:00Z,/pricing\n")
    let without = try program.run("score", "l.csv", "--model", "m.yaml", "--as-of", "2026-07-01")
    #expect(without.errors.contains("without --events the 2 rules about what leads did cannot see anything"))
    let old = try program.run("score", "l.csv", "--events", "e.csv", "--model", "m.yaml")
    #expect(old.errors.contains("add --as-of 2020-01-01"))
  }

  @Test func threadsAndOrderDoNotMatter() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    let rows = Program.leads.split(separator: "\n")
    try program.write("r.csv", ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n"))
    try program.write("e.csv", Program.events)
    let events = Program.events.split(separator: "\n")
    try program.write("f.csv", ([events[0]] + events.dropFirst().reversed()).joined(separator: "\n"))
    for (leads, events, threads, out) in [("l.csv", "e.csv", "1", "a.csv"), ("r.csv", "f.csv", "3", "b.csv")] {
      let run = try program.run(
        "score", leads, "--events", events, "--model", "m.yaml", "--as-of", "2026-07-01", "--threads", threads, "--out",
        out)
      #expect(run.code == 0)
    }
    #expect(try program.read("a.csv") == program.read("b.csv"))
  }

  @Test func aFullDiskLeavesTheOldFileWhole() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    // Enough rows that the result (about 400 KB) is larger than the limit on files below.
    let rows = (0..<10_000).map { "\($0),boss,500,2026-06-20" }
    try program.write("l.csv", "id,role,size,created_at\n" + rows.joined(separator: "\n"))
    try program.write("o.csv", "old\n")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.currentDirectoryURL = program.folder
    // A limit on the size of files stands in for a full disk: write(2) fails half-way in the same manner.
    process.arguments = [
      "-c",
      "trap '' XFSZ; ulimit -f 64; exec \"$0\" score l.csv --model m.yaml --as-of 2026-07-01 --out o.csv >/dev/null 2>err.txt",
      Program.executable.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(try program.read("o.csv") == "old\n")
    #expect(try program.read("err.txt").contains("cannot be written"))
    #expect(try program.read("err.txt").contains("unchanged"))
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test func aPlaceThatCannotBeWrittenIsAFailure() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    let run = try program.run("score", "l.csv", "--model", "m.yaml", "--out", "nowhere/o.csv")
    #expect(run.code == 1)
    #expect(run.errors.contains("nowhere/o.csv: cannot be written"))
    let folder = try program.run("score", "l.csv", "--model", "m.yaml", "--out", "o.txt")
    #expect(folder.code == 2)
  }

  @Test func rejectsAreWrittenWithLineReasonAndRecord() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write(
      "l.csv", Program.leads + "12,boss\n13,boss,many,2026-06-20\n10,boss,1,2026-06-20\n,boss,1,2026-06-20\n")
    try program.write("e.csv", Program.events + "99,page_view,2026-06-25T10:00:00Z,/\n10,page_view,yesterday,/\n")
    let run = try program.run(
      "score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.csv",
      "--rejects", "r.csv")
    #expect(run.code == 0)
    #expect(try program.read("o.csv").split(separator: "\n").count == 5)
    let rejects = try program.read("r.csv")
    #expect(rejects.contains("l.csv,5,2 values where the heading has 4 columns,\"12,boss\"\n"))
    #expect(
      rejects.contains(
        #"l.csv,6,"column size: ""many"" is not a number; counted as missing","13,boss,many,2026-06-20""#))
    #expect(rejects.contains("l.csv,7,id 10 is already on line 2,"))
    #expect(rejects.contains("l.csv,8,no id in column id,"))
    #expect(rejects.contains("e.csv,5,there is no lead 99,"))
    #expect(rejects.contains("e.csv,6,"))
    #expect(run.errors.contains("r.csv"))
  }
}
