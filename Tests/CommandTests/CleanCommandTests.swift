import Foundation
import Testing

@Suite struct CleanCommandTests {
  static let leads = """
    Id,First Name,Email,Title,Country,Employees,Comment
    1,ada ,ADA@acme.example,"Sr. VP,  Mktg",Deutschland,11-50,Select
    2,asdf,info@acme.example,N/A,,1k+,"two
    lines"
    3,Mu\u{308}ller,x,\u{A0}Head of IT,USA,-,a\u{200B}b
    """

  private func cleaned(_ arguments: String..., text: String = leads) throws -> (rows: [[String]], run: Program.Outcome)
  {
    let program = try Program()
    defer { program.remove() }
    try program.write("l.csv", text)
    try program.write(
      "m.yaml",
      "leadline: 1\nmissing: [x]\nvocabulary: { email_kind: { personal: [acme.example] } }\nscores: { s: { rules: [ { name: R, when: a = 'b', points: 1 } ] } }\n"
    )
    let run = try program.run(["clean", "l.csv", "--out", "c.csv"] + arguments)
    let rows = (try? program.read("c.csv"))?.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return (rows ?? [], run)
  }

  @Test func valuesAreTidiedAndCompanionsAdded() throws {
    let (rows, run) = try cleaned()
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      rows[0] == [
        "Id", "First Name", "Email", "Title", "Country", "Employees", "Comment", "email_kind", "email_domain",
        "seniority", "department", "country_code", "employees_least", "keyboard_walk", "uncapitalised", "repeated",
      ])
    // The title has a comma, so that its cell is two here.
    #expect(
      rows[1] == [
        "1", "ada", "ADA@acme.example", "\"Sr. VP", " Mktg\"", "Deutschland", "11-50", "", "business", "acme.example",
        "vp", "marketing", "DE", "11", "false", "true", "false",
      ])
    #expect(
      rows[2] == [
        "2", "asdf", "info@acme.example", "", "", "1k+", "two lines", "role", "acme.example", "", "", "", "1000",
        "true",
        "true", "false",
      ])
    #expect(rows[3][1] == "Müller" && rows[3][1].unicodeScalars.count == 6)
    #expect(rows[3][3] == "Head of IT" && rows[3][5] == "" && rows[3][6] == "ab")
    #expect(rows[3][7...] == ["invalid", "", "director", "it", "US", "", "false", "false", "false"])
    #expect(run.errors.contains("3 rows written to c.csv: 6 values tidied, 3 placeholders emptied"), "\(run.errors)")
  }

  @Test func columnsAreAddedByNameAndModelsKnowMoreWords() throws {
    let (rows, run) = try cleaned("--add", "rank=seniority(Title)", "--add", "email_kind(email)", "--model", "m.yaml")
    #expect(run.code == 0, "\(run.errors)")
    #expect(rows[0].suffix(2) == ["rank", "email_kind"])
    #expect(rows[1].suffix(2) == ["vp", "personal"] && rows[3][2].isEmpty && rows[3].suffix(1) == [""])
  }

  @Test func aColumnOfTheSameNameStays() throws {
    let (rows, _) = try cleaned(text: "id,title,seniority\n1,CEO,low\n")
    #expect(
      rows == [
        ["id", "title", "seniority", "seniority_worked_out", "department"],
        ["1", "CEO", "low", "c-level", "executive"],
      ])
  }

  @Test func jsonLinesAreWrittenWithoutWhatIsMissing() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("l.jsonl", "{\"id\":1,\"title\":\" CEO \",\"x\":\"N/A\"}\n{\"id\":2}\n")
    let run = try program.run("clean", "l.jsonl", "--out", "c.jsonl")
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      try program.read("c.jsonl") == """
        {"id":"1","title":"CEO","seniority":"c-level","department":"executive"}
        {"id":"2"}

        """)
  }

  @Test(arguments: [
    (["--add", "rank=senority(Title)"], "did you mean seniority?"),
    (["--add", "seniority(Titel)"], "did you mean \"Title\"?"),
    (["--add", "Title"], "no function of a column"), (["--add", "Id=seniority(Title)"], "a column \"Id\" already"),
    (["--add", "seniority(Title)", "--add", "seniority(Title)"], "a column \"seniority\" already"),
    (["--out", "l.csv"], "is the same file as"), (["--out", "l.txt"], "must end in .csv or .jsonl"),
    (["--add", "=(Title)"], "there is no function \"\""), (["--model", "none.yaml"], "there is no such file"),
  ])
  func whatIsWrongIsSaidAndNothingWritten(arguments: [String], message: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("l.csv", Self.leads)
    let run = try program.run(
      ["clean", "l.csv"] + (arguments.contains("--out") ? [] : ["--out", "c.csv"]) + arguments)
    #expect(run.code == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect((try? program.read("c.csv")) == nil)
    #expect(try program.read("l.csv") == Self.leads)
  }

  /// An address and a title of a megabyte each; nothing can be said of such a title.
  @Test func valuesOfAMegabyteAreTaken() throws {
    let long = String(repeating: "a", count: 1 << 20)
    let (rows, run) = try cleaned(text: "id,email,title\n1,\(long)@acme.example,\(long) vp\n")
    #expect(run.code == 0, "\(run.errors.prefix(300))")
    #expect(rows.last?.dropFirst(3) == ["invalid", "acme.example", "", ""])
  }
}
