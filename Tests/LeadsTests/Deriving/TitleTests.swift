import Testing

@testable import Leads

@Suite struct TitleTests {
  private func meaning(_ title: String, _ words: Vocabulary = Vocabulary()) -> String {
    "\(derived(.seniority, title, words)) \(derived(.department, title, words))"
  }

  @Test(arguments: [
    ("Sr. VP, Mktg", "vp marketing"), ("Head of IT", "director it"), ("Geschäftsführer", "c-level executive"),
    ("directeur commercial", "director sales"), ("Jefe de ventas", "manager sales"), ("Sales", " sales"),
    ("Chief Happiness Officer", "c-level hr"), ("Chief Widget Officer", "c-level "),
    ("Chief Engineer", "senior engineering"),
    ("Chief of Staff", "director executive"), ("Prokurist", "director "), ("Product Owner", "staff product"),
    ("Managing Partner", "owner executive"), ("Partner Manager", "manager sales"), ("Partner, Tax", "owner finance"),
    ("Student", "entry "), ("Lead Engineer", "senior engineering"), ("Team Lead", "manager "),
  ])
  func titlesHaveARankAndADepartment(title: String, expected: String) {
    #expect(meaning(title) == expected)
  }

  @Test(arguments: [
    ("Founder & CEO", "owner executive"), ("CTO / Co-founder", "owner it"),
    ("Managing Director, Head of Sales", "c-level sales"),
    ("Director of Sales & Marketing", "director sales"), ("Product Marketing Manager", "manager marketing"),
    ("Account Manager Education", "manager sales"), ("IT Recruiter", "staff hr"),
  ])
  func theHighestRankAndTheFirstOfJoinedDepartmentsCount(title: String, expected: String) {
    #expect(meaning(title) == expected)
  }

  @Test(arguments: [
    ("Assistant to the CEO", "staff administration"), ("CEO Assistant", "staff administration"),
    ("Assistentin der Geschäftsführung", "staff administration"),
    ("PA to the Managing Director", "staff administration"),
    ("Office of the CEO", " administration"), ("Director's Secretary", "staff administration"),
    ("Assistant Vice President", "vp "), ("Assistant Manager", "manager "),
  ])
  func whoServesAChiefIsNone(title: String, expected: String) {
    #expect(meaning(title) == expected)
  }

  @Test(arguments: [
    "former CEO", "ex-CEO", "Retired VP of Sales", "Geschäftsführer a.D.", "none", "n/a", "-", "", "😀", "🚀 %",
  ])
  func whoHasLeftAndNobodyHaveNeither(title: String) {
    #expect(meaning(title) == " ")
  }

  @Test(arguments: [
    ("Vertriebsleiter (m/w/d)", "director sales"), ("Geschaeftsfuehrerin", "c-level executive"),
    ("Softwareentwicklungsleiterin", "director engineering"), ("Försäljningschef", "manager sales"),
    ("Salgssjef", "manager sales"), ("Myyntijohtaja", "director sales"),
    ("Abteilungsleiter:in Einkauf", "manager procurement"),
  ])
  func compoundsAreTakenApart(title: String, expected: String) {
    #expect(meaning(title) == expected)
  }

  @Test(arguments: [
    ("Marketing Manger", "manager marketing"), ("Presidnet", "c-level executive"),
    ("Sofware Enginer", "staff engineering"),
    ("Direcotr of Finanse", "director finance"), ("C.E.O.", "c-level executive"),
    ("R&amp;D Director", "director research"),
  ])
  func slipsAreForgiven(title: String, expected: String) {
    #expect(meaning(title) == expected)
  }

  /// `Lender` is one letter from `leader`, `Directory` from `director`, and both are words.
  @Test(arguments: ["Lender", "Reader", "Directory", "Printer", "Sates"])
  func knownWordsAreNotTurnedIntoOthers(title: String) {
    #expect(derived(.seniority, title) == "")
  }

  @Test func everyRankAndDepartmentCanBeReached() {
    let titles = ["Intern", "Clerk", "Senior Analyst", "Manager", "Director", "VP", "CEO", "Owner"]
    #expect(titles.map { derived(.seniority, $0) } == Seniority.allCases.map(\.rawValue))
    #expect(Seniority.allCases.sorted() == Seniority.allCases)
    let departments = [
      "CEO", "Sales", "Marketing", "IT", "Software", "Product Management", "UX", "Finance", "HR", "Logistics", "Legal",
      "Customer Service", "Purchasing", "Data Science", "R&D", "Teacher", "Nurse", "Receptionist",
    ]
    #expect(departments.map { derived(.department, $0) } == Department.allCases.map(\.rawValue))
  }

  @Test func wordsOfTheVocabularyWin() {
    var words = Vocabulary()
    words[.seniority, "director"] = ["Bereichsleiter", "Chief Widget Officer"]
    words[.department, "Engineering"] = ["CTO", "widgets"]
    #expect(meaning("Bereichsleiter Vertrieb", words) == "director sales")
    #expect(meaning("Chief Widget Officer", words) == "director ")
    #expect(meaning("CTO", words) == " engineering")
    #expect(meaning("Head of Widgets", words) == "director engineering")
    #expect(meaning("Head of Sales", words) == "director sales")
  }

  /// A title of a thousand bytes is read; of a longer one nothing is said, in no time.
  @Test func longTitlesAreNoTitles() {
    #expect(derived(.seniority, "CEO " + String(repeating: "x", count: 996)) == "c-level")
    #expect(derived(.seniority, "CEO " + String(repeating: "x", count: 997)) == "")
    #expect(derived(.seniority, String(repeating: "sr. ", count: 250_000)) == "")
    #expect(derived(.department, String(repeating: "ä", count: 500_000)) == "")
  }
}
