#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Leads
import Scoring
import Statistics

/// Works out close rates and suggests points, in the manner of marketers who score by hand, but counting twice nothing
/// that two attributes say together.
///
/// A bin's points are the logarithm of its odds to be won over those of all, so that twentyfold odds earn 20 and
/// below-average ones cost points; few leads are drawn to the average. A regression over all features says which share
/// of a feature's points is left when the others are known.
public struct Suggesting: Sendable {
  private let examples: Examples
  /// Features are findings if at most one in twenty of them is chance.
  private static let falseDiscoveryRate = 0.05

  /// Leads with their outcomes, and what is known of them.
  ///
  /// - Parameters:
  ///   - attributes: attributes that must not be used.
  ///   - events: names of events, folded, that must not be used.
  public init(
    _ population: Population, _ leads: TrainingLeads, without attributes: Set<String>, events: Set<String>
  ) {
    let catalog = FeatureCatalog(population, without: attributes, events: events)
    examples = Examples(catalog.sources.filter(\.hasRule), population, leads)
  }

  /// Close rates and points of all leads. With 40 won and 40 lost leads the points are tried on leads that they were not
  /// made from.
  ///
  /// - Parameter seed: how leads are parted to try them.
  public func suggestion(seed: UInt64 = 0) -> Suggestion {
    let rows = Array(examples.outcomes.indices)
    var suggestion = suggestion(of: rows)
    suggestion.rocAUC = triedAUC(seed: seed)
    return suggestion
  }

  /// Points from parts of the leads, tried on the rest.
  private func triedAUC(seed: UInt64) -> Double? {
    let won = examples.outcomes.count { $0 }
    guard won >= Training.floor, examples.outcomes.count - won >= Training.floor else { return nil }
    var chance = SplitMix64(seed: seed, stream: "folds", number: 0)
    let folds = Folds.stratified(examples.outcomes, folds: 5, using: &chance)
    var scores: [Double] = []
    var outcomes: [Bool] = []
    for fold in UInt8(0)..<5 {
      let training = folds.indices.filter { folds[$0] != fold }
      let trial = folds.indices.filter { folds[$0] == fold }
      let made = suggestion(of: training)
      scores += points(of: made, rows: trial)
      outcomes += examples.outcomes(trial)
    }
    return Ranked(scores: scores, outcomes: outcomes)?.rocAUC
  }

