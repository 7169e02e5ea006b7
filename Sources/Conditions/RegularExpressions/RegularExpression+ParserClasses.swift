extension RegularExpression.Parser {
  /// Reads a class such as `[a-z0-9_]` or `[^@ ]`.
  ///
  /// As elsewhere, a `]` right after the opening stands for itself, and so does a `-` at either end. Case is folded
  /// before a class is inverted: `[^A]` is neither `A` nor `a`.
  mutating func bracketClass() throws(Failure) -> RegularExpression.ScalarSet {
    let offset = position
    position += 1
    let isInverted = skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let next = peek(), isFirst || next != "]" {
      isFirst = false
      ranges += try classItem()
    }
    guard skip("]") else {
      throw Failure(
        at: offset, "this class is not closed", hint: #"add a ] or write \[ for the character itself"#)
    }
    let set = RegularExpression.ScalarSet(ranges)
    return isInverted ? set.inverted : set
  }

  /// Reads one character, one range or one escape for several characters.
  private mutating func classItem() throws(Failure) -> [ClosedRange<UInt32>] {
    let offset = position
    let first = try classAtom()
    guard peek() == "-", let afterDash = peek(1), afterDash != "]" else {
      return switch first {
      case .anyOf(let set): set.ranges
      case .character(let scalar): folded(scalar.value...scalar.value)
      }
    }
    position += 1
    let last = try classAtom()
    guard case .character(let low) = first, case .character(let high) = last else {
      throw Failure(
        at: offset, "a range goes from one character to another", hint: #"write \- for the character itself"#)
    }
    guard low <= high else {
      throw Failure(
        at: offset, "this range is in the wrong order", hint: #"swap its ends, or write \- for the character itself"#)
    }
    return folded(low.value...high.value)
  }

  /// Reads one character or one escape of a class.
  private mutating func classAtom() throws(Failure) -> Escape {
    let offset = position
    let scalar = scalars[position]
    if scalar == "\\" {
      return try escape()
    }
    if scalar == "[", startsPOSIXClass() {
      throw Failure(
        at: offset, "POSIX classes such as [:alpha:] are not supported", hint: #"use a-z, 0-9, \d, \w or \s"#)
    }
    position += 1
    return .character(scalar)
  }

  /// Whether something like `[:alpha:]` or `[:^alpha:]` is next.
  private func startsPOSIXClass() -> Bool {
    guard peek(1) == ":" else { return false }
    var ahead = peek(2) == "^" ? 3 : 2
    let start = ahead
    while let letter = peek(ahead), ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) {
      ahead += 1
    }
    return ahead > start && peek(ahead) == ":" && peek(ahead + 1) == "]"
  }

  private func folded(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
    ignoresCase ? [range] + RegularExpression.LowerCase.additions(for: range) : [range]
  }
}
