/// A text as its words: small letters without accents, a single space between words, and where the text breaks.
///
///     PlainText("Geschäftsführer/in, U.S.A.")   // geschaftsfuhrer · in · usa
///
/// Letters of Latin alphabets lose their accents, and in longer words `ae`, `oe` and `ue` become one letter, so that
/// `Geschaeftsfuehrer`, `Geschäftsführer` and `Geschaftsfuhrer` are one word. Letters of other alphabets stay. Single
/// letters with dots are joined: `C.E.O.` is `ceo`. Only for comparing; nobody gets to see it.
struct PlainText {
  /// The words, separated by spaces.
  private(set) var bytes: [UInt8] = []
  private(set) var words: [Word] = []
  /// Whether `&` or `+` stood since the last word.
  private var hasAnd = false

  /// A word's place in `bytes`, and what stood before it.
  struct Word {
    var range: Range<Int>
    var gap: Gap
    /// Whether it is single letters with dots, joined: `C.E.O.`.
    var isJoined = false
  }

  /// What stands between two words, from weak to strong.
  enum Gap: UInt8, Comparable {
    case space, hyphen, dot
    /// Comma, bracket, dash, line.
    case end
    /// A slash.
    case slash
    /// `@`: what follows is a company.
    case at

    static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
  }

  /// The words of the first bytes of a text.
  init(_ text: Span<UInt8>, longest: Int = 400) {
    let range = text.trimmedRange
    var folded: [UInt8] = []
    folded.reserveCapacity(min(range.count, longest))
    text.extracting(range.prefix(longest)).appendFolded(to: &folded)
    bytes.reserveCapacity(folded.count + 8)
    words.reserveCapacity(8)
    read(folded)
  }

  init(_ text: String) {
    self.init(text.utf8Span.span, longest: .max)
  }

  /// The bytes of some words that follow each other.
  func range(of words: Range<Int>) -> Range<Int> {
    self.words[words.lowerBound].range.lowerBound..<self.words[words.upperBound - 1].range.upperBound
  }

  // MARK: Reading

  private mutating func read(_ folded: [UInt8]) {
    var gap = Gap.end
    var start = bytes.count
    var hasSpace = false
    var i = 0
    while i < folded.count {
      let byte = folded[i]
      if byte < 0x80 {
        i += 1
        if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
          bytes.append(byte)
          continue
        }
        endWord(&start, &gap, &hasSpace)
        note(byte, &gap, &hasSpace, next: i < folded.count ? folded[i] : 0x20)
        // What a web form leaves of an ampersand.
        if byte == UInt8(ascii: "&"), folded[i...].starts(with: "amp;".utf8) { i += 4 }
        continue
      }
      let (scalar, length) = Self.scalar(in: folded, at: i)
      if let plain = PlainLetters.plain(scalar) {
        bytes.append(contentsOf: plain.utf8)
      } else if Self.isLetter(scalar) {
        for byte in folded[i..<i + length] { bytes.append(byte) }
      } else {
        endWord(&start, &gap, &hasSpace)
        switch scalar {
        case 0x2013, 0x2014, 0x2022, 0xB7, 0x2012, 0x2015, 0x3001, 0xFF0C: gap = max(gap, .end)
        case 0x2010, 0x2011: gap = max(gap, .hyphen)
        default: hasSpace = true
        }
      }
      i += length
    }
    endWord(&start, &gap, &hasSpace)
    if bytes.last == 0x20 { bytes.removeLast() }
  }

  /// Takes a sign between words.
  private mutating func note(_ byte: UInt8, _ gap: inout Gap, _ hasSpace: inout Bool, next: UInt8) {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: ":"), 0x0A, 0x0D, 0x09:
      gap = max(gap, .end)
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "|"): gap = max(gap, .slash)
    case UInt8(ascii: "&"), UInt8(ascii: "+"): hasAnd = true
    case UInt8(ascii: "@"): gap = .at
    case UInt8(ascii: "."): gap = max(gap, .dot)
    case UInt8(ascii: "-"):
      // A hyphen with a space at its side is a dash.
      gap = max(gap, hasSpace || next == 0x20 ? .end : .hyphen)
    default: hasSpace = true
    }
  }

  private mutating func endWord(_ start: inout Int, _ gap: inout Gap, _ hasSpace: inout Bool) {
    guard bytes.count > start else { return }
    defer {
      gap = .space
      hasSpace = false
      hasAnd = false
      start = bytes.count
    }
    let count = bytes.count - start
    if count >= 5 { simplifyUmlauts(from: start) }
    if count == 1, gap == .dot, let last = words.last, last.isJoined || last.range.count == 1 {
      // C.E.O.: the letter moves to the one before.
      bytes.remove(at: start - 1)
      words[words.count - 1] = Word(range: last.range.lowerBound..<bytes.count, gap: last.gap, isJoined: true)
    } else {
      // "R&D" is one thing, "Sales & Marketing" are two.
      if hasAnd, !words.isEmpty, hasSpace || count > 1 && words.last?.range.count ?? 0 > 1 {
        insertAnd(before: &start, gap)
      }
      words.append(Word(range: start..<bytes.count, gap: gap))
    }
    bytes.append(0x20)
  }

  /// Makes `ae`, `oe` and `ue` one letter.
  private mutating func simplifyUmlauts(from start: Int) {
    var out = start
    for i in start..<bytes.count {
      let byte = bytes[i]
      let before = out > start ? bytes[out - 1] : 0
      let isUmlaut = before == UInt8(ascii: "a") || before == UInt8(ascii: "o") || before == UInt8(ascii: "u")
      if byte == UInt8(ascii: "e"), isUmlaut { continue }
      bytes[out] = byte
      out += 1
    }
    bytes.removeLast(bytes.count - out)
  }

  /// Puts `and` before the word that starts here.
  private mutating func insertAnd(before start: inout Int, _ gap: Gap) {
    bytes.insert(contentsOf: "and ".utf8, at: start)
    words.append(Word(range: start..<start + 3, gap: gap))
    start += 4
  }

  private static func scalar(in bytes: [UInt8], at i: Int) -> (UInt32, length: Int) {
    func tail(_ offset: Int) -> UInt32 { i + offset < bytes.count ? UInt32(bytes[i + offset] & 0x3F) : 0 }
    let first = UInt32(bytes[i])
    let length = min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1, bytes.count - i)
    switch first {
    case 0xF0...: return ((first & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), length)
    case 0xE0...: return ((first & 15) << 12 | tail(1) << 6 | tail(2), length)
    case 0xC0...: return ((first & 31) << 6 | tail(1), length)
    default: return (0xFFFD, 1)
    }
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return properties.isAlphabetic || properties.numericType != nil
    }
  }
}

