import Testing

@testable import Leads
@testable import Profiling

@Suite struct FileFindingTests {
  @Test func repeatedIDsAreSeriousAndShowTheSecondRow() throws {
    let result = try profile(["id", "email"], [["1", "a@x.example"], ["2", ""], ["1", ""], ["1", ""]])
    let finding = try #require(result.findings(.repeatedIDs).first)
    #expect(finding.severity == .serious)
    #expect(finding.count == 2)
    #expect(finding.sentence == "1 id in \"id\" stands in more than one row, which makes 2 leads too many.")
    #expect(finding.examples == [FindingExample(line: 4, text: "1")])
  }

  @Test func missingIDsAreSerious() throws {
    let result = try profile(["id", "email"], [["1", "a@x.example"], ["", "b@x.example"]])
    #expect(result.findings(.missingIDs).map(\.sentence) == ["1 of 2 leads (50 %) has no id in \"id\"."])
  }

  @Test func aFileWithoutIDsIsProfiledAllTheSame() throws {
    let result = try profile(["colour"], [["red"], ["red"], ["blue"]])
    #expect(result.summary.idColumn == nil)
    #expect(result.findings(.missingIDs).map(\.severity) == [.doubtful])
    #expect(result.columns.map(\.distinct) == [2])
  }

  @Test func theUserMayNameTheIDs() throws {
    let result = try profile(["Code", "x"], [["1", "a"], ["1", "b"]], id: "code")
    #expect(result.summary.idColumn == "Code")
    #expect(result.findings(.repeatedIDs).count == 1)
    #expect(throws: FileProblem.self) { try profile(["a"], [["1"]], id: "b") }
  }

  @Test func duplicatesAreSaidWithTheirEvidence() throws {
    let rows = (0..<50).map { ["\($0)", $0 == 7 ? "P3@acme.example" : "p\($0)@acme.example"] }
    let finding = try #require(try profile(["id", "email"], rows).findings(.duplicates).first)
    #expect(finding.sentence == "2 leads are most likely only 1 person, going by the same e-mail address.")
    #expect(finding.count == 1)
    #expect(finding.severity == .serious)
    #expect(finding.examples == [FindingExample(line: 9, text: "same e-mail address as line 5: p3@acme.example")])
    let more = rows + [["50", "p50@acme.example"]]
    #expect(try profile(["id", "email"], more).findings(.duplicates).first?.severity == .doubtful)
  }

  @Test func anAddressOfManyIsNoDuplicate() throws {
    let result = try profile(["id", "email"], (0..<60).map { ["\($0)", "walkin@acme.example"] })
    #expect(result.findings(.duplicates).isEmpty)
    let shared =
      "60 leads have in common the same e-mail address, `walkin@acme.example`, which is too many to be one person."
    #expect(result.findings(.sharedContacts).map(\.sentence) == [shared])
  }

