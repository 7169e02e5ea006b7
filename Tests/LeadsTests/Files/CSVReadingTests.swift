import Testing

@testable import Leads

struct CSVReadingTests {
  private let note = [Attribute.text("note")]

  // MARK: Values

  @Test func readsPlainRows() throws {
    let read = try readLeads("id,note\n1,a\n2,b\n", note)
    #expect(read.ids == ["1", "2"])
    #expect(read.texts("note") == ["a", "b"])
    #expect(read.rejects.isEmpty)
  }

  @Test(arguments: [
    ("\"a\"", "a"), ("\"\"", ""), ("\"a,b\"", "a,b"), ("\"a\"\"b\"", "a\"b"), ("\"\"\"\"", "\""),
    ("\"\"\"a\"\"\"", "\"a\""), ("\"a\nb\"", "a\nb"), ("\"a\r\nb\"", "a\r\nb"), ("\"\n\"", "\n"),
    ("5\" pipe", "5\" pipe"), ("a\"b\"", "a\"b\""), ("\"a\"b", "ab"), ("\"a\" b", "a b"), ("\"a\"\"b\"c\"", "a\"bc\""),
    (" \"a\"", " \"a\""), ("a b ", "a b "), ("ä", "ä"), ("😀", "😀"), ("\"a\nb\" ", "a\nb "),
  ])
  func readsAValue(written: String, read value: String) throws {
    for lineEnd in ["\n", "\r\n"] {
      let text = "id,note,last\(lineEnd)1,\(written),x\(lineEnd)2,y,\(written)\(lineEnd)"
      let read = try readLeads(text, note + [.text("last")], delimiter: UInt8(ascii: ","))
      #expect(read.texts("note") == [value, "y"])
      #expect(read.texts("last") == ["x", value])
      #expect(read.rejects.isEmpty)
    }
  }

  @Test func aCarriageReturnInsideAValueStays() throws {
    #expect(try readLeads("id,note\n1,a\rb\n", note).texts("note") == ["a\rb"])
  }

  // MARK: Lines

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsEveryLineEnd(lineEnd: String) throws {
    let rows = ["id,note", "1,a", "", "2,b", "3,c"]
    for end in ["", lineEnd, lineEnd + lineEnd] {
      let read = try readLeads(rows.joined(separator: lineEnd) + end, note)
      #expect(read.ids == ["1", "2", "3"])
      #expect(read.texts("note") == ["a", "b", "c"])
      #expect(read.rejects.isEmpty)
    }
  }

  @Test func rowsOfACarriageReturnFileAreReadBeyondATooLongOne() throws {
    let long = String(repeating: "x", count: 500)
    let read = try readLeads("id,note\r1,a\r2,\(long)\r3,c\r", note, blockSize: 128)
    #expect(read.ids == ["1", "3"])
    #expect(read.rejects.map(\.line) == [3])
  }

  @Test func passesOverEmptyLines() throws {
    let read = try readLeads("\n\nid,note\n\n1,a\n\r\n\n2,b\n2,c\n", note)
    #expect(read.ids == ["1", "2"])
    #expect(read.reasons == ["9: id 2 is already on line 8"])
  }

  @Test func readsAFileOfOneColumn() throws {
    let read = try readLeads("email\na@x.de\n\nb@x.de\n\"\"\n", [.text("email")])
    #expect(read.ids == ["a@x.de", "b@x.de"])
    #expect(read.reasons == ["5: no id in column email"])
  }

  // MARK: Rows of the wrong width

  @Test func acceptsEmptyValuesBehindTheLastColumn() throws {
    let read = try readLeads("id,note\n1,a,,\n2,b,\"\"\n3,c,\r\n4,d\n", note)
    #expect(read.ids == ["1", "2", "3", "4"])
    #expect(read.rejects.isEmpty)
  }

