import Testing

@testable import Leads

struct RejectsTests {
  private static let content: String = {
    var text = "id,size\n"
    for row in 0..<20_000 { text += row % 4 == 0 ? "\(row),5\n" : row % 4 == 1 ? "\(row),bad\n" : "\(row)\n" }
    return text
  }()

  @Test(arguments: [1, 2])
  func withoutAHandlerOnlyCountsAndExamplesAreKept(threads: Int) throws {
    let file = try TemporaryFile(Self.content)
    let log = RejectLog()
    _ = try LeadFile(path: file.path, blockSize: 4096).read(
      [Attribute("size", .number)], settings: ReadingSettings(threads: threads), rejects: log)
    #expect(log.categories.map(\.name) == ["size: not a number", "too few values"])
    #expect(log.categories.map(\.count) == [5000, 10_000])
    #expect(log.categories.map { $0.examples.map(\.line) } == [[3, 7, 11], [4, 5, 8]])
    #expect(log.rejectedCount == 10_000)
  }

  @Test func aBlockKeepsAFewOfEachKindUnlessAllAreWanted() {
    for keepsAll in [false, true] {
      var report = BlockReport(keepsAll: keepsAll)
      var made = 0
      for line in 0..<100_000 {
        report.add(line % 2 == 0 ? .missingID(column: "id") : .unknownLead("x\(line)"), line: line) {
          made += 1
          return "record"
        }
      }
      #expect(report.rejects.count == (keepsAll ? 100_000 : 2 * RejectLog.exampleCount))
      #expect(made == report.rejects.count)
      #expect(report.rejects.reduce(0) { $0 + $1.count } == 100_000)
    }
  }

  @Test func aHandlerGetsAllOfThemByLine() throws {
    let read = try readLeads(
      Array(Self.content.utf8), [Attribute("size", .number)], blockSize: 4096, settings: ReadingSettings(threads: 3))
    #expect(read.rejects.count == 15_000)
    #expect(zip(read.rejects, read.rejects.dropFirst()).allSatisfy { $0.line < $1.line })
  }

  @Test func aRecordOfUnder64KiBIsKeptWhole() throws {
    for length in [(1 << 16) - 3, 1 << 16] {
      let record = "1," + String(repeating: "x", count: length - 4) + ",b"
      let read = try readLeads("id,note\n\(record)\n")
      #expect(read.rejects.map(\.record) == [record])
    }
    let longer = "1," + String(repeating: "x", count: 1 << 16) + ",b"
    #expect(try readLeads("id,note\n\(longer)\n").rejects.map(\.record.utf8.count) == [1 << 16])
  }

  @Test func reportsInAnyOrderGiveTheLinesOfTheFile() {
    let collector = RejectCollector()
    var queue = ReportQueue(path: "a.csv", linesBefore: 1, log: collector.log())
    for index in [2, 0, 3, 1] {
      var report = BlockReport(index: index)
      report.lines = 10 * (index + 1)
      report.add(.missingID(column: "id"), line: index) { "" }
      queue.add(report)
    }
    #expect(queue.firstLines == [2, 12, 32, 62])
    #expect(collector.all.map(\.line) == [2, 13, 34, 65])
  }

  @Test(
    arguments: [
      (.tooFewValues(found: 2, expected: 3), "2 values where the heading has 3 columns"),
      (.unclosedQuote, "a value starts with a quote that is not closed"),
      (.tooLong(limit: 4 << 20), "longer than 4 MiB"),
      (.notJSON("expected a value", at: 4), "not a JSON object: expected a value (byte 5)"),
      (.repeatedID("7", line: 3), "id 7 is already on line 3"), (.unknownLead("7"), "there is no lead 7"),
      (.missingEventName(column: "type"), "no event name in column type"),
      (.missingInstant(column: "at"), "no time in column at"),
      (.badInstant(column: "at", text: "soon"), "column at: \"soon\" is not a time between 1970 and 2105"),
      (.badValue(column: "x", expected: .flag, text: "?"), "column x: \"?\" is not a flag; counted as missing"),
    ] as [(RejectReason, String)])
  func saysWhy(reason: RejectReason, text: String) {
    #expect(reason.description == text)
  }
}
