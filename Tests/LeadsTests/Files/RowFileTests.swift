import Testing

@testable import Leads

@Suite struct RowFileTests {
  private func read(
    _ content: String, name: String = "rows.csv", blockSize: Int = RecordFile.blockSize, threads: Int = 1
  ) throws -> (table: RowTable, rejects: [Reject]) {
    let file = try TemporaryFile(content, name: name)
    let collector = RejectCollector()
    let table = try RowFile(path: file.path, delimiter: nil, blockSize: blockSize)
      .read(settings: ReadingSettings(threads: threads), rejects: collector.log())
    return (table, collector.all)
  }

  private func texts(_ table: RowTable, _ column: Int) -> [String] {
    table.columns[column].codes.map(table.columns[column].pool.text)
  }

  @Test func everyRowIsKeptWithItsLine() throws {
    let (table, rejects) = try read("a,b\n1,\"x\ny\"\n1,\n\n2,z\n")
    #expect(table.heading.columns == ["a", "b"])
    #expect(texts(table, 0) == ["1", "1", "2"])
    #expect(texts(table, 1) == ["x\ny", "", "z"])
    #expect(table.lines == [2, 4, 6])
    #expect(rejects.isEmpty)
  }

  @Test func columnsOfOneNameAreBothThere() throws {
    let (table, _) = try read("a,A,a\n1,2,3\n")
    #expect((0..<3).map { texts(table, $0) } == [["1"], ["2"], ["3"]])
  }

  @Test func recordsOfAnotherWidthAreRejected() throws {
    let (table, rejects) = try read("a,b\n1,2\n1\n3,4\n")
    #expect(table.count == 2)
    #expect(rejects.map(\.line) == [3])
  }

  @Test func aFileOfOnlyAHeadingHasNoRows() throws {
    let (table, _) = try read("a,b\n")
    #expect(table.count == 0)
    #expect(table.columns.count == 2)
  }

  @Test(arguments: [1, 3])
  func blocksAndThreadsDoNotMatter(threads: Int) throws {
    let content = "a,b\n" + (0..<500).map { "\($0),v\($0 % 7)\n" }.joined()
    let (table, _) = try read(content, blockSize: 256, threads: threads)
    #expect(texts(table, 0) == (0..<500).map(String.init))
    #expect(texts(table, 1) == (0..<500).map { "v\($0 % 7)" })
    #expect(table.lines == (2...501).map(UInt32.init))
  }

  @Test func membersOfJSONObjectsAreColumns() throws {
    let (table, _) = try read("{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\"}\n", name: "rows.jsonl")
    #expect(texts(table, 0) == ["1", ""])
    #expect(texts(table, 1) == ["x", "y"])
    #expect(table.lines == [1, 2])
  }
}
