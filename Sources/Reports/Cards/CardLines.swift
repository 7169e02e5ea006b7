import Learning
import Statistics

/// Lines for a purpose, in words.
struct CardAdvice: Sendable {
  let items: [Item]

  struct Item: Sendable {
    let purpose: String
    /// `from 62.3 %`, or that there is none.
    let line: String
    let look: String
    let sentence: String
    let explanation: String
  }

  /// Nil without advice.
  init?(_ evaluation: Evaluation) {
    if evaluation.advice.isEmpty { return nil }
    items = evaluation.advice.map { advice in
      let purpose = advice.purpose.shortened(to: 80).capitalisedFirst
      let explanation = advice.explanation.shortened(to: 200)
      guard let probability = advice.probability else {
        return Item(
          purpose: purpose, line: "no line does it", look: "from none",
          sentence: "These leads have none that would do.", explanation: explanation)
      }
      return Item(
        purpose: purpose, line: "from \(Figures.percent(probability))", look: "from",
        sentence:
          "Above it are \(Figures.percent(advice.share)) of the leads. \(Figures.percent(advice.conversion)) of them are won. They hold \(Figures.percent(advice.capture)) of all customers.",
        explanation: explanation)
    }
  }

  static let template = #"""
    <section id="advice" class="wide">
    <div class="intro"><h2>Where to draw the line</h2><p>Whoever has at least this likelihood is called. Which line is right depends on what sales can do and what a missed customer costs.</p></div>
    <ul class="lines">
    {{#items}}
    <li><h3>{{purpose}}</h3><p class="{{look}}">{{line}}</p><p>{{sentence}}</p><p class="sub">{{explanation}}</p></li>
    {{/items}}
    </ul>
    </section>

    """#
}

/// What every line does.
struct CardCutOffs: Sendable {
  let sentence: String
  let crossing: LineChart
  let others: LineChart
  let finding: String
  let confusion: Grid
  let confusionSentence: String
  let rows: [Row]

  struct Row: Sendable {
    let name: String
    let look: String
    let share: String
    let sensitivity: String
    let specificity: String
    let precision: String
    let accuracy: String
    let f1: String
  }

  /// Nil without lines.
  init?(_ evaluation: Evaluation) {
    let lines = evaluation.cutOffs
    if lines.isEmpty { return nil }
    sentence =
      "What happens if the line is drawn at another likelihood. A low line reaches more customers and calls more in vain; a high one spares calls and misses customers."
    let meeting = evaluation.crossing
    let at = Figures.percent(meeting.score)
    finding =
      "At \(at) both are alike: \(Figures.percent(meeting.sensitivity)) of the customers are called, and \(Figures.percent(meeting.specificity)) of the others are not. The best balance of precision and reach, F1 \(Figures.percent(evaluation.bestF1.f1)), is at \(Figures.percent(evaluation.bestF1.score))."
    func curve(_ kind: String, _ words: String, _ figure: (CutOff) -> Double?) -> LineChart.Line {
      LineChart.Line(
        kind: kind, words: words,
        points: lines.compactMap { line in
          figure(line).flatMap { $0.isFinite ? (x: line.score, y: $0) : nil }
        })
    }
    crossing = LineChart(
      id: "crossing-chart", title: "Sensitivity and specificity by line",
      description: "They cross at a likelihood of \(at).", up: "Share", across: "Line at likelihood",
      lines: [
        curve("k0", "sensitivity: customers that are called") { $0.sensitivity },
        curve("k1", "specificity: others that are spared") { $0.specificity },
      ],
      points: [
        LineChart.Point(x: meeting.score, y: meeting.sensitivity, tip: "\(at): \(Figures.percent(meeting.sensitivity))")
      ],
      uprights: [
        LineChart.Upright(
          x: meeting.score, to: meeting.sensitivity.isFinite ? meeting.sensitivity : 0, labelAt: 0.1,
          label: "both alike at \(at)")
      ])
    others = LineChart(
      id: "precision-chart", title: "Precision, accuracy and F1 by line",
      description: "Precision, accuracy and F1 at lines from 5 to 95 %.", up: "Share",
      across: "Line at likelihood",
      lines: [
        curve("k0", "precision: of those called, won") { $0.precision },
        curve("k1", "accuracy: judged rightly") { $0.accuracy }, curve("k2", "F1") { $0.f1 },
      ])
    confusion = Grid(
      caption: "Leads called and not called at \(at), won and lost", rowTitle: "",
      rows: ["Called", "Not called"].map { Grid.Heading(name: $0, detail: nil) }, columnTitle: "",
      columns: ["Won", "Lost"].map { Grid.Heading(name: $0, detail: nil) },
      counts: [
        [meeting.truePositives, meeting.falsePositives], [meeting.falseNegatives, meeting.trueNegatives],
      ].map { $0.map { $0.isFinite ? Int($0.rounded()) : 0 } })
    confusionSentence =
      "With the line at \(at), where sensitivity and specificity meet. Called and lost are calls in vain; not called and won are customers missed."
    rows =
      [Self.row(meeting, name: "\(at), both alike", look: "strong")]
      + lines.map { Self.row($0, name: Figures.percent($0.score), look: "") }
  }

  private static func row(_ line: CutOff, name: String, look: String) -> Row {
    Row(
      name: name, look: look, share: Figures.percent(line.share), sensitivity: Figures.percent(line.sensitivity),
      specificity: Figures.percent(line.specificity), precision: line.precision.map(Figures.percent) ?? "nobody",
      accuracy: Figures.percent(line.accuracy), f1: Figures.percent(line.f1))
  }

  static let template = #"""
    <section id="cutoffs">
    <div class="intro"><h2>What every line does</h2><p>{{sentence}}</p></div>
    <div class="body">
    <div class="pair">
    <figure>{{#crossing}}{{>lines}}{{/crossing}}</figure>
    <figure>{{#others}}{{>lines}}{{/others}}</figure>
    </div>
    <p class="finding">{{finding}}</p>
    <h3>Right and wrong</h3>
    <p class="finding">{{confusionSentence}}</p>
    {{#confusion}}{{>grid}}{{/confusion}}
    <details><summary>All lines</summary>
    <div class="scroll">
    <table class="compact">
    <caption class="vh">All lines with their figures</caption>
    <thead><tr><th scope="col">Line</th><th scope="col" class="num">Called</th><th scope="col" class="num">Sensitivity</th><th scope="col" class="num">Specificity</th><th scope="col" class="num">Precision</th><th scope="col" class="num">Accuracy</th><th scope="col" class="num">F1</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row" class="{{look}}">{{name}}</th><td class="num">{{share}}</td><td class="num">{{sensitivity}}</td><td class="num">{{specificity}}</td><td class="num">{{precision}}</td><td class="num">{{accuracy}}</td><td class="num">{{f1}}</td></tr>{{/rows}}</tbody>
    </table>
    </div>
    </details>
    </div>
    </section>

    """#
}

/// Rules of thumb, each with a light that has a sign and a word besides its colour.
struct CardRails: Sendable {
  let items: [Item]

  struct Item: Sendable {
    let light: String
    let word: String
    /// The sign in the light, as a path.
    let sign: String
    let rule: String
    let found: String
  }

  /// Nil without rules.
  init?(_ evaluation: Evaluation) {
    if evaluation.guideRails.isEmpty { return nil }
    items = evaluation.guideRails.map { rail in
      let sign =
        switch rail.light {
        case .green: "M4.5 8.5l2.5 2.5 4.5-5.5"
        case .amber: "M8 4v5M8 11.8v.2"
        case .red: "M5 5l6 6M11 5l-6 6"
        }
      return Item(
        light: rail.light.rawValue, word: rail.light.rawValue.capitalisedFirst, sign: sign,
        rule: rail.rule.shortened(to: 200).capitalisedFirst, found: rail.found.shortened(to: 300).capitalisedFirst)
    }
  }

  static let template = #"""
    <section id="rails" class="keep">
    <div class="intro"><h2>Rules of thumb</h2><p>What a useful score does as a rule. Green: kept. Amber: nearly. Red: not kept.</p></div>
    <div class="body">
    <ul class="rails">
    {{#items}}
    <li><p class="light {{light}}"><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="8"/><path class="sign" d="{{sign}}"/></svg>{{word}}</p><div><p>{{rule}}.</p><p class="found">{{found}}.</p></div></li>
    {{/items}}
    </ul>
    </div>
    </section>

    """#
}
