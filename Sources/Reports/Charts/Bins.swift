/// Ranges of whole numbers of equal, round width.
struct Bins: Sendable {
  /// The least number of the first range.
  let start: Int64
  /// The largest number of the last.
  let end: Int64
  /// How many numbers a range has; the last has its end besides.
  let width: Int64
  /// How many ranges there are.
  let count: Int

  /// At most `most` ranges or one more, from the lowest to the highest.
  init(from lowest: Int64, to highest: Int64, most: Int) {
    width = Self.roundSteps.first { (highest - lowest) / $0 <= Int64(most) } ?? .max / 4
    // Down, for numbers below nothing too.
    start = (lowest >= 0 ? lowest / width : -((width - 1 - lowest) / width)) * width
    let ranges = max(1, (highest - start + width - 1) / width)
    count = Int(ranges)
    end = start + ranges * width
  }

  /// 1, 2, 5, 10, 20, 50 …
  private static let roundSteps: [Int64] = (0..<17).flatMap { power in
    let unit = (0..<power).reduce(Int64(1)) { unit, _ in unit * 10 }
    return [unit, 2 * unit, 5 * unit]
  }

  /// The range of a number within `start...end`.
  func index(of value: Int64) -> Int { min(count - 1, max(0, Int((value - start) / width))) }

  /// Where a number stands between the first end and the last, in per cent.
  func position(_ value: Int64) -> Double { Double(value - start) / Double(end - start) * 100 }

  /// `20 to 24`; the last range includes its end.
  func name(_ index: Int) -> String {
    let low = start + Int64(index) * width
    let high = index == count - 1 ? end : low + width - 1
    return low == high ? Figures.count(low) : "\(Figures.count(low)) to \(Figures.count(high))"
  }

  /// Round numbers to write below, at most seven.
  var ticks: [Int64] {
    let step = Self.roundSteps.first { $0 % width == 0 && (end - start) / $0 <= 6 } ?? width
    let first = start >= 0 ? (start + step - 1) / step * step : -(-start / step) * step
    return Array(stride(from: first, through: end, by: Int(step)))
  }
}
