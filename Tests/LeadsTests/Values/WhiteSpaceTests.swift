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
      // A macro for each of 65,535 characters would take seconds.
      if bytes.span.trimmedRange != expected { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func trimsToNothingWhatIsNothingElse() {
    for text in ["", " ", "\t\r\n", "\u{A0}\u{3000}"] {
      #expect(Array(text.utf8).span.trimmedRange.isEmpty)
    }
  }

  @Test func keepsWhatOnlyLooksBlank() {
    // A zero-width space and control characters are not white space.
    for text in ["\0x\0", "\u{200B}x", "\u{1}"] {
      #expect(Array(text.utf8).span.trimmedRange == 0..<text.utf8.count)
    }
  }

  @Test func brokenCharactersAreNotWhiteSpace() {
    for bytes: [UInt8] in [[0xC2], [0xE2, 0x80], [0x80, 0x80], [0xA0], [0xE3, 0x80, 0x41]] {
      #expect(bytes.span.trimmedRange == 0..<bytes.count)
    }
  }
}
