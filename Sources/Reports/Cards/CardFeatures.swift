import Learning

/// What tells customers from others: how much each feature gives, and the tables of the most telling ones.
struct CardFeatures: Sendable {
  let sentence: String
  let rows: [Row]
  let rest: String?
  let tables: [Table]
  let hasTables: Bool
  let tablesSentence: String

  struct Row: Sendable {
    let name: String
    let points: String
    let bar: Bar
  }

  /// What the bins of a feature give.
  struct Table: Sendable {
    let feature: String
    let detail: String
    let bins: [Bin]
    let further: [Bin]
    let hasFurther: Bool
    let furtherTitle: String
  }

  struct Bin: Sendable {
    let label: String
    let leads: String
    let rate: String
    let given: String
    let bar: Bar
  }

  private static let shownFeatures = 20
  private static let shownTables = 6
  /// A table is shown whole up to so many bins; of a longer one the bins with the most leads are.
  private static let shownBins = 12

  /// Nil if no feature is known to tell anything.
  init?(_ card: ModelCard, learner: Learner, isTrial: Bool) {
    if card.importance.isEmpty { return nil }
    sentence =
      "By how much each feature moves a lead on average, in points. Ten points more double the odds, ten fewer halve them."
      + (isTrial ? " As it was when the model was learned." : "")
    let largest = card.importance.map(\.importance).max() ?? 1
    rows = card.importance.prefix(Self.shownFeatures).map { feature in
      Row(
        name: feature.name.shortened(to: 80), points: Figures.decimal(feature.importance, places: 1),
        bar: Bar(feature.importance, of: largest))
    }
    let others = card.importance.dropFirst(Self.shownFeatures)
    rest =
      others.isEmpty
      ? nil
      : "And \(Figures.count(others.count, of: "feature")) more, together \(Figures.decimal(others.reduce(0) { $0 + $1.importance }, places: 1)) points."
    tables = card.importance.filter { !$0.rows.isEmpty }.prefix(Self.shownTables).map(Self.table)
    hasTables = !tables.isEmpty
    tablesSentence =
      "What a lead gets for what it has: to the right more likely, to the left less."
      + (learner == .trees ? " Trees weigh everything together, so these are means over a sample of leads." : "")
  }

  private static func table(_ feature: FeatureImportance) -> Table {
    let points = feature.rows.map(\.points).filter(\.isFinite)
    let (lowest, highest) = (min(points.min() ?? 0, 0), max(points.max() ?? 0, 0))
    let bins = feature.rows.map { row in
      Bin(
        label: row.label.shortened(to: 60), leads: Figures.count(row.count),
        rate: Figures.percent(row.won, of: row.count), given: Figures.signed(row.points),
        bar: Bar(row.points.isFinite ? row.points : 0, lowest: lowest, highest: highest))
    }
    let isLong = bins.count > shownBins
    let largest = Set(
      bins.indices.sorted { (feature.rows[$1].count, $0) < (feature.rows[$0].count, $1) }.prefix(shownBins))
    return Table(
      feature: feature.name.shortened(to: 80), detail: "\(Figures.decimal(feature.importance, places: 1)) points",
      bins: bins.indices.filter { largest.contains($0) }.map { bins[$0] }, further: isLong ? bins : [],
      hasFurther: isLong, furtherTitle: isLong ? "All \(Figures.count(bins.count)) groups" : "")
  }

  private static let head =
    #"<thead><tr><th scope="col">Has</th><th scope="col" class="num">Leads</th><th scope="col" class="num">Won</th><th scope="col" class="barcol"><span class="vh">Bar, less likely to the left and more likely to the right</span></th><th scope="col" class="num">Gets</th></tr></thead>"#

  private static let row =
    #"<tr><th scope="row"><bdi>{{label}}</bdi></th><td class="num">{{leads}}</td><td class="num">{{rate}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td><td class="num strong">{{given}}</td></tr>"#

