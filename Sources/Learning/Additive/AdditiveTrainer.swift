import Statistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Trains additive models by cyclic boosting: each cycle gives every table in turn a small step against the loss that is
/// left, so that features that tell the same share it.
///
/// Source: Y. Lou, R. Caruana, J. Gehrke and G. Hooker, "Accurate intelligible models with pairwise interactions",
/// KDD 2013.
public struct AdditiveTrainer: Sendable {
  /// What can be chosen.
  public struct Settings: Sendable, Hashable, Codable {
    /// The cycles over all features.
    public var cycles = 120
    /// The cycles over all pairs.
    public var pairCycles = 40
    /// By how much of Newton's step a table moves.
    public var learningRate: Float = 0.05
    /// The most leaves of a step.
    public var leaves = 3
    /// Shrinks the steps of small leaves, in curvature.
    public var ridge: Float = 2
    /// The least curvature of a leaf.
    public var minLeaf: Float = 2
    /// Shrinks the steps of the cells of pairs, in curvature.
    public var pairRidge: Float = 20
    /// How many pairs have a table.
    public var pairs = 16
    /// The most bins of a feature in a pair.
    public var pairBins = 4
    /// Numbers, by attribute, whose tables may go one way only; they are in no pair.
    public var directions: [String: Direction] = [:]

    /// The settings that every model starts from.
    public init() {}
  }

  /// What was chosen.
  public var settings: Settings
  /// For each feature whether its bins have an order.
  public let isOrdered: [Bool]
  /// For each feature 1 or -1 if its table may go one way only, or 0.
  private let signs: [Int]

  /// A trainer for these features.
  public init(_ settings: Settings, for set: FeatureSet) {
    self.settings = settings
    isOrdered = set.features.map(\.source.isNumeric)
    signs = set.signs(settings.directions)
  }

  /// A model while it grows, in floating point.
  struct Growth {
    var intercept: Float = 0
    var tables: [[Float]]
    var pairs: [(grid: PairGrid, amounts: [Float])] = []
  }

  /// Called after each cycle with its number, from 1, and the margins of the rows; true ends the phase.
  typealias Watch = (_ cycle: Int, _ isPairs: Bool, _ work: AdditiveWork) -> Bool

  /// Trains on rows, each of which counts so much. Rows of weight 0 are only watched.
  ///
  /// O(cycles × rows × (features + pairs)).
  func grown(_ codes: CodeTable, _ outcomes: [Bool], weights: [Float], watch: Watch? = nil) -> Growth {
    var growth = Growth(tables: codes.counts.map { Array(repeating: 0, count: $0) })
    let all = weights.reduce(0, +)
    let won = zip(outcomes, weights).reduce(Float(0)) { $0 + ($1.0 ? $1.1 : 0) }
    growth.intercept = logf((won + 0.5) / (all - won + 0.5))
    var work = AdditiveWork(
      outcomes: outcomes, weights: weights, margins: Array(repeating: growth.intercept, count: codes.rows))
    let finders = isOrdered.map {
      StepFinder(isOrdered: $0, maxLeaves: settings.leaves, ridge: settings.ridge, minLeaf: settings.minLeaf)
    }
    cycles: for cycle in 1...max(1, settings.cycles) {
      for feature in codes.columns.indices where codes.counts[feature] > 1 {
        let sums = work.sums(by: codes.columns[feature], count: codes.counts[feature])
        var steps = finders[feature].steps(sums).map { $0 * settings.learningRate }
        if signs[feature] != 0 {
          var table = zip(growth.tables[feature], steps).map(+)
          Self.straighten(&table, signs[feature], sums.map(\.y))
          steps = zip(table, growth.tables[feature]).map(-)
        }
        work.add(steps, by: codes.columns[feature])
        for code in steps.indices { growth.tables[feature][code] += steps[code] }
      }
      work.relinearise()
      if watch?(cycle, false, work) == true { break cycles }
    }
    for feature in signs.indices where signs[feature] != 0 {
      // What rounding left.
      let weights = [Float](repeating: 1, count: codes.counts[feature])
      Self.straighten(&growth.tables[feature], signs[feature], weights)
    }
    growPairs(&growth, &work, codes, watch)
    return growth
  }

  /// Makes a table go one way from its first bin to its last; missing values, code 0, may have any amount.
  private static func straighten(_ table: inout [Float], _ sign: Int, _ weights: [Float]) {
    let weights = weights.dropFirst().map { max($0, 1e-3) }
    table.replaceSubrange(1..., with: OneWay.nearest(to: Array(table.dropFirst()), weights: weights, sign: sign))
  }

  private func growPairs(_ growth: inout Growth, _ work: inout AdditiveWork, _ codes: CodeTable, _ watch: Watch?) {
    guard settings.pairs > 0, settings.pairCycles > 0 else { return }
    let grids = PairSearch(
      isOrdered: isOrdered, isFree: signs.map { $0 == 0 }, limit: settings.pairBins, ridge: settings.pairRidge
    )
    .best(settings.pairs, work, codes)
    let cells = grids.map { $0.cells(of: codes) }
    growth.pairs = grids.map { ($0, Array(repeating: 0, count: $0.count)) }
    for cycle in 1...settings.pairCycles {
      for pair in grids.indices {
        let sums = work.sums(by: cells[pair], count: grids[pair].count)
        let steps = sums.map { $0.y > 0 ? settings.learningRate * $0.x / ($0.y + settings.pairRidge) : 0 }
        work.add(steps, by: cells[pair])
        for cell in steps.indices { growth.pairs[pair].amounts[cell] += steps[cell] }
      }
      work.relinearise()
      if watch?(cycle, true, work) == true { return }
    }
  }
}
