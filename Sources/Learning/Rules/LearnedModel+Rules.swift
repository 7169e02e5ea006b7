import Statistics

extension LearnedModel {
  /// The model as rules with points: 0 points are even odds, and ten more double them.
  ///
  /// What the rules add up to is the margin, but for rounding to a thousandth of a point for each table, and to a whole
  /// point for each score: one, or two where both attributes and events are learned from. A date later on the day of scoring is of age 0 to a rule,
  /// and not known to the model. nil if the model is made of trees, has tables of pairs, uses numbers as they are, or has
  /// features that no rule can ask for.
  ///
  /// - Parameter name: the name of the scoring model.
  public func rules(name: String) -> RuleModel? {
    guard case .tables(let tables) = body, tables.pairs.isEmpty, tables.slopes == nil,
      features.features.allSatisfy(\.source.hasRule)
    else {
      return nil
    }
    func thousandths(_ amount: Int64) -> Int64 {
      Int64((Double(amount) / AdditiveModel.unit * Self.pointsPerLogOdds * 1000).rounded())
    }
    let rows = Dictionary(uniqueKeysWithValues: card.importance.map { ($0.name, $0) })
    let written = zip(features.features, tables.tables).filter { _, amounts in amounts.contains { $0 != 0 } }
    let rules = written.map { feature, amounts in
      let known = rows[feature.name].map { Dictionary($0.rows.map { ($0.label, $0) }) { first, _ in first } } ?? [:]
      let notes = amounts.indices.map { code in
        known[feature.label(code)].map { "\($0.won) of \($0.count) won" } ?? ""
      }
      return RuleTable(feature, points: amounts.map(thousandths), notes: notes)
    }
    return RuleModel(
      name: name, preface: preface, tables: rules, everybody: thousandths(tables.intercept), stages: stages)
  }

  private var preface: [String] {
    var lines = [
      "Learned from \(card.data.known) leads, of whom \(card.data.won) were won (\(card.data.outcome)).",
      "0 points are even odds to be won, and each 10 points more double the odds.",
    ]
    if let auc = card.evaluation?.figure("ROC AUC") {
      lines.append(
        "On leads that it had not seen: ROC AUC \(LeakDetector.rounded(auc.value)) (\(LeakDetector.rounded(auc.low)) to \(LeakDetector.rounded(auc.high)))."
      )
    }
    lines.append("Edit it as any model; the comments say how many leads each number comes from.")
    return lines
  }

  private var stages: [(name: String, from: Int, note: String)] {
    guard let evaluation = card.evaluation else { return [] }
    let lines = [("hot", evaluation.bestF1), ("warm", evaluation.cutOffs.last { $0.sensitivity >= 0.9 })]
    var stages: [(name: String, from: Int, note: String)] = []
    for case (let name, let line?) in lines {
      let p = min(max(line.score, 1e-6), 1 - 1e-6)
      let points = Int((calibration.margin(of: p) * Self.pointsPerLogOdds).rounded())
      if let last = stages.last, last.from <= points { continue }
      let won = CutOffAdvisor.percent(line.precision ?? 0)
      stages.append((name, points, "\(CutOffAdvisor.percent(line.share)) of the leads, of whom \(won) were won"))
    }
    return stages
  }
}
