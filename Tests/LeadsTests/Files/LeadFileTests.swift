import Synchronization
import Testing

@testable import Leads

struct LeadFileTests {
  @Test func theFirstOfAnIdWins() throws {
    let read = try readLeads("id,note\n1,a\n2,b\n1,c\n\"1\",d\n 1 ,e\n01,f\n", [.text("note")])
    #expect(read.ids == ["1", "2", "01"])
    #expect(read.texts("note") == ["a", "b", "f"])
    #expect(
      read.reasons == [
        "4: id 1 is already on line 2", "5: id 1 is already on line 2", "6: id 1 is already on line 2",
      ])
  }

  @Test func recordsWithoutAnIdAreRejected() throws {
    let read = try readLeads("id,note\n,a\n  ,b\n\"\",c\n0,d\n", [.text("note")])
    #expect(read.ids == ["0"])
    #expect(read.texts("note") == ["d"])
    #expect(read.reasons == ["2: no id in column id", "3: no id in column id", "4: no id in column id"])
    #expect(read.rejects.map(\.record) == [",a", "  ,b", "\"\",c"])
  }

  @Test func valuesOfTheWrongTypeAreReportedAndCountAsMissing() throws {
    let attributes = [Attribute("size", .number), Attribute("opted_in", .flag), Attribute("created_at", .instant)]
    let read = try readLeads(
      """
      id,size,opted_in,Create Date
      1,"1,234.50",yes,2025-07-01
      2,many,perhaps,soon
      3,N/A,-,Select
      4,,,
      5,NULL,unknown,(blank)
      """, attributes)
    #expect(read.ids == ["1", "2", "3", "4", "5"])
    #expect(read.values("size") == [.number(1234.5), .missing, .missing, .missing, .missing])
    #expect(read.values("opted_in") == [.flag(true), .missing, .missing, .missing, .missing])
    #expect(read.values("created_at").first == .instant(Instant(secondsSince1970: 1_751_328_000)))
    #expect(read.values("created_at").dropFirst().allSatisfy { $0 == .missing })
    #expect(
      read.reasons == [
        "3: column size: \"many\" is not a number; counted as missing",
        "3: column opted_in: \"perhaps\" is not a flag; counted as missing",
        "3: column Create Date: \"soon\" is not an instant; counted as missing",
      ])
    #expect(read.rejects.allSatisfy { $0.reason.keepsRecord && $0.record == "2,many,perhaps,soon" })
  }

  @Test func daysMayComeFirstAndMidnightsLieElsewhere() throws {
    let settings = ReadingSettings(dayFirst: true, utcOffset: 7200)
    let read = try readLeads("id,created_at\n1,03/04/2025\n", [Attribute("created_at", .instant)], settings: settings)
    #expect(read.values("created_at") == [.instant(Instant(secondsSince1970: 1_743_638_400 - 7200))])
  }

  @Test func placeholdersAreMissingTexts() throws {
    let read = try readLeads("id,note\n1,n/a\n2, Select \n3,selected\n4,\n", [.text("note")])
    #expect(read.values("note") == [.missing, .missing, .text("selected"), .missing])
    let bare = try readLeads(
      "id,note\n1,n/a\n2,?\n3, \n", [.text("note")], settings: ReadingSettings(placeholders: Placeholders(["?"])))
    #expect(bare.values("note") == [.text("n/a"), .missing, .missing])
  }

  @Test func onlyTheAttributesAskedForAreKept() throws {
    let read = try readLeads("id,a,b,c\n1,x,y,z\n", [.text("c"), .text("nowhere"), .text("id")])
    #expect(read.table.attributes.map(\.name) == ["c", "id"])
    #expect(read.texts("c") == ["z"])
    #expect(read.texts("id") == ["1"])
  }

  @Test func oneColumnMayServeTwoAttributes() throws {
    let read = try readLeads("id,title\n1,CTO\n", [.text("title"), .text("job_title")])
    #expect(read.texts("title") == ["CTO"])
    #expect(read.texts("job_title") == ["CTO"])
  }

  @Test func ofSeveralWorkersOneDictionaryIsMade() throws {
    var text = "id,note,size\n"
    for row in 0..<3000 { text += "\(row),\"text \(row * row % 97)\",\(row)\n" }
    for threads in 2...4 {
      let read = try readLeads(
        text, [.text("note"), Attribute("size", .number)], blockSize: 400, settings: ReadingSettings(threads: threads))
      #expect(read.texts("note") == (0..<3000).map { "text \($0 * $0 % 97)" })
      #expect(read.values("size") == (0..<3000).map { .number(Double($0)) })
      guard case .text(let column)? = read.table.column("note") else { continue }
      #expect(column.pool.count == Set((0..<3000).map { $0 * $0 % 97 }).count)
    }
  }

  @Test func progressAddsUpToTheRecords() throws {
    let rows = (0..<1000).map { "\($0),x\n" }.joined()
    let file = try TemporaryFile("id,note\n" + rows)
    let sum = Mutex(0)
    _ = try LeadFile(path: file.path, blockSize: 512).read(
      [], settings: ReadingSettings(threads: 2), rejects: RejectLog()
    ) {
      bytes in sum.withLock { $0 += bytes }
    }
    #expect(sum.withLock { $0 } == rows.utf8.count)
  }
}
