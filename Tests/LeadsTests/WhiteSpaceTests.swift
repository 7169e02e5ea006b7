import Testing

@testable import Leads

struct WhiteSpaceTests {
  @Test func trimsExactlyWhatUnicodeCallsWhiteSpace() {
    for value in UInt32(1)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array("\(Character(scalar))x\(Character(scalar))".utf8)
      let width = (bytes.count - 1) / 2
      let expected = scalar.properties.isWhitespace ? width..<width + 1 : 0..<bytes.count
      if scalar == "x" { continue }
      #expect(bytes.span.trimmedRange == expected, "U+\(String(value, radix: 16))")
    }
  }

  @Test func brokenCharactersAreNotWhiteSpace() {
    for bytes: [UInt8] in [[0xC2], [0xE2, 0x80], [0x80, 0x80], [0xA0], [0xE3, 0x80, 0x41]] {
      #expect(bytes.span.trimmedRange == 0..<bytes.count)
    }
  }
}
