#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import BoostedTrees
import Leads
import Statistics

/// A learner that was fitted to parts of the rows and tried on the rest.
struct Trial: Sendable {
  /// What was chosen by the trial.
  enum Plan: Sendable {
    case logistic(LogisticLearning)
    case additive(AdditiveTrainer.Settings)
    case trees(TreeTrainer.Settings)
  }

  let plan: Plan
  /// For each row of the split, in its order, the margin in millionths and the log loss.
  let margins: [Int64], losses: [Double]
  let rocAUC: Double, logLoss: Double

  var learner: Learner {
    switch plan {
    case .logistic: .logistic
    case .additive: .additive
    case .trees: .trees
    }
  }

  init(_ plan: Plan, _ margins: [[Int64]], _ outcomes: [Bool]) {
    self.plan = plan
    self.margins = margins.flatMap { $0 }
    losses = zip(self.margins, outcomes).map { margin, isWon in
      let z = isWon ? -Double(margin) / 1e6 : Double(margin) / 1e6
      return max(z, 0) + log1p(exp(-abs(z)))
    }
    logLoss = losses.reduce(0, +) / Double(max(1, losses.count))
    rocAUC = Ranked(scores: self.margins.map(Double.init), outcomes: outcomes)?.rocAUC ?? 0.5
  }

  /// Tries a learner. Settings that have candidates are chosen by the loss of the rows that were not learned from.
  init(of learner: Learner, _ examples: Examples, _ split: Split, _ settings: Training.Settings) throws {
    let outcomes = split.rows.map { examples.outcomes[$0] }
    switch learner {
    case .logistic: self = try Self.logistic(settings.logistic, examples, split, settings.threads)
    case .additive:
      var start = AdditiveTrainer.Settings()
      if settings.isForRules { start.pairs = 0 }
      start.directions = settings.directions
      let plan = try Self.stopped(start, examples, split, settings)
      let margins = try Self.tried(examples, split, Bins.Settings(), settings.threads) { set, codes, y, others, _ in
        Self.additive(plan, set, codes, y).margins(of: others)
      }
      self.init(.additive(plan), margins, outcomes)
    case .trees:
      self = try Self.trees(examples, split, settings, outcomes)
    }
  }

  /// What `body` gives for each part of the rows.
  static func tried<Result: Sendable>(
    _ examples: Examples, _ split: Split, _ bins: Bins.Settings, _ threads: Int,
    _ body: @Sendable (FeatureSet, CodeTable, [Bool], CodeTable, [Bool]) throws -> Result
  ) throws -> [Result] {
    try parallel(count: split.parts.count, threads: threads) { index in
      let part = split.parts[index]
      let (set, codes, others) = examples.coded(part.training, others: part.trial, bins)
      return try body(set, codes, examples.outcomes(part.training), others, examples.outcomes(part.trial))
    }
  }

  static func additive(
    _ settings: AdditiveTrainer.Settings, _ set: FeatureSet, _ codes: CodeTable, _ outcomes: [Bool]
  ) -> AdditiveModel {
    let weights = [Float](repeating: 1, count: outcomes.count)
    return AdditiveModel(
      meanOf: [AdditiveTrainer(settings, for: set).grown(codes, outcomes, weights: weights)], centredOn: codes)
  }

  /// As many cycles, first of features and then of pairs, as did best on the rows that were not learned from.
  private static func stopped(
    _ settings: AdditiveTrainer.Settings, _ examples: Examples, _ split: Split, _ training: Training.Settings
  ) throws -> AdditiveTrainer.Settings {
    /// For each cycle the loss of the rows that were not learned from.
    func losses(_ plan: AdditiveTrainer.Settings, ofPairs isPairs: Bool) throws -> [Double] {
      let parts = try tried(examples, split, Bins.Settings(), training.threads) { set, codes, y, others, otherY in
        let all = CodeTable(
          columns: zip(codes.columns, others.columns).map { $0 + $1 }, counts: codes.counts,
          rows: codes.rows + others.rows)
        let weights = y.map { _ in Float(1) } + otherY.map { _ in Float(0) }
        let trial = (y.count..<all.rows).map(Int32.init)
        var losses: [Double] = []
        _ = AdditiveTrainer(plan, for: set).grown(all, y + otherY, weights: weights) { _, isPairCycle, work in
          if isPairCycle == isPairs { losses.append(work.logLoss(of: trial)) }
          return false
        }
        return losses
      }
      return parts[0].indices.map { cycle in
        zip(parts, split.parts).reduce(0) { $0 + $1.0[cycle] * Double($1.1.trial.count) }
      }
    }
    var plan = settings
    plan.pairs = 0
    let alone = try losses(plan, ofPairs: false)
    plan.cycles = alone.indices.min { alone[$0] < alone[$1] }! + 1
    plan.pairs = settings.pairs
    let paired = try losses(plan, ofPairs: true)
    let best = paired.indices.min { paired[$0] < paired[$1] }
    plan.pairCycles = best.map { paired[$0] < alone[plan.cycles - 1] ? $0 + 1 : 0 } ?? 0
    return plan
  }

