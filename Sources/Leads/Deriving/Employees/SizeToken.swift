/// A piece of a text about the size of a company.
enum SizeToken: Hashable {
  /// A number, and what its unit multiplied it with: `1.5k` is 1500 and 1000.
  case number(Double, unit: Double)
  /// `-`, `to`, `bis`: from here to there.
  case range
  /// `over`, `up to`, `+`.
  case limit(Limit)
  /// The least number of employees of a size such as `small`.
  case size(Double)
  /// The name of a month: a spreadsheet was here.
  case date
  /// Money, per cent, a negative number.
  case unusable

  var isNumber: Bool { if case .number = self { true } else { false } }

  /// No range is longer, in bytes.
  private static let longest = 160

  /// The pieces of a text; words that mean nothing are left out.
  static func all(in text: Span<UInt8>) -> [SizeToken] {
    let range = text.trimmedRange
    guard range.count <= longest else { return [] }
    var folded: [UInt8] = []
    text.extracting(range).appendFolded(to: &folded)
    // 1.00E+04: a spreadsheet's way to write a number in a narrow column.
    if folded.contains(UInt8(ascii: "e")), let number = Double(cell: folded.span) { return [.number(number, unit: 1)] }
    var reader = SizeReader(String(decoding: folded, as: UTF8.self))
    return reader.tokens()
  }
}

/// Reads a folded text from left to right.
private struct SizeReader {
  private let letters: [Unicode.Scalar]
  private var index = 0
  private var found: [SizeToken] = []
  /// Words of a number that is written in letters: what is complete, and the part below the next thousand.
  private var spelt: (total: Double, part: Double)?
  /// Whether what was spelt is only "a few".
  private var isVague = false

  init(_ text: String) { letters = Array(text.unicodeScalars) }

  mutating func tokens() -> [SizeToken] {
    while index < letters.count {
      let letter = letters[index]
      if Self.isDigit(letter) {
        number()
      } else if letter.properties.isAlphabetic {
        word()
      } else {
        symbol(letter)
      }
    }
    endSpelt()
    return found
  }

  // MARK: Figures

  private static func isDigit(_ letter: Unicode.Scalar) -> Bool { ("0"..."9").contains(letter) }

  private static func isSeparator(_ letter: Unicode.Scalar) -> Bool {
    [",", ".", " ", "'", "\u{2019}", "\u{A0}", "\u{202F}", "\u{2009}"].contains(letter)
  }

  /// Digits at a position.
  private func digits(at start: Int) -> ArraySlice<Unicode.Scalar> {
    var end = start
    while end < letters.count, Self.isDigit(letters[end]) { end += 1 }
    return letters[start..<end]
  }

  /// Reads digits in groups of three, a fraction, and a unit.
  private mutating func number() {
    let isPartOfWord = index > 0 && letters[index - 1].properties.isAlphabetic
    var text = String(String.UnicodeScalarView(digits(at: index)))
    var end = index + text.unicodeScalars.count
    var grouping: Unicode.Scalar?
    if text.count <= 3 {
      while end + 1 < letters.count, Self.isSeparator(letters[end]), grouping == nil || grouping == letters[end] {
        let group = digits(at: end + 1)
        guard group.count == 3 else { break }
        grouping = letters[end]
        text.unicodeScalars.append(contentsOf: group)
        end += 4
      }
    }
    if end + 1 < letters.count, letters[end] == "." || letters[end] == ",", letters[end] != grouping {
      let fraction = digits(at: end + 1)
      if !fraction.isEmpty {
        text += "." + String(String.UnicodeScalarView(fraction))
        end += 1 + fraction.count
      }
    }
    index = end
    // Three numbers with dots are a date.
    if end + 1 < letters.count, letters[end] == ".", Self.isDigit(letters[end + 1]) { found.append(.unusable) }
    let unit = unit()
    guard let value = Double(text), !isPartOfWord else {
      found.append(.unusable)
      return
    }
    endSpelt()
    found.append(.number((value * unit).rounded(), unit: unit))
    if unit == 1, value != value.rounded() { found[found.count - 1] = .number(value, unit: 1) }
  }

