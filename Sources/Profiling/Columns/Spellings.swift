import Leads

/// One value that is spelt in several ways.
struct SpellingGroup: Sendable {
  /// The codes of the spellings, the most frequent first.
  var codes: [Int]
  /// How many rows have one of the others.
  var minority: Int
}

/// Finds texts that differ only in case, spaces and punctuation: `USA`, `usa `, `U.S.A.`.
enum Spellings {
  /// Longer texts are prose.
  private static let longest = 100

  /// The values with several spellings, those first of which most rows are concerned. Each distinct text once.
  ///
  /// - Parameter meaning: a text's value beyond its letters, such as the country that a name stands for; nil if none.
  static func groups(
    _ column: TextColumn, _ tally: Tally, meaning: (Span<UInt8>) -> [UInt8]?
  ) -> [SpellingGroup] {
    var pool = TextPool()
    // For each text the number of its value, and for each value how many spellings it has.
    var values = [UInt32](repeating: .max, count: column.pool.count)
    var spellings: [UInt32] = []
    let bytes = column.pool.bytes.span
    for code in 0..<column.pool.count where tally.counts[code] > 0 && !column.isMissing[code] {
      let text = bytes.extracting(column.pool.range(of: UInt32(code)))
      guard text.count <= longest, let key = meaning(text) ?? key(text) else { continue }
      let value = pool.code(of: key.span)
      values[code] = value
      if Int(value) == spellings.count { spellings.append(1) } else { spellings[Int(value)] += 1 }
    }
    // Most values have but one.
    var members: [UInt32: [Int]] = [:]
    for (code, value) in values.enumerated() where value != .max && spellings[Int(value)] > 1 {
      members[value, default: []].append(code)
    }
    return members.values.map { codes in
      let ordered = codes.sorted {
        (tally.counts[$1], tally.firstRows[$0]) < (tally.counts[$0], tally.firstRows[$1])
      }
      return SpellingGroup(codes: ordered, minority: ordered.dropFirst().reduce(0) { $0 + Int(tally.counts[$1]) })
    }.sorted {
      ($1.minority, tally.firstRows[$0.codes[0]]) < ($0.minority, tally.firstRows[$1.codes[0]])
    }
  }

  /// The letters and digits of a text, folded, and the marks that make a difference: `C++` is not `C`, and `1-10` not
  /// `110`.
  static func key(_ text: Span<UInt8>) -> [UInt8]? {
    var folded: [UInt8] = []
    text.appendFolded(to: &folded)
    var key: [UInt8] = []
    var index = 0
    while index < folded.count {
      let byte = folded[index]
      var length = 1
      switch byte {
      case 0x30...0x39, 0x61...0x7A: key.append(byte)
      case UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "%"),
        UInt8(ascii: "$"), UInt8(ascii: "*"):
        key.append(byte)
      case 0x80..<0xC2, 0xC3..<0xE2, 0xE3...: key.append(byte)
      case 0xE2 where index + 2 >= folded.count || folded[index + 1] != 0x80: key.append(byte)
      default:
        // U+0080 to U+00BF and U+2000 to U+203F are spaces and marks, and so is all the rest of ASCII.
        length = byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1
        let isBeforeDigit = index + length < folded.count && 0x30...0x39 ~= folded[index + length]
        if let last = key.last {
          // Between two digits something has to stay.
          if 0x30...0x39 ~= last, isBeforeDigit { key.append(UInt8(ascii: "-")) }
        } else if byte == UInt8(ascii: "-"), isBeforeDigit {
          key.append(byte)
        }
      }
      index += length
    }
    return key.isEmpty ? nil : key
  }
}
