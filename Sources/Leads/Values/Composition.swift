/// Unicode's canonical composition (NFC) of the letters that people type with combining marks.
///
/// The standard library compares characters canonically but has no public normalisation. A table of the composed
/// letters, keyed by `Character`, therefore gives the composed letter of any equal sequence. It holds the letters of
/// Latin, Greek, Cyrillic, the kana and Hangul; sequences without a composed letter stay as they are.
enum Composition {
  /// The text with combining sequences replaced by composed letters.
  static func composed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.count == 1 {
        result.append(contentsOf: scalars)
      } else if let letter = letters[character] ?? syllable(character) {
        result.append(letter)
      } else {
        appendPartly(scalars, to: &result)
      }
    }
    return String(result)
  }

  /// Whether a text may hold something to compose: combining marks, voiced kana marks, or parts of Hangul.
  static func mayCompose(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x1161...0x11FF, 0x3099...0x309A: true
      default: false
      }
    }
  }

  /// A letter with several marks, not all of which the composed letter has: it takes what it can, and the others follow
  /// it in canonical order. A mark behind another of its class cannot pass it (Unicode Standard, section 3.11, D115).
  private static func appendPartly(
    _ scalars: Character.UnicodeScalarView, to result: inout String.UnicodeScalarView
  ) {
    func order(_ scalar: Unicode.Scalar) -> UInt8 { scalar.properties.canonicalCombiningClass.rawValue }
    let marks = scalars.dropFirst()
    guard var letter = scalars.first, order(letter) == 0, marks.allSatisfy({ order($0) > 0 }) else {
      result.append(contentsOf: scalars)
      return
    }
    var rest: [Unicode.Scalar] = []
    for (_, mark) in marks.enumerated().sorted(by: { (order($0.1), $0.0) < (order($1.1), $1.0) }) {
      let pair = String(String.UnicodeScalarView([letter, mark]))
      if rest.last.map({ order($0) < order(mark) }) ?? true, pair.count == 1, let character = pair.first,
        let composed = letters[character]
      {
        letter = composed
      } else {
        rest.append(mark)
      }
    }
    result.append(letter)
    result.append(contentsOf: rest)
  }

  /// A syllable of Hangul from its two or three parts (Unicode Standard, section 3.12).
  private static func syllable(_ character: Character) -> Unicode.Scalar? {
    let parts = character.unicodeScalars.map(\.value)
    guard 2...3 ~= parts.count, 0x1100...0x1112 ~= parts[0] else { return nil }
    guard 0x1161...0x1175 ~= parts[1] else { return nil }
    var value = 0xAC00 + ((parts[0] - 0x1100) * 21 + parts[1] - 0x1161) * 28
    if parts.count == 3 {
      guard 0x11A8...0x11C2 ~= parts[2] else { return nil }
      value += parts[2] - 0x11A7
    }
    return Unicode.Scalar(value)
  }

  private static let letters: [Character: Unicode.Scalar] = {
    var letters: [Character: Unicode.Scalar] = [:]
    let blocks: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF, 0x3040...0x30FF,
    ]
    for value in blocks.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Of equal letters the first is the one that composition gives, except for those that Unicode keeps twice.
      let character = Character(scalar)
      if letters[character] == nil { letters[character] = scalar }
    }
    return letters
  }()
}