  /// Reads `k`, `m`, `tsd` behind a number, and what makes it no number of people.
  private mutating func unit() -> Double {
    var start = index
    if start < letters.count, letters[start] == " " { start += 1 }
    var end = start
    while end < letters.count, letters[end].properties.isAlphabetic { end += 1 }
    let word = String(String.UnicodeScalarView(letters[start..<end]))
    let unit: Double
    switch word {
    case "k", "tsd", "tausend", "thousand", "mil", "mille", "mila", "duizend", "tys", "tusen": unit = 1_000
    case "hundred", "hundert": unit = 100
    case "m", "mio", "mn", "mln", "million", "millions", "millionen": unit = 1_000_000
    case "dozen": unit = 12
    case "st", "nd", "rd", "th", "x", "b", "bn":
      found.append(.unusable)
      return 1
    default: return 1
    }
    index = end
    return unit
  }

  // MARK: Signs

  private mutating func symbol(_ letter: Unicode.Scalar) {
    index += 1
    let next = index < letters.count ? letters[index] : " "
    switch letter {
    case ">":
      if next == "=" { index += 1 }
      found.append(.limit(next == "=" ? .atLeast : .above))
    case "\u{2265}": found.append(.limit(.atLeast))
    case "<":
      if next == "=" { index += 1 }
      found.append(.limit(.below))
    case "\u{2264}": found.append(.limit(.atMost))
    case "+" where found.isEmpty && spelt == nil && Self.isDigit(next): note(.unusable)
    case "+": if found.last?.isNumber == true || spelt != nil { note(.limit(.atLeast)) }
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "~", "\u{2026}", "/":
      // "twenty-five" is one number, "ten-twenty" are two.
      if let part = spelt?.part, part >= 20, part < 100, next.properties.isAlphabetic { return }
      let isBetween = found.last?.isNumber == true || spelt != nil
      if letter == "~" && !isBetween { return }
      if isBetween {
        note(.range)
      } else if found.isEmpty, Self.isDigit(next) {
        note(.unusable)
      }
    case "." where next == ".": if found.last?.isNumber == true { note(.range) }
    case "$", "\u{20AC}", "\u{A3}", "\u{A5}", "%": note(.unusable)
    default: break
    }
  }

  private mutating func note(_ token: SizeToken) {
    endSpelt()
    if found.last != token { found.append(token) }
  }

  // MARK: Words

  private mutating func word() {
    var phrases: [(text: String, end: Int)] = []
    var end = index
    for _ in 0..<3 {
      while end < letters.count, letters[end].properties.isAlphabetic { end += 1 }
      phrases.append((String(String.UnicodeScalarView(letters[index..<end])), end))
      var next = end
      while next < letters.count, letters[next] == " " || letters[next] == "-" { next += 1 }
      guard next > end, next < letters.count, letters[next].properties.isAlphabetic else { break }
      end = next
    }
    for (text, end) in phrases.reversed() {
      let plain = text.replacing("-", with: " ")
      if let token = SizeWords.tokens[plain] {
        index = end
        // "one hundred and fifty" is one number.
        if plain == "and", let spelt, spelt.part >= 100 || spelt.total > 0 { return }
        if token == .range, found.isEmpty, spelt == nil, SizeWords.upTo.contains(plain) {
          found.append(.limit(.atMost))
          return
        }
        let isPair = token == .range && found.last?.isNumber != true && spelt == nil
        if !isPair { note(token) }
        return
      }
      if let value = SizeWords.numbers[plain] {
        index = end
        isVague = ["few", "several", "some few", "couple"].contains(plain)
        spell(value)
        return
      }
    }
    if let first = phrases.first {
      index = first.end
      // "and" and "a" may stand inside a number that is written out.
      if first.text != "and", first.text != "of" { endSpelt() }
    }
  }

  /// Takes a further word of a number that is written out.
  private mutating func spell(_ value: Double) {
    if value >= 100 || value == 12 && spelt != nil {
      if spelt == nil, case .number(let number, 1)? = found.last {
        found[found.count - 1] = .number(number * value, unit: value)
        return
      }
      var (total, part) = spelt ?? (0, 0)
      part = max(part, 1) * value
      if value >= 1_000 {
        total += part
        part = 0
      }
      spelt = (total, part)
    } else {
      spelt = (spelt?.total ?? 0, (spelt?.part ?? 0) + value)
    }
  }

  private mutating func endSpelt() {
    guard let (total, part) = spelt else { return }
    spelt = nil
    if !isVague { found.append(.number(total + part, unit: 1)) }
  }
}