  @Test func rejectsRowsThatAreTooShortOrTooLong() throws {
    let read = try readLeads("id,note,more\n1,a,b\n2,\"a\nb\"\n3,a,b,c\n4,a,b,,c\n5,a,b\n6\n", note)
    #expect(read.ids == ["1", "5"])
    #expect(
      read.reasons == [
        "3: 2 values where the heading has 3 columns", "5: 4 values where the heading has 3 columns",
        "6: 5 values where the heading has 3 columns", "8: 1 values where the heading has 3 columns",
      ])
    #expect(read.rejects.map(\.record) == ["2,\"a\nb\"", "3,a,b,c", "4,a,b,,c", "6"])
  }

  @Test func aRejectHasTheRecordAsItWasWritten() throws {
    let record = "2,\"say \"\"hi\"\"\",\"x\"y,\"é\",5"
    let read = try readLeads("id,note,a\n1,x,y\n\(record)\r\n", note + [.text("a")])
    #expect(read.rejects.map(\.record) == [record])
  }

  // MARK: Quotes that are not closed

  @Test(arguments: [false, true])
  func onlyTheLineWithAnOpenQuoteIsLost(laterValuesHaveQuotes: Bool) throws {
    let quote = laterValuesHaveQuotes ? "\"" : ""
    var text = "id,note,more\n"
    for row in 1...2000 { text += row == 700 ? "700,\"open,x\n" : "\(row),\(quote)value \(row)\(quote),x\n" }
    for blockSize in [512, 4096, RecordFile.blockSize] {
      for threads in [1, 3] {
        let read = try readLeads(text, note, blockSize: blockSize, settings: ReadingSettings(threads: threads))
        #expect(read.ids == (1...2000).filter { $0 != 700 }.map(String.init))
        #expect(read.reasons == ["701: a value starts with a quote that is not closed"])
        #expect(read.rejects.first?.record == "700,\"open,x")
        #expect(read.texts("note").last == "value 2000")
      }
    }
  }

  @Test func linesAreRightAfterAnOpenQuote() throws {
    let text = "id,note\n1,\"a\nb\"\n2,\"open\n3,\"c\nd\"\n3,again\n4,\"end"
    let read = try readLeads(text, note)
    #expect(read.ids == ["1", "3"])
    #expect(
      read.reasons == [
        "4: a value starts with a quote that is not closed", "8: a value starts with a quote that is not closed",
        "7: id 3 is already on line 5",
      ])
  }

  @Test func aRecordOfSeveralLinesMayBeBrokenInItsLastValue() throws {
    let read = try readLeads("id,note,last\n1,\"a\nb\",\"open\n2,c,\"d\"\n", note)
    #expect(read.ids == ["2"])
    #expect(read.rejects.map(\.line) == [2])
    #expect(read.rejects.map(\.record) == ["1,\"a\nb\",\"open"])
  }

  // MARK: Size

  @Test func aFieldOfTenMegabytesIsRejectedAndTheRestIsRead() throws {
    let field = [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20)
    let content = Array("id,note\n1,a\n2,\"".utf8) + field + Array("\"\n3,c\n4,d\n4,e".utf8)
    let read = try readLeads(content, note)
    #expect(read.ids == ["1", "3", "4"])
    #expect(read.reasons == ["3: longer than 4 MiB", "6: id 4 is already on line 5"])
    #expect(read.rejects.first?.record.utf8.count == 1 << 16)
  }

  @Test func aRecordMayBeAsLongAsABlockAndNoLonger() throws {
    // Heading and rows of exactly 100 and 101 bytes, each with its line feed.
    let fits = "2," + String(repeating: "x", count: 97) + "\n"
    let read = try readLeads("id,note\n1,a\n\(fits)3,b\n", note, blockSize: 100)
    #expect(read.ids == ["1", "2", "3"])
    let tooLong = "2," + String(repeating: "x", count: 98) + "\n"
    let other = try readLeads("id,note\n1,a\n\(tooLong)3,b\n", note, blockSize: 100)
    #expect(other.ids == ["1", "3"])
    #expect(other.rejects.map(\.reason) == [.tooLong(limit: 100)])
  }

  @Test func theLastRecordMayLackItsLineFeedAtABlockEnd() throws {
    for length in 80...100 {
      let text = "id,note\n1,a\n2," + String(repeating: "x", count: length)
      let read = try readLeads(text, note, blockSize: 100)
      #expect(read.ids == (length < 100 - 2 ? ["1", "2"] : ["1"]), "\(length)")
    }
  }
}

@Suite struct OldMacFileTests {
  @Test func linesThatEndInACarriageReturnMayHoldLineFeedsInQuotes() throws {
    let text = "lead_id,email,note\r1,a@b.example,\"two\nlines\"\r2,c@d.example,x\r"
    let read = try readLeads(Array(text.utf8), [Attribute("note", .text)])
    #expect(read.ids == ["1", "2"])
    #expect(read.texts("note") == ["two\nlines", "x"])
  }
}
