import Foundation
import Testing

/// What would hurt a user once and must not happen again.
@Suite struct SafetyTests {
  private func prepared() throws -> Program {
    let program = try Program()
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    try program.write("e.csv", Program.events)
    return program
  }

  @Test(arguments: ["1960-01-01", "2110-01-01", "2200-01-01"])
  func explainingAsOfAMomentThatNoEventCanHaveWorks(_ moment: String) throws {
    let program = try prepared()
    defer { program.remove() }
    let run = try program.run(
      "explain", "l.csv", "--lead", "9", "--events", "e.csv", "--model", "m.yaml", "--as-of", moment)
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test(arguments: ["0", "1", "-5"])
  func aTerminalWithoutWidthIsNoCrash(_ columns: String) throws {
    let program = try prepared()
    defer { program.remove() }
    for command in [["score", "l.csv"], ["explain", "l.csv", "--lead", "10"]] {
      let run = try program.run(
        command + ["--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01"], environment: ["COLUMNS": columns]
      )
      #expect(run.code == 0)
    }
  }

  @Test func inputsAreNeverOverwritten() throws {
    let program = try prepared()
    defer { program.remove() }
    for (option, file) in [("--out", "l.csv"), ("--out", "./e.csv"), ("--rejects", "m.yaml")] {
      let before = try program.read(file)
      let run = try program.run("score", "l.csv", "--events", "e.csv", "--model", "m.yaml", option, file)
      #expect(run.code == 2)
      #expect(run.errors.contains("is the same file as"))
      #expect(try program.read(file) == before)
    }
    let both = try program.run("score", "l.csv", "--model", "m.yaml", "--out", "o.csv", "--rejects", "o.csv")
    #expect(both.code == 2)
    let demo = try program.run("demo", "--leads", "10", "--out", ".")
    #expect(demo.code == 0)
    try program.write("model.yaml", "mine")
    #expect(try program.run("demo", "--leads", "10", "--out", ".").code == 2)
    #expect(try program.read("model.yaml") == "mine")
  }

  @Test func aLinkStaysALink() throws {
    let program = try prepared()
    defer { program.remove() }
    try program.write("real.csv", "old\n")
    let link = program.folder.appending(path: "link.csv").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.csv")
    #expect(try program.run("score", "l.csv", "--model", "m.yaml", "--out", "link.csv").code == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.csv")
    #expect(try program.read("real.csv").hasPrefix("lead_id,"))
  }

  @Test func bandsWithCommasMakeOneValue() throws {
    let program = try prepared()
    defer { program.remove() }
    let bands = "bands:\n  fit: { \"A,1\": 5, B: }\n  total: { X: 5, Y: }\nmatrix: [fit, total]\n"
    try program.write("m.yaml", Program.model + bands)
    let run = try program.run(
      "score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.csv")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try program.read("o.csv").contains(#"10,55,10,65,"A,1",X,"A,1X",hot,"#))
  }

  @Test func damagedBytesInIDsStayValidJSON() throws {
    let program = try prepared()
    defer { program.remove() }
    try program.write(
      "l.csv",
      Data("id,role,size,created_at\nÄ1,boss,5,2026-06-20\n".utf8) + [0x61, 0xFF, 0x62] + Data(",boss,5,\n".utf8))
    let run = try program.run("score", "l.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.jsonl")
    #expect(run.code == 0, "\(run.errors)")
    for line in try program.read("o.jsonl").split(separator: "\n") {
      _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
    }
  }

  @Test func conditionsOfAnotherTypeAreRefused() throws {
    let program = try prepared()
    defer { program.remove() }
    for (condition, message) in [
      ("size = '420'", "size is a number and is compared with a text"),
      ("total = 'abc'", "total is a number and is compared with a text"),
      ("stage = 'hott'", "the model has no stage \"hott\""),
      ("totl > 5", "did you mean \"total\"?"),
    ] {
      let run = try program.run("score", "l.csv", "--model", "m.yaml", "--where", condition)
      #expect(run.code == 2, "\(condition)")
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  @Test func eventsAfterTheMomentAreSaid() throws {
    let program = try prepared()
    defer { program.remove() }
    let run = try program.run(
      "score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01")
    #expect(run.errors.contains("1 event lies after the moment of scoring"), "\(run.errors)")
  }

  @Test func nothingFromAFileMovesTheCursor() throws {
    let program = try prepared()
    defer { program.remove() }
    try program.write("l.jsonl", #"{"id":"a\u001b[2JX","role":"boss","size":5,"name":"n\u001b[31m\u202e"}"# + "\n")
    let run = try program.run("score", "l.jsonl", "--model", "m.yaml", "--as-of", "2026-07-01")
    #expect(run.code == 0, "\(run.errors)")
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
  }

  @Test func columnsCanBeNamed() throws {
    let program = try prepared()
    defer { program.remove() }
    try program.write("l.csv", "wer,role,size,geboren\n10,boss,500,2026-06-20\n")
    try program.write("e.csv", "nr,wer,was,wann,url\n1,10,page_view,2026-06-25T10:00:00Z,/pricing\n")
    let run = try program.run(
      "score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--id", "wer",
      "--created-at",
      "geboren", "--event-name", "was", "--event-time", "wann", "--out", "o.csv")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try program.read("o.csv").contains("10,55,10,65,hot,"))
  }

  @Test func eventsFindTheirLeadsByAddressBeforeABareID() throws {
    let program = try prepared()
    defer { program.remove() }
    try program.write("l.csv", "email,role,size,created_at\nAnn@x.example,boss,500,2026-06-20\n")
    try program.write(
      "e.csv", "id,email,event,timestamp,url\ne1,ann@x.example,page_view,2026-06-25T10:00:00Z,/pricing\n")
    let run = try program.run(
      "score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.csv")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try program.read("o.csv").contains(",55,10,65,hot,"), "\(run.errors)")
  }

  @Test func idleRulesDoNotNeedADateOfCreation() throws {
    let program = try prepared()
    defer { program.remove() }
    try program.write(
      "m.yaml",
      "leadline: 1\nscores:\n  s: { rules: [{ name: Quiet, idle: { 30d: -5, 90d: -15 } }, { name: Big, when: size > 1, points: 3 }] }\n"
    )
    try program.write("l.csv", "id,size\n1,5\n")
    let run = try program.run("score", "l.csv", "--model", "m.yaml", "--out", "o.csv")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try program.read("o.csv").contains("1,-12,"))
  }
}