  /// Trees of several depths; as many as did best on the rows that were not learned from.
  private static func trees(
    _ examples: Examples, _ split: Split, _ settings: Training.Settings, _ outcomes: [Bool]
  ) throws -> Trial {
    var best: (trial: Trial, loss: Double)?
    for depth in [4, 6] {
      var plan = TreeTrainer.Settings()
      plan.depth = depth
      plan.seed = settings.seed
      let candidate = plan
      let grown = try tried(examples, split, Bins.Settings(), settings.threads) { set, codes, y, others, otherY in
        let (trees, losses) = try TreeTrainer(candidate.held(to: set.signs(settings.directions))).train(
          codes.columns, y, validation: (others.columns, otherY))
        return (trees: trees, losses: losses, others: others)
      }
      // Losses end where patience did; what comes later is taken as no better than the last.
      let rounds = grown.map(\.losses.count).max() ?? 1
      let sums = (0..<rounds).map { round in
        zip(grown, split.parts).reduce(0.0) { sum, part in
          sum + part.0.losses[min(round, part.0.losses.count - 1)] * Double(part.1.trial.count)
        }
      }
      let count = sums.indices.min { sums[$0] < sums[$1] }! + 1
      plan.rounds = count
      let margins = grown.map { part in
        part.trees.prefix(count).margins(of: part.others.columns, rows: part.others.rows).map { $0 / 1000 }
      }
      let trial = Trial(.trees(plan), margins, outcomes)
      if best.map({ trial.logLoss < $0.loss }) ?? true { best = (trial, trial.logLoss) }
    }
    return best!.trial
  }

  /// The learner as it was chosen, fitted to all rows.
  func fittedToAll(_ examples: Examples, _ settings: Training.Settings) throws -> FittedLearner {
    let rows = Array(examples.outcomes.indices)
    switch plan {
    case .logistic(let plan):
      let (set, codes, _) = examples.coded(rows, others: [], LogisticLearning.bins(plan.columns))
      let (model, table) = plan.fitted(codes, examples.outcomes, set)
      return FittedLearner(learner: .logistic, features: set, body: .tables(model), codes: codes, table: table)
    case .additive(let plan):
      let (set, codes, _) = examples.coded(rows, others: [], Bins.Settings())
      return FittedLearner(
        learner: .additive, features: set, body: .tables(Self.additive(plan, set, codes, examples.outcomes)),
        codes: codes)
    case .trees(let plan):
      let (set, codes, _) = examples.coded(rows, others: [], Bins.Settings())
      let trees = try TreeTrainer(plan.held(to: set.signs(settings.directions)))
        .train(codes.columns, examples.outcomes).trees
      return FittedLearner(learner: .trees, features: set, body: .trees(trees), codes: codes)
    }
  }

  /// The settings in words.
  var description: String {
    switch plan {
    case .logistic(let plan): plan.description
    case .additive(let plan): "\(plan.cycles) cycles, \(plan.pairCycles == 0 ? "no" : "up to \(plan.pairs)") pairs"
    case .trees(let plan): "\(plan.rounds) trees of depth \(plan.depth)"
    }
  }
}

extension TreeTrainer.Settings {
  /// The settings with these directions of the features, if there are any.
  fileprivate func held(to signs: [Int]) -> Self {
    var settings = self
    settings.monotone = signs.contains { $0 != 0 } ? signs : []
    return settings
  }
}

/// A trial with probabilities, each calibrated on parts that it does not belong to.
struct CalibratedTrial {
  let calibration: Calibration
  let rows: [Int]
  let probabilities: [Double]
  let outcomes: [Bool]

  init(_ trial: Trial, _ split: Split, _ outcomes: [Bool]) {
    let margins = trial.margins.map { Double($0) / 1e6 }
    let own = split.rows.map { outcomes[$0] }
    calibration = Calibration.chosen(margins: margins, outcomes: own, folds: split.foldOfRow)
    rows = split.rows
    self.outcomes = own
    var probabilities = [Double](repeating: 0, count: margins.count)
    for fold in Set(split.foldOfRow).sorted() {
      let rest = margins.indices.filter { split.foldOfRow[$0] != fold }
      let (m, y) = (rest.map { margins[$0] }, rest.map { own[$0] })
      let fitted: Calibration =
        switch calibration {
        case .none: .none
        case .platt: .fittedPlatt(margins: m, outcomes: y)
        case .isotonic: .fittedIsotonic(margins: m, outcomes: y)
        }
      for row in margins.indices where split.foldOfRow[row] == fold {
        probabilities[row] = fitted.probability(of: margins[row])
      }
    }
    self.probabilities = probabilities
  }
}
