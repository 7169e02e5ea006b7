import TestSupport
import Testing

@testable import Leads

struct EventFileTests {
  private let leads = leadTable(["1", "2", "3"])

  // MARK: Columns

  @Test(arguments: [
    "lead_id,type,at", "Contact ID,Event Name,Timestamp", "at,lead_id,type", "distinct_id,event,time",
    "Lead ID;Activity Type;Activity Date", "userId|event|originalTimestamp", "Record ID,Engagement Type,Occurred At",
  ])
  func findsItsColumns(heading: String) throws {
    let file = try TemporaryFile(heading + "\n")
    let events = try EventFile(path: file.path)
    #expect(Set([events.leadColumn, events.nameColumn, events.timeColumn]).count == 3)
    #expect(!events.joinsByEmail)
  }

  @Test func saysWhichColumnIsMissing() throws {
    let words = [
      ("who,type,at", "no column looks like the lead of an event", "lead_id"),
      ("lead_id,what,at", "no column looks like the name of an event", "type"),
      ("lead_id,type,when", "no column looks like the time of an event", "at"),
    ]
    for (heading, message, name) in words {
      let problem = #expect(throws: FileProblem.self) { try readEvents(heading + "\n", of: leads) }
      #expect(problem?.message == message)
      #expect(problem?.hint == "call it \"\(name)\"; the file has: \(heading.replacing(",", with: ", "))")
    }
  }

  @Test func theLeadsColumnMayBeNamedIfTheFileHasIt() throws {
    let file = try TemporaryFile("code,lead_id,type,at\n")
    #expect(try EventFile(path: file.path, leadColumn: "Code").leadColumn == "code")
    let other = try TemporaryFile("lead_id,type,at\n")
    #expect(try EventFile(path: other.path, leadColumn: "Code").leadColumn == "lead_id")
  }

  // MARK: Events

  @Test func eventsAreInTheOrderOfTheirTimes() throws {
    let read = try readEvents(
      "lead_id,type,at\n1,b,1000000003\n2,x,1000000001\n1,a,1000000001\n1,c,1000000002\n1,a,1000000003\n1,b,1000000003\n",
      of: leads)
    // Of equal instants by the kinds' names; equal events stay apart.
    #expect(read.events(of: 0) == ["1000000001 a", "1000000002 c", "1000000003 a", "1000000003 b", "1000000003 b"])
    #expect(read.events(of: 1) == ["1000000001 x"])
    #expect(read.events(of: 2).isEmpty)
    #expect(read.log.count == 6)
    #expect(read.rejects.isEmpty)
  }