  /// What a suggestion gives to rows.
  private func points(of suggestion: Suggestion, rows: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: rows.count)
    for group in suggestion.groups {
      guard let index = examples.table.sources.firstIndex(of: group.feature.source) else { continue }
      let set = FeatureSet([group.feature])
      let table = RawTable(source: group.feature.source, examples.table.values[index], count: examples.table.count)
      let codes = set.codes(of: table, [examples.names[index]]).columns[0]
      for (place, row) in rows.enumerated() { sums[place] += Double(group.rows[Int(codes[row])]?.points ?? 0) }
    }
    return sums
  }

  private func suggestion(of rows: [Int]) -> Suggestion {
    let outcomes = examples.outcomes(rows)
    let overall = CloseRate(won: outcomes.count { $0 }, known: outcomes.count)
    var settings = Bins.Settings()
    settings.maxBins = 20
    let (fine, fineCodes, _) = examples.coded(rows, others: [], settings)
    var coded: [(feature: Feature, codes: [UInt8], tallies: [(won: Double, lost: Double)])] = []
    for index in fine.features.indices {
      let (feature, codes) = coarse(fine.features[index], fineCodes.columns[index], rows, index, outcomes)
      coded.append((feature, codes, Self.tallies(codes, outcomes, feature.bins.count)))
    }
    let tests = coded.map { ChiSquare.test($0.tallies) }
    let q = FalseDiscovery.adjusted(tests.map(\.p))
    let values = coded.map { WeightOfEvidence.informationValue($0.tallies) }
    let telling = Self.bestOfEvents(
      coded.indices.filter { q[$0] <= Self.falseDiscoveryRate }, coded.map(\.feature), values)
    let weights = Self.weights(
      telling.map { coded[$0].codes }, telling.map { Self.logOdds(coded[$0].tallies, overall) }, outcomes)
    let groups = zip(telling, weights).map { index, weight in
      Suggestion.Group(
        feature: coded[index].feature, rows: Self.rows(coded[index].feature, coded[index].tallies, overall, weight),
        informationValue: values[index], q: q[index], weight: weight)
    }
    let silent = coded.indices.filter { q[$0] > Self.falseDiscoveryRate }.map { coded[$0].feature.name }
    return Suggestion(
      overall: overall,
      groups: groups.enumerated().sorted {
        ($1.element.informationValue, $0.offset) < ($0.element.informationValue, $1.offset)
      }.map(\.element),
      silent: silent, rocAUC: nil)
  }

  /// A feature in few bins that differ.
  private func coarse(
    _ feature: Feature, _ codes: [UInt8], _ rows: [Int], _ index: Int, _ outcomes: [Bool]
  ) -> (Feature, [UInt8]) {
    guard case .cuts(let cuts) = feature.bins, case .numbers(let numbers) = examples.table.values[index] else {
      return (feature, codes)
    }
    let tallies = Self.tallies(codes, outcomes, feature.bins.count)
    let kept = OptimalBinning().cuts(cuts, Array(tallies.dropFirst()))
    return (Feature(feature.source, .cuts(kept)), rows.map { Bins.code(of: numbers[$0], kept.span) })
  }

  private static func tallies(_ codes: [UInt8], _ outcomes: [Bool], _ count: Int) -> [(won: Double, lost: Double)] {
    var tallies = Array(repeating: (won: 0.0, lost: 0.0), count: count)
    for (code, isWon) in zip(codes, outcomes) {
      if isWon { tallies[Int(code)].won += 1 } else { tallies[Int(code)].lost += 1 }
    }
    return tallies
  }

  /// Of several counts of the same events the one that tells most, and the same of how lately they were.
  private static func bestOfEvents(_ indices: [Int], _ features: [Feature], _ values: [Double]) -> [Int] {
    var best: [String: Int] = [:]
    var kept: [Int] = []
    for index in indices {
      guard case .events(let selector, let measure) = features[index].source else {
        kept.append(index)
        continue
      }
      let isCount = if case .count = measure { true } else { false }
      let key = "\(selector.description)\t\(isCount)"
      if best[key].map({ values[index] > values[$0] }) ?? true { best[key] = index }
    }
    return (kept + best.values).sorted()
  }

  /// For each bin the logarithm of its odds over those of all, drawn to 0 by a few leads of the average kind.
  private static func logOdds(_ tallies: [(won: Double, lost: Double)], _ overall: CloseRate) -> [Double] {
    let base = (Double(overall.won) + 0.5) / (Double(overall.known) + 1)
    return tallies.map { tally in
      let won = tally.won + Suggestion.priorCount * base
      let lost = tally.lost + Suggestion.priorCount * (1 - base)
      return log(won / lost) - log(base / (1 - base))
    }
  }

  /// For each feature the share of its points that is left when all others are known, 0 to 1.
  private static func weights(_ codes: [[UInt8]], _ amounts: [[Double]], _ outcomes: [Bool]) -> [Double] {
    var kept = Array(codes.indices)
    var weights = [Double](repeating: 0, count: codes.count)
    // A feature that would count against what it says alone is left out, and the rest weighed again.
    while !kept.isEmpty {
      let terms = kept.map { feature in
        DesignMatrix.Term.numbers(codes[feature].map { amounts[feature][Int($0)] })
      }
      let fit = LogisticRegression(ridge: 1).fit(DesignMatrix(terms, rows: outcomes.count), outcomes)
      let found = Array(fit.coefficients.dropFirst())
      if found.allSatisfy({ $0 > 0 }) {
        for (feature, weight) in zip(kept, found) { weights[feature] = min(1, weight) }
        break
      }
      kept = zip(kept, found).filter { $0.1 > 0 }.map(\.0)
    }
    return weights
  }

  private static func rows(
    _ feature: Feature, _ tallies: [(won: Double, lost: Double)], _ overall: CloseRate, _ weight: Double
  ) -> [Suggestion.Row?] {
    let base = overall.share ?? 0
    return zip(tallies, logOdds(tallies, overall)).enumerated().map { code, bin in
      let (tally, amount) = bin
      let known = tally.won + tally.lost
      if known == 0 { return nil }
      let rate = (tally.won + Suggestion.priorCount * base) / (known + Suggestion.priorCount)
      return Suggestion.Row(
        label: feature.label(code), closeRate: CloseRate(won: Int(tally.won), known: Int(known)),
        lift: base > 0 ? rate / base : 1,
        points: Int((amount * weight * Suggestion.pointsPerLogOdds).rounded()))
    }
  }
}

extension RawTable {
  /// The values of one source.
  init(source: FeatureSource, _ values: Values, count: Int) {
    sources = [source]
    self.values = [values]
    self.count = count
  }
}
