import Testing

@testable import Leads

@Suite struct MergingTests {
  private static let missing = Column.missingInstant

  /// Three records of one lead and one of another; 2 is the oldest, 3 the newest.
  private func table() -> LeadTable {
    var table = duplicateTable(
      ["email", "city", "phone"],
      [
        ["ada@acme.example", "Bern", "2025550143"],
        ["Ada+x@acme.example", "Basel", "N/A"],
        ["ada@acme.example", "Select", ""],
        ["bob@acme.example", "Chur", ""],
      ])
    table.add("created_at", .instant([200, 100, 300, 50]))
    table.add("updated_at", .instant([210, Self.missing, 400, Self.missing]))
    table.add("size", .number([.nan, 7, .nan, 1]))
    return table
  }

  private func merged(_ table: LeadTable, newest: String? = "updated_at") -> (table: LeadTable, log: MergeLog) {
    table.merged(by: DuplicateFinder().duplicates(in: table), newest: newest)
  }

  @Test func theNewestKnownValueWinsAndTheOldestIDStays() {
    let (merged, _) = merged(table())
    #expect((0..<merged.count).map(merged.id) == ["2", "4"])
    #expect(merged.value("email", of: 0) == .text("ada@acme.example"))
    #expect(merged.value("city", of: 0) == .text("Bern"))
    #expect(merged.value("phone", of: 0) == .text("2025550143"))
    #expect(merged.value("size", of: 0) == .number(7))
    #expect(merged.value("created_at", of: 0) == .instant(Instant(secondsSince1970: 100)))
    #expect(merged.value("updated_at", of: 0) == .instant(Instant(secondsSince1970: 400)))
    #expect(merged.value("city", of: 1) == .text("Chur"))
  }

  @Test func withoutInstantsTheLaterRowIsNewerAndTheFirstIDStays() {
    let plain = duplicateTable(
      ["email", "city"], [["ada@acme.example", "Bern"], ["ada@acme.example", "Basel"], ["ada@acme.example", "-"]])
    let (merged, _) = merged(plain, newest: nil)
    #expect(merged.count == 1)
    #expect(merged.id(of: 0) == "1")
    #expect(merged.value("city", of: 0) == .text("Basel"))
  }

  @Test func equalInstantsGoByTheRow() {
    var plain = duplicateTable(["email", "city"], [["ada@acme.example", "Bern"], ["ada@acme.example", "Basel"]])
    plain.add("created_at", .instant([5, 5]))
    let (merged, _) = merged(plain, newest: nil)
    #expect(merged.id(of: 0) == "1")
    #expect(merged.value("city", of: 0) == .text("Basel"))
  }

  @Test func aRowWithoutAnInstantIsOlderThanOneWithIt() {
    var plain = duplicateTable(["email", "city"], [["ada@acme.example", "Bern"], ["ada@acme.example", "Basel"]])
    plain.add("updated_at", .instant([5, Self.missing]))
    #expect(merged(plain).table.value("city", of: 0) == .text("Bern"))
  }

  @Test func whatIsWorkedOutStaysWithItsSource() {
    var plain = duplicateTable(
      ["email", "job_title"], [["ada@acme.example", "CEO"], ["ada@acme.example", "Gardener"]])
    // Nothing is known of the newer title, and that must not bring back the older one's seniority.
    plain.add("seniority(job_title)", textColumn(["c-level", ""]))
    let (merged, _) = merged(plain)
    #expect(merged.value("job_title", of: 0) == .text("Gardener"))
    #expect(merged.value("seniority(job_title)", of: 0) == .missing)
  }

  @Test func nothingIsMergedWithoutDuplicates() {
    let plain = duplicateTable(["email"], [["ada@acme.example"], ["bob@acme.example"]])
    let (merged, log) = merged(plain)
    #expect(merged.count == 2)
    #expect(log.count == 0)
    let empty = duplicateTable(["email"], [])
    #expect(self.merged(empty).table.count == 0)
  }

  @Test func aliasesLeadToTheSurvivor() {
    let (merged, _) = merged(table())
    #expect(merged.aliases.row(of: "1") == 0)
    #expect(merged.aliases.row(of: "3") == 0)
    #expect(merged.aliases.row(of: "2") == nil)
    #expect(merged.emailAliases.row(of: "ada+x@acme.example") == 0)
    #expect(merged.emailAliases.row(of: "bob@acme.example") == nil)
  }

