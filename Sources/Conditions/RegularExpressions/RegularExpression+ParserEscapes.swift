extension RegularExpression.Parser {
  /// What a backslash and the characters after it stand for.
  enum Escape {
    case character(Unicode.Scalar)
    case anyOf(RegularExpression.ScalarSet)
  }

  /// Reads an escape, inside or outside a class.
  mutating func escape() throws(Failure) -> Escape {
    let offset = position
    position += 1
    guard let name = peek() else {
      throw Failure(
        at: offset, #"the pattern ends after this \"#, hint: #"write \\ for the character itself"#)
    }
    position += 1
    switch name {
    case "d": return .anyOf(.digits)
    case "D": return .anyOf(.digits.inverted)
    case "w": return .anyOf(.wordScalars)
    case "W": return .anyOf(.wordScalars.inverted)
    case "s": return .anyOf(.spaces)
    case "S": return .anyOf(.spaces.inverted)
    case "t": return .character("\t")
    case "n": return .character("\n")
    case "r": return .character("\r")
    case "x": return .character(try twoDigitScalar(at: offset))
    case "u": return .character(try bracedScalar(at: offset))
    case "!"..."/", ":"..."@", "["..."`", "{"..."~", " ": return .character(name)
    default: throw unsupportedEscape(name, at: offset)
    }
  }

  /// Reads the digits of `\xHH`.
  private mutating func twoDigitScalar(at offset: Int) throws(Failure) -> Unicode.Scalar {
    guard let high = hexadecimalDigit(), let low = hexadecimalDigit() else {
      throw Failure(
        at: offset, #"\x needs two hexadecimal digits"#, hint: #"for example \x2E for a full stop"#)
    }
    return Unicode.Scalar(UInt8(high << 4 | low))
  }

  /// Reads the braces and digits of `\u{HHHH}`.
  private mutating func bracedScalar(at offset: Int) throws(Failure) -> Unicode.Scalar {
    var value: UInt32 = 0
    var digits = 0
    if skip("{") {
      while digits < 6, let digit = hexadecimalDigit() {
        value = value << 4 | digit
        digits += 1
      }
    }
    guard digits > 0, skip("}") else {
      throw Failure(
        at: offset, #"\u needs one to six hexadecimal digits in braces"#, hint: #"for example \u{E9} for é"#)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw Failure(at: offset, "there is no Unicode character with this number")
    }
    return scalar
  }

  private mutating func hexadecimalDigit() -> UInt32? {
    guard let scalar = peek(), scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
    position += 1
    return UInt32(digit)
  }

  private func unsupportedEscape(_ name: Unicode.Scalar, at offset: Int) -> Failure {
    switch name {
    case "1"..."9", "k", "g":
      return backReference(at: offset)
    case "b", "B":
      return Failure(
        at: offset, "word boundaries such as \\\(name) are not supported",
        hint: "the condition function word(...) finds whole words")
    case "A":
      return Failure(at: offset, #"\A is not supported"#, hint: "^ is the start of the text")
    case "z", "Z":
      return Failure(at: offset, "\\\(name) is not supported", hint: "$ is the end of the text")
    case "p", "P":
      return Failure(
        at: offset, #"Unicode properties such as \p{L} are not supported"#,
        hint: "list the characters in a class such as [a-zà-ÿ]")
    case "0"..."9", "a"..."z", "A"..."Z":
      return Failure(
        at: offset, "\\\(name) has no meaning",
        hint: #"\ goes before d w s D W S t n r x u and before punctuation"#)
    default:
      return Failure(at: offset, #"this \ is not needed"#, hint: #"leave it out, or write \\ for the character itself"#)
    }
  }
}
