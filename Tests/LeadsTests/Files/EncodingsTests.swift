import Testing

@testable import Leads

struct EncodingsTests {
  private static let text = "id,note\n1,Zoë\n2,€ 5 – 😀\n3,\"a\nb\"\n"
  private static let notes = ["Zoë", "€ 5 – 😀", "a\nb"]

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]])
  func readsUTF8(byteOrderMark: [UInt8]) throws {
    let read = try readLeads(byteOrderMark + Array(Self.text.utf8), [.text("note")])
    #expect(read.texts("note") == Self.notes)
  }

  @Test(arguments: [true, false], [true, false])
  func readsUTF16(bigEndian: Bool, byteOrderMark: Bool) throws {
    let bytes = Self.utf16((byteOrderMark ? "\u{FEFF}" : "") + Self.text, bigEndian: bigEndian)
    let read = try readLeads(bytes, [.text("note")])
    #expect(read.ids == ["1", "2", "3"])
    #expect(read.texts("note") == Self.notes)
  }

  @Test func charactersOfUTF16MayLieAcrossBlocks() throws {
    // Characters of one, two, three and four bytes in UTF-8 at every distance from the ends of blocks.
    let rows = (0..<300).map { "\($0)," + String(repeating: "x", count: $0 % 7) + "é€😀中" }
    let bytes = Self.utf16("\u{FEFF}id,note\n" + rows.joined(separator: "\n"), bigEndian: false)
    for blockSize in [64, 65, 66, 67, 129] {
      let read = try readLeads(bytes, [.text("note")], blockSize: blockSize)
      #expect(read.ids == (0..<300).map(String.init))
      #expect(read.texts("note").allSatisfy { $0.hasSuffix("é€😀中") })
    }
  }

  @Test func aLoneSurrogateAndAnOddByteAreRepaired() throws {
    var bytes = Self.utf16("\u{FEFF}id,note\n1,a", bigEndian: false)
    bytes += [0x3D, 0xD8, 0x0A, 0x00]
    bytes += Self.utf16("2,b", bigEndian: false) + [0x78]
    let read = try readLeads(bytes, [.text("note")])
    #expect(read.texts("note") == ["a\u{FFFD}", "b"])
  }

  @Test func readsWindows1252() throws {
    let bytes =
      Array("id,Größe,note\n".unicodeScalars.map { UInt8($0.value) })
      + [0x31, 0x2C, 0x78, 0x2C, 0x5A, 0x6F, 0xEB, 0x0A]  // Zoë
      + [0x32, 0x2C, 0x79, 0x2C, 0x80, 0x20, 0x96, 0x0A]  // € –
    let read = try readLeads(bytes, [.text("note"), .text("Größe")])
    #expect(read.texts("note") == ["Zoë", "€ –"])
    #expect(read.texts("Größe") == ["x", "y"])
  }

  @Test func everyByteOfWindows1252IsACharacter() {
    let bytes = (0...255).map { UInt8($0) }
    let text = String(decoding: Windows1252.utf8(of: bytes[...]), as: UTF8.self)
    #expect(text.unicodeScalars.count == 256)
    #expect(!text.unicodeScalars.contains("\u{FFFD}"))
    #expect(text.unicodeScalars.suffix(96).map(\.value) == Array(160...255))
  }

  @Test func windows1252MayShowItselfFarIntoTheFile() throws {
    // At every distance from the end of its block.
    for shift in 0..<70 {
      var bytes = Array("id,note\n".utf8)
      for row in 0..<100 { bytes += Array("\(row),plain\n".utf8) }
      bytes += Array("x,".utf8) + [UInt8](repeating: 0x61, count: shift % 35) + [0xE9, 0x61, 0x0A]
      for row in 100..<130 { bytes += Array("\(row),na".utf8) + [0xEF] + Array("ve\n".utf8) }
      let read = try readLeads(bytes, [.text("note")], blockSize: 64 + shift / 35)
      #expect(read.table.count == 131)
      #expect(read.texts("note")[100].hasSuffix("éa"), "\(shift)")
      #expect(read.texts("note").suffix(30).allSatisfy { $0 == "naïve" }, "\(shift)")
    }
  }

  @Test func oneDamagedCharacterDoesNotMakeAFileWindows1252() throws {
    var bytes = Array("id,note\n1,Zoë\n2,Renée\n3,a".utf8)
    bytes += [0xC3, 0x0A]
    bytes += Array("4,é\n".utf8)
    #expect(try readLeads(bytes, [.text("note")]).texts("note") == ["Zoë", "Renée", "a\u{FFFD}", "é"])
  }

  @Test func rejectsAreReadableInEveryEncoding() throws {
    let bytes = Array("id,note\n1,a\n2,".utf8) + [0xE9] + Array(",3\n".utf8)
    #expect(try readLeads(bytes).rejects.map(\.record) == ["2,é,3"])
  }
}
