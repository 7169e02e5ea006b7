/// The words that a moment may be written with, in any case.
enum InstantWords {
  /// Letters in `september` and `wednesday`; 5 bits each fit into a key.
  static let longest = 9

  static func token(of key: UInt64) -> InstantToken? {
    words.first { $0.key == key }?.token
  }

  static func key(_ key: UInt64, adding letter: UInt8) -> UInt64 {
    key << 5 | UInt64(letter & 0x1F)
  }

  private static let words: [(key: UInt64, token: InstantToken)] = {
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    var words: [(String, InstantToken)] = [
      ("t", .t), ("z", .utc), ("utc", .utc), ("gmt", .utc), ("am", .am), ("pm", .pm), ("sept", .month(9)),
    ]
    for (index, name) in months.enumerated() {
      words += [(name, .month(index + 1)), (String(name.prefix(3)), .month(index + 1))]
    }
    for name in weekdays {
      words += [(name, .weekday), (String(name.prefix(3)), .weekday)]
    }
    return words.map { name, token in (name.utf8.reduce(0) { Self.key($0, adding: $1) }, token) }
  }()
}
