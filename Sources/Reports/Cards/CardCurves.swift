import Learning
import Scoring
import Statistics

/// Whether leads of a likelihood are won as often as it says.
struct CardCalibration: Sendable {
  let sentence: String
  let chart: LineChart
  let finding: String
  let rows: [Row]

  struct Row: Sendable {
    let expected: String
    let observed: String
    let ends: String
    let leads: String
  }

  /// Nil if there is no group of leads.
  ///
  /// - Parameter calibration: how probabilities were made of margins.
  init?(_ evaluation: Evaluation, calibration: String) {
    let bins = evaluation.calibrationCurve.bins.filter { $0.count > 0 }
    if bins.isEmpty { return nil }
    let rates = bins.map { CloseRate(won: $0.won, known: $0.count).interval ?? 0...1 }
    let made =
      switch calibration {
      case "none": "The learner's own likelihoods are used: correcting them did not help."
      case "Platt": "The likelihoods were set right by a curve (Platt) on leads that the model had not seen."
      case "isotonic": "The likelihoods were set right by steps (isotonic) on leads that the model had not seen."
      default: ""
      }
    sentence =
      "Leads in groups of about the same likelihood. If it can be believed, of leads at 30\u{A0}% about 30\u{A0}% are won, and each dot lies on the dotted line. The bars say what chance may do. \(made)"
    let off = zip(bins, rates).filter { !$1.contains($0.expected) }
    let farthest = off.max { abs($0.0.expected - $0.0.observed) < abs($1.0.expected - $1.0.observed) }?.0
    finding =
      farthest.map {
        "\(Figures.count(off.count)) of \(Figures.count(bins.count)) groups \(off.count == 1 ? "lies" : "lie") off by more than chance, the farthest where the model says \(Figures.percent($0.expected)) and \(Figures.percent($0.observed)) were won. One of twenty does so by chance."
      } ?? "Every group was won as often as the model says, as far as chance lets one see."
    chart = LineChart(
      id: "calibration-chart", title: "Close rate by likelihood",
      description: "For each of \(bins.count) groups of leads how many were really won, against what the model says.",
      up: "Really won", across: "Likelihood by the model",
      reach: LineChart.reach(bins.map(\.expected) + rates.map(\.upperBound)),
      lines: [LineChart.Line(kind: "kx", points: [(0, 0), (1, 1)])],
      points: zip(bins, rates).map { bin, rate in
        LineChart.Point(
          x: bin.expected, y: bin.observed, low: rate.lowerBound, high: rate.upperBound,
          tip: "says \(Figures.percent(bin.expected)), was \(Figures.percent(bin.observed))")
      })
    rows = zip(bins, rates).map { bin, rate in
      Row(
        expected: Figures.percent(bin.expected), observed: Figures.percent(bin.won, of: bin.count),
        ends: Figures.percent(from: rate.lowerBound, to: rate.upperBound),
        leads: Figures.count(bin.count))
    }
  }

