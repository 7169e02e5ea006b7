import Testing

@testable import Leads

@Suite struct EmailKeyTests {
  @Test(arguments: [
    ("Ada@Acme.Example", "ada@acme.example"),
    (" ada@acme.example\t", "ada@acme.example"),
    ("ada+crm@acme.example", "ada@acme.example"),
    ("ada+a+b@acme.example", "ada@acme.example"),
    ("a.d.a@gmail.com", "ada@gmail.com"),
    ("A.da+x@GoogleMail.com", "ada@gmail.com"),
    ("a.d.a@outlook.com", "a.d.a@outlook.com"),
    ("ada.n@gmail.com.example", "ada.n@gmail.com.example"),
    ("+ada@acme.example", "+ada@acme.example"),
    ("ada@müller.example", "ada@müller.example"),
    ("o'hara@acme.example", "o'hara@acme.example"),
  ])
  func waysToWriteAnAddressHaveOneMailbox(text: String, key: String) {
    #expect(EmailKey(text)?.text == key)
  }

  @Test(arguments: [
    "", "ada", "ada@", "@acme.example", "ada@acme", "ada@@acme.example", "ada@a@b.example", ".ada@acme.example",
    "ada.@acme.example", "a..da@acme.example", "ada@-acme.example", "ada@acme-.example", "ada@acme..example",
    "ada@acme.example.", "ada@192.168.0.1", "ada n@acme.example", "ada@ac me.example", "<ada@acme.example>",
    "ada,bob@acme.example", "N/A", "a@b.c", "ada@ac_me.example", ".@gmail.com",
  ])
  func whatIsNoAddressHasNone(text: String) {
    #expect(EmailKey(text) == nil)
  }

  @Test func lengthsAreLimited() {
    let local = String(repeating: "a", count: 64)
    #expect(EmailKey("\(local)@acme.example") != nil)
    #expect(EmailKey("\(local)a@acme.example") == nil)
    let label = String(repeating: "b", count: 63)
    #expect(EmailKey("ada@\(label).example") != nil)
    #expect(EmailKey("ada@\(label)b.example") == nil)
    #expect(EmailKey(String(repeating: "a", count: 1 << 20) + "@acme.example") == nil)
  }

  @Test func mailboxesOfTasksAndOfNobodyAreKnown() throws {
    #expect(try #require(EmailKey("Info@acme.example")).isRole)
    #expect(try #require(EmailKey("sales+web@acme.example")).isRole)
    #expect(try !#require(EmailKey("information.ada@acme.example")).isRole)
    #expect(try #require(EmailKey("none@none.com")).isJunk)
    #expect(try #require(EmailKey("Test@acme.example")).isJunk)
    #expect(try #require(EmailKey("xyz@xyz.com")).isJunk)
    #expect(try !#require(EmailKey("acme@acme.example")).isJunk)
    #expect(try !#require(EmailKey("ada@acme.example")).isJunk)
  }
}

@Suite struct PhoneKeyTests {
  @Test(arguments: [
    ("+49 (0)89 1234567", "0049891234567"),
    ("0049 89 123 45 67", "0049891234567"),
    ("0049 (0) 89 1234568", "0049891234568"),
    ("089 / 123-45.67", "0891234567"),
    ("(202) 555-0143", "2025550143"),
    ("+1 202 555 0143 ext. 12", "0012025550143"),
    ("+1 202 555 0143x12", "0012025550143"),
    ("202-555-0143; 202-555-0144", "2025550143"),
    ("202\u{A0}555\u{2011}0143", "2025550143"),
    ("(0)30 555 0143", "0305550143"),
  ])
  func numbersAreDigits(text: String, key: String) {
    #expect(PhoneKey(text)?.text == key)
  }

  @Test(arguments: [
    "", "123456", "+49 1234", "0000000000", "+1 1111111111", "1234567", "9876543210", "call me", "ext. 5551234",
    "555-0143 ask for Ada", "N/A", "1234509876123450987",
  ])
  func whatIsNoNumberHasNone(text: String) {
    #expect(PhoneKey(text) == nil)
  }

  @Test func sevenDigitsAreEnoughAndSixAreNot() {
    #expect(PhoneKey("5550143")?.text == "5550143")
    #expect(PhoneKey("555014") == nil)
    #expect(PhoneKey(String(repeating: "5550143", count: 150_000)) == nil)
  }
}

@Suite struct NameKeyTests {
  private func person(_ text: String) -> String? {
    NameKey.ofPerson(text.utf8.span).map { String(decoding: $0, as: UTF8.self) }
  }

  private func company(_ text: String) -> String? {
    NameKey.ofCompany(text.utf8.span).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func namesAreFoldedWordsWithoutAccents() {
    #expect(person("Dr. Zoë  O'Hara") == "zoe ohara")
    #expect(person("Northwind, Ada") == "ada northwind")
    #expect(person("Ada Northwind, PhD") == "ada northwind")
    #expect(person("Łukasz Żółć-Ørsted") == "lukasz zolc orsted")
    #expect(person("e\u{301}va groß") == "eva gross")
    #expect(person("Müller") != person("Mueller"))
    #expect(person("李 小龙") == "李 小龙")
  }

  @Test func whatIsNoNameHasNone() {
    #expect(person("") == nil)
    #expect(person("...") == nil)
    #expect(person("Mr.") == nil)
    #expect(person("a, b, c") == nil)
    #expect(person(String(repeating: "x", count: 200)) != nil)
    #expect(person(String(repeating: "x", count: 201)) == nil)
  }

  @Test func companiesLoseTheirLegalForm() {
    #expect(company("Müller & Söhne GmbH") == "muller sohne")
    #expect(company("Acme, Inc.") == "acme")
    #expect(company("Acme Co. Ltd") == "acme")
    #expect(company("Group") == "group")
    #expect(company("Self-employed") == nil)
    #expect(company("&") == nil)
  }

  @Test func websitesHaveDomains() {
    func domain(_ text: String) -> String? {
      DomainName.ofWebsite(text.utf8.span).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(domain("https://www.Acme.example/contact?x=1") == "acme.example")
    #expect(domain("acme.example:8080") == "acme.example")
    #expect(domain("//shop.acme.example#top") == "shop.acme.example")
    #expect(domain("acme") == nil)
    #expect(domain("n/a") == nil)
    #expect(domain(String(repeating: "a", count: 1 << 20)) == nil)
  }

  @Test func sharedDomainsAreKnown() {
    func isShared(_ text: String) -> Bool { DomainName.isShared(Array(text.utf8)[...]) }
    #expect(isShared("gmail.com"))
    #expect(isShared("yahoo.co.uk"))
    #expect(isShared("web.de"))
    #expect(isShared("linkedin.com"))
    #expect(!isShared("acme.example"))
    #expect(!isShared("outlook.consulting.example"))
  }
}
