/// Words that a misspelt word may stand for, found by comparing letters.
///
/// Most words are ruled out by their length and by which letters they hold: an edit changes at most two of the 26 bits.
/// Only the few that are left are compared letter by letter.
struct NearWords: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  /// The set of letters of each word, a bit for each.
  private var masks: [UInt32] = []

  /// Adds a word; words are numbered as they come.
  mutating func add(_ word: Span<UInt8>) {
    for i in word.indices { bytes.append(word[i]) }
    ends.append(Int32(bytes.count))
    masks.append(Self.mask(word))
  }

  /// How many edits a word of this length may be away: 1, or 2 from nine letters on.
  static func allowedEdits(_ count: Int) -> Int { count >= 9 ? 2 : 1 }

  /// Calls `found` with each word at the least distance, at most `limit`, and gives that distance.
  ///
  /// The first letter must agree, or be swapped with the second, unless the word has eight letters or more: people
  /// rarely mistype it, and `reader` is no `leader`.
  func nearest(to word: Span<UInt8>, limit: Int, _ found: (Int, Span<UInt8>) -> Void) -> Int? {
    let mask = Self.mask(word)
    let count = word.count
    var best = limit
    var matches: [Int] = []
    var start = 0
    for i in masks.indices {
      let end = Int(ends[i])
      let length = end - start
      defer { start = end }
      guard abs(length - count) <= best, (masks[i] ^ mask).nonzeroBitCount <= 2 * best else { continue }
      let sameStart =
        bytes[start] == word[0] || count >= 8
        || count > 1 && length > 1 && bytes[start] == word[1] && bytes[start + 1] == word[0]
      guard sameStart else { continue }
      guard let distance = Self.distance(word, bytes.span.extracting(start..<end), limit: best) else { continue }
      if distance < best { matches.removeAll() }
      best = distance
      matches.append(i)
    }
    for match in matches {
      let start = match == 0 ? 0 : Int(ends[match - 1])
      found(match, bytes.span.extracting(start..<Int(ends[match])))
    }
    return matches.isEmpty ? nil : best
  }

  /// Whether one word's letters are the other's in another order, as far as the set of letters tells.
  static func haveSameLetters(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool { a.count == b.count && mask(a) == mask(b) }

  private static func mask(_ word: Span<UInt8>) -> UInt32 {
    var mask: UInt32 = 0
    for i in word.indices { mask |= 1 << UInt32(word[i] & 31) }
    return mask
  }

  private static let longest = 62

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other; nil if there are
  /// more than `limit`. O(length × limit).
  static func distance(_ a: Span<UInt8>, _ b: Span<UInt8>, limit: Int) -> Int? {
    guard a.count <= longest, b.count <= longest else { return nil }
    let far = UInt8(100)
    var twoAgo = InlineArray<64, UInt8>(repeating: far)
    var previous = InlineArray<64, UInt8>(repeating: far)
    for j in 0...min(b.count, limit) { previous[j] = UInt8(j) }
    for i in 0..<a.count {
      var current = InlineArray<64, UInt8>(repeating: far)
      let first = max(0, i - limit)
      let last = min(b.count, i + 1 + limit)
      if first == 0 { current[0] = UInt8(i + 1) }
      var least = far
      for j in first..<last {
        var cost = previous[j] + (a[i] == b[j] ? 0 : 1)
        cost = min(cost, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoAgo[j - 1] + 1) }
        current[j + 1] = cost
        least = min(least, cost)
      }
      if least > limit, i > limit + 1, previous[min(first, 63)] > limit { return nil }
      twoAgo = previous
      previous = current
    }
    let distance = Int(previous[b.count])
    return distance <= limit ? distance : nil
  }
}
