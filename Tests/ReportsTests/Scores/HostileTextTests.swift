import Testing

/// Whatever stands in a user's data, it is text on the page and nothing else.
@Suite struct HostileTextTests {
  static let attacks = [
    #""><script>alert(1)</script>"#, "<img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</style><script>",
    "</title></svg></table>", "javascript:alert(1)", "&lt;b&gt; &amp; &", "{{{model}}} {{>head}} {{/scores}}",
    "<!-- ", "]]>", "\u{202E}gnp.exe\u{2066}", "\u{0}\u{1}\u{7F}\u{85}\u{1B}[31m", "a\nb\tc\r\n",
    // One character to Swift, a quotation mark and a stray accent to a browser.
    "\"\u{301} onmouseover=\"\u{301}alert(1)", "<\u{338}script>", "&\u{20DD}lt;", "\u{FEFF}\u{FFFE}\u{E0041}",
    "<\u{200D}b>",
    "    ", "`${1}`", "\\", "🏴‍☠️", "عميل", "%3Cscript%3E",
  ]

  private static let plain = Result { try Markup(FullReport { "text of \($0)" }.html) }
  private static let plainComparison = Result { try Markup(FullReport { "text of \($0)" }.comparisonHTML) }
  private static let plainFiltered = Result { try Markup(FullReport { "text of \($0)" }.filteredHTML) }

  @Test(arguments: attacks)
  func noTextMakesATag(attack: String) throws {
    let hostile = FullReport { "\($0) \(attack)" }
    #expect(try Markup(hostile.html).skeleton == Self.plain.get().skeleton)
    #expect(try Markup(hostile.filteredHTML).skeleton == Self.plainFiltered.get().skeleton)
    #expect(try Markup(hostile.comparisonHTML).skeleton == Self.plainComparison.get().skeleton)
  }

  @Test(arguments: attacks)
  func nothingThatCannotBeSeenComesThrough(attack: String) {
    let report = FullReport { "\($0) \(attack)" }
    let unseen = (report.html + report.comparisonHTML).unicodeScalars.first { scalar in
      let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
      return isControl || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    #expect(unseen == nil)
  }

  @Test(arguments: attacks)
  func noTextBecomesALinkOrAStyle(attack: String) throws {
    let report = FullReport { "\($0) \(attack)" }
    let pages = [
      (try Markup(report.html), try Self.plain.get()),
      (try Markup(report.comparisonHTML), try Self.plainComparison.get()),
    ]
    for (page, plain) in pages {
      for name in ["href", "src", "style", "class", "id", "x", "width", "content"] {
        #expect(page.elements.compactMap { $0[name] } == plain.elements.compactMap { $0[name] }, "\(name)")
      }
    }
  }

  @Test func theTextItselfCanBeRead() throws {
    let text = try Markup(FullReport { "\($0) <b>&\"'" }.html).text
    for field in [
      "title", "model", "finding one", "source 1", "event rule", "best stage", "exclusion", "band A", "fit",
      "interest", "total", "segment",
    ] {
      #expect(text.contains("\(field) <b>&\"'"), "\(field)")
    }
  }

  @Test func veryLongTextsAreCut() throws {
    let long = String(repeating: "<x>", count: 400_000)
    let html = FullReport { field in
      ["name 79", "title", "value 3", "event rule", "finding one", "total"].contains(field) ? field + long : field
    }.html
    #expect(html.utf8.count < 200_000)
    #expect(try Markup(html).all("x").isEmpty)
  }

  @Test func aCombiningMarkCannotHideAQuote() {
    // The rule that the whole page rests on, seen by scalars, because characters would hide it here too.
    let html = Array(FullReport { "\($0) \"\u{301}" }.html.unicodeScalars)
    #expect(html.contains("\u{301}"))
    #expect(!zip(html, html.dropFirst()).contains { $0 == "\"" && $1 == "\u{301}" })
  }
}
