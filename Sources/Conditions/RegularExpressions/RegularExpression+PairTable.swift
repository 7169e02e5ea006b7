extension RegularExpression {
  /// The table of a small `DFA` for two bytes at a time, which takes half as long.
  ///
  /// What limits the speed of a table is that each look-up waits for the one before. Here two bytes share a look-up in
  /// that chain: a row has a column for every pair of byte classes. As in a `DFA`, row 0 is not used, and its first
  /// two positions stand for `failed` and `found`.
  struct PairTable: Sendable {
    /// The most entries, at two bytes each: few enough for the table to stay in the first cache of a processor.
    static let maximumCount = 1 << 14

    /// The class of the first byte of a pair, times the number of classes.
    private let firstColumns: [UInt16]

    /// The class of the second byte.
    private let secondColumns: [UInt8]

    private let table: [UInt16]

    /// The number of entries in a row: here, and in the table for single bytes.
    private let stride: Int
    private let singleStride: Int
  }
}

extension RegularExpression.PairTable {
  private typealias DFA = RegularExpression.DFA

  /// The pair table for a table of single bytes; nil if it would be too large.
  init?(_ classes: RegularExpression.ByteClasses, _ single: [UInt32]) {
    let columns = classes.count
    stride = columns * columns
    singleStride = columns + 1
    let rows = single.count / singleStride
    guard columns > 1, rows > 1, rows * stride <= Self.maximumCount else { return nil }

    firstColumns = classes.numbers.map { UInt16(Int($0) * columns) }
    secondColumns = classes.numbers
    var table = Array(repeating: UInt16(DFA.failed), count: stride)
    for row in 1..<rows {
      for first in 0..<columns {
        let middle = single[row * singleStride + first]
        for second in 0..<columns {
          let next = middle > DFA.found ? single[Int(middle) + second] : middle
          table.append(UInt16(next > DFA.found ? Int(next) / singleStride * stride : Int(next)))
        }
      }
    }
    self.table = table
  }

  /// The state of the table for single bytes after all whole pairs of a text, or as soon as the search has ended.
  ///
  /// - Parameter start: A state of the table for single bytes, neither `failed` nor `found`.
  func state(after text: Span<UInt8>, from start: UInt32) -> UInt32 {
    let firstColumns = firstColumns.span
    let secondColumns = secondColumns.span
    let table = table.span
    var state = UInt16(Int(start) / singleStride * stride)
    var index = 0
    while index < text.count - 1 {
      let column = Int(firstColumns[Int(text[index])]) + Int(secondColumns[Int(text[index + 1])])
      state = table[Int(state) + column]
      if state <= DFA.found { return UInt32(state) }
      index += 2
    }
    return UInt32(Int(state) / stride * singleStride)
  }
}
