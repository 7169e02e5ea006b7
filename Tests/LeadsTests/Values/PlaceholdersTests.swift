import Testing

@testable import Leads

struct PlaceholdersTests {
  private func isPlaceholder(_ text: String, _ placeholders: Placeholders = .usual) -> Bool {
    placeholders.contains(text.utf8.span)
  }

  @Test(arguments: [
    "", " ", "\t\u{A0}", "Select", "select", " SELECT ", "n/a", "#N/A", "-", "--", "NULL", "Unknown", "(blank)",
    "(None)",
    "undefined",
  ])
  func knowsWhatExportsLeaveInEmptyFields(text: String) {
    #expect(isPlaceholder(text))
  }

  @Test(arguments: ["selected", "none", "0", "false", "---", "n / a", "nullable", "x", "unknown ", "?"])
  func everythingElseSaysSomething(text: String) {
    #expect(isPlaceholder(text) == (text == "unknown "))
  }

  @Test func othersCanBeNamed() {
    let placeholders = Placeholders(["Bitte wählen", "K.A."])
    #expect(isPlaceholder("bitte WÄHLEN ", placeholders))
    #expect(isPlaceholder("k.a.", placeholders))
    #expect(isPlaceholder("", placeholders))
    #expect(!isPlaceholder("Select", placeholders))
    #expect(!isPlaceholder("-", .onlyEmpty))
    #expect(isPlaceholder("  ", .onlyEmpty))
  }

  @Test func longTextsAreNone() {
    #expect(!isPlaceholder("Select " + String(repeating: "x", count: 1000)))
    #expect(isPlaceholder("Select " + String(repeating: " ", count: 1000)))
  }
}
