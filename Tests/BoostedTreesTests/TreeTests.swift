import BoostedTrees
import Statistics
import Testing

/// Trees walked here against the library that grew them.
@Suite struct TreeTests {
  static let seed: UInt64 = 11
  let columns: [[UInt8]]
  let outcomes: [Bool]

  init() {
    var chance = SplitMix64(seed: Self.seed, stream: "test", number: 0)
    columns = (0..<4).map { _ in (0..<600).map { _ in UInt8(chance.next() % 12) } }
    outcomes = (0..<600).map { [columns] row in
      Int(columns[0][row]) + (columns[1][row] > 6 ? Int(columns[2][row]) : 4) + Int(chance.next() % 8) > 14
    }
  }

  private func trees(_ change: (inout TreeTrainer.Settings) -> Void = { _ in }) throws -> TreeEnsemble {
    var settings = TreeTrainer.Settings()
    settings.rounds = 40
    change(&settings)
    return try TreeTrainer(settings).train(columns, outcomes).trees
  }

  /// The log loss that the library reports for its own predictions is that of the margins walked here.
  @Test func theLossIsThatOfTheLibrary() throws {
    var settings = TreeTrainer.Settings()
    settings.rounds = 40
    settings.patience = 1000
    let (trees, losses) = try TreeTrainer(settings).train(columns, outcomes, validation: (columns, outcomes))
    #expect(losses.count == 40)
    for count in [1, 7, 40] {
      let walked = trees.prefix(count).margins(of: columns, rows: outcomes.count)
      let margins = walked.map { Double($0) / TreeEnsemble.unit }
      let loss = try #require(ProbabilityLoss.logLoss(margins: margins, outcomes))
      // The library prints six places of a sum in single precision.
      #expect(abs(loss - losses[count - 1]) < 2e-6, "\(count) trees, seed \(Self.seed)")
    }
  }

  @Test func contributionsAddUpToTheMargin() throws {
    let trees = try trees()
    let margins = trees.margins(of: columns, rows: outcomes.count)
    for row in stride(from: 0, to: outcomes.count, by: 37) {
      let parts = trees.contributions(of: columns.map { $0[row] })
      let sum = parts.features.reduce(parts.common, +)
      #expect(abs(sum - Double(margins[row]) / TreeEnsemble.unit) < 1e-5, "row \(row), seed \(Self.seed)")
    }
  }

  @Test func monotoneTreesOnlyRise() throws {
    let trees = try trees { $0.monotone = [1, 0, 0, 0] }
    for row in 0..<50 {
      let own = columns.map { $0[row] }
      let rising: [[UInt8]] = [Array(0..<12)] + own.dropFirst().map { Array(repeating: $0, count: 12) }
      let margins = trees.margins(of: rising, rows: 12)
      #expect(zip(margins, margins.dropFirst()).allSatisfy { $0 <= $1 }, "row \(row), seed \(Self.seed)")
    }
  }

  @Test func theSameSeedGivesTheSameTrees() throws {
    #expect(try trees() == trees())
    #expect(try trees() != trees { $0.seed = 5 })
  }

  @Test func whatIsNoModelIsRefused() {
    #expect(throws: TreeError.self) { try TreeEnsemble(xgboost: Array("{}".utf8)) }
    #expect(throws: (any Error).self) { try TreeEnsemble(xgboost: Array("{".utf8)) }
  }
}
