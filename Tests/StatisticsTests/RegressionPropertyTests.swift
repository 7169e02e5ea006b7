import Statistics
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What holds for any leads.
@Suite struct RegressionPropertyTests {
  /// Leads with a strong, a weak and a pure-noise number, and a term of levels.
  struct Leads {
    var matrix: DesignMatrix
    var outcomes: [Bool]

    init(seed: UInt64, rows: Int = 400, hasAllLevels: Bool = false) {
      var chance = SplitMix64(seed: seed)
      func unit() -> Double { Double(chance.below(1_000_000)) / 1_000_000 }
      func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + unit() } }
      let strong = (0..<rows).map { _ in normal() }
      let weak = (0..<rows).map { _ in 50 * normal() + 7 }
      let noise = (0..<rows).map { _ in normal() }
      let codes = (0..<rows).map { _ in UInt8(chance.below(5)) }
      outcomes = (0..<rows).map { row in
        unit() < 1 / (1 + exp(0.5 - 1.5 * strong[row] - 0.008 * weak[row] - (codes[row] == 2 ? 0.8 : 0)))
      }
      matrix = DesignMatrix(
        [
          .numbers(strong), .numbers(weak), .numbers(noise),
          .levels(codes, count: 5, reference: hasAllLevels ? nil : 0),
        ],
        rows: rows)
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64], [1, 0.5, 0.1])
  func aPathStartsAtZeroAndKeepsTheConditionsOfTheMinimum(seed: UInt64, mix: Double) {
    let leads = Leads(seed: seed, hasAllLevels: seed % 2 == 0)
    let net = ElasticNet(mix: mix)
    let path = net.path(leads.matrix, leads.outcomes)
    #expect(path.count == net.lambdaCount)
    #expect(path[0].kept == 0 && path[1].kept > 0, "seed \(seed)")
    for solution in path {
      #expect(solution.isConverged)
      #expect(net.violation(of: solution, leads.matrix, leads.outcomes) <= 1e-6, "seed \(seed), λ \(solution.lambda)")
    }
    // A weaker penalty explains no less.
    #expect(zip(path, path.dropFirst()).allSatisfy { $0.explained <= $1.explained + 1e-9 })
  }

  @Test func withoutPenaltyANetIsTheRegression() {
    let leads = Leads(seed: 5)
    var net = ElasticNet(mix: 1)
    net.tolerance = 1e-11
    let solution = net.path(leads.matrix, leads.outcomes, lambdas: [0])[0]
    let fit = LogisticRegression().fit(leads.matrix, leads.outcomes)
    for (a, b) in zip(solution.coefficients, fit.coefficients) { #expect(abs(a - b) <= 1e-6 * max(1, abs(b))) }
  }

  @Test func oneClassHasInterceptsOnly() {
    let leads = Leads(seed: 6)
    let path = ElasticNet(mix: 1).path(leads.matrix, leads.outcomes.map { _ in true })
    #expect(path.allSatisfy { $0.kept == 0 && $0.coefficients[0].isFinite && $0.isConverged })
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func noiseGoesBeforeSignal(seed: UInt64) {
    let leads = Leads(seed: seed)
    let result = BackwardElimination(to: 2).result(leads.matrix, leads.outcomes)
    #expect(result.steps.contains { $0.column == 3 } && result.kept.contains(1), "seed \(seed)")
    #expect(!result.steps.contains { $0.column == 1 })
    let again = BackwardElimination(to: 2).result(leads.matrix, leads.outcomes)
    #expect(again.steps == result.steps)
  }

  @Test func whatIsLeftIsToldApartFromChance() {
    let leads = Leads(seed: 9)
    let result = BackwardElimination().result(leads.matrix, leads.outcomes)
    #expect((1...result.kept.count).allSatisfy { (result.fit.inference($0)?.p ?? 1) <= 0.05 })
    #expect(result.kept.count + result.steps.count == leads.matrix.width - 1)
    // The reduced matrix is that of the columns that are left.
    let margins = result.matrix.margins(result.fit.coefficients)
    var whole = [Double](repeating: 0, count: leads.matrix.width)
    whole[0] = result.fit.coefficients[0]
    for (place, column) in result.kept.enumerated() { whole[column] = result.fit.coefficients[place + 1] }
    for (a, b) in zip(margins, leads.matrix.margins(whole)) { #expect(abs(a - b) < 1e-9) }
  }

  @Test func whatRepeatsAnotherColumnGoesFirstAndHasInfiniteInflation() {
    let leads = Leads(seed: 10)
    guard case .numbers(let strong) = leads.matrix.terms[0] else { return }
    let doubled = DesignMatrix(
      leads.matrix.terms + [.numbers(strong.map { 3 * $0 + 100 }), .numbers(strong.map { _ in 4 })],
      rows: leads.matrix.rows)
    let inflation = doubled.varianceInflation
    #expect(inflation.suffix(2).allSatisfy { $0 == .infinity } && inflation.dropLast(2).allSatisfy { $0 < 2 })
    let result = BackwardElimination(to: 3).result(doubled, leads.outcomes)
    #expect(result.steps.prefix(2).map(\.reason) == [.collinear, .collinear])
    #expect(Set(result.steps.prefix(2).map(\.column)) == [8, 9])
  }

  /// A number that is far out for one lead gives it a margin beyond 30, and separates nothing.
  @Test func aDistantLeadIsNotSeparation() {
    let leads = Leads(seed: 11)
    guard case .numbers(var strong) = leads.matrix.terms[0] else { return }
    strong[0] = leads.outcomes[0] ? 60 : -60
    let fit = LogisticRegression().fit(DesignMatrix([.numbers(strong)], rows: strong.count), leads.outcomes)
    #expect(abs(fit.coefficients[0] + fit.coefficients[1] * strong[0]) > 30)
    #expect(fit.method == .maximumLikelihood && fit.isConverged)
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func theAreaIsThatOfTheRanking(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let outcomes = (0..<200).map { _ in chance.below(3) == 0 }
    // Few distinct scores, so that many are equal.
    let scores = outcomes.map { Double(chance.below(12) + ($0 ? 3 : 0)) }
    let areas = try #require(DeLong(scores: [scores, scores.map { -$0 }], outcomes: outcomes))
    let ranked = try #require(Ranked(scores: scores, outcomes: outcomes))
    #expect(abs(areas.areas[0] - ranked.rocAUC) < 1e-12)
    #expect(abs(areas.areas[0] + areas.areas[1] - 1) < 1e-12)
    // The same scores in another unit are the same model.
    let same = try #require(DeLong(scores: [scores, scores.map { 2 * $0 + 1 }], outcomes: outcomes)).difference(0, 1)
    #expect(same.estimate.value == 0 && same.standardError == 0 && same.p == 1)
  }

  @Test func tooFewLeadsHaveNoArea() {
    #expect(DeLong(scores: [[0.1, 0.2, 0.3]], outcomes: [true, false, false]) == nil)
    #expect(DeLong(scores: [[0.1, .nan, 0.3, 0.2]], outcomes: [true, true, false, false]) == nil)
  }
}
