/// Signs that nobody's name was typed into a name's field.
///
/// Looks at the first 256 letters and digits only: no name is longer, and a longer text does not get better.
struct NameSigns {
  /// The letters and digits in small letters, without what stands between them.
  private var letters: [Unicode.Scalar] = []
  /// Whether the first letter that can be a capital is none, and no other is one.
  let isUncapitalised: Bool

  private static let longest = 256

  /// Looks at a name; nil if the text has nothing to look at.
  init?(_ text: Span<UInt8>) {
    var bytes: [UInt8] = []
    let range = text.trimmedRange
    if range.isEmpty { return nil }
    for i in range.prefix(4 * Self.longest) { bytes.append(text[i]) }
    var firstIsSmall: Bool?
    var hasCapital = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if letters.count == Self.longest { break }
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else { continue }
      // Georgian has no capitals in ordinary writing.
      if 0x10D0...0x10FF ~= scalar.value {
        letters.append(scalar)
        continue
      }
      if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
        hasCapital = true
        firstIsSmall = firstIsSmall ?? false
      } else if properties.isLowercase, properties.changesWhenUppercased {
        firstIsSmall = firstIsSmall ?? true
      }
      letters.append(properties.lowercaseMapping.unicodeScalars.first ?? scalar)
    }
    isUncapitalised = firstIsSmall == true && !hasCapital
  }

  /// Whether most of the text is one letter again and again, or the text is one piece three times or more.
  ///
  /// `aaaa`, `aaa bbb`, `hahaha` are; `Aaron`, `Toto` and `Ali Ali` are not.
  var isRepeated: Bool {
    let count = letters.count
    guard count >= 3 else { return false }
    var covered = 0
    var start = 0
    for i in 1...count where i == count || letters[i] != letters[start] {
      if i - start >= 3 { covered += i - start }
      start = i
    }
    if covered * 2 > count { return true }
    // A piece of length p repeats when the text agrees with itself moved by p.
    return (2...max(2, count / 3)).contains { period in
      count % period == 0 && count / period >= 3 && (period..<count).allSatisfy { letters[$0] == letters[$0 - period] }
    }
  }

  /// Whether more than 60 % of the text runs over neighbouring keys.
  ///
  /// A run goes one way and has four keys or more (five where only a German or French keyboard has it, since `Reza`
  /// and `Azer` are names), or three that come twice (`asdasd`), or three from top to bottom (`qazwsx`). Where there
  /// is such a run, others of three count too: `qwerty123`.
  var isKeyboardWalk: Bool {
    guard letters.count >= 4, !Self.names.contains(String(String.UnicodeScalarView(letters))) else { return false }
    var covered = 0
    var hasWalk = false
    var previous: ArraySlice<Unicode.Scalar> = []
    var start = 0
    while start < letters.count {
      let (length, enough) = Self.longestRun(letters[start...])
      guard length >= 3 else {
        start += 1
        previous = []
        continue
      }
      let run = letters[start..<start + length]
      if length >= enough || run.elementsEqual(previous) { hasWalk = true }
      if enough == 3, !previous.isEmpty { hasWalk = true }
      covered += length
      start += length
      previous = run
    }
    // Four keys of the row that holds the vowels are part of names such as Ewert: they must be all there is.
    if covered == 4, letters.count > 4, letters.contains(where: { ["e", "i", "o", "u"].contains($0) }) { return false }
    return hasWalk && covered * 10 > letters.count * 6
  }

  /// Surnames that happen to be runs.
  private static let names: Set<String> = ["trew"]

  /// Rows of keys, and how long a run over one must be to be no accident.
  private static let rows: [(keys: [Unicode.Scalar], enough: Int)] = [
    ("qwertyuiop", 4), ("asdfghjkl", 4), ("zxcvbnm", 4), ("1234567890", 4), ("qwertzuiop", 5), ("asdfghjklöä", 4),
    ("yxcvbnm", 4), ("azertyuiop", 5), ("qsdfghjklm", 4), ("wxcvbn", 4), ("asdfghjklñ", 4), ("йцукенгшщзхъ", 4),
    ("фывапролджэ", 4), ("ячсмитьбю", 4), ("qaz", 3), ("wsx", 3), ("edc", 3), ("rfv", 3), ("tgb", 3), ("yhn", 3),
  ].map { (Array($0.0.unicodeScalars), $0.1) }

  /// The longest run at the start of these letters, and how long it would have to be.
  private static func longestRun(_ letters: ArraySlice<Unicode.Scalar>) -> (length: Int, enough: Int) {
    var best = (length: 0, enough: Int.max)
    for row in rows {
      guard let first = letters.first, let place = row.keys.firstIndex(of: first) else { continue }
      for step in [1, -1] {
        var key = place
        var length = 0
        for letter in letters {
          guard row.keys.indices.contains(key), row.keys[key] == letter else { break }
          length += 1
          key += step
        }
        if length > best.length || length == best.length && row.enough < best.enough { best = (length, row.enough) }
      }
    }
    return best
  }
}
