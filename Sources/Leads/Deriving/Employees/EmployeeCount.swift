/// The least number of employees that a text allows; nil if it says nothing usable.
///
///     employees(in: "11-50")      // 11
///     employees(in: "1k+")        // 1000
///     employees(in: "over 200")   // 201
///     employees(in: "mid-size")   // 50
///
/// Of a range the smaller end counts, and of `up to 50` one employee. Words for sizes follow the European
/// Commission's recommendation 2003/361/EC: micro 1, small 10, medium 50, large 250. A range that a spreadsheet turned
/// into a date (`11-Jan`) is not guessed at, and neither is money. Nobody employs more than ten million.
func employees(in text: Span<UInt8>) -> Double? {
  let tokens = SizeToken.all(in: text)
  if tokens.isEmpty || tokens.contains(.date) || tokens.contains(.unusable) { return nil }
  guard let first = tokens.firstIndex(where: \.isNumber), case .number(var least, let unit) = tokens[first] else {
    return sizeWord(tokens)
  }
  var limit = Limit.exact
  for token in tokens[..<first] {
    if case .limit(let said) = token { limit = said }
    if token == .range && first == 1 && tokens.count == 2 { return nil }
  }
  var next = first + 1
  if next + 1 < tokens.count, tokens[next] == .range, case .number(var other, let otherUnit) = tokens[next + 1] {
    // In "1-5k" the k belongs to both, in "500-1k" it cannot.
    if unit == 1, otherUnit > 1, least < other / otherUnit { least *= otherUnit }
    if unit > 1, otherUnit == 1, other < least / unit { other *= unit }
    if tokens.count > next + 2, tokens[next + 2] == .range { return nil }
    // No company has nobody: "0-10" is one at least.
    least = max(1, min(least, other))
    next += 2
  }
  if next < tokens.count, case .limit(let said) = tokens[next], said == .atLeast || said == .atMost { limit = said }
  let largest = 10_000_000.0
  switch limit {
  case .atMost: least = min(least, 1)
  case .below: least = least > 1 ? 1 : 0
  case .above: least += 1
  case .exact, .atLeast: break
  }
  return 1...largest ~= least ? least : nil
}

/// What stands beside a number.
enum Limit: Hashable {
  case exact, atLeast, above, atMost, below
}

/// The least number that a word for a size stands for.
private func sizeWord(_ tokens: [SizeToken]) -> Double? {
  for token in tokens { if case .size(let least) = token { return least } }
  return nil
}
