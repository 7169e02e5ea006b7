import Testing

@testable import Leads

struct GzipTests {
  /// `gzip.compress(b"id,note\n" + b"".join(b"%d,the same words\n" % i for i in range(1, 101)), mtime=0)` of Python 3.
  private static let compressed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x6D, 0xD5, 0x3B, 0x6E, 0x42, 0x31, 0x10, 0x40,
    0xD1, 0x9E, 0x55, 0xB0, 0x00, 0x8A, 0xD8, 0x1E, 0x7F, 0x66, 0x39, 0x48, 0x3C, 0x29, 0x29, 0x12, 0xA4, 0x80,
    0xC4, 0xF6, 0xE9, 0x7D, 0x68, 0x6F, 0x75, 0x64, 0x8D, 0x67, 0x7E, 0x6E, 0x97, 0xBF, 0xFB, 0xF3, 0x38, 0x95,
    0xCB, 0xF3, 0xFB, 0x38, 0x3F, 0xAE, 0xBF, 0xC7, 0xF9, 0x75, 0xFF, 0xBF, 0x3D, 0x4E, 0x75, 0x0F, 0x6D, 0x0F,
    0xB1, 0x87, 0xBE, 0x87, 0xB1, 0x87, 0xB9, 0x87, 0xB5, 0x87, 0xDC, 0x43, 0xF9, 0xA2, 0x60, 0x2D, 0x60, 0x0B,
    0xDA, 0x02, 0xB7, 0xE0, 0x2D, 0x80, 0x0B, 0xE2, 0x02, 0xB9, 0x60, 0xAE, 0x98, 0xAB, 0xEF, 0x8B, 0xB9, 0x62,
    0xAE, 0x98, 0x2B, 0xE6, 0x8A, 0xB9, 0x62, 0xAE, 0x98, 0x2B, 0xE6, 0x86, 0xB9, 0x61, 0x6E, 0x0E, 0x05, 0xE6,
    0x86, 0xB9, 0x61, 0x6E, 0x98, 0x1B, 0xE6, 0x86, 0xB9, 0x61, 0x0E, 0xCC, 0x81, 0x39, 0x30, 0x87, 0x93, 0x8C,
    0x39, 0x30, 0x07, 0xE6, 0xC0, 0x1C, 0x98, 0x03, 0x73, 0xC7, 0xDC, 0x31, 0x77, 0xCC, 0x1D, 0x73, 0xF7, 0xFB,
    0x61, 0xEE, 0x98, 0x3B, 0xE6, 0x8E, 0xB9, 0x63, 0x1E, 0x98, 0x07, 0xE6, 0x81, 0x79, 0x60, 0x1E, 0x98, 0x87,
    0x3B, 0x03, 0xF3, 0xC0, 0x3C, 0x30, 0x0F, 0xCC, 0x13, 0xF3, 0xC4, 0x3C, 0x31, 0x4F, 0xCC, 0x13, 0xF3, 0xC4,
    0x3C, 0x5D, 0x74, 0x98, 0x27, 0xE6, 0x89, 0x79, 0x61, 0x5E, 0x98, 0x17, 0xE6, 0x85, 0x79, 0x61, 0x5E, 0x98,
    0x17, 0xE6, 0xE5, 0x76, 0xC6, 0xBC, 0x30, 0x27, 0xE6, 0xC4, 0x9C, 0x98, 0x13, 0x73, 0x62, 0x4E, 0xCC, 0x89,
    0x39, 0x31, 0xA7, 0x27, 0xE5, 0xC3, 0x4D, 0x01, 0xFD, 0x06, 0xE3, 0x7D, 0xB7, 0x4A, 0x08, 0x07, 0x00, 0x00,
  ]

  /// A gzip member whose data is stored, not compressed (RFC 1951, 3.2.4; RFC 1952).
  private static func stored(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var position = 0
    repeat {
      let piece = content[position..<min(position + 60_000, content.count)]
      position += piece.count
      let size = UInt16(piece.count)
      result.append(position == content.count ? 1 : 0)
      result += [UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
      result += piece
    } while position < content.count
    var checksum: UInt32 = .max
    for byte in content {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
    }
    for word in [~checksum, UInt32(content.count)] {
      result += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
    return result
  }

  private static func rows(_ range: Range<Int>) -> [UInt8] {
    range.flatMap { Array("\($0),note \($0)\n".utf8) }
  }

  @Test func readsCompressedData() throws {
    let read = try readLeads(Self.compressed, [.text("note")], blockSize: 256, settings: ReadingSettings(threads: 2))
    #expect(read.ids == (1...100).map(String.init))
    #expect(read.texts("note").allSatisfy { $0 == "the same words" })
  }

  @Test func readsSeveralMembersOneAfterTheOther() throws {
    let first = Array("i".utf8)
    let second = Array("d,note\n".utf8) + Self.rows(0..<3000)
    let bytes = Self.stored(first) + Self.stored([]) + Self.stored(second) + Self.stored(Self.rows(3000..<3100))
    for blockSize in [512, RecordFile.blockSize] {
      let read = try readLeads(bytes, [.text("note")], blockSize: blockSize)
      #expect(read.ids == (0..<3100).map(String.init))
      #expect(read.texts("note").last == "note 3099")
    }
  }

  @Test func paddingBehindTheDataDoesNotCount() throws {
    let read = try readLeads(Self.compressed + [UInt8](repeating: 0, count: 512))
    #expect(read.table.count == 100)
  }

  @Test func readsUTF16InGzip() throws {
    let text = "\u{FEFF}id,note\n1,Zoë\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try readLeads(Self.stored(text), [.text("note")]).texts("note") == ["Zoë"])
  }

  @Test func readsJSONLinesInGzip() throws {
    #expect(try readLeads(Self.stored(Array("{\"id\":1}\n{\"id\":2}\n".utf8))).ids == ["1", "2"])
  }

  @Test func dataCutShortIsAnError() throws {
    for missing in [1, 8, 9, 60, Self.compressed.count - 12] {
      let problem = #expect(throws: FileProblem.self) { try readLeads(Self.compressed.dropLast(missing)) }
      #expect(problem?.message == "the gzip data ends too early", "\(missing)")
    }
    // Also where the end comes long after the heading.
    let large = Self.stored(Array("id,note\n".utf8) + Self.rows(0..<20_000))
    let problem = #expect(throws: FileProblem.self) {
      try readLeads(large.dropLast(9), blockSize: 1024, settings: ReadingSettings(threads: 2))
    }
    #expect(problem?.message == "the gzip data ends too early")
  }

  @Test func damagedDataIsAnError() throws {
    for position in [Self.compressed.count / 2, Self.compressed.count - 6] {
      var bytes = Self.compressed
      bytes[position] ^= 0x55
      let problem = #expect(throws: FileProblem.self) { try readLeads(bytes) }
      #expect(problem?.message == "the gzip data is damaged", "\(position)")
    }
  }

  @Test func nothingInGzipIsAnEmptyFile() throws {
    let problem = #expect(throws: FileProblem.self) { try readLeads(Self.stored([])) }
    #expect(problem?.message == "the file is empty")
  }
}

private func readLeads(
  _ content: ArraySlice<UInt8>, blockSize: Int = RecordFile.blockSize, settings: ReadingSettings = ReadingSettings()
) throws -> ReadLeads {
  try readLeads(Array(content), blockSize: blockSize, settings: settings)
}
