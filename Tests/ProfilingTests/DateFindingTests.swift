import Testing

@testable import Leads
@testable import Profiling

@Suite struct DateFindingTests {
  @Test func datesAfterTheMomentLieInTheFuture() throws {
    let values = ["2026-07-01T12:00:00Z", "2026-07-01T12:00:01Z", "2031-01-01", "2025-01-01"]
    let finding = try #require(try profile("created_at", values).findings(.future).first)
    #expect(
      finding.sentence
        == "2 of 4 dates in \"created_at\" lie after 2026-07-01 12:00, the latest being 2031-01-01.")
    #expect(finding.severity == .serious)
    #expect(finding.examples.map(\.line) == [3, 4])
    #expect(try profile("Renewal date", values).findings(.future).first?.severity == .note)
  }

  @Test func datesBefore1970AreDoubtfulUnlessSomebodyWasBornThen() throws {
    let values = ["1969-12-31", "1970-01-01T00:00:00Z", "2025-01-01", "2025-01-02"]
    let finding = try #require(try profile("created_at", values).findings(.beforeEpoch).first)
    #expect(finding.count == 1)
    #expect(finding.examples == [FindingExample(line: 2, text: "1969-12-31")])
    #expect(try profile("Birth date", values).findings(.beforeEpoch).isEmpty)
  }

  @Test func mixedFormsAreNamed() throws {
    let values = ["2025-07-31", "2025-07-30", "2025-07-29T10:00:00Z", "31.07.2025", "Jul 31, 2025"]
    let finding = try #require(try profile("created_at", values).findings(.dateForms).first)
    #expect(
      finding.sentence
        == "The dates in \"created_at\" are written in 3 ways: `2025-07-29T10:00:00Z` (3), `31.07.2025` (1) and `Jul 31, 2025` (1)."
    )
    #expect(try profile("created_at", ["2025-07-31", "2025-07-30"]).findings(.dateForms).isEmpty)
  }

  @Test func datesThatCanOnlyHaveTheDayFirstAskForIt() throws {
    let values = ["25/03/2025", "03/04/2025", "05/06/2025"]
    let finding = try #require(try profile("created_at", values).findings(.dayOrder).first)
    #expect(finding.severity == .serious)
    #expect(finding.advice == "Add --day-first.")
    #expect(
      finding.sentence
        == "1 date in \"created_at\" can only have the day first, such as `25/03/2025`, but 2 others are now read month first, such as `03/04/2025`."
    )
    #expect(try profile("created_at", values, dayFirst: true).findings(.dayOrder).isEmpty)
  }

  @Test func datesOfBothOrdersCannotBeTold() throws {
    let finding = try #require(
      try profile("created_at", ["25/03/2025", "03/25/2025", "03/04/2025"]).findings(.dayOrder).first)
    #expect(finding.severity == .serious)
    #expect(finding.sentence.hasSuffix("so nobody can tell what the other 1 mean."))
  }

  @Test func datesThatCouldBeEitherAreANote() throws {
    #expect(try profile("created_at", ["03/04/2025", "05/06/2025"]).findings(.dayOrder).map(\.severity) == [.note])
    // Both ways are the same day.
    #expect(try profile("created_at", ["03/03/2025", "05/05/2025"]).findings(.dayOrder).isEmpty)
    #expect(try profile("created_at", ["03.04.2025", "05.06.2025"]).findings(.dayOrder).isEmpty)
  }
}
