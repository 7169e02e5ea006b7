import Learning

/// The leads of a model card.
struct CardData: Sendable {
  let heading: String
  let sentence: String
  let facts: [PageFrame.Fact]

  init(_ card: ModelCard, isTrial: Bool) {
    let data = card.data
    heading = isTrial ? "What it was tried on" : "What it was learned from"
    sentence =
      isTrial
      ? "Leads whose outcome is known by now. If the model was learned from some of them, it looks better here than it is."
      : "Past leads whose outcome is known. A model can only know what these leads show."
    var facts = [
      PageFrame.Fact(term: "Outcome", value: data.outcome.shortened(to: 120)),
      PageFrame.Fact(term: "Leads with known outcome", value: Figures.count(data.known)),
      PageFrame.Fact(
        term: "Won", value: "\(Figures.count(data.won)), \(Figures.percent(data.won, of: data.known))"),
      PageFrame.Fact(term: "Lost", value: Figures.count(data.known - data.won)),
    ]
    if data.unknown > 0 {
      facts.append(
        PageFrame.Fact(term: "Not ended yet", value: "\(Figures.count(data.unknown)); they count for nothing"))
    }
    if let from = data.from, let to = data.to {
      facts.append(PageFrame.Fact(term: "Period", value: "\(from.shortened(to: 20)) to \(to.shortened(to: 20))"))
    }
    facts.append(
      PageFrame.Fact(term: "Known of each lead", value: "\(Figures.count(data.features, of: "feature"))"))
    if let drift = card.drift {
      facts.append(
        PageFrame.Fact(
          term: "Close rate, older and newest quarter",
          value:
            "\(Figures.percent(drift.past)) and \(Figures.percent(drift.recent)): "
            + (drift.matters ? "it moved" : drift.p < 0.01 ? "it hardly moved" : "no more than chance")))
    }
    self.facts = facts
  }

  static let template = #"""
    <section id="data" class="keep">
    <div class="intro"><h2>{{heading}}</h2><p>{{sentence}}</p></div>
    <div class="body">
    <table>
    <caption class="vh">The leads</caption>
    <tbody>{{#facts}}<tr><th scope="row">{{term}}</th><td class="strong"><bdi>{{value}}</bdi></td></tr>{{/facts}}</tbody>
    </table>
    </div>
    </section>

    """#
}

/// The learners that were tried.
struct CardTrials: Sendable {
  let sentence: String
  let rows: [Row]
  let choice: String?

  struct Row: Sendable {
    let learner: String
    let settings: String
    let rocAUC: String
    let logLoss: String
    let error: String
    let verdict: String
  }

  /// Nil if none is known.
  init?(_ card: ModelCard) {
    if card.trials.isEmpty { return nil }
    sentence =
      card.validation.isEmpty
      ? "" : "Tried on \(card.validation.shortened(to: 200)). No learner is judged by leads that it learned from."
    rows = card.trials.map { trial in
      Row(
        learner: Self.name(trial.learner), settings: trial.settings.shortened(to: 80),
        rocAUC: Figures.decimal(trial.rocAUC, places: 4), logLoss: Figures.decimal(trial.logLoss, places: 4),
        error: trial.error == 0 ? "best" : Figures.decimal(trial.error, places: 4),
        verdict: trial.isChosen ? "taken" : "")
    }
    let taken = card.trials.first(where: \.isChosen)
    choice =
      card.trials.count > 1 && taken != nil
      ? (taken?.error == 0
        ? "The one with the lowest log loss is taken; no simpler one comes within chance of it."
        : "The simplest is taken whose log loss is within one standard error of the best: what is better by less may be chance.")
      : nil
  }

  static func name(_ learner: Learner) -> String {
    switch learner {
    case .logistic: "logistic regression"
    case .additive: "sums of tables"
    case .trees: "boosted trees"
    }
  }

  static let template = #"""
    <section id="trials" class="keep">
    <div class="intro"><h2>What was tried</h2><p>{{sentence}}</p></div>
    <div class="body">
    <table>
    <caption class="vh">The learners that were tried</caption>
    <thead><tr><th scope="col">Learner</th><th scope="col" class="num">ROC AUC</th><th scope="col" class="num">Log loss</th><th scope="col" class="num">± of the difference</th><th scope="col"><span class="vh">Verdict</span></th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row"><span class="tag">{{learner}}</span> <small><bdi>{{settings}}</bdi></small></th><td class="num">{{rocAUC}}</td><td class="num">{{logLoss}}</td><td class="num">{{error}}</td><td class="strong">{{verdict}}</td></tr>{{/rows}}</tbody>
    </table>
    {{#choice}}<p class="finding">{{.}}</p>{{/choice}}
    </div>
    </section>

    """#
}

/// Columns that were not learned from.
struct CardSkipped: Sendable {
  let rows: [PageFrame.Fact]
  let rest: String?

  private static let shown = 60

  /// Nil if all were.
  init?(_ card: ModelCard) {
    if card.skipped.isEmpty { return nil }
    rows = card.skipped.prefix(Self.shown).map {
      PageFrame.Fact(term: $0.attribute.shortened(to: 80), value: $0.reason.shortened(to: 160))
    }
    let more = card.skipped.count - rows.count
    rest = more > 0 ? "And \(Figures.count(more)) more." : nil
  }

  static let template = #"""
    <section id="skipped">
    <div class="intro"><h2>Not used</h2><p>Columns that nothing can be learned from, and why.</p></div>
    <div class="body">
    <table>
    <caption class="vh">Columns that were not used</caption>
    <thead class="vh"><tr><th scope="col">Column</th><th scope="col">Why</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row"><bdi>{{term}}</bdi></th><td><bdi>{{value}}</bdi></td></tr>{{/rows}}</tbody>
    </table>
    {{#rest}}<p class="rest">{{.}}</p>{{/rest}}
    </div>
    </section>

    """#
}
