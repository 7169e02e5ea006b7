import TestSupport
import Testing

@testable import Leads

struct KindPoolTests {
  /// A block with the fields of one event: lead, name, time, properties.
  private struct Record {
    var bytes: [UInt8] = []
    var fields: [RecordFile.Field] = []

    init(_ texts: [String], before: String = "") {
      bytes += Array(before.utf8)
      for text in ["lead", texts[0], "time"] + texts.dropFirst() {
        let start = UInt32(bytes.count)
        bytes += Array(text.utf8)
        fields.append(RecordFile.Field(start: start, end: UInt32(bytes.count)))
        bytes.append(UInt8(ascii: ","))
      }
      bytes += [UInt8](repeating: 0x7A, count: Block.padding)
    }
  }

  @Test func agreesWithADictionary() {
    let seed: UInt64 = 33
    var generator = SeededGenerator(seed: seed)
    for properties in 0...3 {
      var pool = KindPool()
      var reference: [[String]: UInt32] = [:]
      for _ in 0..<3000 {
        // Parts of every length around eight, and such that only the borders between them differ.
        let texts = (0...properties).map { _ in
          String(repeating: Bool.random(using: &generator) ? "a" : "b", count: .random(in: 0...17, using: &generator))
        }
        let expected = reference[texts] ?? UInt32(reference.count)
        reference[texts] = expected
        let record = Record(texts, before: String(repeating: "x", count: .random(in: 0...8, using: &generator)))
        let code = pool.code(of: record.bytes.span, record.fields.span)
        if code != expected { Issue.record("seed \(seed): \(texts) is \(code), not \(expected)") }
      }
      for (texts, code) in reference {
        #expect(pool.texts(code).map { String(decoding: $0, as: UTF8.self) } == texts, "seed \(seed)")
      }
    }
  }

  @Test func theOrderOfKindsDoesNotDependOnThePools() {
    let records = ["b", "a", "c", "ab", ""].flatMap { name in ["2", "1", "x"].map { Record([name, $0]) } }
    func joined(_ parts: [[Record]]) -> (kinds: EventKinds, codes: [UInt32]) {
      var pools: [KindPool] = []
      var codes: [UInt32] = []
      for part in parts {
        var pool = KindPool()
        codes += part.map { pool.code(of: $0.bytes.span, $0.fields.span) }
        pools.append(pool)
      }
      let (kinds, renumbered) = EventKinds.joined(
        pools, properties: [Attribute("value", .number)], settings: ReadingSettings())
      var next = 0
      for (part, new) in zip(parts, renumbered) {
        for _ in part {
          if let new { codes[next] = new[Int(codes[next])] }
          next += 1
        }
      }
      return (kinds, codes)
    }
    let one = joined([records])
    let three = joined([Array(records[0..<4]), Array(records[4..<5]), Array(records[5...])])
    #expect(one.codes == three.codes)
    #expect(one.kinds.count == records.count)
    #expect((0..<one.kinds.count).map(one.kinds.name) == (0..<three.kinds.count).map(three.kinds.name))
    #expect((0..<3).map(one.kinds.name) == ["ab", "ab", "ab"])
    #expect((0..<3).map { one.kinds.value("value", of: $0) } == [.number(1), .number(2), .missing])
  }
}
