import Testing

@testable import Leads
@testable import Profiling

@Suite struct ValueFindingTests {
  private func repeated(_ values: [String], _ count: Int) -> [String] { (0..<count).map { values[$0 % values.count] } }

  @Test func textsThatStandForNothingAreNamed() throws {
    let values = repeated(["Ada", "Bob", "Cleo", "Dora", "test", "xxx", "asdf", "."], 80)
    let finding = try #require(try profile("first_name", values).findings(.placeholders).first)
    #expect(
      finding.sentence
        == "40 of 80 leads (50 %) have a value in \"first_name\" that looks as if it stood for nothing: `test` (10), `xxx` (10), `asdf` (10) and `.` (10)."
    )
    #expect(finding.examples.first == FindingExample(line: 6, text: "test"))
  }

  @Test(
    arguments: [
      ("test", nil), ("TEST ", nil), ("0000-00-00", nil), ("1900-01-01", nil), ("none@none.com", nil), ("???", nil),
      ("{{lead.company}}", nil), ("aaaa", nil), ("not set", nil), ("na", "city"),
    ] as [(String, String?)])
  func suspiciousTextsAreKnown(text: String, attribute: String?) throws {
    #expect(isSuspicious(text, attribute))
  }

  @Test(
    arguments: [("NA", "country"), ("Testa", nil), ("Ada", nil), ("www", nil), ("0", nil), ("aa", nil)]
      as [(String, String?)])
  func honestTextsAreNot(text: String, attribute: String?) {
    #expect(!isSuspicious(text, attribute))
  }

  @Test func ninesStandOutBeyondAllOthers() throws {
    let values = (0..<50).map { String($0 + 1) } + ["999999", "999999"]
    let column = try #require(try profile("budget", values).column("budget"))
    #expect(column.suspicious == [ValueCount(text: "999999", count: 2)])
    // Among others of its size it is a number like any.
    let near = (0..<50).map { String(990_000 + $0 * 300) } + ["999999"]
    #expect(try profile("budget", near).column("budget")?.suspicious == [])
  }

  @Test func outliersLieBeyondThreeInterquartileRanges() throws {
    // 1 to 199 and one more: quartiles 50 and 150, so the fence stands at 150 + 3 · 100.
    func found(_ value: Int) throws -> [Finding] {
      try profile("size", (1...199).map(String.init) + [String(value)]).findings(.outliers)
    }
    #expect(try found(450).isEmpty)
    let finding = try #require(try found(451).first)
    #expect(finding.count == 1)
    #expect(
      finding.sentence
        == "1 value in \"size\" lies far from all others, the farthest being `451`, while half of them lie between 50 and 150."
    )
    #expect(finding.examples == [FindingExample(line: 201, text: "451")])
  }

  @Test func moreThanOnePercentAreNoOutliers() throws {
    let values = (1...196).map(String.init) + ["9001", "9002", "9003", "9004"]
    #expect(try profile("size", values).findings(.outliers).isEmpty)
  }

  @Test func aNumberFarMoreFrequentThanTheNextSticksOut() throws {
    let values = (1...40).flatMap { [String($0), String($0)] } + repeated(["0"], 10)
    let finding = try #require(try profile("visits", values).findings(.defaultNumber).first)
    #expect(
      finding.sentence
        == "10 of 90 rows (11 %) have 0 in \"visits\", while no other number occurs more than 2 times.")
    let nine = (1...40).flatMap { [String($0), String($0)] } + repeated(["0"], 9)
    #expect(try profile("visits", nine).findings(.defaultNumber).isEmpty)
  }

  @Test func waysToWriteANumberCountAsOne() throws {
    let values = (1...40).flatMap { [String($0), String($0)] } + repeated(["0", "0.0"], 10)
    let finding = try #require(try profile("visits", values).findings(.defaultNumber).first)
    #expect(finding.count == 10)
    // Nineteen distinct numbers are too few for one to stick out.
    let few = (1...18).flatMap { [String($0), String($0)] } + repeated(["0"], 20)
    #expect(try profile("visits", few).findings(.defaultNumber).isEmpty)
    let enough = (1...19).flatMap { [String($0), String($0)] } + repeated(["0"], 20)
    #expect(try profile("visits", enough).findings(.defaultNumber).count == 1)
  }

  @Test func unitsAreNamedForWhatTheyAre() throws {
    let values = repeated(["5", "17", "40", "60", "80", "90", "11-50", "1k+"], 40)
    let finding = try #require(try profile("Employees", values).findings(.units).first)
    #expect(
      finding.sentence
        == "10 of 40 values in \"Employees\" have a unit or a range beside the number: `11-50` and `1k+`.")
    #expect(finding.advice.contains("employees(company_size)"))
  }

  @Test func whatIsNotOfTheTypeIsNamed() throws {
    let values = (0..<98).map(String.init) + ["ask later", "soon"]
    let finding = try #require(try profile("budget", values).findings(.misfits).first)
    #expect(finding.sentence == "2 of 100 values in \"budget\" are not a number, such as `ask later`.")
    #expect(finding.severity == .doubtful)
    #expect(finding.examples.map(\.line) == [100, 101])
  }

  @Test func keyboardWalksAreToldApartFromTextsThatAreSuspiciousAnyway() throws {
    let values = (0..<98).map { "Person \($0)" } + ["qwertzuiop", "asdf"]
    let finding = try #require(try profile("last_name", values).findings(.keyboardWalks).first)
    #expect(
      finding.sentence
        == "1 of 100 leads (1 %) has a text in \"last_name\" that was typed by running over the keyboard, such as `qwertzuiop`."
    )
    #expect(finding.advice.contains("keyboard_walk(last_name)"))
  }

  @Test func kindsOfAddressesAreCounted() throws {
    let values = (0..<10).map { "p\($0)@acme.example" } + ["ada@gmail.com", "info@acme.example"]
    #expect(
      try profile("email", values).findings(.emailKinds).map(\.sentence)
        == ["Of 12 addresses in \"email\" 1 (8.3 %) is personal and 1 (8.3 %) is shared by a team."])
  }

  @Test func countriesAreComparedByWhatTheyMean() throws {
    let values = Array(repeating: "Germany", count: 10) + ["DE", "Deutschland", "France"]
    let finding = try #require(try profile("country", values).findings(.spellings).first)
    #expect(
      finding.sentence
        == "One value in \"country\" is spelt in several ways: `Germany` (10), `DE` (1) and `Deutschland` (1).")
    #expect(finding.advice.contains("country(country)"))
  }

  @Test func brokenAddressesAreNamed() throws {
    let values = (0..<99).map { "p\($0)@acme.example" } + ["ada@acme"]
    let finding = try #require(try profile("email", values).findings(.brokenEmails).first)
    #expect(
      finding.sentence == "1 of 100 texts in \"email\" is no address that mail could reach, such as `ada@acme`.")
    #expect(finding.severity == .doubtful)
    let more = (0..<98).map { "p\($0)@acme.example" } + ["ada@acme", "bob@"]
    #expect(try profile("email", more).findings(.brokenEmails).first?.severity == .serious)
  }
}

