import Reports
import Testing

/// What people who do not see the page, or see it in another way, need.
@Suite struct AccessibilityTests {
  private let html = FullReport { "text of \($0)" }.html

  @Test func drawingsHaveATitleOrAreHidden() throws {
    let page = try Markup(html)
    let drawings = page.all("svg")
    #expect(drawings.count > 10)
    for drawing in drawings where drawing["aria-hidden"] != "true" {
      #expect(drawing["role"] == "img")
      let ids = try #require(drawing["aria-labelledby"]).split(separator: " ")
      #expect(ids.count == 2)
      for id in ids { #expect(page.elements.count { $0["id"] == String(id) } == 1) }
    }
  }

  @Test func everyTableHasACaptionAndScopedHeadings() throws {
    let page = try Markup(html)
    #expect(page.all("table").count == page.all("caption").count)
    #expect(page.all("table").count > 5)
    for heading in page.all("th") { #expect(heading["scope"] != nil) }
  }

  @Test func headingsDoNotSkipALevel() throws {
    let levels = try Markup(html).elements.compactMap { element in
      ["h1": 1, "h2": 2, "h3": 3, "h4": 4][element.name]
    }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
  }

  @Test func idsAreUniqueAndLinksLeadSomewhere() throws {
    let page = try Markup(html)
    let ids = page.elements.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    for link in page.all("a") {
      let target = try #require(link["href"])
      #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())))
    }
  }

  @Test func thePageSaysItsLanguageAndForbidsRequests() throws {
    let page = try Markup(html)
    #expect(page.all("html").first?["lang"] == "en")
    #expect(page.elements.contains { $0["http-equiv"] == "Content-Security-Policy" })
    #expect(page.all("script").isEmpty && page.all("link").isEmpty && page.all("img").isEmpty)
  }

  @Test func theSameDataMakeTheSamePage() { #expect(FullReport { "text of \($0)" }.html == html) }
}
