import Testing

@testable import Leads

struct FileFormatTests {
  @Test(arguments: [",", ";", "\t", "|"])
  func recognisesTheDelimiter(delimiter: String) throws {
    let text = "id,note,more\n1,a,b\n2,c,d\n".replacing(",", with: delimiter)
    let read = try readLeads(text, [.text("note"), .text("more")])
    #expect(read.ids == ["1", "2"])
    #expect(read.texts("more") == ["b", "d"])
  }

  @Test(arguments: [",", ";", "\t", "|"], [",", ";", "\t", "|"])
  func otherDelimitersInQuotesDoNotCount(delimiter: String, other: String) throws {
    var text = "\"id\"\(delimiter)\"last\(other) first\"\n"
    for row in 1...5 { text += "\"\(row)\"\(delimiter)\"Doe\(other) Jo\"\n" }
    let read = try readLeads(text)
    #expect(read.ids == ["1", "2", "3", "4", "5"])
  }

  @Test func decimalCommasDoNotCount() throws {
    let read = try readLeads("id;amount\n1;1,5\n2;2,5\n3;3,5\n", [Attribute("amount", .number)])
    #expect(read.values("amount") == [.number(1.5), .number(2.5), .number(3.5)])
  }

  @Test func inchesDoNotCount() throws {
    let read = try readLeads("id;size\n1;5\" pipe, long\n2;3\" pipe, long\n", [.text("size")])
    #expect(read.texts("size") == ["5\" pipe, long", "3\" pipe, long"])
  }

  @Test(arguments: [";", "\t", "|", ","])
  func believesExcelsOwnLine(delimiter: String) throws {
    for end in ["\n", "\r\n"] {
      let read = try readLeads("sep=\(delimiter)\(end)id\(delimiter)a:b\(end)1\(delimiter)x\(end)")
      #expect(read.ids == ["1"])
    }
    let read = try readLeads("sep=\(delimiter)\nid\(delimiter)a\n1\n")
    #expect(read.rejects.map(\.line) == [3])
  }

  @Test func theCallerMayNameTheDelimiter() throws {
    let read = try readLeads("id,x:note\n1,2:a\n", [.text("note")], id: "id,x", delimiter: UInt8(ascii: ":"))
    #expect(read.ids == ["1,2"])
  }

  @Test func aFileOfOtherDelimitersIsOneColumn() throws {
    let problem = #expect(throws: FileProblem.self) { try readLeads("id:name\n1:a\n") }
    #expect(problem?.hint == "only one column was found; values may be separated by , ; tab or |")
  }
}
