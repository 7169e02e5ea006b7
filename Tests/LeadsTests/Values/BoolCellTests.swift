import TestSupport
import Testing

@testable import Leads

struct BoolCellTests {
  @Test func readsTheConformanceCases() throws {
    let rows = try ConformanceCase.all(in: "values/flags.csv")
    #expect(rows.count >= 100)
    for row in rows {
      #expect(Bool(cell: row["text"]) == Bool(row["expected"]), "\(row)")
    }
  }

  @Test func refusesBytesThatAreNoText() {
    let bytes: [UInt8] = [0x73, 0xC3]  // the start of "sí"
    #expect(Bool(cell: bytes.span) == nil)
  }
}
