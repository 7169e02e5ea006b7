/// A word of the condition language.
enum Token: Hashable {
  case name(String)
  /// A name in back-ticks or double quotes, never a keyword.
  case quotedName(String)
  case text(String)
  case number(Double)
  case duration(days: Double)
  case symbol(String)
  case end

  /// How a message calls it.
  var description: String {
    switch self {
    case .name(let name): "\"\(name)\""
    case .quotedName(let name): "`\(name)`"
    case .text(let text): "'\(text)'"
    case .number(let number): number.plainDescription
    case .duration(let days): "\(days.plainDescription)d"
    case .symbol(let symbol): "\"\(symbol)\""
    case .end: "the end"
    }
  }
}

extension Double {
  /// `3` for 3.0, else the shortest text that reads back the same.
  public var plainDescription: String {
    if let whole = Int64(exactly: self), whole.magnitude < 1_000_000_000_000_000 { return String(whole) }
    let shortest = description
    return shortest.contains("e") ? Self.withoutExponent(shortest) : shortest
  }

  /// `1.5e-07` as `0.00000015`: the condition language has no exponents.
  private static func withoutExponent(_ text: String) -> String {
    let sides = text.split(separator: "e")
    guard sides.count == 2, let exponent = Int(sides[1]) else { return text }
    let isNegative = sides[0].hasPrefix("-")
    let parts = sides[0].drop { $0 == "-" }.split(separator: ".")
    let decimals = parts.count == 2 && parts[1] != "0" ? parts[1] : ""
    let digits = String(parts[0] + decimals)
    let point = parts[0].count + exponent
    let number: String
    if point <= 0 {
      number = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      number = digits + String(repeating: "0", count: point - digits.count)
    } else {
      number = String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
    }
    return isNegative ? "-" + number : number
  }
}

/// Splits a condition's text into tokens.
///
/// It goes by Unicode scalars, as YAML's columns do: a quote is a quote even where an accent without a letter follows.
struct Lexer {
  /// A token and where it starts, in Unicode scalars.
  struct Placed {
    var token: Token
    var offset: Int
  }

  private let characters: [Unicode.Scalar]
  private var position = 0

  /// What a single condition may measure, in bytes of UTF-8.
  static let limit = 10_000

  static func tokens(of text: String) throws(ConditionIssue) -> [Placed] {
    guard text.utf8.count <= limit else {
      throw ConditionIssue(
        offset: 0, "the condition is longer than \(limit) bytes", hint: "put long lists of values under lists:")
    }
    var lexer = Lexer(characters: Array(text.unicodeScalars))
    var tokens: [Placed] = []
    while true {
      let placed = try lexer.next()
      tokens.append(placed)
      if placed.token == .end { return tokens }
    }
  }

  private init(characters: [Unicode.Scalar]) { self.characters = characters }

  private mutating func next() throws(ConditionIssue) -> Placed {
    let behindLast = position
    while position < characters.count, characters[position].properties.isWhitespace { position += 1 }
    let start = position
    guard position < characters.count else { return Placed(token: .end, offset: behindLast) }
    let character = characters[position]
    let token: Token
    if character.startsName {
      token = .name(takeWhile { $0.continuesName })
    } else if character.isDigit {
      token = try number()
    } else if character == "'" {
      token = .text(try quoted("'", "a text"))
    } else if character == "`" || character == "\"" {
      token = .quotedName(try quoted(character, "a name"))
    } else {
      token = try symbol()
    }
    return Placed(token: token, offset: start)
  }

  private mutating func takeWhile(_ belongs: (Unicode.Scalar) -> Bool) -> String {
    let start = position
    while position < characters.count, belongs(characters[position]) { position += 1 }
    return text(start..<position)
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters[range])
    return String(text)
  }

  private mutating func number() throws(ConditionIssue) -> Token {
    let start = position
    let digits = takeWhile { $0.isDigit || $0 == "." || $0 == "_" }.filter { $0 != "_" }
    guard let value = Double(digits), value.isFinite else {
      throw ConditionIssue(offset: start, "\"\(digits)\" is not a number")
    }
    let unit = takeWhile { $0.continuesName }.lowercased()
    if unit.isEmpty { return .number(value) }
    guard let days = Self.days[unit] else {
      throw ConditionIssue(
        offset: start, "\"\(digits)\(unit)\" is neither a number nor a duration",
        hint: "durations are whole days: 30d, 4w (weeks of 7 days), 6mo (months of 30 days), 1y (365 days)")
    }
    guard value == value.rounded(), value * days <= 36_500 else {
      throw ConditionIssue(offset: start, "\"\(digits)\(unit)\" is not a number of whole days up to 36,500")
    }
    return .duration(days: value * days)
  }

  /// Units of duration, in days.
  private static let days: [String: Double] = [
    "d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7, "mo": 30, "month": 30, "months": 30, "y": 365,
    "year": 365, "years": 365,
  ]

  private mutating func quoted(_ quote: Unicode.Scalar, _ what: String) throws(ConditionIssue) -> String {
    let start = position
    position += 1
    var text = String.UnicodeScalarView()
    while position < characters.count {
      let character = characters[position]
      position += 1
      if character == quote {
        guard position < characters.count, characters[position] == quote else { return String(text) }
        position += 1
      }
      text.append(character)
    }
    throw ConditionIssue(
      offset: start, "\(what) starts with \(quote) that is not closed",
      hint: "write \(quote)\(quote) for a \(quote) inside of it")
  }

  private mutating func symbol() throws(ConditionIssue) -> Token {
    let start = position
    let two = text(position..<min(position + 2, characters.count))
    if ["<=", ">=", "!=", "<>", "=="].contains(two) {
      position += 2
      return .symbol(two == "<>" ? "!=" : two == "==" ? "=" : two)
    }
    let one = characters[position]
    guard "=<>(),-+".unicodeScalars.contains(one) else {
      let hints: [Unicode.Scalar: String] = [
        "&": "write and", "|": "write or", "!": "write not, or != for \"is not\"", "“": "use straight quotes: '...'",
        "‘": "use straight quotes: '...'", "’": "use straight quotes: '...'",
        "%": "% belongs inside of a text, for like",
      ]
      throw ConditionIssue(offset: start, "\"\(one)\" has no meaning here", hint: hints[one])
    }
    position += 1
    return .symbol(String(one))
  }
}

extension Unicode.Scalar {
  /// Whether it can be the first of a name that stands without quotes.
  var startsName: Bool { self == "_" || (isASCII ? isASCIILetter : properties.isAlphabetic) }

  /// Whether it can stand in a name without quotes behind the first: letters and their marks, digits, `_` and `.`.
  var continuesName: Bool {
    if isASCII { return isASCIILetter || isDigit || self == "_" || self == "." }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return properties.isAlphabetic || properties.numericType != nil
    }
  }

  fileprivate var isDigit: Bool { "0"..."9" ~= self }

  private var isASCIILetter: Bool { "a"..."z" ~= self || "A"..."Z" ~= self }
}
