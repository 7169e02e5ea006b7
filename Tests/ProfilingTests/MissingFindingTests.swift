import Testing

@testable import Profiling

@Suite struct MissingFindingTests {
  /// So many rows, of which the first have one value and the rest another.
  private func values(_ first: String, _ count: Int, _ rest: String, of total: Int) -> [String] {
    (0..<total).map { $0 < count ? first : $0 % 2 == 0 ? rest : rest + "s" }
  }

  @Test func aGapIsSaidWithWhatStandsInIt() throws {
    let result = try profile(
      ["Lead ID", "Country"],
      (0..<100).map { ["\($0)", $0 < 10 ? "Select" : $0 < 23 ? "" : $0 % 2 == 0 ? "France" : "Spain"] })
    let finding = try #require(result.findings(.missing, "Country").first)
    #expect(
      finding.sentence
        == "23 of 100 leads (23 %) have no country; 10 of them say `Select`, the form's first entry, which means nobody chose."
    )
    #expect(finding.severity == .doubtful)
    #expect(finding.count == 23)
  }

  @Test func smallGapsAreNotWorthASentence() throws {
    #expect(try profile("colour", values("", 19, "red", of: 100)).findings(.missing).isEmpty)
    let finding = try #require(try profile("colour", values("", 20, "red", of: 100)).findings(.missing).first)
    #expect(finding.sentence == "\"colour\" is not known of 20 of 100 rows (20 %).")
    #expect(finding.severity == .note)
  }

  @Test func halfIsDoubtful() throws {
    #expect(try profile("colour", values("", 49, "red", of: 100)).findings(.missing).first?.severity == .note)
    #expect(try profile("colour", values("", 50, "red", of: 100)).findings(.missing).first?.severity == .doubtful)
  }

  @Test func missingAddressesAreSerious() throws {
    let emails = (0..<100).map { $0 < 30 ? "" : "p\($0)@acme.example" }
    let finding = try #require(try profile("email", emails).findings(.missing).first)
    #expect(finding.sentence == "30 of 100 leads (30 %) have no e-mail address.")
    #expect(finding.severity == .serious)
    let fewer = (0..<100).map { $0 < 29 ? "" : "p\($0)@acme.example" }
    #expect(try profile("email", fewer).findings(.missing).first?.severity == .doubtful)
  }

  @Test func columnsThatAreMissingTogetherAreOneFact() throws {
    let result = try profile(
      ["id", "a", "b", "c"],
      (0..<40).map { row in
        let isMissing = row % 4 == 0
        return [
          "\(row)", isMissing ? "" : "x\(row % 3)", isMissing ? "N/A" : "y\(row % 2)",
          row % 4 == 1 ? "" : "z\(row % 2)",
        ]
      })
    let finding = try #require(result.findings(.missingTogether).first)
    #expect(finding.columns == ["a", "b"])
    #expect(finding.sentence == "2 columns are missing for the same 10 rows (25 %): \"a\" and \"b\".")
    // c is missing as often, but in other rows.
    #expect(result.findings(.missing).map(\.columns) == [["c"]])
  }

  @Test func emptyColumnsAreNamedOnce() throws {
    let result = try profile(["id", "a", "b"], (0..<5).map { ["\($0)", "", "N/A"] })
    #expect(result.findings(.emptyColumns).map(\.sentence) == ["2 columns are empty in every row: \"a\" and \"b\"."])
    #expect(result.findings(.missing).isEmpty)
  }
}