/// Latin letters with accents, and the plain letters that stand for them.
private enum PlainLetters {
  /// The plain letters; empty for a mark that is left out; nil if the letter has none.
  static func plain(_ value: UInt32) -> String? {
    switch value {
    case 0xC0...0x24F: latin[Int(value) - 0xC0]
    case 0x1E00...0x1EFF: vietnamese[Int(value) - 0x1E00]
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x2BB, 0x2BC, 0xFEFF: ""
    default: nil
    }
  }

  private static let latin = table(from: 0xC0, through: 0x24F)
  private static let vietnamese = table(from: 0x1E00, through: 0x1EFF)

  private static func table(from first: UInt32, through last: UInt32) -> [String?] {
    var table = [String?](repeating: nil, count: Int(last - first) + 1)
    for group in groups.split(whereSeparator: \.isWhitespace) {
      let parts = group.split(separator: ":")
      guard parts.count == 2 else { continue }
      for scalar in parts[1].unicodeScalars where first...last ~= scalar.value {
        table[Int(scalar.value - first)] = String(parts[0])
      }
    }
    return table
  }

  private static let groups = """
    a:àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặḁẚ b:ḃḅḇƀ c:çćĉċčḉȼ d:ďđḋḍḏḑḓð e:èéêëēĕėęěȅȇȩẹẻẽếềểễệḕḗḙḛḝ f:ḟ g:ĝğġģǧǵḡǥ
    h:ĥħḣḥḧḩḫẖȟ i:ìíîïĩīĭįıǐȉȋỉịḭḯ j:ĵǰ k:ķĸǩḱḳḵ l:ĺļľŀłḷḹḻḽ m:ḿṁṃ n:ñńņňŉŋǹṅṇṉṋ
    o:òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợṍṏṑṓ p:ṕṗ r:ŕŗřȑȓṙṛṝṟ s:śŝşšșṡṣṥṧṩſ t:ţťŧțṫṭṯṱẗ
    u:ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ v:ṽṿ w:ŵẁẃẅẇẉẘ x:ẋẍ y:ýÿŷȳẏẙỳỵỷỹ z:źżžẑẓẕƶ
    ss:ßẞ ae:æǣǽ oe:œ th:þ ij:ĳ dz:ǆǳ lj:ǉ nj:ǌ
    """
}
