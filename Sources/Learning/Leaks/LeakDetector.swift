import Leads
import Scoring
import Statistics

/// Finds attributes and events that look as if they came after the outcome: they make a model look far better than it
/// can be on a new lead.
///
/// Evidence is what each says alone on leads it was not fitted to, how pure its values are, and what names and values
/// say in words. Every bit is told; people decide.
struct LeakDetector {
  private let examples: Examples
  private let split: Split
  private let base: Double

  /// Alone, nothing that is known beforehand sorts won from lost so well.
  private static let nearlyPerfect = 0.93
  /// Alone so well, and better than all others together.
  private static let strong = 0.85
  private static let aboveOthers = 0.03
  /// Below, nothing is lost by keeping what only its name makes suspicious.
  private static let saysSomething = 0.52
  /// The share of leads that lie in nearly pure values.
  private static let pureShare = 0.2

  init(_ examples: Examples, _ split: Split) {
    self.examples = examples
    self.split = split
    base = Double(examples.outcomes.count { $0 }) / Double(max(1, examples.outcomes.count))
  }

  /// The suspicious attributes and events, in the order of the catalog.
  func leaks(of catalog: FeatureCatalog, _ population: Population, _ leads: TrainingLeads) -> [Leak] {
    let alone = aloneAUC()
    var names: [String] = []
    var best: [String: Double] = [:]
    var places: [String: Int] = [:]
    for (index, source) in catalog.sources.enumerated() {
      guard let name = source.suspectName else { continue }
      if best[name] == nil { names.append(name) }
      if alone[index] > best[name] ?? 0 {
        best[name] = alone[index]
        places[name] = index
      }
    }
    let edits = LateEdits(population, leads, attributes: names)
    var evidence: [String: [String]] = [:]
    for name in names {
      let auc = best[name]!
      var found: [String] = []
      if auc >= Self.nearlyPerfect {
        found.append("alone it sorts won from lost leads almost perfectly: ROC AUC \(Self.rounded(auc))")
      }
      if let place = places[name], case .levels(let codes) = examples.table.values[place] {
        found += levelEvidence(codes, examples.names[place])
      }
      found += edits.evidence[name] ?? []
      if auc >= Self.saysSomething, let words = LeakNames.evidence(inName: name) {
        found.append("\(words) (alone: ROC AUC \(Self.rounded(auc)))")
      }
      if !found.isEmpty { evidence[name] = found }
    }
    for name in names where evidence[name] == nil && best[name]! >= Self.strong {
      let others = catalog.sources.indices.filter { index in
        guard let own = catalog.sources[index].suspectName else { return false }
        return own != name && evidence[own] == nil
      }
      let together = togetherAUC(others)
      if best[name]! >= together + Self.aboveOthers {
        evidence[name] = [
          "alone it says more (ROC AUC \(Self.rounded(best[name]!))) than all others together (\(Self.rounded(together)))"
        ]
      }
    }
    return names.compactMap { name in evidence[name].map { Leak(name, $0) } }
  }

  /// For each feature how well it sorts leads that it was not fitted to, by the close rates of its bins.
  private func aloneAUC() -> [Double] {
    let features = examples.table.sources.count
    var scores = Array(repeating: [Double](), count: features)
    for part in split.parts {
      let (set, codes, others) = examples.coded(part.training, others: part.trial, LogisticLearning.bins)
      let outcomes = examples.outcomes(part.training)
      for feature in 0..<features {
        var won = [Double](repeating: 10 * base, count: set.features[feature].bins.count)
        var all = [Double](repeating: 10, count: won.count)
        for (code, isWon) in zip(codes.columns[feature], outcomes) {
          won[Int(code)] += isWon ? 1 : 0
          all[Int(code)] += 1
        }
        scores[feature] += others.columns[feature].map { won[Int($0)] / all[Int($0)] }
      }
    }
    let outcomes = examples.outcomes(split.rows)
    return scores.map { Ranked(scores: $0, outcomes: outcomes)?.rocAUC ?? 0.5 }
  }

  /// How well some features sort together, by logistic regression.
  private func togetherAUC(_ features: [Int]) -> Double {
    if features.isEmpty { return 0.5 }
    var scores: [Double] = []
    for part in split.parts {
      let (_, codes, others) = examples.coded(part.training, others: part.trial, LogisticLearning.bins)
      let model = LogisticLearning().model(codes.selecting(features: features), examples.outcomes(part.training))
      scores += model.margins(of: others.selecting(features: features)).map(Double.init)
    }
    return Ranked(scores: scores, outcomes: examples.outcomes(split.rows))?.rocAUC ?? 0.5
  }

  /// What the values say: how pure they are, and their words.
  private func levelEvidence(_ codes: [UInt32], _ names: LevelNames) -> [String] {
    var tallies: [String: (label: String, won: Int, count: Int)] = [:]
    for (code, isWon) in zip(codes, examples.outcomes) where Int(code) < names.keys.count {
      let key = names.keys[Int(code)]
      if key.isEmpty { continue }
      let old = tallies[key] ?? (names.labels[Int(code)], 0, 0)
      tallies[key] = (old.label, old.won + (isWon ? 1 : 0), old.count + 1)
    }
    let n = Double(codes.count)
    let ordered = tallies.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
    var found: [String] = []
    let spoken = ordered.filter { Double($0.count) >= 0.005 * n && LeakNames.isDisposition($0.label) }
    if Double(spoken.reduce(0) { $0 + $1.count }) >= 0.02 * n {
      let quoted = spoken.prefix(3).map { "“\($0.label)”" }.joined(separator: ", ")
      found.append("its values are written when it is clear how a sale goes: \(quoted)")
    }
    // Only where both ends are far from the base rate: of rarely won leads most levels are nearly all lost.
    guard (0.15...0.85).contains(base) else { return found }
    let pure = ordered.filter { tally in
      let share = Double(tally.won) / Double(tally.count)
      return tally.count >= 20 && (share >= 0.96 || share <= 0.04)
    }
    let share = Double(pure.reduce(0) { $0 + $1.count }) / n
    if share >= Self.pureShare {
      found.append(
        "\(CutOffAdvisor.percent(share)) of the leads have values of which nearly all were won, or nearly all lost")
    }
    return found
  }

  static func rounded(_ value: Double, places: Int = 3) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return Feature.text((value * scale).rounded() / scale)
  }
}

extension FeatureSource {
  /// The attribute, or the name of the event, that would be a leak; nil for what is made of many.
  var suspectName: String? {
    switch self {
    case .blanks, .firstEvent, .lastEvent: nil
    case .events(let selector, _): selector.name
    default: attributes.first
    }
  }
}

extension CodeTable {
  /// The table of some features only.
  func selecting(features: [Int]) -> CodeTable {
    CodeTable(columns: features.map { columns[$0] }, counts: features.map { counts[$0] }, rows: rows)
  }
}
