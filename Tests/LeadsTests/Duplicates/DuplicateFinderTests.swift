import TestSupport
import Testing

@testable import Leads

@Suite struct DuplicateFinderTests {
  // MARK: E-mail

  @Test func oneMailboxIsOneLead() {
    let rows = [
      ["ada@acme.example"], ["bob@acme.example"], ["Ada+x@Acme.example"], ["a.da@gmail.com"], ["ada@googlemail.com"],
    ]
    #expect(groups(["email"], rows) == [[1, 3], [4, 5]])
  }

  @Test func placeholdersAndInvalidAddressesJoinNobody() {
    let found = DuplicateFinder().duplicates(
      in: duplicateTable(
        ["email"], [["N/A"], ["N/A"], [""], [""], ["none@none.com"], ["none@none.com"], ["ada@"], ["ada@"]]))
    #expect(found.groups.isEmpty)
    #expect(found.junkAddresses == 2)
    #expect(found.invalidAddresses == 2)
  }

  @Test func mailboxesOfTasksNeedTheSameName() {
    let heading = ["email", "name"]
    #expect(
      groups(
        heading,
        [
          ["info@acme.example", "Ada Northwind"], ["info@acme.example", "Bob Southwind"],
          ["INFO@acme.example", "ada northwind"], ["info@acme.example", ""],
        ]) == [[1, 3]])
  }

  // MARK: Names

  @Test func nameAndDomainOfACompanyAreOneLead() {
    let heading = ["email", "name", "website", "company"]
    let rows = [
      ["ada@acme.example", "Zoë Northwind", "", ""],
      ["a.north@acme.example", "zoe northwind", "", ""],
      ["", "Northwind, Zoe", "https://www.acme.example/", ""],
      ["ada@other.example", "Zoe Northwind", "", ""],
      ["", "Zoe Northwind", "", "Brightwater Ltd"],
      ["", "Zoe Northwind", "", "BRIGHTWATER"],
      ["", "Zoe", "https://acme.example", ""],
    ]
    #expect(groups(heading, rows) == [[1, 2, 3], [5, 6]])
  }

  @Test func nameAtAProviderForEverybodyIsNoEvidence() {
    let heading = ["email", "first_name", "last_name", "website"]
    let rows = [
      ["ada1@gmail.com", "Ada", "Northwind", "linkedin.com/in/ada"],
      ["ada2@gmail.com", "Ada", "Northwind", "linkedin.com/in/ada"],
      ["ada1@acme.example", "Ada", "Northwind", ""],
      ["ada2@acme.example", "Ada", "Northwind", ""],
      ["ada3@acme.example", "Ada", "", ""],
    ]
    #expect(groups(heading, rows) == [[3, 4]])
  }

  // MARK: Phones

  @Test func aPhoneIsEvidenceUnlessTheNamesContradict() {
    let heading = ["phone", "last_name"]
    #expect(groups(heading, [["202 555 0143", "Northwind"], ["(202) 555-0143", "NORTHWIND"]]) == [[1, 2]])
    #expect(groups(heading, [["202 555 0143", "Northwind"], ["2025550143", ""]]) == [[1, 2]])
    #expect(groups(heading, [["202 555 0143", "Northwind"], ["2025550143", "Southwind"]]) == [])
    // Nobody knows whose the nameless one is.
    #expect(
      groups(heading, [["2025550143", ""], ["2025550143", "Northwind"], ["2025550143", "Southwind"]]) == [])
    #expect(
      groups(heading, [["2025550143", "Southwind"], ["2025550143", "Northwind"], ["2025550143", "Southwind"]])
        == [[1, 3]])
  }

  @Test func aNameKnownFromAnotherRowOfTheGroupContradictsToo() {
    // 1 and 2 are one by e-mail, so 2 is a Northwind; 3 is not.
    let rows = [
      ["ada@acme.example", "", "Northwind"], ["ada@acme.example", "2025550143", ""], ["", "2025550143", "Southwind"],
    ]
    #expect(groups(["email", "phone", "last_name"], rows) == [[1, 2]])
  }

  @Test func fiveLeadsMayShareAPhoneAndSixAreASwitchboard() {
    func table(_ count: Int) -> LeadTable {
      duplicateTable(["phone"], (0..<count).map { _ in ["202 555 0143"] })
    }
    #expect(DuplicateFinder().duplicates(in: table(5)).groups.map(\.rows) == [[0, 1, 2, 3, 4]])
    let six = DuplicateFinder().duplicates(in: table(6))
    #expect(six.groups.isEmpty)
    #expect(six.switchboards == 1)
  }

  @Test func mobileNumbersCountAsPhones() {
    #expect(
      groups(["phone", "mobile"], [["2025550143", ""], ["", "2025550143"], ["2025550144", "2025550144"]]) == [[1, 2]])
  }

  // MARK: Groups

  @Test func chainsAndCirclesEndAsOneGroup() throws {
    let heading = ["email", "phone", "name"]
    let rows = [
      ["ada@acme.example", "", "Ada Northwind"],
      ["ada@acme.example", "2025550143", ""],
      ["a.n@acme.example", "2025550143", "Ada Northwind"],
    ]
    let found = DuplicateFinder().duplicates(in: duplicateTable(heading, rows))
    #expect(found.groups.map(\.rows) == [[0, 1, 2]])
    #expect(found.surplus == 2)
    // The circle closes with the phone, which adds nothing.
    #expect(
      found.groups.first?.evidence == [
        DuplicateEvidence(row: 1, other: 0, kind: .email, key: "ada@acme.example"),
        DuplicateEvidence(row: 2, other: 0, kind: .nameAndDomain, key: "ada northwind, acme.example"),
      ])
  }

  @Test func fiftyLeadsBecomeOneAndFiftyOneAreReported() throws {
    func found(_ count: Int) -> Duplicates {
      DuplicateFinder().duplicates(in: duplicateTable(["email"], (0..<count).map { _ in ["walkin@acme.example"] }))
    }
    #expect(found(50).groups.map(\.rows.count) == [50])
    #expect(found(50).tooMany.isEmpty)
    #expect(found(51).groups.isEmpty)
    let report = try #require(found(51).tooMany.first)
    #expect(report.count == 51)
    #expect(report.examples == [0, 1, 2])
    #expect(
      report.description == "not merged: too many (51 leads with the same e-mail address walkin@acme.example)")
  }

  @Test func chainsThatGrowTooLongAreReported() throws {
    // Two rows for each address; the phone numbers chain the pairs.
    let rows = (0..<60).map { ["p\($0 / 2)@acme.example", "20255501\(10 + ($0 + 1) / 2)"] }
    let found = DuplicateFinder().duplicates(in: duplicateTable(["email", "phone"], rows))
    #expect(found.groups.isEmpty)
    #expect(found.tooMany.map(\.count) == [60])
    #expect(found.tooMany.first?.kind == nil)
  }

  @Test func emptyTablesAndTablesWithoutSuchColumnsHaveNone() {
    #expect(groups(["email"], []) == [])
    #expect(groups(["size"], [["5"], ["5"]]) == [])
    var table = leadTable(["1", "2"])
    table.add("email", .number([1, 1]))
    #expect(DuplicateFinder().duplicates(in: table).groups.isEmpty)
  }

  @Test func hugeTextsAreQuick() {
    let huge = String(repeating: "é+@.", count: 1 << 18)
    let row = [huge, huge, huge, huge, huge]
    #expect(groups(["email", "name", "phone", "website", "company"], [row, row]) == [])
  }

  @Test(arguments: [3, 4, 5])
  func groupsAreThoseOfAPlainSearch(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<80).map { _ in
      [
        "p\(Int.random(in: 0..<60, using: &generator))@acme\(Int.random(in: 0..<3, using: &generator)).example",
        "\(["Ada", "Bob"].randomElement(using: &generator) ?? "") \(["Ng", "Öz", "Li"].randomElement(using: &generator) ?? "")",
      ]
    }
    // Joined again and again until nothing changes.
    var group = Array(rows.indices)
    var changed = true
    while changed {
      changed = false
      for a in rows.indices {
        for b in rows.indices where group[a] != group[b] {
          let sameName = rows[a][1] == rows[b][1]
          let sameDomain = rows[a][0].split(separator: "@")[1] == rows[b][0].split(separator: "@")[1]
          if rows[a][0] == rows[b][0] || (sameName && sameDomain) {
            let lower = min(group[a], group[b])
            (group[a], group[b]) = (lower, lower)
            changed = true
          }
        }
      }
    }
    let expected = Dictionary(grouping: rows.indices, by: { group[$0] }).values.filter { $0.count > 1 }
    let small = expected.filter { $0.count <= 50 }.sorted { $0[0] < $1[0] }
    let found = DuplicateFinder().duplicates(in: duplicateTable(["email", "name"], rows))
    #expect(found.groups.map(\.rows) == small, "seed \(seed)")
    #expect(found.tooMany.map(\.count) == expected.filter { $0.count > 50 }.map(\.count), "seed \(seed)")
    #expect(found.groups.allSatisfy { $0.evidence.count == $0.rows.count - 1 })
  }
}
