import Testing

@testable import Leads
@testable import Profiling
@testable import Reports

@Suite struct ProfileReportTests {
  private static let asOf = AsOf(Instant(secondsSince1970: 1_782_907_200))

  private static func profile(_ heading: [String], _ rows: [[String]]) throws -> Profile {
    let columns = heading.indices.map { position in
      var pool = TextPool()
      let codes = rows.map { pool.code(of: $0[position].utf8.span) }
      return TextColumn(codes: codes, pool: pool, placeholders: .usual)
    }
    let table = RowTable(
      heading: FileHeading(path: "test.csv", columns: heading, isOpen: false), columns: columns,
      lines: rows.indices.map { UInt32($0 + 2) })
    return try Profile(of: table, settings: ProfileSettings(asOf: asOf))
  }

  /// A file with something of everything, in which a function makes every text.
  private static func page(_ text: (String) -> String) throws -> String {
    let countries = ["Norway", "norway ", "Chile", "Select", "", "N/A", "test"]
    let rows = (0..<60).map { (row: Int) -> [String] in
      let amount = row == 3 ? text("not a number") : String(row * row)
      let day = row % 9 == 0 ? "2031-01-01" : "2026-05-\(10 + row % 20)"
      let person = ["L\(row % 58)", text("name \(row % 20)"), "a\(row % 50)@firm.example"]
      let rest = [text("plan \(row % 3)"), row % 2 == 0 ? "yes" : "no", "", text("always")]
      return person + [countries[row % 7], amount, day] + rest
    }
    let profile = try profile(
      [
        "id", "first_name", "email", "country", text("amount"), "created_at", text("plan"), text("won"),
        text("nothing"),
        text("same"),
      ], rows)
    return ProfileReport(profile: profile, fileName: text("file.csv"), asOf: asOf).html
  }

  @Test(arguments: HostileTextTests.attacks)
  func noTextMakesATagThatAPlainPageDoesNotHave(attack: String) throws {
    let plain = try Markup(Self.page { "text of `\($0)`" })
    let hostile = try Markup(Self.page { "\($0) \(attack)" })
    let known = Set(plain.skeleton).union(try Markup(Self.page { $0 }).skeleton)
    #expect(Set(hostile.skeleton).subtracting(known) == [])
    let classes = Set(plain.elements.compactMap { $0["class"] })
    #expect(Set(hostile.elements.compactMap { $0["class"] }).subtracting(classes) == [])
    #expect(hostile.text.contains("amount"))
  }

  @Test func theMostSeriousFindingsComeFirst() throws {
    let groups = FindingGroup.groups(
      try Self.profile(["id", "email"], [["1", "a"], ["1", "b"], ["2", ""]]).findings)
    #expect(groups.map(\.severity) == ["serious", "doubtful", "note"].filter(groups.map(\.severity).contains))
    #expect(groups.first?.severity == "serious")
  }

  @Test(arguments: [
    ("they say `Select`, often", ["they say ", "[Select]", ", often"]), ("`a` and `b`", ["[a]", " and ", "[b]"]),
    ("no value", ["no value"]), ("one ` alone", ["one ", "` alone"]), ("`", ["`"]), ("a `` b", ["a ", "[]", " b"]),
    ("", []), ("`a` `b", ["[a]", " ", "`b"]),
  ])
  func valuesBetweenBackTicksAreSetApart(sentence: String, expected: [String]) {
    #expect(FindingGroup.phrases(sentence).map { $0.plain ?? "[\($0.code ?? "")]" } == expected)
  }

  @Test func aCardSaysHowMuchIsFilledAndWhatIsFrequent() throws {
    let rows = (0..<40).map { ["L\($0)", $0 < 20 ? "Norway" : $0 < 30 ? "Chile" : $0 < 36 ? "" : "Select"] }
    let column = try #require(try Self.profile(["id", "country"], rows).columns.last)
    let card = ColumnCard(column, rows: 40, asOf: Self.asOf)
    #expect(card.share == "75.0\u{A0}%")
    #expect(card.distinct == "30 values, 2 different.")
    #expect(card.top.map { "\($0.text) \($0.count)" } == ["Norway 20", "Chile 10"])
    #expect(card.notes.map(\.label) == ["Stand for nothing known:"])
    #expect(card.notes[0].values.map { "\($0.text) \($0.count)" } == ["(empty) 6", "Select 4"])
  }

  @Test func addressesAndIdsAreNotListed() throws {
    let rows = (0..<40).map { ["L\($0)", "a\($0 % 20)@firm.example"] }
    let profile = try Self.profile(["id", "email"], rows)
    #expect(profile.columns.allSatisfy { !ColumnCard($0, rows: 40, asOf: Self.asOf).hasTop })
  }

  @Test func numbersHaveAStripOfTheirQuantiles() throws {
    // 0 to 100: the 5 % quantile is 5, by nearest rank of 101 values.
    let rows = (0...100).map { ["L\($0)", "\($0)"] }
    let column = try #require(try Self.profile(["id", "amount"], rows).columns.last)
    let strip = try #require(ColumnCard(column, rows: 101, asOf: Self.asOf).spread)
    #expect(strip.words == "From 0 to 100, the median 50; half of them between 25 and 75.")
    let box = try #require(strip.box)
    #expect((box.low, box.lowToHigh, box.quarter, box.quarterToThree, box.median) == ("5", "90", "25", "50", "50"))
  }

  @Test func oneNumberFarOutDoesNotFlattenTheStrip() throws {
    let rows = (0...100).map { ["L\($0)", $0 == 100 ? "100000" : "\($0)"] }
    let column = try #require(try Self.profile(["id", "amount"], rows).columns.last)
    let box = try #require(ColumnCard(column, rows: 101, asOf: Self.asOf).spread?.box)
    #expect((box.low, box.lowToHigh) == ("0", "100"))
  }

  @Test func aCleanFileAndAnEmptyColumnMakeAPageToo() throws {
    let clean = try Self.profile(["id", "country"], (0..<20).map { ["L\($0)", "Norway \($0 % 4)"] })
    #expect(try Markup(ProfileReport(profile: clean, fileName: "", asOf: Self.asOf).html).all("h1").count == 1)
    let empty = try Self.profile(["id", ""], [["1", ""]])
    let page = try Markup(ProfileReport(profile: empty, fileName: "x.csv", asOf: Self.asOf).html)
    #expect(page.text.contains("column 2 without a name") && page.text.contains("No known value."))
  }

  @Test func thePageIsSound() throws {
    let page = try Markup(Self.page { $0 })
    #expect(page.all("table").count == page.all("caption").count)
    #expect(page.all("th").allSatisfy { $0["scope"] != nil })
    #expect(page.all("svg").allSatisfy { $0["aria-hidden"] == "true" })
    let ids = page.elements.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    for link in page.all("a") { #expect(ids.contains(String(link["href"]?.dropFirst() ?? "-"))) }
  }
}
