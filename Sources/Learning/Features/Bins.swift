/// How the values of a feature are put into few bins, each with a code.
///
/// Code 0 is for missing values. At most 255 codes.
public enum Bins: Sendable, Hashable, Codable {
  /// Numbers: code 1 below the first cut, and one more for each cut that is reached. Cuts ascend.
  case cuts([Double])
  /// Levels: code 1 for the first. Whatever is not among them has the code of `other`, a place among the codes.
  ///
  /// Levels stand in the order of their close rates when the model was trained, so that codes have a meaning to trees.
  case levels([Level], other: Int)
  /// Levels that stand for their close rates, in log-odds, and these numbers for the bins of cuts.
  case rates([String: Double], unknown: Double, cuts: [Double])

  /// A level of a text.
  public struct Level: Sendable, Hashable, Codable {
    /// The text as it is compared.
    public var key: String
    /// The text as people wrote it.
    public var label: String
  }

  /// The number of codes, that of missing values included.
  public var count: Int {
    switch self {
    case .cuts(let cuts), .rates(_, _, let cuts): cuts.count + 2
    case .levels(let levels, _): levels.count + 2
    }
  }

  /// Whether they are those of a number that is not cut: it may be used as it is.
  var areUncut: Bool { self == .cuts([]) }

  /// The code of a number; NaN is missing. O(log cuts).
  @inline(__always)
  static func code(of number: Double, _ cuts: Span<Double>) -> UInt8 {
    if number.isNaN { return 0 }
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if number >= cuts[middle] { low = middle + 1 } else { high = middle }
    }
    return UInt8(truncatingIfNeeded: low + 1)
  }

  /// For each name of a level its code. Precondition: not for `cuts`.
  func codes(of names: LevelNames) -> [UInt8] {
    switch self {
    case .cuts: preconditionFailure("numbers have no levels")
    case .levels(let levels, let other):
      let codes = Dictionary(
        uniqueKeysWithValues: levels.enumerated().map { index, level in
          (level.key, UInt8(index < other - 1 ? index + 1 : index + 2))
        })
      return names.keys.map { $0.isEmpty ? 0 : codes[$0] ?? UInt8(other) }
    case .rates(let rates, let unknown, let cuts):
      return names.keys.map { $0.isEmpty ? 0 : Self.code(of: rates[$0] ?? unknown, cuts.span) }
    }
  }

  /// The level with a code, or nil for missing and other ones. Precondition: only for `levels`.
  public func level(_ code: Int) -> Level? {
    guard case .levels(let levels, let other) = self, code > 0, code != other else { return nil }
    return levels[code < other ? code - 1 : code - 2]
  }
}

extension Bins {
  /// What can be chosen about bins.
  public struct Settings: Sendable, Hashable, Codable {
    /// The most bins for numbers.
    public var maxBins = 32
    /// The fewest observations of a level that stands alone.
    public var minLevelCount = 15
    /// The most levels that stand alone.
    public var maxLevels = 60

    /// The settings that every model starts from.
    public init() {}
  }

  /// Cuts for numbers, so that each bin has about as many observations: at most `settings.maxBins` bins.
  ///
  /// A cut is the shortest decimal between two neighbours, so that people can read it. O(n log n).
  static func cuts(for numbers: [Double], _ settings: Settings) -> [Double] {
    let sorted = numbers.filter { !$0.isNaN }.sorted()
    guard let first = sorted.first, sorted.last != first else { return [] }
    let share = Double(sorted.count) / Double(settings.maxBins)
    var cuts: [Double] = []
    var start = 0
    var index = 0
    while index < sorted.count {
      var next = index
      while next < sorted.count, sorted[next] == sorted[index] { next += 1 }
      // A cut goes where the bin would be nearer to its share without the value than with it.
      let isFull = index > start && Double(index - start) + Double(next - index) / 2 >= share
      if isFull {
        cuts.append(shortestDecimal(above: sorted[index - 1], upTo: sorted[index]))
        start = index
      }
      index = next
    }
    return cuts
  }

  /// The decimal of fewest digits that lies above one number and is not above another.
  static func shortestDecimal(above low: Double, upTo high: Double) -> Double {
    for places in -6...12 {
      let scale = pow10(places)
      // From the upper end, so that whole numbers stay what they are.
      let candidate = (high * scale).rounded(.down) / scale
      if candidate > low, candidate <= high { return candidate == 0 ? 0 : candidate }
    }
    return high
  }

  private static func pow10(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { value, _ in value * 10 }.signedPower(exponent)
  }

  /// Levels for texts: those that are frequent enough, in the order of their close rates.
  static func levels(
    for codes: [UInt32], _ names: LevelNames, _ outcomes: [Bool], _ settings: Settings
  ) -> Bins {
    var tallies: [String: (label: String, won: Int, count: Int)] = [:]
    var byCode = Array(repeating: (won: 0, count: 0), count: names.keys.count)
    var wonAll = 0
    for (code, isWon) in zip(codes, outcomes) {
      wonAll += isWon ? 1 : 0
      guard Int(code) < byCode.count else { continue }
      byCode[Int(code)].won += isWon ? 1 : 0
      byCode[Int(code)].count += 1
    }
    for (code, tally) in byCode.enumerated() where tally.count > 0 && !names.keys[code].isEmpty {
      let old = tallies[names.keys[code]] ?? (names.labels[code], 0, 0)
      tallies[names.keys[code]] = (old.label, old.won + tally.won, old.count + tally.count)
    }
    let kept = tallies.filter { $0.value.count >= settings.minLevelCount }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(settings.maxLevels)
    let base = codes.isEmpty ? 0 : Double(wonAll) / Double(codes.count)
    func rate(_ won: Int, _ count: Int) -> Double { (Double(won) + 10 * base) / (Double(count) + 10) }
    let ordered = kept.sorted {
      let (a, b) = (rate($0.value.won, $0.value.count), rate($1.value.won, $1.value.count))
      return a == b ? $0.key < $1.key : a < b
    }
    let keptKeys = Set(kept.map(\.key))
    let rest = tallies.filter { !keptKeys.contains($0.key) }
    let restRate = rate(rest.values.reduce(0) { $0 + $1.won }, rest.values.reduce(0) { $0 + $1.count })
    let other = 1 + ordered.count { rate($0.value.won, $0.value.count) < restRate }
    return .levels(ordered.map { Level(key: $0.key, label: $0.value.label) }, other: other)
  }
}

extension Double {
  fileprivate func signedPower(_ exponent: Int) -> Double { exponent < 0 ? 1 / self : self }
}
