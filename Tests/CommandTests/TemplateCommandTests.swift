import Foundation
import Testing

/// `leadline template`
@Suite struct TemplateCommandTests {
  /// The names in the list: the first words of its indented lines.
  private func names(_ program: Program) throws -> [String] {
    try program.run("template", "list").output.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test func theListSaysWhomEachIsFor() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run("template", "list")
    #expect(run.code == 0 && run.errors == "", "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        """
        To begin with
          categories              For a first model that everybody understands - one number, four categories.

        """), "\(run.output)")
    #expect(
      run.output.contains("\nMoney and insurance\n  mortgage                For mortgage brokers"), "\(run.output)")
    #expect(try names(program).count >= 18)
    // What is listed is what can be asked for, and what it says of itself.
    for name in try names(program) {
      let shown = try program.run("template", "show", name).output
      let lines = shown.split(separator: "\n")
      #expect(lines.first == "leadline: 1", "\(name)")
      let summary = try #require(lines.first { $0.hasPrefix("description: ") }).dropFirst(13)
      #expect(run.output.contains("\(summary)\n"), "\(name)")
    }
  }

  @Test func whatIsUsedIsWhatIsShownAndCanBeChecked() throws {
    let program = try Program()
    defer { program.remove() }
    for name in try names(program) {
      let use = try program.run("template", "use", name, "--out", "\(name).yaml")
      #expect(use.code == 0, "\(use.errors)")
      #expect(use.output.contains("  leadline check \(name).yaml LEADS.csv --events EVENTS.csv\n"), "\(use.output)")
      #expect(try program.read("\(name).yaml") == program.run("template", "show", name).output)
      let check = try program.run("check", "\(name).yaml")
      #expect(check.code == 0, "\(check.errors)")
      #expect(check.output.contains("\(name).yaml: no errors, no warnings"), "\(check.output)")
    }
  }

  @Test func aFileThatIsThereStays() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("mine.yaml", "precious")
    let run = try program.run("template", "use", "bant", "--out", "mine.yaml")
    #expect(run.code == 2)
    #expect(run.errors.contains("--out mine.yaml: there is a file of this name already"), "\(run.errors)")
    #expect(run.errors.contains("--force"))
    #expect(try program.read("mine.yaml") == "precious")

    let forced = try program.run("template", "use", "bant", "--out", "mine.yaml", "--force")
    #expect(forced.code == 0, "\(forced.errors)")
    #expect(try program.read("mine.yaml") == program.run("template", "show", "bant").output)
  }

  @Test func pathsAreQuotedForTheShell() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run("template", "use", "bant", "--out", "it's mine.yaml")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("leadline check 'it'\\''s mine.yaml'\n"), "\(run.output)")
  }

  @Test(arguments: [
    (["show", "smb-sass"], "there is no template \"smb-sass\"", "did you mean smb-saas?"),
    (["use", "ecommerce", "--out", "m.yaml"], "there is no template \"ecommerce\"", "did you mean e-commerce?"),
    (["show", "saas"], "there is no template \"saas\"", "there are: "),
    (["show", "zzzzzzzzzzzz"], "there is no template", "leadline template list"),
    (["show", ""], "there is no template \"\"", "leadline template list"),
    (["use", "bant"], "--out", ""), (["use", "bant", "--out", ""], "--out must name a file", ""),
    (["use", "bant", "--out", "."], "this is a folder", ""), (["shew"], "shew", ""),
  ])
  func whatIsWrongIsSaid(arguments: [String], message: String, hint: String) throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["template"] + arguments)
    #expect(run.code == 2, "\(run.output)")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(hint.isEmpty || run.errors.contains(hint), "\(run.errors)")
    #expect(run.output == "")
    #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "m.yaml").path))
  }

  @Test func aFolderThatIsNotThereIsAFailure() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run("template", "use", "bant", "--out", "nowhere/m.yaml")
    #expect(run.code == 1)
    #expect(run.errors.contains("nowhere/m.yaml"), "\(run.errors)")
  }

  @Test func aVeryLongNameIsShownShort() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["template", "show", String(repeating: "x", count: 100_000)])
    #expect(run.code == 2 && run.errors.count < 300)
  }
}

/// What `profile` recommends exists.
@Suite struct TemplateHintTests {
  @Test func theTemplatesThatProfilesNameExist() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "l.csv",
      "id,company,job title,course,cart,trial,loan,policy,income\n1,Acme,CEO,a,b,c,d,e,f\n2,Bcme,CTO,a,b,c,d,e,f\n")
    let run = try program.run("profile", "l.csv", "--json")
    let profile = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let summary = try #require(profile?["summary"] as? [String: Any])
    let names = (summary["templates"] as? [[String: Any]])?.compactMap { $0["name"] as? String } ?? []
    #expect(Set(names).count == 7, "\(names)")
    for name in names { #expect(try program.run("template", "show", name).code == 0, "\(name)") }
  }
}
