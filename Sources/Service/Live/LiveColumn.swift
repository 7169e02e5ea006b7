import Leads

/// What is known of one attribute of all leads, as texts, for as long as the process runs.
///
/// Code 0 is the empty text: nothing known.
struct LiveColumn: Sendable {
  private(set) var pool = TextPool()
  private(set) var codes: [UInt32] = []

  init(count: Int) {
    _ = pool.code(of: [UInt8]().span)
    codes = Array(repeating: 0, count: count)
  }

  /// Makes room for leads of whom nothing is known yet.
  mutating func grow(to count: Int) {
    if codes.count < count { codes.append(contentsOf: repeatElement(0, count: count - codes.count)) }
  }

  /// Says what is known of a lead; nil for nothing.
  mutating func set(_ row: Int, _ text: String?) {
    codes[row] = text.map { pool.code(of: $0.utf8Span.span) } ?? 0
  }

  /// What is known of a lead; empty for nothing.
  func text(_ row: Int) -> String { codes[row] == 0 ? "" : pool.text(codes[row]) }
}

/// Codes for the texts of a few rows, taken out of larger pools.
struct FewTexts {
  private(set) var pool = TextPool()
  private(set) var codes: [UInt32] = []
  private var seen: [UInt32: UInt32] = [:]

  init(reserving count: Int) {
    _ = pool.code(of: [UInt8]().span)
    codes.reserveCapacity(count)
  }

  /// Adds a row with the text that a column has for a code.
  mutating func append(_ code: UInt32, of texts: TextPool) {
    if code == 0 {
      codes.append(0)
    } else if let known = seen[code] {
      codes.append(known)
    } else {
      let new = pool.code(of: texts.bytes.span.extracting(texts.range(of: code)))
      seen[code] = new
      codes.append(new)
    }
  }

  /// Adds a row with a text.
  mutating func append(_ text: String) { codes.append(pool.code(of: text.utf8Span.span)) }
}
