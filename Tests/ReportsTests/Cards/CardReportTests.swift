import Foundation
import Learning
import Statistics
import Testing

@testable import Reports

/// The page says what the card says, and nothing else.
@Suite struct CardReportTests {
  private static let full = FullCard { "text of \($0)" }

  /// Numbers as they are written, by another program's rules than the page's.
  private static func percent(_ share: Double) -> String {
    // Halves away from 0; by itself, the format rounds them to even.
    String(format: "%.1f\u{A0}%%", (share * 100 * 10).rounded() / 10)
  }
  private static func decimal(_ value: Double, _ places: Int = 3) -> String { String(format: "%.\(places)f", value) }

  @Test func everyFigureIsThatOfTheCard() throws {
    let evaluation = try #require(Self.full.card.evaluation)
    let rows = CardFigures(evaluation, earlier: nil).rows
    #expect(rows.count == 9)
    for (row, figure) in zip(rows, evaluation.figures) {
      let isShare = figure.name.contains("%") || figure.name == "calibration error"
      let text: (Double) -> String = { isShare ? Self.percent($0) : Self.decimal($0) }
      #expect(row.name.lowercased() == figure.name.lowercased())
      #expect(row.figure == text(figure.estimate.value))
      let low = text(figure.estimate.low).replacing("\u{A0}%", with: "")
      #expect(row.ends == "\(low) to \(text(figure.estimate.high))")
    }
    let page = try Markup(Self.full.html).text
    for row in rows { #expect(page.contains(row.figure) && page.contains(row.ends), "\(row.name)") }
  }

  @Test func everyTenthLineAndBinIsThatOfTheCard() throws {
    let evaluation = try #require(Self.full.card.evaluation)
    let page = try Markup(Self.full.html).text
    for row in evaluation.gains {
      #expect(page.contains(Self.percent(row.cumulativeCapture)) && page.contains(Self.decimal(row.lift, 2)))
    }
    let cutOffs = try #require(CardCutOffs(evaluation))
    #expect(cutOffs.rows.count == 20)
    for (row, line) in zip(cutOffs.rows, [evaluation.crossing] + evaluation.cutOffs) {
      #expect(row.sensitivity == Self.percent(line.sensitivity) && row.specificity == Self.percent(line.specificity))
      #expect(row.accuracy == Self.percent(line.accuracy) && row.f1 == Self.percent(line.f1))
      #expect(row.precision == line.precision.map(Self.percent))
    }
    let crossing = evaluation.crossing
    let called = [crossing.truePositives, crossing.falsePositives].map { String(Int($0)) }
    let others = [crossing.falseNegatives, crossing.trueNegatives].map { String(Int($0)) }
    #expect(cutOffs.confusion.rows[0].cells.map(\.count) == called)
    #expect(cutOffs.confusion.rows[1].cells.map(\.count) == others)
    let calibration = try #require(CardCalibration(evaluation, calibration: "none"))
    #expect(calibration.rows.map(\.expected) == evaluation.calibrationCurve.bins.map { Self.percent($0.expected) })
    #expect(calibration.rows.map(\.observed) == evaluation.calibrationCurve.bins.map { Self.percent($0.observed) })
    for advice in evaluation.advice {
      guard let probability = advice.probability else { continue }
      #expect(page.contains("from \(Self.percent(probability))"))
      let words = [advice.share, advice.conversion, advice.capture].map(Self.percent)
      #expect(
        page.contains(
          "Above it are \(words[0]) of the leads. \(words[1]) of them are won. They hold \(words[2]) of all customers.")
      )
    }
    for rail in evaluation.guideRails { #expect(page.contains(rail.light.rawValue.capitalized)) }
  }

  /// Wilson's interval for 4 of 31: from 5.1 to 28.9 %, by statsmodels' proportion_confint.
  @Test func groupsHaveIntervalsAndSmallOnesSaySo() throws {
    let evaluation = try #require(Self.full.card.evaluation)
    let segments = try #require(CardSegments(evaluation))
    let few = try #require(segments.groups.last?.rows.last)
    #expect((few.leads, few.rate, few.expected) == ("31", "12.9\u{A0}%", "40.2\u{A0}%"))
    #expect(few.ends == "5.1 to 28.9\u{A0}%")
    #expect(few.rocAUC == "too few won or lost for a ROC AUC")
    #expect(segments.finding.contains("the farthest “text of few”: the model says 40.2\u{A0}%, 12.9\u{A0}% were won"))
    let one = try #require(segments.groups[0].rows.first { $0.name == "text of place two" })
    let segment = try #require(evaluation.segments.first { $0.value == "text of place two" })
    let range = try #require(segment.rocAUCRange)
    #expect(range.value == segment.rocAUC && range.low < range.value && range.value < range.high)
    let words = "ROC AUC \(Self.decimal(range.value)), \(Self.decimal(range.low, 2)) to \(Self.decimal(range.high, 2))"
    #expect(one.rocAUC == words)
  }

  @Test func featuresHaveTheirTables() throws {
    let features = try #require(CardFeatures(Self.full.card, learner: .additive, isTrial: false))
    #expect(features.rows.map(\.points) == ["8.3", "3.0", "0.5"])
    #expect(features.rows.flatMap { $0.bar.pieces.map(\.width) } == ["100", "36.36", "6.06"])
    #expect(features.tables.map(\.feature) == ["text of feature one", "text of feature two"])
    let table = features.tables[0]
    #expect(table.bins.map(\.label) == ["text of bin one", "text of bin two"])
    #expect(table.bins.map(\.leads) == ["100", "300"])
    #expect(table.bins.map(\.rate) == ["80.0\u{A0}%", "40.0\u{A0}%"])
    #expect(table.bins.map(\.given) == ["+12.5", "−4.3"])
    // From −4.25 to 12.5: the first bar is 12.5 of 16.75 wide and starts behind 4.25 of them.
    #expect(table.bins[0].bar.pieces.map(\.x) == ["25.37"] && table.bins[0].bar.pieces.map(\.width) == ["74.63"])
    #expect(!table.hasFurther)
    // Of twenty bins with as many leads the first twelve are shown, and all of them behind a click.
    #expect(features.tables[1].bins.count == 12 && features.tables[1].further.count == 20)
    #expect(features.tables[1].furtherTitle == "All 20 groups")
  }

  @Test func leaksAreShownWithEvidenceAndWhatTheyWouldDo() throws {
    let leaks = try #require(CardLeaks(Self.full.card))
    #expect(leaks.heading == "Left out: filled too late")
    #expect(leaks.items.map(\.evidence) == ["Text of evidence one. Text of evidence two."])
    #expect(leaks.rows.map(\.name) == ["Without them, this model", "With them"])
    #expect(leaks.rows.map(\.rocAUC) == ["0.835", "0.987"] && leaks.rows.map(\.logLoss) == ["0.481", "0.144"])
    var kept = Self.full.card
    kept.leaks[0].isKept = true
    #expect(CardLeaks(kept)?.heading == "Kept, though filled too late")
    #expect(try Markup(CardReport(card: kept, learner: .trees).html).text.contains("it will do worse than this page"))
  }

  @Test func whatWasTriedAndTakenIsSaid() throws {
    let trials = try #require(CardTrials(Self.full.card))
    #expect(trials.rows.map(\.rocAUC) == ["0.8123", "0.8345"] && trials.rows.map(\.logLoss) == ["0.5021", "0.4812"])
    #expect(trials.rows.map(\.error) == ["0.0042", "best"] && trials.rows.map(\.verdict) == ["", "taken"])
    let page = try Markup(Self.full.html).text
    #expect(page.contains("31.0\u{A0}% of the older leads were won, 47.2\u{A0}% of the newest quarter"))
    #expect(page.contains("12; they count for nothing") && page.contains("2024-01-01 to 2025-06-30"))
    #expect(page.contains("text of column left out") && page.contains("text of reason"))
  }

  @Test func aTrialOnOtherLeadsShowsWhatWasWhenLearned() throws {
    let page = try Markup(Self.full.trialHTML).text
    #expect(page.contains("When learned") && page.contains("What it was tried on"))
    // What tells is that of the model.
    #expect(page.contains("text of feature one"))
    #expect(!Self.full.html.contains("When learned"))
  }

  @Test func withoutAnEvaluationThereAreNoFigures() throws {
    var card = Self.full.card
    card.evaluation = nil
    let page = try Markup(CardReport(card: card, learner: .logistic).html)
    #expect(page.text.contains("not tried on leads that it had not seen"))
    #expect(page.all("polyline").isEmpty && !page.text.contains("ROC curve"))
    let ids = page.elements.compactMap { $0["id"] }
    for link in page.all("a") { #expect(ids.contains(String(link["href"]?.dropFirst() ?? "-"))) }
  }

  /// Below the floor of 40 won and 40 lost figures are chance: what is missing is said instead.
  @Test(arguments: [
    (39, 400, "Missing are 1 more won leads"), (400, 430, "Missing are 10 more lost leads"),
    (3, 8, "Missing are 37 more won and 35 more lost leads"),
  ])
  func tooLittleDataIsSaidInsteadOfFigures(won: Int, known: Int, words: String) throws {
    var card = Self.full.card
    card.data.won = won
    card.data.known = known
    let page = try Markup(CardReport(card: card, learner: .logistic).html)
    #expect(page.text.contains("Too little data") && page.text.contains(words), "\(words)")
    #expect(page.all("polyline").isEmpty && !page.text.contains("KS"))
    card.data.won = 40
    card.data.known = 80
    #expect(try Markup(CardReport(card: card, learner: .logistic).html).text.contains("KS"))
  }

  /// All alike, told apart by one step, the wrong way round, and nearly nothing.
  private static let degenerate: [String: (probabilities: [Double], outcomes: [Bool])] = {
    let rows = Array(0..<100)
    let upper: [Bool] = rows.map { $0 >= 50 }
    let steps: [Double] = upper.map { $0 ? 1 : 0 }
    let tiny: [Double] = rows.map { Double($0) / 1e9 }
    return [
      "alike": (rows.map { _ in 0.3 }, rows.map { $0 < 30 }), "perfect": (steps, upper),
      "wrong": (steps, upper.map { !$0 }), "tiny": (tiny, rows.map { $0 % 2 == 0 }),
    ]
  }()

  @Test(arguments: degenerate.keys.sorted())
  func degenerateCurvesMakeAPage(name: String) throws {
    let (probabilities, outcomes) = try #require(Self.degenerate[name])
    var card = Self.full.card
    card.evaluation = Evaluation(probabilities, outcomes, resamples: 5)
    #expect(card.evaluation != nil)
    try Self.expectSound(card)
    card.evaluation?.rocCurve = []
    card.evaluation?.gains = []
    card.evaluation?.cutOffs = []
    card.evaluation?.advice = []
    card.evaluation?.guideRails = []
    card.evaluation?.calibrationCurve.bins = []
    try Self.expectSound(card)
  }

  @Test func numbersThatAreNoneAreNotDrawn() throws {
    var card = Self.full.card
    card.evaluation?.rocCurve[50].x = .nan
    card.evaluation?.rocCurve[51].y = .infinity
    card.evaluation?.crossing = CutOff(
      score: .nan, truePositives: .nan, falsePositives: 0, falseNegatives: 0, trueNegatives: .infinity)
    card.evaluation?.figures[0].estimate = Estimate(.nan, low: .nan, high: .infinity)
    card.importance[0].rows[0].points = .infinity
    card.importance[0].importance = .nan
    try Self.expectSound(card)
  }

  private static func expectSound(_ card: ModelCard) throws {
    let page = try Markup(CardReport(card: card, learner: .trees).html)
    #expect(!page.text.lowercased().contains("nan") && !page.text.contains("inf "))
    for curve in page.all("polyline") {
      let points = try #require(curve["points"]).split(separator: " ")
      for point in points {
        let numbers = point.split(separator: ",").compactMap { Double($0) }
        #expect(numbers.count == 2, "\(point)")
        for number in numbers { #expect((0...100).contains(number), "\(point)") }
      }
    }
  }

  @Test(arguments: HostileTextTests.attacks)
  func noTextMakesATag(attack: String) throws {
    let hostile = FullCard { "\($0) \(attack)" }
    for (page, plain) in [(hostile.html, Self.full.html), (hostile.trialHTML, Self.full.trialHTML)] {
      let (page, plain) = (try Markup(page), try Markup(plain))
      #expect(page.skeleton == plain.skeleton)
      for name in ["href", "class", "id", "x", "width", "content"] {
        #expect(page.elements.compactMap { $0[name] } == plain.elements.compactMap { $0[name] }, "\(name)")
      }
    }
  }

  @Test func theTextItselfCanBeReadAndVeryLongOnesAreCut() throws {
    let text = try Markup(FullCard { "\($0) <b>&\"'" }.html).text
    for field in [
      "title", "outcome", "validation", "settings", "segment", "place one", "few", "feature one", "bin one", "pair",
      "leak", "vidence two", "column left out", "reason",
    ] {
      #expect(text.contains("\(field) <b>&\"'"), "\(field)")
    }
    let long = String(repeating: "<x>", count: 100_000)
    #expect(FullCard { $0 + long }.html.utf8.count < 200_000)
  }
}
