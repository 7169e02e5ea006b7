import Leads

/// How often each distinct text of a column occurs, and in which row first. O(rows), in eight bytes for each text.
struct Tally {
  private(set) var counts: [UInt32]
  private(set) var firstRows: [UInt32]

  init(_ column: TextColumn) {
    counts = Array(repeating: 0, count: column.pool.count)
    firstRows = Array(repeating: .max, count: column.pool.count)
    for row in column.codes.indices {
      let code = Int(column.codes[row])
      if counts[code] == 0 { firstRows[code] = UInt32(row) }
      counts[code] += 1
    }
  }

  /// The codes of the most frequent texts that qualify; of equally frequent ones the first in the file.
  func mostFrequent(_ limit: Int, where qualifies: (Int) -> Bool) -> [Int] {
    var best: [Int] = []
    func precedes(_ a: Int, _ b: Int) -> Bool { (counts[b], firstRows[a]) < (counts[a], firstRows[b]) }
    for code in counts.indices where counts[code] > 0 && qualifies(code) {
      if best.count == limit, let last = best.last, !precedes(code, last) { continue }
      let place = best.firstIndex { precedes(code, $0) } ?? best.count
      best.insert(code, at: place)
      if best.count > limit { best.removeLast() }
    }
    return best
  }
}

/// Values with how many rows have them, in ascending order.
struct WeightedValues<Value: Comparable & Sendable & Hashable>: Sendable {
  /// A value, how many rows have it, and the code of its text.
  struct Entry: Sendable {
    var value: Value
    private let rows: UInt32
    private let text: UInt32

    init(_ value: Value, count: Int, code: Int) {
      self.value = value
      (rows, text) = (UInt32(clamping: count), UInt32(clamping: code))
    }

    var count: Int { Int(rows) }
    var code: Int { Int(text) }
  }

  private(set) var values: [Entry] = []
  private(set) var total = 0

  mutating func add(_ value: Value, count: Int, code: Int) {
    values.append(Entry(value, count: count, code: code))
    total += count
  }

  mutating func sort() { values.sort { ($0.value, $0.code) < ($1.value, $1.code) } }

  /// How they are spread; nil without any. Precondition: they are sorted.
  var spread: Spread<Value>? {
    guard let first = values.first, let last = values.last else { return nil }
    let shares = [0.05, 0.25, 0.5, 0.75, 0.95]
    var found: [Value] = []
    var sum = 0
    for value in values {
      sum += value.count
      while found.count < shares.count, Double(sum) >= (shares[found.count] * Double(total)).rounded(.up) {
        found.append(value.value)
      }
    }
    return Spread(
      least: first.value, p5: found[0], p25: found[1], median: found[2], p75: found[3], p95: found[4],
      greatest: last.value)
  }
}
