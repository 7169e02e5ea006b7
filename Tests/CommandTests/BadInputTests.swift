import Foundation
import Testing

/// What is wrong with files is said in one clear message, with the exit code 2 and never a crash.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var leads: Data
    var message: String
    var testDescription: String { name }

    init(_ name: String, _ leads: String, _ message: String) { self.init(name, Data(leads.utf8), message) }

    init(_ name: String, _ leads: Data, _ message: String) {
      self.name = name
      self.leads = leads
      self.message = message
    }
  }

  static let badLeads = [
    Case("empty", "", "l.csv: the file is empty"),
    Case("only spaces", "  \n\n  ", "l.csv: the file is empty"),
    Case("header only", "id,role,size,created_at\n", "there are no leads in it, only a heading"),
    Case(
      "binary", Data([0x00, 0x01, 0x02, 0xFF, 0x00, 0x10] + Array(repeating: 0, count: 100)), "this is a binary file"),
    Case("an Excel workbook", Data(Array("PK\u{3}\u{4}".utf8) + [0, 0, 1, 2]), "Excel workbook"),
    Case("a JSON array", #"[{"id": 1}]"#, "this is a JSON array"),
    Case("an unknown delimiter", "id^role^size^created_at\n1^boss^2^2026-01-01\n", "only one column was found"),
    Case("no id", "who,role,size,created_at\nx,boss,1,2026-01-01\n", "no column looks like the ids of the leads"),
    Case(
      "a heading twice", "id,size,role,size,created_at\n1,2,boss,3,2026-01-01\n",
      "the heading has \"size\" more than once (columns 2 and 4)"),
    Case(
      "a column that the model needs", "id,role,sise,created_at\n1,boss,3,2026-01-01\n",
      "l.csv has no attribute \"size\""),
    Case("an unclosed quote in the heading", "id,\"role,size\n1,2,3\n", "is not closed"),
    Case("nothing usable", "id,role,size,created_at\n1,2\n3\n", "none of its rows can be used"),
    Case("truncated gzip", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0x4C]), "gzip data"),
  ]

  @Test(arguments: badLeads)
  func aFileThatCannotBeUsedIsSaidSo(_ bad: Case) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", bad.leads)
    let run = try program.run("score", "l.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.csv")
    #expect(run.code == 2, "\(run.output)\(run.errors)")
    #expect(run.errors.contains(bad.message), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "o.csv").path))
  }

  @Test func filesThatAreNotThereAndFoldersAreSaidSo() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    let missing = try program.run("score", "x.csv", "--model", "m.yaml")
    #expect(missing.code == 2)
    #expect(missing.errors.contains("x.csv: there is no such file"))
    let folder = try program.run("score", ".", "--model", "m.yaml")
    #expect(folder.code == 2)
    #expect(folder.errors.contains("this is a folder"))
    let model = try program.run("score", "l.csv", "--model", ".")
    #expect(model.code == 2)
    #expect(model.errors.contains("this is a folder"))
    let events = try program.run("score", "l.csv", "--model", "m.yaml", "--events", "x.csv")
    #expect(events.code == 2)
    #expect(events.errors.contains("x.csv: there is no such file"))
  }

  @Test func anUnclosedQuoteCostsOneLine() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write(
      "l.csv", "id,role,size,created_at\n1,boss,500,2026-06-20\n2,\"boss,500,2026-06-20\n3,boss,500,2026-06-20\n")
    let run = try program.run("score", "l.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.csv")
    #expect(run.code == 0)
    #expect(try program.read("o.csv").split(separator: "\n").map { $0.prefix(2) } == ["le", "1,", "3,"])
    #expect(run.errors.contains("first on line 3"))
    #expect(run.errors.contains("not closed"))
  }

  @Test func aFieldOfTenMegabytesDoesNotStopTheRest() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    let huge = String(repeating: "x", count: 10_000_000)
    try program.write(
      "l.csv", "id,role,size,created_at\n1,boss,500,2026-06-20\n2,\(huge),500,2026-06-20\n3,boss,500,2026-06-20\n")
    let run = try program.run("score", "l.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "o.csv")
    #expect(run.code == 0)
    #expect(try program.read("o.csv").split(separator: "\n").map { $0.prefix(2) } == ["le", "1,", "3,"])
    #expect(run.errors.contains("first on line 3: longer than 4 MiB"))
  }

  @Test func everyErrorOfAModelIsReportedWithItsPlace() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "m.yaml",
      """
      leadline: 1
      scores:
        fit:
          rules:
            - { name: Big, when: sise >> 100, points: 20 }
            - { name: Boss, when: "contians(role, 'boss')", points: 30000 }
            - { name: Boss, on: page_view, within: soon, points: 1 }
      """)
    try program.write("l.csv", Program.leads)
    let run = try program.run("check", "m.yaml")
    #expect(run.code == 2)
    #expect(run.errors.contains("m.yaml:5:34: error:"), "\(run.errors)")
    #expect(run.errors.contains("m.yaml:6:30: error: there is no function \"contians\""), "\(run.errors)")
    #expect(run.errors.contains("hint: did you mean contains?"))
    #expect(run.errors.contains("points lie between -10000 and 10000"))
    #expect(run.errors.contains("within: \"soon\" is not a duration"))
  }

  @Test func optionsThatMakeNoSenseAreSaidSo() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    for (arguments, message) in [
      (["--as-of", "someday"], "--as-of someday: this is not a moment"),
      (["--threads", "0"], "--threads"),
      (["--top", "-1"], "--top"),
      (["--utc-offset", "east"], "--utc-offset east"),
      (["--delimiter", ";;"], "--delimiter ;;"),
      (["--id", "rol"], "there is no column \"rol\""),
    ] {
      let run = try program.run(["score", "l.csv", "--model", "m.yaml"] + arguments)
      #expect(run.code == 2, "\(arguments)")
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }
}