  @Test func aliasesSurviveASecondMerge() {
    var first = merged(table()).table
    first =
      first.merged(
        by: duplicates(of: [0, 1], "test"), newest: nil
      ).table
    #expect(first.count == 1)
    #expect(first.id(of: 0) == "4")
    for alias in ["1", "2", "3"] { #expect(first.aliases.row(of: alias) == 0) }
    #expect(first.emailAliases.row(of: "ada+x@acme.example") == 0)
    #expect(first.emailAliases.row(of: "ada@acme.example") == 0)
  }

  private func duplicates(of rows: [Int], _ key: String) -> Duplicates {
    var duplicates = Duplicates()
    duplicates.groups = [
      DuplicateGroup(
        rows: rows,
        evidence: rows.dropFirst().map { DuplicateEvidence(row: $0, other: rows[0], kind: .phone, key: key) })
    ]
    return duplicates
  }

  @Test func eventsOfMergedLeadsAreUnited() throws {
    let (merged, _) = merged(table())
    let read = try readEvents(
      "lead_id,type,at\n3,c,1970-01-01T00:00:03Z\n1,a,1970-01-01T00:00:01Z\n4,d,1970-01-01T00:00:04Z\n2,b,1970-01-01T00:00:02Z\n9,x,1970-01-01T00:00:05Z\n",
      of: merged)
    #expect(read.events(of: 0) == ["1 a", "2 b", "3 c"])
    #expect(read.events(of: 1) == ["4 d"])
    #expect(read.reasons == ["6: there is no lead 9"])
  }

  @Test func eventsFindTheSurvivorByTheAddressesOfMergedRows() throws {
    let (merged, _) = merged(table())
    let read = try readEvents(
      "email,type,at\nADA+X@acme.example,a,1970-01-01T00:00:01Z\nada@acme.example,b,1970-01-01T00:00:02Z\nbob@acme.example,c,1970-01-01T00:00:03Z\neve@acme.example,x,1970-01-01T00:00:04Z\n",
      of: merged)
    #expect(read.events(of: 0) == ["1 a", "2 b"])
    #expect(read.events(of: 1) == ["3 c"])
    #expect(read.rejects.count == 1)
  }

  @Test func anIDGoesBeforeAnAliasOfTheSameText() throws {
    var table = leadTable(["a", "b"])
    table.aliases.add("b".utf8.span, row: 0)
    let read = try readEvents("lead_id,type,at\nb,x,1970-01-01T00:00:01Z\n", of: table)
    #expect(read.events(of: 0).isEmpty)
    #expect(read.events(of: 1) == ["1 x"])
  }
}

@Suite struct MergeLogTests {
  private func rows(_ log: MergeLog) -> [String] {
    var rows: [String] = []
    log.forEachRow { rows.append($0.joined(separator: "|")) }
    return rows
  }

  @Test func everyMergeSaysWhyAndWhatBecameOfTheValues() {
    var table = duplicateTable(
      ["email", "city", "role"],
      [
        ["ada@acme.example", "Bern", ""], ["ADA@acme.example", "Basel", "boss"], ["bob@acme.example", "Chur", "clerk"],
      ])
    table.add("created_at", .instant([0, 86_400, 0]))
    let (_, log) = table.merged(by: DuplicateFinder().duplicates(in: table))
    #expect(log.count == 1)
    #expect(log.mergedCount == 1)
    #expect(
      MergeLog.heading.joined(separator: "|") == "kept_id|merged_id|evidence|key|attribute|kept_value|dropped_value")
    #expect(
      rows(log) == [
        "1|2|same e-mail address|ada@acme.example|||",
        "1|2|||email|ADA@acme.example|ada@acme.example",
        "1|2|||city|Basel|Bern",
        "1|2|||role|boss|",
        "1|2|||created_at|1970-01-01T00:00:00Z|1970-01-02T00:00:00Z",
      ])
    #expect(log.entry(0).changes.map(\.sourceID) == ["2", "2", "2", "1"])
  }

  @Test func eachMergedRecordHasTheEvidenceThatTiesItToTheKeptOne() {
    // 3 is the oldest: 2 hangs on it by phone, and 1 on 2 by e-mail.
    var table = duplicateTable(
      ["email", "phone"], [["ada@acme.example", ""], ["ada@acme.example", "2025550143"], ["", "2025550143"]])
    table.add("created_at", .instant([9, 8, 7]))
    let (_, log) = table.merged(by: DuplicateFinder().duplicates(in: table))
    let entry = log.entry(0)
    #expect(entry.keptID == "3")
    #expect(
      entry.merged == [
        MergeLog.Merged(id: "1", kind: .email, key: "ada@acme.example"),
        MergeLog.Merged(id: "2", kind: .phone, key: "2025550143"),
      ])
  }

  @Test func valuesOfSeveralMergedRecordsAreEachNamed() {
    let table = duplicateTable(
      ["email", "city"], [["ada@acme.example", "Bern"], ["ada@acme.example", "Basel"], ["ada@acme.example", "Chur"]])
    let (_, log) = table.merged(by: DuplicateFinder().duplicates(in: table))
    #expect(
      rows(log) == [
        "1|2|same e-mail address|ada@acme.example|||",
        "1|2|||city|Chur|Basel",
        "1|3|same e-mail address|ada@acme.example|||",
        "1|3|||city|Chur|Bern",
      ])
  }
}
