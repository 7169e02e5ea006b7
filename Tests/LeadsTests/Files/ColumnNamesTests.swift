import TestSupport
import Testing

@testable import Leads

struct ColumnNamesTests {
  private func heading(_ text: String) throws -> FileHeading {
    let file = try TemporaryFile(text + "\n")
    return try RecordFile(path: file.path).heading
  }

  @Test func findsTheColumnsOfRealExports() throws {
    let cases = try ConformanceCase.all(in: "columns/headings.csv")
    #expect(cases.count >= 18)
    for row in cases {
      let file = try TemporaryFile(row["heading"] + "\n")
      let leads = try LeadFile(path: file.path)
      #expect(leads.idColumn == row["id"], "\(row)")
      for attribute in ["email", "created_at"] {
        let index = try leads.heading.column(ofAttribute: attribute)
        #expect(index.map { leads.heading.columns[$0] } ?? "" == row[attribute], "\(row)")
      }
    }
  }

  @Test(arguments: ["Company Size", "company_size", "companySize", " COMPANY-SIZE ", "Company size?", "company.size"])
  func spellingDoesNotCount(name: String) throws {
    #expect(ColumnNames.key(name) == "companysize")
    #expect(try heading("id,\(name)").column(ofAttribute: "company_size") == 1)
  }

  @Test func lettersAndDigitsOfAnyLanguageCount() {
    #expect(ColumnNames.key("Größe (m²)") == "größem²")
    #expect(ColumnNames.key("会社 名") == "会社名")
    #expect(ColumnNames.key("🙂 -") == "")
  }

  @Test func anExactNameGoesBeforeALikeOne() throws {
    let heading = try heading("id,Note,note,N.O.T.E")
    #expect(try heading.column(named: "note") == 2)
    #expect(try heading.column(named: "Note") == 1)
    #expect(try heading.column(ofAttribute: "note") == 2)
  }

  @Test func anAttributesOwnNameGoesBeforeTheUsualOnes() throws {
    #expect(try heading("id,work email,email").column(ofAttribute: "email") == 2)
    #expect(try heading("id,work email,mail").column(ofAttribute: "email") == 1)
    #expect(try heading("id,title").column(ofAttribute: "job_title") == 1)
    #expect(try heading("id,title").column(ofAttribute: "seniority") == nil)
  }

  @Test func headingsAreTrimmedAndUnquoted() throws {
    #expect(try heading(" id ,\" a b \",\"c\"\"d\",\"e\nf\",\u{A0}g").columns == ["id", "a b", "c\"d", "e\nf", "g"])
  }

  // MARK: Duplicate and empty headings

  @Test func aColumnTwiceIsAnErrorWhereItIsNeeded() throws {
    let text = "id,note,other,note\n1,a,b,c\n"
    let problem = #expect(throws: FileProblem.self) { try readLeads(text, [.text("note")]) }
    #expect(problem?.message == "the heading has \"note\" more than once (columns 2 and 4)")
    #expect(problem?.hint == "rename one of them, so that it is clear which one counts")
    #expect(try readLeads(text, [.text("other")]).texts("other") == ["b"])
  }

  @Test func columnsThatReadAlikeAreNamed() throws {
    let problem = #expect(throws: FileProblem.self) { try readLeads("id,E-mail,Email\n", [.text("email")]) }
    #expect(problem?.message == "the heading has \"E-mail\" and \"Email\", which read alike (columns 2 and 3)")
  }

  @Test func theIdTwiceIsAnError() throws {
    let problem = #expect(throws: FileProblem.self) { try readLeads("id,note,ID\n1,a,2\n") }
    #expect(problem?.message == "the heading has \"ID\" and \"id\", which read alike (columns 1 and 3)")
    #expect(try readLeads("id,note,ID\n1,a,2\n", id: "ID").ids == ["2"])
  }

  @Test func emptyHeadingsDoNotMatter() throws {
    let read = try readLeads(",id,,note,\n0,1,x,a,y\n", [.text("note"), .text("")])
    #expect(read.ids == ["1"])
    #expect(read.texts("note") == ["a"])
    #expect(read.table.columns.count == 1)
  }

  // MARK: The ids

  @Test func theUserMayNameTheIds() throws {
    #expect(try readLeads("id,Customer Code\n1,x\n", id: "Customer Code").ids == ["x"])
    #expect(try readLeads("id,Customer Code\n1,x\n", id: "customer_code").ids == ["x"])
  }

  @Test func aMisspeltColumnGetsASuggestion() throws {
    let problem = #expect(throws: FileProblem.self) { try readLeads("id,customer_code\n", id: "custmer_code") }
    #expect(problem?.message == "there is no column \"custmer_code\"")
    #expect(problem?.hint == "did you mean \"customer_code\"?")
    let other = #expect(throws: FileProblem.self) { try readLeads("id,,note\n", id: "zzzzzz") }
    #expect(other?.hint == "the file has: id, note")
  }

  @Test func withoutIdsTheEMailAddressesServe() throws {
    #expect(try readLeads("name,E-Mail\nAda,a@x.de\n").ids == ["a@x.de"])
    let problem = #expect(throws: FileProblem.self) { try readLeads("name,phone\nAda,1\n") }
    #expect(problem?.message == "no column looks like the ids of the leads")
    #expect(problem?.hint == "name it with --id COLUMN; the file has: name, phone")
  }
}
