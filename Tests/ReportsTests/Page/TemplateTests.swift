import Testing

@testable import Reports

/// What all templates keep to.
@Suite struct TemplateTests {
  @Test(arguments: Page.templates.keys.sorted())
  func nothingIsInsertedUnescaped(name: String) throws {
    let template = try #require(Page.templates[name])
    #expect(!template.contains("{{{"))
    #expect(!template.contains("{{&"))
    #expect(!template.contains("CONTENT_TYPE"))
  }

  @Test(arguments: Page.templates.keys.sorted())
  func nothingIsLoadedOrRun(name: String) throws {
    let template = try #require(Page.templates[name]).lowercased()
    let forbiddenTexts = [
      "<script", "http:", "https:", "url(", "@import", "<link", "<img", "<iframe", "src=", "xlink", "style=\"",
      "onload", "onclick", "javascript",
    ]
    for forbidden in forbiddenTexts { #expect(!template.contains(forbidden), "\(forbidden)") }
  }

  @Test(arguments: Page.templates.keys.sorted())
  func everyAttributeIsQuoted(name: String) throws {
    let template = try #require(Page.templates[name])
    #expect(!template.contains("={{"))
    #expect(!template.contains("='"))
  }
}
