import Statistics
import Testing

/// Values worked out by hand, or known to everybody.
@Suite struct WorkedTests {
  /// Benjamini and Hochberg: p × n / rank, made monotone from the end.
  @Test func falseDiscoveryIsThatOfBenjaminiAndHochberg() {
    let q = FalseDiscovery.adjusted([0.01, 0.04, 0.03, 0.2])
    for (value, expected) in zip(q, [0.04, 0.16 / 3, 0.16 / 3, 0.2]) { #expect(abs(value - expected) < 1e-12) }
    #expect(FalseDiscovery.adjusted([]).isEmpty)
  }

  /// 10 of 20 against 15 of 20: every expected cell is 12.5 or 7.5, so χ² = 2 × 2.5²/12.5 + 2 × 2.5²/7.5 = 2.6667.
  @Test func chiSquareOfTwoGroups() {
    let test = ChiSquare.test([(won: 10, lost: 10), (won: 15, lost: 5)])
    #expect(abs(test.statistic - 8.0 / 3) < 1e-12)
    #expect(test.freedom == 1)
    #expect(abs(test.p - 0.102470) < 1e-5)
  }

  /// The 5 % points of every table of χ².
  @Test(arguments: [(3.841459, 1), (5.991465, 2), (18.307038, 10)])
  func upperTailIsThatOfTheTables(value: Double, freedom: Int) {
    #expect(abs(ChiSquare.upperTail(value, freedom: freedom) - 0.05) < 1e-6)
  }

  /// 30 won and 10 lost against 10 won and 30 lost: weights ±ln 3, information value 2 × ½ × ln 3.
  @Test func weightOfEvidenceOfTwoGroups() {
    let groups = [(won: 30.0, lost: 10.0), (won: 10.0, lost: 30.0)]
    let weights = WeightOfEvidence.weights(groups, smoothing: 0)
    #expect(abs(weights[0] - 1.098612) < 1e-6 && abs(weights[1] + 1.098612) < 1e-6)
    #expect(abs(WeightOfEvidence.informationValue(groups, smoothing: 0) - 1.098612) < 1e-6)
  }

  @Test func separatedClassesAreFittedByFirth() {
    let matrix = DesignMatrix([.numbers((0..<20).map(Double.init))], rows: 20)
    let fit = LogisticRegression().fit(matrix, (0..<20).map { $0 >= 10 })
    #expect(fit.method == .firth)
    #expect(fit.coefficients[1] > 0 && fit.coefficients[1].isFinite)
  }

  @Test func aColumnThatRepeatsAnotherIsAliased() {
    let numbers = (0..<40).map { Double($0 % 7) }
    let outcomes = (0..<40).map { $0 % 3 == 0 }
    let one = LogisticRegression().fit(DesignMatrix([.numbers(numbers)], rows: 40), outcomes)
    let two = LogisticRegression().fit(
      DesignMatrix([.numbers(numbers), .numbers(numbers.map { 2 * $0 })], rows: 40), outcomes)
    #expect(two.aliased == [2])
    #expect(two.inference(2) == nil)
    #expect(abs(one.logLikelihood - two.logLikelihood) < 1e-9)
  }

  @Test func oneClassHasNoRanking() {
    #expect(Ranked(scores: [0.1, 0.2], outcomes: [true, true]) == nil)
    #expect(Ranked(scores: [], outcomes: []) == nil)
  }

  /// Each step of the ladder is the least margin in millionths whose probability reaches it.
  @Test func theLadderAgreesWithTheProbability() {
    let ladder = LikelihoodLadder(.none)
    #expect(ladder.thresholds.count == 100)
    #expect(ladder.likelihood(of: 0) == 50)
    for margin in stride(from: Int64(-6_000_000), through: 6_000_000, by: 10_007) {
      let percent = Calibration.none.probability(of: Double(margin) / 1e6) * 100
      #expect(abs(Double(ladder.likelihood(of: margin)) - percent) <= 0.5001)
    }
  }

  @Test func isotonicProbabilitiesRise() {
    var chance = SplitMix64(seed: 3, stream: "test", number: 0)
    let margins = (0..<400).map { Double($0) / 100 - 2 }
    let outcomes = margins.map { _ in chance.next() % 2 == 0 }
    let calibration = Calibration.fittedIsotonic(margins: margins, outcomes: outcomes)
    let probabilities = margins.map(calibration.probability(of:))
    #expect(zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 <= $1 })
  }
}
