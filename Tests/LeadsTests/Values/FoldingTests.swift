import TestSupport
import Testing

@testable import Leads

struct FoldingTests {
  @Test func agreesWithUnicodeOnRandomTexts() {
    let seed: UInt64 = 61
    var generator = SeededGenerator(seed: seed)
    let ranges: [ClosedRange<UInt32>] = [
      0x21...0x7E, 0xC0...0xFF, 0x100...0x24F, 0x370...0x52F, 0x1E00...0x1FFF, 0x2100...0x214F, 0x10400...0x1044F,
      0x300...0x36F, 0x21...0xD7FF,
    ]
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let range = ranges.randomElement(using: &generator) ?? 0x21...0x7E
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)),
          !scalar.properties.isWhitespace
        {
          text.append(scalar)
        }
      }
      let string = String(text)
      // Equal as strings are: which of several ways to write a letter is `CompositionTests`' business.
      if String(decoding: string.foldedUTF8, as: UTF8.self) != string.lowercased() {
        Issue.record("seed \(seed): \(string)")
      }
      // Trimmed first, and appended to what is there.
      var bytes: [UInt8] = [1, 2]
      Array("\u{A0} \(string)\t\n".utf8).span.appendFolded(to: &bytes)
      if bytes != [1, 2] + string.foldedUTF8 { Issue.record("seed \(seed): \(string)") }
    }
  }

  @Test func everyCharacterIsFoldedAsUnicodeDoes() {
    for value in UInt32(0x21)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace else { continue }
      if value > 0x2FFF, value % 31 != 0 { continue }
      let text = String(Character(scalar))
      if text.foldedUTF8 != Array(text.lowercased().utf8) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func foldingTwiceChangesNothing() {
    let seed: UInt64 = 62
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let alphabet: [UInt8] = [0x20, 0x41, 0x61, 0xC3, 0x89, 0x97, 0xA0, 0xC2, 0xE2, 0x80, 0x00, 0xFF, 0xCE, 0xA3]
      let bytes = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let once = bytes.folded()
      if once.folded() != once { Issue.record("seed \(seed): \(bytes)") }
    }
  }

  @Test func foldsCapitalsOfLatin1() {
    #expect("ÀÉÖØÞ×ß÷".foldedUTF8 == Array("àéöøþ×ß÷".utf8))
  }
}