  @Test func constantsAreNamedTogether() throws {
    let result = try profile(["id", "a", "b"], (0..<40).map { ["\($0)", "No", $0 == 0 ? "Yes" : "No"] })
    #expect(
      result.findings(.constants).map(\.sentence)
        == ["\"a\" (`No`) has the same value in every row, so it cannot tell rows apart."])
    #expect(
      result.findings(.nearlyConstant).map(\.sentence)
        == ["\"b\" (`No`, 98 %) has one value in more than 95 % of the rows."])
    // Exactly 95 % is not more.
    let less = try profile(["id", "b"], (0..<40).map { ["\($0)", $0 < 2 ? "Yes" : "No"] })
    #expect(less.findings(.nearlyConstant).isEmpty)
  }

  @Test func namesThatReadAlikeAreNamed() throws {
    let result = try profile(["id", "E-mail", "email", ""], [["1", "a@x.example", "", "x"]])
    let findings = result.findings(.heading)
    #expect(findings.contains { $0.sentence.contains("\"E-mail\" (column 2) and \"email\" (column 3)") })
    #expect(findings.contains { $0.sentence == "The heading has no name for column 4." })
  }

  @Test func rowsThatCannotBeReadComeFirst() throws {
    let reject = Reject(path: "x.csv", line: 7, reason: .tooFewValues(found: 1, expected: 2), record: "lonely")
    let result = try Profile(
      of: rowTable(["id"], [["1"], ["1"]]), settings: ProfileSettings(asOf: testMoment),
      rejects: [.init(name: "too few values", keepsRecord: false, count: 3, examples: [reject])])
    #expect(
      result.findings.first?.sentence
        == "3 rows cannot be read (too few values): 1 values where the heading has 2 columns.")
    #expect(result.findings.first?.examples == [FindingExample(line: 7, text: "lonely")])
  }

  @Test func findingsComeBySeverity() throws {
    let result = try profile(
      ["id", "email", "colour"],
      (0..<100).map { ["\($0 % 99)", $0 < 40 ? "" : "p\($0)@x.example", $0 < 60 ? "" : "r\($0 % 2)"] })
    #expect(result.findings.map(\.severity) == result.findings.map(\.severity).sorted())
    #expect(result.findings.first?.kind == .repeatedIDs)
  }

  @Test func threadsDoNotMatter() throws {
    let rows = (0..<300).map {
      ["\($0)", "p\($0 % 290)@acme.example", ["USA", "usa", "U.S.A."][$0 % 3], "\($0 * $0)"]
    }
    let one = try profile(["id", "email", "region name", "size"], rows)
    let many = try profile(["id", "email", "region name", "size"], rows, threads: 4)
    #expect(one.findings == many.findings)
    #expect(!one.findings.isEmpty)
  }

  @Test func anEmptyTableHasNothingToSayOfItsRows() throws {
    let result = try profile(["id", "email"], [])
    #expect(result.columns.map(\.type) == [.empty, .empty])
    #expect(result.findings.allSatisfy { $0.kind == .heading })
  }
}

@Suite struct FileSummaryTests {
  @Test func everyRecognisedAttributeIsFoundByItsOwnName() throws {
    let names = RecognisedColumns.attributes
    let columns = try RecognisedColumns(
      FileHeading(path: "x.csv", columns: names, isOpen: false), ProfileSettings(asOf: testMoment))
    for (index, name) in names.enumerated() { #expect(columns.column(name) == index, "\(name)") }
  }

  @Test func leadsAreRecognisedWithWhatCanBeWorkedOut() throws {
    let result = try profile(
      ["Lead ID", "E-mail", "Job Title", "No. of Employees"],
      [["1", "a@x.example", "CEO", "5"], ["2", "b@x.example", "CTO", "7"]])
    #expect(result.summary.subject == .leads)
    #expect(result.summary.recognised.map(\.attribute) == ["email", "job_title", "company_size"])
    #expect(result.summary.recognised[1].derived == ["seniority(job_title)", "department(job_title)"])
    #expect(result.summary.templates.map(\.name) == ["b2b-six-parts"])
  }

  @Test func eventsAreRecognisedByLeadsThatComeBack() throws {
    let rows = (0..<40).map { ["\($0 % 8)", $0 % 2 == 0 ? "page_view" : "email_open", "2025-07-\(10 + $0 % 20)"] }
    let result = try profile(["lead_id", "type", "at"], rows)
    #expect(result.summary.subject == .events)
    #expect(result.findings(.repeatedIDs).isEmpty)
    #expect(result.findings(.duplicates).isEmpty)
  }

  @Test func aLeadsFileWithNamesAndDatesIsNotOneOfEvents() throws {
    let rows = (0..<40).map { ["\($0)", "p\($0)@x.example", "Person \($0)", "2025-07-\(10 + $0 % 20)"] }
    #expect(try profile(["id", "email", "name", "created date"], rows).summary.subject == .leads)
  }

  @Test func accountsAndOtherRecordsAreToldApart() throws {
    #expect(try profile(["id", "Company"], [["1", "Acme"], ["2", "Brightwater"]]).summary.subject == .accounts)
    #expect(try profile(["id", "colour"], [["1", "red"], ["2", "blue"]]).summary.subject == .records)
  }

  @Test func outcomesAreFlagsOfSuchAName() throws {
    #expect(try profile("Converted", ["0", "1", "0"]).summary.outcomes == ["Converted"])
    #expect(try profile("Converted", (0..<30).map { "note \($0)" }).summary.outcomes == [])
  }
}