  @Test func eventsThatCannotBeUsedAreRejected() throws {
    let text = """
      lead_id,type,at
      9,visit,2025-07-01
      ,visit,2025-07-01
      1,,2025-07-01
      1,  ,2025-07-01
      1,visit,
      1,visit,soon
      1,visit
       1 ,visit,2025-07-01
      """
    let read = try readEvents(text, of: leads)
    #expect(read.events(of: 0) == ["1751328000 visit"])
    #expect(
      read.reasons == [
        "2: there is no lead 9", "3: no id in column lead_id", "4: no event name in column type",
        "5: no event name in column type", "6: no time in column at",
        "7: column at: \"soon\" is not a time between 1970 and 2105", "8: 2 values where the heading has 3 columns",
      ])
    #expect(read.rejects.first?.record == "9,visit,2025-07-01")
  }

  @Test func rejectsOfManyEventsComeByLineAndAsTheyWereWritten() throws {
    var csv = "lead_id,type,at,url\n"
    var json = ""
    var records: (csv: [String], json: [String]) = ([], [])
    for row in 0..<1400 {
      let lead = row % 5 == 0 ? "unknown" : "1"
      let time = row % 7 == 0 ? "never" : "1000000001"
      let url = row % 3 == 0 ? "\"say \"\"a\"\"\"" : "/b"
      let line = "\(lead),a,\(time),\(url)"
      let object = "{\"lead_id\":\"\(lead)\",\"type\":\"a\",\"at\":\"\(time)\",\"url\":\"\\u00e9\"}"
      csv += line + "\n"
      json += object + "\n"
      if row % 5 == 0 || row % 7 == 0 {
        records.csv.append(line)
        records.json.append(object)
      }
    }
    for blockSize in [256, RecordFile.blockSize] {
      let read = try readEvents(csv, of: leads, [.text("url")], blockSize: blockSize)
      #expect(read.rejects.map(\.record) == records.csv)
      #expect(read.rejects.map(\.line) == (0..<1400).filter { $0 % 5 == 0 || $0 % 7 == 0 }.map { $0 + 2 })
      #expect(read.log.count == 1400 - records.csv.count)
      let other = try readEvents(json, of: leads, [.text("url")], blockSize: blockSize)
      #expect(other.rejects.map(\.record) == records.json)
      #expect(other.rejects.map { $0.line + 1 } == read.rejects.map(\.line))
    }
  }

  @Test func timesReachFrom1970To2106() throws {
    let read = try readEvents(
      """
      lead_id,type,at
      1,a,1969-12-31T23:59:59Z
      1,b,1970-01-01T00:00:00Z
      1,c,2106-02-07T06:28:15Z
      1,d,2106-02-07T06:28:16Z
      """, of: leads)
    #expect(read.events(of: 0) == ["0 b", "4294967295 c"])
    #expect(read.rejects.map(\.line) == [2, 5])
  }

  @Test func aFileOfOnlyAHeadingHasNoEvents() throws {
    let read = try readEvents("lead_id,type,at\n", of: leads, [.text("url")])
    #expect(read.log.count == 0)
    #expect(read.kinds.count == 0)
    #expect(read.events(of: 2).isEmpty)
  }

  @Test func withoutLeadsAllEventsAreUnknown() throws {
    let read = try readEvents("lead_id,type,at\n1,a,2025-07-01\n", of: leadTable([]))
    #expect(read.reasons == ["2: there is no lead 1"])
  }

  // MARK: E-mail addresses

  @Test func eventsMayNameTheirLeadsByEMail() throws {
    let people = try readLeads(
      "id,email\n1,Ada@X.de\n2,bob@x.de\n3, ADA@x.de\n4,\n5,n/a\n", [.text("email")])
    let read = try readEvents(
      "E-mail,type,at\nada@x.DE,a,1000000001\n BOB@x.de ,b,1000000002\nnobody@x.de,c,1000000003\n,d,1000000004\nn/a,e,1000000005\n",
      of: people.table)
    // Of two leads with one address the first.
    #expect(read.events(of: 0) == ["1000000001 a"])
    #expect(read.events(of: 1) == ["1000000002 b"])
    #expect(read.log.count == 2)
    #expect(
      read.reasons == ["4: there is no lead nobody@x.de", "5: no id in column E-mail", "6: there is no lead n/a"])
  }

  // MARK: Properties

  @Test func namesAndPropertiesMakeKinds() throws {
    let read = try readEvents(
      """
      lead_id,type,at,url,value
      1,visit,1000000001,/a,5
      1,visit,1000000002,/b,5
      2,visit,1000000003,/a,5
      1,demo,1000000004,,
      """, of: leads, [.text("url"), Attribute("value", .number), .text("nowhere")])
    #expect(read.kinds.count == 3)
    #expect(read.kinds.properties.map(\.attribute.name) == ["url", "value"])
    let kinds = read.log.events(of: 0).map { Int($0.kind) }
    #expect(kinds.map(read.kinds.name) == ["visit", "visit", "demo"])
    #expect(kinds.map { read.kinds.value("url", of: $0) } == [.text("/a"), .text("/b"), .missing])
    #expect(kinds.map { read.kinds.value("value", of: $0) } == [.number(5), .number(5), .missing])
    #expect(read.kinds.value("nowhere", of: 0) == .missing)
    #expect(read.log.events(of: 1).first?.kind == read.log.events(of: 0).first?.kind)
  }

  @Test func propertiesThatAreNotKeptDoNotMakeKinds() throws {
    let read = try readEvents("lead_id,type,at,url\n1,visit,1000000001,/a\n1,visit,1000000002,/b\n", of: leads)
    #expect(read.kinds.count == 1)
  }

  @Test func badValuesOfPropertiesAreReported() throws {
    let read = try readEvents(
      "lead_id,type,at,value\n1,a,1000000001,5\n1,a,1000000002,five\n2,a,1000000003,five\n2,a,1000000004,N/A\n",
      of: leads, [Attribute("value", .number)])
    #expect(read.log.count == 4)
    #expect(
      read.reasons == [3, 4].map { "\($0): column value: \"five\" is not a number; counted as missing" })
  }

  @Test func theEventsOwnColumnsMayBeProperties() throws {
    for format in ["csv", "jsonl"] {
      let text =
        format == "csv"
        ? "lead_id,type,at\n1,visit,1000000001\n2,demo,1000000002\n"
        : "{\"lead_id\":1,\"type\":\"visit\",\"at\":1000000001}\n{\"at\":1000000002,\"type\":\"demo\",\"lead_id\":2}\n"
      let read = try readEvents(text, of: leads, [.text("type"), .text("lead_id")])
      #expect(read.rejects.isEmpty)
      #expect(read.events(of: 0) == ["1000000001 visit"])
      #expect(read.kinds.value("type", of: 1) == .text("visit"))
      #expect(read.kinds.value("lead_id", of: 1) == .text("1"))
    }
  }

  @Test func readsTheStreamsOfSegmentAndMixpanel() throws {
    let segment = """
      {"type":"track","event":"Demo","userId":"1","timestamp":"2025-07-01T00:00:00Z","properties":{"type":"x","url":"/a"}}
      {"properties":{"url":"/b","type":"y"},"timestamp":"2025-07-02T00:00:00Z","userId":"2","type":"page"}
      """
    let read = try readEvents(segment, of: leads, [.text("url")])
    #expect(read.events(of: 0) == ["1751328000 track"])
    #expect(read.events(of: 1) == ["1751414400 page"])
    #expect((0..<2).map { read.kinds.value("url", of: $0) } == [.text("/b"), .text("/a")])
    let mixpanel = "{\"event\":\"Demo\",\"properties\":{\"time\":1751328000,\"distinct_id\":\"3\",\"url\":\"/c\"}}\n"
    #expect(try readEvents(mixpanel, of: leads, [.text("url")]).events(of: 2) == ["1751328000 Demo"])
  }

  @Test func aPropertyMayAppearLateInTheFile() throws {
    var text = ""
    for second in 0..<1200 { text += "{\"lead_id\":1,\"type\":\"a\",\"at\":\(1_000_000_000 + second)}\n" }
    text += "{\"lead_id\":2,\"type\":\"a\",\"at\":1000009999,\"url\":\"/late\"}\n"
    let read = try readEvents(text, of: leads, [.text("url")])
    let kind = read.log.events(of: 1).first.map { Int($0.kind) }
    #expect(kind.map { read.kinds.value("url", of: $0) } == .text("/late"))
  }

  // MARK: Threads and blocks

  @Test func resultsDoNotDependOnThreadsBlocksOrOrder() throws {
    let seed: UInt64 = 21
    var generator = SeededGenerator(seed: seed)
    let people = leadTable((0..<50).map(String.init))
    var rows = (0..<1500).map { index in
      let lead = Int.random(in: 0..<55, using: &generator)
      let time = index % 97 == 0 ? "never" : String(1_000_000_000 + Int.random(in: 0..<300, using: &generator))
      return "\(lead),e\(index % 5),\(time),/\(index % 13)"
    }
    func read(_ blockSize: Int, threads: Int) throws -> ReadEvents {
      try readEvents(
        "lead_id,type,at,url\n" + rows.joined(separator: "\n"), of: people, [.text("url")], blockSize: blockSize,
        settings: ReadingSettings(threads: threads))
    }
    let expected = try read(RecordFile.blockSize, threads: 1)
    for round in 0..<6 {
      let other = try read([64, 100, 1000][round % 3], threads: 1 + round % 3)
      if round < 3 { #expect(other.reasons == expected.reasons, "seed \(seed)") }
      #expect(other.log.shards.map(\.events) == expected.log.shards.map(\.events), "seed \(seed)")
      #expect(other.log.shards.map(\.offsets) == expected.log.shards.map(\.offsets), "seed \(seed)")
      #expect(
        (0..<other.kinds.count).map(other.kinds.name) == (0..<expected.kinds.count).map(expected.kinds.name),
        "seed \(seed)")
      if round >= 2 { rows.shuffle(using: &generator) }
    }
  }
}
