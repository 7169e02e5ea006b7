import ArgumentParser
import BoostedTrees
import Foundation
@testable import Learning
import Statistics

/// Times the learners on matrices that another program wrote, so that peers can be timed on the same numbers.
@main struct LearningBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learning-bench", subcommands: [Logistic.self, Boosting.self])

  /// The outcomes, a byte each.
  static func outcomes(_ path: String) throws -> [Bool] {
    try Data(contentsOf: URL(filePath: path)).map { $0 != 0 }
  }

  /// Prints figures as one line of JSON.
  static func report(_ figures: KeyValuePairs<String, Double>) {
    print("{" + figures.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
  }
}

/// Processor seconds of this process.
private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Runs something and gives its processor seconds.
private func timed<T>(_ work: () throws -> T) rethrows -> (T, Double) {
  let start = cpuSeconds()
  let result = try work()
  return (result, cpuSeconds() - start)
}

/// A logistic regression on numbers: columns of doubles, one after the other.
struct Logistic: ParsableCommand {
  @Argument var columns: String
  @Argument var outcomes: String
  @Option var ridge = 0.0
  @Option var tolerance = 1e-10

  func run() throws {
    let y = try LearningBench.outcomes(outcomes)
    let bytes = try Data(contentsOf: URL(filePath: columns), options: .alwaysMapped)
    let values: [Double] = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
    let terms = stride(from: 0, to: values.count, by: y.count).map {
      DesignMatrix.Term.numbers(Array(values[$0..<$0 + y.count]))
    }
    let matrix = DesignMatrix(terms, rows: y.count)
    var regression = LogisticRegression(ridge: ridge)
    regression.tolerance = tolerance
    let (fit, seconds) = timed { regression.fit(matrix, y) }
    LearningBench.report(
      ["cpu_s": seconds, "iterations": Double(fit.iterations), "log_likelihood": fit.logLikelihood])
  }
}

/// Additive tables and boosted trees on bins: columns of bytes, one after the other, codes from 1 up.
struct Boosting: ParsableCommand {
  @Argument var columns: String
  @Argument var outcomes: String
  @Option var rounds = 300
  @Option var depth = 4
  @Option var cycles = 300

  func run() throws {
    let y = try LearningBench.outcomes(outcomes)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: columns)))
    let codes = stride(from: 0, to: bytes.count, by: y.count).map { Array(bytes[$0..<$0 + y.count]) }
    let counts = codes.map { Int($0.max() ?? 0) + 1 }
    let table = CodeTable(columns: codes, counts: counts, rows: y.count)

    let set = FeatureSet(
      counts.enumerated().map { index, count in
        Feature(.number(attribute: "x\(index)"), .cuts((0..<max(0, count - 2)).map(Double.init)))
      })
    var settings = AdditiveTrainer.Settings()
    settings.cycles = cycles
    settings.pairs = 0
    let ones = [Float](repeating: 1, count: y.count)
    let (_, additive) = timed { AdditiveTrainer(settings, for: set).grown(table, y, weights: ones) }

    var trees = TreeTrainer.Settings()
    trees.rounds = rounds
    trees.depth = depth
    let ((ensemble, _), training) = try timed { try TreeTrainer(trees).train(codes, y) }
    let (margins, walking) = timed { ensemble.margins(of: codes, rows: y.count) }
    LearningBench.report([
      "additive_train_cpu_s": additive, "trees_train_cpu_s": training, "trees_walk_cpu_s": walking,
      "mean_margin": margins.reduce(0) { $0 + Double($1) } / Double(margins.count) / 1e9,
    ])
  }
}
