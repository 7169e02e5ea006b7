import Foundation
import Testing

/// Files into a ledger and out of it again.
@Suite struct LedgerCommandTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write("leads.csv", Program.leads)
    try program.write("events.csv", Program.events)
    try program.write("model.yaml", Program.model)
    return program
  }

  @Test func aFileIsSeenForWhatItIsAndTakenOnce() throws {
    let program = try program()
    defer { program.remove() }
    let leads = try program.run("import", "leads.csv")
    #expect(leads.code == 0, "\(leads.errors)")
    #expect(leads.errors.contains("leads.csv: leads, known by \"id\""))
    #expect(leads.output.contains("3 rows taken, 0 known already"))
    #expect(leads.output.contains("3 new leads"))
    let events = try program.run("import", "events.csv")
    #expect(events.code == 0, "\(events.errors)")
    #expect(events.errors.contains("events of \"lead_id\", called \"type\", at \"at\""))
    #expect(events.output.contains("3 events taken, 0 known already"))
    let again = try program.run("import", "events.csv")
    #expect(again.errors.contains("as in the last file with this heading"))
    #expect(again.output.contains("0 events taken, 3 known already"))
    #expect(try program.run("import", "leads.csv").output.contains("0 rows taken, 3 known already"))
    let list = try program.run("import", "--list").output
    #expect(list.split(separator: "\n").count == 5)
    #expect(list.contains("done"))
  }

  @Test func aDryRunMakesNoLedgerAndChangesNone() throws {
    let program = try program()
    defer { program.remove() }
    let trial = try program.run("import", "leads.csv", "--dry-run")
    #expect(trial.code == 0, "\(trial.errors)")
    #expect(trial.output.contains("3 rows would be taken"))
    #expect(trial.output.contains("nothing was changed"))
    #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "leadline.db").path))
    #expect(try program.run("import", "leads.csv").code == 0)
    #expect(try program.run("import", "events.csv", "--dry-run").output.contains("3 events would be taken"))
    #expect(try program.run("import", "events.csv").output.contains("3 events taken"))
  }

  @Test func whatCannotBeUsedIsNamedAndTheRestIsTaken() throws {
    let program = try program()
    defer { program.remove() }
    try program.write("leads.csv", Program.leads + ",boss,1,2026-01-01\n10,clerk,2,2026-01-01\n")
    try program.write("events.csv", Program.events + "nobody,page_view,2026-06-01,\n9,page_view,yesterday,\n")
    let leads = try program.run("import", "leads.csv", "--rejects", "rejects.csv")
    #expect(leads.code == 0)
    #expect(leads.errors.contains("no id, first on line 5"))
    #expect(try program.read("rejects.csv").contains("leads.csv,6,id 10 is already on line 2"))
    let events = try program.run("import", "events.csv")
    #expect(events.errors.contains("there is no lead nobody"))
    #expect(events.errors.contains("\"yesterday\" is not a time"))
    #expect(events.output.contains("3 events taken"))
  }

  @Test func anImportIsTakenBack() throws {
    let program = try program()
    defer { program.remove() }
    _ = try program.run("import", "leads.csv")
    _ = try program.run("import", "events.csv")
    let undone = try program.run("import", "--undo", "2")
    #expect(undone.code == 0, "\(undone.errors)")
    #expect(undone.output.contains("import 2 is taken back: 2 leads"))
    #expect(try program.run("import", "--list").output.contains("undone"))
    let twice = try program.run("import", "--undo", "2")
    #expect(twice.code == 2)
    #expect(twice.errors.contains("there is no import 2 that could be taken back"))
    #expect(try program.run("import", "events.csv").output.contains("3 events taken"))
  }

  @Test func badInputIsSaidAndMakesNoLedger() throws {
    let program = try program()
    defer { program.remove() }
    try program.write("notes.csv", "a,b\n1,2\n")
    for (arguments, message) in [
      (["import"], "Give a FILE"), (["import", "missing.csv"], "there is no such file"),
      (["import", "notes.csv"], "no column looks like the ids"),
      (["import", "leads.csv", "--id", "idd"], "did you mean \"id\"?"),
      (["import", "leads.csv", "--outcome", "won"], "there is no column \"won\""),
      (["import", "leads.csv", "--undo", "1"], "Give a FILE"), (["import", "--undo", "1"], "there is no such ledger"),
      (["export", "--out", "x"], "there is no such ledger"), (["backup", "--out", "x.db"], "there is no such ledger"),
      (["restore", "missing.db"], "there is no such file"), (["restore", "leads.csv"], "not a ledger"),
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.code == 2, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
    }
    #expect(try program.run("import", "leads.csv", "--data", "leads.csv").code == 2)
    #expect(try program.read("leads.csv") == Program.leads)
  }

  /// Out, and into another ledger, and out again: nothing is lost on the way, and files score as they did.
  @Test func whatIsExportedScoresAsBefore() throws {
    let program = try program()
    defer { program.remove() }
    let wide = """
      id,role,size,created_at,E-Mail,note,result
      10,boss,500,2026-06-20,ada@example.com,"one, ""two"" three",won
      9,clerk,50,2025-01-01,,"",lost
      11,,N/A,2026-01-05,bob@example.com,,open

      """
    try program.write("leads.csv", wide)
    _ = try program.run("import", "leads.csv", "--outcome", "result")
    _ = try program.run("import", "events.csv")
    let exported = try program.run("export", "--out", "out")
    #expect(exported.code == 0, "\(exported.errors)")
    #expect(exported.output.contains("3 leads, 3 events, 2 outcomes written to out"))
    #expect(try program.read("out/leads.csv").contains("\"one, \"\"two\"\" three\""))
    _ = try program.run("import", "out/leads.csv", "--data", "other.db")
    _ = try program.run("import", "out/events.csv", "--data", "other.db")
    _ = try program.run("export", "--out", "again", "--data", "other.db")
    for name in ["events.csv", "outcomes.csv"] {
      #expect(try program.read("out/\(name)") == program.read("again/\(name)"))
    }
    #expect(try program.read("out/leads.csv") == program.read("again/leads.csv"))
    let scores = try [
      ("leads.csv", "events.csv"), ("out/leads.csv", "out/events.csv"), ("again/leads.csv", "again/events.csv"),
    ]
    .map { leads, events in
      let scored = try program.run(
        "score", leads, "--events", events, "--model", "model.yaml", "--as-of", "2026-07-10", "--out", "scores.csv")
      #expect(scored.code == 0, "\(scored.errors)")
      return try program.read("scores.csv")
    }
    #expect(scores[0] == scores[1])
    #expect(scores[0] == scores[2])
    let lines = try program.run("export", "--out", "out", "--format", "jsonl")
    #expect(lines.code == 0)
    #expect(
      try program.read("out/events.jsonl").hasPrefix(
        "{\"lead_id\":\"10\",\"type\":\"page_view\",\"at\":\"2026-06-25T10:00:00Z\""))
    _ = try program.run("import", "out/leads.jsonl", "--data", "third.db")
    #expect(try program.run("import", "out/events.jsonl", "--data", "third.db").output.contains("3 events taken"))
  }

  @Test func aBackupBecomesALedgerAgain() throws {
    let program = try program()
    defer { program.remove() }
    _ = try program.run("import", "leads.csv")
    let backup = try program.run("backup", "--out", "copy.db")
    #expect(backup.code == 0, "\(backup.errors)")
    #expect(backup.output.contains("3 leads, 0 events"))
    _ = try program.run("import", "events.csv")
    let there = try program.run("restore", "copy.db")
    #expect(there.code == 2)
    #expect(there.errors.contains("--replace"))
    let restored = try program.run("restore", "copy.db", "--replace")
    #expect(restored.code == 0, "\(restored.errors)")
    #expect(restored.output.contains("3 leads, 0 events"))
    #expect(try program.run("import", "events.csv").output.contains("3 events taken"))
    #expect(try program.run("restore", "copy.db", "--data", "new.db").code == 0)
    #expect(try program.run("doctor", "--data", "new.db").output.contains("the file is whole"))
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(left.filter { $0.contains("restoring") || $0.contains("replaced") || $0.contains("partial") } == [])
  }

  @Test func aDamagedCopyReplacesNothing() throws {
    let program = try program()
    defer { program.remove() }
    _ = try program.run("import", "leads.csv")
    _ = try program.run("backup", "--out", "copy.db")
    var bytes = try Data(contentsOf: program.folder.appending(path: "copy.db"))
    for index in 4096..<min(bytes.count, 40_000) { bytes[index] = 0x5A }
    try program.write("copy.db", bytes)
    let restored = try program.run("restore", "copy.db", "--replace")
    #expect(restored.code != 0)
    #expect(try program.run("import", "leads.csv").output.contains("3 known already"))
    #expect(try program.run("backup", "--out", "missing/copy.db").code == 1)
  }

  @Test func aLedgerInUseIsNotReplaced() throws {
    let program = try program()
    defer { program.remove() }
    _ = try program.run("import", "leads.csv")
    _ = try program.run("backup", "--out", "copy.db")
    let server = Process()
    server.executableURL = Program.executable
    server.arguments = ["serve", "--port", "0"]
    server.currentDirectoryURL = program.folder
    let errors = Pipe()
    server.standardError = errors
    try server.run()
    defer {
      server.terminate()
      server.waitUntilExit()
    }
    // It says when it listens.
    _ = errors.fileHandleForReading.availableData
    let restored = try program.run("restore", "copy.db", "--replace")
    #expect(restored.code == 1)
    #expect(restored.errors.contains("is in use"))
    // A server does not mind an import beside it.
    #expect(try program.run("import", "events.csv").output.contains("3 events taken"))
  }
}
