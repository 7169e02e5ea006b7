import Foundation
import Testing

@Suite struct DedupeTests {
  static let model = """
    leadline: 1
    scores:
      fit: { range: 0..100, rules: [ { name: Senior, when: "title = 'vp'", points: 10 }, { name: Size, when: size >= 100, points: 5 } ] }
      engagement: { range: 0..100, rules: [ { name: Visit, on: visit, points: 1 } ] }
    """
  /// 1 and 2 share an address but for a tag; 2 and 4 a telephone number and family name: one chain of three.
  static let leads = """
    id,first_name,last_name,email,phone,title,size,created_at,updated_at
    1,Ada,Northwind,ada@acme.example,,clerk,200,2026-01-05,2026-02-01
    2,Ada,Northwind,ADA+news@acme.example,+1 202 555 0143,VP,,2026-01-01,2026-03-01
    3,Bo,Other,bo@acme.example,,vp,,2026-01-01,2026-01-01
    4,A.,Northwind,,001 202-555-0143,,5,2026-01-09,2026-01-09
    """
  static let events =
    "lead_id,type,at\n1,visit,2026-06-01\n2,visit,2026-06-02\n4,visit,2026-06-03\n3,visit,2026-06-03\n"

  private func program() throws -> Program {
    let program = try Program()
    try program.write("m.yaml", Self.model)
    try program.write("l.csv", Self.leads)
    try program.write("e.csv", Self.events)
    return program
  }

  /// The lead keeps id 2, created first; its title from 2, its size from 1, the newer of the known ones; all three visits.
  @Test func duplicatesBecomeOneLeadWithAllEvents() throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(
      "score", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--dedupe", "merged.csv",
      "--out",
      "s.csv")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.contains("merged: 2 records into 1 lead"), "\(run.errors)")
    let rows = try program.read("s.csv").split(separator: "\n").map {
      $0.split(separator: ",").prefix(3).joined(separator: ",")
    }
    #expect(rows == ["lead_id,fit,engagement", "2,15,3", "3,10,1"])
    let log = try program.read("merged.csv")
    #expect(log.hasPrefix("kept_id,merged_id,evidence,key,attribute,kept_value,dropped_value\n"))
    #expect(log.contains("2,1,same e-mail address,ada@acme.example,,,"))
    #expect(log.contains("same phone number"))
    #expect(log.contains(",title,VP,clerk") || log.contains("title,VP,clerk"), "\(log)")
  }

  @Test func aLeadIsExplainedByItsAlias() throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(
      "explain", "l.csv", "--lead", "4", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--dedupe",
      "merged.csv")
    #expect(run.code == 0 && run.output.hasPrefix("Lead 2"), "\(run.output)\(run.errors)")
  }

  /// The model has a name of its own for the column that tells duplicates, and for the one that tells outcomes.
  @Test func aColumnServesUnderSeveralNames() throws {
    let program = try program()
    defer { program.remove() }
    try program.write(
      "m.yaml",
      "leadline: 1\nscores: { s: { rules: [ { name: R, when: \"`Email Address` is known\", points: 1 }, { name: S, when: \"status = 'open'\", points: 2 } ] } }\nstages: [ { name: a, when: s >= 2 }, { name: b } ]\n"
    )
    try program.write(
      "l.csv", "id,Email Address,Lead Status\n1,x@acme.example,won\n2,X@acme.example,won\n3,y@acme.example,lost\n")
    let run = try program.run("score", "l.csv", "--model", "m.yaml", "--dedupe", "merged.csv")
    #expect(run.errors.contains("merged: 1 record into 1 lead"), "\(run.errors)")
    let comparison = try program.run("compare", "m.yaml", "m.yaml", "l.csv", "--outcome", "Lead Status")
    #expect(comparison.code == 0 && comparison.errors.contains("outcomes: 2 won, 1 lost"), "\(comparison.errors)")
  }

  @Test func withoutTheOptionNothingIsMerged() throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run("score", "l.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--out", "s.csv")
    #expect(run.code == 0 && !run.errors.contains("merged"))
    #expect(try program.read("s.csv").split(separator: "\n").count == 5)
  }

  /// Fifty leads with one address are taken for one person, fifty-one for a form that nobody checks.
  @Test(arguments: [(50, 1), (51, 51)]) func whatTooManyShareMergesNobody(count: Int, left: Int) throws {
    let program = try program()
    defer { program.remove() }
    try program.write("l.csv", "id,email,title,size\n" + (0..<count).map { "\($0),me@acme.example,vp,\n" }.joined())
    let run = try program.run("score", "l.csv", "--model", "m.yaml", "--dedupe", "merged.csv", "--out", "s.csv")
    #expect(try program.read("s.csv").split(separator: "\n").count == left + 1, "\(run.errors)")
    #expect(run.errors.contains("not merged: too many") == (left > 1), "\(run.errors)")
  }

  @Test(arguments: [
    (["--newest", "updated_at"], "--newest needs --dedupe"), (["--dedupe", "l.csv"], "is the same file as the leads"),
    (["--dedupe", "d.csv", "--newest", "updatedon"], "there is no column \"updatedon\""),
  ])
  func whatIsWrongIsSaid(arguments: [String], message: String) throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(["score", "l.csv", "--model", "m.yaml"] + arguments)
    #expect(run.code == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