  static let template = #"""
    <section id="calibration" class="keep">
    <div class="intro"><h2>Can one believe the likelihoods</h2><p>{{sentence}}</p></div>
    <div class="body">
    <figure class="square">{{#chart}}{{>lines}}{{/chart}}</figure>
    <p class="finding">{{finding}}</p>
    <details><summary>The numbers</summary>
    <table>
    <caption class="vh">Close rate by likelihood</caption>
    <thead><tr><th scope="col">Likelihood</th><th scope="col" class="num">Leads</th><th scope="col" class="num">Really won</th><th scope="col" class="num">May be</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{expected}}</th><td class="num">{{leads}}</td><td class="num strong">{{observed}}</td><td class="num">{{ends}}</td></tr>{{/rows}}</tbody>
    </table>
    </details>
    </div>
    </section>

    """#
}

/// How many customers the best of the list hold, and by tenths.
struct CardGains: Sendable {
  let sentence: String
  let chart: LineChart
  let finding: String
  let rows: [Row]

  struct Row: Sendable {
    let tenth: String
    let leads: String
    let won: String
    let rate: String
    let lift: String
    let captured: String
    let bar: Bar
  }

  /// Nil if there are no parts.
  init?(_ evaluation: Evaluation) {
    let gains = evaluation.gains
    guard let first = gains.first, let last = gains.last else { return nil }
    sentence =
      "The list sorted by likelihood and cut into tenths. Calling from the top finds customers sooner than calling at random, the dotted line. Lift says how many times more often than average a tenth is won."
    func captured(_ tenths: Int) -> String {
      gains.count >= tenths ? Figures.percent(gains[tenths - 1].cumulativeCapture) : "–"
    }
    finding =
      "The best tenth is won \(Figures.decimal(first.lift, places: 1)) times as often as the average, the last \(last.lift < 0.05 ? "hardly ever" : "\(Figures.decimal(last.lift, places: 1)) times"). Calling the best three tenths finds \(captured(3)) of all customers."
    let parts = Double(gains.count)
    let points = [(x: 0.0, y: 0.0)] + gains.map { (x: Double($0.part) / parts, y: $0.cumulativeCapture) }
    chart = LineChart(
      id: "gains-chart", title: "Customers found by leads called",
      description: "The best tenth of the leads holds \(captured(1)) of all customers, the best half \(captured(5)).",
      up: "Of all customers", across: "Of all leads, the most likely first",
      lines: [
        LineChart.Line(kind: "kx", points: [(0, 0), (1, 1)]), LineChart.Line(kind: "k0", points: points),
      ],
      points: points.dropFirst().map { point in
        LineChart.Point(
          x: point.x, y: point.y,
          tip: "the best \(Figures.percent(point.x)) hold \(Figures.percent(point.y)) of all customers")
      })
    let most = gains.map(\.lift).filter(\.isFinite).max() ?? 1
    rows = gains.map { row in
      Row(
        tenth: "\(row.part)", leads: Figures.decimal(row.count, places: 0), won: Figures.decimal(row.won, places: 0),
        rate: Figures.percent(row.closeRate), lift: Figures.decimal(row.lift, places: 2),
        captured: Figures.percent(row.cumulativeCapture),
        bar: Bar(row.lift, of: max(most, 1), shade: row.lift >= 1 ? "s0" : "s3", line: 100 / max(most, 1)))
    }
  }

  static let template = #"""
    <section id="gains">
    <div class="intro"><h2>Whom to call first</h2><p>{{sentence}}</p></div>
    <div class="body">
    <figure class="square">{{#chart}}{{>lines}}{{/chart}}</figure>
    <p class="finding">{{finding}}</p>
    <h3>By tenths</h3>
    <table class="bars c3 tenths">
    <caption class="vh">Tenths of the leads, the most likely first; the line marks the average</caption>
    <thead><tr><th scope="col">Tenth</th><th scope="col" class="num">Leads</th><th scope="col" class="num">Close rate</th><th scope="col" class="barcol"><span class="vh">Bar of the lift</span></th><th scope="col" class="num">Lift</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{tenth}}</th><td class="num">{{leads}}</td><td class="num strong">{{rate}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td><td class="num">{{lift}}</td></tr>{{/rows}}</tbody>
    </table>
    <details><summary>The numbers</summary>
    <table>
    <caption class="vh">Customers by tenths</caption>
    <thead><tr><th scope="col">Tenth</th><th scope="col" class="num">Won</th><th scope="col" class="num">Of all won so far</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{tenth}}</th><td class="num">{{won}}</td><td class="num">{{captured}}</td></tr>{{/rows}}</tbody>
    </table>
    </details>
    </div>
    </section>

    """#
}

/// How well customers are told from others.
struct CardRanking: Sendable {
  let sentence: String
  let chart: LineChart
  let finding: String

  /// Nil if there is no curve.
  init?(_ evaluation: Evaluation) {
    let curve = evaluation.rocCurve.filter { $0.x.isFinite && $0.y.isFinite }
    guard curve.count > 1, let widest = curve.max(by: { $0.y - $0.x < $1.y - $1.x }) else { return nil }
    sentence =
      "Each point is a line between leads that are called and leads that are not: upwards the customers that are reached, across the others that are called in vain. The nearer to the upper left corner, the better. The dotted line is chance."
    let (auc, ks) = (evaluation.figure("ROC AUC"), evaluation.figure("KS"))
    let area = auc.map { Figures.decimal($0.value, places: 3) } ?? "–"
    let gap = ks.map { Figures.percent($0.value) } ?? Figures.percent(widest.y - widest.x)
    finding =
      "The area under the curve, the ROC AUC, is \(area). The upright line is the widest gap, the KS distance of \(gap): there the model reaches \(Figures.percent(widest.y)) of the customers and calls \(Figures.percent(widest.x)) of the others."
    chart = LineChart(
      id: "roc-chart", title: "ROC curve", description: "The area under the curve is \(area).",
      up: "Customers reached", across: "Others called in vain",
      lines: [
        LineChart.Line(kind: "kx", points: [(0, 0), (1, 1)]),
        LineChart.Line(kind: "k0", points: curve.map { ($0.x, $0.y) }),
      ],
      uprights: [LineChart.Upright(x: widest.x, from: widest.x, to: widest.y, label: "KS \(gap)")])
  }

  static let template = #"""
    <section id="ranking" class="keep">
    <div class="intro"><h2>How well it tells them apart</h2><p>{{sentence}}</p></div>
    <div class="body">
    <figure class="square">{{#chart}}{{>lines}}{{/chart}}</figure>
    <p class="finding">{{finding}}</p>
    </div>
    </section>

    """#
}
