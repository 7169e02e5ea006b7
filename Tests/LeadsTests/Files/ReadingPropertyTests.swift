import TestSupport
import Testing

@testable import Leads

/// Whatever is written can be read back, wherever blocks end and however many threads read.
struct ReadingPropertyTests {
  /// Random records and the CSV that an independent writer makes of them.
  private struct Content {
    var bytes: [UInt8] = []
    var records: [[String]] = []
    /// The line of each record.
    var lines: [Int] = []
    let columns: [String]
    let delimiter: Character

    init(records count: Int, using generator: inout SeededGenerator) {
      delimiter = [",", ";", "\t", "|"].randomElement(using: &generator) ?? ","
      columns = ["id"] + (0..<Int.random(in: 0...4, using: &generator)).map { "c\($0)" }
      let lineEnd = Bool.random(using: &generator) ? "\r\n" : "\n"
      let letters: [String] = ["a", "b", " ", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "é", "😀", "0"]
      var text = columns.joined(separator: String(delimiter)) + lineEnd
      var line = 2
      for index in 0..<count {
        if Int.random(in: 0..<20, using: &generator) == 0, columns.count > 1 {
          text += lineEnd
          line += 1
        }
        var record = ["k\(index)"]
        for _ in columns.dropFirst() {
          let length = Int.random(in: 0...8, using: &generator)
          record.append((0..<length).map { _ in letters.randomElement(using: &generator) ?? "" }.joined())
        }
        records.append(record)
        lines.append(line)
        let written = record.map { value in
          // By bytes, since a carriage return and a line feed are one character.
          let special = value.utf8.contains { $0 == 10 || $0 == 13 || $0 == 34 || $0 == delimiter.asciiValue }
          let isQuoted = special || Int.random(in: 0..<5, using: &generator) == 0
          return isQuoted ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
        }.joined(separator: String(delimiter))
        line += written.utf8.count { $0 == 10 } + 1
        text += written + (index + 1 == count && Bool.random(using: &generator) ? "" : lineEnd)
      }
      bytes = Array(text.utf8)
    }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let seed: UInt64 = 11
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let content = Content(records: Int.random(in: 1...60, using: &generator), using: &generator)
      let blockSize = Int.random(in: 300...700, using: &generator)
      let threads = Int.random(in: 1...3, using: &generator)
      let read = try readLeads(
        content.bytes, content.columns.dropFirst().map { .text($0) }, delimiter: content.delimiter.asciiValue,
        blockSize: blockSize, settings: ReadingSettings(threads: threads))
      #expect(read.ids == content.records.map { $0[0] }, "seed \(seed)")
      #expect(read.rejects.isEmpty, "seed \(seed)")
      for (index, column) in content.columns.enumerated().dropFirst() {
        #expect(read.texts(column) == content.records.map { $0[index] }, "seed \(seed)")
      }
    }
  }

  @Test func linesAreCountedAcrossBlocks() throws {
    let seed: UInt64 = 12
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      let content = Content(records: 40, using: &generator)
      // Twice the same rows: each of the second half names the line of the first.
      var bytes = content.bytes
      if bytes.last != 10 { bytes.append(10) }
      let heading = (bytes.firstIndex(of: 10) ?? 0) + 1
      let lines = bytes.count { $0 == 10 }
      bytes += bytes[heading...]
      let read = try readLeads(
        bytes, delimiter: content.delimiter.asciiValue, blockSize: Int.random(in: 300...700, using: &generator),
        settings: ReadingSettings(threads: Int.random(in: 1...3, using: &generator)))
      let expected = zip(content.records, content.lines).map { record, line in
        "\(line + lines - 1): id \(record[0]) is already on line \(line)"
      }
      #expect(read.reasons == expected, "seed \(seed)")
    }
  }

  @Test func resultsDoNotDependOnThreadsOrBlocks() throws {
    let seed: UInt64 = 13
    var generator = SeededGenerator(seed: seed)
    var text = "id,note,amount\n"
    for row in 0..<400 {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: text += "\(row),short\n"
      case 1: text += "\(row),too,long,by,far\n"
      case 2: text += ",no id,5\n"
      case 3: text += "\(Int.random(in: 0...row, using: &generator)),again,6\n"
      case 4: text += "\(row),bad number,five\n"
      case 5: text += "\(row),\"open,7\n"
      case 6: text += "\n"
      case 7: text += "\(row),\"two\nlines\",\"8\"\n"
      default: text += "\(row),\"plain \(row % 9)\",\(row)\n"
      }
    }
    let attributes = [Attribute.text("note"), Attribute("amount", .number)]
    let expected = try readLeads(text, attributes)
    #expect(expected.rejects.count > 100)
    for blockSize in [256, 300, 511, 1024, 5000] {
      for threads in 1...3 {
        let read = try readLeads(
          text, attributes, blockSize: blockSize, settings: ReadingSettings(threads: threads))
        #expect(read.ids == expected.ids, "seed \(seed)")
        #expect(read.reasons == expected.reasons, "seed \(seed)")
        #expect(read.rejects.map(\.record) == expected.rejects.map(\.record), "seed \(seed)")
        #expect(read.texts("note") == expected.texts("note"), "seed \(seed)")
        #expect(read.values("amount") == expected.values("amount"), "seed \(seed)")
      }
    }
  }

  @Test func anyBytesAreReadOrRefused() throws {
    let seed: UInt64 = 14
    var generator = SeededGenerator(seed: seed)
    let alphabets = ["id,\"\n", "a\",\n;\r\t ", "{}[]\":,\\u0d8\n1nt", "\u{FEFF}é\"\n,x"]
    for round in 0..<800 {
      let alphabet = Array(alphabets[round % alphabets.count].utf8)
      let start = ["", "id,note\n", "{\"id\":1}\n", "sep=;\n"].randomElement(using: &generator) ?? ""
      let bytes =
        Array(start.utf8)
        + (0..<Int.random(in: 0...300, using: &generator)).map { _ in
          alphabet.randomElement(using: &generator) ?? 0
        }
      let blockSize = Int.random(in: 16...128, using: &generator)
      func outcome(threads: Int) -> String {
        do {
          let read = try readLeads(
            bytes, [.text("note")], id: start.isEmpty ? nil : "id", blockSize: blockSize,
            settings: ReadingSettings(threads: threads))
          return "\(read.ids) \(read.reasons) \(read.texts("note"))"
        } catch let problem as FileProblem {
          return problem.message
        } catch {
          return "\(error)"
        }
      }
      let one = outcome(threads: 1)
      if round % 5 == 0 { #expect(outcome(threads: 2) == one, "seed \(seed), round \(round)") }
    }
  }
}
