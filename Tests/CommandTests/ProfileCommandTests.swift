import Foundation
import Testing

@Suite struct ProfileCommandTests {
  /// Thirty leads with some of what goes wrong.
  static let leads: String = {
    var text = "id,email,country,size,created_at\n"
    for row in 1...30 {
      let country = row <= 12 ? "Select" : row <= 20 ? "USA" : row <= 28 ? "U.S.A." : "Peru"
      let email = row == 30 ? "P1@acme.example" : "p\(row)@acme.example"
      text += "\(row == 29 ? 28 : row),\(email),\(country),\(row * 3),2025-0\(row % 9 + 1)-10\n"
    }
    return text
  }()

  @Test func aFileIsProfiledInSentencesAndATable() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("leads.csv", Self.leads)
    let run = try program.run("profile", "leads.csv", "--as-of", "2026-07-01", environment: ["COLUMNS": "100"])
    #expect(run.code == 0, "\(run.errors)")
    let text = run.output.replacingOccurrences(of: "\n    ", with: " ")
    #expect(text.hasPrefix("leads.csv: 30 leads in 5 columns, ids in \"id\"; findings: "))
    #expect(text.contains("12 of 30 leads (40 %) have no country; all of them say `Select`, the form's first entry"))
    #expect(text.contains("1 id in \"id\" stands in more than one row, which makes 1 lead too many."))
    #expect(text.contains("One value in \"country\" is spelt in several ways: `USA` (8) and `U.S.A.` (8)."))
    #expect(text.contains("2 leads are most likely only 1 person, going by the same e-mail address."))
    #expect(text.contains("3 to 90, half 24 to 69"))
    // The serious ones first, the table last.
    let order = ["To put right first", "Worth a look", "Good to know", "range or most frequent values"].compactMap {
      run.output.firstRange(of: $0)?.lowerBound
    }
    #expect(order.count == 4)
    #expect(order == order.sorted())
  }

  @Test(arguments: [40, 80, 140])
  func noLineIsWiderThanTheTerminal(width: Int) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("leads.csv", Self.leads)
    let run = try program.run("profile", "leads.csv", environment: ["COLUMNS": String(width)])
    #expect(run.code == 0, "\(run.errors)")
    // At 40 columns the table keeps its least widths.
    let limit = max(width, 66)
    for line in run.output.split(separator: "\n") { #expect(line.count <= limit, "\(line)") }
  }

  @Test func theProfileIsJSONWhenAskedFor() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("leads.csv", Self.leads)
    let run = try program.run("profile", "leads.csv", "--as-of", "2026-07-01", "--json")
    #expect(run.code == 0, "\(run.errors)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let summary = try #require(json["summary"] as? [String: Any])
    #expect(summary["rows"] as? Int == 30)
    #expect(summary["id_column"] as? String == "id")
    let columns = try #require(json["columns"] as? [[String: Any]])
    #expect(columns.map { $0["type"] as? String } == ["id", "email", "category", "number", "instant"])
    let spread = try #require(columns[3]["numbers"] as? [String: Any])
    #expect(spread["median"] as? Double == 45)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["kind"] as? String == "repeated_ids" && $0["severity"] as? String == "serious" })
  }

  @Test func rowsThatCannotBeReadAreAFinding() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("leads.csv", "id,email\n1,a@x.example\n2\n3,c@x.example\n")
    let run = try program.run("profile", "leads.csv")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("1 row cannot be read (too few values)"))
    #expect(run.output.contains("line 3"))
  }

  @Test func badInputIsRefusedWithAReason() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("leads.csv", "id,email\n")
    try program.write("good.csv", "id,email\n1,a@x.example\n")
    func refused(_ arguments: String..., because reason: String) throws {
      let run = try program.run(["profile"] + arguments)
      #expect(run.code == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(reason), "\(run.errors)")
    }
    try refused("leads.csv", because: "there are no rows in it, only a heading")
    try refused("nowhere.csv", because: "nowhere.csv")
    try refused("good.csv", "--id", "mail", because: "there is no column \"mail\"")
    try refused("good.csv", "--as-of", "soon", because: "this is not a moment")
    try refused("good.csv", "--delimiter", "::", because: "--delimiter")
    try refused("good.csv", "--threads", "0", because: "--threads must be between 1 and 256")
  }

  @Test func hostileTextDoesNotReachTheTerminal() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("leads.csv", "id,note\u{1B}[2J\n1,\u{1B}]0;owned\u{7}\n2,\u{202E}txt\n")
    let run = try program.run("profile", "leads.csv")
    #expect(run.code == 0, "\(run.errors)")
    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.output.contains("\u{202E}"))
  }

  @Test func threadsDoNotChangeAnything() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("leads.csv", Self.leads)
    let one = try program.run("profile", "leads.csv", "--as-of", "2026-07-01", "--json", "--threads", "1")
    let many = try program.run("profile", "leads.csv", "--as-of", "2026-07-01", "--json", "--threads", "4")
    #expect(one.output == many.output)
  }
}
