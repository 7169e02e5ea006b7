import FoundationEssentials
import Testing

@testable import Leads

/// Files that cannot be read at all: each with the words that the user sees.
struct FileProblemTests {
  private func problem(_ content: [UInt8]) throws -> FileProblem? {
    let file = try TemporaryFile(content)
    return #expect(throws: FileProblem.self) { try LeadFile(path: file.path) }
  }

  private func problem(_ content: String) throws -> FileProblem? { try problem(Array(content.utf8)) }

  @Test func aFileThatIsNotThere() {
    let problem = #expect(throws: FileProblem.self) { try LeadFile(path: "/nowhere/leads.csv") }
    #expect(problem?.description == "/nowhere/leads.csv: there is no such file")
    #expect(problem?.isFailure == false)
  }

  @Test func aFolder() throws {
    let problem = #expect(throws: FileProblem.self) {
      try LeadFile(path: FileManager.default.temporaryDirectory.path)
    }
    #expect(problem?.message == "this is a folder, not a file")
    #expect(problem?.hint == "name the CSV or JSON Lines file in it")
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "   \n", "\u{FEFF}", "sep=;\n", "sep=;\r\n\r\n", ",,,\n", ",,\n\n"])
  func anEmptyFile(content: String) throws {
    #expect(try problem(content)?.message == "the file is empty")
  }

  @Test func aFileOfOnlyAHeadingHasNoLeads() throws {
    for heading in ["id,note", "id,note\n", "id,note\r\n\r\n", "\u{FEFF}id;note", "sep=;\nid;note\n"] {
      let read = try readLeads(heading, [.text("note")])
      #expect(read.table.count == 0)
      #expect(read.table.column("note")?.count == 0)
      #expect(read.rejects.isEmpty)
    }
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "this is a zip archive or an Excel workbook, not text"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "this is an old Excel workbook, not text"),
      ([0x50, 0x41, 0x52, 0x31, 0x15, 0x04], "this is a Parquet file, not text"),
      ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00, 0x00, 0x41, 0x0A], "this is a binary file, not text"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x0D], "this is a binary file, not text"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x69, 0x00, 0x00, 0x00], "this is text in UTF-32"),
    ] as [([UInt8], String)])
  func aFileOfAnotherKind(content: [UInt8], message: String) throws {
    let problem = try problem(content)
    #expect(problem?.message == message)
    #expect(problem?.hint != nil)
  }

  @Test(arguments: ["[{\"id\":1}]", "[\n  {\n    \"id\": 1\n  }\n]\n"])
  func aJSONArray(content: String) throws {
    let problem = try problem(content)
    #expect(problem?.message == "this is a JSON array, and Leadline reads JSON Lines (an object on each line)")
    #expect(problem?.hint == "convert it: jq -c '.[]' FILE.json > FILE.jsonl")
  }

  @Test(arguments: ["{\n  \"id\": 1\n}\n", "{}\n{}\n", "{broken\n"])
  func linesThatAreNoObjects(content: String) throws {
    #expect(try problem(content)?.message == "none of its first lines is a JSON object with a member")
  }

  @Test(arguments: ["id,\"note\n1,a\n", "id,\"note\n1,\"a\"\n"])
  func aQuoteLeftOpenInTheHeading(content: String) throws {
    #expect(try problem(content)?.message == "line 1: a column name starts with a quote that is not closed")
  }

  @Test func aHeadingLongerThanABlock() throws {
    let file = try TemporaryFile("id," + String(repeating: "x", count: 97) + "\n1,a\n")
    #expect(throws: FileProblem.self) { try LeadFile(path: file.path, blockSize: 100) }
    #expect(throws: Never.self) { try LeadFile(path: file.path, blockSize: 101) }
  }

  @Test func tooManyColumns() throws {
    let columns = (1..<10_000).map { "c\($0)" }
    #expect(throws: Never.self) { try readLeads("id," + columns.joined(separator: ",")) }
    let problem = try problem("id,more," + columns.joined(separator: ","))
    #expect(problem?.message == "the heading has 10001 columns; the limit is 10,000")
  }

  @Test func aProblemIsSaidWithItsHint() {
    #expect(FileProblem("a.csv", "it is so", hint: "do this").description == "a.csv: it is so\n  hint: do this")
  }
}
