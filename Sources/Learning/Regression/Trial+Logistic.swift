import Statistics

extension Trial {
  /// Tries logistic regressions: penalties are chosen by the loss of the rows that were not learned from.
  static func logistic(
    _ settings: LogisticSettings, _ examples: Examples, _ split: Split, _ threads: Int
  ) throws -> Trial {
    switch (settings.penalty.mix, settings.columns) {
    case (nil, _):
      let plan = LogisticLearning(columns: settings.columns, method: .likelihood(settings.elimination))
      return try best(of: [plan], examples, split, threads)
    case (0, .bins):
      let plans = [1.0, 4, 16].map { LogisticLearning(columns: .bins, method: .ridge($0)) }
      return try best(of: plans, examples, split, threads)
    case (let mix?, _):
      var net = ElasticNet(mix: mix)
      net.tolerance = 1e-6
      return try path(of: net, settings.columns, examples, split, threads)
    }
  }

  private static func best(
    of plans: [LogisticLearning], _ examples: Examples, _ split: Split, _ threads: Int
  ) throws -> Trial {
    let bins = LogisticLearning.bins(plans[0].columns)
    let tried = try tried(examples, split, bins, threads) { _, codes, y, others, _ in
      plans.map { $0.model(codes, y).margins(of: others) }
    }
    let outcomes = split.rows.map { examples.outcomes[$0] }
    let trials = plans.indices.map { index in Trial(.logistic(plans[index]), tried.map { $0[index] }, outcomes) }
    return trials.min { $0.logLoss < $1.logLoss }!
  }

  /// The strongest penalty of a path that is within one standard error of the best; all parts have the path of all rows.
  private static func path(
    of net: ElasticNet, _ columns: LogisticSettings.Columns, _ examples: Examples, _ split: Split, _ threads: Int
  ) throws -> Trial {
    let bins = LogisticLearning.bins(columns)
    let (_, all, _) = examples.coded(Array(examples.outcomes.indices), others: [], bins)
    let lambdas = LogisticLearning.penalties(net, all, examples.outcomes)
    let tried = try tried(examples, split, bins, threads) { _, codes, y, others, otherY in
      let margins = LogisticLearning.margins(net, lambdas, codes, y, of: others)
      let losses = margins.map { ProbabilityLoss.logLoss(margins: $0.map { Double($0) / 1e6 }, otherY) ?? 0 }
      return (margins: margins, losses: losses)
    }
    let choice = PenaltyChoice(lambdas, losses: tried.map(\.losses), rows: split.parts.map(\.trial.count))
    let plan = LogisticLearning(columns: columns, method: .net(net, choice))
    return Trial(
      .logistic(plan), tried.map { $0.margins[choice.simplest] }, split.rows.map { examples.outcomes[$0] })
  }
}

extension LogisticLearning {
  /// The settings in words.
  var description: String {
    let made = columns == .raw ? ", numbers as they are" : ""
    switch method {
    case .likelihood(let elimination):
      return "no penalty\(elimination == nil ? "" : ", columns left out")\(made)"
    case .ridge(let ridge): return "ridge \(Feature.text(ridge))\(made)"
    case .net(let net, let choice):
      let name = net.mix == 1 ? "lasso" : net.mix == 0 ? "ridge" : "elastic net"
      return "\(name), λ \(LeakDetector.rounded(choice.points[choice.simplest].lambda, places: 5))\(made)"
    }
  }
}
