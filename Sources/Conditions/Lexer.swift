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
    if let whole = Int64(exactly: self), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
    return description
  }
}

/// Splits a condition's text into tokens.
struct Lexer {
  /// A token and where it starts, in characters.
  struct Placed {
    var token: Token
    var offset: Int
  }

  private let characters: [Character]
  private var position = 0

  /// What a single condition may measure, in characters.
  static let limit = 10_000

  static func tokens(of text: String) throws(ConditionIssue) -> [Placed] {
    guard text.utf8.count <= limit else {
      throw ConditionIssue(
        offset: 0, "the condition is longer than \(limit) characters", hint: "put long lists of values under lists:")
    }
    var lexer = Lexer(characters: Array(text))
    var tokens: [Placed] = []
    while true {
      let placed = try lexer.next()
      tokens.append(placed)
      if placed.token == .end { return tokens }
    }
  }

  private init(characters: [Character]) { self.characters = characters }

  private mutating func next() throws(ConditionIssue) -> Placed {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    let start = position
    guard position < characters.count else { return Placed(token: .end, offset: start) }
    let character = characters[position]
    let token: Token
    if character.isLetter || character == "_" {
      token = .name(takeWhile { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
    } else if character.isASCII, character.isNumber {
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

  private mutating func takeWhile(_ belongs: (Character) -> Bool) -> String {
    let start = position
    while position < characters.count, belongs(characters[position]) { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func number() throws(ConditionIssue) -> Token {
    let start = position
    let digits = takeWhile { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "_") }.filter { $0 != "_" }
    guard let value = Double(digits), value.isFinite else {
      throw ConditionIssue(offset: start, "\"\(digits)\" is not a number")
    }
    let unit = takeWhile { $0.isLetter || $0 == "_" }.lowercased()
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

  private mutating func quoted(_ quote: Character, _ what: String) throws(ConditionIssue) -> String {
    let start = position
    position += 1
    var text = ""
    while position < characters.count {
      let character = characters[position]
      position += 1
      if character == quote {
        guard position < characters.count, characters[position] == quote else { return text }
        position += 1
      }
      text.append(character)
    }
    throw ConditionIssue(
      offset: start, "\(what) starts with \(quote) that is not closed", hint: "write \(quote)\(quote) for a \(quote) inside of it")
  }

  private mutating func symbol() throws(ConditionIssue) -> Token {
    let start = position
    let two = String(characters[position..<min(position + 2, characters.count)])
    if ["<=", ">=", "!=", "<>", "=="].contains(two) {
      position += 2
      return .symbol(two == "<>" ? "!=" : two == "==" ? "=" : two)
    }
    let one = characters[position]
    guard "=<>(),-+".contains(one) else {
      let hints: [Character: String] = [
        "&": "write and", "|": "write or", "!": "write not, or != for \"is not\"", "“": "use straight quotes: '...'",
        "‘": "use straight quotes: '...'", "’": "use straight quotes: '...'", "%": "% belongs inside of a text, for like",
      ]
      throw ConditionIssue(offset: start, "\"\(one)\" has no meaning here", hint: hints[one])
    }
    position += 1
    return .symbol(String(one))
  }
}
