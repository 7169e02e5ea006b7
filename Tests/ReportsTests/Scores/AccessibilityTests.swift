import Reports
import Testing

/// What people who do not see the page, or see it in another way, need.
@Suite struct AccessibilityTests {
  /// The pages, by what they are about.
  static let pages: [String: String] = {
    let report = FullReport { "text of \($0)" }
    let card = FullCard { "text of \($0)" }
    return [
      "scores": report.html, "comparison": report.comparisonHTML, "card": card.html, "card of a trial": card.trialHTML,
    ]
  }()

  @Test(arguments: pages.keys.sorted())
  func drawingsHaveATitleOrAreHidden(of name: String) throws {
    let page = try Markup(#require(Self.pages[name]))
    let drawings = page.all("svg")
    #expect(drawings.count > 5)
    for drawing in drawings where drawing["aria-hidden"] != "true" {
      #expect(drawing["role"] == "img")
      let ids = try #require(drawing["aria-labelledby"]).split(separator: " ")
      #expect(ids.count == 2)
      for id in ids { #expect(page.elements.count { $0["id"] == String(id) } == 1) }
    }
  }

  @Test(arguments: pages.keys.sorted())
  func everyTableHasACaptionAndScopedHeadings(of name: String) throws {
    let page = try Markup(#require(Self.pages[name]))
    #expect(page.all("table").count == page.all("caption").count)
    #expect(page.all("table").count > 4)
    for heading in page.all("th") { #expect(heading["scope"] != nil) }
  }

  @Test(arguments: pages.keys.sorted())
  func headingsDoNotSkipALevel(of name: String) throws {
    let levels = try Markup(#require(Self.pages[name])).elements.compactMap { element in
      ["h1": 1, "h2": 2, "h3": 3, "h4": 4][element.name]
    }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
  }

  @Test(arguments: pages.keys.sorted())
  func idsAreUniqueAndLinksLeadSomewhere(of name: String) throws {
    let page = try Markup(#require(Self.pages[name]))
    let ids = page.elements.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    for link in page.all("a") {
      let target = try #require(link["href"])
      #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())))
    }
  }

  @Test(arguments: pages.keys.sorted())
  func thePageSaysItsLanguageAndForbidsRequests(of name: String) throws {
    let page = try Markup(#require(Self.pages[name]))
    #expect(page.all("html").first?["lang"] == "en")
    #expect(page.elements.contains { $0["http-equiv"] == "Content-Security-Policy" })
    #expect(page.all("script").isEmpty && page.all("link").isEmpty && page.all("img").isEmpty)
  }

  @Test(arguments: pages.keys.sorted())
  func everyNumberOfADrawingIsANumber(of name: String) throws {
    for element in try Markup(#require(Self.pages[name])).elements {
      for attribute in ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "dx"] {
        guard let value = element[attribute] else { continue }
        let number = value.hasSuffix("%") ? value.dropLast() : value[...]
        #expect(Double(number).map(\.isFinite) == true, "\(element.name) \(attribute)=\(value)")
      }
    }
  }

  @Test func theSameDataMakeTheSamePage() {
    let report = FullReport { "text of \($0)" }
    #expect(report.html == Self.pages["scores"])
    #expect(report.comparisonHTML == Self.pages["comparison"])
  }
}