@Suite struct TextFindingTests {
  @Test func spellingsOfOneValueAreFound() throws {
    let values = Array(repeating: "USA", count: 12) + ["usa ", "usa ", "U.S.A.", "Peru", "Chile"]
    let finding = try #require(try profile("region_name", values).findings(.spellings).first)
    #expect(
      finding.sentence
        == "One value in \"region_name\" is spelt in several ways: `USA` (12), `usa␣` (2) and `U.S.A.` (1).")
    #expect(finding.count == 3)
    #expect(finding.severity == .doubtful)
  }

  @Test func caseAndSpacesAloneAreOnlyANote() throws {
    let values = Array(repeating: "Retail", count: 12) + ["retail", " Retail", "Health"]
    let result = try profile("sector_name", values)
    let finding = try #require(result.findings(.spellings).first)
    #expect(finding.severity == .note)
    #expect(
      finding.sentence
        == "2 values in \"sector_name\" differ from others only in capitals or spaces, such as `Retail`, `retail` and `␣Retail`."
    )
    #expect(result.findings(.spaces).map(\.count) == [1])
  }

  @Test(arguments: [
    ("C", "C++"), ("1-10", "110"), ("Müller", "Mueller"), ("<10", "10"), ("1.5", "15"), ("-5", "5"), ("é", "e"),
  ])
  func differentValuesStayApart(a: String, b: String) {
    #expect(spellingKey(a) != spellingKey(b))
  }

  @Test(arguments: [
    ("USA", "u.s.a."), ("e-mail", "E Mail"), ("11-50", "11 – 50"), ("Ärzte", "ärzte "), ("a\u{A0}b", "AB"),
  ])
  func waysToWriteOneValueAreTheSame(a: String, b: String) {
    #expect(spellingKey(a) == spellingKey(b))
  }

  @Test func damagedTextsAreShownAsTheyWere() throws {
    let values = ["MÃ¼ller", "Zoë", "Jos\u{FFFD}", "Ã‰ric"] + (0..<40).map { "Person \($0)" }
    let finding = try #require(try profile("last_name", values).findings(.damagedText).first)
    #expect(
      finding.sentence
        == "3 texts in \"last_name\" were damaged by a wrong encoding, such as `MÃ¼ller` for `Müller`.")
    #expect(finding.count == 3)
    #expect(finding.severity == .serious)
  }

  @Test(arguments: [("MÃ¼ller", "Müller"), ("Ã‰ric", "Éric"), ("itâ€™s", "it’s"), ("GrÃ¶ÃŸe", "Größe")])
  func mojibakeIsRecognisedAndRepaired(damaged: String, whole: String) {
    #expect(isDamaged(damaged))
    #expect(Mojibake.repaired(damaged) == whole)
    #expect(!isDamaged(whole))
  }

  @Test(arguments: ["SÃO PAULO", "São Paulo", "Ångström", "naïve", "Ã", "", "Â", "10 €"])
  func honestTextIsNotDamaged(text: String) {
    #expect(!isDamaged(text))
  }

  @Test func capitalsInAddressesAreCounted() throws {
    let values = (0..<20).map { $0 < 3 ? "P\($0)@acme.example" : "p\($0)@acme.example" }
    #expect(
      try profile("email", values).findings(.capitals).map(\.sentence)
        == ["3 addresses in \"email\" have capitals, such as `P0@acme.example`."])
    let all = (0..<20).map { "P\($0)@ACME.EXAMPLE" }
    #expect(try profile("email", all).findings(.capitals).isEmpty)
  }
}
