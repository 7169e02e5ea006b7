import Conditions
import Leads
import Testing

@Suite struct DerivedOperandTests {
  @Test(arguments: [
    "seniority(job_title) = 'vp'", "seniority(`Job Title`) in ('director', 'vp')", "employees(company_size) >= 200",
    "keyboard_walk(first_name) = true", "email_kind(email) is missing", "country(country) != 'de'",
    "length(department(job_title)) > 3", "seniority(a) = department(b)",
  ])
  func conditionsOnThemPrintAsTheyAreWritten(text: String) throws {
    #expect(try Condition.parsed(text).description == text)
    #expect(try Condition.parsed(Condition.parsed(text).description) == Condition.parsed(text))
  }

  @Test func theyAreAttributesOfTheirOwn() throws {
    let condition = try Condition.parsed("seniority(job_title) = 'VP' and Employees(size) > 10 and uncapitalised(name)")
    #expect(condition.attributes == ["seniority(job_title)", "employees(size)", "uncapitalised(name)"])
    #expect(DerivedAttribute(named: "seniority(job_title)") == DerivedAttribute(.seniority, of: "job_title"))
    #expect(DerivedAttribute(named: "seniority") == nil && DerivedAttribute(named: "rank(job_title)") == nil)
  }

  @Test(arguments: [
    ("seniority(job_title) = 'directer'", "seniority(...) never gives 'directer'", "did you mean 'director'?"),
    ("email_kind(email) in ('business', 'persnal')", "never gives 'persnal'", "did you mean 'personal'?"),
    ("country(country) = 'Germany'", "never gives 'germany'", "write 'DE'"),
    ("seniority(job_title) > 3", "is a text and is compared with a number", nil),
    ("employees(size) = 'many'", "is a number and is compared with a text", nil),
    ("employees(size)", "is a number and is compared with a flag", nil),
    ("keyboard_walk(name) = 'yes'", "is a flag and is compared with a text", nil),
    ("seniority(department(x)) = 'vp'", "not from another function's value", nil),
    ("seniority(domain(email)) = 'vp'", "not from another function's value", nil),
    ("age(seniority(x)) > 3d", "cannot be taken of seniority(...)", nil),
    ("seniorty(job_title) = 'vp'", "there is no function \"seniorty\"", "did you mean seniority?"),
    ("seniority() = 'vp'", "expected an attribute", nil), ("seniority('vp') = 'vp'", "needs an attribute", nil),
  ])
  func whatCannotHoldIsAnError(text: String, message: String, hint: String?) throws {
    let issue = #expect(throws: ConditionIssue.self) { try Condition.parsed(text) }
    #expect(issue?.message.contains(message) == true, "\(issue?.message ?? "")")
    if let hint { #expect(issue?.hint == hint) }
  }

  @Test func eventsHaveNone() {
    let issue = #expect(throws: ConditionIssue.self) {
      try Condition.parsed("country(place) = 'DE'", Condition.Vocabulary(noun: "property"))
    }
    #expect(issue?.message == "country(...) is worked out for leads only")
  }
}
