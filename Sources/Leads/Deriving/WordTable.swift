/// Texts, each with a small number that says what it stands for: a dictionary whose keys are looked up as bytes.
///
/// The tables of Leadline are written as plain text, a few lines for each meaning, and compiled when they are first
/// needed. Looking up allocates nothing.
struct WordTable<Meaning: Sendable>: Sendable {
  private var pool = TextPool()
  private var meanings: [Meaning] = []

  init() {}

  /// All words of a text, separated by white space, with one meaning.
  init(_ words: String, _ meaning: Meaning) {
    add(words, meaning)
  }

  /// Whether there is no word.
  var isEmpty: Bool { meanings.isEmpty }

  /// What a text stands for.
  @inline(__always)
  subscript(text: Span<UInt8>) -> Meaning? {
    pool.find(text).map { meanings[Int($0)] }
  }

  /// Whether the text is a word of the table.
  @inline(__always)
  func contains(_ text: Span<UInt8>) -> Bool { pool.find(text) != nil }

  /// Adds all words of a text; those that are there already keep their meaning.
  mutating func add(_ words: String, _ meaning: Meaning) {
    for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let bytes = Array(word)
      add(bytes.span, meaning)
    }
  }

  /// Adds one text; false if it was there already and keeps its meaning.
  @discardableResult
  mutating func add(_ text: Span<UInt8>, _ meaning: Meaning) -> Bool {
    let code = Int(pool.code(of: text))
    if code < meanings.count { return false }
    meanings.append(meaning)
    return true
  }
}

extension String {
  /// The lines of a table that is written as text; a line that is further in goes on with the one before.
  var tableLines: [Substring] {
    var lines: [String] = []
    for line in split(separator: "\n") {
      if line.first == " ", let last = lines.popLast() {
        lines.append(last + line.dropFirst())
      } else {
        lines.append(String(line))
      }
    }
    return lines.map { $0[...] }
  }
}
