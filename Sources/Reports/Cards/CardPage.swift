import Learning

/// What the page about a learned model says.
struct CardPage: Sendable {
  let frame: PageFrame
  let lede: String
  let keys: [KeyFigure]
  let warnings: [String]
  let data: CardData
  let trials: CardTrials?
  let figures: CardFigures?
  let calibration: CardCalibration?
  let gains: CardGains?
  let ranking: CardRanking?
  let advice: CardAdvice?
  let cutOffs: CardCutOffs?
  let rails: CardRails?
  let segments: CardSegments?
  let features: CardFeatures?
  let leaks: CardLeaks?
  let skipped: CardSkipped?

  init(_ card: ModelCard, learner: Learner, earlier: ModelCard?, title: String?) {
    // Figures of a handful of leads are chance, whatever they say.
    let evaluation = card.lacking == nil ? card.evaluation : nil
    data = CardData(card, isTrial: earlier != nil)
    trials = CardTrials(card)
    figures = evaluation.map { CardFigures($0, earlier: earlier?.evaluation) }
    calibration = evaluation.flatMap { CardCalibration($0, calibration: (earlier ?? card).calibration) }
    gains = evaluation.flatMap { CardGains($0) }
    ranking = evaluation.flatMap { CardRanking($0) }
    advice = evaluation.flatMap { CardAdvice($0) }
    cutOffs = evaluation.flatMap { CardCutOffs($0) }
    rails = evaluation.flatMap { CardRails($0) }
    segments = evaluation.flatMap { CardSegments($0) }
    features = CardFeatures(earlier ?? card, learner: learner, isTrial: earlier != nil)
    leaks = CardLeaks(card)
    skipped = CardSkipped(card)
    (lede, keys) = CardSummary(card, evaluation).parts
    warnings = CardSummary.warnings(card, evaluation, earlier: earlier)
    let contents: [(Bool, String, String)] = [
      (true, "data", "The leads"), (figures != nil, "figures", "How good it is"),
      (calibration != nil, "calibration", "Can one believe it"), (gains != nil, "gains", "Whom to call first"),
      (ranking != nil, "ranking", "Telling apart"), (advice != nil, "advice", "Where to draw the line"),
      (cutOffs != nil, "cutoffs", "Every line"), (rails != nil, "rails", "Rules of thumb"),
      (segments != nil, "segments", "By group"), (features != nil, "features", "What tells"),
      (leaks != nil, "leaks", "Filled too late"), (trials != nil, "trials", "What was tried"),
      (skipped != nil, "skipped", "Not used"),
    ]
    let (from, to) = (card.data.from ?? "", card.data.to ?? "")
    frame = PageFrame(
      kind: earlier == nil ? "Leadline · Model card" : "Leadline · Trial of a model",
      title: title?.shortened(to: 120)
        ?? (earlier == nil ? "How likely leads are to be won" : "How the model does now"),
      facts: [
        PageFrame.Fact(term: "Learner", value: CardTrials.name(learner)),
        PageFrame.Fact(term: "Leads", value: Figures.count(card.data.known)),
        PageFrame.Fact(
          term: "Period", value: from.isEmpty ? "" : "\(from.shortened(to: 20)) to \(to.shortened(to: 20))"),
        PageFrame.Fact(term: "Outcome", value: card.data.outcome.shortened(to: 80)),
      ].filter { !$0.value.isEmpty },
      contents: contents.filter(\.0).map { PageFrame.Link(anchor: $0.1, name: $0.2) })
  }

  static let template = #"""
    {{>head}}
    <section class="summary" aria-label="Summary">
    <p class="lede">{{lede}}</p>
    {{#warnings}}<p class="warning">{{.}}</p>{{/warnings}}
    {{>keys}}
    </section>

    {{#data}}{{>card-data}}{{/data}}
    {{#figures}}{{>card-figures}}{{/figures}}
    {{#calibration}}{{>card-calibration}}{{/calibration}}
    {{#gains}}{{>card-gains}}{{/gains}}
    {{#ranking}}{{>card-ranking}}{{/ranking}}
    {{#advice}}{{>card-advice}}{{/advice}}
    {{#cutOffs}}{{>card-cut-offs}}{{/cutOffs}}
    {{#rails}}{{>card-rails}}{{/rails}}
    {{#segments}}{{>card-segments}}{{/segments}}
    {{#features}}{{>card-features}}{{/features}}
    {{#leaks}}{{>card-leaks}}{{/leaks}}
    {{#trials}}{{>card-trials}}{{/trials}}
    {{#skipped}}{{>card-skipped}}{{/skipped}}
    {{>foot}}
    """#

  /// The templates of the sections, by their names.
  static let sections: [String: String] = [
    "card": template, "card-data": CardData.template, "card-figures": CardFigures.template,
    "card-calibration": CardCalibration.template, "card-gains": CardGains.template,
    "card-ranking": CardRanking.template, "card-advice": CardAdvice.template,
    "card-cut-offs": CardCutOffs.template, "card-rails": CardRails.template,
    "card-segments": CardSegments.template, "card-features": CardFeatures.template,
    "card-leaks": CardLeaks.template, "card-trials": CardTrials.template, "card-skipped": CardSkipped.template,
  ]
}
