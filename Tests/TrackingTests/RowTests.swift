import Testing
import Tracking

@Suite struct RowTests {
  private func records(_ text: String, chunk: Int, quotes: Bool, limit: Int = 100) -> [RecordSplitter.Record] {
    var splitter = RecordSplitter(honoursQuotes: quotes, maximumBytes: limit)
    var records: [RecordSplitter.Record] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      splitter.feed(Array(bytes[start..<min(bytes.count, start + chunk)]).span)
      while let record = splitter.next() { records.append(record) }
    }
    splitter.finish()
    while let record = splitter.next() { records.append(record) }
    return records
  }

  private func record(_ text: String, _ line: Int) -> RecordSplitter.Record { .record(Array(text.utf8), line: line) }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func linesAreCutWhereverTheChunksEnd(chunk: Int) {
    #expect(
      records("a\nbc\r\n\n  \nd\"e\nf", chunk: chunk, quotes: false)
        == [record("a", 1), record("bc", 2), record("d\"e", 5), record("f", 6)])
    #expect(
      records("\u{FEFF}a,b\n1,\"x\ny\"\"z\"\n2,3\n", chunk: chunk, quotes: true)
        == [record("a,b", 1), record("1,\"x\ny\"\"z\"", 2), record("2,3", 4)])
    #expect(records("", chunk: chunk, quotes: true) == [])
  }

  @Test(arguments: [1, 64, 1000])
  func aLineThatIsTooLongIsPassedOver(chunk: Int) {
    let long = String(repeating: "x", count: 101)
    #expect(
      records("a\n\(long)\nb\n\(long.dropLast())\n", chunk: chunk, quotes: false)
        == [record("a", 1), .tooLong(line: 2), record("b", 3), record(String(long.dropLast()), 4)])
    #expect(records("a\n\(long)", chunk: chunk, quotes: false) == [record("a", 1), .tooLong(line: 2)])
    #expect(records(long + long + long + "\nb", chunk: chunk, quotes: false) == [.tooLong(line: 1), record("b", 2)])
  }

  private func rows(_ heading: String) throws -> EventRows { try EventRows(heading: Array(heading.utf8)) }

  @Test func rowsOfEvents() throws {
    let rows = try rows("Contact ID,Event,Timestamp,url,Amount")
    let message = try rows.message(Array(#"17,"Order, big",2025-07-01T12:00:00Z,"say ""hi""",  "#.utf8))
    #expect(message.recordID == "17")
    #expect(message.act == .track(name: "Order, big", properties: #"{"url":"say \"hi\""}"#))
    #expect(message.at == 1_751_371_200)
  }

  @Test func theLeadsColumnSaysWhatKindOfIDItHolds() throws {
    func message(_ heading: String, _ id: String) throws -> TrackedMessage {
      try rows("\(heading);type;at").message(Array("\(id);e;2025-07-01".utf8))
    }
    #expect(try message("user_id", "7").userID == "7")
    #expect(try message("Anonymous ID", "7").anonymousID == "7")
    #expect(try message("lead_id", "7").recordID == "7")
    #expect(try message("email", "Ada@Example.com").email == "ada@example.com")
  }

  @Test(arguments: [
    ("1,e", "2 values; the heading has 3"), (",e,2025-07-01", "lead_id: is missing"),
    ("1,,2025-07-01", "type: is missing"),
    ("1,e,soon", "at: \"soon\" is not a time since 1970"),
    ("1,e,1969-12-31", "at: \"1969-12-31\" is not a time since 1970"),
    ("1,\"e,2025-07-01", "a quote is not closed"),
  ])
  func rowsThatAreWrongAreNamed(row: String, message: String) throws {
    let rows = try rows("lead_id,type,at")
    #expect(throws: TrackingProblem(index: nil, message: message)) { try rows.message(Array(row.utf8)) }
  }

  @Test func headingsHaveToSayWhoWhatAndWhen() {
    #expect(throws: TrackingProblem(index: nil, message: "no column looks like the time of an event; call it \"at\"")) {
      try rows("lead_id,type,amount")
    }
  }
}
