extension RegularExpression.Parser {
  /// The item with the repeat that follows it, if one does.
  ///
  /// - Parameter isAnchor: Whether the item is written `^` or `$`, which cannot be repeated, unlike groups with them.
  mutating func repeated(_ item: Node, isAnchor: Bool) throws(Failure) -> Node {
    let offset = position
    guard let times = try repeatSign() else { return item }
    if isAnchor { throw nothingToRepeat(at: offset) }
    if !skip("?"), peek() == "+" {
      throw Failure(
        at: position, "possessive repeats are not supported", hint: "leave out this +, matching never backtracks")
    }
    if let next = peek(), ["*", "+", "?", "{"].contains(next) {
      throw Failure(
        at: position, "this repeats a repeat",
        hint: #"put the part before it in (?: ), or write \"# + "\(next)"
          + " for the character itself")
    }
    return .repeated(item, times)
  }

  /// The failure for a repeat sign at the start of a pattern, a group or an alternative, or after an anchor.
  func nothingToRepeat(at offset: Int) -> Failure {
    let sign = scalars[offset]
    return Failure(
      at: offset, "there is nothing to repeat before \(sign)", hint: "write \\\(sign) for the character itself")
  }

  /// Reads `*`, `+`, `?` or counts; nil if none of them is next.
  private mutating func repeatSign() throws(Failure) -> RegularExpression.Repeat? {
    let offset = position
    switch peek() {
    case "*":
      position += 1
      return .init(minimum: 0, maximum: nil, offset: offset)
    case "+":
      position += 1
      return .init(minimum: 1, maximum: nil, offset: offset)
    case "?":
      position += 1
      return .init(minimum: 0, maximum: 1, offset: offset)
    case "{":
      return try counts()
    default:
      return nil
    }
  }

  /// Reads `{m}`, `{m,}` or `{m,n}`.
  ///
  /// A brace that starts none of these is refused rather than taken for itself: it is more often a slip.
  private mutating func counts() throws(Failure) -> RegularExpression.Repeat {
    let offset = position
    position += 1
    let minimum = count()
    let hasMaximum = skip(",")
    let maximum = hasMaximum ? count() : minimum
    guard let minimum, skip("}") else {
      throw Failure(
        at: offset, "this { does not start a count such as {2}, {2,} or {2,5}",
        hint: #"write \{ for the character itself"#)
    }
    if max(minimum, maximum ?? 0) > limits.repeatCount {
      throw Failure(at: offset, "a count can be at most \(Failure.grouped(limits.repeatCount))")
    }
    if let maximum, maximum < minimum {
      throw Failure(
        at: offset, "these counts are in the wrong order", hint: "write {\(maximum),\(minimum)}")
    }
    return .init(minimum: minimum, maximum: maximum, offset: offset)
  }

  /// Reads decimal digits; nil if there are none. Numbers beyond the limit come out just beyond it.
  private mutating func count() -> Int? {
    var value: Int?
    while let digit = peek(), ("0"..."9").contains(digit) {
      value = min((value ?? 0) * 10 + Int(digit.value - 0x30), limits.repeatCount + 1)
      position += 1
    }
    return value
  }
}
