import Testing

@testable import Leads

@Suite struct EmailKindTests {
  @Test(arguments: [
    ("ada@acme.example", "business"), ("ada@gmail.com", "personal"), ("ADA@GMail.Com", "personal"),
    (" ada@gmail.com\n", "personal"), ("info@gmail.com", "personal"), ("info@acme.example", "role"),
    ("info@tum.de", "role"), ("ada@tum.de", "education"), ("info@mailinator.com", "disposable"),
    ("ada@anything.mailinator.com", "disposable"), ("ada@mit.edu", "education"), ("ada@cs.ox.ac.uk", "education"),
    ("ada@uni-example.de", "education"), ("ada@example.com", "business"),
  ])
  func theFirstThatFitsCounts(address: String, kind: String) {
    #expect(derived(.emailKind, address) == kind)
  }

  @Test(arguments: [
    ("ada@yahoo.co.uk", "personal"), ("ada@yahoo.com.br", "personal"), ("ada@yahoo.dk", "personal"),
    ("ada@outlook.io", "business"), ("ada@yahoo.example.com", "business"), ("ada@guerrillamail.xyz", "disposable"),
    ("ada@mytempmail.example", "disposable"), ("ada@tempmail-watch.example", "business"),
  ])
  func providersAreKnownByTheirFirstLabel(address: String, kind: String) {
    #expect(derived(.emailKind, address) == kind)
  }

  @Test(arguments: [
    "sales@acme.example", "Sales.UK@acme.example", "sales-de@acme.example", "info2@acme.example",
    "support+tickets@acme.example", "no-reply@acme.example", "vertrieb@acme.example", "accueil@acme.example",
    "büro@acme.example", "info.support@acme.example",
  ])
  func mailboxesOfTasksAreRoles(address: String) {
    #expect(derived(.emailKind, address) == "role")
  }

  @Test(arguments: [
    "salesman@acme.example", "pr.lee@acme.example", "ada.info@acme.example", "i@acme.example", "2@acme.example",
  ])
  func namesThatHoldSuchAWordAreNot(address: String) {
    #expect(derived(.emailKind, address) == "business")
  }

  @Test(arguments: [
    "ada", "ada@", "@acme.example", "ada@acme", "ada@@acme.example", "a@b@acme.example", "ada@acme..example",
    ".ada@acme.example", "ada.@acme.example", "a..b@acme.example", "ada@.acme.example", "ada@acme.example.",
    "ada b@acme.example", "ada@ac me.example", "ada@acme.test", "ada@acme.invalid", "ada@x.localhost",
    "ada@-acme.example", "ada@acme-.example", "ada@acme.c", "ada@192.168.0.1", "ada@ac_me.example",
    "ada\u{A0}b@acme.example", "\"a b\"@acme.example", "ada@acme.example, bob@acme.example", "<>", "mailto:",
  ])
  func whatMailCannotReachIsInvalid(address: String) {
    #expect(derived(.emailKind, address) == "invalid")
  }

  @Test(arguments: [
    ("Ada <ada@acme.example>", "business"), ("\"A, B\" <ada@gmail.com>", "personal"),
    ("mailto:ada@acme.example", "business"), ("MAILTO:ada@gmail.com", "personal"), ("Ada <ada>", "invalid"),
    ("o'hara+x@acme.example", "business"), ("ada@müller.example", "business"),
    ("ada@xn--mller-kva.example", "business"),
    ("ада@почта.рф", "business"),
  ])
  func theAddressMayBeWrapped(address: String, kind: String) {
    #expect(derived(.emailKind, address) == kind)
  }

  @Test(arguments: ["", " ", "\t\n"])
  func nothingIsMissing(text: String) {
    #expect(derived(.emailKind, text) == "")
  }

  /// 64 bytes before the `@`, 63 in a label, 254 in all.
  @Test func lengthsAreLimited() {
    func text(_ count: Int) -> String { String(repeating: "a", count: count) }
    #expect(derived(.emailKind, text(64) + "@acme.example") == "business")
    #expect(derived(.emailKind, text(65) + "@acme.example") == "invalid")
    #expect(derived(.emailKind, "a@" + text(63) + ".example") == "business")
    #expect(derived(.emailKind, "a@" + text(64) + ".example") == "invalid")
    let labels = [text(63), text(63), text(63)].joined(separator: ".")
    let address = text(64 - 10) + "@" + labels + ".example"
    #expect(address.utf8.count == 254 && derived(.emailKind, address) == "business")
    #expect(derived(.emailKind, "a" + address) == "invalid")
    #expect(derived(.emailKind, text(1_000_000) + "@acme.example") == "invalid")
    #expect(derived(.emailKind, String(repeating: "<", count: 1_000_000) + ">") == "invalid")
  }

  @Test func wordsOfTheVocabularyWin() {
    var words = Vocabulary()
    words[.emailKind, "business"] = ["gmail.com"]
    words[.emailKind, "disposable"] = ["@Acme.Example", "*.throw.example"]
    words[.emailKind, "role"] = ["roboter", "desk.two@"]
    #expect(derived(.emailKind, "ada@gmail.com", words) == "business")
    #expect(derived(.emailKind, "info@gmail.com", words) == "role")
    #expect(derived(.emailKind, "ada@acme.example", words) == "disposable")
    #expect(derived(.emailKind, "ada@sub.acme.example", words) == "business")
    #expect(derived(.emailKind, "ada@a.b.throw.example", words) == "disposable")
    #expect(derived(.emailKind, "ada@throw.example", words) == "business")
    #expect(derived(.emailKind, "Roboter@other.example", words) == "role")
    #expect(derived(.emailKind, "desk.two@other.example", words) == "role")
    #expect(derived(.emailKind, "roboter@yahoo.com", words) == "personal")
    #expect(derived(.emailKind, "ada@@gmail.com", words) == "invalid")
  }
}