  static let template = #"""
    <section id="features" class="wide new-page">
    <div class="intro"><h2>What tells</h2><p>{{sentence}}</p></div>
    <div class="body">
    <table class="bars c1">
    <caption class="vh">Features by how much they move a lead</caption>
    <thead><tr><th scope="col">Feature</th><th scope="col" class="num">Points</th><th scope="col" class="barcol"><span class="vh">Bar</span></th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row"><bdi>{{name}}</bdi></th><td class="num strong">{{points}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td></tr>{{/rows}}</tbody>
    </table>
    {{#rest}}<p class="rest">{{.}}</p>{{/rest}}
    {{#hasTables}}
    <h3>The most telling, one by one</h3>
    <p class="finding">{{tablesSentence}}</p>
    <ul class="features">
    {{#tables}}
    <li>
    <h4><bdi>{{feature}}</bdi> <small>{{detail}}</small></h4>
    <table class="bars c3 fine">
    <caption class="vh">What each group gets</caption>
    \#(head)
    <tbody>{{#bins}}\#(row){{/bins}}</tbody>
    </table>
    {{#hasFurther}}
    <details><summary>{{furtherTitle}}</summary>
    <table class="bars c3 fine">
    <caption class="vh">What each of all groups gets</caption>
    \#(head)
    <tbody>{{#further}}\#(row){{/further}}</tbody>
    </table>
    </details>
    {{/hasFurther}}
    </li>
    {{/tables}}
    </ul>
    {{/hasTables}}
    </div>
    </section>

    """#
}

/// Columns that look as if they were filled after the sale.
struct CardLeaks: Sendable {
  let heading: String
  let sentence: String
  let items: [Item]
  let rows: [Row]
  let hasRows: Bool
  let moral: String

  struct Item: Sendable {
    let attribute: String
    let evidence: String
  }

  struct Row: Sendable {
    let name: String
    let rocAUC: String
    let logLoss: String
  }

  /// Nil if none was found.
  init?(_ card: ModelCard) {
    guard let first = card.leaks.first else { return nil }
    heading = first.isKept ? "Kept, though filled too late" : "Left out: filled too late"
    sentence =
      "These columns look as if they got their value after the sale was decided. A new lead does not have them yet, so a model that uses them looks far better than it is."
    items = card.leaks.prefix(60).map { leak in
      Item(
        attribute: leak.attribute.shortened(to: 80),
        evidence: leak.evidence.map { $0.shortened(to: 300).capitalisedFirst + "." }.joined(separator: " "))
    }
    guard let other = card.otherwise, let taken = card.trials.first(where: \.isChosen) else {
      (rows, hasRows, moral) = ([], false, "")
      return
    }
    func row(_ hasLeaks: Bool, _ isThis: Bool, _ rocAUC: Double, _ logLoss: Double) -> Row {
      Row(
        name: (hasLeaks ? "With them" : "Without them") + (isThis ? ", this model" : ""),
        rocAUC: Figures.decimal(rocAUC, places: 3), logLoss: Figures.decimal(logLoss, places: 3))
    }
    rows = [
      row(!other.hasLeaks, true, taken.rocAUC, taken.logLoss),
      row(other.hasLeaks, false, other.rocAUC, other.logLoss),
    ]
    hasRows = true
    moral =
      other.hasLeaks
      ? "The better figures with them are a mirage: they could not be reached on new leads."
      : "The figures without them are what to expect of new leads."
  }

  static let template = #"""
    <section id="leaks">
    <div class="intro"><h2>{{heading}}</h2><p>{{sentence}}</p></div>
    <div class="body">
    <ul class="findings serious">
    {{#items}}
    <li><p class="tag"><bdi>{{attribute}}</bdi></p><p class="advice"><bdi>{{evidence}}</bdi></p></li>
    {{/items}}
    </ul>
    {{#hasRows}}
    <h3>With and without them</h3>
    <table>
    <caption class="vh">How good the same learner is with and without these columns</caption>
    <thead><tr><th scope="col"><span class="vh">Columns</span></th><th scope="col" class="num">ROC AUC</th><th scope="col" class="num">Log loss</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{name}}</th><td class="num">{{rocAUC}}</td><td class="num">{{logLoss}}</td></tr>{{/rows}}</tbody>
    </table>
    <p class="finding">{{moral}}</p>
    {{/hasRows}}
    </div>
    </section>

    """#
}
